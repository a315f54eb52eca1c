//! Alarms: what they look at, in which state they are, and what they do when that changes.
//!
//! Source: CloudWatch User Guide, "Using Amazon CloudWatch alarms"; the texts of reasons are as seen in published mails.

use api::Timestamp;
use des::{SimTime, Stream};

use super::evaluate::{AlarmState, Missing, evaluate};
use super::store::{MetricName, Statistics, newest_period};
use super::{Event, HistoryItem, HistoryKind, What, defaults};
use crate::Cloud;
use crate::ec2::defaults::ACCOUNT_ID;
use crate::event::Event as Any;
use crate::fact::{self, FactId};

const PHASE: Stream = Stream::named("cloudwatch/alarm");

/// An alarm, by the order in which they were made. Never given again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AlarmIndex(pub(crate) u32);

impl AlarmIndex {
    /// As an index into the list of alarms.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// What an alarm watches and does.
#[derive(Clone, Debug, PartialEq)]
pub struct AlarmSpec {
    /// Unique in the Region.
    pub name: String,
    /// What it is for.
    pub description: Option<String>,
    /// The metric.
    pub metric: MetricName,
    /// Which statistic of it.
    pub statistic: String,
    /// Seconds that each value stands for.
    pub period_s: u64,
    /// Values looked at.
    pub evaluation_periods: usize,
    /// Of them, how many must breach.
    pub datapoints_to_alarm: usize,
    /// What values are compared with.
    pub threshold: f64,
    /// How.
    pub comparison: Comparison,
    /// What stands in for missing values.
    pub missing: Missing,
    /// Whether it acts.
    pub actions_enabled: bool,
    /// What it does when it becomes OK, ALARM, or has too little data.
    pub actions: [Vec<String>; 3],
}

/// How a value is compared with the threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `>=`
    GreaterOrEqual,
    /// `>`
    Greater,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
}

impl Comparison {
    const ALL: [(Self, &'static str, &'static str); 4] = [
        (
            Self::GreaterOrEqual,
            "GreaterThanOrEqualToThreshold",
            "greater than or equal to",
        ),
        (Self::Greater, "GreaterThanThreshold", "greater than"),
        (Self::Less, "LessThanThreshold", "less than"),
        (
            Self::LessOrEqual,
            "LessThanOrEqualToThreshold",
            "less than or equal to",
        ),
    ];

    /// The comparison with AWS's name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|(_, known, _)| *known == name)
            .map(|(comparison, ..)| comparison)
    }

    /// AWS's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    fn words(self) -> &'static str {
        Self::ALL[self as usize].2
    }

    fn breaches(self, value: f64, threshold: f64) -> bool {
        match self {
            Self::GreaterOrEqual => value >= threshold,
            Self::Greater => value > threshold,
            Self::Less => value < threshold,
            Self::LessOrEqual => value <= threshold,
        }
    }
}

/// An alarm.
#[derive(Clone, Debug)]
pub struct Alarm {
    /// What it watches and does.
    pub spec: AlarmSpec,
    /// Its state.
    pub state: AlarmState,
    /// Why, in AWS's words.
    pub reason: String,
    /// When it last came into another state.
    pub transitioned: SimTime,
    /// When its state was last set.
    pub updated: SimTime,
    /// When it got its configuration.
    pub configured: SimTime,
    /// The newest value that it looked at.
    pub newest: Option<f64>,
    /// The values that it last decided by, with the beginnings of their periods, newest first.
    pub recent: Vec<(SimTime, f64)>,
    /// The fact of its state.
    pub cause: FactId,
    pub(crate) deleted: bool,
}

impl Cloud {
    /// The ARN of an alarm.
    #[must_use]
    pub fn alarm_arn(&self, name: &str) -> String {
        format!(
            "arn:aws:cloudwatch:{}:{ACCOUNT_ID}:alarm:{name}",
            self.region.name
        )
    }

