//! A group makes what it has what it should have.

use api::ec2::{Placement, RunInstancesInput, Tag, TagSpecification};
use des::{SimDuration, SimTime, Ticket};

use super::group::{Activity, GroupIndex, LifecycleState, Member};
use super::plan::{Candidate, imbalance, next_zone, victim};
use super::{Event, What, defaults};
use crate::Cloud;
use crate::ec2::operations::run_instances::decide;
use crate::ec2::{InstanceIndex, InstanceState};
use crate::elbv2::TargetState;
use crate::event::Event as Any;
use crate::fact::{self, FactId};
use crate::region::ZoneIndex;

const REPLACED: &str =
    "an instance was launched in response to an unhealthy instance needing to be replaced.";

impl Cloud {
    /// Lets a group act soon.
    pub(super) fn wake_group(&mut self, index: GroupIndex, wait: SimDuration) {
        let ticket = self
            .events
            .push(self.now + wait, Any::AutoScaling(Event::Act(index)));
        self.autoscaling.all_groups[index.index()].wake = ticket;
    }

    /// A group acts: it launches, terminates, or moves an instance to another zone.
    pub(super) fn group_acts(&mut self, index: GroupIndex, ticket: Ticket) {
        let group = &self.autoscaling.all_groups[index.index()];
        if group.deleted || group.wake != ticket {
            return;
        }
        let (active, desired) = (group.active().count() as u32, group.desired);
        if active < desired {
            self.launch_members(index, desired - active);
        } else if active > desired {
            self.scale_in(index, active - desired);
            self.settle_cooldown(index);
        } else {
            self.rebalance(index);
        }
        self.finish_deleting(index);
    }

    fn launch_members(&mut self, index: GroupIndex, n: u32) {
        if !self.autoscaling.all_groups[index.index()].does("Launch") {
            return;
        }
        let before = self.autoscaling.all_groups[index.index()].active().count() as u32;
        let after = before + n;
        let at = self.sentence_time();
        let why = self.autoscaling.all_groups[index.index()].why.clone();
        let text = if why.ends_with(REPLACED) {
            why
        } else {
            let gap = format!(
                "At {at} an instance was started in response to a difference between desired and actual capacity, \
                 increasing the capacity from {before} to {after}."
            );
            [why, gap].join("  ").trim_start().to_owned()
        };
        for _ in 0..n {
            if !self.launch_member(index, &text) {
                return self.wake_group(index, defaults::RETRY);
            }
        }
    }

    /// Launches one instance: in the zone with the fewest, or in the next one if that fails.
    fn launch_member(&mut self, index: GroupIndex, why: &str) -> bool {
        let mut tried = Vec::new();
        while let Some(zone) = next_zone(&self.zone_counts(index), &tried) {
            match self.launch_in(index, zone, why) {
                Ok(()) => return true,
                Err(refusal) => self.note_failed_launch(index, zone, why, &refusal),
            }
            tried.push(zone);
        }
        false
    }

    fn launch_in(&mut self, index: GroupIndex, zone: ZoneIndex, why: &str) -> Result<(), String> {
        let group = &self.autoscaling.all_groups[index.index()];
        let (cause, spec) = (group.cause, &group.spec);
        let template = super::template_for_ec2(&spec.template);
        let version = self
            .ec2
            .specified_version(&template)
            .map_err(|error| error.message)?
            .number;
        let mut input = self
            .ec2
            .with_template(&RunInstancesInput {
                launch_template: Some(template),
                min_count: Some(1),
                max_count: Some(1),
                placement: Some(Placement {
                    availability_zone: Some(self.region.zone(zone).name.to_owned()),
                    ..Placement::default()
                }),
                ..RunInstancesInput::default()
            })
            .map_err(|error| error.message)?;
        add_tags(&mut input, &spec.tags);
        let mut launch = decide(self, &input).map_err(|error| error.message)?;
        launch
            .tags
            .push(("aws:autoscaling:groupName".to_owned(), spec.name.clone()));
        let instance = self.launch(&launch, cause)[0];
        let id = &self.ec2.instances[instance.index()].id;
        let activity = self.begin_activity(
            index,
            format!("Launching a new EC2 instance: {id}"),
            why,
            Some(zone),
        );
        self.autoscaling.member_of.resize(self.ec2.instances.len(), None);
        self.autoscaling.member_of[instance.index()] = Some(index);
        let group = &mut self.autoscaling.all_groups[index.index()];
        let protected = group.spec.protect_new;
        group.members.push(Member {
            instance,
            state: LifecycleState::Pending,
            healthy: true,
            protected,
            in_service: None,
            version,
            activity,
            drained: SimTime::ZERO,
        });
        Ok(())
    }

