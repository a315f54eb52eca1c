//! The process `Launch`: what is missing is launched, in the zone with the fewest.
//!
//! Source: Auto Scaling User Guide, "Benefits of Auto Scaling for application architecture".

use api::ApiError;
use api::ec2::{Placement, RunInstancesInput, Tag, TagSpecification};

use crate::Cloud;
use crate::autoscaling::plan::next_zone;
use crate::autoscaling::{GroupIndex, Member, Reason, defaults, template_for_ec2};
use crate::ec2::operations::run_instances::decide;
use crate::ec2::{InstanceIndex, Launch};
use crate::fact::FactId;
use crate::region::ZoneIndex;

/// Refusals that another zone may not have.
const OF_THE_ZONE: [&str; 3] = [
    "InsufficientInstanceCapacity",
    "InsufficientFreeAddressesInSubnet",
    "Unsupported",
];

/// Why an instance is launched.
#[derive(Clone, Copy)]
pub(super) struct Errand<'a> {
    /// What the activity says.
    pub(super) why: &'a str,
    /// The fact that it follows from.
    pub(super) cause: FactId,
    /// The instance whose place it takes once it is in service.
    pub(super) successor_of: Option<(InstanceIndex, Reason)>,
    /// Whether it is because the group should have more.
    pub(super) fills_gap: bool,
}

impl Cloud {
    /// Launches `n` instances; if that fails, it tries again a while later.
    pub(super) fn launch_missing(&mut self, index: GroupIndex, n: u32) {
        if !self.autoscaling.group(index).does("Launch") {
            return;
        }
        let gap = self.why_missing(index, n);
        for _ in 0..n {
            let group = self.autoscaling.group(index);
            let owed = group.owed.first().copied();
            let why = match owed {
                Some((reason, _)) => format!("At {} {}", self.sentence_time(), reason.of_coming()),
                None => gap.clone(),
            };
            let errand = Errand {
                why: &why,
                cause: owed.map_or(group.cause, |(_, fact)| fact),
                successor_of: None,
                fills_gap: owed.is_none(),
            };
            if !self.launch_somewhere(index, errand) {
                self.wake_group(index, defaults::RETRY);
                break;
            }
            let owed = &mut self.autoscaling.group_mut(index).owed;
            owed.drain(..owed.len().min(1));
        }
        self.autoscaling.group_mut(index).why.clear();
    }

    /// Launches up to `n` instances in a zone for a call; those that came, and why no more did.
    pub(in crate::autoscaling) fn launch_at_once(
        &mut self,
        index: GroupIndex,
        zone: ZoneIndex,
        n: u32,
        cause: FactId,
    ) -> (Vec<InstanceIndex>, Option<ApiError>) {
        let (at, before) = (self.sentence_time(), self.autoscaling.group(index).counted());
        // Our choice of words.
        let why = format!(
            "At {at} an instance was launched in response to a user request, increasing the capacity from {before} to {}.",
            before + n
        );
        let errand = Errand {
            why: &why,
            cause,
            successor_of: None,
            fills_gap: false,
        };
        let mut came = Vec::new();
        for _ in 0..n {
            match self.launch_in(index, zone, errand) {
                Ok(instance) => came.push(instance),
                Err(refusal) => return (came, Some(refusal)),
            }
        }
        (came, None)
    }

    fn why_missing(&self, index: GroupIndex, n: u32) -> String {
        let (group, at) = (self.autoscaling.group(index), self.sentence_time());
        let before = group.counted();
        let gap = format!(
            "At {at} an instance was started in response to a difference between desired and actual capacity, \
             increasing the capacity from {before} to {}.",
            before + n
        );
        [group.why.as_str(), &gap].join("  ").trim_start().to_owned()
    }

    /// Launches one instance in the zone with the fewest, or in the next one if that fails.
    pub(super) fn launch_somewhere(&mut self, index: GroupIndex, errand: Errand<'_>) -> bool {
        let now = self.now;
        let failed = &self.autoscaling.group(index).failed_zones;
        let at_once = failed.iter().filter(|(_, at)| *at == now).map(|(zone, _)| *zone);
        let mut tried: Vec<ZoneIndex> = at_once.collect();
        let leaving = errand.successor_of.map(|(old, _)| old);
        while let Some(zone) = self.zone_to_try(index, leaving, &tried) {
            match self.launch_in(index, zone, errand) {
                Ok(_) => return true,
                Err(refusal) if OF_THE_ZONE.contains(&refusal.code) => tried.push(zone),
                Err(_) => return false,
            }
        }
        false
    }

    /// A group that keeps its balance at all costs tries none but the zones with the fewest.
    fn zone_to_try(
        &self,
        index: GroupIndex,
        leaving: Option<InstanceIndex>,
        tried: &[ZoneIndex],
    ) -> Option<ZoneIndex> {
        let mut counts = self.zone_counts(index, leaving);
        if self.autoscaling.group(index).spec.balanced_only {
            let least = counts.iter().map(|(_, count)| *count).min();
            counts.retain(|(_, count)| Some(*count) == least);
        }
        next_zone(&counts, tried)
    }