    /// Makes an alarm, or gives the one of this name another configuration.
    pub(crate) fn put_alarm(&mut self, spec: AlarmSpec, cause: FactId) -> AlarmIndex {
        let now = self.now;
        if let Some(index) = self.cloudwatch.alarm_named(&spec.name) {
            let summary = format!("Alarm \"{}\" updated", spec.name);
            self.remember(index, HistoryKind::Configuration, summary);
            let alarm = &mut self.cloudwatch.all_alarms[index.index()];
            (alarm.spec, alarm.configured) = (spec, now);
            return index;
        }
        let index = AlarmIndex(self.cloudwatch.all_alarms.len() as u32);
        let fact = self
            .facts
            .note(now, cause, fact::What::CloudWatch(What::AlarmCreated(index)));
        let name = spec.name.clone();
        self.cloudwatch.all_alarms.push(Alarm {
            spec,
            state: AlarmState::InsufficientData,
            reason: "Unchecked: Initial alarm creation".to_owned(),
            transitioned: now,
            updated: now,
            configured: now,
            newest: None,
            recent: Vec::new(),
            cause: fact,
            deleted: false,
        });
        self.remember(
            index,
            HistoryKind::Configuration,
            format!("Alarm \"{name}\" created"),
        );
        self.bill_alarm(index, true);
        let phase = self.seed.draw(PHASE, index.0.into(), 0).below(60_000_000);
        let first =
            now.next_multiple_of(des::SimDuration::from_secs(60)) + des::SimDuration::from_micros(phase);
        self.events.push(first, Any::CloudWatch(Event::Evaluate(index)));
        index
    }

    /// Deletes an alarm.
    pub(crate) fn delete_alarm(&mut self, index: AlarmIndex) {
        self.cloudwatch.all_alarms[index.index()].deleted = true;
        let name = self.cloudwatch.all_alarms[index.index()].spec.name.clone();
        self.remember(
            index,
            HistoryKind::Configuration,
            format!("Alarm \"{name}\" deleted"),
        );
        self.bill_alarm(index, false);
    }

    fn bill_alarm(&mut self, index: AlarmIndex, there: bool) {
        let rate = there.then_some(crate::bill::prices::ALARM);
        self.bill.set(crate::bill::Item::Alarm(index), self.now, rate);
    }

    pub(crate) fn remember(&mut self, alarm: AlarmIndex, kind: HistoryKind, summary: String) {
        let item = HistoryItem {
            alarm,
            at: self.now,
            kind,
            summary,
        };
        self.cloudwatch.history.push(item);
    }

    /// An alarm looks at its metric, as it does every minute in its own second.
    pub(super) fn evaluate_alarm(&mut self, index: AlarmIndex) {
        let alarm = &self.cloudwatch.all_alarms[index.index()];
        if alarm.deleted {
            return;
        }
        let again = self.now + des::SimDuration::from_secs(60);
        self.events.push(again, Any::CloudWatch(Event::Evaluate(index)));
        let seen = self.look(&alarm.spec);
        let spec = &alarm.spec;
        let state = evaluate(
            &seen.breaches,
            spec.evaluation_periods,
            spec.datapoints_to_alarm,
            spec.missing,
        );
        let (old, newest, recent) = (alarm.state, seen.newest(), seen.recent(spec));
        let state = state.unwrap_or(old);
        self.cloudwatch.all_alarms[index.index()].recent = recent;
        if state != old {
            let reason = seen.reason(&self.cloudwatch.all_alarms[index.index()].spec, state);
            let cause = self.cause_of_metric(index);
            self.cloudwatch.all_alarms[index.index()].newest = newest;
            return self.enter_alarm_state(index, state, reason, cause);
        }
        self.cloudwatch.all_alarms[index.index()].newest = newest;
        self.repeat_scaling_actions(index);
    }

    /// Puts an alarm into a state, and does what it does then.
    pub(crate) fn enter_alarm_state(
        &mut self,
        index: AlarmIndex,
        state: AlarmState,
        reason: String,
        cause: FactId,
    ) {
        let (now, old) = (self.now, self.cloudwatch.all_alarms[index.index()].state);
        let alarm = &mut self.cloudwatch.all_alarms[index.index()];
        alarm.updated = now;
        alarm.reason = reason;
        if old == state {
            return;
        }
        (alarm.state, alarm.transitioned) = (state, now);
        let what = fact::What::CloudWatch(What::AlarmState { alarm: index, state });
        let fact = self.facts.note(now, cause, what);
        self.cloudwatch.all_alarms[index.index()].cause = fact;
        let summary = format!("Alarm updated from {} to {}", old.name(), state.name());
        self.remember(index, HistoryKind::State, summary);
        self.act(index, old, fact);
    }

