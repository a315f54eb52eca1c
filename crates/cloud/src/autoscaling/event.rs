//! What can come next in Auto Scaling.

use des::Ticket;

use super::GroupIndex;
use crate::Cloud;
use crate::ec2::InstanceIndex;
use crate::event::Kind;

/// An entry of the event list that belongs to this service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    /// A group makes what it has what it should have.
    Act(GroupIndex),
    /// A group looks at the health of its instances.
    CheckHealth(GroupIndex),
    /// An instance that is taken out has drained.
    Drained(InstanceIndex),
    /// The time of a lifecycle hook that holds an instance may be over.
    HookDue(InstanceIndex),
    /// An instance leaves a state that only lasts a moment.
    Proceed(InstanceIndex),
    /// The instance of the launch with this number is warm.
    WarmedUp(u32),
    /// The moment in which policies of a group were told something is over.
    Decide(GroupIndex),
    /// Scheduled actions are due.
    ScheduleDue,
}

impl Event {
    /// Its kind, below [`KINDS_PER_SERVICE`](crate::event::KINDS_PER_SERVICE), and what it is about.
    pub(crate) const fn pack(self) -> (Kind, u32) {
        match self {
            Self::Act(group) => (0, group.0),
            Self::CheckHealth(group) => (1, group.0),
            Self::Drained(instance) => (2, instance.0),
            Self::HookDue(instance) => (3, instance.0),
            Self::Proceed(instance) => (4, instance.0),
            Self::WarmedUp(activity) => (5, activity),
            Self::Decide(group) => (14, group.0),
            Self::ScheduleDue => (15, 0),
        }
    }

    /// The reverse of [`Event::pack`].
    pub(crate) fn unpack(kind: Kind, index: u32) -> Self {
        match kind {
            0 => Self::Act(GroupIndex(index)),
            1 => Self::CheckHealth(GroupIndex(index)),
            2 => Self::Drained(InstanceIndex(index)),
            3 => Self::HookDue(InstanceIndex(index)),
            4 => Self::Proceed(InstanceIndex(index)),
            5 => Self::WarmedUp(index),
            14 => Self::Decide(GroupIndex(index)),
            15 => Self::ScheduleDue,
            other => unreachable!("no event has the kind {other}"),
        }
    }
}

impl Cloud {
    /// Lets one event of this service happen.
    pub(crate) fn autoscaling_happens(&mut self, event: Event, ticket: Ticket) {
        match event {
            Event::Act(group) => self.group_acts(group, ticket),
            Event::CheckHealth(group) => self.group_checks_health(group),
            Event::Drained(instance) => self.member_drained(instance),
            Event::HookDue(instance) => self.hook_due(instance),
            Event::Proceed(instance) => self.member_proceeds(instance),
            Event::WarmedUp(activity) => self.end_warmup(activity.into()),
            Event::Decide(group) => self.decide(group),
            Event::ScheduleDue => self.schedule_due(ticket),
        }
    }
}
