//! The numbers above the stage.

use cloud::Cloud;

use super::series::ms;
use crate::Readout;

impl Readout {
    /// What the employees of `cloud` met with in the last minute.
    #[must_use]
    pub fn of(cloud: &Cloud) -> Self {
        let minute = cloud.truth.last_minute(cloud.now());
        let (total, served) = (minute.counts.total(), minute.counts.served());
        let any = |value: u32| (served > 0).then(|| f64::from(ms(value)));
        Self {
            served_percent: (total > 0).then(|| f64::from(served) * 100.0 / f64::from(total)),
            per_second: last_second_sent(cloud),
            failed: minute.counts.failed().into(),
            p50_ms: any(minute.latency.p50),
            p95_ms: any(minute.latency.p95),
            in_flight: cloud.workload.flights.in_flight().into(),
        }
    }
}

/// Requests sent in the last whole second.
fn last_second_sent(cloud: &Cloud) -> f64 {
    let now = cloud.now().as_secs();
    let spans = cloud.truth.seconds_between(now.saturating_sub(1), now);
    spans.map(|span| f64::from(span.sent_total())).sum()
}
