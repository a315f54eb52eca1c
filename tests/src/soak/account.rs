//! The account that is watched: made at the beginning, and mended where a random call has taken it apart.

use cloud::ec2::InstanceState;
use cloud::lab::Lab;

/// The group, its template, its load balancer and its policy are called so.
pub(super) const NAME: &str = "watched";

/// Makes a group of two to six behind a load balancer whose name the employees use, and waits until it serves.
pub fn fleet(lab: &mut Lab) {
    mend(lab);
    lab.pass_secs(300);
    mend(lab);
}

/// Makes again what is missing; what is there refuses to be made twice.
pub(super) fn mend(lab: &mut Lab) {
    let image = cloud::ec2::Image::named("employee-directory")
        .expect("the course's image")
        .id;
    let subnets = lab.cloud().ec2.subnet_ids.clone();
    let (a, b, vpc) = (&subnets[0], &subnets[1], lab.cloud().ec2.vpc_id.clone());
    let data = format!("{{\"ImageId\":\"{image}\",\"InstanceType\":\"t3.micro\"}}");
    ask(
        lab,
        "ec2",
        "CreateLaunchTemplate",
        &format!("{{\"LaunchTemplateName\":\"{NAME}\",\"LaunchTemplateData\":{data}}}"),
    );
    ask(
        lab,
        "elbv2",
        "CreateLoadBalancer",
        &format!("{{\"Name\":\"{NAME}\",\"Subnets\":[\"{a}\",\"{b}\"]}}"),
    );
    ask(
        lab,
        "elbv2",
        "CreateTargetGroup",
        &format!("{{\"Name\":\"{NAME}\",\"Protocol\":\"HTTP\",\"Port\":80,\"VpcId\":\"{vpc}\"}}"),
    );
    connect(lab);
    let target_groups: Vec<String> = target_group(lab).iter().map(|arn| format!("\"{arn}\"")).collect();
    ask(
        lab,
        "autoscaling",
        "CreateAutoScalingGroup",
        &format!(
            "{{\"AutoScalingGroupName\":\"{NAME}\",\"MinSize\":2,\"MaxSize\":6,\"VPCZoneIdentifier\":\"{a},{b}\",\
             \"LaunchTemplate\":{{\"LaunchTemplateName\":\"{NAME}\"}},\"HealthCheckType\":\"ELB\",\
             \"HealthCheckGracePeriod\":120,\"TargetGroupARNs\":[{}]}}",
            target_groups.join(",")
        ),
    );
    ask(
        lab,
        "autoscaling",
        "PutScalingPolicy",
        &format!(
            "{{\"AutoScalingGroupName\":\"{NAME}\",\"PolicyName\":\"cpu\",\"PolicyType\":\"TargetTrackingScaling\",\
             \"TargetTrackingConfiguration\":{{\"TargetValue\":40,\"PredefinedMetricSpecification\":\
             {{\"PredefinedMetricType\":\"ASGAverageCPUUtilization\"}}}}}}"
        ),
    );
    ask(
        lab,
        "autoscaling",
        "ResumeProcesses",
        &format!("{{\"AutoScalingGroupName\":\"{NAME}\"}}"),
    );
}

/// A listener from the load balancer to the target group, and the employees at its name.
fn connect(lab: &mut Lab) {
    let Some(target_group) = target_group(lab) else {
        return;
    };
    let balancers = lab
        .look(api::elbv2::DescribeLoadBalancersInput::default())
        .load_balancers;
    let ours = |balancer: &api::elbv2::LoadBalancer| balancer.load_balancer_name.as_deref() == Some(NAME);
    let Some(balancer) = balancers.into_iter().find(ours) else {
        return;
    };
    let (arn, name) = (balancer.load_balancer_arn, balancer.dns_name);
    let (arn, name) = (arn.unwrap_or_default(), name.unwrap_or_default());
    ask(
        lab,
        "elbv2",
        "CreateListener",
        &format!(
            "{{\"LoadBalancerArn\":\"{arn}\",\"Protocol\":\"HTTP\",\"Port\":80,\
             \"DefaultActions\":[{{\"Type\":\"forward\",\"TargetGroupArn\":\"{target_group}\"}}]}}"
        ),
    );
    ask(
        lab,
        "sandbox",
        "Clients",
        &format!("{{\"Endpoint\":[\"{name}\"]}}"),
    );
}

fn target_group(lab: &Lab) -> Option<String> {
    let groups = lab
        .look(api::elbv2::DescribeTargetGroupsInput::default())
        .target_groups;
    let ours = |group: &api::elbv2::TargetGroup| group.target_group_name.as_deref() == Some(NAME);
    groups.into_iter().find(ours)?.target_group_arn
}

fn ask(lab: &mut Lab, service: &str, operation: &str, request: &str) {
    let _made_or_there = lab.call(service, operation, request);
}

/// The ids of running instances.
pub(super) fn running(lab: &Lab) -> Vec<String> {
    let instances = lab.cloud().ec2.instances.iter();
    let running = instances.filter(|instance| instance.state == InstanceState::Running);
    running.map(|instance| instance.id.clone()).collect()
}
