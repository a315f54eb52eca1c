//! Calls about load balancing, in an account with the load balancer `web` (zones a and b), its listener on port 80 with a
//! rule of priority 10, the group `web` with the running instance 0, and the stopped instance 1.

#![allow(clippy::too_many_lines)] // tables

use cloud::lab::Lab;

const LB: &str = "arn:aws:elasticloadbalancing:us-east-2:123456789012:loadbalancer/app/no/0123456789abcdef";
const TG: &str = "arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/no/0123456789abcdef";
const LISTENER: &str =
    "arn:aws:elasticloadbalancing:us-east-2:123456789012:listener/app/no/0123456789abcdef/0123456789abcdef";
const RULE: &str = "arn:aws:elasticloadbalancing:us-east-2:123456789012:listener-rule/app/no/0123456789abcdef/\
    0123456789abcdef/0123456789abcdef";

struct Account {
    lab: Lab,
    names: Vec<(&'static str, String)>,
}

impl Account {
    fn new() -> Self {
        let mut lab = Lab::new();
        let instances = lab.launch(2, 'a');
        lab.pass_secs(60);
        let subnets = &lab.cloud().ec2.subnet_ids;
        let mut names = vec![
            ("{subnet:a}", subnets[0].clone()),
            ("{subnet:b}", subnets[1].clone()),
            ("{vpc}", lab.cloud().ec2.vpc_id.clone()),
            ("{none:lb}", LB.to_owned()),
            ("{none:tg}", TG.to_owned()),
            ("{none:listener}", LISTENER.to_owned()),
            ("{none:rule}", RULE.to_owned()),
        ];
        lab.stop(instances[1]);
        let mut account = Self {
            lab,
            names: Vec::new(),
        };
        account.names.append(&mut names);
        account.make(
            "CreateLoadBalancer",
            r#"{"Name": "web", "Subnets": ["{subnet:a}", "{subnet:b}"]}"#,
            "{lb}",
        );
        account.make(
            "CreateTargetGroup",
            r#"{"Name": "web", "Protocol": "HTTP", "Port": 80, "VpcId": "{vpc}"}"#,
            "{tg}",
        );
        let forward = r#"[{"Type": "forward", "TargetGroupArn": "{tg}"}]"#;
        let listener = format!(
            r#"{{"LoadBalancerArn": "{{lb}}", "Protocol": "HTTP", "Port": 80, "DefaultActions": {forward}}}"#
        );
        account.make("CreateListener", &listener, "{listener}");
        let rule = format!(
            r#"{{"ListenerArn": "{{listener}}", "Priority": 10, "Actions": {forward},
                "Conditions": [{{"Field": "path-pattern", "Values": ["/a"]}}]}}"#
        );
        account.make("CreateRule", &rule, "{rule}");
        account.lab.pass_secs(200);
        account
    }

    /// Makes something and remembers the first ARN of the answer under a name.
    fn make(&mut self, operation: &str, request: &str, name: &'static str) {
        let answer = self.call(operation, request).expect("it is accepted");
        let text = api::json::compact(api::Value::Shape(answer.shape().expect("it answers")));
        let start = text.find("arn:aws:").expect("there is an ARN");
        let end = text[start..].find('"').expect("it ends") + start;
        self.names.push((name, text[start..end].to_owned()));
    }

    fn call(&mut self, operation: &str, request: &str) -> Result<api::Output, api::ApiError> {
        let request = self.filled_in(request);
        self.lab.call("elbv2", operation, &request)
    }

    fn filled_in(&self, text: &str) -> String {
        let names = self.names.iter();
        names.fold(text.to_owned(), |text, (name, value)| text.replace(name, value))
    }
}

fn check(operation: &str, refusals: &[(&str, &str)]) {
    let mut account = Account::new();
    let before = account.lab.cloud().digest();
    for (request, refusal) in refusals {
        let found = account
            .call(operation, request)
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default();
        let expected = account.filled_in(refusal);
        let expected = account
            .lab
            .cloud()
            .ec2
            .instances
            .iter()
            .enumerate()
            .fold(expected, |text, (place, instance)| {
                text.replace(&format!("{{id:{place}}}"), &instance.id)
            });
        assert_eq!(found, expected, "{operation} {request}");
        assert_eq!(account.lab.cloud().digest(), before, "{operation} {request}");
    }
}

