//! One dot for how many requests: chosen so that the eye and the machine can follow.

use std::ops::Range;

/// The most dots alive at once where nothing else is said.
pub const MOST_DOTS: usize = 500;
/// The share of the most dots that a choice aims at, so that a burst still fits.
const AIM: f32 = 0.9;
/// The least real time between two choices, in milliseconds.
const HOLD_MS: f32 = 5_000.0;
/// How long a dot lives before any was seen to its end, in milliseconds.
const FIRST_LIFE_MS: f32 = 2_500.0;
/// Over how much real time the arrival rate is averaged, in milliseconds.
const RATE_OVER_MS: f32 = 500.0;
/// How long arrivals are watched before the first choice, in milliseconds of real time.
const WATCH_MS: f32 = 250.0;
/// How much the latest life counts in the average of lives.
const LIFE_WEIGHT: f32 = 0.02;

#[derive(Clone, Copy, Debug)]
pub(super) struct Sampling {
    most: usize,
    one_in: u32,
    held_ms: f32,
    watched_ms: f32,
    per_ms: f32,
    life_ms: f32,
    newest: Option<u64>,
}

impl Default for Sampling {
    fn default() -> Self {
        Self {
            most: MOST_DOTS,
            one_in: 1,
            held_ms: HOLD_MS,
            watched_ms: 0.0,
            per_ms: 0.0,
            life_ms: FIRST_LIFE_MS,
            newest: None,
        }
    }
}

/// Requests that arrived since the last look.
pub(super) struct Arrived {
    pub(super) start: u64,
    end: u64,
    one_in: u64,
    room: usize,
}

impl Arrived {
    /// Those of them that get a dot.
    pub(super) fn sampled(&self) -> impl Iterator<Item = u64> {
        let first = self.start.next_multiple_of(self.one_in);
        (first..self.end)
            .step_by(usize::try_from(self.one_in).unwrap_or(usize::MAX))
            .take(self.room)
    }
}

impl Sampling {
    pub(super) fn one_in(&self) -> u32 {
        self.one_in
    }

    pub(super) fn set_most(&mut self, most: usize) {
        self.most = most;
        self.reconsider();
    }

    pub(super) fn reconsider(&mut self) {
        self.held_ms = HOLD_MS;
        self.watched_ms = 0.0;
        self.life_ms = FIRST_LIFE_MS;
    }

    /// Lets the latest requests before `newest` arrive anew.
    pub(super) fn leap(&mut self, newest: u64) {
        self.newest = Some(newest.saturating_sub(self.most as u64 * u64::from(self.one_in)));
        self.reconsider();
    }

    pub(super) fn learn_life(&mut self, life_ms: f32) {
        self.life_ms += (life_ms - self.life_ms) * LIFE_WEIGHT;
    }

    /// Takes note of the arrivals up to `newest`, and tells which of them get a dot beside the `alive` ones.
    pub(super) fn admit(&mut self, newest: u64, real_ms: f32, alive: usize) -> Arrived {
        let arrived = self.range(newest);
        self.learn_rate(arrived.end - arrived.start, real_ms);
        self.choose(real_ms);
        Arrived {
            start: arrived.start,
            end: arrived.end,
            one_in: u64::from(self.one_in),
            room: self.most.saturating_sub(alive),
        }
    }

    fn range(&mut self, newest: u64) -> Range<u64> {
        let last = self.newest.unwrap_or(newest).min(newest);
        self.newest = Some(newest);
        last + 1..newest + 1
    }

    fn learn_rate(&mut self, arrived: u64, real_ms: f32) {
        if real_ms <= 0.0 {
            return;
        }
        self.watched_ms += real_ms;
        let weight = real_ms / self.watched_ms.min(RATE_OVER_MS).max(real_ms);
        self.per_ms += (arrived as f32 / real_ms - self.per_ms) * weight;
    }

    fn choose(&mut self, real_ms: f32) {
        self.held_ms += real_ms;
        if self.held_ms < HOLD_MS || self.watched_ms < WATCH_MS {
            return;
        }
        let wanted = self.per_ms * self.life_ms / (self.most as f32 * AIM);
        let one_in = least_step_from(wanted);
        if one_in != self.one_in {
            self.one_in = one_in;
            self.held_ms = 0.0;
        }
    }
}

/// The least of 1, 2, 4, 10, 20, 40, 100 … that is not below `wanted`.
fn least_step_from(wanted: f32) -> u32 {
    let decades = [1, 10, 100, 1_000, 10_000, 100_000];
    let steps = decades
        .into_iter()
        .flat_map(|decade| [decade, 2 * decade, 4 * decade]);
    steps
        .clone()
        .find(|&step| step as f32 >= wanted)
        .unwrap_or(400_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_those_of_the_legend() {
        let wanted = [0.0, 1.0, 1.1, 3.0, 5.0, 11.0, 39.0, 41.0];
        assert_eq!(wanted.map(least_step_from), [1, 1, 2, 4, 10, 20, 40, 100]);
    }

    /// Half a second with `each` arrivals a frame.
    fn watch(sampling: &mut Sampling, from: u64, each: u64) -> u64 {
        for frame in 1..=30 {
            sampling.admit(from + frame * each, 16.6, 0);
        }
        from + 30 * each
    }

    #[test]
    fn a_choice_holds_for_five_seconds_unless_asked_again() {
        let mut sampling = Sampling::default();
        let newest = watch(&mut sampling, 0, 1_000);
        let crowded = sampling.one_in();
        assert_eq!(crowded, 400, "60,000 a second, each shown for 2.5 s");
        let newest = watch(&mut sampling, newest, 1);
        assert_eq!(sampling.one_in(), crowded);
        sampling.reconsider();
        watch(&mut sampling, newest, 1);
        assert_eq!(sampling.one_in(), 1);
    }

    #[test]
    fn arrivals_before_the_first_look_get_no_dot() {
        let mut sampling = Sampling::default();
        assert_eq!(sampling.admit(500, 16.0, 0).sampled().count(), 0);
        assert_eq!(
            sampling.admit(503, 16.0, 0).sampled().collect::<Vec<_>>(),
            [501, 502, 503]
        );
    }
}
