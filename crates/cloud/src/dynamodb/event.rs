//! What can come next in DynamoDB.

use super::TableIndex;
use crate::event::Kind;

/// An entry of the event list that belongs to this service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    /// A table leaves its state.
    TableSettles(TableIndex),
}

impl Event {
    /// Its kind, below [`KINDS_PER_SERVICE`](crate::event::KINDS_PER_SERVICE), and what it is about.
    pub(crate) const fn pack(self) -> (Kind, u32) {
        match self {
            Self::TableSettles(table) => (0, table.0),
        }
    }

    /// The reverse of [`Event::pack`].
    pub(crate) fn unpack(kind: Kind, index: u32) -> Self {
        match kind {
            0 => Self::TableSettles(TableIndex(index)),
            other => unreachable!("no event has the kind {other}"),
        }
    }
}