    /// What is known to have moved the metric: the newest fact about the instance or group that it is about, or else the
    /// alarm's own last.
    fn cause_of_metric(&self, index: AlarmIndex) -> FactId {
        let alarm = &self.cloudwatch.all_alarms[index.index()];
        let dimension = |name: &str| {
            let mut dimensions = alarm.spec.metric.dimensions.iter();
            dimensions
                .find(|(known, _)| known == name)
                .map(|(_, value)| value.as_str())
        };
        let instance = dimension("InstanceId").and_then(|id| self.ec2.find(id));
        instance.map_or(alarm.cause, |index| self.ec2.instances[index.index()].cause)
    }

    fn look(&self, spec: &AlarmSpec) -> Seen {
        let periods = spec.evaluation_periods as u64 + defaults::RANGE_BEYOND;
        let newest = newest_period(self.now, spec.period_s);
        let starts = (0..periods)
            .rev()
            .map(|back| newest?.checked_sub(back * spec.period_s));
        let value = |start: Option<u64>| {
            let values: Statistics = self
                .cloudwatch
                .metrics
                .period(&spec.metric, start?, spec.period_s)?;
            Some((start?, values.get(&spec.statistic)))
        };
        let values: Vec<Option<(u64, f64)>> = starts.map(value).collect();
        let breaches = |value: &Option<(u64, f64)>| {
            value.map(|(_, value)| spec.comparison.breaches(value, spec.threshold))
        };
        Seen {
            breaches: values.iter().map(breaches).collect(),
            values,
        }
    }
}

/// What an alarm saw, oldest first.
struct Seen {
    values: Vec<Option<(u64, f64)>>,
    breaches: Vec<Option<bool>>,
}

impl Seen {
    fn newest(&self) -> Option<f64> {
        self.values.iter().rev().flatten().next().map(|(_, value)| *value)
    }

    /// Of the values, those that the alarm decides by.
    fn recent(&self, spec: &AlarmSpec) -> Vec<(SimTime, f64)> {
        let values = self.values.iter().rev().flatten().take(spec.evaluation_periods);
        values
            .map(|(start, value)| (SimTime::from_secs(*start), *value))
            .collect()
    }

    fn reason(&self, spec: &AlarmSpec, state: AlarmState) -> String {
        let n = spec.evaluation_periods;
        let newest: Vec<(u64, f64)> = self.values.iter().rev().flatten().take(n).copied().collect();
        if state == AlarmState::InsufficientData {
            let (s, were) = if n == 1 { ("", "was") } else { ("s", "were") };
            return format!("Insufficient Data: {n} datapoint{s} {were} unknown.");
        }
        let is_alarm = state == AlarmState::Alarm;
        let telling = |value: &&(u64, f64)| spec.comparison.breaches(value.1, spec.threshold) == is_alarm;
        let told: Vec<&(u64, f64)> = newest.iter().filter(telling).collect();
        let (s, were) = if told.len() == 1 {
            ("", "was")
        } else {
            ("s", "were")
        };
        let listed: Vec<String> = told
            .iter()
            .map(|(at, value)| format!("{value} ({})", short_time(*at)))
            .collect();
        let (not, least, way) = if is_alarm {
            ("", spec.datapoints_to_alarm, "OK -> ALARM")
        } else {
            (" not", n - spec.datapoints_to_alarm + 1, "ALARM -> OK")
        };
        let least_s = if least == 1 { "" } else { "s" };
        format!(
            "Threshold Crossed: {} out of the last {n} datapoint{s} [{}] {were}{not} {} the threshold ({}) (minimum {least} \
             datapoint{least_s} for {way} transition).",
            told.len(),
            listed.join(", "),
            spec.comparison.words(),
            one_decimal(spec.threshold),
        )
    }
}

/// `02/11/26 10:05:00`, as reasons write times.
fn short_time(seconds: u64) -> String {
    let text = Timestamp::of(SimTime::from_secs(seconds)).to_string();
    let (year, month, day, clock) = (&text[2..4], &text[5..7], &text[8..10], &text[11..19]);
    format!("{day}/{month}/{year} {clock}")
}

/// A whole number with its `.0`.
fn one_decimal(number: f64) -> String {
    let text = number.to_string();
    if text.contains('.') {
        text
    } else {
        format!("{text}.0")
    }
}
