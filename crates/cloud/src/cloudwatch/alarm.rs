//! Alarms: what they look at, in which state they are, and what they do when that changes.
//!
//! Source: CloudWatch User Guide, "Using Amazon CloudWatch alarms"; the texts of reasons are as seen in published mails.

use des::{SimDuration, SimTime, Stream};

use super::composite::Composite;
use super::evaluate::{AlarmState, Missing};
use super::history::{self, HistoryKind};
use super::math::Query;
use super::{Event, MetricName, What, defaults};
use crate::Cloud;
use crate::ec2::Tags;
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
    /// Which statistic of it, or percentile, or trimmed mean.
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

/// What only some alarms have.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AlarmMore {
    /// The unit that values must have.
    pub unit: Option<String>,
    /// Whether a percentile of few samples keeps the state.
    pub ignore_low_samples: bool,
    /// What it watches, if that is more than one metric.
    pub watch: Watch,
    /// Labels for a new alarm.
    pub tags: Tags,
}

/// What an alarm watches.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Watch {
    /// The metric of its configuration.
    #[default]
    Metric,
    /// An expression upon metrics: the one query that returns data.
    Math(Vec<Query>),
    /// Other alarms.
    Composite(Box<Composite>),
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

    pub(super) fn words(self) -> &'static str {
        Self::ALL[self as usize].2
    }

    /// Whether a value breaches a threshold so compared.
    #[must_use]
    pub fn breaches(self, value: f64, threshold: f64) -> bool {
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
    /// What only some alarms have.
    pub more: AlarmMore,
    /// Its state.
    pub state: AlarmState,
    /// Why, in AWS's words.
    pub reason: String,
    /// The same as JSON.
    pub reason_data: Option<String>,
    /// What keeps it from being evaluated in full, in AWS's word.
    pub evaluation_state: Option<&'static str>,
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
    /// When scaling policies are told again.
    pub(super) repeats: SimTime,
    pub(crate) deleted: bool,
}

impl Alarm {
    /// What it does in the state that it is in.
    #[must_use]
    pub fn actions_now(&self) -> &[String] {
        &self.spec.actions[self.state as usize]
    }

    /// What it is upon other alarms, if it is a composite one.
    #[must_use]
    pub fn composite(&self) -> Option<&Composite> {
        match &self.more.watch {
            Watch::Composite(composite) => Some(composite),
            _ => None,
        }
    }

