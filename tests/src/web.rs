//! A load balancer in two zones with a target group, made by calls alone.

use api::autoscaling;
use api::elbv2 as shape;
use api::sandbox::ClientsInput;
use cloud::ec2::InstanceIndex;
use cloud::lab::Lab;

/// Makes the load balancer `web` in zones a and b, the target group `web` and a listener between them, and gives the
/// employees its name; the group's ARN.
///
/// # Panics
/// If a call is refused.
pub fn balance(lab: &mut Lab) -> String {
    let subnets = lab.cloud().ec2.subnet_ids[..2].to_vec();
    let made = lab.make(shape::CreateLoadBalancerInput {
        name: Some("web".to_owned()),
        subnets,
        ..Default::default()
    });
    let balancer = made.load_balancers[0].clone();
    let vpc_id = Some(lab.cloud().ec2.vpc_id.clone());
    let made = lab.make(shape::CreateTargetGroupInput {
        name: Some("web".to_owned()),
        protocol: Some("HTTP".to_owned()),
        port: Some(80),
        vpc_id,
        ..Default::default()
    });
    let group = made.target_groups[0].target_group_arn.clone();
    lab.make(shape::CreateListenerInput {
        load_balancer_arn: balancer.load_balancer_arn,
        protocol: Some("HTTP".to_owned()),
        port: Some(80),
        default_actions: vec![shape::Action {
            action_type: Some("forward".to_owned()),
            target_group_arn: group.clone(),
            ..Default::default()
        }],
        ..Default::default()
    });
    let endpoint = balancer.dns_name.into_iter().collect();
    lab.make(ClientsInput { endpoint });
    lab.pass_secs(150);
    group.expect("a target group has an ARN")
}

/// Registers instances in a target group.
pub fn register(lab: &mut Lab, group: &str, instances: &[InstanceIndex]) {
    let target = |index: &InstanceIndex| shape::TargetDescription {
        id: Some(lab.id(*index)),
        ..Default::default()
    };
    let targets = instances.iter().map(target).collect();
    lab.make(shape::RegisterTargetsInput {
        target_group_arn: Some(group.to_owned()),
        targets,
    });
}

/// Makes the Auto Scaling group `web` of two to four golden instances in zones a and b, behind a target group.
///
/// # Panics
/// If a call is refused.
pub fn scale(lab: &mut Lab, target_group: &str) {
    let data = r#"{"ImageId": "ami-0e1d2c3b4a5968701", "InstanceType": "t3.micro"}"#;
    let request = format!(r#"{{"LaunchTemplateName": "web", "LaunchTemplateData": {data}}}"#);
    lab.ask("CreateLaunchTemplate", &request);
    let zones = lab.cloud().region.zones[..2].iter();
    lab.make(autoscaling::CreateAutoScalingGroupInput {
        group_name: Some("web".to_owned()),
        launch_template: Some(autoscaling::LaunchTemplateSpecification {
            name: Some("web".to_owned()),
            ..Default::default()
        }),
        min_size: Some(2),
        max_size: Some(4),
        availability_zones: zones.map(|zone| zone.name.to_owned()).collect(),
        target_group_arns: vec![target_group.to_owned()],
        health_check_type: Some("ELB".to_owned()),
        ..Default::default()
    });
}
