//! What can become so in Auto Scaling.

use super::{GroupIndex, ScheduleIndex};
use crate::ec2::InstanceIndex;

/// What became so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A group should have another number of instances.
    DesiredChanged {
        /// Which group.
        group: GroupIndex,
        /// How many it should have had.
        from: u32,
        /// How many it should have now.
        to: u32,
    },
    /// A scheduled action of a group was due and ran.
    ScheduledActionRan {
        /// Which group.
        group: GroupIndex,
        /// Which action.
        action: ScheduleIndex,
    },
    /// A group believes that an instance is unhealthy.
    Unhealthy(InstanceIndex),
    /// A group takes an unhealthy instance out and launches another.
    Replacing(InstanceIndex),
}
