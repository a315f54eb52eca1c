//! What a node did in one minute, and what it comes to in load balancer capacity units.
//!
//! Source: Elastic Load Balancing pricing page, "LCU details".

use super::{NodeCounts, ScopeCounts};
use crate::ec2::metrics::{ANSWER_BYTES, REQUEST_BYTES};

/// New connections a minute that one unit covers: 25 a second.
const CONNECTIONS_PER_UNIT: u64 = 25 * 60;
/// Bytes a minute that one unit covers: a gigabyte an hour.
const BYTES_PER_UNIT: u64 = 1_000_000_000 / 60;
/// Rule evaluations a minute that one unit covers: 1,000 a second.
const RULES_PER_UNIT: u64 = 1_000 * 60;
/// Active connections a minute that one unit covers.
const ACTIVE_PER_UNIT: u64 = 3_000;
/// Rule evaluations of a request that are free.
const FREE_RULES: u64 = 10;
const MICRO: u64 = 1_000_000;

/// How long targets took: for each quarter of a power of two of microseconds, how many answers and their sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Times(Box<[(u64, u64); Times::STEPS]>);

impl Default for Times {
    fn default() -> Self {
        Self(Box::new([(0, 0); Self::STEPS]))
    }
}

impl Times {
    const STEPS: usize = 64;
    /// What is quicker than about a millisecond stands at the first step.
    const LEAST_BITS: u32 = 10;

    /// An answer took so many microseconds.
    pub(crate) fn add(&mut self, micros: u64) {
        let (count, sum) = &mut self.0[Self::step(micros)];
        *count += 1;
        *sum += micros;
    }

    fn step(micros: u64) -> usize {
        let micros = micros.max(1 << Self::LEAST_BITS);
        let bits = micros.ilog2();
        let quarter = (micros >> (bits - 2)) & 3;
        let step = u64::from(bits - Self::LEAST_BITS) * 4 + quarter;
        (step as usize).min(Self::STEPS - 1)
    }

    fn add_all(&mut self, other: &Self) {
        for (own, more) in self.0.iter_mut().zip(&*other.0) {
            *own = (own.0 + more.0, own.1 + more.1);
        }
    }

    /// Seconds, each with how often: the mean of each step that has any.
    pub(super) fn seconds(&self) -> Vec<(f64, f64)> {
        let some = self.0.iter().filter(|(count, _)| *count > 0);
        some.map(|&(count, sum)| (sum as f64 / 1e6 / count as f64, count as f64))
            .collect()
    }
}

/// What nodes did with targets in one minute.
#[derive(Clone, Default)]
pub(super) struct ScopeMinute {
    pub(super) counts: ScopeCounts,
    pub(super) times: Times,
}

impl ScopeMinute {
    pub(super) fn add(&mut self, other: &Self) {
        self.counts = self.counts.plus(other.counts);
        self.times.add_all(&other.times);
    }

    /// Bytes of what went through: requests, and answers of targets.
    pub(super) fn bytes(&self) -> u64 {
        let answers: u64 = self.counts.answers.iter().sum();
        self.counts.requests * REQUEST_BYTES as u64 + answers * ANSWER_BYTES as u64
    }
}

/// Capacity units of one minute in millionths: whichever dimension asks for most. Each connection is active in the minute
/// in which it is new and in no other (simplified).
pub(super) fn micro_units(node: NodeCounts, bytes: u64) -> u64 {
    let shares = [
        (node.connections, CONNECTIONS_PER_UNIT),
        (node.connections, ACTIVE_PER_UNIT),
        (bytes, BYTES_PER_UNIT),
        (node.charged_rules, RULES_PER_UNIT),
    ];
    let units = shares.into_iter().map(|(used, unit)| used * MICRO / unit);
    units.max().unwrap_or(0)
}

impl NodeCounts {
    /// A request came in, and so many rules were looked at.
    pub(super) fn connected(&mut self, rules: u64) {
        self.connections += 1;
        self.rules += rules;
        self.charged_rules += rules.saturating_sub(FREE_RULES);
    }

    pub(super) fn plus(self, other: Self) -> Self {
        self.combined(other, |a, b| a + b)
    }

    pub(super) fn minus(self, other: Self) -> Self {
        self.combined(other, |a, b| a - b)
    }

    fn combined(self, other: Self, with: impl Fn(u64, u64) -> u64) -> Self {
        Self {
            connections: with(self.connections, other.connections),
            rules: with(self.rules, other.rules),
            charged_rules: with(self.charged_rules, other.charged_rules),
            requests: with(self.requests, other.requests),
            bad_gateway: with(self.bad_gateway, other.bad_gateway),
            unavailable: with(self.unavailable, other.unavailable),
            gateway_timeout: with(self.gateway_timeout, other.gateway_timeout),
            client_gone: with(self.client_gone, other.client_gone),
            fixed_or_redirect: with(self.fixed_or_redirect, other.fixed_or_redirect),
            redirects: with(self.redirects, other.redirects),
        }
    }
}

impl ScopeCounts {
    pub(super) fn plus(self, other: Self) -> Self {
        self.combined(other, |a, b| a + b)
    }

    pub(super) fn minus(self, other: Self) -> Self {
        self.combined(other, |a, b| a - b)
    }

    fn combined(self, other: Self, with: impl Fn(u64, u64) -> u64) -> Self {
        Self {
            requests: with(self.requests, other.requests),
            fail_open: with(self.fail_open, other.fail_open),
            non_sticky: with(self.non_sticky, other.non_sticky),
            answers: std::array::from_fn(|place| with(self.answers[place], other.answers[place])),
            connection_errors: with(self.connection_errors, other.connection_errors),
            response_micros: with(self.response_micros, other.response_micros),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_stand_in_steps_of_a_quarter_and_keep_their_sum() {
        let mut times = Times::default();
        for micros in [0, 1_000, 20_000, 20_400, 90_000, u64::MAX >> 8] {
            times.add(micros);
        }
        let counts: Vec<f64> = times.seconds().iter().map(|(_, count)| *count).collect();
        assert_eq!(counts, [2.0, 2.0, 1.0, 1.0]);
        assert!((times.seconds()[1].0 - 0.0202).abs() < 1e-9);
        assert_eq!(Times::step(1_024), 0);
        assert_eq!(Times::step(1_280), 1);
        assert_eq!(Times::step(2_048), 4);
    }

    #[test]
    fn the_dimension_that_asks_for_most_decides() {
        let node = |connections, charged_rules| NodeCounts {
            connections,
            charged_rules,
            ..NodeCounts::default()
        };
        assert_eq!(micro_units(node(0, 0), 0), 0);
        assert_eq!(micro_units(node(3_000, 0), 0), 2_000_000, "50 new ones a second");
        assert_eq!(micro_units(node(1, 0), BYTES_PER_UNIT * 3), 3_000_000);
        assert_eq!(micro_units(node(1, 240_000), 0), 4_000_000);
    }
}
