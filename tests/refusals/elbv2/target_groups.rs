//! Target groups and their targets.

use super::check;

#[test]
fn target_groups() {
    let with = |more: &str| {
        format!(r#"{{"Name": "api", "Protocol": "HTTP", "Port": 80, "VpcId": "{{vpc}}", {more}}}"#)
    };
    check(
        "CreateTargetGroup",
        &[
            (
                r#"{"Name": "api"}"#,
                "(ValidationError) A protocol must be specified",
            ),
            (
                r#"{"Name": "api", "Protocol": "HTTP"}"#,
                "(ValidationError) A port must be specified",
            ),
            (
                r#"{"Name": "api", "Protocol": "HTTP", "Port": 80}"#,
                "(ValidationError) A VPC ID must be specified",
            ),
            (
                r#"{"Name": "api", "Protocol": "HTTP", "Port": 80, "VpcId": "vpc-1"}"#,
                "(ValidationError) The VPC ID 'vpc-1' is not found",
            ),
            (
                r#"{"Name": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "Protocol": "HTTP", "Port": 80, "VpcId": "{vpc}"}"#,
                "(ValidationError) Target group name 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' cannot be longer than '32' \
                 characters",
            ),
            (
                r#"{"Name": "web", "Protocol": "HTTP", "Port": 81, "VpcId": "{vpc}"}"#,
                "(DuplicateTargetGroupName) A target group with the same name 'web' exists, but with different settings",
            ),
            (
                &with(r#""HealthCheckIntervalSeconds": 4"#),
                "(ValidationError) 1 validation error detected: Value '4' at 'healthCheckIntervalSeconds' failed to \
                 satisfy constraint: Member must have value greater than or equal to 5",
            ),
            (
                &with(r#""HealthCheckIntervalSeconds": 10, "HealthCheckTimeoutSeconds": 10"#),
                "(ValidationError) Health check interval must be greater than the timeout.",
            ),
            (
                &with(r#""HealthCheckPath": "health""#),
                "(ValidationError) Health check path 'health' must begin with '/'",
            ),
            (
                &with(r#""HealthCheckPort": "0""#),
                "(ValidationError) Health check port '0' must be 'traffic-port' or from 1 to 65535",
            ),
            (
                &with(r#""Matcher": {"HttpCode": "500"}"#),
                "(ValidationError) Health check matcher HTTP code '500' must be within '200-499' inclusive",
            ),
            (
                &with(r#""HealthCheckEnabled": false"#),
                "(ValidationError) Health check enabled must be true for target groups with target type 'instance'",
            ),
            (
                &with(r#""TargetType": "lambda""#),
                "(ValidationError) 1 validation error detected: Value 'lambda' at 'targetType' failed to satisfy \
                 constraint: Member must satisfy enum value set: [instance]",
            ),
        ],
    );
    check(
        "ModifyTargetGroup",
        &[
            (
                r#"{"TargetGroupArn": "{none:tg}"}"#,
                "(TargetGroupNotFound) One or more target groups not found",
            ),
            (
                r#"{"TargetGroupArn": "{tg}", "HealthCheckTimeoutSeconds": 30}"#,
                "(ValidationError) Health check interval must be greater than the timeout.",
            ),
        ],
    );
    check(
        "DeleteTargetGroup",
        &[(
            r#"{"TargetGroupArn": "{tg}"}"#,
            "(ResourceInUse) Target group '{tg}' is currently in use by a listener or a rule",
        )],
    );
    check(
        "ModifyTargetGroupAttributes",
        &[
            (
                r#"{"TargetGroupArn": "{tg}", "Attributes": [{"Key": "lambda.multi_value_headers.enabled"}]}"#,
                "(InvalidConfigurationRequest) Target group attribute key 'lambda.multi_value_headers.enabled' is not \
                 supported on target groups with target type 'instance' of load balancers with type 'application'",
            ),
            (
                r#"{"TargetGroupArn": "{tg}", "Attributes": [{"Key": "slow_start", "Value": "30"}]}"#,
                "(ValidationError) Target group attribute key 'slow_start' is not recognized",
            ),
            (
                r#"{"TargetGroupArn": "{tg}", "Attributes": [{"Key": "slow_start.duration_seconds", "Value": "29"}]}"#,
                "(ValidationError) '29' is not a valid value for attribute 'slow_start.duration_seconds'",
            ),
            (
                r#"{"TargetGroupArn": "{tg}", "Attributes": [
                    {"Key": "slow_start.duration_seconds", "Value": "30"},
                    {"Key": "load_balancing.algorithm.type", "Value": "least_outstanding_requests"}]}"#,
                "(InvalidConfigurationRequest) You cannot enable slow start with the load balancing algorithm \
                 'least_outstanding_requests'",
            ),
            (
                r#"{"TargetGroupArn": "{tg}", "Attributes": [
                    {"Key": "load_balancing.algorithm.anomaly_mitigation", "Value": "on"}]}"#,
                "(InvalidConfigurationRequest) You cannot enable anomaly mitigation with the load balancing algorithm \
                 'round_robin'",
            ),
            (
                r#"{"TargetGroupArn": "{tg}", "Attributes": [
                    {"Key": "stickiness.enabled", "Value": "true"},
                    {"Key": "load_balancing.algorithm.type", "Value": "weighted_random"}]}"#,
                "(InvalidConfigurationRequest) You cannot enable stickiness with the load balancing algorithm \
                 'weighted_random'",
            ),
            (
                r#"{"TargetGroupArn": "{tg}", "Attributes": [
                    {"Key": "stickiness.app_cookie.cookie_name", "Value": "AWSALBAPP"}]}"#,
                "(ValidationError) 'AWSALBAPP' is not a valid value for attribute 'stickiness.app_cookie.cookie_name'",
            ),
            (
                r#"{"TargetGroupArn": "{tg}", "Attributes": [
                    {"Key": "stickiness.type", "Value": "app_cookie"},
                    {"Key": "stickiness.enabled", "Value": "true"}]}"#,
                "(InvalidConfigurationRequest) You must specify the name of the application cookie to enable stickiness of \
                 the type 'app_cookie'",
            ),
            (
                r#"{"TargetGroupArn": "{tg}", "Attributes": [
                    {"Key": "stickiness.enabled", "Value": "true"},
                    {"Key": "load_balancing.cross_zone.enabled", "Value": "false"}]}"#,
                "(InvalidConfigurationRequest) You cannot enable stickiness while cross-zone load balancing is off",
            ),
        ],
    );
    check(
        "DescribeTargetGroups",
        &[
            (
                r#"{"Names": ["web", "api"]}"#,
                "(TargetGroupNotFound) One or more target groups not found",
            ),
            (
                r#"{"TargetGroupArns": ["{none:tg}"]}"#,
                "(TargetGroupNotFound) One or more target groups not found",
            ),
            (
                r#"{"TargetGroupArns": ["{lb}"]}"#,
                "(ValidationError) '{lb}' is not a valid target group ARN",
            ),
        ],
    );
    check(
        "DescribeTargetGroupAttributes",
        &[(
            r#"{"TargetGroupArn": "{none:tg}"}"#,
            "(TargetGroupNotFound) One or more target groups not found",
        )],
    );
}

