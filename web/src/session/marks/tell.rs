//! Which facts are worth a mark, and what is told of them. Everything else can be asked for: "Why?" leads through all facts.

use cloud::app::{Dependency, Reach};
use cloud::ec2::{InstanceIndex, InstanceState};
use cloud::fact::{Fact, What};
use cloud::{Caller, Cloud, Simulation, arc_zonal_shift, dynamodb, fis, s3};
use view::MarkKind;

use super::faults::{fault_name, subject};
use super::fleet::{alarm, balancing, group_of, scaling};
use crate::text::happening::{Happening, OfInstance, OfService};

/// The shape and the words of a mark.
pub(super) type Told<'a> = (MarkKind, Happening<'a>);

/// The mark of a fact, if people care for it.
pub(super) fn tell<'a>(simulation: &'a Simulation, fact: &Fact) -> Option<Told<'a>> {
    let cloud = simulation.cloud();
    let told = match fact.what {
        What::Input(number) => (MarkKind::Own, Happening::Own(own_action(simulation, number)?)),
        What::FaultBegan(fault) => (
            MarkKind::Fault,
            Happening::FaultBegan(fault_name(cloud, fault), subject(cloud, fault)),
        ),
        // That a zone has its power again is told when it has.
        What::FaultEnded(fault) if fault_name(cloud, fault) == "az-outage" => return None,
        What::FaultEnded(fault) => (
            MarkKind::Fault,
            Happening::FaultEnded(fault_name(cloud, fault), subject(cloud, fault)),
        ),
        What::ZoneLit(zone) => (MarkKind::Fault, Happening::ZoneLit(cloud.region.zone(zone).name)),
        What::Elbv2(what) => (MarkKind::Health, Happening::Balancing(balancing(cloud, what)?)),
        What::AutoScaling(what) => scaling(simulation, fact, what)?,
        What::CloudWatch(what) => alarm(cloud, what)?,
        What::Fis(what) => experiment(cloud, what)?,
        What::ArcZonalShift(what) => shift(cloud, what)?,
        What::DynamoDb(what) => table(cloud, what),
        What::S3(what) => bucket(cloud, what)?,
        what => {
            let (instance, what) = of_instance(cloud, what)?;
            (MarkKind::Health, Happening::Instance(name(cloud, instance), what))
        }
    };
    Some(told)
}

/// The name of an instance, or its id.
pub(super) fn name(cloud: &Cloud, instance: InstanceIndex) -> &str {
    let instance = &cloud.ec2.instances[instance.index()];
    instance.tag("Name").unwrap_or(&instance.id)
}

/// What became so of one instance. What a group does with its own is told by the group; that traffic, addresses, security
/// groups, quotas, endpoints and the like changed is told by the call that changed them.
fn of_instance(cloud: &Cloud, what: What) -> Option<(InstanceIndex, OfInstance)> {
    let told = match what {
        What::InstanceState { instance, state } if !is_groups_own(cloud, instance, state) => {
            (instance, OfInstance::State(state.name()))
        }
        What::OsDown(instance) => (instance, OfInstance::OsDown),
        What::AppUp(instance) => (instance, OfInstance::AppUp),
        What::AppDown(instance) => (instance, OfInstance::AppDown),
        What::NoApp(instance) => (instance, OfInstance::NoApp),
        What::MemoryFull(instance) => (instance, OfInstance::MemoryFull),
        What::CpuThrottled(instance) => (instance, OfInstance::Throttled),
        What::CpuUnthrottled(instance) => (instance, OfInstance::Unthrottled),
        What::InstanceRecovered(instance) => (instance, OfInstance::Recovered),
        What::ReachChanged {
            instance,
            dependency,
            reach,
        } if reach != Reach::Granted => {
            let denied = reach == Reach::Denied;
            (instance, OfInstance::Unreached(service(dependency), denied))
        }
        _ => return None,
    };
    Some(told)
}

/// Whether a state is a part of what the instance's group does: the group tells of it.
fn is_groups_own(cloud: &Cloud, instance: InstanceIndex, state: InstanceState) -> bool {
    let passing = matches!(
        state,
        InstanceState::Pending | InstanceState::Running | InstanceState::ShuttingDown
    );
    passing && group_of(cloud, instance).is_some()
}

/// What the learner called, unless it was a fault, which has a mark of its own.
pub(super) fn own_action(simulation: &Simulation, number: u64) -> Option<&'static str> {
    let entry = simulation.journal().get(number)?;
    let call = api::Call::from(entry.input.clone());
    let own = entry.caller == Caller::Learner && !matches!(call.operation().name, "Fault" | "EndFault");
    own.then_some(call.operation().name)
}

pub(super) fn service(dependency: Dependency) -> &'static str {
    match dependency {
        Dependency::DynamoDb => "DynamoDB",
        Dependency::S3 => "S3",
    }
}

/// How far an experiment is. Of its actions only those that failed: the others are faults, which have marks of their own.
fn experiment(cloud: &Cloud, what: fis::What) -> Option<Told<'_>> {
    let (experiment, status) = match what {
        fis::What::Experiment { experiment, status } => (experiment, status),
        fis::What::Action {
            experiment, status, ..
        } if status == fis::Status::Failed => (experiment, status),
        fis::What::Action { .. } => return None,
    };
    let id = &cloud.fis.experiment(experiment).id;
    Some((MarkKind::Fault, Happening::Experiment(id, status.name())))
}

fn shift(cloud: &Cloud, what: arc_zonal_shift::What) -> Option<Told<'_>> {
    let arc_zonal_shift::What::ShiftStatus { shift, status } = what;
    let shift = cloud.arc_zonal_shift.shift(shift);
    let resource = match shift.resource {
        arc_zonal_shift::Resource::Balancer(balancer) => &cloud.elbv2.balancer(balancer).name,
        arc_zonal_shift::Resource::Group(group) => {
            let mut groups = cloud.autoscaling.groups();
            &groups.find(|(index, _)| *index == group)?.1.spec.name
        }
    };
    let zone = cloud.region.zone(shift.away_from).name;
    Some((MarkKind::Health, Happening::Shift(resource, zone, status.name())))
}

fn table(cloud: &Cloud, what: dynamodb::What) -> Told<'_> {
    let (table, told) = match what {
        dynamodb::What::TableState { table, status } => (
            table,
            status.map_or(OfService::TableGone, |status| OfService::Table(status.name())),
        ),
        dynamodb::What::Throttling { table, writes } => (table, OfService::Throttling(writes)),
    };
    let name = &cloud.dynamodb.get(table).name;
    (MarkKind::Health, Happening::Service(name, told))
}

/// That a bucket was made or deleted is told by the call.
fn bucket(cloud: &Cloud, what: s3::What) -> Option<Told<'_>> {
    let s3::What::SlowDown { bucket, writes } = what else {
        return None;
    };
    let name = &cloud.s3.get(bucket).name;
    Some((
        MarkKind::Health,
        Happening::Service(name, OfService::SlowDown(writes)),
    ))
}
