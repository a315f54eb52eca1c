//! Which forms fit a thing, and what they hold when they are opened about it.

use form::{Choices, Meaning};
use view::fleet::{Balancer, Group, TargetGroup, Thing};
use view::flight::Place;
use view::live::picture;
use view::{Instance, Picture, Slots};

use super::Session;

/// The forms that fit a thing, those that are used most first.
#[must_use]
pub fn keys_for(thing: Thing, picture: &Picture) -> &'static [&'static str] {
    match thing {
        Thing::Place(Place::Instance(index)) => {
            let of_a_group = |(_, instance): (_, &Instance)| instance.member.is_some();
            if picture.instance(index).is_some_and(of_a_group) {
                &MEMBER
            } else {
                &INSTANCE
            }
        }
        Thing::Place(Place::Service(_)) => &["sandbox:Fault"],
        Thing::Place(Place::Node(_)) | Thing::Balancer(_) => &BALANCER,
        Thing::TargetGroup(_) => &TARGET_GROUP,
        Thing::Group(_) => &GROUP,
        Thing::Zone(_) => &["ec2:RunInstances", "sandbox:Fault", "sandbox:Capacity"],
        Thing::Alarm(_) => &[
            "edit-alarm",
            "cloudwatch:SetAlarmState",
            "cloudwatch:DeleteAlarms",
        ],
        Thing::Alarms => &["cloudwatch:PutMetricAlarm", "cloudwatch:DeleteAlarms"],
        Thing::Region => &REGION,
        Thing::Place(Place::Office(_)) | Thing::Bill | Thing::Request(_) => &[],
    }
}

const INSTANCE: [&str; 6] = [
    "change-instance-type",
    "elbv2:RegisterTargets",
    "change-security-groups",
    "cloudwatch:PutMetricAlarm",
    "autoscaling:AttachInstances",
    "sandbox:Fault",
];
const MEMBER: [&str; 7] = [
    "autoscaling:EnterStandby",
    "autoscaling:ExitStandby",
    "autoscaling:DetachInstances",
    "autoscaling:TerminateInstanceInAutoScalingGroup",
    "autoscaling:SetInstanceHealth",
    "cloudwatch:PutMetricAlarm",
    "sandbox:Fault",
];
const BALANCER: [&str; 7] = [
    "elbv2:CreateListener",
    "elbv2:CreateRule",
    "sandbox:Clients",
    "elbv2:SetSecurityGroups",
    "elbv2:SetSubnets",
    "elbv2:ModifyLoadBalancerAttributes",
    "cloudwatch:PutMetricAlarm",
];
const TARGET_GROUP: [&str; 5] = [
    "elbv2:RegisterTargets",
    "elbv2:DeregisterTargets",
    "elbv2:ModifyTargetGroup",
    "elbv2:ModifyTargetGroupAttributes",
    "cloudwatch:PutMetricAlarm",
];
const GROUP: [&str; 8] = [
    "autoscaling:SetDesiredCapacity",
    "autoscaling:UpdateAutoScalingGroup",
    "target-tracking",
    "step-scaling",
    "autoscaling:PutScheduledUpdateGroupAction",
    "autoscaling:StartInstanceRefresh",
    "autoscaling:SuspendProcesses",
    "cloudwatch:PutMetricAlarm",
];
const REGION: [&str; 9] = [
    "ec2:CreateSecurityGroup",
    "ec2:AuthorizeSecurityGroupIngress",
    "ec2:CreateLaunchTemplate",
    "elbv2:CreateTargetGroup",
    "elbv2:CreateLoadBalancer",
    "autoscaling:CreateAutoScalingGroup",
    "sns:CreateTopic",
    "sns:Subscribe",
    "ec2:CreateVpcEndpoint",
];

/// Values by their paths of names.
type Values = Vec<(String, String)>;

fn values(all: &[(&str, &str)]) -> Values {
    let owned = |&(path, value): &(&str, &str)| (path.to_owned(), value.to_owned());
    all.iter().map(owned).collect()
}

impl Session {
    /// What a form holds when it is opened about a thing.
    pub(super) fn values_for(&self, key: &str, thing: Thing) -> Values {
        let picture = picture(self.simulation.cloud(), &mut Slots::default(), &self.meter);
        let fleet = &picture.fleet;
        match thing {
            Thing::Place(Place::Instance(index)) => {
                let instance = picture.instance(index).map(|(_, instance)| instance);
                instance.map_or_else(Vec::new, |instance| of_instance(key, instance, &picture))
            }
            Thing::Place(Place::Service(place)) => {
                let service = if place == 0 { "dynamodb" } else { "s3" };
                values(&[("Kind", "dependency-slow"), ("Dependency", service)])
            }
            Thing::Place(Place::Node(index)) => {
                let owner = picture.node(index).map(|(_, node)| node.balancer);
                let owner = owner.and_then(|owner| fleet.balancer(owner));
                owner.map_or_else(Vec::new, |owner| self.of_balancer(key, owner))
            }
            Thing::Balancer(index) => fleet
                .balancer(index)
                .map_or_else(Vec::new, |one| self.of_balancer(key, one)),
            Thing::TargetGroup(index) => {
                let group = fleet.target_group(index);
                group.map_or_else(Vec::new, |group| self.of_target_group(key, group, &picture))
            }
            Thing::Group(index) => fleet
                .group(index)
                .map_or_else(Vec::new, |group| of_group(key, group)),
            Thing::Alarm(index) => {
                let alarm = fleet.alarms.iter().find(|alarm| alarm.index == index);
                alarm.map_or_else(Vec::new, |alarm| of_alarm(key, &alarm.name))
            }
            Thing::Zone(place) => {
                let zone = picture.zones.get(usize::from(place));
                zone.map_or_else(Vec::new, |zone| of_zone(key, &zone.name))
            }
            _ => Vec::new(),
        }
    }