#[test]
fn targets() {
    let unknown = "(InvalidTarget) The following targets are not valid instances: 'i-0123456789abcdef0'";
    check(
        "RegisterTargets",
        &[
            (
                r#"{"TargetGroupArn": "{none:tg}", "Targets": [{"Id": "{id:0}"}]}"#,
                "(TargetGroupNotFound) One or more target groups not found",
            ),
            (
                r#"{"TargetGroupArn": "{tg}", "Targets": [{"Id": "{id:1}"}]}"#,
                "(InvalidTarget) The following targets are not in a running state and cannot be registered: '{id:1}'",
            ),
            (
                r#"{"TargetGroupArn": "{tg}", "Targets": [{"Id": "{id:0}"}, {"Id": "i-0123456789abcdef0"}]}"#,
                unknown,
            ),
            (
                r#"{"TargetGroupArn": "{tg}", "Targets": [{"Id": "web"}]}"#,
                "(ValidationError) Instance ID 'web' is not valid",
            ),
            (
                r#"{"TargetGroupArn": "{tg}", "Targets": [{"Id": "{id:0}", "Port": 0}]}"#,
                "(ValidationError) 1 validation error detected: Value '0' at 'targets.1.member.port' failed to \
                 satisfy constraint: Member must have value greater than or equal to 1",
            ),
        ],
    );
    for operation in ["DeregisterTargets", "DescribeTargetHealth"] {
        check(
            operation,
            &[(
                r#"{"TargetGroupArn": "{tg}", "Targets": [{"Id": "i-0123456789abcdef0"}]}"#,
                unknown,
            )],
        );
    }
}

#[test]
fn a_dns_minimum_below_the_routing_minimum() {
    check(
        "ModifyTargetGroupAttributes",
        &[(
            r#"{"TargetGroupArn": "{tg}", "Attributes": [{"Value": "2",
                "Key": "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count"}]}"#,
            "(InvalidConfigurationRequest) The DNS failover minimum healthy target count must be greater than or equal \
             to the unhealthy state routing minimum healthy target count",
        )],
    );
}
