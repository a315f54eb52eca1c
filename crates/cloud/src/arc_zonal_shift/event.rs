//! What can come next in zonal shift.

use super::ShiftIndex;
use crate::Cloud;
use crate::event::Kind;

/// An entry of the event list that belongs to this service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    /// The time of a zonal shift may be over.
    Expiry(ShiftIndex),
}

impl Event {
    /// Its kind, below [`KINDS_PER_SERVICE`](crate::event::KINDS_PER_SERVICE), and what it is about.
    pub(crate) const fn pack(self) -> (Kind, u32) {
        match self {
            Self::Expiry(shift) => (0, shift.0),
        }
    }

    /// The reverse of [`Event::pack`].
    pub(crate) fn unpack(kind: Kind, index: u32) -> Self {
        match kind {
            0 => Self::Expiry(ShiftIndex(index)),
            other => unreachable!("no event has the kind {other}"),
        }
    }
}

impl Cloud {
    /// Lets one event of this service happen.
    pub(crate) fn arc_zonal_shift_happens(&mut self, event: Event) {
        match event {
            Event::Expiry(shift) => self.expiry_due(shift),
        }
    }
}
