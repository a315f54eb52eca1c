//! Rules: which requests a listener sends elsewhere.

use super::{Action, Tag};
use crate::shape::shapes;

/// What a rule can look at.
pub const CONDITION_FIELDS: &[&str] = &["path-pattern", "host-header", "http-request-method"];

shapes! {
    /// Adds a rule to a listener.
    pub struct CreateRuleInput {
        /// Which listener.
        listener_arn: Option<String> = "ListenerArn" required,
        /// What must hold for a request; all of it.
        conditions: Vec<RuleCondition> = "Conditions" required,
        /// The lowest number is asked first.
        priority: Option<i64> = "Priority" required range(1..=50_000),
        /// What is done with the request.
        actions: Vec<Action> = "Actions" required,
        /// Tags for it.
        tags: Vec<Tag> = "Tags",
    }
    without "Transforms"

    /// The rule.
    pub struct CreateRuleOutput {
        /// It alone.
        rules: Vec<Rule> = "Rules" always,
    }

    /// Describes the rules of a listener.
    pub struct DescribeRulesInput {
        /// Which listener.
        listener_arn: Option<String> = "ListenerArn",
        /// These, by ARN.
        rule_arns: Vec<String> = "RuleArns",
        /// Where the last answer ended.
        marker: Option<String> = "Marker",
        /// How many at a time.
        page_size: Option<i64> = "PageSize" range(1..=400) default("400"),
    }

    /// The rules.
    pub struct DescribeRulesOutput {
        /// In the order in which they are asked, the default last.
        rules: Vec<Rule> = "Rules" always,
        /// Where to go on, if there are more.
        next_marker: Option<String> = "NextMarker",
    }

    /// Changes a rule.
    pub struct ModifyRuleInput {
        /// Which.
        rule_arn: Option<String> = "RuleArn" required,
        /// What must hold for a request.
        conditions: Vec<RuleCondition> = "Conditions",
        /// What is done with it.
        actions: Vec<Action> = "Actions",
    }
    without "Transforms ResetTransforms=false"

    /// The rule.
    pub struct ModifyRuleOutput {
        /// It alone.
        rules: Vec<Rule> = "Rules" always,
    }

    /// Deletes a rule.
    pub struct DeleteRuleInput {
        /// Which.
        rule_arn: Option<String> = "RuleArn" required,
    }

    /// Gives rules other priorities, all at once.
    pub struct SetRulePrioritiesInput {
        /// Which rule gets which.
        rule_priorities: Vec<RulePriorityPair> = "RulePriorities" required,
    }

    /// The rules.
    pub struct SetRulePrioritiesOutput {
        /// Those asked for.
        rules: Vec<Rule> = "Rules" always,
    }

    /// A rule's new priority.
    pub struct RulePriorityPair {
        /// Which rule.
        rule_arn: Option<String> = "RuleArn",
        /// The lowest number is asked first.
        priority: Option<i64> = "Priority" range(1..=50_000),
    }

    /// A rule.
    pub struct Rule {
        /// Its name among all resources of AWS.
        rule_arn: Option<String> = "RuleArn",
        /// A number, or `default`.
        priority: Option<String> = "Priority",
        /// What must hold for a request.
        conditions: Vec<RuleCondition> = "Conditions" always,
        /// What is done with it.
        actions: Vec<Action> = "Actions" always,
        /// Whether it is the one that is asked last.
        is_default: Option<bool> = "IsDefault",
    }

    /// Something that must hold for a request.
    pub struct RuleCondition {
        /// What is looked at.
        field: Option<String> = "Field" one_of(CONDITION_FIELDS),
        /// What may stand there; `*` and `?` are wildcards.
        values: Vec<String> = "Values",
        /// The same for hosts.
        host_header_config: Option<ValuesConfig> = "HostHeaderConfig",
        /// The same for paths.
        path_pattern_config: Option<ValuesConfig> = "PathPatternConfig",
        /// The same for methods.
        http_request_method_config: Option<MethodsConfig> = "HttpRequestMethodConfig",
    }
    without "HttpHeaderConfig QueryStringConfig SourceIpConfig RegexValues"

    /// What may stand there.
    pub struct ValuesConfig {
        /// With `*` and `?` as wildcards.
        values: Vec<String> = "Values",
    }
    without "RegexValues"

    /// Which methods.
    pub struct MethodsConfig {
        /// `GET`, `POST`.
        values: Vec<String> = "Values",
    }
}
