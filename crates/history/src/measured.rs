//! What came of a run from some moment on.

use cloud::Cloud;
use cloud::bill::Money;
use des::{SimDuration, SimTime};

/// What a run had come to when it parted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Start {
    pub(crate) at: SimTime,
    /// Inputs that had come in.
    pub(crate) inputs: u64,
    ended: u64,
    served: u64,
    charged: Money,
}

impl Start {
    pub(crate) fn of(cloud: &Cloud) -> Self {
        Self {
            at: cloud.now(),
            inputs: cloud.inputs(),
            ended: cloud.truth.ended_total(),
            served: cloud.truth.served(),
            charged: cloud.charged(),
        }
    }
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    /// Requests that ended well.
    pub served: u64,
    /// Requests that ended badly.
    pub failed: u64,
    /// One served request in a hundred was slower, in microseconds; of the newest hundred thousand.
    pub p99_us: Option<u32>,
    /// The longest time in which requests ended and none of them well.
    pub unserved: SimDuration,
    /// What it has cost.
    pub charged: Money,
    /// What an hour costs as things are.
    pub per_hour: Money,
}

impl Measured {
    pub(crate) fn since(start: &Start, cloud: &Cloud) -> Self {
        let served = cloud.truth.served() - start.served;
        Self {
            served,
            failed: cloud.truth.ended_total() - start.ended - served,
            p99_us: p99(start, cloud),
            unserved: unserved(start, cloud),
            charged: cloud.charged().less(start.charged),
            per_hour: cloud.projected_rate().per_hour(),
        }
    }

    /// The share that was served, in percent; none before any ended.
    #[must_use]
    pub fn served_percent(&self) -> Option<f64> {
        let ended = self.served + self.failed;
        (ended > 0).then(|| self.served as f64 * 100.0 / ended as f64)
    }
}

fn p99(start: &Start, cloud: &Cloud) -> Option<u32> {
    let newest = cloud.records.iter().rev();
    let since = newest.take_while(|record| record.ended_at() >= start.at);
    let mut served: Vec<u32> = since
        .filter(|record| record.outcome.is_served())
        .map(|record| record.ended)
        .collect();
    let rank = (served.len() * 99).div_ceil(100);
    let (_, slowest, _) = (rank > 0).then(|| served.select_nth_unstable(rank - 1))?;
    Some(*slowest)
}

fn unserved(start: &Start, cloud: &Cloud) -> SimDuration {
    let (mut run, mut longest) = (0, 0);
    let seconds = cloud
        .truth
        .seconds_between(start.at.as_secs() + 1, cloud.now().as_secs());
    for second in seconds.filter(|second| second.counts.total() > 0) {
        run = if second.counts.served() == 0 { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    SimDuration::from_secs(longest)
}
