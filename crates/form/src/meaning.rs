//! What a member names: which things of the account can be chosen there.

/// A kind of thing that can be chosen, or a list of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is what it is called")]
pub enum Meaning {
    Instance,
    Image,
    InstanceType,
    Subnet,
    Zone,
    ZoneId,
    SecurityGroup,
    SecurityGroupName,
    SecurityGroupRule,
    Vpc,
    RouteTable,
    EndpointService,
    VpcEndpoint,
    Address,
    AddressAssociation,
    ProfileAssociation,
    TemplateId,
    TemplateName,
    TargetGroup,
    LoadBalancer,
    LoadBalancing,
    Listener,
    Rule,
    RequestsPerTarget,
    Group,
    Policy,
    ScheduledAction,
    Hook,
    Topic,
    Subscription,
    Alarm,
    AlarmAction,
    Namespace,
    Metric,
    DimensionName,
    DimensionValue,
    Table,
    Bucket,
    ManagedResource,
    ZonalShift,
    ExperimentTemplate,
    Experiment,
    ExperimentAction,
    ExperimentTarget,
    /// Where employees may send requests.
    Endpoint,
    /// A fault that is on.
    Fault,
    /// These words, among others.
    Words(&'static [&'static str]),
}

use Meaning::Words;

/// The role that the images' app acts in.
const PROFILES: Meaning = Words(&["employee-directory-role"]);
const VERSIONS: Meaning = Words(&["$Default", "$Latest"]);
const PROTOCOLS: Meaning = Words(&["tcp", "udp", "icmp", "-1"]);
const SOURCES: Meaning = Words(&["0.0.0.0/0", "172.31.0.0/16"]);
const RESOURCE_TYPES: Meaning = Words(&["instance", "volume", "network-interface"]);
const HEALTH_CHECKS: Meaning = Words(&["EC2", "ELB"]);
const TERMINATION: Meaning = Words(&[
    "Default",
    "OldestInstance",
    "NewestInstance",
    "OldestLaunchTemplate",
    "ClosestToNextInstanceHour",
    "AllocationStrategy",
]);
const TIME_ZONES: Meaning = Words(&["UTC", "Europe/Berlin", "America/New_York", "Asia/Tokyo"]);
const SHIFTS: Meaning = Words(&["30m", "2h", "12h"]);
const METHODS: Meaning = Words(&["GET", "POST"]);
const STATISTICS: Meaning = Words(&["Average", "Sum", "Minimum", "Maximum", "SampleCount", "p99"]);
const TARGET_GROUP_ATTRIBUTES: Meaning = Words(&[
    "deregistration_delay.timeout_seconds",
    "slow_start.duration_seconds",
    "load_balancing.algorithm.type",
    "load_balancing.algorithm.anomaly_mitigation",
    "load_balancing.cross_zone.enabled",
    "stickiness.enabled",
    "stickiness.type",
    "stickiness.lb_cookie.duration_seconds",
    "target_group_health.dns_failover.minimum_healthy_targets.count",
    "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count",
]);
const LOAD_BALANCER_ATTRIBUTES: Meaning = Words(&[
    "idle_timeout.timeout_seconds",
    "load_balancing.cross_zone.enabled",
    "deletion_protection.enabled",
    "zonal_shift.config.enabled",
]);

/// Where a member stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    /// The service: `ec2`.
    pub(crate) service: &'static str,
    /// The operation: `RunInstances`.
    pub(crate) operation: &'static str,
    /// The shape that has the member: `LaunchTemplateData`.
    pub(crate) shape: &'static str,
    /// The member that holds that shape; empty if it is the request itself.
    pub(crate) within: &'static str,
}

/// What the member called `name` names there, if it names a thing of the account.
pub(crate) fn meaning(place: Place, name: &str) -> Option<Meaning> {
    match place.service {
        "ec2" => ec2(place, name),
        "elbv2" => elbv2(place, name),
        "autoscaling" => autoscaling(place, name),
        "cloudwatch" => cloudwatch(place, name),
        "sns" => sns(name),
        "fis" | "arc-zonal-shift" => disturbance(place, name),
        "dynamodb" => (name == "TableName").then_some(Meaning::Table),
        "s3api" => (name == "Bucket" && place.operation != "CreateBucket").then_some(Meaning::Bucket),
        "sandbox" => sandbox(name),
        _ => None,
    }
}

