//! ARNs and names.
//!
//! Source: Elastic Load Balancing API Reference; the forms of ARNs and DNS names are those of AWS's own examples.

use api::ApiError;
use des::Stream;

use super::{BalancerIndex, Elbv2, ListenerIndex, LoadBalancer, TargetGroup, TargetGroupIndex};
use crate::Cloud;
use crate::ec2::defaults::ACCOUNT_ID;

const NUMBER: Stream = Stream::named("elbv2/number");

/// What a number is for: with an ordinal it keys the digits.
#[derive(Clone, Copy, Debug)]
#[repr(u64)]
pub(super) enum NumberOf {
    Balancer,
    Listener,
    Rule,
    Group,
    Dns,
}

/// Something with an ARN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    Balancer(BalancerIndex),
    Listener(ListenerIndex),
    /// A rule, by its place among its listener's.
    Rule(ListenerIndex, usize),
    /// The default rule of a listener.
    DefaultRule(ListenerIndex),
    Group(TargetGroupIndex),
}

impl Cloud {
    /// Sixteen hexadecimal digits.
    pub(super) fn elb_number(&self, what: NumberOf, ordinal: u64) -> String {
        format!("{:016x}", self.seed.draw(NUMBER, what as u64, ordinal).bits())
    }

    /// `web-1234567890.us-east-2.elb.amazonaws.com`.
    pub(super) fn elb_dns_name(&self, name: &str, internet_facing: bool, ordinal: u64) -> String {
        let digits = self
            .seed
            .draw(NUMBER, NumberOf::Dns as u64, ordinal)
            .below(1_000_000_000)
            + 1_000_000_000;
        let prefix = if internet_facing { "" } else { "internal-" };
        format!("{prefix}{name}-{digits}.{}.elb.amazonaws.com", self.region.name)
    }

    fn elb_arn(&self, rest: &str) -> String {
        format!(
            "arn:aws:elasticloadbalancing:{}:{ACCOUNT_ID}:{rest}",
            self.region.name
        )
    }

    /// The ARN of a load balancer.
    #[must_use]
    pub fn balancer_arn(&self, balancer: &LoadBalancer) -> String {
        self.elb_arn(&format!("loadbalancer/{}", balancer.dimension()))
    }

    /// The ARN of a target group.
    #[must_use]
    pub fn target_group_arn(&self, group: &TargetGroup) -> String {
        self.elb_arn(&group.dimension())
    }

    pub(super) fn listener_arn(&self, index: ListenerIndex) -> String {
        let listener = &self.elbv2.all_listeners[index.index()];
        let balancer = self.elbv2.balancer(listener.balancer).dimension();
        self.elb_arn(&format!("listener/{balancer}/{}", listener.number))
    }

    pub(super) fn rule_arn(&self, index: ListenerIndex, number: &str) -> String {
        let listener = &self.elbv2.all_listeners[index.index()];
        let balancer = self.elbv2.balancer(listener.balancer).dimension();
        self.elb_arn(&format!("listener-rule/{balancer}/{}/{number}", listener.number))
    }

    /// What an ARN names.
    pub(super) fn elb_named(&self, arn: &str) -> Option<Named> {
        let (_, rest) = arn.split_once(":elasticloadbalancing:")?;
        let (_, number) = rest.rsplit_once('/')?;
        let elb = &self.elbv2;
        if rest.contains(":loadbalancer/") {
            let mut all = elb.balancers();
            return all
                .find(|(_, balancer)| balancer.number == number)
                .map(|(index, _)| Named::Balancer(index));
        }
        if rest.contains(":targetgroup/") {
            return elb
                .groups()
                .find(|(_, group)| group.number == number)
                .map(|(index, _)| Named::Group(index));
        }
        if rest.contains(":listener-rule/") {
            return elb.rule_with_number(number);
        }
        let mut all = elb.listeners();
        all.find(|(_, listener)| listener.number == number)
            .map(|(index, _)| Named::Listener(index))
    }

    /// The load balancer with this ARN.
    ///
    /// # Errors
    /// `LoadBalancerNotFound`, or `ValidationError` for what is no ARN of one.
    pub(super) fn balancer_with_arn(&self, arn: &str) -> Result<BalancerIndex, ApiError> {
        match self.elb_named(arn) {
            Some(Named::Balancer(index)) => Ok(index),
            _ if arn.contains(":loadbalancer/") => {
                let message = format!("Load balancer '{arn}' not found");
                Err(ApiError::new("LoadBalancerNotFound", message))
            }
            _ => Err(no_arn(arn, "load balancer")),
        }
    }

