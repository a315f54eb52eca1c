//! Metrics: values by period, under their full names; fine at first, coarser with age.

use des::SimTime;

use super::defaults;
use super::name::{MetricName, Parts};
use super::sketch::Sketch;
use super::statistic::{Extended, Statistics};
use super::tier::Tier;
use crate::fact::FactId;

const MICROS: u64 = 1_000_000;

/// The values of one metric.
#[derive(Clone, Debug)]
struct Series {
    name: MetricName,
    /// A number of the name.
    key: u64,
    unit: &'static str,
    /// By the second, if it is told so finely.
    seconds: Option<Box<Tier>>,
    minutes: Tier,
    fives: Tier,
    hours: Tier,
    /// Who told it last, if that was a call.
    told_by: FactId,
}

/// Values of a metric on their way in.
pub(crate) struct Told<'a> {
    /// Their unit.
    pub(crate) unit: &'static str,
    /// When.
    pub(crate) at: SimTime,
    /// Summed up.
    pub(crate) values: Statistics,
    /// Which they were, if there are several and it is known.
    pub(crate) which: Option<&'a Sketch>,
    /// Whether to keep them by the second.
    pub(crate) finely: bool,
    /// The call that told them, if it was one.
    pub(crate) cause: FactId,
}

/// All metrics.
#[derive(Clone, Debug, Default)]
pub struct Metrics {
    /// Sorted by name. Each on its own: they are large, and a new one moves those behind it.
    #[allow(clippy::vec_box)]
    series: Vec<Box<Series>>,
    /// The newest second of which anything was told.
    newest_s: u64,
    /// Of everything that was ever told.
    trail: des::Digest,
}

impl Series {
    fn new(name: MetricName) -> Self {
        Self {
            key: name.key(),
            name,
            unit: "None",
            seconds: None,
            minutes: Tier::new(60, defaults::MINUTES_KEPT_S, defaults::SKETCHES_KEPT),
            fives: Tier::new(300, defaults::FIVE_MINUTES_KEPT_S, 0),
            hours: Tier::new(3_600, defaults::HOURS_KEPT_S, 0),
            told_by: FactId::NONE,
        }
    }

    fn add(&mut self, told: &Told<'_>) {
        let at = told.at.as_secs();
        self.unit = told.unit;
        self.told_by = told.cause;
        if told.finely {
            let new = || Box::new(Tier::new(1, defaults::SECONDS_KEPT_S, defaults::SKETCHES_KEPT));
            let seconds = self.seconds.get_or_insert_with(new);
            seconds.add(at, told.values, told.which);
            seconds.forget(at);
        }
        self.minutes.add(at, told.values, told.which);
        self.fives.add(at, told.values, None);
        self.hours.add(at, told.values, None);
    }

    /// The finest values that there still are for a period.
    fn tier(&self, start_s: u64, period_s: u64, now_s: u64) -> Option<&Tier> {
        if period_s < defaults::PERIOD_S {
            return self.seconds.as_deref();
        }
        [&self.minutes, &self.fives, &self.hours]
            .into_iter()
            .find(|tier| tier.reaches(start_s, now_s))
    }

    /// Forgets what is too old; whether anything is left.
    fn forget(&mut self, now_s: u64) -> bool {
        if self
            .seconds
            .as_mut()
            .is_some_and(|seconds| !seconds.forget(now_s))
        {
            self.seconds = None;
        }
        self.minutes.forget(now_s);
        self.fives.forget(now_s);
        self.hours.forget(now_s)
    }
}

impl Metrics {
    /// Adds values to a metric, which is there from now on.
    pub(crate) fn put(&mut self, namespace: &str, name: &str, dimensions: &[(&str, &str)], told: &Told<'_>) {
        let parts = Parts::new(namespace, name, dimensions);
        let place = match self.place(&parts) {
            Ok(place) => place,
            Err(place) => {
                self.series.insert(place, Box::new(Series::new(parts.to_name())));
                place
            }
        };
        self.series[place].add(told);
        self.follow(self.series[place].key, told);
        self.newest_s = self.newest_s.max(told.at.as_secs());
    }

    fn place(&self, parts: &Parts<'_>) -> Result<usize, usize> {
        self.series.binary_search_by(|series| series.name.compare(parts))
    }

    fn find(&self, name: &MetricName) -> Option<&Series> {
        let place = self
            .series
            .binary_search_by(|series| series.name.cmp(name))
            .ok()?;
        Some(&self.series[place])
    }

    /// Forgets what is older than is kept, and the metrics of which nothing is left.
    pub(crate) fn forget(&mut self, now: SimTime) {
        self.series.retain_mut(|series| series.forget(now.as_secs()));
    }

    /// The names of all metrics with values of the last `seconds`.
    pub fn names(&self, now: SimTime, seconds: u64) -> impl Iterator<Item = &MetricName> {
        let since = now.as_secs().saturating_sub(seconds);
        let active = move |series: &&Series| series.minutes.newest().is_some_and(|newest| newest >= since);
        let series = self.series.iter().map(Box::as_ref);
        series.filter(active).map(|series| &series.name)
    }

