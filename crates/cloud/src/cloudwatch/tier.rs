//! The values of one metric by periods of one length: runs of equal values stand for many periods, so that what does not
//! change costs nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::runs::{Run, Runs};
use super::sketch::Sketch;
use super::statistic::Statistics;

/// Values of equal periods.
#[derive(Clone, Debug)]
pub(super) struct Tier {
    step_s: u32,
    kept_s: u32,
    runs: Runs,
    sketches_kept: usize,
    /// Which values there were in a period, where they were not all the same. Shared between copies of the account.
    sketches: BTreeMap<u32, Arc<Sketch>>,
}

impl Tier {
    pub(super) const fn new(step_s: u32, kept_s: u32, sketches_kept: usize) -> Self {
        Self {
            step_s,
            kept_s,
            runs: Runs::new(step_s),
            sketches_kept,
            sketches: BTreeMap::new(),
        }
    }

    /// Adds values to the period that begins at or before `at`; which they were, if that is known.
    pub(super) fn add(&mut self, at: u64, values: Statistics, which: Option<&Sketch>) {
        let at = at as u32 / self.step_s * self.step_s;
        if self.sketches_kept > 0 {
            self.add_sketch(at, values, which);
        }
        let last_end = self.runs.last().map_or(0, |run| run.end(self.step_s));
        if at >= last_end {
            self.runs.push(Run {
                from_s: at,
                periods: 1,
                values,
            });
        } else {
            self.add_late(at, values);
        }
    }

    /// Adds to a period that is there, or puts one between others.
    fn add_late(&mut self, at: u32, values: Statistics) {
        let step = self.step_s;
        let runs = self.runs.part_mut(at);
        let place = runs.partition_point(|run| run.end(step) <= at);
        let run = runs[place];
        if run.from_s == at && run.periods == 1 {
            runs[place].values = run.values.with(values);
            return;
        }
        let of_these = |from_s, periods| Run {
            from_s,
            periods,
            ..run
        };
        let new = |values| Run {
            from_s: at,
            periods: 1,
            values,
        };
        if at < run.from_s {
            return runs.insert(place, new(values));
        }
        let before = (at - run.from_s) / step;
        let after = run.periods - before - 1;
        let parts = [
            of_these(run.from_s, before),
            new(run.values.with(values)),
            of_these(at + step, after),
        ];
        let parts = parts.into_iter().filter(|part| part.periods > 0);
        runs.splice(place..=place, parts);
    }

    fn add_sketch(&mut self, at: u32, values: Statistics, which: Option<&Sketch>) {
        let new = match which {
            Some(which) => Some(which.clone()),
            None => (values.min == values.max).then(|| Sketch::of(values.min, values.count)),
        };
        let Some(old) = self.within(at, at + self.step_s).next().map(|(_, old, _)| old) else {
            if let Some(which) = new.filter(|_| values.min != values.max) {
                self.keep_sketch(at, which);
            }
            return;
        };
        let known = self.sketches.remove(&at).map(Arc::unwrap_or_clone);
        let known = known.or_else(|| (old.min == old.max).then(|| Sketch::of(old.min, old.count)));
        if let (Some(mut known), Some(new)) = (known, new) {
            known.add_all(&new, 1.0);
            self.keep_sketch(at, known);
        }
    }

    fn keep_sketch(&mut self, at: u32, sketch: Sketch) {
        self.sketches.insert(at, Arc::new(sketch));
        while self.sketches.len() > self.sketches_kept {
            self.sketches.pop_first();
        }
    }

    /// Forgets what is too old at `now`; whether anything is left.
    pub(super) fn forget(&mut self, now: u64) -> bool {
        let oldest = (now as u32).saturating_sub(self.kept_s);
        self.sketches = self.sketches.split_off(&oldest);
        self.runs.forget(oldest)
    }

    /// Whether it still has what began at `at`.
    pub(super) const fn reaches(&self, at: u64, now: u64) -> bool {
        at + self.kept_s as u64 >= now
    }

    /// The start of the newest period with values.
    pub(super) fn newest(&self) -> Option<u64> {
        self.runs
            .last()
            .map(|run| u64::from(run.end(self.step_s) - self.step_s))
    }

    /// The runs that begin or go on in a span of time: where, their values, and how many periods.
    fn within(&self, start: u32, end: u32) -> impl Iterator<Item = (u32, Statistics, u32)> {
        let step = self.step_s;
        let runs = self.runs.from(start).take_while(move |run| run.from_s < end);
        runs.filter_map(move |run| {
            let from = run.from_s + start.saturating_sub(run.from_s).div_ceil(step) * step;
            let to = run.end(step).min(end);
            let periods = to.saturating_sub(from).div_ceil(step);
            (periods > 0).then_some((from, run.values, periods))
        })
    }

    /// All values of the periods that begin in a span of time, summed up.
    pub(super) fn sum(&self, start: u64, end: u64) -> Option<Statistics> {
        let parts = self.within(start as u32, end as u32);
        let parts = parts.map(|(_, values, periods)| values.times(periods.into()));
        parts.reduce(Statistics::with)
    }

    /// Which values there were in a span of time; none if there were none, or it is not known.
    pub(super) fn which(&self, start: u64, end: u64) -> Option<Sketch> {
        let mut all = Sketch::default();
        for (from, values, periods) in self.within(start as u32, end as u32) {
            if values.min == values.max {
                all.add(values.min, values.count * f64::from(periods));
                continue;
            }
            for period in 0..periods {
                all.add_all(self.sketches.get(&(from + period * self.step_s))?, 1.0);
            }
        }
        (all.count() > 0.0).then_some(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(tier: &Tier, start: u64, end: u64) -> Option<f64> {
        tier.sum(start, end).map(|values| values.sum)
    }

    #[test]
    fn equal_values_cost_one_run() {
        let mut tier = Tier::new(60, 86_400, 10);
        (0..1_000).for_each(|minute| tier.add(minute * 60, Statistics::of(2.0), None));
        assert!(tier.runs.len() <= 2, "{:?}", tier.runs);
        assert_eq!(sum(&tier, 600, 900), Some(10.0));
        tier.add(630, Statistics::of(1.0), None);
        assert_eq!(
            [sum(&tier, 600, 660), sum(&tier, 660, 720)],
            [Some(3.0), Some(2.0)]
        );
        assert_eq!(
            tier.which(600, 660).and_then(|which| which.percentile(50.0)),
            Some(1.0)
        );
        assert_eq!(tier.newest(), Some(59_940));
    }

    #[test]
    fn late_values_find_their_place() {
        let mut tier = Tier::new(60, 86_400, 10);
        for at in [300, 60, 120, 0] {
            tier.add(at, Statistics::of(at as f64), None);
        }
        let found: Vec<_> = (0..6)
            .map(|minute| sum(&tier, minute * 60, minute * 60 + 60))
            .collect();
        assert_eq!(
            found,
            [Some(0.0), Some(60.0), Some(120.0), None, None, Some(300.0)]
        );
    }

    #[test]
    fn what_is_too_old_is_forgotten() {
        let mut tier = Tier::new(60, 600, 10);
        (0..100).for_each(|minute| tier.add(minute * 60, Statistics::of(minute as f64), None));
        assert!(tier.forget(6_000));
        assert_eq!(sum(&tier, 0, 5_400), None);
        assert!(sum(&tier, 5_400, 6_000).is_some());
        assert!(!tier.forget(60_000));
    }
}
