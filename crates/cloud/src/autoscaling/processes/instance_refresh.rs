//! The process `InstanceRefresh`: a refresh goes on.
//!
//! Source: Auto Scaling User Guide, "How an instance refresh works in an Auto Scaling group".

use des::{SimDuration, SimTime};

use crate::Cloud;
use crate::autoscaling::instance_refresh::{Refresh, RefreshStatus, Rollback};
use crate::autoscaling::{GroupIndex, LifecycleState, Member, Reason, What, defaults};
use crate::ec2::{InstanceIndex, LaunchTemplateIndex};
use crate::fact::{self, FactId};

/// Why a refresh fails that comes no step further. Our choice of words.
const STUCK: &str = "Failed because no instance could be replaced by a healthy one for an hour.";

impl Cloud {
    /// Takes a refresh a step further.
    pub(super) fn refresh_step(&mut self, index: GroupIndex) {
        let group = self.autoscaling.group(index);
        let Some(refresh) = group.refresh() else { return };
        let (status, cause) = (refresh.status, refresh.cause);
        if !group.does("InstanceRefresh") {
            return self.refresh_mut(index, |refresh, now| refresh.progressed = now);
        }
        match status {
            RefreshStatus::Pending => self.begin_refresh(index, RefreshStatus::InProgress, cause),
            RefreshStatus::Cancelling => self.stop_when_quiet(index),
            RefreshStatus::Baking if self.now >= refresh.pause_until => self.refresh_succeeds(index),
            RefreshStatus::InProgress | RefreshStatus::RollbackInProgress => self.refresh_goes_on(index),
            _ => {}
        }
    }

    fn refresh_mut(&mut self, index: GroupIndex, change: impl FnOnce(&mut Refresh, SimTime)) {
        let now = self.now;
        if let Some(refresh) = self.autoscaling.group_mut(index).refreshes.last_mut() {
            change(refresh, now);
        }
    }

    /// A refresh is as far as this from now on.
    pub(in crate::autoscaling) fn enter_refresh(
        &mut self,
        index: GroupIndex,
        status: RefreshStatus,
        cause: FactId,
    ) {
        let what = fact::What::AutoScaling(What::Refresh { group: index, status });
        let fact = self.facts.note(self.now, cause, what);
        self.refresh_mut(index, |refresh, now| {
            (refresh.status, refresh.cause) = (status, fact);
            refresh.end = (!status.is_active()).then_some(now);
        });
        self.wake_group(index, defaults::REACTION);
    }

    /// Begins to replace, forward or back.
    pub(in crate::autoscaling) fn begin_refresh(
        &mut self,
        index: GroupIndex,
        status: RefreshStatus,
        cause: FactId,
    ) {
        self.refresh_mut(index, |refresh, now| {
            (refresh.since, refresh.progressed, refresh.pause_until) = (now, now, now);
        });
        self.enter_refresh(index, status, cause);
        let total = self.outdated(index).len() as u32;
        self.refresh_mut(index, |refresh, _| (refresh.total, refresh.left) = (total, total));
    }

    /// Begins to replace back.
    pub(in crate::autoscaling) fn roll_back(&mut self, index: GroupIndex, reason: &str, cause: FactId) {
        self.refresh_mut(index, |refresh, now| {
            refresh.rollback = Some(Rollback {
                reason: reason.to_owned(),
                start: now,
                percent: refresh.percent(),
                left: refresh.left,
            });
        });
        self.begin_refresh(index, RefreshStatus::RollbackInProgress, cause);
    }

    fn refresh_goes_on(&mut self, index: GroupIndex) {
        let outdated = self.outdated(index);
        let left = outdated.len() as u32 + self.unready(index);
        self.refresh_mut(index, |refresh, now| {
            if left < refresh.left || now < refresh.pause_until {
                refresh.progressed = now;
            }
            refresh.left = left.min(refresh.total);
        });
        if self.refresh_is_stuck(index) {
            return self.refresh_fails(index, STUCK);
        }
        self.reach_checkpoint(index);
        let Some(refresh) = self.autoscaling.group(index).refresh() else {
            return;
        };
        if self.now < refresh.pause_until {
            return;
        }
        if left == 0 || refresh.ends_at_checkpoint() {
            return self.all_replaced(index);
        }
        self.replace_outdated(index, &outdated);
    }

