//! Chart points: what was measured second by second, or minute by minute.

use std::rc::Rc;

use des::{SimDuration, SimTime};

/// One period of client-side truth.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Where the period begins.
    pub start: SimTime,
    /// Requests that arrived.
    pub arrived: u32,
    /// Requests that were served.
    pub served: u32,
    /// Requests that failed.
    pub failed: u32,
    /// Median response time of the served, in milliseconds.
    pub p50_ms: Option<f32>,
    /// 95th percentile, in milliseconds.
    pub p95_ms: Option<f32>,
    /// 99th percentile, in milliseconds.
    pub p99_ms: Option<f32>,
}

impl Point {
    /// Share of the finished requests that were served, in percent; none if none finished.
    #[must_use]
    pub fn served_percent(&self) -> Option<f64> {
        let finished = self.served + self.failed;
        (finished > 0).then(|| f64::from(self.served) * 100.0 / f64::from(finished))
    }
}

/// Points of equal periods, oldest first, without holes.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// The length of each period.
    pub period: SimDuration,
    /// The points.
    pub points: Rc<[Point]>,
}

impl Series {
    /// The largest number of requests that arrived in one second, over all points.
    #[must_use]
    pub fn highest_rate(&self) -> f64 {
        self.points
            .iter()
            .map(|point| self.rate(point.arrived))
            .fold(0.0, f64::max)
    }

    /// A count in one period as a rate per second.
    #[must_use]
    pub fn rate(&self, count: u32) -> f64 {
        f64::from(count) / self.period.as_secs_f64()
    }

    /// The longest 95th percentile, in milliseconds.
    #[must_use]
    pub fn longest_p95_ms(&self) -> f32 {
        self.points
            .iter()
            .filter_map(|point| point.p95_ms)
            .fold(0.0, f32::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_without_requests_has_no_share() {
        let point = Point {
            served: 3,
            failed: 1,
            ..Point::default()
        };
        assert_eq!(point.served_percent(), Some(75.0));
        assert_eq!(Point::default().served_percent(), None);
    }

    #[test]
    fn rates_are_per_second_whatever_the_period() {
        let point = Point {
            arrived: 120,
            ..Point::default()
        };
        let series = Series {
            period: SimDuration::from_mins(1),
            points: [point].into(),
        };
        assert_eq!(series.highest_rate(), 2.0);
    }
}
