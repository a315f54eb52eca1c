//! What can become so in DynamoDB.

use super::{TableIndex, TableStatus};

/// What became so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A table came into a state; none once it is gone.
    TableState {
        /// Which table.
        table: TableIndex,
        /// Its state from now on.
        status: Option<TableStatus>,
    },
    /// A table began to turn requests away because its capacity was used up.
    Throttling {
        /// Which table.
        table: TableIndex,
        /// Whether writes, else reads.
        writes: bool,
    },
}
