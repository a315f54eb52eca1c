//! What can come next in CloudWatch.

use des::Ticket;

use super::AlarmIndex;
use crate::Cloud;
use crate::event::Kind;

/// An entry of the event list that belongs to this service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    /// A minute is over: everything that has metrics tells them.
    MinuteOver,
    /// An alarm looks at its metric.
    Evaluate(AlarmIndex),
    /// A composite alarm answers its rule.
    Compose(AlarmIndex),
    /// A composite alarm has waited long enough for what may keep it from acting.
    Release(AlarmIndex),
}

impl Event {
    /// Its kind, below [`KINDS_PER_SERVICE`](crate::event::KINDS_PER_SERVICE), and what it is about.
    pub(crate) const fn pack(self) -> (Kind, u32) {
        match self {
            Self::MinuteOver => (0, 0),
            Self::Evaluate(alarm) => (1, alarm.0),
            Self::Compose(alarm) => (2, alarm.0),
            Self::Release(alarm) => (3, alarm.0),
        }
    }

    /// The reverse of [`Event::pack`].
    pub(crate) fn unpack(kind: Kind, index: u32) -> Self {
        match kind {
            0 => Self::MinuteOver,
            1 => Self::Evaluate(AlarmIndex(index)),
            2 => Self::Compose(AlarmIndex(index)),
            3 => Self::Release(AlarmIndex(index)),
            other => unreachable!("no event has the kind {other}"),
        }
    }
}

impl Cloud {
    /// Lets one event of this service happen.
    pub(crate) fn cloudwatch_happens(&mut self, event: Event, _: Ticket) {
        match event {
            Event::MinuteOver => self.publish_minute(),
            Event::Evaluate(alarm) => self.evaluate_alarm(alarm),
            Event::Compose(alarm) => self.compose(alarm),
            Event::Release(alarm) => self.release(alarm),
        }
    }
}
