//! Fleets behind a load balancer.

use cloud::lab::Lab;
use cloud::{Seed, World};
use des::SimDuration;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{BOOT_S, RATE_PER_INSTANCE, REQUESTS, WARM_UP_S, ended, share, work};

/// Targets that one group may have; more stand in several groups of equal weight.
const TARGETS_PER_GROUP: u32 = 1_000;
/// Until the load balancer is active and every target has passed a check.
const SETTLE_S: u64 = 300;

/// Instances behind a load balancer that chooses among them in one way.
#[wasm_bindgen]
pub struct Behind {
    lab: Lab,
    /// The model time in which [`REQUESTS`] arrive.
    span: SimDuration,
}

#[wasm_bindgen]
impl Behind {
    /// As many `targets`, chosen among by `algorithm` (`round_robin`, `least_outstanding_requests`, `weighted_random`), under
    /// steady traffic.
    #[must_use]
    #[wasm_bindgen(constructor)]
    pub fn new(targets: u32, algorithm: &str) -> Self {
        let rate = RATE_PER_INSTANCE * f64::from(targets);
        let mut lab = fleet(targets, algorithm);
        lab.traffic(rate);
        lab.pass_secs(WARM_UP_S);
        Self {
            lab,
            span: SimDuration::from_secs_f64(REQUESTS / rate),
        }
    }

    /// Does the next piece of work; gives the number of requests that ended in it.
    pub fn run(&mut self) -> f64 {
        work(&mut self.lab, self.span)
    }
}

/// Instances in the course's day: twelve behind a load balancer, with an alarm on them.
const OF_THE_DAY: u32 = 12;
/// Requests per second all day long: 17 million in all.
const RATE_OF_THE_DAY: f64 = 200.0;

/// Lets a day of a twelve-instance fleet go by, with probes, metrics and alarms; gives the requests that ended.
#[must_use]
#[wasm_bindgen]
pub fn day() -> f64 {
    let mut lab = fleet(OF_THE_DAY, "round_robin");
    call(
        &mut lab,
        "cloudwatch",
        "PutMetricAlarm",
        "{\"AlarmName\":\"busy\",\"Namespace\":\"AWS/EC2\",\"MetricName\":\"CPUUtilization\",\"Statistic\":\"Average\",\
         \"Dimensions\":[{\"Name\":\"InstanceId\",\"Value\":\"{id:0}\"}],\"Period\":60,\"EvaluationPeriods\":3,\
         \"Threshold\":80,\"ComparisonOperator\":\"GreaterThanThreshold\"}",
    );
    lab.traffic(RATE_OF_THE_DAY);
    lab.pass_secs(24 * 3_600);
    ended(&lab) as f64
}

/// A load balancer in three zones whose targets are all healthy, and whose name the employees use.
fn fleet(targets: u32, algorithm: &str) -> Lab {
    let mut world = World::new(Seed(1));
    world.vcpu_quota = u32::MAX;
    let mut lab = Lab::of(world);
    for (zone, at) in ('a'..='c').zip(0..) {
        lab.launch(share(targets, at), zone);
    }
    lab.pass_secs(BOOT_S);
    let subnets = lab.cloud().ec2.subnet_ids.join("\",\"");
    let request = format!("{{\"Name\":\"web\",\"Subnets\":[\"{subnets}\"]}}");
    call(&mut lab, "elbv2", "CreateLoadBalancer", &request);
    let groups: Vec<String> = (0..targets.div_ceil(TARGETS_PER_GROUP))
        .map(|number| group(&mut lab, number, targets, algorithm))
        .collect();
    listen(&mut lab, &groups);
    lab.pass_secs(SETTLE_S);
    lab
}

/// A target group with its part of the instances; its ARN.
fn group(lab: &mut Lab, number: u32, targets: u32, algorithm: &str) -> String {
    let vpc = lab.cloud().ec2.vpc_id.clone();
    let request =
        format!("{{\"Name\":\"web-{number}\",\"Protocol\":\"HTTP\",\"Port\":80,\"VpcId\":\"{vpc}\"}}");
    call(lab, "elbv2", "CreateTargetGroup", &request);
    let groups = lab
        .look(api::elbv2::DescribeTargetGroupsInput::default())
        .target_groups;
    let ours = |group: &api::elbv2::TargetGroup| group.target_group_name == Some(format!("web-{number}"));
    let arn = groups
        .into_iter()
        .find(ours)
        .and_then(|group| group.target_group_arn);
    let arn = arn.expect("it was just made");
    let request = format!(
        "{{\"TargetGroupArn\":\"{arn}\",\"Attributes\":[{{\"Key\":\"load_balancing.algorithm.type\",\"Value\":\"{algorithm}\"}}]}}"
    );
    call(lab, "elbv2", "ModifyTargetGroupAttributes", &request);
    let of_group = targets.div_ceil(TARGETS_PER_GROUP);
    let members = lab.cloud().ec2.instances.iter().enumerate();
    let members = members.filter(|(place, _)| *place as u32 % of_group == number);
    let ids: Vec<String> = members
        .map(|(_, one)| format!("{{\"Id\":\"{}\"}}", one.id))
        .collect();
    let request = format!("{{\"TargetGroupArn\":\"{arn}\",\"Targets\":[{}]}}", ids.join(","));
    call(lab, "elbv2", "RegisterTargets", &request);
    arn
}

/// A listener that spreads requests over the groups, and the employees at the load balancer's name.
fn listen(lab: &mut Lab, groups: &[String]) {
    let balancers = lab
        .look(api::elbv2::DescribeLoadBalancersInput::default())
        .load_balancers;
    let balancer = balancers.into_iter().next().expect("it was just made");
    let (arn, name) = (balancer.load_balancer_arn, balancer.dns_name);
    let (arn, name) = (arn.unwrap_or_default(), name.unwrap_or_default());
    let weighted = groups
        .iter()
        .map(|group| format!("{{\"TargetGroupArn\":\"{group}\",\"Weight\":1}}"));
    let weighted: Vec<String> = weighted.collect();
    let request = format!(
        "{{\"LoadBalancerArn\":\"{arn}\",\"Protocol\":\"HTTP\",\"Port\":80,\"DefaultActions\":[{{\"Type\":\"forward\",\
         \"ForwardConfig\":{{\"TargetGroups\":[{}]}}}}]}}",
        weighted.join(",")
    );
    call(lab, "elbv2", "CreateListener", &request);
    call(
        lab,
        "sandbox",
        "Clients",
        &format!("{{\"Endpoint\":[\"{name}\"]}}"),
    );
}

fn call(lab: &mut Lab, service: &str, operation: &str, request: &str) {
    let answer = lab.call(service, operation, request);
    answer.unwrap_or_else(|refusal| panic!("{operation} was refused: {refusal}"));
}
