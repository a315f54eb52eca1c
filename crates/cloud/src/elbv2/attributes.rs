//! Settings by name, as load balancers and target groups have them: each with its default and what may stand there.
//!
//! Source: Application Load Balancers guide, "Load balancer attributes" and "Target group attributes".

use std::collections::BTreeMap;
use std::fmt;

use api::ApiError;
use api::elbv2::Attribute;
use des::SimDuration;

/// A setting: its name, AWS's default, and what may stand there.
type Row = (&'static str, &'static str, Allowed);

/// All settings of one kind of resource.
struct Table {
    /// What AWS calls the resource.
    noun: &'static str,
    rows: &'static [Row],
    /// Settings of other types of load balancers.
    elsewhere: &'static [&'static str],
}

impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.noun)
    }
}

/// What may stand there.
#[derive(Clone, Copy, Debug)]
enum Allowed {
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
    /// What stands there already: nothing here would come of another value.
    AsItIs,
}

/// Of an Application Load Balancer.
static OF_BALANCERS: Table = Table {
    noun: "Load balancer",
    rows: &[
        ("access_logs.s3.bucket", "", Allowed::AsItIs),
        ("access_logs.s3.enabled", "false", Allowed::AsItIs),
        ("access_logs.s3.prefix", "", Allowed::AsItIs),
        ("client_keep_alive.seconds", "3600", Allowed::AsItIs),
        ("connection_logs.s3.bucket", "", Allowed::AsItIs),
        ("connection_logs.s3.enabled", "false", Allowed::AsItIs),
        ("connection_logs.s3.prefix", "", Allowed::AsItIs),
        ("deletion_protection.enabled", "false", Allowed::Truth),
        ("health_check_logs.s3.bucket", "", Allowed::AsItIs),
        ("health_check_logs.s3.enabled", "false", Allowed::AsItIs),
        ("health_check_logs.s3.prefix", "", Allowed::AsItIs),
        ("idle_timeout.timeout_seconds", "60", Allowed::Number(1, 4_000)),
        (DENY_IPV6, "false", Allowed::AsItIs),
        (
            "load_balancing.cross_zone.enabled",
            "true",
            Allowed::Words(&["true"]),
        ),
        (
            "routing.http.desync_mitigation_mode",
            "defensive",
            Allowed::AsItIs,
        ),
        (
            "routing.http.drop_invalid_header_fields.enabled",
            "false",
            Allowed::AsItIs,
        ),
        (
            "routing.http.preserve_host_header.enabled",
            "false",
            Allowed::AsItIs,
        ),
        (
            "routing.http.x_amzn_tls_version_and_cipher_suite.enabled",
            "false",
            Allowed::AsItIs,
        ),
        ("routing.http.xff_client_port.enabled", "false", Allowed::AsItIs),
        (
            "routing.http.xff_header_processing.mode",
            "append",
            Allowed::AsItIs,
        ),
        ("routing.http2.enabled", "true", Allowed::AsItIs),
        ("waf.fail_open.enabled", "false", Allowed::AsItIs),
        ("zonal_shift.config.enabled", "false", Allowed::Truth),
    ],
    elsewhere: &[
        "dns_record.client_routing_policy",
        "secondary_ips.auto_assigned.per_subnet",
    ],
};
/// `true` for internal load balancers.
const DENY_IPV6: &str = "ipv6.deny_all_igw_traffic";

const ALGORITHMS: &[&str] = &["round_robin", "least_outstanding_requests", "weighted_random"];
const CROSS_ZONE: &[&str] = &["true", "false", "use_load_balancer_configuration"];

/// Of a target group of instances behind an Application Load Balancer.
static OF_GROUPS: Table = Table {
    noun: "Target group",
    rows: &[
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
    ],
    elsewhere: &[
        "deregistration_delay.connection_termination.enabled",
        "lambda.multi_value_headers.enabled",
        "preserve_client_ip.enabled",
        "proxy_protocol_v2.enabled",
        "target_failover.on_deregistration",
        "target_failover.on_unhealthy",
        "target_health_state.unhealthy.connection_termination.enabled",
        "target_health_state.unhealthy.draining_interval_seconds",
    ],
};

impl Allowed {
    /// Whether another value than the present one may stand there.
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
            Self::AsItIs => false,
        }
    }
}

/// The settings of one load balancer or target group.
#[derive(Clone, Debug)]
pub struct Attributes {
    table: &'static Table,
    set: BTreeMap<&'static str, String>,
}

impl Attributes {
    const fn of(table: &'static Table) -> Self {
        Self {
            table,
            set: BTreeMap::new(),
        }
    }

    /// Of a new target group.
    pub(crate) const fn of_group() -> Self {
        Self::of(&OF_GROUPS)
    }

    /// Of a new load balancer.
    pub(crate) fn of_balancer(internet_facing: bool) -> Self {
        let mut attributes = Self::of(&OF_BALANCERS);
        if !internet_facing {
            attributes.set.insert(DENY_IPV6, "true".to_owned());
        }
        attributes
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
    /// `ValidationError` for a name that AWS does not know, for a value that may not stand there, and for one of which
    /// nothing would come here; `InvalidConfigurationRequest` for a setting of another type of load balancer.
    pub(crate) fn with(&self, changes: &[Attribute]) -> Result<Self, ApiError> {
        let mut changed = self.clone();
        for change in changes {
            let key = change.key.as_deref().unwrap_or_default();
            let value = change.value.as_deref().unwrap_or_default();
            let Some(&(known, _, allowed)) = self.row(key) else {
                return Err(self.table.unknown(key));
            };
            let now = self.get(key);
            if value != now && !allowed.allows(value) {
                let message = match allowed {
                    Allowed::AsItIs => {
                        format!("{key}: AWS has this, but it is not modelled here: only '{now}' is accepted")
                    }
                    _ => format!("'{value}' is not a valid value for attribute '{key}'"),
                };
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
        self.table.rows.iter().map(attribute).collect()
    }

    fn row(&self, key: &str) -> Option<&'static Row> {
        self.table.rows.iter().find(|(known, ..)| *known == key)
    }
}

impl Table {
    fn unknown(&self, key: &str) -> ApiError {
        let noun = self.noun;
        if self.elsewhere.contains(&key) {
            let of = if noun == "Load balancer" {
                "load balancers with type 'application'"
            } else {
                "target groups with target type 'instance' of load balancers with type 'application'"
            };
            let message = format!("{noun} attribute key '{key}' is not supported on {of}");
            return ApiError::new("InvalidConfigurationRequest", message);
        }
        let message = format!("{noun} attribute key '{key}' is not recognized");
        ApiError::new("ValidationError", message)
    }
}
