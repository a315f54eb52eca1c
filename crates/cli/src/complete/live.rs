//! What a word means that names something of the account, and how to ask which there are.

use api::Operation;

/// Things of the account that a word can name, and the command that lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Live {
    /// The service whose options mean it; empty if any does.
    service: &'static str,
    /// The options and members that name it, in the command line's spelling, parted by blanks; with `@` and an operation
    /// where only that one means it so.
    names: &'static str,
    /// The command that lists them; with [`Live::EACH`] in it, it lists those of one thing of another kind.
    pub command: &'static str,
    /// The other kind, which the command has to be run for one by one.
    pub within: Option<&'static Live>,
    /// Which of its answer: rows of one or two texts.
    pub query: &'static str,
}

const fn live(
    service: &'static str,
    names: &'static str,
    command: &'static str,
    query: &'static str,
) -> Live {
    Live {
        service,
        names,
        command,
        within: None,
        query,
    }
}

impl Live {
    /// Stands in a command for the word that names a thing of the other kind.
    pub const EACH: &'static str = "{}";

    const fn within(self, other: &'static Self) -> Self {
        Self {
            within: Some(other),
            ..self
        }
    }
}

const BALANCERS: Live = live(
    "",
    "load-balancer-arn",
    "aws elbv2 describe-load-balancers",
    "LoadBalancers[].[LoadBalancerArn, LoadBalancerName]",
);
const LISTENERS: Live = live(
    "",
    "listener-arn",
    "aws elbv2 describe-listeners --load-balancer-arn {}",
    "Listeners[].[ListenerArn, join(' ', [Protocol, to_string(Port)])]",
)
.within(&BALANCERS);
const GROUPS: Live = live(
    "",
    "auto-scaling-group-name",
    "aws autoscaling describe-auto-scaling-groups",
    "AutoScalingGroups[].[AutoScalingGroupName]",
);

