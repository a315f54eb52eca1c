//! Listeners, rules, and tags.

use super::check;

#[test]
fn listeners_and_rules() {
    let listener = |more: &str| format!(r#"{{"LoadBalancerArn": "{{lb}}", "Protocol": "HTTP", {more}}}"#);
    check(
        "CreateListener",
        &[
            (
                &listener(
                    r#""Port": 80, "DefaultActions": [{"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "503"}}]"#,
                ),
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
                "(TargetGroupNotFound) One or more target groups not found",
            ),
            (
                &listener(r#""Port": 81, "DefaultActions": [{"Type": "redirect"}]"#),
                "(InvalidLoadBalancerAction) A redirect action requires a RedirectConfig",
            ),
            (
                &listener(
                    r##""Port": 81, "DefaultActions": [{"Type": "redirect", "RedirectConfig": {
                        "StatusCode": "HTTP_301", "Path": "/#{path}", "Protocol": "HTTP"}}]"##,
                ),
                "(InvalidLoadBalancerAction) The redirect configuration is not valid because it creates a loop.",
            ),
            (
                &listener(
                    r#""Port": 81, "DefaultActions": [{"Type": "redirect", "RedirectConfig": {
                        "StatusCode": "HTTP_301", "Path": "help"}}]"#,
                ),
                "(InvalidLoadBalancerAction) The Path parameter must be a valid path, should start with a '/', and may \
                 contain up to one of each of these placeholders: '#{path}', '#{host}', '#{port}'.",
            ),
            (
                &listener(
                    r#""Port": 81, "DefaultActions": [{"Type": "redirect", "RedirectConfig": {
                        "StatusCode": "HTTP_307", "Path": "/help"}}]"#,
                ),
                "(ValidationError) 1 validation error detected: Value 'HTTP_307' at \
                 'defaultActions.1.member.redirectConfig.statusCode' failed to satisfy constraint: Member must satisfy \
                 enum value set: [HTTP_301, HTTP_302]",
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
                r#"{"LoadBalancerArn": "{kept}", "Protocol": "HTTP", "Port": 80, "DefaultActions": [
                    {"Type": "forward", "TargetGroupArn": "{tg}"}]}"#,
                "(TargetGroupAssociationLimit) The following target groups cannot be associated with more than one load \
                 balancer: {tg}",
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
                &rule(0, r#"{"Field": "path-pattern", "Values": ["/b"]}"#),
                "(ValidationError) 1 validation error detected: Value '0' at 'priority' failed to satisfy \
                 constraint: Member must have value greater than or equal to 1",
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
            "(TargetGroupNotFound) One or more target groups not found",
        )],
    );
}
