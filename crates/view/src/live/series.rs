//! Chart points from the seconds and minutes that were measured.

use cloud::Cloud;
use cloud::workload::Span;
use des::{SimDuration, SimTime};

use crate::{Point, Series};

impl Series {
    /// The last `seconds` whole seconds up to now, one point each, those without requests included.
    #[must_use]
    pub fn of_last_seconds(cloud: &Cloud, seconds: u64) -> Self {
        let end = cloud.now().as_secs();
        let first = end.saturating_sub(seconds);
        let mut points: Vec<Point> = (first..end).map(|number| empty(SimTime::from_secs(number))).collect();
        for span in cloud.truth.seconds_between(first, end) {
            points[(span.number - first) as usize] = point(SimTime::from_secs(span.number), &span);
        }
        Self { period: SimDuration::from_secs(1), points: points.into() }
    }
}

fn empty(start: SimTime) -> Point {
    Point { start, ..Point::default() }
}

fn point(start: SimTime, span: &Span) -> Point {
    let any = |value: u32| (value > 0).then(|| ms(value));
    Point {
        start,
        arrived: span.sent_total(),
        served: span.counts.served(),
        failed: span.counts.failed(),
        p50_ms: any(span.latency.p50),
        p95_ms: any(span.latency.p95),
        p99_ms: any(span.latency.p99),
    }
}

/// Microseconds as milliseconds.
pub(crate) fn ms(micros: u32) -> f32 {
    micros as f32 / 1_000.0
}
