//! What becomes of the signals of one moment: of several policies, the one that leaves the largest group wins, whether it
//! adds or removes.
//!
//! AWS does not say how long a moment is. Here it is the time that a group takes to react. Our choice.

use des::SimDuration;

use super::simple::adjusted;
use super::{AlarmSignal, Capacity, Gathered, PolicyIndex, PolicyKind, stepped, tracked};
use crate::Cloud;
use crate::autoscaling::group::GroupIndex;
use crate::fact::FactId;

/// What a policy wants.
struct Proposal {
    policy: PolicyIndex,
    wanted: u32,
    why: String,
    cause: FactId,
}

impl Cloud {
    /// The moment is over: the policies that were told something decide, and the group follows at once.
    pub(in crate::autoscaling) fn decide(&mut self, group: GroupIndex) {
        let gathered = self.autoscaling.gathered.remove(&group).unwrap_or_default();
        let proposals = gathered.iter().filter_map(|one| self.proposal(one));
        // Of equals, the first that was told.
        let largest = proposals.reduce(|best, next| if next.wanted > best.wanted { next } else { best });
        if let Some(proposal) = largest {
            self.follow(proposal.policy, proposal.wanted, &proposal.why, proposal.cause);
        }
    }

    fn proposal(&self, gathered: &Gathered) -> Option<Proposal> {
        let policy = &self.autoscaling.all_policies[gathered.policy.index()];
        let there =
            !policy.deleted && policy.enabled && !self.autoscaling.all_groups[policy.group.index()].deleting;
        let group = &self.autoscaling.all_groups[policy.group.index()];
        let may = |wanted: &u32| there && !group.may_not_shrink_to(*wanted);
        let wanted = self.wanted(gathered.policy, &gathered.signal).filter(may)?;
        Some(Proposal {
            policy: gathered.policy,
            wanted,
            why: format!(
                "a monitor alarm {} in state {} triggered policy {}",
                gathered.signal.alarm_name,
                gathered.signal.state.name(),
                policy.name
            ),
            cause: gathered.cause,
        })
    }

    /// As many instances as a policy wants a group to have; none if it changes nothing.
    pub(in crate::autoscaling) fn wanted(&self, index: PolicyIndex, signal: &AlarmSignal) -> Option<u32> {
        let policy = &self.autoscaling.all_policies[index.index()];
        let group = &self.autoscaling.all_groups[policy.group.index()];
        match &policy.kind {
            PolicyKind::Simple { adjustment, .. } => {
                let waits = self.simple_scaling_waits(policy.group).is_some();
                adjusted(group, *adjustment).filter(|_| !waits)
            }
            PolicyKind::Step {
                steps,
                aggregation,
                warmup_s,
            } => {
                let distance = aggregation.of(&signal.values)? - signal.threshold;
                stepped(Capacity::of(group, *warmup_s, self.now), steps, distance)
            }
            PolicyKind::Target {
                target,
                warmup_s,
                high,
                ..
            } => {
                if self.cloudwatch.alarm(*high).spec.name != signal.alarm_name {
                    return self.wanted_below_target(index);
                }
                let capacity = Capacity::of(group, *warmup_s, signal.measured);
                tracked(capacity, *target, *signal.values.first()?, true)
            }
        }
    }

    /// A group should have as many as a policy wants, at once; a simple policy pauses afterwards.
    pub(in crate::autoscaling) fn follow(
        &mut self,
        index: PolicyIndex,
        wanted: u32,
        why: &str,
        cause: FactId,
    ) {
        let policy = &self.autoscaling.all_policies[index.index()];
        let (group, kind) = (policy.group, &policy.kind);
        let default = self.autoscaling.all_groups[group.index()].spec.cooldown_s;
        let state = &self.autoscaling.all_groups[group.index()];
        let (pause, warmup) = match kind {
            PolicyKind::Simple { cooldown_s, .. } => (Some(cooldown_s.unwrap_or(default)), None),
            PolicyKind::Step { warmup_s, .. } | PolicyKind::Target { warmup_s, .. } => {
                (None, Some(state.warmup(*warmup_s)))
            }
        };
        self.set_desired(group, wanted, why, cause);
        self.autoscaling.all_groups[group.index()].launch_warmup = warmup;
        if pause.is_some() {
            self.autoscaling.all_groups[group.index()].cooling = pause;
        }
        self.wake_group(group, SimDuration::ZERO);
    }
}