    fn refresh_is_stuck(&self, index: GroupIndex) -> bool {
        let group = self.autoscaling.group(index);
        // While a zonal shift lasts, a refresh has more time.
        let refresh = group.refresh().filter(|_| group.shifted_away().is_none());
        refresh.is_some_and(|refresh| {
            self.now.since(refresh.progressed) >= defaults::REFRESH_STUCK
                || self.now.since(refresh.start) >= defaults::REFRESH_LIMIT
        })
    }

    fn reach_checkpoint(&mut self, index: GroupIndex) {
        self.refresh_mut(index, |refresh, now| {
            let next = refresh.next_checkpoint();
            if next.is_some_and(|percent| refresh.percent() >= percent) {
                let delay = refresh.preferences.checkpoint_delay.unwrap_or_default() as u64;
                refresh.passed += 1;
                refresh.pause_until = now + SimDuration::from_secs(delay);
            }
        });
    }

    fn all_replaced(&mut self, index: GroupIndex) {
        let Some(refresh) = self.autoscaling.group(index).refresh() else {
            return;
        };
        let (status, cause) = (refresh.status, refresh.cause);
        let bake = refresh.preferences.bake_time.unwrap_or_default() as u64;
        if status == RefreshStatus::InProgress && bake > 0 {
            self.refresh_mut(index, |refresh, now| {
                refresh.pause_until = now + SimDuration::from_secs(bake);
            });
            return self.enter_refresh(index, RefreshStatus::Baking, cause);
        }
        self.refresh_succeeds(index);
    }

    /// What a refresh launched from is the group's template from now on.
    fn refresh_succeeds(&mut self, index: GroupIndex) {
        let group = self.autoscaling.group_mut(index);
        let Some(refresh) = group.refreshes.last() else {
            return;
        };
        let (cause, back) = (refresh.cause, refresh.rollback.is_some());
        let desired = refresh.desired.clone().filter(|_| !back);
        group.spec.template = desired.unwrap_or_else(|| group.spec.template.clone());
        let status = if back {
            RefreshStatus::RollbackSuccessful
        } else {
            RefreshStatus::Successful
        };
        self.enter_refresh(index, status, cause);
    }

    fn refresh_fails(&mut self, index: GroupIndex, reason: &str) {
        let Some(refresh) = self.autoscaling.group(index).refresh() else {
            return;
        };
        let (cause, back) = (refresh.cause, refresh.rollback.is_some());
        let auto = refresh.preferences.auto_rollback == Some(true) && !back;
        self.refresh_mut(index, |refresh, _| refresh.reason = Some(reason.to_owned()));
        match (auto, back) {
            (true, _) => self.roll_back(index, reason, cause),
            (false, true) => self.enter_refresh(index, RefreshStatus::RollbackFailed, cause),
            (false, false) => self.enter_refresh(index, RefreshStatus::Failed, cause),
        }
    }

    /// A refresh that was stopped waits until nobody comes or goes.
    fn stop_when_quiet(&mut self, index: GroupIndex) {
        let group = self.autoscaling.group(index);
        let moves = |member: &Member| member.state.is_pending() || member.state.is_terminating();
        let cause = group.refresh().map(|refresh| refresh.cause);
        if let Some(cause) = cause.filter(|_| !group.members.iter().any(moves)) {
            self.enter_refresh(index, RefreshStatus::Cancelled, cause);
        }
    }

    /// The template and version that a specification means now.
    pub(in crate::autoscaling) fn resolved(
        &self,
        template: &api::autoscaling::LaunchTemplateSpecification,
    ) -> Option<(LaunchTemplateIndex, u32)> {
        let name = template.name.as_deref();
        let index = self.ec2.launch_template_of(template.id.as_deref(), name).ok()?;
        let version = self
            .ec2
            .specified_version(&crate::autoscaling::template_for_ec2(template));
        Some((index, version.ok()?.number))
    }

    /// Instances that a refresh has still to replace, oldest first.
    fn outdated(&self, index: GroupIndex) -> Vec<InstanceIndex> {
        let group = self.autoscaling.group(index);
        let Some(refresh) = group.refresh() else {
            return Vec::new();
        };
        let target = self.resolved(group.next_template());
        let back = refresh.status == RefreshStatus::RollbackInProgress;
        let skips = back || refresh.preferences.skip_matching == Some(true);
        let is_old = |member: &&Member| {
            let matches = skips && target.is_some() && member.template == target;
            member.joined < refresh.since && !matches && refresh.concerns(member)
        };
        let old = group.members.iter().filter(is_old);
        old.map(|member| member.instance).collect()
    }

