//! Target groups: who answers, and how that is checked.

use super::{Attribute, Tag};
use crate::shape::shapes;

/// What may be registered in a group.
pub const TARGET_TYPES: &[&str] = &["instance"];
const PROTOCOLS: &[&str] = &["HTTP"];
const VERSIONS: &[&str] = &["HTTP1"];

shapes! {
    /// Makes a target group.
    pub struct CreateTargetGroupInput {
        /// At most 32 letters, digits and hyphens.
        name: Option<String> = "Name" required,
        /// What the targets speak.
        protocol: Option<String> = "Protocol" one_of(PROTOCOLS),
        /// The version of HTTP.
        protocol_version: Option<String> = "ProtocolVersion" one_of(VERSIONS) default("HTTP1"),
        /// The port of targets that are registered without one.
        port: Option<i64> = "Port" range(1..=65_535),
        /// The VPC of the targets.
        vpc_id: Option<String> = "VpcId",
        /// What health checks speak.
        health_check_protocol: Option<String> = "HealthCheckProtocol" one_of(PROTOCOLS) default("HTTP"),
        /// The port that is checked; `traffic-port` is the target's own.
        health_check_port: Option<String> = "HealthCheckPort" default("traffic-port"),
        /// Whether health is checked; it always is.
        health_check_enabled: Option<bool> = "HealthCheckEnabled",
        /// The path that is asked for.
        health_check_path: Option<String> = "HealthCheckPath" length(1..=1_024) default("/"),
        /// From one check to the next.
        health_check_interval_seconds: Option<i64> = "HealthCheckIntervalSeconds" range(5..=300) default("30"),
        /// How long a check waits for an answer.
        health_check_timeout_seconds: Option<i64> = "HealthCheckTimeoutSeconds" range(2..=120) default("5"),
        /// Passed checks in a row that make an unhealthy target healthy.
        healthy_threshold_count: Option<i64> = "HealthyThresholdCount" range(2..=10) default("5"),
        /// Failed checks in a row that make a healthy target unhealthy.
        unhealthy_threshold_count: Option<i64> = "UnhealthyThresholdCount" range(2..=10) default("2"),
        /// Which answers pass.
        matcher: Option<Matcher> = "Matcher",
        /// What is registered.
        target_type: Option<String> = "TargetType" one_of(TARGET_TYPES) default("instance"),
        /// Tags for it.
        tags: Vec<Tag> = "Tags",
    }
    without "IpAddressType=ipv4 TargetControlPort"

    /// The target group.
    pub struct CreateTargetGroupOutput {
        /// It alone.
        target_groups: Vec<TargetGroup> = "TargetGroups" always,
    }

    /// Describes target groups.
    pub struct DescribeTargetGroupsInput {
        /// Those that this load balancer forwards to.
        load_balancer_arn: Option<String> = "LoadBalancerArn",
        /// These, by ARN.
        target_group_arns: Vec<String> = "TargetGroupArns",
        /// These, by name.
        names: Vec<String> = "Names",
        /// Where the last answer ended.
        marker: Option<String> = "Marker",
        /// How many at a time.
        page_size: Option<i64> = "PageSize" range(1..=400) default("400"),
    }

    /// The target groups.
    pub struct DescribeTargetGroupsOutput {
        /// In the order in which they were made.
        target_groups: Vec<TargetGroup> = "TargetGroups" always,
        /// Where to go on, if there are more.
        next_marker: Option<String> = "NextMarker",
    }

    /// Changes how the health of a group's targets is checked.
    pub struct ModifyTargetGroupInput {
        /// Which.
        target_group_arn: Option<String> = "TargetGroupArn" required,
        /// What health checks speak.
        health_check_protocol: Option<String> = "HealthCheckProtocol" one_of(PROTOCOLS),
        /// The port that is checked.
        health_check_port: Option<String> = "HealthCheckPort",
        /// The path that is asked for.
        health_check_path: Option<String> = "HealthCheckPath" length(1..=1_024),
        /// Whether health is checked; it always is.
        health_check_enabled: Option<bool> = "HealthCheckEnabled",
        /// From one check to the next.
        health_check_interval_seconds: Option<i64> = "HealthCheckIntervalSeconds" range(5..=300),
        /// How long a check waits for an answer.
        health_check_timeout_seconds: Option<i64> = "HealthCheckTimeoutSeconds" range(2..=120),
        /// Passed checks in a row that make an unhealthy target healthy.
        healthy_threshold_count: Option<i64> = "HealthyThresholdCount" range(2..=10),
        /// Failed checks in a row that make a healthy target unhealthy.
        unhealthy_threshold_count: Option<i64> = "UnhealthyThresholdCount" range(2..=10),
        /// Which answers pass.
        matcher: Option<Matcher> = "Matcher",
    }

    /// The target group.
    pub struct ModifyTargetGroupOutput {
        /// It alone.
        target_groups: Vec<TargetGroup> = "TargetGroups" always,
    }

    /// Deletes a target group that nothing forwards to.
    pub struct DeleteTargetGroupInput {
        /// Which.
        target_group_arn: Option<String> = "TargetGroupArn" required,
    }

    /// Changes attributes of a target group.
    pub struct ModifyTargetGroupAttributesInput {
        /// Which.
        target_group_arn: Option<String> = "TargetGroupArn" required,
        /// The attributes that change.
        attributes: Vec<Attribute> = "Attributes" required,
    }

    /// The attributes.
    pub struct ModifyTargetGroupAttributesOutput {
        /// All of them.
        attributes: Vec<Attribute> = "Attributes" always,
    }

    /// Describes the attributes of a target group.
    pub struct DescribeTargetGroupAttributesInput {
        /// Which.
        target_group_arn: Option<String> = "TargetGroupArn" required,
    }

    /// The attributes.
    pub struct DescribeTargetGroupAttributesOutput {
        /// All of them.
        attributes: Vec<Attribute> = "Attributes" always,
    }

    /// A target group.
    pub struct TargetGroup {
        /// Its name among all resources of AWS.
        target_group_arn: Option<String> = "TargetGroupArn",
        /// Its name.
        target_group_name: Option<String> = "TargetGroupName",
        /// What the targets speak.
        protocol: Option<String> = "Protocol",
        /// The port of targets that are registered without one.
        port: Option<i64> = "Port",
        /// The VPC of the targets.
        vpc_id: Option<String> = "VpcId",
        /// What health checks speak.
        health_check_protocol: Option<String> = "HealthCheckProtocol",
        /// The port that is checked.
        health_check_port: Option<String> = "HealthCheckPort",
        /// Whether health is checked.
        health_check_enabled: Option<bool> = "HealthCheckEnabled",
        /// From one check to the next.
        health_check_interval_seconds: Option<i64> = "HealthCheckIntervalSeconds",
        /// How long a check waits for an answer.
        health_check_timeout_seconds: Option<i64> = "HealthCheckTimeoutSeconds",
        /// Passed checks in a row that make an unhealthy target healthy.
        healthy_threshold_count: Option<i64> = "HealthyThresholdCount",
        /// Failed checks in a row that make a healthy target unhealthy.
        unhealthy_threshold_count: Option<i64> = "UnhealthyThresholdCount",
        /// The path that is asked for.
        health_check_path: Option<String> = "HealthCheckPath",
        /// Which answers pass.
        matcher: Option<Matcher> = "Matcher",
        /// The load balancer that forwards to it.
        load_balancer_arns: Vec<String> = "LoadBalancerArns" always,
        /// What is registered.
        target_type: Option<String> = "TargetType",
        /// The version of HTTP.
        protocol_version: Option<String> = "ProtocolVersion",
        /// The kind of addresses.
        ip_address_type: Option<String> = "IpAddressType",
    }

    /// Which answers pass a check.
    pub struct Matcher {
        /// Codes and ranges of codes: `200`, `200,302`, `200-299`.
        http_code: Option<String> = "HttpCode",
    }
    without "GrpcCode"
}