    fn note_failed_launch(&mut self, index: GroupIndex, zone: ZoneIndex, why: &str, refusal: &str) {
        let description =
            format!("Launching a new EC2 instance.  Status Reason: {refusal} Launching EC2 instance failed.");
        let activity = self.begin_activity(index, description, why, Some(zone));
        self.end_activity(
            activity,
            "Failed",
            Some(format!("{refusal} Launching EC2 instance failed.")),
        );
    }

    /// As many instances as count in each of a group's zones.
    fn zone_counts(&self, index: GroupIndex) -> Vec<(ZoneIndex, usize)> {
        let group = &self.autoscaling.all_groups[index.index()];
        let zone_of = |instance: InstanceIndex| self.ec2.instances[instance.index()].zone;
        group
            .spec
            .zones
            .iter()
            .map(|zone| (*zone, group.active_in(*zone, zone_of)))
            .collect()
    }

    fn scale_in(&mut self, index: GroupIndex, n: u32) {
        if !self.autoscaling.all_groups[index.index()].does("Terminate") {
            return;
        }
        let before = self.autoscaling.all_groups[index.index()].active().count() as u32;
        let at = self.sentence_time();
        for _ in 0..n {
            let Some(place) = self.next_victim(index) else {
                return self.note_all_protected(index);
            };
            let group = &self.autoscaling.all_groups[index.index()];
            let id = &self.ec2.instances[group.members[place].instance.index()].id;
            let text = format!(
                "{}  At {at} an instance was taken out of service in response to a difference between desired and actual \
                 capacity, shrinking the capacity from {before} to {}.  At {at} instance {id} was selected for termination.",
                group.why,
                before - n
            );
            let cause = group.cause;
            self.terminate_member(index, place, text.trim_start(), cause);
        }
    }

    fn next_victim(&self, index: GroupIndex) -> Option<usize> {
        let group = &self.autoscaling.all_groups[index.index()];
        let candidates: Vec<Candidate> = group
            .members
            .iter()
            .enumerate()
            .filter(|(_, member)| member.state != LifecycleState::Terminating && !member.protected)
            .map(|(place, member)| Candidate {
                place,
                zone: self.ec2.instances[member.instance.index()].zone,
                launched: self.ec2.instances[member.instance.index()].launched_at,
                version: member.version,
            })
            .collect();
        let latest = self
            .ec2
            .specified_version(&super::template_for_ec2(&group.spec.template));
        victim(
            &candidates,
            &group.spec.termination,
            latest.map_or(0, |version| version.number),
        )
    }

    fn note_all_protected(&mut self, index: GroupIndex) {
        let message = "Could not scale to desired capacity because all remaining instances are protected from scale-in.";
        let why = self.autoscaling.all_groups[index.index()].why.clone();
        let activity = self.begin_activity(index, message.to_owned(), &why, None);
        self.end_activity(activity, "Cancelled", Some(message.to_owned()));
    }

    /// Takes an instance out: it drains at the load balancer first, then EC2 terminates it.
    pub(super) fn terminate_member(
        &mut self,
        index: GroupIndex,
        place: usize,
        why: &str,
        cause: FactId,
    ) -> u64 {
        let member = &self.autoscaling.all_groups[index.index()].members[place];
        let instance = member.instance;
        let groups = self.autoscaling.all_groups[index.index()]
            .spec
            .target_groups
            .clone();
        let mut drained = self.now;
        for target_group in groups {
            drained = drained.max(self.deregister_target(target_group, instance, cause));
        }
        let (id, zone) = {
            let instance = &self.ec2.instances[instance.index()];
            (instance.id.clone(), instance.zone)
        };
        let waits =
            drained > self.now && self.ec2.instances[instance.index()].state == InstanceState::Running;
        let tail = if waits {
            " - Waiting For ELB Connection Draining."
        } else {
            ""
        };
        let activity = self.begin_activity(
            index,
            format!("Terminating EC2 instance: {id}{tail}"),
            why,
            Some(zone),
        );
        if waits && let Some(activity) = self.autoscaling.activity_mut(activity) {
            (activity.status, activity.progress) = ("WaitingForELBConnectionDraining", 50);
        }
        let member = &mut self.autoscaling.all_groups[index.index()].members[place];
        (member.state, member.activity, member.drained) = (LifecycleState::Terminating, activity, drained);
        let at = if waits { drained } else { self.now };
        self.events.push(at, Any::AutoScaling(Event::Drained(instance)));
        activity
    }