    /// The unit of a metric.
    #[must_use]
    pub fn unit(&self, name: &MetricName) -> &'static str {
        self.find(name).map_or("None", |series| series.unit)
    }

    /// The call that last told values of a metric, if any did.
    #[must_use]
    pub fn told_by(&self, name: &MetricName) -> FactId {
        self.find(name).map_or(FactId::NONE, |series| series.told_by)
    }

    /// The values of a metric in the period of `period_s` seconds that begins at `start_s`; none if there are none.
    #[must_use]
    pub fn period(&self, name: &MetricName, start_s: u64, period_s: u64) -> Option<Statistics> {
        let tier = self.find(name)?.tier(start_s, period_s, self.newest_s)?;
        tier.sum(start_s, start_s + period_s)
    }

    /// Any statistic of such a period, by AWS's name, and of how many samples it is.
    #[must_use]
    pub fn statistic(
        &self,
        name: &MetricName,
        start_s: u64,
        period_s: u64,
        stat: &str,
    ) -> Option<(f64, f64)> {
        let tier = self.find(name)?.tier(start_s, period_s, self.newest_s)?;
        let end = start_s + period_s;
        let values = tier.sum(start_s, end)?;
        match Extended::named(stat) {
            Some(extended) => Some((extended.of(&tier.which(start_s, end)?)?, values.count)),
            None => Some((values.get(stat), values.count)),
        }
    }

    /// A number that differs if anything was told differently: what is kept follows from what was told.
    pub(crate) fn add_to(&self, digest: &mut des::Digest) {
        digest.extend([self.trail.value(), self.series.len() as u64]);
    }

    fn follow(&mut self, key: u64, told: &Told<'_>) {
        let Statistics { count, sum, min, max } = told.values;
        self.trail.extend([key, told.at.as_micros(), told.finely.into()]);
        self.trail.extend([count, sum, min, max].map(f64::to_bits));
    }
}

/// The start of the newest period of `period_s` seconds whose value can be read at `now`, in seconds.
pub(crate) fn newest_period(now: SimTime, period_s: u64) -> Option<u64> {
    let readable = now.as_micros().checked_sub(defaults::DELAY.as_micros())? / MICROS;
    (readable / period_s * period_s).checked_sub(period_s)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(metrics: &mut Metrics, at_s: u64, value: f64) {
        let told = Told {
            unit: "Count",
            at: SimTime::from_secs(at_s),
            values: Statistics::of(value),
            which: None,
            finely: false,
            cause: FactId::NONE,
        };
        metrics.put("N", "m", &[], &told);
    }

    #[test]
    fn values_of_one_minute_are_summed_up_and_periods_put_together() {
        let name = MetricName::new("N", "m", &[]);
        let mut metrics = Metrics::default();
        for (seconds, value) in [(0, 1.0), (30, 3.0), (60, 8.0), (240, 4.0)] {
            put(&mut metrics, seconds, value);
        }
        let sums = |start, period| metrics.period(&name, start, period).map(|values| values.sum);
        assert_eq!(
            [sums(0, 60), sums(60, 60), sums(120, 60)],
            [Some(4.0), Some(8.0), None]
        );
        assert_eq!(sums(0, 300), Some(16.0));
        let all = metrics.period(&name, 0, 300).expect("there are four");
        assert_eq!(
            (all.count, all.min, all.max, all.get("Average")),
            (4.0, 1.0, 8.0, 4.0)
        );
        assert_eq!(metrics.statistic(&name, 0, 300, "p75"), Some((4.0, 4.0)));
    }

    #[test]
    fn minutes_last_fifteen_days_five_minutes_sixty_three_and_hours_four_hundred_fifty_five() {
        let name = MetricName::new("N", "m", &[]);
        let mut metrics = Metrics::default();
        let day = 86_400;
        let count = |metrics: &Metrics, start: u64, period: u64| {
            metrics.period(&name, start, period).map(|all| all.count)
        };
        (0..60).for_each(|minute| put(&mut metrics, minute * 60, 1.0));
        put(&mut metrics, 15 * day, 1.0);
        assert_eq!(count(&metrics, 0, 60), Some(1.0));
        put(&mut metrics, 15 * day + 3_600, 1.0);
        metrics.forget(SimTime::from_secs(15 * day + 3_600));
        assert_eq!(
            [count(&metrics, 0, 60), count(&metrics, 60, 60)],
            [Some(5.0), None],
            "every five minutes"
        );
        put(&mut metrics, 64 * day, 1.0);
        metrics.forget(SimTime::from_secs(64 * day));
        assert_eq!(
            [count(&metrics, 0, 3_600), count(&metrics, 300, 300)],
            [Some(60.0), None]
        );
        metrics.forget(SimTime::from_secs(600 * day));
        assert_eq!(metrics.names(SimTime::from_secs(600 * day), u64::MAX).count(), 0);
    }

    #[test]
    fn a_period_can_be_read_a_moment_after_its_end() {
        let at = |seconds| newest_period(SimTime::from_secs(seconds), 60);
        assert_eq!([at(69), at(70), at(129)], [None, Some(0), Some(0)]);
        assert_eq!(newest_period(SimTime::from_secs(310), 300), Some(0));
    }
}
