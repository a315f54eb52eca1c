//! Charts from what was measured: seconds and minutes of the employees' truth, metrics, and the sizes of groups.

use std::rc::Rc;

use cloud::Cloud;
use cloud::cloudwatch::{AlarmIndex, MetricName};
use cloud::ec2::{InstanceIndex, InstanceState};
use cloud::region::ZoneIndex;
use cloud::workload::{Counts, Minute};
use des::{SimDuration, SimTime};

use super::capacity::Capacity;
use crate::chart::{Board, CHARTS_A_PAGE, Chart, Line, Measure, Role, Sample, Shape, Threshold, Topic};
use crate::fleet::Thing;
use crate::flight::Place;
use crate::{Point, Series};

/// Up to this length of time there is one point a second, beyond it one a minute: no line has more than fits on a screen.
const BY_SECONDS: SimDuration = SimDuration::from_mins(15);
const MINUTE: SimDuration = SimDuration::from_mins(1);

/// Which charts are wanted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wanted {
    /// What they are about.
    pub topic: Topic,
    /// Which page of them, from 0.
    pub page: usize,
    /// What is selected; its chart comes first.
    pub selected: Option<Thing>,
    /// Where the stretch of time begins.
    pub start: SimTime,
    /// How long it is.
    pub length: SimDuration,
}

impl Wanted {
    /// From one point to the next.
    #[must_use]
    pub fn period(&self) -> SimDuration {
        if self.topic == Topic::Employees && self.length <= BY_SECONDS {
            SimDuration::from_secs(1)
        } else {
            MINUTE
        }
    }

    /// The first whole minute that is shown.
    fn first_minute(&self) -> u64 {
        self.start.as_secs() / 60
    }
}

/// The charts that are wanted.
#[must_use]
pub fn board(cloud: &Cloud, capacity: &Capacity, wanted: &Wanted) -> Board {
    let mut subjects = subjects(cloud, wanted);
    if let Some(place) = subjects.iter().position(|subject| subject.is(wanted.selected)) {
        subjects[..=place].rotate_right(1);
    }
    let page = wanted.page.min(subjects.len().saturating_sub(1) / CHARTS_A_PAGE);
    let shown = subjects.iter().skip(page * CHARTS_A_PAGE).take(CHARTS_A_PAGE);
    let charts = match wanted.topic {
        Topic::Employees => employees(cloud, wanted).into(),
        _ => shown
            .map(|subject| chart(cloud, capacity, wanted, subject))
            .collect(),
    };
    Board {
        topic: wanted.topic,
        period: wanted.period(),
        charts,
        things: subjects.len(),
        page,
    }
}

/// What a chart is about.
#[derive(Clone, Copy)]
enum Subject {
    Zone(ZoneIndex),
    Instance(InstanceIndex),
    Group(u32),
    Alarm(AlarmIndex),
}

impl Subject {
    fn thing(self) -> Thing {
        match self {
            Self::Zone(zone) => Thing::Zone(zone.index() as u16),
            Self::Instance(instance) => Thing::Place(Place::Instance(instance.index() as u32)),
            Self::Group(group) => Thing::Group(group),
            Self::Alarm(alarm) => Thing::Alarm(alarm.index() as u32),
        }
    }

    fn is(self, thing: Option<Thing>) -> bool {
        thing == Some(self.thing())
    }
}

fn subjects(cloud: &Cloud, wanted: &Wanted) -> Vec<Subject> {
    match wanted.topic {
        Topic::Employees => Vec::new(),
        Topic::Zones => cloud.region.zone_indexes().map(Subject::Zone).collect(),
        Topic::Instances | Topic::Cpu => {
            let state = |index: InstanceIndex| cloud.ec2.instances[index.index()].state;
            let all = cloud.ec2.indexes();
            all.filter(|&index| state(index) != InstanceState::Terminated)
                .map(Subject::Instance)
                .collect()
        }
        Topic::Groups => {
            let groups = cloud.autoscaling.groups();
            groups
                .map(|(index, _)| Subject::Group(index.index() as u32))
                .collect()
        }
        Topic::Alarms => {
            let metric = cloud
                .cloudwatch
                .alarms()
                .filter(|(_, alarm)| alarm.composite().is_none());
            metric.map(|(index, _)| Subject::Alarm(index)).collect()
        }
    }
}

