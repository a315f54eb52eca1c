//! Listeners: where a load balancer takes requests, and where they go if no rule says otherwise.

use super::Tag;
use crate::shape::shapes;

/// What a listener or rule can do with a request.
pub const ACTION_TYPES: &[&str] = &["forward", "redirect", "fixed-response"];
const PROTOCOLS: &[&str] = &["HTTP"];

shapes! {
    /// Makes a listener on a port.
    pub struct CreateListenerInput {
        /// Of which load balancer.
        load_balancer_arn: Option<String> = "LoadBalancerArn" required,
        /// What clients speak.
        protocol: Option<String> = "Protocol" one_of(PROTOCOLS),
        /// The port.
        port: Option<i64> = "Port" range(1..=65_535),
        /// What is done with requests that no rule matches.
        default_actions: Vec<Action> = "DefaultActions" required,
        /// Tags for it.
        tags: Vec<Tag> = "Tags",
    }
    without "SslPolicy Certificates AlpnPolicy MutualAuthentication"

    /// The listener.
    pub struct CreateListenerOutput {
        /// It alone.
        listeners: Vec<Listener> = "Listeners" always,
    }

    /// Describes listeners.
    pub struct DescribeListenersInput {
        /// Those of this load balancer.
        load_balancer_arn: Option<String> = "LoadBalancerArn",
        /// These, by ARN.
        listener_arns: Vec<String> = "ListenerArns",
        /// Where the last answer ended.
        marker: Option<String> = "Marker",
        /// How many at a time.
        page_size: Option<i64> = "PageSize" range(1..=400) default("400"),
    }

    /// The listeners.
    pub struct DescribeListenersOutput {
        /// In the order in which they were made.
        listeners: Vec<Listener> = "Listeners" always,
        /// Where to go on, if there are more.
        next_marker: Option<String> = "NextMarker",
    }

    /// Changes a listener.
    pub struct ModifyListenerInput {
        /// Which.
        listener_arn: Option<String> = "ListenerArn" required,
        /// The port.
        port: Option<i64> = "Port" range(1..=65_535),
        /// What clients speak.
        protocol: Option<String> = "Protocol" one_of(PROTOCOLS),
        /// What is done with requests that no rule matches.
        default_actions: Vec<Action> = "DefaultActions",
    }
    without "SslPolicy Certificates AlpnPolicy MutualAuthentication"

    /// The listener.
    pub struct ModifyListenerOutput {
        /// It alone.
        listeners: Vec<Listener> = "Listeners" always,
    }

    /// Deletes a listener with its rules.
    pub struct DeleteListenerInput {
        /// Which.
        listener_arn: Option<String> = "ListenerArn" required,
    }

    /// A listener.
    pub struct Listener {
        /// Its name among all resources of AWS.
        listener_arn: Option<String> = "ListenerArn",
        /// Of which load balancer.
        load_balancer_arn: Option<String> = "LoadBalancerArn",
        /// The port.
        port: Option<i64> = "Port",
        /// What clients speak.
        protocol: Option<String> = "Protocol",
        /// What is done with requests that no rule matches.
        default_actions: Vec<Action> = "DefaultActions",
    }

    /// What is done with a request.
    pub struct Action {
        /// Which of the three things that follow.
        action_type: Option<String> = "Type" required one_of(ACTION_TYPES),
        /// The one group to forward to.
        target_group_arn: Option<String> = "TargetGroupArn",
        /// Where in the order of actions; the last one decides.
        order: Option<i64> = "Order" range(1..=50_000),
        /// Another address to go to.
        redirect_config: Option<RedirectConfig> = "RedirectConfig",
        /// An answer of the load balancer itself.
        fixed_response_config: Option<FixedResponseConfig> = "FixedResponseConfig",
        /// Groups to forward to, each with its weight.
        forward_config: Option<ForwardConfig> = "ForwardConfig",
    }
    without "AuthenticateOidcConfig AuthenticateCognitoConfig JwtValidationConfig"

    /// Another address to go to; `#{host}` and the like stand for the request's own parts.
    pub struct RedirectConfig {
        /// `HTTP` or `HTTPS`.
        protocol: Option<String> = "Protocol",
        /// The port.
        port: Option<String> = "Port",
        /// The host.
        host: Option<String> = "Host" length(1..=128),
        /// The path.
        path: Option<String> = "Path" length(1..=128),
        /// The query.
        query: Option<String> = "Query" length(0..=128),
        /// For good or for now.
        status_code: Option<String> = "StatusCode" required one_of(&["HTTP_301", "HTTP_302"]),
    }

    /// An answer of the load balancer itself.
    pub struct FixedResponseConfig {
        /// The text.
        message_body: Option<String> = "MessageBody" length(0..=1_024),
        /// 2XX, 4XX or 5XX.
        status_code: Option<String> = "StatusCode" required,
        /// The kind of text.
        content_type: Option<String> = "ContentType" length(0..=32),
    }

    /// Groups to forward to.
    pub struct ForwardConfig {
        /// One to five.
        target_groups: Vec<TargetGroupTuple> = "TargetGroups",
        /// Whether a visit keeps its group.
        target_group_stickiness_config: Option<TargetGroupStickinessConfig> = "TargetGroupStickinessConfig",
    }

    /// Whether a visit keeps its group.
    pub struct TargetGroupStickinessConfig {
        /// Whether it does.
        enabled: Option<bool> = "Enabled",
        /// For how long after each answer, in seconds.
        duration_seconds: Option<i64> = "DurationSeconds",
    }

    /// A group to forward to.
    pub struct TargetGroupTuple {
        /// The group.
        target_group_arn: Option<String> = "TargetGroupArn",
        /// Its share, beside the others' weights.
        weight: Option<i64> = "Weight" range(0..=999),
    }
}
