//! The forms there are: one for each operation, and some for what an operation is used for.

use api::{Operation, all_operations, find};

/// A form before anything is filled in.
#[derive(Clone, Copy, Debug)]
pub struct Recipe {
    /// Names it, if it is not the plain form of its operation.
    name: &'static str,
    /// What it calls.
    pub operation: &'static Operation,
    /// The members that come first, in order; if there are none, those of the request's plan do.
    pub(crate) first: &'static [&'static str],
    /// What it starts with besides what the request starts with, by paths of names.
    pub(crate) start: &'static [(&'static str, &'static str)],
    /// Where the thing that it changes is described, if it starts with what that has.
    pub(crate) described: Option<&'static Described>,
}

/// Where a thing is described as it is.
#[derive(Debug)]
pub(crate) struct Described {
    /// The operation that does, of the same service.
    pub(crate) operation: &'static str,
    /// Its list of the names of those that are asked for.
    pub(crate) names: &'static str,
    /// The list of its answer in which they stand.
    pub(crate) list: &'static str,
}

impl Recipe {
    /// The plain form of an operation.
    #[must_use]
    pub fn plain(operation: &'static Operation) -> Self {
        TABLE
            .iter()
            .find(|entry| entry.name.is_empty() && entry.is_of(operation))
            .map_or(
                Self {
                    name: "",
                    operation,
                    first: &[],
                    start: &[],
                    described: None,
                },
                |entry| entry.recipe(operation),
            )
    }

    /// The form of this key: `ec2:RunInstances`, `target-tracking`.
    #[must_use]
    pub fn find(key: &str) -> Option<Self> {
        if let Some((service, name)) = key.split_once(':') {
            return find(service, name).map(Self::plain);
        }
        let entry = TABLE
            .iter()
            .find(|entry| !entry.name.is_empty() && entry.name == key)?;
        find(entry.service, entry.operation).map(|operation| entry.recipe(operation))
    }

    /// Names it among all forms.
    #[must_use]
    pub fn key(&self) -> String {
        if self.name.is_empty() {
            self.operation.action()
        } else {
            self.name.to_owned()
        }
    }

    /// Whether it changes a thing and starts with what that has: then it is opened about one.
    #[must_use]
    pub const fn changes(&self) -> bool {
        self.described.is_some()
    }

    /// Whether there is a table's entry for it: it is one that learners need.
    #[must_use]
    pub fn is_prepared(&self) -> bool {
        !self.name.is_empty()
            || TABLE
                .iter()
                .any(|entry| entry.name.is_empty() && entry.is_of(self.operation))
    }
}

/// Every form that can be opened about nothing, service by service: what is prepared first, in the order of the table, then
/// the rest in the order of declaration.
pub fn keys() -> impl Iterator<Item = Recipe> {
    api::SERVICES.iter().flat_map(|service| {
        let prepared = TABLE.iter().filter(|entry| entry.service == service.name);
        let prepared = prepared.filter(|entry| entry.described.is_none());
        let prepared = prepared.filter_map(|entry| Some(entry.recipe(find(entry.service, entry.operation)?)));
        let others = all_operations().filter(|operation| operation.service.name == service.name);
        let others = others.map(Recipe::plain).filter(|recipe| !recipe.is_prepared());
        prepared.chain(others)
    })
}

/// One line of the table.
struct Line {
    service: &'static str,
    operation: &'static str,
    /// Names it, if it is not the plain form of its operation.
    name: &'static str,
    first: &'static [&'static str],
    start: &'static [(&'static str, &'static str)],
    described: Option<&'static Described>,
}

impl Line {
    fn is_of(&self, operation: &Operation) -> bool {
        self.service == operation.service.name && self.operation == operation.name
    }

    const fn recipe(&self, operation: &'static Operation) -> Recipe {
        Recipe {
            name: self.name,
            operation,
            first: self.first,
            start: self.start,
            described: self.described,
        }
    }
}

const fn line(
    service: &'static str,
    operation: &'static str,
    first: &'static [&'static str],
    start: &'static [(&'static str, &'static str)],
) -> Line {
    Line {
        service,
        operation,
        name: "",
        first,
        start,
        described: None,
    }
}

const fn named(name: &'static str, line: Line) -> Line {
    Line { name, ..line }
}

/// What an alarm is told first.
const ALARM: &[&str] = &[
    "AlarmName",
    "Namespace",
    "MetricName",
    "Dimensions",
    "Statistic",
    "Period",
    "ComparisonOperator",
    "Threshold",
    "EvaluationPeriods",
    "DatapointsToAlarm",
    "TreatMissingData",
    "AlarmActions",
];

