//! What is told of load balancers, groups and alarms.

use cloud::autoscaling::{Group, GroupIndex, Illness, LifecycleState};
use cloud::ec2::InstanceIndex;
use cloud::elbv2::{TargetIndex, TargetState};
use cloud::fact::{Fact, What};
use cloud::{Cloud, Simulation, autoscaling, cloudwatch, elbv2};
use view::MarkKind;

use super::tell::{Told, name, own_action};
use crate::text::happening::{Balancing, Because, Happening, Ill, Scaling};

/// The tag by which an instance knows its group, also when the group has let it go.
const GROUP_TAG: &str = "aws:autoscaling:groupName";

/// What is told of load balancers and targets; single checks are too many.
pub(super) fn balancing(cloud: &Cloud, what: elbv2::What) -> Option<Balancing<'_>> {
    let told = match what {
        elbv2::What::BalancerActive(index) => Balancing::Active(&cloud.elbv2.balancer(index).name),
        elbv2::What::DnsChanged(index) => Balancing::DnsChanged(&cloud.elbv2.balancer(index).name),
        elbv2::What::TargetState { target, state } if state != TargetState::Initial => {
            let (instance, group) = target_names(cloud, target);
            Balancing::Target(instance, group, state.name())
        }
        elbv2::What::Anomaly {
            target, anomalous, ..
        } => {
            let (instance, group) = target_names(cloud, target);
            Balancing::Anomaly(instance, group, anomalous)
        }
        _ => return None,
    };
    Some(told)
}

fn target_names(cloud: &Cloud, target: TargetIndex) -> (&str, &str) {
    let target = cloud.elbv2.target(target);
    (
        name(cloud, target.instance),
        &cloud.elbv2.group(target.group).name,
    )
}

/// What is told of a group.
pub(super) fn scaling<'a>(
    simulation: &'a Simulation,
    fact: &Fact,
    what: autoscaling::What,
) -> Option<Told<'a>> {
    let cloud = simulation.cloud();
    let (group, told) = match what {
        autoscaling::What::DesiredChanged { group, from, to } => {
            let why = because(simulation, fact);
            (group_name(cloud, group)?, Scaling::Desired(from, to, why))
        }
        autoscaling::What::Refresh { group, status } => {
            (group_name(cloud, group)?, Scaling::Refresh(status.name()))
        }
        autoscaling::What::ScheduledActionRan { group, action } => {
            let mut actions = cloud.autoscaling.scheduled();
            let (_, action) = actions.find(|(index, _)| *index == action)?;
            (group_name(cloud, group)?, Scaling::Scheduled(&action.name))
        }
        autoscaling::What::Lifecycle { instance, state } => {
            let told = lifecycle(simulation, fact, name(cloud, instance), state)?;
            (group_of(cloud, instance)?, told)
        }
        autoscaling::What::Detached(instance) => (
            group_of(cloud, instance)?,
            Scaling::Detached(name(cloud, instance)),
        ),
        autoscaling::What::Unhealthy(instance) => (
            group_of(cloud, instance)?,
            Scaling::Unhealthy(name(cloud, instance), ill(cloud, instance)),
        ),
        autoscaling::What::Replacing(instance) => (
            group_of(cloud, instance)?,
            Scaling::Replaces(name(cloud, instance)),
        ),
    };
    Some((MarkKind::Scaling, Happening::Scaling(group, told)))
}

/// The group's steps in an instance's life that change what it does.
fn lifecycle<'a>(
    simulation: &'a Simulation,
    fact: &Fact,
    instance: &'a str,
    state: LifecycleState,
) -> Option<Scaling<'a>> {
    Some(match state {
        LifecycleState::Pending => Scaling::Launches(instance, because(simulation, fact)),
        LifecycleState::InService => Scaling::InService(instance),
        LifecycleState::Terminating => Scaling::Terminates(instance, because(simulation, fact)),
        LifecycleState::PendingWait | LifecycleState::TerminatingWait => Scaling::Held(instance),
        LifecycleState::Standby => Scaling::Standby(instance),
        LifecycleState::PendingProceed
        | LifecycleState::TerminatingProceed
        | LifecycleState::Detaching
        | LifecycleState::EnteringStandby => return None,
    })
}

/// The nearest cause that has a name, on the way back to an outside input.
fn because<'a>(simulation: &'a Simulation, fact: &Fact) -> Because<'a> {
    let cloud = simulation.cloud();
    let reason = |what| match what {
        What::Input(number) => own_action(simulation, number).map(Because::You),
        What::CloudWatch(cloudwatch::What::AlarmState { alarm, .. }) => {
            Some(Because::Alarm(&cloud.cloudwatch.alarm(alarm).spec.name))
        }
        What::AutoScaling(autoscaling::What::DesiredChanged { to, .. }) => Some(Because::Wanted(to)),
        What::AutoScaling(autoscaling::What::Replacing(instance)) => {
            Some(Because::Replaced(name(cloud, instance)))
        }
        What::AutoScaling(autoscaling::What::Refresh { .. }) => Some(Because::Refresh),
        What::AutoScaling(autoscaling::What::ScheduledActionRan { action, .. }) => {
            let mut actions = cloud.autoscaling.scheduled();
            actions
                .find(|(index, _)| *index == action)
                .map(|(_, action)| Because::Schedule(&action.name))
        }
        _ => None,
    };
    let mut causes = cloud.facts.chain(fact.cause);
    causes
        .find_map(|(_, cause)| reason(cause.what))
        .unwrap_or(Because::Itself)
}

fn ill(cloud: &Cloud, instance: InstanceIndex) -> Ill {
    let mut members = cloud.autoscaling.groups().flat_map(|(_, group)| &group.members);
    let member = members.find(|member| member.instance == instance);
    match member.and_then(|member| member.illness) {
        Some(Illness::NotRunning) => Ill::NotRunning,
        Some(Illness::StatusCheck) => Ill::StatusCheck,
        Some(Illness::Volume) => Ill::Volume,
        Some(Illness::LoadBalancer) => Ill::LoadBalancer,
        Some(Illness::User) => Ill::User,
        None => Ill::Unknown,
    }
}

fn group_name(cloud: &Cloud, index: GroupIndex) -> Option<&str> {
    let mut groups = cloud.autoscaling.groups();
    groups
        .find(|(known, _)| *known == index)
        .map(|(_, group)| &*group.spec.name)
}

/// The name of the group that an instance is in, or was in.
pub(super) fn group_of(cloud: &Cloud, instance: InstanceIndex) -> Option<&str> {
    let has_it = |group: &Group| group.members.iter().any(|member| member.instance == instance);
    let mut groups = cloud.autoscaling.groups().map(|(_, group)| group);
    let tagged = || cloud.ec2.instances[instance.index()].tag(GROUP_TAG);
    groups
        .find(|group| has_it(group))
        .map(|group| &*group.spec.name)
        .or_else(tagged)
}

/// What is told of alarms.
pub(super) fn alarm(cloud: &Cloud, what: cloudwatch::What) -> Option<Told<'_>> {
    let cloudwatch::What::AlarmState { alarm, state } = what else {
        return None;
    };
    let name = &cloud.cloudwatch.alarm(alarm).spec.name;
    Some((MarkKind::Alarm, Happening::Alarm(name, state.name())))
}
