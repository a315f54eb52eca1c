//! Amazon CloudWatch: metrics and alarms.
//!
//! Once a minute every service tells its metrics ([`publish`]); they are kept by period ([`store`]). Each alarm looks at its
//! metric once a minute in its own second ([`alarm`]), decides ([`evaluate`]) and acts ([`actions`]).

mod actions;
mod alarm;
mod cause;
pub mod defaults;
pub mod evaluate;
mod event;
mod fact;
pub(crate) mod operations;
pub(crate) mod publish;
mod store;

use des::{Digest, Log, SimTime};

pub use alarm::{Alarm, AlarmIndex, AlarmSpec, Comparison};
pub use evaluate::{AlarmState, Missing};
pub(crate) use event::Event;
pub use fact::What;
pub use store::{MetricName, Metrics, Statistics};

/// The account's CloudWatch.
#[derive(Clone, Debug)]
pub struct CloudWatch {
    /// All metrics.
    pub metrics: Metrics,
    /// All alarms ever made, by [`AlarmIndex`].
    pub(crate) all_alarms: Vec<Alarm>,
    /// What became of alarms, oldest first.
    pub history: Log<HistoryItem>,
    /// Whether a minute's end is awaited.
    pub(crate) armed: bool,
}

/// Something that became of an alarm.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryItem {
    /// Which alarm.
    pub alarm: AlarmIndex,
    /// When.
    pub at: SimTime,
    /// The kind of item.
    pub kind: HistoryKind,
    /// In a sentence, as AWS words it.
    pub summary: String,
}

/// The kind of an item of history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryKind {
    /// It was made, changed or deleted.
    Configuration,
    /// It came into another state.
    State,
    /// It acted.
    Action,
}

impl HistoryKind {
    /// AWS's word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Configuration => "ConfigurationUpdate",
            Self::State => "StateUpdate",
            Self::Action => "Action",
        }
    }
}

impl Default for CloudWatch {
    fn default() -> Self {
        Self {
            metrics: Metrics::default(),
            all_alarms: Vec::new(),
            history: Log::bounded(defaults::HISTORY_KEPT),
            armed: false,
        }
    }
}

impl CloudWatch {
    /// The alarms that are there, oldest first.
    pub fn alarms(&self) -> impl Iterator<Item = (AlarmIndex, &Alarm)> {
        let indexed = (0..).map(AlarmIndex).zip(&self.all_alarms);
        indexed.filter(|(_, alarm)| !alarm.deleted)
    }

    /// The alarm of this name.
    #[must_use]
    pub fn alarm_named(&self, name: &str) -> Option<AlarmIndex> {
        self.alarms()
            .find(|(_, alarm)| alarm.spec.name == name)
            .map(|(index, _)| index)
    }

    /// An alarm.
    #[must_use]
    pub fn alarm(&self, index: AlarmIndex) -> &Alarm {
        &self.all_alarms[index.index()]
    }

    /// Everything that makes a difference.
    pub(crate) fn add_to(&self, digest: &mut Digest) {
        self.metrics.add_to(digest);
        digest.add_debug(&self.all_alarms);
        digest.add(self.history.end());
    }
}