fn chart(cloud: &Cloud, capacity: &Capacity, wanted: &Wanted, subject: &Subject) -> Chart {
    let thing = Some(subject.thing());
    let of = |measure, name: &str, lines: Vec<Line>| Chart {
        measure,
        subject: Some(name.into()),
        thing,
        metric: None,
        lines: lines.into(),
        threshold: None,
    };
    match *subject {
        Subject::Zone(zone) => of(
            Measure::Received,
            cloud.region.zone(zone).name,
            received(minutes(cloud, wanted).map(|minute| (minute.span.number, minute.by_zone[zone.index()]))),
        ),
        Subject::Instance(index) if wanted.topic == Topic::Cpu => {
            of(Measure::Cpu, name(cloud, index), vec![cpu(cloud, wanted, index)])
        }
        Subject::Instance(index) => of(
            Measure::Received,
            name(cloud, index),
            received(minutes_of(cloud, wanted, index).into_iter()),
        ),
        Subject::Group(group) => {
            let mut groups = cloud.autoscaling.groups();
            let found = groups.find(|(index, _)| index.index() as u32 == group);
            let name = found.map_or("", |(_, group)| &group.spec.name);
            of(
                Measure::Capacity,
                name,
                capacity.lines(group, wanted.start, cloud.now()),
            )
        }
        Subject::Alarm(index) => {
            let chart = of(
                Measure::Metric,
                &cloud.cloudwatch.alarm(index).spec.name,
                datapoints(cloud, wanted, index),
            );
            with_threshold(cloud, index, chart)
        }
    }
}

fn name(cloud: &Cloud, index: InstanceIndex) -> &str {
    let instance = &cloud.ec2.instances[index.index()];
    instance.tag("Name").unwrap_or(&instance.id)
}

fn employees(cloud: &Cloud, wanted: &Wanted) -> Vec<Chart> {
    let until_end = cloud.now().since(wanted.start).as_secs();
    let series = if wanted.period() < MINUTE {
        Series::of_last_seconds(cloud, until_end)
    } else {
        Series::of_last_minutes(cloud, until_end.div_ceil(60))
    };
    let line = |role, shape, pick: &dyn Fn(&Point) -> Option<f64>| of_series(&series, role, shape, pick);
    let rate = |count: u32| series.rate(count);
    let ms = |value: Option<f32>| value.map(f64::from);
    let whole = |measure, lines: Vec<Line>| Chart {
        measure,
        subject: None,
        thing: None,
        metric: None,
        lines: lines.into(),
        threshold: None,
    };
    vec![
        whole(
            Measure::Served,
            vec![line(Role::Served, Shape::Line, &Point::served_percent)],
        ),
        whole(
            Measure::Sent,
            vec![
                line(Role::All, Shape::Area, &|point| Some(rate(point.arrived))),
                line(Role::Failed, Shape::Area, &|point| {
                    (point.failed > 0).then(|| rate(point.failed))
                }),
            ],
        ),
        whole(
            Measure::Latency,
            vec![
                line(Role::P99, Shape::Line, &|point| ms(point.p99_ms)),
                line(Role::P50, Shape::Line, &|point| ms(point.p50_ms)),
                line(Role::P95, Shape::Line, &|point| ms(point.p95_ms)),
            ],
        ),
    ]
}

fn of_series(series: &Series, role: Role, shape: Shape, pick: &dyn Fn(&Point) -> Option<f64>) -> Line {
    let sample = |point: &Point| {
        Some(Sample {
            from: point.start,
            to: point.start + series.period,
            value: pick(point)?,
        })
    };
    Line {
        role,
        shape,
        samples: series.points.iter().filter_map(sample).collect(),
    }
}

