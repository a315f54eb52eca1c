//! Periods of one metric in the order of time. What is finished is shared between copies of an account, of which a long run
//! keeps dozens to go back to.

use std::collections::VecDeque;
use std::sync::Arc;

use super::statistic::Statistics;

/// Runs in a part that is shared: few, since what is open is copied, and enough that a count for each part costs little.
const PART: usize = 32;

/// Periods one after the other with the same values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Run {
    pub(super) from_s: u32,
    pub(super) periods: u32,
    pub(super) values: Statistics,
}

impl Run {
    /// Where the period after it begins, with periods of `step` seconds.
    pub(super) const fn end(&self, step: u32) -> u32 {
        self.from_s + self.periods * step
    }
}

/// Runs that do not overlap, oldest first, of periods of one length.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Runs {
    step_s: u32,
    finished: VecDeque<Arc<Vec<Run>>>,
    /// The newest, which may still change; empty only if there are none at all.
    open: Vec<Run>,
}

impl Runs {
    /// None yet, of periods of `step_s` seconds.
    pub(super) const fn new(step_s: u32) -> Self {
        Self {
            step_s,
            finished: VecDeque::new(),
            open: Vec::new(),
        }
    }

    /// The newest.
    pub(super) fn last(&self) -> Option<&Run> {
        self.open.last()
    }

    /// Appends what is newer than all others. The one before is complete then, and joins its neighbour if they are the same.
    pub(super) fn push(&mut self, run: Run) {
        self.join_last();
        if self.open.len() == 2 * PART {
            let rest = self.open.split_off(PART);
            let finished = std::mem::replace(&mut self.open, rest);
            self.finished.push_back(Arc::new(finished));
        }
        self.open.push(run);
    }

    fn join_last(&mut self) {
        let [.., run, last] = self.open.as_mut_slice() else {
            return;
        };
        if run.values == last.values && run.end(self.step_s) == last.from_s {
            run.periods += last.periods;
            self.open.pop();
        }
    }

    /// The part that holds the first run which ends after `at`, to be changed: copies that share it keep it as it was.
    pub(super) fn part_mut(&mut self, at: u32) -> &mut Vec<Run> {
        let place = self.part(at);
        match self.finished.get_mut(place) {
            Some(part) => Arc::make_mut(part),
            None => &mut self.open,
        }
    }

    /// From the first run on which ends after `at`.
    pub(super) fn from(&self, at: u32) -> impl Iterator<Item = &Run> {
        let step = self.step_s;
        let finished = self.finished.range(self.part(at)..);
        let parts = finished.map(|part| part.as_slice()).chain([self.open.as_slice()]);
        parts.enumerate().flat_map(move |(place, part)| {
            let first = match place {
                0 => part.partition_point(|run| run.end(step) <= at),
                _ => 0,
            };
            &part[first..]
        })
    }

    /// Forgets what ended by `oldest`, or of a long past whole parts of it; whether anything newer is left.
    pub(super) fn forget(&mut self, oldest: u32) -> bool {
        let step = self.step_s;
        let gone = self.part(oldest);
        self.finished.drain(..gone);
        if self.finished.is_empty() {
            let gone = self.open.partition_point(|run| run.end(step) <= oldest);
            self.open.drain(..gone);
        }
        !self.open.is_empty()
    }

    /// The place of the part that holds the first run which ends after `at`; the open one comes after all others.
    fn part(&self, at: u32) -> usize {
        let is_over = |part: &Arc<Vec<Run>>| part.last().is_some_and(|run| run.end(self.step_s) <= at);
        self.finished.partition_point(is_over)
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.finished.iter().map(|part| part.len()).sum::<usize>() + self.open.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Minutes that all differ.
    fn minutes(count: u32) -> Runs {
        let mut runs = Runs::new(60);
        (0..count).for_each(|minute| runs.push(run(minute, f64::from(minute))));
        runs
    }

    fn run(minute: u32, value: f64) -> Run {
        Run {
            from_s: minute * 60,
            periods: 1,
            values: Statistics::of(value),
        }
    }

    fn starts(runs: &Runs, at: u32) -> Vec<u32> {
        runs.from(at).map(|run| run.from_s / 60).collect()
    }

    #[test]
    fn they_are_found_in_every_part() {
        let runs = minutes(1_000);
        for minute in [0, 1, 31, 32, 33, 63, 64, 500, 999, 1_000] {
            let expected: Vec<u32> = (minute..1_000).collect();
            assert_eq!(starts(&runs, minute * 60), expected);
        }
    }

    #[test]
    fn copies_share_what_is_finished_and_go_their_own_ways() {
        let mut runs = minutes(1_000);
        let copy = runs.clone();
        let shared = |one: &Runs, other: &Runs| {
            let pairs = one.finished.iter().zip(&other.finished);
            pairs.filter(|(one, other)| Arc::ptr_eq(one, other)).count()
        };
        assert_eq!(shared(&runs, &copy), runs.finished.len());
        assert!(runs.open.len() <= 2 * PART);
        runs.part_mut(600)[10].values = Statistics::of(-1.0);
        assert_eq!(shared(&runs, &copy), runs.finished.len() - 1);
        assert_eq!(copy, minutes(1_000));
        assert_ne!(runs, copy);
    }

    #[test]
    fn what_is_old_is_forgotten_with_its_part_and_a_short_past_exactly() {
        let mut short = minutes(60);
        assert!(short.forget(50 * 60));
        assert_eq!(starts(&short, 0), (50..60).collect::<Vec<_>>());
        let mut long = minutes(1_000);
        assert!(long.forget(500 * 60));
        let first = starts(&long, 0)[0];
        assert!(first <= 500 && first + PART as u32 > 500, "{first}");
        assert!(!long.forget(1_000 * 60));
        assert_eq!(long.len(), 0);
    }
}
