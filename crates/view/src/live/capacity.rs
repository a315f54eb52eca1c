//! The sizes of Auto Scaling groups over time, taken from the facts as they come.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

use cloud::Cloud;
use cloud::autoscaling::{LifecycleState, What};
use cloud::ec2::InstanceIndex;
use cloud::fact::{self, Fact};
use des::SimTime;

use crate::chart::{Line, Role, Sample, Shape};

/// Changes that are kept of each group.
const KEPT: usize = 2_000;
/// The tag by which an instance knows its group, also when the group has let it go.
const GROUP_TAG: &str = "aws:autoscaling:groupName";

/// What is known of the groups' sizes so far.
#[derive(Clone, Debug, Default)]
pub struct Capacity {
    facts_seen: u64,
    /// By the group's index in the account.
    groups: BTreeMap<u32, Levels>,
}

/// One group's sizes.
#[derive(Clone, Debug, Default)]
struct Levels {
    serving: BTreeSet<InstanceIndex>,
    levels: VecDeque<Level>,
}

/// From this instant on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Level {
    at: SimTime,
    desired: u32,
    in_service: u32,
}

impl Capacity {
    /// Takes in the facts that are new. If there are fewer than before, time was turned back: all are taken in again.
    pub fn catch_up(&mut self, cloud: &Cloud) {
        if cloud.facts.count() < self.facts_seen {
            *self = Self::default();
        }
        for (_, fact) in cloud.facts.from(self.facts_seen) {
            self.take(cloud, fact);
        }
        self.facts_seen = cloud.facts.count();
        self.keep_what_is_so(cloud);
    }

    fn take(&mut self, cloud: &Cloud, fact: &Fact) {
        let fact::What::AutoScaling(what) = fact.what else {
            return;
        };
        match what {
            What::DesiredChanged { group, to, .. } => {
                let levels = self.groups.entry(group.index() as u32).or_default();
                levels.push(fact.at, to);
            }
            What::Lifecycle { instance, state } => self.move_member(cloud, fact.at, instance, state),
            What::Detached(instance) => self.leave(fact.at, instance),
            _ => {}
        }
    }

    fn move_member(&mut self, cloud: &Cloud, at: SimTime, instance: InstanceIndex, state: LifecycleState) {
        if state != LifecycleState::InService {
            return self.leave(at, instance);
        }
        if let Some(group) = group_of(cloud, instance) {
            let levels = self.groups.entry(group).or_default();
            levels.serving.insert(instance);
            levels.push(at, levels.desired());
        }
    }

    fn leave(&mut self, at: SimTime, instance: InstanceIndex) {
        for levels in self.groups.values_mut() {
            if levels.serving.remove(&instance) {
                levels.push(at, levels.desired());
            }
        }
    }

    /// What facts do not tell, as with a group that was made with a size, is taken from the group as it is.
    fn keep_what_is_so(&mut self, cloud: &Cloud) {
        for (index, group) in cloud.autoscaling.groups() {
            let levels = self.groups.entry(index.index() as u32).or_default();
            let members = group.members.iter();
            let serving = members.filter(|member| member.state == LifecycleState::InService);
            let serving: BTreeSet<InstanceIndex> = serving.map(|member| member.instance).collect();
            if levels.desired() != group.desired || levels.serving != serving {
                levels.serving = serving;
                levels.push(cloud.now(), group.desired);
            }
        }
    }

    /// The sizes of a group from an instant on.
    pub(super) fn lines(&self, group: u32, from: SimTime, now: SimTime) -> Vec<Line> {
        let levels: Vec<Level> = self
            .groups
            .get(&group)
            .map(|levels| levels.since(from))
            .unwrap_or_default();
        let steps = |role, shape, pick: fn(&Level) -> u32| Line {
            role,
            shape,
            samples: steps(&levels, from, now, pick),
        };
        vec![
            steps(Role::InService, Shape::Levels, |level| level.in_service),
            steps(Role::Desired, Shape::Steps, |level| level.desired),
        ]
    }
}

impl Levels {
    fn desired(&self) -> u32 {
        self.levels.back().map_or(0, |level| level.desired)
    }

    /// Notes the sizes from now on; of several at one instant the last counts.
    fn push(&mut self, at: SimTime, desired: u32) {
        let level = Level {
            at,
            desired,
            in_service: self.serving.len() as u32,
        };
        match self.levels.back_mut() {
            Some(last) if last.at == at => *last = level,
            _ => self.levels.push_back(level),
        }
        if self.levels.len() > KEPT {
            self.levels.pop_front();
        }
    }

    /// The level at an instant and all later ones.
    fn since(&self, from: SimTime) -> Vec<Level> {
        let before = self.levels.partition_point(|level| level.at <= from);
        self.levels.range(before.saturating_sub(1)..).copied().collect()
    }
}

fn steps(levels: &[Level], from: SimTime, now: SimTime, pick: fn(&Level) -> u32) -> Rc<[Sample]> {
    let ends = levels.iter().skip(1).map(|level| level.at).chain([now]);
    let samples = levels.iter().zip(ends).map(|(level, to)| Sample {
        from: level.at.max(from),
        to,
        value: f64::from(pick(level)),
    });
    samples.filter(|sample| sample.to > sample.from).collect()
}

fn group_of(cloud: &Cloud, instance: InstanceIndex) -> Option<u32> {
    let tagged = cloud.ec2.instances[instance.index()].tag(GROUP_TAG);
    let mut groups = cloud.autoscaling.groups();
    let found = groups.find(|(_, group)| {
        let has_it = group.members.iter().any(|member| member.instance == instance);
        has_it || tagged == Some(group.spec.name.as_str())
    });
    found.map(|(index, _)| index.index() as u32)
}