static TABLE: &[Line] = &[
    line(
        "ec2",
        "RunInstances",
        &[
            "TagSpecifications",
            "MaxCount",
            "ImageId",
            "InstanceType",
            "SubnetId",
            "SecurityGroupIds",
            "IamInstanceProfile",
            "UserData",
        ],
        &[
            ("MaxCount", "1"),
            ("ImageId", "@employee-directory"),
            ("InstanceType", "t3.micro"),
            ("IamInstanceProfile", ""),
            ("TagSpecifications.0.ResourceType", "instance"),
            ("TagSpecifications.0.Tags.0.Key", "Name"),
            ("TagSpecifications.0.Tags.0.Value", "@name"),
        ],
    ),
    line("ec2", "StopInstances", &["InstanceIds"], &[]),
    line("ec2", "StartInstances", &["InstanceIds"], &[]),
    line("ec2", "RebootInstances", &["InstanceIds"], &[]),
    line("ec2", "TerminateInstances", &["InstanceIds"], &[]),
    named(
        "change-instance-type",
        line(
            "ec2",
            "ModifyInstanceAttribute",
            &["InstanceId", "InstanceType"],
            &[("InstanceType", "")],
        ),
    ),
    named(
        "change-security-groups",
        line("ec2", "ModifyInstanceAttribute", &["InstanceId", "Groups"], &[]),
    ),
    line("ec2", "CreateSecurityGroup", &["GroupName", "Description"], &[]),
    line(
        "ec2",
        "AuthorizeSecurityGroupIngress",
        &["GroupId", "IpPermissions"],
        &[("IpPermissions.0.IpRanges", "")],
    ),
    line(
        "ec2",
        "RevokeSecurityGroupIngress",
        &["GroupId", "SecurityGroupRuleIds"],
        &[],
    ),
    line("ec2", "DeleteSecurityGroup", &["GroupId"], &[]),
    line(
        "ec2",
        "CreateLaunchTemplate",
        &["LaunchTemplateName", "VersionDescription", "LaunchTemplateData"],
        &[
            ("LaunchTemplateData.ImageId", "@employee-directory"),
            ("LaunchTemplateData.InstanceType", "t3.micro"),
            ("LaunchTemplateData.IamInstanceProfile", ""),
        ],
    ),
    line(
        "ec2",
        "CreateLaunchTemplateVersion",
        &[
            "LaunchTemplateName",
            "SourceVersion",
            "VersionDescription",
            "LaunchTemplateData",
        ],
        // What is left out is as in the source version.
        &[("LaunchTemplateData", "")],
    ),
    line(
        "ec2",
        "ModifyLaunchTemplate",
        &["LaunchTemplateName", "DefaultVersion"],
        &[],
    ),
    line("ec2", "DeleteLaunchTemplate", &["LaunchTemplateName"], &[]),
    line(
        "ec2",
        "CreateVpcEndpoint",
        &["VpcId", "ServiceName", "RouteTableIds"],
        &[("VpcId", "@"), ("ServiceName", "@")],
    ),
    line(
        "ec2",
        "ModifySubnetAttribute",
        &["SubnetId", "MapPublicIpOnLaunch"],
        &[("MapPublicIpOnLaunch", "")],
    ),
    line("ec2", "AllocateAddress", &[], &[]),
    line("ec2", "AssociateAddress", &["AllocationId", "InstanceId"], &[]),
    line(
        "ec2",
        "CreateTags",
        &["Resources", "Tags"],
        &[("Tags.0.Key", "Name")],
    ),
    line(
        "elbv2",
        "CreateLoadBalancer",
        &["Name", "Scheme", "Subnets", "SecurityGroups"],
        &[],
    ),
    line(
        "elbv2",
        "CreateTargetGroup",
        &["Name", "Protocol", "Port", "VpcId", "HealthCheckPath"],
        &[("Protocol", "HTTP"), ("Port", "80"), ("VpcId", "@")],
    ),
    line(
        "elbv2",
        "RegisterTargets",
        &["TargetGroupArn", "Targets"],
        &[("Targets", "")],
    ),
    line(
        "elbv2",
        "DeregisterTargets",
        &["TargetGroupArn", "Targets"],
        &[("Targets", "")],
    ),
    line(
        "elbv2",
        "CreateListener",
        &["LoadBalancerArn", "Protocol", "Port", "DefaultActions"],
        &[("Protocol", "HTTP"), ("Port", "80"), ("DefaultActions", "")],
    ),
    line(
        "elbv2",
        "CreateRule",
        &["ListenerArn", "Priority", "Conditions", "Actions"],
        &[("Priority", "10"), ("Conditions", ""), ("Actions", "")],
    ),
    line(
        "elbv2",
        "ModifyTargetGroup",
        &[
            "TargetGroupArn",
            "HealthCheckPath",
            "HealthCheckIntervalSeconds",
            "HealthCheckTimeoutSeconds",
            "HealthyThresholdCount",
            "UnhealthyThresholdCount",
        ],
        &[],
    ),
    line(
        "elbv2",
        "ModifyTargetGroupAttributes",
        &["TargetGroupArn", "Attributes"],
        &[("Attributes", "")],
    ),
    line(
        "elbv2",
        "ModifyLoadBalancerAttributes",
        &["LoadBalancerArn", "Attributes"],
        &[("Attributes", "")],
    ),
    line("elbv2", "SetSubnets", &["LoadBalancerArn", "Subnets"], &[]),
    line(
        "elbv2",
        "SetSecurityGroups",
        &["LoadBalancerArn", "SecurityGroups"],
        &[],
    ),
    line(
        "autoscaling",
        "CreateAutoScalingGroup",
        &[
            "AutoScalingGroupName",
            "LaunchTemplate",
            "VPCZoneIdentifier",
            "MinSize",
            "DesiredCapacity",
            "MaxSize",
            "TargetGroupARNs",
            "HealthCheckType",
            "HealthCheckGracePeriod",
        ],
        &[
            ("LaunchTemplate", ""),
            ("MinSize", "1"),
            ("MaxSize", "1"),
            ("DesiredCapacity", "1"),
        ],
    ),
    line(
        "autoscaling",
        "UpdateAutoScalingGroup",
        &[
            "AutoScalingGroupName",
            "MinSize",
            "DesiredCapacity",
            "MaxSize",
            "VPCZoneIdentifier",
            "HealthCheckType",
            "HealthCheckGracePeriod",
            "LaunchTemplate",
        ],
        &[],
    ),
    line(
        "autoscaling",
        "SetDesiredCapacity",
        &["AutoScalingGroupName", "DesiredCapacity"],
        &[],
    ),
    named(
        "target-tracking",
        line(
            "autoscaling",
            "PutScalingPolicy",
            &[
                "AutoScalingGroupName",
                "PolicyName",
                "TargetTrackingConfiguration",
                "EstimatedInstanceWarmup",
            ],
            &[
                ("PolicyType", "TargetTrackingScaling"),
                ("TargetTrackingConfiguration", ""),
            ],
        ),
    ),
    named(
        "step-scaling",
        line(
            "autoscaling",
            "PutScalingPolicy",
            &[
                "AutoScalingGroupName",
                "PolicyName",
                "AdjustmentType",
                "StepAdjustments",
                "EstimatedInstanceWarmup",
            ],
            &[
                ("PolicyType", "StepScaling"),
                ("AdjustmentType", "ChangeInCapacity"),
                ("StepAdjustments.0.MetricIntervalLowerBound", "0"),
            ],
        ),
    ),
    named(
        "simple-scaling",
        line(
            "autoscaling",
            "PutScalingPolicy",
            &[
                "AutoScalingGroupName",
                "PolicyName",
                "AdjustmentType",
                "ScalingAdjustment",
                "Cooldown",
            ],
            &[
                ("PolicyType", "SimpleScaling"),
                ("AdjustmentType", "ChangeInCapacity"),
                ("ScalingAdjustment", "1"),
            ],
        ),
    ),
    line(
        "autoscaling",
        "PutScheduledUpdateGroupAction",
        &[
            "AutoScalingGroupName",
            "ScheduledActionName",
            "Recurrence",
            "TimeZone",
            "MinSize",
            "DesiredCapacity",
            "MaxSize",
            "StartTime",
        ],
        &[],
    ),
    line(
        "autoscaling",
        "StartInstanceRefresh",
        &["AutoScalingGroupName", "DesiredConfiguration", "Preferences"],
        &[],
    ),
    line(
        "autoscaling",
        "AttachInstances",
        &["AutoScalingGroupName", "InstanceIds"],
        &[],
    ),
    line(
        "autoscaling",
        "DetachInstances",
        &[
            "AutoScalingGroupName",
            "InstanceIds",
            "ShouldDecrementDesiredCapacity",
        ],
        &[("ShouldDecrementDesiredCapacity", "true")],
    ),
    line(
        "autoscaling",
        "EnterStandby",
        &[
            "AutoScalingGroupName",
            "InstanceIds",
            "ShouldDecrementDesiredCapacity",
        ],
        &[("ShouldDecrementDesiredCapacity", "true")],
    ),
    line(
        "autoscaling",
        "ExitStandby",
        &["AutoScalingGroupName", "InstanceIds"],
        &[],
    ),
    line(
        "autoscaling",
        "TerminateInstanceInAutoScalingGroup",
        &["InstanceId", "ShouldDecrementDesiredCapacity"],
        &[("ShouldDecrementDesiredCapacity", "false")],
    ),
    line(
        "autoscaling",
        "SetInstanceHealth",
        &["InstanceId", "HealthStatus"],
        &[("HealthStatus", "Unhealthy")],
    ),
    line(
        "autoscaling",
        "SuspendProcesses",
        &["AutoScalingGroupName", "ScalingProcesses"],
        &[],
    ),
    line(
        "autoscaling",
        "ResumeProcesses",
        &["AutoScalingGroupName", "ScalingProcesses"],
        &[],
    ),
    line(
        "autoscaling",
        "AttachLoadBalancerTargetGroups",
        &["AutoScalingGroupName", "TargetGroupARNs"],
        &[],
    ),
    line(
        "autoscaling",
        "DeleteAutoScalingGroup",
        &["AutoScalingGroupName", "ForceDelete"],
        &[],
    ),
    line(
        "cloudwatch",
        "PutMetricAlarm",
        ALARM,
        &[
            ("Statistic", "Average"),
            ("Period", "60"),
            ("EvaluationPeriods", "3"),
            ("ComparisonOperator", "GreaterThanThreshold"),
        ],
    ),
    Line {
        described: Some(&Described {
            operation: "DescribeAlarms",
            names: "AlarmNames",
            list: "MetricAlarms",
        }),
        ..named("edit-alarm", line("cloudwatch", "PutMetricAlarm", ALARM, &[]))
    },
    line("cloudwatch", "DeleteAlarms", &["AlarmNames"], &[]),
    line(
        "cloudwatch",
        "SetAlarmState",
        &["AlarmName", "StateValue", "StateReason"],
        &[],
    ),
    line("sns", "CreateTopic", &["Name"], &[]),
    line(
        "sns",
        "Subscribe",
        &["TopicArn", "Protocol", "Endpoint"],
        &[("Protocol", "email")],
    ),
    line("fis", "StartExperiment", &["experimentTemplateId"], &[]),
    line(
        "arc-zonal-shift",
        "StartZonalShift",
        &["resourceIdentifier", "awayFrom", "expiresIn", "comment"],
        &[("expiresIn", "30m")],
    ),
    line("sandbox", "Traffic", &[], &[]),
    line("sandbox", "Clients", &["Endpoint"], &[]),
    line("sandbox", "Fault", &[], &[]),
    line("sandbox", "EndFault", &["FaultId"], &[]),
    line(
        "sandbox",
        "Capacity",
        &["Zone", "InstanceType", "Free"],
        &[("InstanceType", "t3.micro")],
    ),
    line("sandbox", "Request", &["Count", "Route"], &[]),
];

#[cfg(test)]
mod tests {
    use api::ShapeInfo;

    use super::*;

    #[test]
    fn every_line_is_of_an_operation_and_of_its_members() {
        for line in TABLE {
            let operation =
                find(line.service, line.operation).unwrap_or_else(|| panic!("{}", line.operation));
            let info: &ShapeInfo = (operation.input)();
            let known = |name: &str| info.members.iter().any(|member| member.name == name);
            let started = line
                .start
                .iter()
                .map(|(path, _)| path.split('.').next().unwrap_or(path));
            for name in line.first.iter().copied().chain(started) {
                assert!(known(name), "{} has no {name}", line.operation);
            }
        }
    }

    #[test]
    fn every_form_is_found_by_its_key_and_none_twice() {
        let mut all: Vec<String> = keys().map(|recipe| recipe.key()).collect();
        for key in &all {
            assert_eq!(
                Recipe::find(key).map(|recipe| recipe.key()).as_deref(),
                Some(key.as_str())
            );
        }
        for operation in all_operations() {
            let served = keys().any(|recipe| std::ptr::eq(recipe.operation, operation));
            assert!(served, "{}", operation.name);
        }
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
