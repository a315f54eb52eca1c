//! Amazon CloudWatch: metrics and alarms.
//!
//! Once a minute every service tells its metrics ([`publish`]); they are kept by period ([`store`]), finely at first
//! ([`tier`]), with which values there were ([`sketch`]), and answered by statistics ([`statistic`]) and expressions
//! ([`expression`]). Each alarm ([`alarm`]) looks at its metric once a minute in its own second ([`watch`]), decides
//! ([`evaluate`]), says why ([`reason`]) and acts ([`actions`]); composite alarms look at others ([`composite`]).

mod actions;
mod alarm;
mod cause;
mod composite;
pub mod defaults;
pub mod evaluate;
mod event;
mod expression;
mod expression_reader;
mod fact;
mod history;
mod math;
mod message;
mod name;
pub(crate) mod operations;
pub(crate) mod publish;
mod reason;
mod rule;
mod runs;
mod sketch;
mod statistic;
mod store;
mod tier;
mod watch;

use des::{Digest, Log};

pub use alarm::{Alarm, AlarmIndex, AlarmMore, AlarmSpec, Comparison, Watch};
pub use composite::{By, Composite, Suppressed, Suppressor};
pub use evaluate::{AlarmState, Missing};
pub(crate) use event::Event;
pub use expression::Expression;
pub use fact::What;
pub use history::{HistoryItem, HistoryKind};
pub use math::{Query, Source};
pub use name::MetricName;
pub use rule::Rule;
pub use sketch::Sketch;
pub use statistic::{Extended, Statistics};
pub use store::Metrics;

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
    /// Metrics of one's own, summed up over the hours in which they were told.
    pub(crate) custom_metric_hours: u64,
}

impl Default for CloudWatch {
    fn default() -> Self {
        Self {
            metrics: Metrics::default(),
            all_alarms: Vec::new(),
            history: Log::bounded(defaults::HISTORY_KEPT),
            armed: false,
            custom_metric_hours: 0,
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
