//! `{{param:…}}`: numbers of the model in prose, taken from the model itself, so that they cannot drift from it.

use cloud::app::AppModel;
use cloud::bill::prices;
use cloud::ec2::INSTANCE_TYPES;
use cloud::{autoscaling, cloudwatch, elbv2};
use des::SimDuration;

use crate::phrases;
use crate::vocabulary::{Vocabulary, vocabulary};

vocabulary! {
    /// A number of the model.
    pub Param {
        /// How long an employee waits for an answer before giving up.
        ClientTimeout = "clientTimeout",
        /// From one health check of a target to the next, unless the target group says otherwise.
        HealthCheckInterval = "healthCheckInterval",
        /// How long a health check waits for an answer.
        HealthCheckTimeout = "healthCheckTimeout",
        /// Passed checks in a row that make a target healthy.
        HealthyThreshold = "healthyThreshold",
        /// Failed checks in a row that make a target unhealthy.
        UnhealthyThreshold = "unhealthyThreshold",
        /// How long a target that is taken out may finish what it has.
        DeregistrationDelay = "deregistrationDelay",
        /// How long a load balancer takes to become active.
        LoadBalancerProvisioning = "loadBalancerProvisioning",
        /// How long clients keep the addresses of a load balancer.
        DnsTtl = "dnsTtl",
        /// How long after a simple scaling activity a group waits for the next.
        Cooldown = "cooldown",
        /// Of how many periods above its target a policy scales out.
        TrackingHighPeriods = "trackingHighPeriods",
        /// Of how many periods below its target a policy scales in.
        TrackingLowPeriods = "trackingLowPeriods",
        /// How long a period of a metric is that is published once a minute.
        MetricPeriod = "metricPeriod",
        /// What a load balancer costs in an hour, besides what goes through it.
        LoadBalancerPrice = "loadBalancerPrice",
        /// What a public IPv4 address costs in an hour.
        PublicAddressPrice = "publicAddressPrice",
        /// What a standard alarm costs in a month.
        AlarmPrice = "alarmPrice",
    }
}

/// A reference behind `param:`, read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked<'a> {
    /// `{{param:healthCheckInterval}}`.
    Param(Param),
    /// `{{param:price:t3.micro}}`: what an instance of this type costs in an hour.
    Price(&'a str),
}

impl<'a> Asked<'a> {
    /// Reads what stands behind `param:`.
    pub(crate) fn parse(text: &'a str) -> Option<Self> {
        match text.split_once(':') {
            Some(("price", name)) => INSTANCE_TYPES
                .iter()
                .any(|known| known.name == name)
                .then_some(Self::Price(name)),
            Some(_) => None,
            None => Param::from_word(text).map(Self::Param),
        }
    }

    /// The number with its unit.
    pub(crate) fn value(self) -> String {
        match self {
            Self::Param(param) => value(param),
            Self::Price(name) => {
                let known = INSTANCE_TYPES.iter().find(|known| known.name == name);
                phrases::dollars(known.map_or(0.0, |known| f64::from(known.price_micro_dollars) / 1e6))
            }
        }
    }
}

fn value(param: Param) -> String {
    let seconds = |seconds: u32| format!("{seconds} s");
    let length = |length: SimDuration| format!("{} s", length.as_secs());
    match param {
        Param::ClientTimeout => length(AppModel::EMPLOYEE_DIRECTORY.client_timeout),
        Param::HealthCheckInterval => seconds(elbv2::defaults::CHECK_INTERVAL_S),
        Param::HealthCheckTimeout => seconds(elbv2::defaults::CHECK_TIMEOUT_S),
        Param::HealthyThreshold => elbv2::defaults::HEALTHY_THRESHOLD.to_string(),
        Param::UnhealthyThreshold => elbv2::defaults::UNHEALTHY_THRESHOLD.to_string(),
        Param::DeregistrationDelay => length(elbv2::defaults::DEREGISTRATION_DELAY),
        Param::LoadBalancerProvisioning => length(elbv2::defaults::PROVISIONING),
        Param::DnsTtl => length(elbv2::defaults::DNS_TTL),
        Param::Cooldown => format!("{} s", autoscaling::defaults::COOLDOWN_S),
        Param::TrackingHighPeriods => autoscaling::defaults::TRACKING_HIGH_PERIODS.to_string(),
        Param::TrackingLowPeriods => autoscaling::defaults::TRACKING_LOW_PERIODS.to_string(),
        Param::MetricPeriod => format!("{} s", cloudwatch::defaults::PERIOD_S),
        Param::LoadBalancerPrice => phrases::dollars(prices::APPLICATION_LOAD_BALANCER.per_hour().dollars()),
        Param::PublicAddressPrice => phrases::dollars(prices::PUBLIC_IPV4.per_hour().dollars()),
        Param::AlarmPrice => phrases::dollars(prices::ALARM.per_month().dollars()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_the_model() {
        let check = |text: &str, value: &str| {
            assert_eq!(
                Asked::parse(text).map(Asked::value).as_deref(),
                Some(value),
                "{text}"
            );
        };
        check("clientTimeout", "10 s");
        check("healthCheckInterval", "30 s");
        check("deregistrationDelay", "300 s");
        check("price:t3.micro", "$0.0104");
        check("loadBalancerPrice", "$0.0225");
        check("alarmPrice", "$0.10");
        assert_eq!(Asked::parse("price:t3.mikro"), None);
        assert_eq!(Asked::parse("luck"), None);
    }
}
