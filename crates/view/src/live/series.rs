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
        Self::of(
            SimDuration::from_secs(1),
            first,
            end,
            cloud.truth.seconds_between(first, end),
        )
    }

    /// The last `minutes` whole minutes up to now, likewise.
    #[must_use]
    pub fn of_last_minutes(cloud: &Cloud, minutes: u64) -> Self {
        let end = cloud.now().as_secs() / 60;
        let first = end.saturating_sub(minutes);
        let kept = cloud.truth.minutes.iter().rev().map(|minute| minute.span);
        let open = std::iter::once(cloud.truth.open_minute().span);
        let wanted = open.chain(kept.take_while(|span| span.number >= first));
        Self::of(
            SimDuration::from_mins(1),
            first,
            end,
            wanted.filter(|span| (first..end).contains(&span.number)),
        )
    }

    /// Points for the periods numbered `first..end`.
    fn of(period: SimDuration, first: u64, end: u64, spans: impl Iterator<Item = Span>) -> Self {
        let start = |number: u64| SimTime::ZERO + period * number;
        let mut points: Vec<Point> = (first..end).map(|number| empty(start(number))).collect();
        for span in spans {
            points[(span.number - first) as usize] = point(start(span.number), &span);
        }
        Self {
            period,
            points: points.into(),
        }
    }
}

fn empty(start: SimTime) -> Point {
    Point {
        start,
        ..Point::default()
    }
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