/// A line for each kind of thing.
static LIVES: &[Live] = &[
    live(
        "",
        "instance-id instances instance source-instance-id",
        "aws ec2 describe-instances",
        "Reservations[].Instances[].[InstanceId, join(', ', [(Tags[?Key=='Name'].Value)[0] || '-', State.Name])]",
    ),
    live(
        "elbv2",
        "id",
        "aws ec2 describe-instances",
        "Reservations[].Instances[].[InstanceId, State.Name]",
    ),
    live(
        "",
        "image-id",
        "aws ec2 describe-images --owners self amazon",
        "Images[].[ImageId, Name]",
    ),
    live(
        "",
        "instance-type",
        "aws ec2 describe-instance-types",
        "InstanceTypes[].[InstanceType]",
    ),
    live(
        "",
        "subnet-id subnet vpc-zone-identifier",
        "aws ec2 describe-subnets",
        "Subnets[].[SubnetId, AvailabilityZone]",
    ),
    live("", "vpc-id", "aws ec2 describe-vpcs", "Vpcs[].[VpcId, CidrBlock]"),
    live(
        "",
        "security-group-id security-group source-group",
        "aws ec2 describe-security-groups",
        "SecurityGroups[].[GroupId, GroupName]",
    ),
    live(
        "ec2",
        "group-id group",
        "aws ec2 describe-security-groups",
        "SecurityGroups[].[GroupId, GroupName]",
    ),
    live(
        "ec2",
        "group-name",
        "aws ec2 describe-security-groups",
        "SecurityGroups[].[GroupName, GroupId]",
    ),
    live(
        "ec2",
        "security-group-rule-id",
        "aws ec2 describe-security-group-rules",
        "SecurityGroupRules[].[SecurityGroupRuleId, GroupId]",
    ),
    live(
        "",
        "availability-zone zone-name zone",
        "aws ec2 describe-availability-zones",
        "AvailabilityZones[].[ZoneName, ZoneId]",
    ),
    live(
        "",
        "availability-zone-id zone-id",
        "aws ec2 describe-availability-zones",
        "AvailabilityZones[].[ZoneId, ZoneName]",
    ),
    live(
        "",
        "region-name",
        "aws ec2 describe-regions",
        "Regions[].[RegionName]",
    ),
    live(
        "",
        "launch-template-id",
        "aws ec2 describe-launch-templates",
        "LaunchTemplates[].[LaunchTemplateId, LaunchTemplateName]",
    ),
    live(
        "",
        "launch-template-name",
        "aws ec2 describe-launch-templates",
        "LaunchTemplates[].[LaunchTemplateName, LaunchTemplateId]",
    ),
    live(
        "",
        "allocation-id",
        "aws ec2 describe-addresses",
        "Addresses[].[AllocationId, PublicIp]",
    ),
    live(
        "",
        "association-id",
        "aws ec2 describe-addresses",
        "Addresses[?AssociationId].[AssociationId, PublicIp]",
    ),
    live(
        "",
        "public-ip",
        "aws ec2 describe-addresses",
        "Addresses[].[PublicIp, AllocationId]",
    ),
    live(
        "",
        "volume-id",
        "aws ec2 describe-volumes",
        "Volumes[].[VolumeId, State]",
    ),
    live(
        "",
        "network-interface-id",
        "aws ec2 describe-network-interfaces",
        "NetworkInterfaces[].[NetworkInterfaceId, PrivateIpAddress]",
    ),
    live(
        "",
        "route-table-id add-route-table-id remove-route-table-id",
        "aws ec2 describe-route-tables",
        "RouteTables[].[RouteTableId, VpcId]",
    ),
    live(
        "",
        "vpc-endpoint-id",
        "aws ec2 describe-vpc-endpoints",
        "VpcEndpoints[].[VpcEndpointId, ServiceName]",
    ),
    BALANCERS,
    LISTENERS,
    live(
        "elbv2",
        "rule-arn",
        "aws elbv2 describe-rules --listener-arn {}",
        "Rules[].[RuleArn, Priority]",
    )
    .within(&LISTENERS),
    live(
        "arc-zonal-shift",
        "resource-identifier",
        "aws elbv2 describe-load-balancers",
        "LoadBalancers[].[LoadBalancerArn, LoadBalancerName]",
    ),
    live(
        "elbv2",
        "resource-arn",
        "aws elbv2 describe-load-balancers",
        "LoadBalancers[].[LoadBalancerArn, LoadBalancerName]",
    ),
    live(
        "",
        "target-group-arn",
        "aws elbv2 describe-target-groups",
        "TargetGroups[].[TargetGroupArn, TargetGroupName]",
    ),
    GROUPS,
    live(
        "autoscaling",
        "instance-refresh-id",
        "aws autoscaling describe-instance-refreshes --auto-scaling-group-name {}",
        "InstanceRefreshes[].[InstanceRefreshId, Status]",
    )
    .within(&GROUPS),
    live(
        "autoscaling",
        "activity-id",
        "aws autoscaling describe-scaling-activities",
        "Activities[].[ActivityId, StatusCode]",
    ),
    live(
        "autoscaling",
        "policy-name",
        "aws autoscaling describe-policies",
        "ScalingPolicies[].[PolicyName, AutoScalingGroupName]",
    ),
    live(
        "autoscaling",
        "scheduled-action-name",
        "aws autoscaling describe-scheduled-actions",
        "ScheduledUpdateGroupActions[].[ScheduledActionName, AutoScalingGroupName]",
    ),
    live(
        "cloudwatch",
        "alarm-name parents-of-alarm-name children-of-alarm-name",
        "aws cloudwatch describe-alarms --alarm-types MetricAlarm CompositeAlarm",
        "[MetricAlarms, CompositeAlarms][].[AlarmName, StateValue]",
    ),
    live(
        "",
        "topic-arn alarm-action ok-action insufficient-data-action",
        "aws sns list-topics",
        "Topics[].[TopicArn]",
    ),
    live(
        "sns",
        "resource-arn",
        "aws sns list-topics",
        "Topics[].[TopicArn]",
    ),
    live(
        "sns",
        "subscription-arn",
        "aws sns list-subscriptions",
        "Subscriptions[].[SubscriptionArn, Endpoint]",
    ),
    live(
        "cloudwatch",
        "resource-arn",
        "aws cloudwatch describe-alarms --alarm-types MetricAlarm CompositeAlarm",
        "[MetricAlarms, CompositeAlarms][].[AlarmArn, AlarmName]",
    ),
    live("", "table-name", "aws dynamodb list-tables", "TableNames[].[@]"),
    live("", "bucket", "aws s3api list-buckets", "Buckets[].[Name]"),
    live(
        "fis",
        "experiment-template-id id@GetExperimentTemplate id@UpdateExperimentTemplate id@DeleteExperimentTemplate",
        "aws fis list-experiment-templates",
        "experimentTemplates[].[id, description]",
    ),
    live(
        "fis",
        "id@GetExperiment id@StopExperiment",
        "aws fis list-experiments",
        "experiments[].[id, state.status]",
    ),
    live(
        "fis",
        "id@GetAction action-id",
        "aws fis list-actions",
        "actions[].[id]",
    ),
    live(
        "arc-zonal-shift",
        "zonal-shift-id",
        "aws arc-zonal-shift list-zonal-shifts",
        "items[].[zonalShiftId, awayFrom]",
    ),
    live(
        "sandbox",
        "endpoint",
        "aws elbv2 describe-load-balancers",
        "LoadBalancers[].[DNSName, LoadBalancerName]",
    ),
    live(
        "sandbox",
        "endpoint",
        "aws ec2 describe-instances --filters Name=instance-state-name,Values=running",
        "Reservations[].Instances[?PublicIpAddress][].[PublicIpAddress, InstanceId]",
    ),
    live(
        "sandbox",
        "subject",
        "aws ec2 describe-instances",
        "Reservations[].Instances[].[InstanceId, State.Name]",
    ),
    live(
        "sandbox",
        "subject",
        "aws cloudwatch describe-alarms --alarm-types MetricAlarm CompositeAlarm",
        "[MetricAlarms, CompositeAlarms][].[AlarmName, StateValue]",
    ),
    live(
        "ec2",
        "resource",
        "aws ec2 describe-instances",
        "Reservations[].Instances[].[InstanceId, State.Name]",
    ),
    live(
        "ec2",
        "resource",
        "aws ec2 describe-security-groups",
        "SecurityGroups[].[GroupId, GroupName]",
    ),
];

