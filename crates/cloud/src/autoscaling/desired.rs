//! A group should have another number of instances: whoever wants it so.

use super::group::GroupIndex;
use super::{What, defaults};
use crate::Cloud;
use crate::fact::{self, FactId};

impl Cloud {
    /// A group should have another number of instances from now on; `why` is the sentence without its time.
    pub(super) fn set_desired(&mut self, index: GroupIndex, wanted: u32, why: &str, cause: FactId) {
        let (at, from) = (
            self.sentence_time(),
            self.autoscaling.all_groups[index.index()].desired,
        );
        let what = What::DesiredChanged {
            group: index,
            from,
            to: wanted,
        };
        let fact = self.facts.note(self.now, cause, fact::What::AutoScaling(what));
        let group = &mut self.autoscaling.all_groups[index.index()];
        group.desired = wanted;
        (group.cause, group.launch_warmup) = (fact, None);
        group.why = format!("At {at} {why} changing the desired capacity from {from} to {wanted}.");
        self.wake_group(index, defaults::REACTION);
    }
}
