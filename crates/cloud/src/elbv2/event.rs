//! What can come next in Elastic Load Balancing.

use crate::Cloud;
use crate::event::Kind;
use des::Ticket;

/// An entry of the event list that belongs to this service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Event {}

impl Event {
    /// Its kind, below [`KINDS_PER_SERVICE`](crate::event::KINDS_PER_SERVICE), and what it is about.
    pub(crate) const fn pack(self) -> (Kind, u32) {
        match self {}
    }

    /// The reverse of [`Event::pack`].
    pub(crate) fn unpack(kind: Kind, _: u32) -> Self {
        unreachable!("no event has the kind {kind}")
    }
}

impl Cloud {
    /// Lets one event of this service happen.
    pub(crate) fn elbv2_happens(&mut self, event: Event, _: Ticket) {
        match event {}
    }
}