    /// An instance that is taken out has drained.
    pub(super) fn member_drained(&mut self, instance: InstanceIndex) {
        let Some((group, place)) = self.membership(instance) else {
            return;
        };
        let member = &self.autoscaling.all_groups[group.index()].members[place];
        if member.state != LifecycleState::Terminating || member.drained > self.now {
            return;
        }
        let cause = self.autoscaling.all_groups[group.index()].cause;
        match self.ec2.instances[instance.index()].state {
            InstanceState::Terminated => self.member_gone(group, place),
            InstanceState::ShuttingDown => {}
            _ => self.power_off(instance, InstanceState::ShuttingDown, cause),
        }
    }

    fn member_gone(&mut self, group: GroupIndex, place: usize) {
        let member = self.autoscaling.all_groups[group.index()].members.remove(place);
        self.end_activity(member.activity, "Successful", None);
        self.settle_cooldown(group);
        self.wake_group(group, SimDuration::from_secs(1));
    }

    /// Moves an instance towards an emptier zone: it launches first, and terminates when that one is in service.
    fn rebalance(&mut self, index: GroupIndex) {
        let group = &self.autoscaling.all_groups[index.index()];
        let settled = group
            .members
            .iter()
            .all(|member| member.state == LifecycleState::InService && member.healthy);
        let room = (group.active().count() as u32) < group.most_while_rebalancing();
        if !settled || !room || !group.does("Launch") || !group.does("Terminate") {
            return;
        }
        let Some(zone) = imbalance(&self.zone_counts(index)) else {
            return;
        };
        if self.dark_since(zone).is_some() {
            return;
        }
        let at = self.sentence_time();
        let why = format!("At {at} an instance was launched to aid in balancing the group's zones.");
        if let Err(refusal) = self.launch_in(index, zone, &why) {
            self.note_failed_launch(index, zone, &why, &refusal);
        }
    }

    /// An instance came into another state.
    pub(crate) fn autoscaling_sees_instance(&mut self, instance: InstanceIndex, fact: FactId) {
        let Some((group, place)) = self.membership(instance) else {
            return;
        };
        let member = &self.autoscaling.all_groups[group.index()].members[place];
        match (member.state, self.ec2.instances[instance.index()].state) {
            (LifecycleState::Pending, InstanceState::Running) => self.comes_into_service(group, place, fact),
            (LifecycleState::Terminating, InstanceState::Terminated) => self.member_gone(group, place),
            (LifecycleState::Terminating, _) | (_, InstanceState::Pending | InstanceState::Running) => {}
            (LifecycleState::Pending | LifecycleState::InService, _) => self.member_left(group, place, fact),
        }
    }

    fn comes_into_service(&mut self, group: GroupIndex, place: usize, fact: FactId) {
        let now = self.now;
        let state = &mut self.autoscaling.all_groups[group.index()];
        let adds = state.does("AddToLoadBalancer");
        let member = &mut state.members[place];
        (member.state, member.in_service) = (LifecycleState::InService, Some(now));
        let (instance, activity) = (member.instance, member.activity);
        let groups = if adds {
            state.spec.target_groups.clone()
        } else {
            Vec::new()
        };
        for target_group in groups {
            self.register_target(target_group, instance, fact);
        }
        self.end_activity(activity, "Successful", None);
        self.settle_cooldown(group);
        self.wake_group(group, SimDuration::from_secs(1));
    }