fn ec2(place: Place, name: &str) -> Option<Meaning> {
    Some(match (name, place.operation) {
        ("InstanceId" | "InstanceIds", _) | ("Resources", _) => Meaning::Instance,
        ("ImageId" | "ImageIds", _) => Meaning::Image,
        ("InstanceType" | "InstanceTypes", _) => Meaning::InstanceType,
        ("Value", _) if place.within == "InstanceType" => Meaning::InstanceType,
        ("SubnetId" | "SubnetIds", _) => Meaning::Subnet,
        ("AvailabilityZone" | "ZoneNames", _) => Meaning::Zone,
        ("AvailabilityZoneId" | "ZoneIds", _) => Meaning::ZoneId,
        ("SecurityGroupIds" | "GroupIds" | "GroupId" | "Groups", _) => Meaning::SecurityGroup,
        ("GroupName", "CreateSecurityGroup") => return None,
        ("GroupName", _) if place.shape == "Placement" => return None,
        ("SecurityGroups" | "GroupName" | "GroupNames", _) => Meaning::SecurityGroupName,
        ("SecurityGroupRuleIds", _) => Meaning::SecurityGroupRule,
        ("VpcId" | "VpcIds", _) => Meaning::Vpc,
        ("RouteTableIds" | "AddRouteTableIds" | "RemoveRouteTableIds", _) => Meaning::RouteTable,
        ("ServiceName", _) => Meaning::EndpointService,
        ("VpcEndpointId" | "VpcEndpointIds", _) => Meaning::VpcEndpoint,
        ("AllocationId" | "AllocationIds", _) => Meaning::Address,
        ("AssociationId", "DisassociateAddress") => Meaning::AddressAssociation,
        ("AssociationId" | "AssociationIds", _) => Meaning::ProfileAssociation,
        ("LaunchTemplateId" | "LaunchTemplateIds", _) => Meaning::TemplateId,
        ("LaunchTemplateName", "CreateLaunchTemplate") => return None,
        ("LaunchTemplateName" | "LaunchTemplateNames", _) => Meaning::TemplateName,
        ("Version" | "SourceVersion", _) => VERSIONS,
        ("Name", _) if place.shape == "IamInstanceProfileSpecification" => PROFILES,
        ("IpProtocol", _) => PROTOCOLS,
        ("CidrIp", _) => SOURCES,
        ("ResourceType", _) => RESOURCE_TYPES,
        _ => return None,
    })
}

fn elbv2(place: Place, name: &str) -> Option<Meaning> {
    Some(match name {
        "LoadBalancerArn" | "LoadBalancerArns" => Meaning::LoadBalancer,
        "TargetGroupArn" | "TargetGroupArns" => Meaning::TargetGroup,
        "ListenerArn" | "ListenerArns" => Meaning::Listener,
        "RuleArn" | "RuleArns" => Meaning::Rule,
        "ResourceArns" => Meaning::LoadBalancing,
        "Subnets" | "SubnetId" => Meaning::Subnet,
        "SecurityGroups" => Meaning::SecurityGroup,
        "VpcId" => Meaning::Vpc,
        "Id" if place.shape == "TargetDescription" => Meaning::Instance,
        "HealthCheckPort" => Words(&["traffic-port"]),
        "Values" if place.shape == "MethodsConfig" => METHODS,
        "Key" if place.operation == "ModifyTargetGroupAttributes" => TARGET_GROUP_ATTRIBUTES,
        "Key" if place.operation == "ModifyLoadBalancerAttributes" => LOAD_BALANCER_ATTRIBUTES,
        _ => return None,
    })
}