/// The closed minutes that are shown, oldest first.
fn minutes<'a>(cloud: &'a Cloud, wanted: &Wanted) -> impl Iterator<Item = &'a Minute> {
    let first = wanted.first_minute();
    let kept = &cloud.truth.minutes;
    let back = kept.iter().rev().take_while(|minute| minute.span.number >= first);
    kept.from(kept.end() - back.count() as u64)
}

/// The same of one instance.
fn minutes_of(cloud: &Cloud, wanted: &Wanted, index: InstanceIndex) -> Vec<(u64, Counts)> {
    let first = wanted.first_minute();
    let rows = cloud.truth.targets.iter().rev();
    let own = rows
        .take_while(|row| row.minute >= first)
        .filter(|row| row.target == index);
    let mut own: Vec<(u64, Counts)> = own.map(|row| (row.minute, row.counts)).collect();
    own.reverse();
    own
}

/// All requests and those that failed, minute by minute, as rates.
fn received(minutes: impl Iterator<Item = (u64, Counts)>) -> Vec<Line> {
    let (mut all, mut failed) = (Vec::new(), Vec::new());
    for (minute, counts) in minutes {
        let rate = |count: u32| sample(minute * 60, 60, f64::from(count) / 60.0);
        all.push(rate(counts.total()));
        if counts.failed() > 0 {
            failed.push(rate(counts.failed()));
        }
    }
    vec![
        line(Role::All, Shape::Bars, all),
        line(Role::Failed, Shape::Bars, failed),
    ]
}

fn line(role: Role, shape: Shape, samples: Vec<Sample>) -> Line {
    Line {
        role,
        shape,
        samples: samples.into(),
    }
}

fn sample(start_s: u64, period_s: u64, value: f64) -> Sample {
    Sample {
        from: SimTime::from_secs(start_s),
        to: SimTime::from_secs(start_s + period_s),
        value,
    }
}

/// What CloudWatch was told of an instance's CPU: every five minutes, with detailed monitoring every minute.
fn cpu(cloud: &Cloud, wanted: &Wanted, index: InstanceIndex) -> Line {
    let instance = &cloud.ec2.instances[index.index()];
    let period_s = if instance.detailed_monitoring { 60 } else { 300 };
    let metric = MetricName::new("AWS/EC2", "CPUUtilization", &[("InstanceId", &instance.id)]);
    let first = wanted.start.as_secs() / period_s;
    let starts = (first..cloud.now().as_secs() / period_s).map(|number| number * period_s);
    let values = starts.filter_map(|start| {
        let (value, _) = cloud
            .cloudwatch
            .metrics
            .statistic(&metric, start, period_s, "Average")?;
        Some(sample(start, period_s, value))
    });
    line(Role::Average, Shape::Bars, values.collect())
}

/// What an alarm's metric was, period by period: within its threshold, and beyond.
fn datapoints(cloud: &Cloud, wanted: &Wanted, index: AlarmIndex) -> Vec<Line> {
    let spec = &cloud.cloudwatch.alarm(index).spec;
    let values = cloud.alarm_datapoints(index, wanted.start);
    let samples = values
        .into_iter()
        .map(|(start, value)| sample(start, spec.period_s, value));
    let (beyond, within) =
        samples.partition(|sample: &Sample| spec.comparison.breaches(sample.value, spec.threshold));
    vec![
        line(Role::Datapoint, Shape::Bars, within),
        line(Role::Breaching, Shape::Bars, beyond),
    ]
}

fn with_threshold(cloud: &Cloud, index: AlarmIndex, chart: Chart) -> Chart {
    let spec = &cloud.cloudwatch.alarm(index).spec;
    let metric: Rc<str> = format!("{}, {}", spec.metric.name, spec.statistic).into();
    Chart {
        metric: Some(metric),
        threshold: Some(Threshold {
            value: spec.threshold,
            comparison: spec.comparison.name(),
        }),
        ..chart
    }
}
