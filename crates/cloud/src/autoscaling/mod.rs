//! Amazon EC2 Auto Scaling: groups, policies, activities.
//!
//! A group decides what to do next ([`plan`]) and does it by events ([`processes`]); alarms change what it should have
//! ([`signal`], [`policy`]).

mod activity;
pub mod defaults;
mod event;
mod fact;
mod group;
pub mod instance_refresh;
pub mod lifecycle_hook;
mod member;
mod metrics;
pub(crate) mod operations;
pub mod plan;
pub mod policy;
mod processes;
mod signal;

use std::collections::VecDeque;

use des::Digest;

pub use activity::Activity;
pub(crate) use event::Event;
pub use fact::What;
pub use group::{Group, GroupIndex, GroupSpec};
pub use member::{Illness, LifecycleState, Member, Reason};
pub use policy::Policy;
pub use signal::AlarmSignal;

/// A policy, by the order in which they were made. Never given again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PolicyIndex(pub(crate) u32);

impl PolicyIndex {
    /// As an index into the list of policies.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

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