    /// An instance stopped running without the group's doing: that counts at once.
    fn member_left(&mut self, group: GroupIndex, place: usize, fact: FactId) {
        let state = &mut self.autoscaling.all_groups[group.index()];
        if !state.does("HealthCheck") {
            return;
        }
        if state.members[place].state == LifecycleState::Pending {
            let activity = state.members[place].activity;
            self.end_activity(
                activity,
                "Cancelled",
                Some(
                    "Instance became unhealthy while waiting for instance to be in InService state."
                        .to_owned(),
                ),
            );
        }
        self.mark_unhealthy(group, place, fact);
    }

    /// A group looks at the health of its instances, and replaces those that failed.
    pub(super) fn group_checks_health(&mut self, index: GroupIndex) {
        if self.autoscaling.all_groups[index.index()].deleted {
            return;
        }
        self.events.push(
            self.now + defaults::HEALTH_PERIOD,
            Any::AutoScaling(Event::CheckHealth(index)),
        );
        let group = &self.autoscaling.all_groups[index.index()];
        if group.does("HealthCheck") {
            for place in 0..group.members.len() {
                if let Some(cause) = self.failed_check(index, place) {
                    self.mark_unhealthy(index, place, cause);
                }
            }
        }
        self.replace_unhealthy(index);
    }

    /// Why an instance in service is not healthy to the group, if it is not.
    fn failed_check(&self, index: GroupIndex, place: usize) -> Option<FactId> {
        let group = &self.autoscaling.all_groups[index.index()];
        let member = &group.members[place];
        let since = member
            .in_service
            .filter(|_| member.state == LifecycleState::InService && member.healthy)?;
        let in_grace = self.now.since(since) < SimDuration::from_secs(group.spec.grace_s);
        let impaired = self
            .impaired_since(member.instance)
            .is_some_and(|since| self.now.since(since) >= defaults::IMPAIRED_COUNTS);
        if impaired && !in_grace {
            return Some(self.ec2.instances[member.instance.index()].cause);
        }
        if in_grace || !group.heeds_elb() {
            return None;
        }
        let unhealthy = |target_group: &crate::elbv2::TargetGroupIndex| {
            let health = self.target_health(*target_group, member.instance);
            health.is_some_and(|health| health.state == TargetState::Unhealthy)
        };
        let failing = group.spec.target_groups.iter().any(unhealthy);
        failing.then(|| self.ec2.stations[member.instance.index()].blame)
    }

    pub(super) fn mark_unhealthy(&mut self, index: GroupIndex, place: usize, cause: FactId) {
        let member = &mut self.autoscaling.all_groups[index.index()].members[place];
        if member.healthy {
            member.healthy = false;
            let what = What::Unhealthy(member.instance);
            self.facts.note(self.now, cause, fact::What::AutoScaling(what));
        }
    }

    /// Terminates unhealthy instances and lets others come in their place: at most a tenth of the group at a time, unless
    /// they do not run at all.
    fn replace_unhealthy(&mut self, index: GroupIndex) {
        let group = &self.autoscaling.all_groups[index.index()];
        if !group.does("ReplaceUnhealthy") || !group.does("Terminate") {
            return;
        }
        let mut room = (group.desired / 10).max(1) as usize;
        let busy = group
            .members
            .iter()
            .any(|member| member.state != LifecycleState::InService);
        let mut replaced = false;
        for place in 0..self.autoscaling.all_groups[index.index()].members.len() {
            let member = &self.autoscaling.all_groups[index.index()].members[place];
            let runs = self.ec2.instances[member.instance.index()].state == InstanceState::Running;
            let waits = runs && (busy || room == 0);
            if member.healthy || member.state == LifecycleState::Terminating || waits {
                continue;
            }
            room -= usize::from(runs);
            self.replace(index, place);
            replaced = true;
        }
        if replaced {
            self.wake_group(index, SimDuration::from_secs(1));
        }
    }

