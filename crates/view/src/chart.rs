//! Charts: what was measured over a stretch of time, as lines that a page can draw.

use std::rc::Rc;

use des::{SimDuration, SimTime};

use crate::fleet::Thing;

/// What a board of charts is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Topic {
    /// What the employees met with.
    #[default]
    Employees,
    /// The requests that came to the instances of each zone.
    Zones,
    /// The requests that came to each instance.
    Instances,
    /// CloudWatch's CPU utilization of each instance.
    Cpu,
    /// How many instances each Auto Scaling group should have, and has.
    Groups,
    /// The metric that each alarm looks at.
    Alarms,
}

impl Topic {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Employees,
        Self::Zones,
        Self::Instances,
        Self::Cpu,
        Self::Groups,
        Self::Alarms,
    ];
}

/// What a chart measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Requests that were sent, per second.
    Sent,
    /// Share of the finished requests that were served, in percent.
    Served,
    /// Response time of the served, in milliseconds.
    Latency,
    /// Requests that came to something and ended, per second.
    Received,
    /// CPU utilization, in percent.
    Cpu,
    /// Instances.
    Capacity,
    /// A metric of CloudWatch, in its own unit.
    Metric,
}

/// What a line of a chart stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// All requests.
    All,
    /// Those that failed.
    Failed,
    /// The share that was served.
    Served,
    /// Half are faster.
    P50,
    /// One in twenty is slower.
    P95,
    /// One in a hundred is slower.
    P99,
    /// An average.
    Average,
    /// Instances in service.
    InService,
    /// Instances that there should be.
    Desired,
    /// Values within the threshold.
    Datapoint,
    /// Values beyond it.
    Breaching,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// From value to value.
    Line,
    /// The same with the ground below it filled, where it means a total.
    Area,
    /// As bars, each as long as the period that it stands for.
    Bars,
    /// As a level that lasts until the next.
    Steps,
    /// The same with the ground below it filled.
    Levels,
}

/// A value and the period that it stands for. A period without one is a gap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample {
    /// Where the period begins.
    pub from: SimTime,
    /// Where it ends.
    pub to: SimTime,
    /// The value.
    pub value: f64,
}

/// A line of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it stands for.
    pub role: Role,
    /// How it is drawn.
    pub shape: Shape,
    /// Its values, oldest first.
    pub samples: Rc<[Sample]>,
}

impl Line {
    /// The value at an instant; none in a gap.
    #[must_use]
    pub fn at(&self, instant: SimTime) -> Option<f64> {
        let after = self.samples.partition_point(|sample| sample.from <= instant);
        let sample = self.samples[..after].last()?;
        (instant < sample.to).then_some(sample.value)
    }

    /// The newest value.
    #[must_use]
    pub fn newest(&self) -> Option<f64> {
        self.samples.last().map(|sample| sample.value)
    }

    /// The least value.
    #[must_use]
    pub fn least(&self) -> Option<f64> {
        self.samples.iter().map(|sample| sample.value).reduce(f64::min)
    }

    /// The largest value.
    #[must_use]
    pub fn most(&self) -> Option<f64> {
        self.samples.iter().map(|sample| sample.value).reduce(f64::max)
    }
}

/// What an alarm compares its metric with.
#[derive(Clone, Debug, PartialEq)]
pub struct Threshold {
    /// The value.
    pub value: f64,
    /// How it is compared, in AWS's word.
    pub comparison: &'static str,
}

/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// What it measures.
    pub measure: Measure,
    /// The name of what it is about; none for the whole account.
    pub subject: Option<Rc<str>>,
    /// The same, to be selected.
    pub thing: Option<Thing>,
    /// Metric and statistic, if it shows what an alarm looks at.
    pub metric: Option<Rc<str>>,
    /// Its lines; what matters most is last.
    pub lines: Rc<[Line]>,
    /// What its values are compared with.
    pub threshold: Option<Threshold>,
}

impl Chart {
    /// The line that stands for this.
    #[must_use]
    pub fn line(&self, role: Role) -> Option<&Line> {
        self.lines.iter().find(|line| line.role == role)
    }

    /// The largest value of all lines, and of the threshold.
    #[must_use]
    pub fn most(&self) -> f64 {
        let threshold = self.threshold.iter().map(|threshold| threshold.value);
        self.lines
            .iter()
            .filter_map(Line::most)
            .chain(threshold)
            .fold(0.0, f64::max)
    }

    /// True if there is nothing to draw.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.iter().all(|line| line.samples.is_empty())
    }
}

/// The charts that are shown together.
#[derive(Clone, Debug)]
pub struct Board {
    /// What they are about.
    pub topic: Topic,
    /// From one point to the next.
    pub period: SimDuration,
    /// The charts.
    pub charts: Rc<[Chart]>,
    /// Of how many things there are charts; only a page of them is shown.
    pub things: usize,
    /// Which page, from 0.
    pub page: usize,
}

/// A board is equal to itself only: comparing all points would cost more than drawing them.
impl PartialEq for Board {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// Charts on one page.
pub const CHARTS_A_PAGE: usize = 3;

impl Board {
    /// How many pages there are.
    #[must_use]
    pub const fn pages(&self) -> usize {
        self.things.div_ceil(CHARTS_A_PAGE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(samples: &[(u64, u64, f64)]) -> Line {
        let sample = |&(from, to, value)| Sample {
            from: SimTime::from_secs(from),
            to: SimTime::from_secs(to),
            value,
        };
        Line {
            role: Role::Served,
            shape: Shape::Line,
            samples: samples.iter().map(sample).collect(),
        }
    }

    #[test]
    fn a_period_without_a_value_is_a_gap() {
        let line = line(&[(0, 60, 1.0), (120, 180, 3.0)]);
        let at = |second| line.at(SimTime::from_secs(second));
        assert_eq!(
            [at(0), at(59), at(60), at(120), at(180)],
            [Some(1.0), Some(1.0), None, Some(3.0), None]
        );
        assert_eq!((line.least(), line.most()), (Some(1.0), Some(3.0)));
    }

    #[test]
    fn a_threshold_is_in_sight() {
        let chart = Chart {
            measure: Measure::Metric,
            subject: None,
            thing: None,
            metric: None,
            lines: [line(&[(0, 60, 3.0)])].into(),
            threshold: Some(Threshold {
                value: 20.0,
                comparison: "GreaterThanThreshold",
            }),
        };
        assert_eq!(chart.most(), 20.0);
    }
}
