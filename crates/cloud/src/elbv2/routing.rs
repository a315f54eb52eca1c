//! Which target a node chooses.
//!
//! Source: Application Load Balancers guide, "Edit target group attributes" (routing algorithms, cross-zone load
//! balancing, stickiness) and "Target groups" (target group health).

use des::{Draw, SimDuration, SimTime};

use super::least::Least;
use super::slow::Ramps;
use super::target_group::{TargetGroup, TargetIndex};

/// What one node chooses from in one group; made anew when a belief or a registration changes, never per request.
#[derive(Clone, Debug)]
pub(crate) struct Scope {
    /// Those that may get requests.
    pub(crate) eligible: Vec<TargetIndex>,
    /// Too few are healthy, so that all get requests.
    pub(crate) fail_open: bool,
    /// How many it is.
    pub(crate) healthy: usize,
    /// How many are registered in the node's scope.
    pub(crate) registered: usize,
    algorithm: Algorithm,
    /// How long a visit keeps its target after each answer, if it does.
    pub(crate) sticky: Option<SimDuration>,
    /// What it did in this group.
    pub(crate) counts: ScopeCounts,
    /// Of that, what CloudWatch was told.
    pub(crate) told: ScopeCounts,
    /// How long targets took, since CloudWatch was told.
    pub(crate) times: super::minute::Times,
}

/// A target in a node's scope, as the node sees it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    pub(crate) target: TargetIndex,
    /// Its outstanding requests.
    pub(crate) load: u32,
    pub(crate) healthy: bool,
    /// What anomaly mitigation leaves it.
    pub(crate) weight: u8,
    /// Since when it starts slowly, if it does or did.
    pub(crate) slow_since: Option<SimTime>,
}

/// What a node did in one group since it was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ScopeCounts {
    /// Requests that it sent to a target.
    pub requests: u64,
    /// Of them, while all targets got requests because too few were healthy.
    pub fail_open: u64,
    /// Of them, those of visits that should keep their target and have none yet, or have lost it.
    pub non_sticky: u64,
    /// Answers of targets, by hundreds: 2xx to 5xx.
    pub answers: [u64; 4],
    /// Connections to targets that failed.
    pub connection_errors: u64,
    /// Time that targets took for their answers, in microseconds.
    pub response_micros: u64,
}

#[derive(Clone, Debug)]
enum Algorithm {
    RoundRobin {
        next: usize,
        ramps: Ramps,
    },
    LeastOutstanding(Least),
    /// Weights, each added to those before it; none if all are alike.
    WeightedRandom(Vec<u32>),
}

impl Scope {
    /// Nothing to choose from.
    pub(crate) fn empty(group: &TargetGroup) -> Self {
        Self {
            eligible: Vec::new(),
            fail_open: false,
            healthy: 0,
            registered: 0,
            algorithm: Algorithm::of(group),
            sticky: group.stickiness(),
            counts: ScopeCounts::default(),
            told: ScopeCounts::default(),
            times: super::minute::Times::default(),
        }
    }

    /// Takes over who may get requests, of all targets in the node's scope.
    pub(crate) fn refill(&mut self, group: &TargetGroup, targets: &[Candidate], now: SimTime) {
        self.registered = targets.len();
        self.healthy = targets.iter().filter(|target| target.healthy).count();
        self.fail_open = !targets.is_empty() && self.healthy < least_healthy(group, targets.len());
        let chosen = targets.iter().filter(|target| target.healthy || self.fail_open);
        let chosen: Vec<Candidate> = chosen.copied().collect();
        self.eligible = chosen.iter().map(|candidate| candidate.target).collect();
        self.sticky = group.stickiness();
        self.algorithm = match (Algorithm::of(group), &self.algorithm) {
            (Algorithm::RoundRobin { .. }, old) => {
                let since: Vec<_> = chosen.iter().map(|candidate| candidate.slow_since).collect();
                let ramps = Ramps::of(&since, group.slow_start(), now);
                let next = if let Algorithm::RoundRobin { next, .. } = old {
                    *next
                } else {
                    0
                };
                Algorithm::RoundRobin { next, ramps }
            }
            (Algorithm::LeastOutstanding(_), _) => {
                Algorithm::LeastOutstanding(Least::of(chosen.iter().map(|candidate| candidate.load)))
            }
            (Algorithm::WeightedRandom(_), _) => Algorithm::WeightedRandom(sums(&chosen)),
        };
    }