    /// AWS's word for its kind.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        if self.composite().is_some() {
            "CompositeAlarm"
        } else {
            "MetricAlarm"
        }
    }

    /// How often it is evaluated.
    #[must_use]
    pub fn evaluated_every(&self) -> SimDuration {
        if self.spec.period_s < defaults::PERIOD_S {
            defaults::EVALUATED_FINELY_EVERY
        } else {
            defaults::EVALUATED_EVERY
        }
    }
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

    /// Makes an alarm upon one metric, or gives the one of this name another configuration.
    pub(crate) fn put_alarm(&mut self, spec: AlarmSpec, cause: FactId) -> AlarmIndex {
        self.put_any_alarm(spec, AlarmMore::default(), cause)
    }

    /// The same for an alarm of any kind.
    pub(crate) fn put_any_alarm(&mut self, spec: AlarmSpec, more: AlarmMore, cause: FactId) -> AlarmIndex {
        let known = self.cloudwatch.alarm_named(&spec.name);
        let index = match known {
            Some(index) => self.configure_alarm(index, spec, more),
            None => self.new_alarm(spec, more, cause),
        };
        self.bill_alarm(index, true);
        if self.cloudwatch.alarm(index).composite().is_some() {
            self.events.push(
                self.now + defaults::COMPOSITE_DELAY,
                Any::CloudWatch(Event::Compose(index)),
            );
        } else if known.is_none() {
            let every = self.cloudwatch.alarm(index).evaluated_every();
            let phase = self.seed.draw(PHASE, index.0.into(), 0).below(every.as_micros());
            let first = self.now.next_multiple_of(every) + SimDuration::from_micros(phase);
            self.events.push(first, Any::CloudWatch(Event::Evaluate(index)));
        }
        index
    }

    /// Its state, its labels and its second stay.
    fn configure_alarm(&mut self, index: AlarmIndex, spec: AlarmSpec, more: AlarmMore) -> AlarmIndex {
        let now = self.now;
        let summary = format!("Alarm \"{}\" updated", spec.name);
        let alarm = &mut self.cloudwatch.all_alarms[index.index()];
        let tags = std::mem::take(&mut alarm.more.tags);
        (alarm.spec, alarm.more, alarm.configured) = (spec, more, now);
        alarm.more.tags = tags;
        let data = history::configuration("Update", self.cloudwatch.alarm(index));
        self.remember(index, HistoryKind::Configuration, summary, data);
        index
    }

    fn new_alarm(&mut self, spec: AlarmSpec, more: AlarmMore, cause: FactId) -> AlarmIndex {
        let now = self.now;
        let index = AlarmIndex(self.cloudwatch.all_alarms.len() as u32);
        let what = fact::What::CloudWatch(What::AlarmCreated(index));
        let fact = self.facts.note(now, cause, what);
        let summary = format!("Alarm \"{}\" created", spec.name);
        self.cloudwatch.all_alarms.push(Alarm {
            spec,
            more,
            state: AlarmState::InsufficientData,
            reason: "Unchecked: Initial alarm creation".to_owned(),
            reason_data: None,
            evaluation_state: None,
            transitioned: now,
            updated: now,
            configured: now,
            newest: None,
            recent: Vec::new(),
            cause: fact,
            repeats: now,
            deleted: false,
        });
        let data = history::configuration("Create", self.cloudwatch.alarm(index));
        self.remember(index, HistoryKind::Configuration, summary, data);
        index
    }

    /// Deletes an alarm.
    pub(crate) fn delete_alarm(&mut self, index: AlarmIndex) {
        let data = history::configuration("Delete", self.cloudwatch.alarm(index));
        let alarm = &mut self.cloudwatch.all_alarms[index.index()];
        alarm.deleted = true;
        let summary = format!("Alarm \"{}\" deleted", alarm.spec.name);
        self.remember(index, HistoryKind::Configuration, summary, data);
        self.bill_alarm(index, false);
    }

    /// For each metric that it watches.
    fn bill_alarm(&mut self, index: AlarmIndex, there: bool) {
        use crate::bill::{Item, Standing, prices};
        let alarm = self.cloudwatch.alarm(index);
        let each = if alarm.spec.period_s < defaults::PERIOD_S {
            prices::HIGH_RESOLUTION_ALARM
        } else {
            prices::ALARM
        };
        let standing = match &alarm.more.watch {
            Watch::Composite(_) => Standing::one(prices::COMPOSITE_ALARM),
            Watch::Metric => Standing::one(each),
            Watch::Math(queries) => {
                let metrics = queries.iter().filter(|query| query.is_metric());
                Standing::many(metrics.count() as u64, each)
            }
        };
        self.bill
            .set_many(Item::Alarm(index), self.now, there.then_some(standing));
    }

    /// Puts an alarm into a state, and does what it does then.
    pub(crate) fn enter_alarm_state(
        &mut self,
        index: AlarmIndex,
        state: AlarmState,
        reason: String,
        data: Option<String>,
        cause: FactId,
    ) {
        let now = self.now;
        let alarm = &mut self.cloudwatch.all_alarms[index.index()];
        let old = std::mem::replace(&mut alarm.state, state);
        let told = history::transition(alarm, old, &reason, data.as_deref());
        (alarm.updated, alarm.reason, alarm.reason_data) = (now, reason, data);
        if old == state {
            return;
        }
        alarm.transitioned = now;
        let what = fact::What::CloudWatch(What::AlarmState { alarm: index, state });
        let fact = self.facts.note(now, cause, what);
        let alarm = &mut self.cloudwatch.all_alarms[index.index()];
        (alarm.cause, alarm.repeats) = (fact, now + defaults::EVALUATED_EVERY);
        let summary = format!("Alarm updated from {} to {}", old.name(), state.name());
        self.remember(index, HistoryKind::State, summary, told);
        self.tell_composites(index);
        self.act_unless_suppressed(index, old, fact);
        if state == AlarmState::Alarm {
            self.fis_sees_alarm(index, fact);
        }
    }
}