    /// Launches one instance in a zone; a failure is noted as an activity.
    pub(super) fn launch_in(
        &mut self,
        index: GroupIndex,
        zone: ZoneIndex,
        errand: Errand<'_>,
    ) -> Result<InstanceIndex, ApiError> {
        match self.decide_launch(index, zone) {
            Ok(launch) => {
                self.autoscaling
                    .group_mut(index)
                    .failed_zones
                    .retain(|(known, _)| *known != zone);
                Ok(self.launch_member(index, &launch, errand))
            }
            Err(refusal) => {
                self.note_failed_launch(index, zone, errand.why, &refusal);
                Err(refusal)
            }
        }
    }

    fn decide_launch(&self, index: GroupIndex, zone: ZoneIndex) -> Result<Launch, ApiError> {
        let group = self.autoscaling.group(index);
        let is_there = |wanted| self.elbv2.groups().any(|(known, _)| known == wanted);
        if !group.spec.target_groups.iter().copied().all(is_there) {
            let message =
                "One or more target groups not found. Validating load balancer configuration failed.";
            return Err(ApiError::new("ValidationError", message));
        }
        let mut input = self.ec2.with_template(&RunInstancesInput {
            launch_template: Some(template_for_ec2(group.next_template())),
            min_count: Some(1),
            max_count: Some(1),
            placement: Some(Placement {
                availability_zone: Some(self.region.zone(zone).name.to_owned()),
                ..Placement::default()
            }),
            ..RunInstancesInput::default()
        })?;
        add_tags(&mut input, &group.spec.tags);
        let mut launch = decide(self, &input)?;
        self.check_injected_errors(Some(index), launch.instance_type, launch.zone)?;
        let name = group.spec.name.clone();
        launch.tags.push((GROUP_TAG.to_owned(), name));
        Ok(launch)
    }

    fn launch_member(&mut self, index: GroupIndex, launch: &Launch, errand: Errand<'_>) -> InstanceIndex {
        let template = self.resolved(self.autoscaling.group(index).next_template());
        let instance = self.launch(launch, errand.cause)[0];
        let id = &self.ec2.instances[instance.index()].id;
        let description = format!("Launching a new EC2 instance: {id}");
        let activity = self.begin_activity(index, description, errand.why, Some(launch.zone));
        self.move_activity(activity, "InProgress", 30);
        let cause = self.ec2.instances[instance.index()].cause;
        let group = self.autoscaling.group(index);
        let protected = group.spec.protect_new;
        let warmup = group.launch_warmup.filter(|_| errand.fills_gap);
        self.join(
            index,
            Member {
                template,
                protected,
                warmup,
                successor_of: errand.successor_of,
                ..Member::new(instance, self.now, activity, cause)
            },
        );
        instance
    }

    /// An instance belongs to a group from now on.
    pub(in crate::autoscaling) fn join(&mut self, index: GroupIndex, member: Member) {
        let instance = member.instance;
        self.autoscaling.member_of.resize(self.ec2.instances.len(), None);
        self.autoscaling.member_of[instance.index()] = Some(index);
        let members = &mut self.autoscaling.group_mut(index).members;
        members.push(member);
        let place = members.len() - 1;
        let (state, cause) = (members[place].state, members[place].cause);
        self.enter_lifecycle(index, place, state, cause);
    }

    fn note_failed_launch(&mut self, index: GroupIndex, zone: ZoneIndex, why: &str, refusal: &ApiError) {
        let now = self.now;
        let reason = format!("{} Launching EC2 instance failed.", refusal.message);
        let description = format!("Launching a new EC2 instance.  Status Reason: {reason}");
        let activity = self.begin_activity(index, description, why, Some(zone));
        self.end_activity(activity, "Failed", Some(reason));
        let failed = &mut self.autoscaling.group_mut(index).failed_zones;
        failed.retain(|(known, _)| *known != zone);
        failed.push((zone, now));
    }

    /// As many instances as count in each of a group's zones that no zonal shift keeps it from, but for the one that leaves;
    /// of an instance and its successor, the successor.
    pub(super) fn zone_counts(
        &self,
        index: GroupIndex,
        leaving: Option<InstanceIndex>,
    ) -> Vec<(ZoneIndex, usize)> {
        let group = self.autoscaling.group(index);
        let stays = |instance: InstanceIndex| leaving != Some(instance) && !group.has_successor(instance);
        let is_in = |member: &&Member, zone: ZoneIndex| {
            stays(member.instance) && self.ec2.instances[member.instance.index()].zone == zone
        };
        let count = |zone: ZoneIndex| group.active().filter(|member| is_in(member, zone)).count();
        let zones = group.spec.zones.iter();
        let open = zones.filter(|zone| group.shifted_away() != Some(**zone));
        open.map(|zone| (*zone, count(*zone))).collect()
    }
}

/// The tag by which EC2 shows whose an instance is.
pub(in crate::autoscaling) const GROUP_TAG: &str = "aws:autoscaling:groupName";

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
