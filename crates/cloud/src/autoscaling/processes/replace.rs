//! One instance takes the place of another: both at once, or the new one first.
//!
//! Source: Auto Scaling User Guide, "Instance maintenance policy for Auto Scaling group": without a policy, an instance goes
//! and another comes at the same time; rebalancing, and a policy that lets more than all be there, launch first.

use super::launch::Errand;
use crate::Cloud;
use crate::autoscaling::instance_refresh::Bounds;
use crate::autoscaling::{GroupIndex, Illness, LifecycleState, Member, Reason, What, defaults};
use crate::ec2::InstanceIndex;
use crate::elbv2::TargetState;
use crate::fact::{self, FactId};
use crate::region::ZoneIndex;
use des::SimDuration;

impl Cloud {
    /// Replaces an instance as the group's maintenance policy says; whether something was done.
    pub(super) fn replace(&mut self, index: GroupIndex, instance: InstanceIndex, reason: Reason) -> bool {
        let group = self.autoscaling.group(index);
        let policy = group
            .spec
            .maintenance
            .map(|(least, most)| Bounds::new(group.desired, least, Some(most)));
        // Nobody can keep what has already stopped running.
        let most = policy
            .and_then(|bounds| bounds.most)
            .filter(|_| reason != Reason::Unhealthy(Illness::NotRunning));
        let Some(most) = most else {
            self.take_out(index, instance, reason);
            return true;
        };
        let room = (group.active().count() as u32) < most;
        room && !group.has_successor(instance) && self.launch_successor(index, instance, reason, None)
    }

    /// Terminates an instance; the group owes another in its place.
    pub(super) fn take_out(&mut self, index: GroupIndex, instance: InstanceIndex, reason: Reason) {
        let Some((_, place)) = self.membership(instance) else {
            return;
        };
        let cause = self.note_replacing(index, instance);
        let at = self.sentence_time();
        let why = format!("At {at} {}", reason.of_leaving());
        self.autoscaling.group_mut(index).owed.push((reason, cause));
        self.terminate_member(index, place, &why, cause);
        self.wake_group(index, defaults::REPLACEMENT);
    }

    fn note_replacing(&mut self, index: GroupIndex, instance: InstanceIndex) -> FactId {
        let members = self.autoscaling.group(index).members.iter();
        let cause = members
            .filter(|member| member.instance == instance)
            .map(|member| member.cause)
            .next();
        let what = fact::What::AutoScaling(What::Replacing(instance));
        self.facts.note(self.now, cause.unwrap_or(FactId::NONE), what)
    }

    /// Launches what takes an instance's place once it is in service; whether it could.
    pub(super) fn launch_successor(
        &mut self,
        index: GroupIndex,
        old: InstanceIndex,
        reason: Reason,
        zone: Option<ZoneIndex>,
    ) -> bool {
        if !self.autoscaling.group(index).does("Launch") {
            return false;
        }
        let cause = self.note_replacing(index, old);
        let why = format!("At {} {}", self.sentence_time(), reason.of_coming());
        let errand = Errand {
            why: &why,
            cause,
            successor_of: Some((old, reason)),
            fills_gap: false,
        };
        match zone {
            Some(zone) => self.launch_in(index, zone, errand).is_ok(),
            None => self.launch_somewhere(index, errand),
        }
    }

    /// Lets those go whose successor is there.
    pub(super) fn let_predecessors_go(&mut self, index: GroupIndex) {
        let group = self.autoscaling.group(index);
        if !group.does("Terminate") {
            return;
        }
        let successors = group
            .members
            .iter()
            .filter(|member| self.takes_over(index, member));
        let pairs: Vec<(InstanceIndex, InstanceIndex, Reason)> = successors
            .filter_map(|member| Some((member.instance, member.successor_of?)))
            .map(|(new, (old, reason))| (new, old, reason))
            .collect();
        for (new, old, reason) in pairs {
            self.take_over(index, new, old, reason);
        }
    }

    fn takes_over(&self, index: GroupIndex, member: &Member) -> bool {
        let group = self.autoscaling.group(index);
        match member.successor_of {
            None => false,
            Some((old, _)) if !group.is_there(old) => true,
            Some((_, Reason::Rebalance)) => member.state == LifecycleState::InService,
            Some((_, Reason::Refresh)) => self.is_ready(index, member),
            Some(_) => member.healthy && self.is_settled(index, member),
        }
    }

    fn take_over(&mut self, index: GroupIndex, new: InstanceIndex, old: InstanceIndex, reason: Reason) {
        for member in &mut self.autoscaling.group_mut(index).members {
            if member.instance == new {
                member.successor_of = None;
            }
        }
        let group = self.autoscaling.group(index);
        let place = group.members.iter().position(|member| member.instance == old);
        let Some(place) = place.filter(|place| group.members[*place].state.is_active()) else {
            return;
        };
        let cause = group.members.iter().find(|member| member.instance == new);
        let cause = cause.map_or(FactId::NONE, |member| member.cause);
        let (at, id) = (self.sentence_time(), self.member_id(index, place));
        let why = format!(
            "At {at} {}  At {at} instance {id} was selected for termination.",
            reason.of_leaving()
        );
        self.terminate_member(index, place, &why, cause);
    }

    /// Whether an instance in service has passed its first checks and the group's own warm-up.
    pub(super) fn is_settled(&self, index: GroupIndex, member: &Member) -> bool {
        let warmup = self.autoscaling.group(index).spec.warmup_s.unwrap_or(0);
        let first_check = |state: TargetState| state == TargetState::Initial;
        self.is_warm(member, warmup)
            && !self
                .target_states(index, member.instance)
                .any(|(_, state)| first_check(state))
    }

    /// Whether an instance counts as replaced in a refresh: healthy to everybody who is asked, and warm. Of those that were
    /// there before, nothing but their health is asked.
    pub(super) fn is_ready(&self, index: GroupIndex, member: &Member) -> bool {
        let group = self.autoscaling.group(index);
        if !member.healthy || member.state != LifecycleState::InService {
            return false;
        }
        let Some(refresh) = group.refresh().filter(|refresh| member.joined >= refresh.since) else {
            return true;
        };
        let fails = |state: TargetState| matches!(state, TargetState::Initial | TargetState::Unhealthy);
        let mut states = self.target_states(index, member.instance);
        let failing = group.heeds_elb() && states.any(|(_, state)| fails(state));
        self.is_warm(member, refresh.preferences.warmup.unwrap_or(0) as u64) && !failing
    }

    fn is_warm(&self, member: &Member, warmup_s: u64) -> bool {
        let since = member
            .in_service
            .filter(|_| member.state == LifecycleState::InService);
        since.is_some_and(|since| self.now.since(since) >= SimDuration::from_secs(warmup_s))
    }
}