    /// The target for a request, and its place among the eligible ones; none if there is none to choose from. With
    /// stickiness it is the one that its visit had before, as long as it is eligible.
    pub(crate) fn choose(
        &mut self,
        kept: Option<TargetIndex>,
        now: SimTime,
        draw: impl FnOnce() -> Draw,
    ) -> Option<(TargetIndex, usize)> {
        let n = self.eligible.len();
        if n == 0 {
            return None;
        }
        let kept = self.sticky.and(kept);
        let kept = kept.and_then(|kept| self.eligible.iter().position(|there| *there == kept));
        let place = match kept {
            Some(place) => place,
            None => match &mut self.algorithm {
                Algorithm::RoundRobin { next, ramps } => take_turns(next, ramps, n, now),
                Algorithm::LeastOutstanding(least) => least.least(),
                Algorithm::WeightedRandom(sums) => match sums.last() {
                    None => draw().below(n as u64) as usize,
                    Some(&all) => {
                        let drawn = draw().below(all.into()) as u32;
                        sums.partition_point(|sum| *sum <= drawn)
                    }
                },
            },
        };
        if let Algorithm::LeastOutstanding(least) = &mut self.algorithm {
            least.add(place);
        }
        Some((self.eligible[place], place))
    }

    /// A request at this place has ended; the place may belong to another target by now.
    pub(crate) fn ended(&mut self, target: TargetIndex, place: usize) {
        if let Algorithm::LeastOutstanding(least) = &mut self.algorithm {
            let place = match self.eligible.get(place) {
                Some(there) if *there == target => Some(place),
                _ => self.eligible.iter().position(|there| *there == target),
            };
            if let Some(place) = place {
                least.remove(place);
            }
        }
    }
}

/// The weights of targets, each added to those before it; none if all are alike.
fn sums(chosen: &[Candidate]) -> Vec<u32> {
    if chosen.windows(2).all(|two| two[0].weight == two[1].weight) {
        return Vec::new();
    }
    let add = |sum: &mut u32, candidate: &Candidate| {
        *sum += u32::from(candidate.weight);
        Some(*sum)
    };
    chosen.iter().scan(0, add).collect()
}

/// The next place that takes its turn.
fn take_turns(next: &mut usize, ramps: &mut Ramps, n: usize, now: SimTime) -> usize {
    for _ in 0..n {
        *next = if *next + 1 < n { *next + 1 } else { 0 };
        if ramps.takes(*next, now) {
            break;
        }
    }
    *next
}

impl Algorithm {
    fn of(group: &TargetGroup) -> Self {
        match group.attributes.get("load_balancing.algorithm.type") {
            "least_outstanding_requests" => Self::LeastOutstanding(Least::default()),
            "weighted_random" => Self::WeightedRandom(Vec::new()),
            _ => Self::RoundRobin {
                next: 0,
                ramps: Ramps::default(),
            },
        }
    }
}

/// How many of `registered` targets must be healthy, lest all get requests: by count or by share, whichever asks for more.
pub(crate) fn least_healthy(group: &TargetGroup, registered: usize) -> usize {
    const PREFIX: &str = "target_group_health.unhealthy_state_routing.minimum_healthy_targets";
    minimum(group, PREFIX, registered)
}

/// How many must be healthy, lest the node's zone leaves DNS.
pub(crate) fn least_for_dns(group: &TargetGroup, registered: usize) -> usize {
    const PREFIX: &str = "target_group_health.dns_failover.minimum_healthy_targets";
    minimum(group, PREFIX, registered)
}

fn minimum(group: &TargetGroup, prefix: &str, registered: usize) -> usize {
    let number = |what: &str| group.attributes.number(&format!("{prefix}.{what}")).unwrap_or(0) as usize;
    let by_share = (registered * number("percentage")).div_ceil(100);
    number("count").max(by_share)
}
