//! Amazon EC2 Auto Scaling: groups, policies, activities.
//!
//! A group decides what to do next ([`plan`]) and does it by events ([`processes`]); alarms change what it should have
//! ([`policies`]), and so does the clock ([`schedule`]).

mod activity;
pub mod cron;
pub mod defaults;
mod desired;
mod event;
mod fact;
mod group;
pub mod instance_refresh;
pub mod lifecycle_hook;
mod member;
pub(crate) mod metrics;
mod notification;
pub(crate) mod operations;
pub mod plan;
pub mod policies;
mod processes;
pub mod schedule;
pub mod time_zone;

use std::collections::{BTreeMap, VecDeque};

use des::Digest;

use crate::token::Tokens;

pub use activity::Activity;
pub(crate) use event::Event;
pub use fact::What;
pub use group::{Group, GroupIndex, GroupSpec};
pub use member::{Illness, LifecycleState, Member, Reason};
pub use notification::Notification;
pub use policies::{AlarmSignal, Policy, PolicyIndex};
pub use schedule::{ScheduleIndex, ScheduledAction};

/// The account's Amazon EC2 Auto Scaling.
#[derive(Clone, Debug, Default)]
pub struct AutoScaling {
    /// All groups ever made, by [`GroupIndex`].
    pub(crate) all_groups: Vec<Group>,
    /// All policies ever made, by [`PolicyIndex`].
    pub(crate) all_policies: Vec<Policy>,
    /// The newest activities, oldest first.
    pub(crate) activities: VecDeque<Activity>,
    /// How many activities ever began: numbers them.
    pub(crate) activities_begun: u64,
    /// How many lifecycle actions ever began: numbers their tokens.
    pub(crate) tokens: u64,
    /// How many instance refreshes ever began: numbers them.
    pub(crate) refreshes_begun: u64,
    /// Which group each instance belongs to, by instance.
    pub(crate) member_of: Vec<Option<GroupIndex>>,
    /// What policies of a group were told within the present moment.
    pub(crate) gathered: BTreeMap<GroupIndex, Vec<policies::Gathered>>,
    /// All scheduled actions ever made, by [`ScheduleIndex`].
    pub(crate) schedule: Vec<ScheduledAction>,
    /// The event of the next time at which any of them runs.
    pub(crate) schedule_wake: des::Ticket,
    /// The topics that groups tell what they do.
    pub(crate) notifications: Vec<Notification>,
    /// What `LaunchInstances` was answered, by the callers' words, oldest first.
    pub(crate) launches:
        Tokens<api::autoscaling::LaunchInstancesInput, api::autoscaling::LaunchInstancesOutput>,
    /// The metrics of groups that are told.
    pub(crate) enabled_metrics: metrics::Enabled,
}

impl AutoScaling {
    /// The groups that are there, oldest first.
    pub fn groups(&self) -> impl Iterator<Item = (GroupIndex, &Group)> {
        let indexed = (0..).map(GroupIndex).zip(&self.all_groups);
        indexed.filter(|(_, group)| !group.deleted)
    }

    /// The policies that are there, oldest first.
    pub fn policies(&self) -> impl Iterator<Item = (PolicyIndex, &Policy)> {
        let indexed = (0..).map(PolicyIndex).zip(&self.all_policies);
        indexed.filter(|(_, policy)| !policy.deleted)
    }

    /// The scheduled actions that are there, in the order of definition.
    pub fn scheduled(&self) -> impl Iterator<Item = (ScheduleIndex, &ScheduledAction)> {
        let indexed = (0..).map(ScheduleIndex).zip(&self.schedule);
        indexed.filter(|(_, action)| !action.deleted)
    }

    /// A group.
    pub(crate) fn group(&self, index: GroupIndex) -> &Group {
        &self.all_groups[index.index()]
    }

    /// The same, to change.
    pub(crate) fn group_mut(&mut self, index: GroupIndex) -> &mut Group {
        &mut self.all_groups[index.index()]
    }

    /// Everything of it that makes a difference.
    pub(crate) fn add_to(&self, digest: &mut Digest) {
        digest.add_debug(&(&self.all_groups, &self.all_policies));
        let more = (
            &self.gathered,
            &self.schedule,
            &self.notifications,
            &self.enabled_metrics,
            &self.launches,
        );
        digest.add_debug(&more);
        digest.add(self.activities_begun);
        digest.extend(
            self.activities
                .iter()
                .map(|activity| activity.end.map_or(0, des::SimTime::as_micros)),
        );
    }
}

/// The same specification in EC2's words.
pub(crate) fn template_for_ec2(
    template: &api::autoscaling::LaunchTemplateSpecification,
) -> api::ec2::LaunchTemplateSpecification {
    api::ec2::LaunchTemplateSpecification {
        launch_template_id: template.id.clone(),
        launch_template_name: template.name.clone(),
        version: template.version.clone(),
    }
}