    fn replace(&mut self, index: GroupIndex, place: usize) {
        let at = self.sentence_time();
        let instance = self.autoscaling.all_groups[index.index()].members[place].instance;
        let runs = self.ec2.instances[instance.index()].state == InstanceState::Running;
        let reason = match (runs, self.impaired_since(instance)) {
            (false, _) => "an EC2 health check indicating it has been terminated or stopped.",
            (true, Some(_)) => "an EC2 instance status check failure.",
            (true, None) => "an ELB system health check failure.",
        };
        let why = format!("At {at} an instance was taken out of service in response to {reason}");
        let what = fact::What::AutoScaling(What::Replacing(instance));
        let cause = self
            .facts
            .note(self.now, self.ec2.instances[instance.index()].cause, what);
        let group = &mut self.autoscaling.all_groups[index.index()];
        (group.cause, group.why) = (cause, format!("At {at} {REPLACED}"));
        self.terminate_member(index, place, &why, cause);
    }

    /// Since when a status check of an instance is impaired.
    fn impaired_since(&self, instance: InstanceIndex) -> Option<SimTime> {
        let checks = self.status_checks(instance);
        let impaired = |check| match check {
            crate::ec2::CheckStatus::Impaired(since) => Some(since),
            _ => None,
        };
        checks.all().filter_map(impaired).min()
    }

    /// Where an instance is a member.
    pub(super) fn membership(&self, instance: InstanceIndex) -> Option<(GroupIndex, usize)> {
        let group = (*self.autoscaling.member_of.get(instance.index())?)?;
        let members = &self.autoscaling.all_groups[group.index()].members;
        let place = members.iter().position(|member| member.instance == instance)?;
        Some((group, place))
    }

    /// Once the last instance has come into service, or the last that goes drains, the pause of simple scaling begins.
    fn settle_cooldown(&mut self, index: GroupIndex) {
        let now = self.now;
        let group = &mut self.autoscaling.all_groups[index.index()];
        if group
            .active()
            .all(|member| member.state == LifecycleState::InService)
            && group.active().count() as u32 == group.desired
            && let Some(seconds) = group.cooling.take()
        {
            group.cooldown_until = now + SimDuration::from_secs(seconds);
        }
    }

    fn finish_deleting(&mut self, index: GroupIndex) {
        let group = &mut self.autoscaling.all_groups[index.index()];
        if group.deleting && group.members.is_empty() {
            group.deleted = true;
        }
    }

    pub(super) fn begin_activity(
        &mut self,
        group: GroupIndex,
        description: String,
        cause: &str,
        zone: Option<ZoneIndex>,
    ) -> u64 {
        self.autoscaling.activities.push_back(Activity {
            group,
            description,
            cause: cause.to_owned(),
            start: self.now,
            end: None,
            status: "InProgress",
            message: None,
            progress: 0,
            zone,
        });
        self.autoscaling.activities_begun += 1;
        self.autoscaling.trim();
        self.autoscaling.activities_begun - 1
    }

    pub(super) fn end_activity(&mut self, number: u64, status: &'static str, message: Option<String>) {
        let now = self.now;
        let activity = self.autoscaling.activity_mut(number);
        let Some(activity) = activity.filter(|activity| activity.end.is_none()) else {
            return;
        };
        (activity.status, activity.end, activity.progress, activity.message) =
            (status, Some(now), 100, message);
        let tail = " - Waiting For ELB Connection Draining.";
        if let Some(plain) = activity.description.strip_suffix(tail) {
            activity.description = plain.to_owned();
        }
        self.notify_of_activity(number);
    }

    /// Now, as sentences of activities write it.
    pub(super) fn sentence_time(&self) -> String {
        let text = api::Timestamp::of(self.now).to_string();
        format!("{}Z", &text[..19])
    }
}

/// Tags of a group that its instances bear go before the template's.
fn add_tags(input: &mut RunInstancesInput, tags: &[(String, String, bool)]) {
    let borne: Vec<&(String, String, bool)> = tags.iter().filter(|(.., propagate)| *propagate).collect();
    input
        .tag_specifications
        .retain(|specification| specification.resource_type.as_deref() == Some("instance"));
    for specification in &mut input.tag_specifications {
        specification
            .tags
            .retain(|tag| !borne.iter().any(|(key, ..)| Some(key) == tag.key.as_ref()));
    }
    let tag = |(key, value, _): &&(String, String, bool)| Tag {
        key: Some(key.clone()),
        value: Some(value.clone()),
    };
    input.tag_specifications.push(TagSpecification {
        resource_type: Some("instance".to_owned()),
        tags: borne.iter().map(tag).collect(),
    });
}