/// What the option or member `name` of an operation means, if it names something of the account. What one service means
/// by a name hides what all mean.
pub(crate) fn of(operation: &Operation, name: &str) -> Vec<&'static Live> {
    let named = |known: &str| {
        let (known, only) = known.split_once('@').unwrap_or((known, operation.name));
        only == operation.name && (name == known || name.strip_suffix('s') == Some(known))
    };
    let meant = |service: &str| -> Vec<&'static Live> {
        let lives = LIVES.iter().filter(|live| live.service == service);
        lives.filter(|live| live.names.split(' ').any(named)).collect()
    };
    match meant(operation.service.name) {
        own if own.is_empty() => meant(""),
        own => own,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Line, parse};

    #[test]
    fn every_kind_of_thing_is_listed_by_a_command_that_looks() {
        for live in LIVES {
            assert_eq!(live.within.is_some(), live.command.contains(Live::EACH));
            let command = live.command.replace(Live::EACH, "one");
            let line = parse(&command).unwrap_or_else(|error| panic!("{error}"));
            assert!(
                matches!(line, Some(Line::Call(api::Call::Read(_)))),
                "{}",
                live.command
            );
            assert!(crate::output::compile(live.query).is_ok(), "{}", live.query);
        }
    }

    #[test]
    fn one_or_many_a_name_means_the_same() {
        let meant = |service: &str, operation: &str, name: &str| {
            let operation = api::find(service, operation).expect("known");
            of(operation, name)
                .iter()
                .map(|live| live.command)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            meant("ec2", "StopInstances", "instance-ids"),
            ["aws ec2 describe-instances"]
        );
        let groups = ["aws elbv2 describe-target-groups"];
        assert_eq!(meant("elbv2", "ModifyTargetGroup", "target-group-arn"), groups);
        assert_eq!(
            meant("autoscaling", "CreateAutoScalingGroup", "target-group-arns"),
            groups
        );
        assert_eq!(meant("sandbox", "Clients", "endpoint").len(), 2);
        assert_eq!(meant("fis", "StopExperiment", "id"), ["aws fis list-experiments"]);
        assert!(meant("ec2", "RunInstances", "user-data").is_empty());
    }
}
