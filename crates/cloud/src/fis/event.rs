//! What can come next in AWS FIS.

use des::Ticket;

use super::ExperimentIndex;
use crate::Cloud;
use crate::event::Kind;

/// Bits of an action's place within its experiment.
const ACTION_BITS: u32 = 5;

/// An entry of the event list that belongs to this service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    /// An experiment goes on.
    Step(ExperimentIndex),
    /// An action of an experiment goes on.
    ActionDue(ExperimentIndex, u8),
}

impl Event {
    /// Its kind, below [`KINDS_PER_SERVICE`](crate::event::KINDS_PER_SERVICE), and what it is about.
    pub(crate) const fn pack(self) -> (Kind, u32) {
        match self {
            Self::Step(experiment) => (0, experiment.0),
            Self::ActionDue(experiment, action) => (1, experiment.0 << ACTION_BITS | action as u32),
        }
    }

    /// The reverse of [`Event::pack`].
    pub(crate) fn unpack(kind: Kind, index: u32) -> Self {
        match kind {
            0 => Self::Step(ExperimentIndex(index)),
            1 => {
                let action = index & ((1 << ACTION_BITS) - 1);
                Self::ActionDue(ExperimentIndex(index >> ACTION_BITS), action as u8)
            }
            other => unreachable!("no event has the kind {other}"),
        }
    }
}

impl Cloud {
    /// Lets one event of this service happen.
    pub(crate) fn fis_happens(&mut self, event: Event, ticket: Ticket) {
        match event {
            Event::Step(experiment) => self.experiment_steps(experiment, ticket),
            Event::ActionDue(experiment, action) => self.action_due(experiment, action.into(), ticket),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_survives_packing() {
        for event in [
            Event::Step(ExperimentIndex(70_000)),
            Event::ActionDue(ExperimentIndex(70_000), 19),
        ] {
            let (kind, index) = event.pack();
            assert_eq!(Event::unpack(kind, index), event);
        }
    }
}
