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
    set_right(lab, a, b);
    make_room(lab);
}

/// Takes back what random calls have changed of what is there.
fn set_right(lab: &mut Lab, a: &str, b: &str) {
    ask(
        lab,
        "autoscaling",
        "ResumeProcesses",
        &format!("{{\"AutoScalingGroupName\":\"{NAME}\"}}"),
    );
    ask(
        lab,
        "autoscaling",
        "UpdateAutoScalingGroup",
        &format!(
            "{{\"AutoScalingGroupName\":\"{NAME}\",\"MinSize\":2,\"MaxSize\":6,\"HealthCheckType\":\"ELB\",\
             \"HealthCheckGracePeriod\":120,\"VPCZoneIdentifier\":\"{a},{b}\",\
             \"LaunchTemplate\":{{\"LaunchTemplateName\":\"{NAME}\",\"Version\":\"1\"}}}}"
        ),
    );
    if let Some(arn) = target_group(lab) {
        set_targets_right(lab, &arn);
    }
    forget_hooks(lab);
    let rule = "{\"GroupName\":\"default\",\"IpProtocol\":\"tcp\",\"FromPort\":80,\"ToPort\":80,\"CidrIp\":\"0.0.0.0/0\"}";
    ask(lab, "ec2", "AuthorizeSecurityGroupIngress", rule);
    let table = "{\"TableName\":\"Employees\",\"BillingMode\":\"PAY_PER_REQUEST\",\
                 \"AttributeDefinitions\":[{\"AttributeName\":\"id\",\"AttributeType\":\"S\"}],\
                 \"KeySchema\":[{\"AttributeName\":\"id\",\"KeyType\":\"HASH\"}]}";
    ask(lab, "dynamodb", "CreateTable", table);
    let billing = "{\"TableName\":\"Employees\",\"BillingMode\":\"PAY_PER_REQUEST\"}";
    ask(lab, "dynamodb", "UpdateTable", billing);
}

fn set_targets_right(lab: &mut Lab, arn: &str) {
    let request = format!(
        "{{\"TargetGroupArn\":\"{arn}\",\"HealthCheckPath\":\"/\",\"HealthCheckIntervalSeconds\":30,\
         \"HealthCheckTimeoutSeconds\":5,\"Matcher\":{{\"HttpCode\":\"200\"}}}}"
    );
    ask(lab, "elbv2", "ModifyTargetGroup", &request);
    let request = format!("{{\"AutoScalingGroupName\":\"{NAME}\",\"TargetGroupARNs\":[\"{arn}\"]}}");
    ask(lab, "autoscaling", "AttachLoadBalancerTargetGroups", &request);
}

/// Nobody completes what a hook waits for: launches would be given up for ever.
fn forget_hooks(lab: &mut Lab) {
    let groups = lab.cloud().autoscaling.groups();
    let ours = groups.filter(|(_, group)| group.spec.name == NAME);
    let hooks = ours.flat_map(|(_, group)| &group.hooks);
    let names: Vec<String> = hooks.map(|hook| hook.name.clone()).collect();
    for name in names {
        let request = format!("{{\"AutoScalingGroupName\":\"{NAME}\",\"LifecycleHookName\":\"{name}\"}}");
        ask(lab, "autoscaling", "DeleteLifecycleHook", &request);
    }
}

/// Terminates what random launches have left beside the group, so that the quota is not used up.
fn make_room(lab: &mut Lab) {
    let groups = lab.cloud().autoscaling.groups();
    let members = groups.flat_map(|(_, group)| &group.members);
    let members: Vec<String> = members.map(|member| lab.id(member.instance)).collect();
    for id in running(lab) {
        if !members.contains(&id) {
            let request = format!("{{\"InstanceIds\":[\"{id}\"]}}");
            ask(lab, "ec2", "TerminateInstances", &request);
        }
    }
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
    let listeners = lab.look(api::elbv2::DescribeListenersInput {
        load_balancer_arn: Some(arn),
        ..Default::default()
    });
    for listener in listeners.listeners {
        let request = format!(
            "{{\"ListenerArn\":\"{}\",\"DefaultActions\":[{{\"Type\":\"forward\",\
             \"TargetGroupArn\":\"{target_group}\"}}]}}",
            listener.listener_arn.unwrap_or_default()
        );
        ask(lab, "elbv2", "ModifyListener", &request);
    }
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