fn autoscaling(place: Place, name: &str) -> Option<Meaning> {
    let makes = |operation: &str| place.operation == operation;
    Some(match name {
        "AutoScalingGroupName" if makes("CreateAutoScalingGroup") => return None,
        "AutoScalingGroupName" | "AutoScalingGroupNames" | "ResourceId" => Meaning::Group,
        "InstanceId" | "InstanceIds" => Meaning::Instance,
        "LaunchTemplateId" => Meaning::TemplateId,
        "LaunchTemplateName" => Meaning::TemplateName,
        "Version" => VERSIONS,
        "VPCZoneIdentifier" | "SubnetIds" => Meaning::Subnet,
        "AvailabilityZones" => Meaning::Zone,
        "AvailabilityZoneIds" => Meaning::ZoneId,
        "TargetGroupARNs" | "Identifier" => Meaning::TargetGroup,
        "HealthCheckType" => HEALTH_CHECKS,
        "TerminationPolicies" => TERMINATION,
        "PolicyName" if makes("PutScalingPolicy") => return None,
        "PolicyName" | "PolicyNames" => Meaning::Policy,
        "ScheduledActionName" if makes("DeleteScheduledAction") => Meaning::ScheduledAction,
        "ScheduledActionNames" => Meaning::ScheduledAction,
        "LifecycleHookName" if makes("PutLifecycleHook") || makes("CreateAutoScalingGroup") => return None,
        "LifecycleHookName" | "LifecycleHookNames" => Meaning::Hook,
        "TimeZone" => TIME_ZONES,
        "TopicARN" => Meaning::Topic,
        "ResourceLabel" => Meaning::RequestsPerTarget,
        "MetricName" => Meaning::Metric,
        "Namespace" => Meaning::Namespace,
        "Name" if place.shape == "MetricDimension" => Meaning::DimensionName,
        "Value" if place.shape == "MetricDimension" => Meaning::DimensionValue,
        _ => return None,
    })
}

fn cloudwatch(place: Place, name: &str) -> Option<Meaning> {
    Some(match name {
        "AlarmName" if matches!(place.operation, "PutMetricAlarm" | "PutCompositeAlarm") => return None,
        "AlarmName" | "AlarmNames" | "ActionsSuppressor" => Meaning::Alarm,
        "AlarmActions" | "OKActions" | "InsufficientDataActions" => Meaning::AlarmAction,
        "MetricName" if place.shape != "MetricDatum" => Meaning::Metric,
        "Namespace" if place.operation != "PutMetricData" => Meaning::Namespace,
        "Name" if place.shape == "Dimension" => Meaning::DimensionName,
        "Value" if place.shape == "Dimension" => Meaning::DimensionValue,
        "Stat" => STATISTICS,
        _ => return None,
    })
}

fn sns(name: &str) -> Option<Meaning> {
    Some(match name {
        "TopicArn" | "ResourceArn" => Meaning::Topic,
        "SubscriptionArn" => Meaning::Subscription,
        _ => return None,
    })
}

/// Of zonal shifts and experiments.
fn disturbance(place: Place, name: &str) -> Option<Meaning> {
    Some(match name {
        "resourceIdentifier" => Meaning::ManagedResource,
        "awayFrom" => Meaning::ZoneId,
        "expiresIn" => SHIFTS,
        "zonalShiftId" => Meaning::ZonalShift,
        "experimentTemplateId" => Meaning::ExperimentTemplate,
        "id" if place.operation.ends_with("Template") => Meaning::ExperimentTemplate,
        "id" if place.operation.ends_with("Experiment") => Meaning::Experiment,
        "id" | "actionId" => Meaning::ExperimentAction,
        "resourceType" => Meaning::ExperimentTarget,
        "selectionMode" => Words(&["ALL", "COUNT(1)", "PERCENT(50)"]),
        "source" => Words(&["none", "aws:cloudwatch:alarm"]),
        _ => return None,
    })
}

fn sandbox(name: &str) -> Option<Meaning> {
    Some(match name {
        "InstanceId" => Meaning::Instance,
        "Zone" => Meaning::Zone,
        "InstanceType" => Meaning::InstanceType,
        "Endpoint" => Meaning::Endpoint,
        "FaultId" => Meaning::Fault,
        "For" | "Over" => Words(&["1m", "5m", "10m", "30m", "1h"]),
        _ => return None,
    })
}
