//! Settings by name, as load balancers and target groups have them: each with its default and what may stand there.
//!
//! Source: Application Load Balancers guide, "Load balancer attributes" and "Target group attributes".

use std::collections::BTreeMap;

use api::ApiError;
use api::elbv2::Attribute;
use des::SimDuration;

/// A setting: its name, AWS's default, and what may stand there.
pub(crate) type Row = (&'static str, &'static str, Allowed);

/// What may stand there.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Allowed {
    /// `true` or `false`.
    Truth,
    /// A whole number within these limits.
    Number(u64, u64),
    /// 0, or a whole number within these limits.
    ZeroOr(u64, u64),
    /// One of these.
    Words(&'static [&'static str]),
    /// The name of the app's own cookie. Those that begin like the load balancer's are refused.
    CookieName,
    /// A whole number within these limits, or `off`.
    NumberOrOff(u64, u64),
}

/// Of an Application Load Balancer, as far as it is modelled.
pub(crate) const OF_BALANCERS: &[Row] = &[
    ("deletion_protection.enabled", "false", Allowed::Truth),
    ("idle_timeout.timeout_seconds", "60", Allowed::Number(1, 4_000)),
    (
        "load_balancing.cross_zone.enabled",
        "true",
        Allowed::Words(&["true"]),
    ),
    ("zonal_shift.config.enabled", "false", Allowed::Truth),
];

const ALGORITHMS: &[&str] = &["round_robin", "least_outstanding_requests", "weighted_random"];
const CROSS_ZONE: &[&str] = &["true", "false", "use_load_balancer_configuration"];

/// Of a target group, as far as it is modelled.
pub(crate) const OF_GROUPS: &[Row] = &[
    (
        "deregistration_delay.timeout_seconds",
        "300",
        Allowed::Number(0, 3_600),
    ),
    (
        "load_balancing.algorithm.anomaly_mitigation",
        "off",
        Allowed::Words(&["on", "off"]),
    ),
    (
        "load_balancing.algorithm.type",
        "round_robin",
        Allowed::Words(ALGORITHMS),
    ),
    (
        "load_balancing.cross_zone.enabled",
        "use_load_balancer_configuration",
        Allowed::Words(CROSS_ZONE),
    ),
    ("slow_start.duration_seconds", "0", Allowed::ZeroOr(30, 900)),
    ("stickiness.app_cookie.cookie_name", "", Allowed::CookieName),
    (
        "stickiness.app_cookie.duration_seconds",
        "86400",
        Allowed::Number(1, 604_800),
    ),
    ("stickiness.enabled", "false", Allowed::Truth),
    (
        "stickiness.lb_cookie.duration_seconds",
        "86400",
        Allowed::Number(1, 604_800),
    ),
    (
        "stickiness.type",
        "lb_cookie",
        Allowed::Words(&["lb_cookie", "app_cookie"]),
    ),
    (
        "target_group_health.dns_failover.minimum_healthy_targets.count",
        "1",
        Allowed::NumberOrOff(1, 1_000),
    ),
    (
        "target_group_health.dns_failover.minimum_healthy_targets.percentage",
        "off",
        Allowed::NumberOrOff(1, 100),
    ),
    (
        "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count",
        "1",
        Allowed::Number(1, 1_000),
    ),
    (
        "target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage",
        "off",
        Allowed::NumberOrOff(1, 100),
    ),
];

impl Allowed {
    fn allows(self, value: &str) -> bool {
        let within = |least: u64, most: u64| {
            let number = value.parse::<u64>();
            number.is_ok_and(|number| (least..=most).contains(&number))
        };
        match self {
            Self::Truth => matches!(value, "true" | "false"),
            Self::Number(least, most) => within(least, most),
            Self::NumberOrOff(least, most) => value == "off" || within(least, most),
            Self::ZeroOr(least, most) => value == "0" || within(least, most),
            Self::CookieName => {
                let printed = |letter: u8| letter.is_ascii_graphic() && !b";,=\"".contains(&letter);
                !value.is_empty() && value.bytes().all(printed) && !value.starts_with("AWSALB")
            }
            Self::Words(words) => words.contains(&value),
        }
    }
}

/// The settings of one load balancer or target group.
#[derive(Clone, Debug)]
pub struct Attributes {
    table: &'static [Row],
    set: BTreeMap<&'static str, String>,
}

impl Attributes {
    /// All as AWS sets them.
    pub(crate) const fn of(table: &'static [Row]) -> Self {
        Self {
            table,
            set: BTreeMap::new(),
        }
    }

    /// The value of a setting.
    ///
    /// # Panics
    /// If the table has no such setting.
    #[must_use]
    pub fn get(&self, key: &str) -> &str {
        let (_, default, _) = self.row(key).expect("a setting of the table");
        self.set.get(key).map_or(default, String::as_str)
    }

    /// The value of a setting that is a number; none if it is off.
    #[must_use]
    pub fn number(&self, key: &str) -> Option<u64> {
        self.get(key).parse().ok()
    }

    /// Whether a setting is on.
    #[must_use]
    pub fn is_on(&self, key: &str) -> bool {
        self.get(key) == "true"
    }

    /// The settings with `changes`.
    ///
    /// # Errors
    /// `ValidationError` for a name that is not in the table, or a value that may not stand there.
    pub(crate) fn with(&self, changes: &[Attribute]) -> Result<Self, ApiError> {
        let mut changed = self.clone();
        for change in changes {
            let key = change.key.as_deref().unwrap_or_default();
            let value = change.value.as_deref().unwrap_or_default();
            let Some(&(known, _, allowed)) = self.row(key) else {
                let message = format!("The attribute '{key}' does not exist or is not modelled here.");
                return Err(ApiError::new("ValidationError", message));
            };
            if !allowed.allows(value) {
                let message = format!("'{value}' is not a valid value for attribute '{key}'");
                return Err(ApiError::new("ValidationError", message));
            }
            changed.set.insert(known, value.to_owned());
        }
        Ok(changed)
    }

    /// Of a load balancer: how long its nodes wait for a target's answer.
    pub(crate) fn idle_timeout(&self) -> SimDuration {
        let seconds = self.number("idle_timeout.timeout_seconds");
        SimDuration::from_secs(seconds.expect("it is always a number"))
    }

    /// As the API gives them.
    pub(crate) fn to_api(&self) -> Vec<Attribute> {
        let attribute = |(key, ..): &Row| Attribute {
            key: Some((*key).to_owned()),
            value: Some(self.get(key).to_owned()),
        };
        self.table.iter().map(attribute).collect()
    }

    fn row(&self, key: &str) -> Option<&'static Row> {
        self.table.iter().find(|(known, ..)| *known == key)
    }
}
