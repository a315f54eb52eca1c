//! Availability: by design, from what AWS commits to and how the account is put together; and as measured in this run.

mod chain;
mod design;
mod measured;
mod paths;

use des::SimDuration;

pub use chain::{Component, Part, Stage};
pub use design::{Design, SinglePoint};
pub use measured::{Measured, Uptime};

/// A share of the time, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Availability(pub f64);

/// Minutes of the month that commitments are counted by. Source: AWS service level agreements, 30 days.
const MONTH: SimDuration = SimDuration::from_mins(30 * 24 * 60);

impl Availability {
    /// One EC2 instance. Source: Amazon Compute Service Level Agreement, instance level, 2022-05-25.
    pub const INSTANCE: Self = Self(0.995);
    /// A load balancer in two zones or more. Source: Elastic Load Balancing Service Level Agreement, 2022-07-25.
    pub const LOAD_BALANCER: Self = Self(0.9999);
    /// A table. Source: Amazon DynamoDB Service Level Agreement, standard.
    pub const DYNAMODB: Self = Self(0.9999);
    /// A bucket. Source: Amazon S3 Service Level Agreement, S3 Standard, 2023-11-28.
    pub const S3: Self = Self(0.999);

    /// Of things that are all needed, if they fail independently: the product.
    #[must_use]
    pub fn in_series(parts: impl IntoIterator<Item = Self>) -> Self {
        Self(parts.into_iter().map(|part| part.0).product())
    }

    /// Of things of which one is enough, if they fail independently: all must fail at once. Of none: never.
    #[must_use]
    pub fn redundant(parts: impl IntoIterator<Item = Self>) -> Self {
        Self(1.0 - parts.into_iter().map(|part| 1.0 - part.0).product::<f64>())
    }

    /// How long it is down in a month of 30 days.
    #[must_use]
    pub fn downtime_per_month(self) -> SimDuration {
        SimDuration::from_secs_f64((1.0 - self.0) * MONTH.as_secs_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(availability: Availability) -> String {
        format!("{:.4}", availability.0 * 100.0)
    }

    /// Scenario 25 of the facts on EC2 and CloudWatch.
    #[test]
    fn what_is_needed_multiplies_and_what_is_spare_multiplies_failures() {
        let (instance, two) = (Availability::INSTANCE, [Availability::INSTANCE; 2]);
        assert_eq!(percent(Availability::redundant(two)), "99.9975");
        assert_eq!(percent(Availability::redundant([instance; 3])), "100.0000");
        assert_eq!(percent(Availability::redundant([])), "0.0000");
        let alone = Availability::in_series([instance, Availability::DYNAMODB, Availability::S3]);
        assert_eq!(percent(alone), "99.3906");
        assert_eq!(alone.downtime_per_month().as_secs() / 60, 263);
        let behind_a_balancer = Availability::in_series([
            Availability::LOAD_BALANCER,
            Availability::redundant(two),
            Availability::DYNAMODB,
            Availability::S3,
        ]);
        assert_eq!(percent(behind_a_balancer), "99.8775");
        assert_eq!(behind_a_balancer.downtime_per_month().as_secs() / 60, 52);
    }

    /// Scenario 25 of the facts on EC2 and CloudWatch.
    #[test]
    fn the_nines_are_minutes_of_a_month() {
        let minutes = |share: f64| Availability(share).downtime_per_month().as_secs_f64() / 60.0;
        for (share, expected) in [(0.99, 432.0), (0.995, 216.0), (0.999, 43.2), (0.9999, 4.32)] {
            assert!((minutes(share) - expected).abs() < 1e-6);
        }
    }
}
