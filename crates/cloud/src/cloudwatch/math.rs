//! Metric mathematics: expressions upon metrics, answered period by period.
//!
//! Source: CloudWatch User Guide, "Using math expressions with CloudWatch metrics". Simplified: all metrics of an expression
//! are read by one period, the longest of them; where a value is missing, so is what is calculated with it.

use super::expression::Expression;
use super::{MetricName, Metrics};

/// One metric, or one expression upon others.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    /// A name for expressions.
    pub id: String,
    /// A name for people.
    pub label: Option<String>,
    /// Whether its values are wanted themselves.
    pub returned: bool,
    /// What it is.
    pub source: Source,
}

/// Where the values of a query come from.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// A statistic of a metric.
    Metric {
        /// The metric.
        metric: MetricName,
        /// Seconds that each value stands for.
        period_s: u64,
        /// Which statistic.
        stat: String,
        /// The unit that values must have.
        unit: Option<String>,
    },
    /// An expression, and how it was written.
    Expression {
        /// As it was written.
        text: String,
        /// What it means.
        parsed: Expression,
        /// Seconds that each value stands for, if that was said.
        period_s: Option<u64>,
    },
}

/// Values by period; some may be missing.
pub(super) type Series = Vec<Option<f64>>;

impl Query {
    /// Whether it is a metric itself.
    #[must_use]
    pub const fn is_metric(&self) -> bool {
        matches!(self.source, Source::Metric { .. })
    }
}

/// The period by which the values of query `place` are read: its own, or the longest of the metrics.
pub(super) fn period_of(queries: &[Query], place: usize) -> u64 {
    let longest = || {
        let periods = queries.iter().filter_map(|query| match &query.source {
            Source::Metric { period_s, .. } => Some(*period_s),
            Source::Expression { .. } => None,
        });
        periods.max()
    };
    match &queries[place].source {
        Source::Metric { period_s, .. } => *period_s,
        Source::Expression { period_s, .. } => period_s.or_else(longest).unwrap_or(60),
    }
}

/// What queries are answered from.
pub(super) struct Answers<'a> {
    pub(super) metrics: &'a Metrics,
    pub(super) queries: &'a [Query],
    /// When each period began, oldest first, in seconds.
    pub(super) starts: &'a [u64],
    pub(super) period_s: u64,
}

impl Answers<'_> {
    /// The values of a query: one series, or several for an expression such as `METRICS()`.
    pub(super) fn of(&self, place: usize) -> Vec<Series> {
        match &self.queries[place].source {
            Source::Metric {
                metric, stat, unit, ..
            } => vec![self.metric(metric, stat, unit.as_deref())],
            Source::Expression { parsed, .. } => parsed.answer(self, place).into_series(self.starts.len()),
        }
    }

    fn metric(&self, metric: &MetricName, stat: &str, unit: Option<&str>) -> Series {
        if unit.is_some_and(|unit| unit != self.metrics.unit(metric)) {
            return vec![None; self.starts.len()];
        }
        let value = |start: &u64| {
            let found = self.metrics.statistic(metric, *start, self.period_s, stat);
            found.map(|(value, _)| value)
        };
        self.starts.iter().map(value).collect()
    }

    /// The place of a query that may be named in the expression at `place`.
    pub(super) fn place(&self, id: &str) -> Option<usize> {
        self.queries.iter().position(|query| query.id == id)
    }
}

/// The values of the one query that returns data.
pub(super) fn returned(metrics: &Metrics, queries: &[Query], starts: &[u64], period_s: u64) -> Series {
    let answers = Answers {
        metrics,
        queries,
        starts,
        period_s,
    };
    let place = queries.iter().position(|query| query.returned);
    let series = place.and_then(|place| answers.of(place).into_iter().next());
    series.unwrap_or_else(|| vec![None; starts.len()])
}