    /// New instances that are not ready yet.
    fn unready(&self, index: GroupIndex) -> u32 {
        let group = self.autoscaling.group(index);
        let Some(refresh) = group.refresh() else { return 0 };
        let is_new = |member: &&Member| member.joined >= refresh.since;
        let new = group.active().filter(is_new);
        new.filter(|member| !self.is_ready(index, member)).count() as u32
    }

    /// Replaces as many as the bounds and the next checkpoint allow.
    fn replace_outdated(&mut self, index: GroupIndex, outdated: &[InstanceIndex]) {
        let group = self.autoscaling.group(index);
        let Some(refresh) = group.refresh() else { return };
        let bounds = refresh.bounds(group.desired);
        let mut allowed = refresh.allowed(outdated.len() as u32);
        let ready = group
            .active()
            .filter(|member| self.is_ready(index, member))
            .count() as u32;
        let mut may_go = ready.saturating_sub(bounds.least);
        let mut may_come = bounds
            .most
            .map(|most| most.saturating_sub(group.active().count() as u32));
        for instance in outdated {
            if allowed == 0 {
                return;
            }
            let done = match &mut may_come {
                Some(room) => self.refresh_by_launching(index, *instance, room),
                None => self.refresh_by_terminating(index, *instance, &mut may_go),
            };
            allowed -= u32::from(done);
        }
    }

    fn refresh_by_launching(&mut self, index: GroupIndex, instance: InstanceIndex, room: &mut u32) -> bool {
        let group = self.autoscaling.group(index);
        if *room == 0 || !self.can_be_refreshed(index, instance) || group.has_successor(instance) {
            return false;
        }
        *room -= 1;
        self.launch_successor(index, instance, Reason::Refresh, None)
    }

    fn refresh_by_terminating(
        &mut self,
        index: GroupIndex,
        instance: InstanceIndex,
        may_go: &mut u32,
    ) -> bool {
        let group = self.autoscaling.group(index);
        let member = group.members.iter().find(|member| member.instance == instance);
        let counts = member.is_some_and(|member| self.is_ready(index, member));
        if !self.can_be_refreshed(index, instance) || (counts && *may_go == 0) {
            return false;
        }
        *may_go -= u32::from(counts);
        self.take_out(index, instance, Reason::Refresh);
        true
    }

    /// Whether an instance may be replaced now: protected ones and those in standby wait unless the caller said otherwise.
    fn can_be_refreshed(&self, index: GroupIndex, instance: InstanceIndex) -> bool {
        let group = self.autoscaling.group(index);
        let member = group.members.iter().find(|member| member.instance == instance);
        let (Some(member), Some(refresh)) = (member, group.refresh()) else {
            return false;
        };
        let preferences = &refresh.preferences;
        if !group.does("Terminate") {
            return false;
        }
        match member.state {
            LifecycleState::Standby => preferences.standby.as_deref() == Some("Terminate"),
            state if !state.is_active() => false,
            _ => !member.protected || preferences.protected.as_deref() == Some("Refresh"),
        }
    }
}

impl Refresh {
    /// Whether it is about an instance at all.
    fn concerns(&self, member: &Member) -> bool {
        let ignores = |word: &Option<String>| word.as_deref() == Some("Ignore");
        match member.state {
            LifecycleState::Standby | LifecycleState::EnteringStandby => !ignores(&self.preferences.standby),
            state => state.is_active() && !(member.protected && ignores(&self.preferences.protected)),
        }
    }

    fn next_checkpoint(&self) -> Option<u32> {
        let forward = self.status == RefreshStatus::InProgress;
        let next = self.preferences.checkpoints.get(self.passed);
        next.filter(|_| forward).map(|percent| *percent as u32)
    }

    /// Whether the caller wanted no more than a part of the group replaced, and it is.
    fn ends_at_checkpoint(&self) -> bool {
        let checkpoints = &self.preferences.checkpoints;
        let forward = self.status == RefreshStatus::InProgress;
        forward && !checkpoints.is_empty() && self.passed == checkpoints.len()
    }

    /// How many may be replaced before the next checkpoint, of those outdated.
    fn allowed(&self, outdated: u32) -> u32 {
        let until = self
            .next_checkpoint()
            .map_or(self.total, |percent| (self.total * percent).div_ceil(100));
        (until + outdated).saturating_sub(self.total)
    }
}
