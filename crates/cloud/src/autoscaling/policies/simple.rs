//! Simple scaling: one adjustment, then a pause. It waits until nothing is under way and the pause is over.
//!
//! Source: Auto Scaling User Guide, "Scaling cooldowns for Amazon EC2 Auto Scaling". The pause begins when the last instance
//! has come into service, and on the way in when draining begins: of the guide's two statements, the more specific one.

use super::Adjustment;
use crate::Cloud;
use crate::autoscaling::group::{Group, GroupIndex};

impl Cloud {
    /// Why simple scaling cannot act upon a group just now, if it cannot.
    pub(in crate::autoscaling) fn simple_scaling_waits(&self, index: GroupIndex) -> Option<Wait> {
        let group = &self.autoscaling.all_groups[index.index()];
        let mut activities = self.autoscaling.activities();
        // A launch or an end that is held at a lifecycle hook is under way, too; one whose instance only warms up is not.
        let under_way = activities.find(|(_, activity)| {
            activity.group == index && activity.end.is_none() && !activity.is_warming()
        });
        if let Some((number, _)) = under_way {
            return Some(Wait::Activity(number));
        }
        (group.cooling.is_some() || self.now < group.cooldown_until).then_some(Wait::Cooldown)
    }
}

/// What simple scaling waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::autoscaling) enum Wait {
    /// The end of an activity.
    Activity(u64),
    /// The end of the pause.
    Cooldown,
}

/// What a simple policy makes of a group; none if it changes nothing.
pub(in crate::autoscaling) fn adjusted(group: &Group, adjustment: Adjustment) -> Option<u32> {
    let (min, max) = (group.spec.min, group.spec.max.max(group.spec.min));
    let wanted = adjustment.of(group.desired).clamp(min.into(), max.into()) as u32;
    (wanted != group.desired).then_some(wanted)
}
