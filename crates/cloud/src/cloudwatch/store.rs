//! Metrics: values by period, under their full names.

use std::collections::{BTreeMap, VecDeque};

use des::SimTime;

use super::defaults::{FIVE_MINUTES_KEPT, MINUTES_KEPT, PERIOD_S};

const MICROS: u64 = 1_000_000;
const FIVE_MINUTES_S: u64 = 300;

/// A metric's full name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MetricName {
    /// Such as `AWS/EC2`.
    pub namespace: String,
    /// Such as `CPUUtilization`.
    pub name: String,
    /// Names and values, sorted by name.
    pub dimensions: Vec<(String, String)>,
}

impl MetricName {
    /// A name from its parts; dimensions may come in any order.
    #[must_use]
    pub fn new(namespace: &str, name: &str, dimensions: &[(&str, &str)]) -> Self {
        let mut dimensions: Vec<(String, String)> = dimensions
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        dimensions.sort();
        Self {
            namespace: namespace.to_owned(),
            name: name.to_owned(),
            dimensions,
        }
    }
}

/// Values, summed up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Statistics {
    /// How many.
    pub count: f64,
    /// Their sum.
    pub sum: f64,
    /// The least.
    pub min: f64,
    /// The greatest.
    pub max: f64,
}

impl Statistics {
    /// Of one value.
    #[must_use]
    pub const fn of(value: f64) -> Self {
        Self {
            count: 1.0,
            sum: value,
            min: value,
            max: value,
        }
    }

    /// Of both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            count: self.count + other.count,
            sum: self.sum + other.sum,
            min: self.min.min(other.min),
            max: self.max.max(other.max),
        }
    }

    /// One of them, by AWS's name.
    #[must_use]
    pub fn get(&self, statistic: &str) -> f64 {
        match statistic {
            "SampleCount" => self.count,
            "Sum" => self.sum,
            "Minimum" => self.min,
            "Maximum" => self.max,
            _ => self.sum / self.count,
        }
    }
}

/// The values of one metric: by the minute for a while, by five minutes for longer.
#[derive(Clone, Debug, Default)]
struct Series {
    unit: &'static str,
    minutes: VecDeque<(u64, Statistics)>,
    fives: VecDeque<(u64, Statistics)>,
}

/// All metrics.
#[derive(Clone, Debug, Default)]
pub struct Metrics {
    series: BTreeMap<MetricName, Series>,
}

impl Metrics {
    /// Adds values to the minute that began at or before `at`.
    pub(crate) fn put(&mut self, name: MetricName, unit: &'static str, at: SimTime, values: Statistics) {
        let minute = at.as_secs() / PERIOD_S * PERIOD_S;
        let series = self.series.entry(name).or_default();
        series.unit = unit;
        add(&mut series.minutes, minute, values, MINUTES_KEPT);
        add(
            &mut series.fives,
            minute / FIVE_MINUTES_S * FIVE_MINUTES_S,
            values,
            FIVE_MINUTES_KEPT,
        );
    }

    /// The names of all metrics that ever had a value.
    pub fn names(&self) -> impl Iterator<Item = &MetricName> {
        self.series.keys()
    }

    /// The unit of a metric.
    #[must_use]
    pub fn unit(&self, name: &MetricName) -> &'static str {
        self.series.get(name).map_or("None", |series| series.unit)
    }

    /// The values of a metric in the period of `period_s` seconds that begins at `start_s`; none if there are none.
    #[must_use]
    pub fn period(&self, name: &MetricName, start_s: u64, period_s: u64) -> Option<Statistics> {
        let series = self.series.get(name)?;
        let end = start_s + period_s;
        let old = series.minutes.front().is_none_or(|(first, _)| *first > start_s);
        let points = if old && period_s.is_multiple_of(FIVE_MINUTES_S) {
            &series.fives
        } else {
            &series.minutes
        };
        let from = points.partition_point(|(at, _)| *at < start_s);
        let within = points.range(from..).take_while(|(at, _)| *at < end);
        within.map(|(_, values)| *values).reduce(Statistics::with)
    }

    /// A number that differs if any value differs.
    pub(crate) fn add_to(&self, digest: &mut des::Digest) {
        for (name, series) in &self.series {
            digest.extend(name.name.bytes().map(u64::from));
            let points = series.minutes.iter().chain(&series.fives);
            digest
                .extend(points.flat_map(|(at, values)| [*at, values.sum.to_bits(), values.count.to_bits()]));
        }
    }
}

/// Adds to the newest period, begins a new one, or puts late values where they belong.
fn add(points: &mut VecDeque<(u64, Statistics)>, at: u64, values: Statistics, kept: usize) {
    let place = points.partition_point(|(known, _)| *known < at);
    match points.get_mut(place) {
        Some((known, old)) if *known == at => *old = old.with(values),
        _ => points.insert(place, (at, values)),
    }
    if points.len() > kept {
        points.pop_front();
    }
}

/// The start of the newest period of `period_s` seconds whose value can be read at `now`, in seconds.
pub(crate) fn newest_period(now: SimTime, period_s: u64) -> Option<u64> {
    let readable = now.as_micros().checked_sub(super::defaults::DELAY.as_micros())? / MICROS;
    (readable / period_s * period_s).checked_sub(period_s)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> SimTime {
        SimTime::from_secs(seconds)
    }

    #[test]
    fn values_of_one_minute_are_summed_up_and_periods_put_together() {
        let name = MetricName::new("N", "m", &[("b", "2"), ("a", "1")]);
        assert_eq!(name, MetricName::new("N", "m", &[("a", "1"), ("b", "2")]));
        let mut metrics = Metrics::default();
        for (seconds, value) in [(0, 1.0), (30, 3.0), (60, 8.0), (240, 4.0)] {
            metrics.put(name.clone(), "Count", at(seconds), Statistics::of(value));
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
    }

    #[test]
    fn what_is_old_is_kept_by_five_minutes() {
        let name = MetricName::new("N", "m", &[]);
        let mut metrics = Metrics::default();
        for minute in 0..2 * MINUTES_KEPT as u64 {
            metrics.put(name.clone(), "Count", at(minute * 60), Statistics::of(1.0));
        }
        assert_eq!(metrics.period(&name, 0, 60), None);
        assert_eq!(metrics.period(&name, 0, 300).map(|values| values.sum), Some(5.0));
    }

    #[test]
    fn a_period_can_be_read_a_moment_after_its_end() {
        assert_eq!(newest_period(at(69), 60), None);
        assert_eq!(newest_period(at(70), 60), Some(0));
        assert_eq!(newest_period(at(129), 60), Some(0));
        assert_eq!(newest_period(at(310), 300), Some(0));
    }
}