    /// The target group with this ARN.
    ///
    /// # Errors
    /// `TargetGroupNotFound`, or `ValidationError` for what is no ARN of one.
    pub(super) fn group_with_arn(&self, arn: &str) -> Result<TargetGroupIndex, ApiError> {
        match self.elb_named(arn) {
            Some(Named::Group(index)) => Ok(index),
            _ if arn.contains(":targetgroup/") => Err(ApiError::new(
                "TargetGroupNotFound",
                "One or more target groups not found",
            )),
            _ => Err(no_arn(arn, "target group")),
        }
    }

    /// The listener with this ARN.
    ///
    /// # Errors
    /// `ListenerNotFound`, or `ValidationError` for what is no ARN of one.
    pub(super) fn listener_with_arn(&self, arn: &str) -> Result<ListenerIndex, ApiError> {
        match self.elb_named(arn) {
            Some(Named::Listener(index)) => Ok(index),
            _ if arn.contains(":listener/") => {
                let message = format!("Listener '{arn}' not found");
                Err(ApiError::new("ListenerNotFound", message))
            }
            _ => Err(no_arn(arn, "listener")),
        }
    }

    /// The rule with this ARN, which is not the default one.
    ///
    /// # Errors
    /// `RuleNotFound`, `OperationNotPermitted` for a default rule, or `ValidationError` for what is no ARN of one.
    pub(super) fn rule_with_arn(&self, arn: &str) -> Result<(ListenerIndex, usize), ApiError> {
        match self.elb_named(arn) {
            Some(Named::Rule(listener, place)) => Ok((listener, place)),
            Some(Named::DefaultRule(_)) => {
                let message = format!("Default rule '{arn}' cannot be modified");
                Err(ApiError::new("OperationNotPermitted", message))
            }
            _ if arn.contains(":listener-rule/") => {
                let message = format!("Rule '{arn}' not found");
                Err(ApiError::new("RuleNotFound", message))
            }
            _ => Err(no_arn(arn, "rule")),
        }
    }
}

impl Elbv2 {
    /// The target group with this ARN, if there is one.
    #[must_use]
    pub fn target_group_by_arn(&self, arn: &str) -> Option<TargetGroupIndex> {
        let (_, number) = arn.rsplit_once('/')?;
        let is_it = |group: &TargetGroup| group.number == number && arn.contains(":targetgroup/");
        self.groups()
            .find(|(_, group)| is_it(group))
            .map(|(index, _)| index)
    }

    fn rule_with_number(&self, number: &str) -> Option<Named> {
        self.listeners().find_map(|(index, listener)| {
            if listener.default_rule_number() == number {
                return Some(Named::DefaultRule(index));
            }
            let place = listener.rules.iter().position(|rule| rule.number == number);
            place.map(|place| Named::Rule(index, place))
        })
    }
}

impl super::Listener {
    /// The digits of its default rule: its own, backwards.
    pub(super) fn default_rule_number(&self) -> String {
        self.number.chars().rev().collect()
    }
}

fn no_arn(arn: &str, what: &str) -> ApiError {
    ApiError::new("ValidationError", format!("'{arn}' is not a valid {what} ARN"))
}

/// Whether a load balancer or target group may have a name: at most 32 letters, digits and hyphens.
///
/// # Errors
/// `ValidationError`.
pub(super) fn check_name(name: &str, what: &str) -> Result<(), ApiError> {
    let refused = |why: &str| {
        Err(ApiError::new(
            "ValidationError",
            format!("{what} name '{name}' {why}"),
        ))
    };
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    match name.len() {
        0 => refused("cannot be empty"),
        33.. => refused("cannot be longer than '32' characters"),
        _ if !name.chars().all(allowed) => {
            refused("can only contain characters that are alphanumeric characters and hyphens(-)")
        }
        _ if name.starts_with('-') || name.ends_with('-') => refused("cannot begin or end with '-'"),
        _ if name.starts_with("internal-") => refused("cannot begin with 'internal-'"),
        _ => Ok(()),
    }
}