#[test]
fn load_balancers() {
    let two = "(ValidationError) At least two subnets in two different Availability Zones must be specified";
    check(
        "CreateLoadBalancer",
        &[
            (
                "{}",
                "(ValidationError) 1 validation error detected: Value null at 'name' failed to satisfy constraint: \
                 Member must not be null",
            ),
            (r#"{"Name": "a"}"#, two),
            (r#"{"Name": "a", "Subnets": ["{subnet:a}"]}"#, two),
            (
                r#"{"Name": "a", "Subnets": ["{subnet:a}", "{subnet:a}"]}"#,
                "(InvalidConfigurationRequest) A load balancer cannot be attached to multiple subnets in the same \
                 Availability Zone",
            ),
            (
                r#"{"Name": "a", "Subnets": ["{subnet:a}", "subnet-0123456789abcdef0"]}"#,
                "(SubnetNotFound) The subnet ID 'subnet-0123456789abcdef0' does not exist",
            ),
            (
                r#"{"Name": "web", "Subnets": ["{subnet:a}", "{subnet:b}"], "Scheme": "internal"}"#,
                "(DuplicateLoadBalancerName) A load balancer with the same name 'web' exists, but with different settings",
            ),
            (
                r#"{"Name": "-a", "Subnets": ["{subnet:a}", "{subnet:b}"]}"#,
                "(ValidationError) Load balancer name '-a' cannot begin or end with '-'",
            ),
            (
                r#"{"Name": "internal-a", "Subnets": ["{subnet:a}", "{subnet:b}"]}"#,
                "(ValidationError) Load balancer name 'internal-a' cannot begin with 'internal-'",
            ),
            (
                r#"{"Name": "a_b", "Subnets": ["{subnet:a}", "{subnet:b}"]}"#,
                "(ValidationError) Load balancer name 'a_b' can only contain characters that are alphanumeric \
                 characters and hyphens(-)",
            ),
            (
                r#"{"Name": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "Subnets": ["{subnet:a}", "{subnet:b}"]}"#,
                "(ValidationError) Load balancer name 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' cannot be longer than '32' \
                 characters",
            ),
            (
                r#"{"Name": "a", "Subnets": ["{subnet:a}", "{subnet:b}"], "SecurityGroups": ["sg-0123456789abcdef0"]}"#,
                "(InvalidSecurityGroup) The security group 'sg-0123456789abcdef0' does not exist",
            ),
            (
                r#"{"Name": "a", "Subnets": ["{subnet:a}", "{subnet:b}"], "Type": "network"}"#,
                "(ValidationError) 1 validation error detected: Value 'network' at 'type' failed to satisfy \
                 constraint: Member must satisfy enum value set: [application]",
            ),
            (
                r#"{"Name": "a", "Subnets": ["{subnet:a}", "{subnet:b}"], "Tags": [{"Key": "k"}, {"Key": "k"}]}"#,
                "(DuplicateTagKeys) A tag key was specified more than once: 'k'",
            ),
        ],
    );
    let attributes = |pair: &str| format!(r#"{{"LoadBalancerArn": "{{lb}}", "Attributes": [{pair}]}}"#);
    check(
        "ModifyLoadBalancerAttributes",
        &[
            (
                r#"{"LoadBalancerArn": "{none:lb}", "Attributes": [{"Key": "a"}]}"#,
                "(LoadBalancerNotFound) Load balancer '{none:lb}' not found",
            ),
            (
                &attributes(r#"{"Key": "idle_timeout", "Value": "1"}"#),
                "(ValidationError) Load balancer attribute key 'idle_timeout' is not recognized",
            ),
            (
                &attributes(r#"{"Key": "idle_timeout.timeout_seconds", "Value": "4001"}"#),
                "(ValidationError) '4001' is not a valid value for attribute 'idle_timeout.timeout_seconds'",
            ),
            (
                &attributes(
                    r#"{"Key": "dns_record.client_routing_policy", "Value": "any_availability_zone"}"#,
                ),
                "(InvalidConfigurationRequest) Load balancer attribute key 'dns_record.client_routing_policy' is not \
                 supported on load balancers with type 'application'",
            ),
            (
                &attributes(r#"{"Key": "access_logs.s3.enabled", "Value": "true"}"#),
                "(ValidationError) access_logs.s3.enabled: AWS has this, but it is not modelled here: only 'false' is \
                 accepted",
            ),
            (
                &attributes(
                    r#"{"Key": "idle_timeout.timeout_seconds", "Value": "30"}, {"Key": "routing.http2.enabled", "Value": "false"}"#,
                ),
                "(ValidationError) routing.http2.enabled: AWS has this, but it is not modelled here: only 'true' is \
                 accepted",
            ),
            (
                &attributes(r#"{"Key": "load_balancing.cross_zone.enabled", "Value": "false"}"#),
                "(ValidationError) 'false' is not a valid value for attribute 'load_balancing.cross_zone.enabled'",
            ),
        ],
    );
    for operation in ["SetSubnets", "DescribeLoadBalancerAttributes"] {
        check(
            operation,
            &[(
                r#"{"LoadBalancerArn": "{none:lb}"}"#,
                "(LoadBalancerNotFound) Load balancer '{none:lb}' not found",
            )],
        );
    }
    let no_ipv6 = "(InvalidSubnet) You must specify subnets with an associated IPv6 CIDR block.";
    check(
        "SetIpAddressType",
        &[
            (
                r#"{"LoadBalancerArn": "{none:lb}", "IpAddressType": "ipv4"}"#,
                "(LoadBalancerNotFound) Load balancer '{none:lb}' not found",
            ),
            (
                r#"{"LoadBalancerArn": "{lb}", "IpAddressType": "dualstack"}"#,
                no_ipv6,
            ),
            (
                r#"{"LoadBalancerArn": "{lb}", "IpAddressType": "ipv6"}"#,
                "(ValidationError) 1 validation error detected: Value 'ipv6' at 'ipAddressType' failed to satisfy \
                 constraint: Member must satisfy enum value set: [ipv4, dualstack, dualstack-without-public-ipv4]",
            ),
        ],
    );
    check(
        "SetSubnets",
        &[
            (r#"{"LoadBalancerArn": "{lb}"}"#, two),
            (
                r#"{"LoadBalancerArn": "{lb}", "Subnets": ["{subnet:a}", "{subnet:b}"], "IpAddressType": "dualstack"}"#,
                no_ipv6,
            ),
            (
                r#"{"LoadBalancerArn": "{lb}", "Subnets": ["{subnet:a}"], "SubnetMappings": [{"SubnetId": "{subnet:b}"}]}"#,
                "(ValidationError) You cannot specify both subnets and subnet mappings",
            ),
        ],
    );
    for operation in [
        "DescribeLoadBalancers",
        "DescribeAccountLimits",
        "DescribeTargetGroups",
    ] {
        check(
            operation,
            &[
                (
                    r#"{"PageSize": 401}"#,
                    "(ValidationError) 1 validation error detected: Value '401' at 'pageSize' failed to satisfy \
                     constraint: Member must have value less than or equal to 400",
                ),
                (
                    r#"{"Marker": "next"}"#,
                    "(ValidationError) The specified marker is not valid",
                ),
            ],
        );
    }
    check(
        "SetSecurityGroups",
        &[(
            r#"{"LoadBalancerArn": "{lb}", "SecurityGroups": ["sg-0123456789abcdef0"]}"#,
            "(InvalidSecurityGroup) The security group 'sg-0123456789abcdef0' does not exist",
        )],
    );
    check(
        "DescribeLoadBalancers",
        &[
            (
                r#"{"Names": ["api"]}"#,
                "(LoadBalancerNotFound) Load balancers '[api]' not found",
            ),
            (
                r#"{"LoadBalancerArns": ["web"]}"#,
                "(ValidationError) 'web' is not a valid load balancer ARN",
            ),
        ],
    );
    check(
        "DeleteLoadBalancer",
        &[(
            r#"{"LoadBalancerArn": "web"}"#,
            "(ValidationError) 'web' is not a valid load balancer ARN",
        )],
    );
}

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
                "(ValidationError) Health check timeout '10' must be smaller than the interval '10'",
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
                "(TargetGroupNotFound) Target group '{none:tg}' not found",
            ),
            (
                r#"{"TargetGroupArn": "{tg}", "HealthCheckTimeoutSeconds": 30}"#,
                "(ValidationError) Health check timeout '30' must be smaller than the interval '30'",
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
        &[(
            r#"{"Names": ["api"]}"#,
            "(TargetGroupNotFound) One or more target groups not found",
        )],
    );
    check(
        "DescribeTargetGroupAttributes",
        &[(
            r#"{"TargetGroupArn": "{none:tg}"}"#,
            "(TargetGroupNotFound) Target group '{none:tg}' not found",
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
                "(TargetGroupNotFound) Target group '{none:tg}' not found",
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
fn listeners_and_rules() {
    let listener = |more: &str| format!(r#"{{"LoadBalancerArn": "{{lb}}", "Protocol": "HTTP", {more}}}"#);
    check(
        "CreateListener",
        &[
            (
                &listener(r#""Port": 80, "DefaultActions": [{"Type": "forward", "TargetGroupArn": "{tg}"}]"#),
                "(DuplicateListener) A listener already exists on this port for this load balancer '{lb}'",
            ),
            (
                &listener(r#""Port": 81, "DefaultActions": [{"Type": "forward"}]"#),
                "(ValidationError) A target group ARN must be specified for a forward action",
            ),
            (
                &listener(
                    r#""Port": 81, "DefaultActions": [{"Type": "forward", "TargetGroupArn": "{none:tg}"}]"#,
                ),
                "(TargetGroupNotFound) Target group '{none:tg}' not found",
            ),
            (
                &listener(r#""Port": 81, "DefaultActions": [{"Type": "redirect"}]"#),
                "(InvalidLoadBalancerAction) A redirect action requires a RedirectConfig",
            ),
            (
                &listener(
                    r#""Port": 81, "DefaultActions": [{"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "302"}}]"#,
                ),
                "(ValidationError) The fixed response code '302' must match 2XX, 4XX or 5XX",
            ),
            (
                &listener(r#""DefaultActions": [{"Type": "forward", "TargetGroupArn": "{tg}"}]"#),
                "(ValidationError) A listener port must be specified",
            ),
            (
                r#"{"LoadBalancerArn": "{none:lb}", "Protocol": "HTTP", "Port": 80, "DefaultActions": [{"Type": "forward"}]}"#,
                "(LoadBalancerNotFound) Load balancer '{none:lb}' not found",
            ),
        ],
    );
    let not_there = "(ListenerNotFound) Listener '{none:listener}' not found";
    for operation in ["ModifyListener", "DeleteListener"] {
        check(operation, &[(r#"{"ListenerArn": "{none:listener}"}"#, not_there)]);
    }
    let too_long = r#"{"ListenerArn": "{listener}", "DefaultActions": [{"Type": "forward", "ForwardConfig": {
        "TargetGroups": [{"TargetGroupArn": "{tg}"}],
        "TargetGroupStickinessConfig": {"Enabled": true, "DurationSeconds": 604801}}}]}"#;
    let answer = "(ValidationError) The target group stickiness duration must be from 1 to 604800 seconds";
    check("ModifyListener", &[(too_long, answer)]);
    check(
        "DescribeListeners",
        &[
            (
                "{}",
                "(ValidationError) You must specify either listener ARNs or a load balancer ARN",
            ),
            (r#"{"ListenerArns": ["{none:listener}"]}"#, not_there),
        ],
    );
    let rule = |priority: u32, conditions: &str| {
        format!(
            r#"{{"ListenerArn": "{{listener}}", "Priority": {priority}, "Conditions": [{conditions}],
                "Actions": [{{"Type": "forward", "TargetGroupArn": "{{tg}}"}}]}}"#
        )
    };
    check(
        "CreateRule",
        &[
            (
                &rule(10, r#"{"Field": "path-pattern", "Values": ["/b"]}"#),
                "(PriorityInUse) Priority '10' is currently in use",
            ),
            (
                &rule(11, r#"{"Values": ["/b"]}"#),
                "(ValidationError) A condition field must be specified",
            ),
            (
                &rule(11, r#"{"Field": "path-pattern"}"#),
                "(ValidationError) A condition value must be specified",
            ),
            (
                &rule(
                    11,
                    r#"{"Field": "path-pattern", "Values": ["1", "2", "3", "4", "5", "6"]}"#,
                ),
                "(ValidationError) A rule can only have '5' condition values",
            ),
            (
                &rule(
                    11,
                    r#"{"Field": "path-pattern", "Values": ["/*/*/*", "/??", "/b*", "/?"]}"#,
                ),
                "(ValidationError) A rule can only have '6' condition wildcards",
            ),
            (
                &rule(50_001, r#"{"Field": "path-pattern", "Values": ["/b"]}"#),
                "(ValidationError) 1 validation error detected: Value '50001' at 'priority' failed to satisfy \
                 constraint: Member must have value less than or equal to 50000",
            ),
        ],
    );
    let no_rule = "(RuleNotFound) Rule '{none:rule}' not found";
    for operation in ["ModifyRule", "DeleteRule"] {
        check(operation, &[(r#"{"RuleArn": "{none:rule}"}"#, no_rule)]);
    }
    check(
        "SetRulePriorities",
        &[
            (
                r#"{"RulePriorities": [{"RuleArn": "{none:rule}", "Priority": 5}]}"#,
                no_rule,
            ),
            (
                r#"{"RulePriorities": [{"RuleArn": "{rule}"}]}"#,
                "(ValidationError) A rule priority must be specified",
            ),
        ],
    );
    check(
        "DescribeRules",
        &[
            (
                "{}",
                "(ValidationError) You must specify either listener rule ARNs or a listener ARN",
            ),
            (r#"{"RuleArns": ["{none:rule}"]}"#, no_rule),
        ],
    );
    for operation in ["AddTags", "RemoveTags"] {
        check(
            operation,
            &[(
                r#"{"ResourceArns": ["{none:lb}"], "Tags": [{"Key": "a"}], "TagKeys": ["a"]}"#
                    .replace(
                        if operation == "AddTags" {
                            r#", "TagKeys": ["a"]"#
                        } else {
                            r#""Tags": [{"Key": "a"}], "#
                        },
                        "",
                    )
                    .as_str(),
                "(LoadBalancerNotFound) Load balancer '{none:lb}' not found",
            )],
        );
    }
    check(
        "DescribeTags",
        &[(
            r#"{"ResourceArns": ["{none:tg}"]}"#,
            "(TargetGroupNotFound) Target group '{none:tg}' not found",
        )],
    );
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