    fn of_balancer(&self, key: &str, balancer: &Balancer) -> Values {
        let named = format!("@{}", balancer.name);
        match key {
            "sandbox:Clients" => values(&[("Endpoint.0", &balancer.dns_name)]),
            "elbv2:CreateRule" => values(&[("ListenerArn", "@")]),
            "cloudwatch:PutMetricAlarm" => {
                let dimension = self.end_of_arn(Meaning::LoadBalancer, &balancer.name, "loadbalancer/");
                values(&[
                    ("Namespace", "AWS/ApplicationELB"),
                    ("MetricName", "HTTPCode_ELB_5XX_Count"),
                    ("Statistic", "Sum"),
                    ("Dimensions.0.Name", "LoadBalancer"),
                    ("Dimensions.0.Value", &dimension),
                ])
            }
            _ => values(&[("LoadBalancerArn", &named)]),
        }
    }

    fn of_target_group(&self, key: &str, group: &TargetGroup, picture: &Picture) -> Values {
        if key != "cloudwatch:PutMetricAlarm" {
            return values(&[("TargetGroupArn", &format!("@{}", group.name))]);
        }
        let own = self.end_of_arn(Meaning::TargetGroup, &group.name, ":targetgroup/");
        let owner = group.balancer.and_then(|index| picture.fleet.balancer(index));
        let mut all = values(&[
            ("Namespace", "AWS/ApplicationELB"),
            ("MetricName", "UnHealthyHostCount"),
            ("Statistic", "Maximum"),
            ("Threshold", "0"),
            ("Dimensions.0.Name", "TargetGroup"),
            ("Dimensions.0.Value", &format!("targetgroup/{own}")),
        ]);
        if let Some(owner) = owner {
            let balancer = self.end_of_arn(Meaning::LoadBalancer, &owner.name, "loadbalancer/");
            all.extend(values(&[
                ("Dimensions.1.Name", "LoadBalancer"),
                ("Dimensions.1.Value", &balancer),
            ]));
        }
        all
    }

    /// What stands behind `mark` in the ARN of the thing that is called so: how metrics name it.
    fn end_of_arn(&self, meaning: Meaning, name: &str, mark: &str) -> String {
        let choices: Choices = self.choices(vec![meaning]);
        let arn = choices.named(meaning, name).and_then(|arn| arn.split_once(mark));
        arn.map_or_else(String::new, |(_, end)| end.to_owned())
    }
}

fn of_instance(key: &str, instance: &Instance, picture: &Picture) -> Values {
    let id = &*instance.id;
    let group = instance
        .member
        .as_ref()
        .and_then(|member| picture.fleet.group(member.group));
    let group = group.map(|group| ("AutoScalingGroupName", &*group.name));
    let all: Vec<(&str, &str)> = match key {
        "elbv2:RegisterTargets" => vec![("Targets.0.Id", id)],
        "cloudwatch:PutMetricAlarm" => vec![
            ("Namespace", "AWS/EC2"),
            ("MetricName", "CPUUtilization"),
            ("Dimensions.0.Name", "InstanceId"),
            ("Dimensions.0.Value", id),
        ],
        "autoscaling:TerminateInstanceInAutoScalingGroup" | "autoscaling:SetInstanceHealth" => {
            vec![("InstanceId", id)]
        }
        key if key.starts_with("autoscaling:") => group.into_iter().chain([("InstanceIds.0", id)]).collect(),
        "sandbox:Fault" => vec![("Kind", "app-hang"), ("InstanceId", id)],
        _ => vec![("InstanceId", id)],
    };
    values(&all)
}

fn of_group(key: &str, group: &Group) -> Values {
    let sizes = [group.min, group.desired, group.max].map(|size| size.to_string());
    let name = ("AutoScalingGroupName", &*group.name);
    match key {
        "autoscaling:SetDesiredCapacity" => values(&[name, ("DesiredCapacity", &sizes[1])]),
        "autoscaling:UpdateAutoScalingGroup" => values(&[
            name,
            ("MinSize", &sizes[0]),
            ("DesiredCapacity", &sizes[1]),
            ("MaxSize", &sizes[2]),
        ]),
        "cloudwatch:PutMetricAlarm" => values(&[
            ("Namespace", "AWS/EC2"),
            ("MetricName", "CPUUtilization"),
            ("Dimensions.0.Name", "AutoScalingGroupName"),
            ("Dimensions.0.Value", &group.name),
        ]),
        _ => values(&[name]),
    }
}

fn of_alarm(key: &str, name: &str) -> Values {
    match key {
        "cloudwatch:DeleteAlarms" => values(&[("AlarmNames.0", name)]),
        _ => values(&[("AlarmName", name)]),
    }
}

fn of_zone(key: &str, zone: &str) -> Values {
    match key {
        "ec2:RunInstances" => values(&[("SubnetId", &format!("@{zone}"))]),
        "sandbox:Fault" => values(&[("Kind", "az-outage"), ("Zone", zone)]),
        _ => values(&[("Zone", zone)]),
    }
}
