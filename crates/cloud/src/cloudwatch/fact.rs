//! What can become so in CloudWatch.

use super::{AlarmIndex, AlarmState};

/// What became so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// An alarm was made.
    AlarmCreated(AlarmIndex),
    /// An alarm came into a state.
    AlarmState {
        /// Which alarm.
        alarm: AlarmIndex,
        /// Its state from now on.
        state: AlarmState,
    },
}
