//! `sandbox metrics`: what the employees met, from the requests that are kept whole.

use api::sandbox::{FailureCount, MetricsInput, MetricsOutput};
use api::{ApiError, Timestamp};
use des::{SimDuration, SimTime};

use super::{ago, length};
use crate::Cloud;
use crate::workload::{Outcome, Record};

/// How far back to look if nothing is said. Our choice.
const LAST: SimDuration = SimDuration::from_mins(5);

pub(super) fn metrics(cloud: &Cloud, input: &MetricsInput) -> Result<MetricsOutput, ApiError> {
    let from = ago(cloud, length(input.last.as_deref())?.unwrap_or(LAST)).max(oldest(cloud));
    let ended: Vec<&Record> = cloud
        .records
        .iter()
        .filter(|record| record.ended_at() >= from)
        .collect();
    let mut served: Vec<u32> = ended
        .iter()
        .filter(|record| record.outcome.is_served())
        .map(|record| record.ended)
        .collect();
    served.sort_unstable();
    Ok(MetricsOutput {
        start_time: Some(Timestamp::of(from)),
        end_time: Some(Timestamp::of(cloud.now)),
        requests: Some(ended.len() as i64),
        success_share: (!ended.is_empty()).then(|| served.len() as f64 / ended.len() as f64),
        failures: failures(&ended),
        p50: percentile(&served, 50),
        p95: percentile(&served, 95),
        p99: percentile(&served, 99),
    })
}

/// From when on every request that ended is still kept.
fn oldest(cloud: &Cloud) -> SimTime {
    let first = cloud.records.iter().next().filter(|_| cloud.records.start() > 0);
    first.map_or(SimTime::ZERO, Record::ended_at)
}

fn failures(ended: &[&Record]) -> Vec<FailureCount> {
    let count = |outcome| ended.iter().filter(|record| record.outcome == outcome).count();
    let failed = Outcome::ALL.into_iter().filter(|outcome| !outcome.is_served());
    failed
        .map(|outcome| (outcome, count(outcome)))
        .filter(|(_, count)| *count > 0)
        .map(|(outcome, count)| FailureCount {
            cause: Some(outcome.name().to_owned()),
            count: Some(count as i64),
        })
        .collect()
}

/// In milliseconds; `sorted` is in microseconds. The nearest rank.
fn percentile(sorted: &[u32], percent: usize) -> Option<f64> {
    let rank = (sorted.len() * percent).div_ceil(100);
    let micros = sorted.get(rank.checked_sub(1)?)?;
    Some(f64::from(*micros) / 1_000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_the_value_at_the_nearest_rank() {
        let hundred: Vec<u32> = (1..=100).map(|value| value * 1_000).collect();
        assert_eq!(percentile(&hundred, 50), Some(50.0));
        assert_eq!(percentile(&hundred, 99), Some(99.0));
        assert_eq!(percentile(&[7_000], 50), Some(7.0));
        assert_eq!(percentile(&[], 50), None);
    }
}
