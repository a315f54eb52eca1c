//! What can become so in Auto Scaling.

use super::instance_refresh::RefreshStatus;
use super::member::LifecycleState;
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
    /// An instance came into another state of its life in a group.
    Lifecycle {
        /// Which instance.
        instance: InstanceIndex,
        /// Its state from now on.
        state: LifecycleState,
    },
    /// An instance was detached from its group.
    Detached(InstanceIndex),
    /// An instance refresh is as far as this.
    Refresh {
        /// Of which group.
        group: GroupIndex,
        /// How far.
        status: RefreshStatus,
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
