//! What is told of a fact that has no mark, where somebody asks for it.

use cloud::app::Reach;
use cloud::elbv2::{TargetIndex, TargetState};
use cloud::fact::What;
use cloud::{Caller, Simulation, autoscaling, cloudwatch, elbv2, fis, s3};

use super::faults::subject;
use super::tell::{name, service};
use crate::text::happening::Rest;

/// What is told of it; none if the track tells it.
pub(super) fn rest(simulation: &Simulation, what: What) -> Option<Rest<'_>> {
    let cloud = simulation.cloud();
    Some(match what {
        What::Input(number) => called(simulation, number)?,
        What::TrafficChanged => Rest::Traffic,
        What::ClientsChanged => Rest::Clients,
        What::QuotaChanged(vcpus) => Rest::Quota(vcpus),
        What::CapacityChanged(zone) => Rest::Capacity(cloud.region.zone(zone).name),
        What::SubnetChanged(zone) => Rest::Subnet(cloud.region.zone(zone).name),
        What::ZoneDark(zone) => Rest::ZoneDark(cloud.region.zone(zone).name),
        What::FaultEnded(fault) => Rest::FaultEnded(subject(cloud, fault)),
        What::SecurityGroupChanged(place) => {
            Rest::SecurityGroup(&cloud.ec2.security_groups.get(place as usize)?.id)
        }
        What::EndpointChanged(_) => Rest::Endpoint(cloud.region.name),
        What::Elbv2(what) => balancing(simulation, what)?,
        What::AutoScaling(autoscaling::What::Lifecycle { instance, state }) => {
            Rest::Member(name(cloud, instance), state.name())
        }
        What::CloudWatch(cloudwatch::What::AlarmCreated(alarm)) => {
            Rest::AlarmCreated(&cloud.cloudwatch.alarm(alarm).spec.name)
        }
        What::Fis(fis::What::Action {
            experiment, status, ..
        }) => Rest::Action(&cloud.fis.experiment(experiment).id, status.name()),
        What::S3(s3::What::BucketCreated(bucket)) => Rest::Bucket(&cloud.s3.get(bucket).name, true),
        What::S3(s3::What::BucketDeleted(bucket)) => Rest::Bucket(&cloud.s3.get(bucket).name, false),
        what => of_instance(simulation, what)?,
    })
}

fn called(simulation: &Simulation, number: u64) -> Option<Rest<'_>> {
    let entry = simulation.journal().get(number)?;
    Some(Rest::Called(
        entry.caller == Caller::Lesson,
        entry.input.operation().name,
    ))
}

fn of_instance(simulation: &Simulation, what: What) -> Option<Rest<'_>> {
    let name = |instance| name(simulation.cloud(), instance);
    Some(match what {
        What::InstanceState { instance, state } => Rest::State(name(instance), state.name()),
        What::OsUp(instance) => Rest::OsUp(name(instance)),
        What::AddressAssigned { instance, .. } => Rest::AddressGiven(name(instance)),
        What::AddressReleased { instance, .. } => Rest::AddressTaken(name(instance)),
        What::TypeChanged(instance) => Rest::TypeChanged(name(instance)),
        What::GroupsChanged(instance) => Rest::GroupsChanged(name(instance)),
        What::ProfileChanged(instance) => Rest::ProfileChanged(name(instance)),
        What::ReachChanged {
            instance,
            dependency,
            reach: Reach::Granted,
        } => Rest::Reaches(name(instance), service(dependency)),
        _ => return None,
    })
}

fn balancing(simulation: &Simulation, what: elbv2::What) -> Option<Rest<'_>> {
    let cloud = simulation.cloud();
    let balancer = |index| cloud.elbv2.balancer(index).name.as_str();
    let names = |target: TargetIndex| {
        let target = cloud.elbv2.target(target);
        (
            name(cloud, target.instance),
            cloud.elbv2.group(target.group).name.as_str(),
        )
    };
    Some(match what {
        elbv2::What::BalancerCreated(index) => Rest::BalancerCreated(balancer(index)),
        elbv2::What::BalancerDeleted(index) => Rest::BalancerDeleted(balancer(index)),
        elbv2::What::BalancerChanged(index) => Rest::BalancerChanged(balancer(index)),
        elbv2::What::CheckTurned { target, node, passed } => {
            let (target, group) = names(target);
            let zone = cloud.elbv2.nodes.get(node.index())?.zone;
            Rest::Check(cloud.region.zone(zone).name, target, group, passed)
        }
        elbv2::What::TargetState {
            target,
            state: TargetState::Initial,
        } => {
            let (target, group) = names(target);
            Rest::Registered(target, group)
        }
        elbv2::What::TargetGone(target) => {
            let (target, group) = names(target);
            Rest::Deregistered(target, group)
        }
        _ => return None,
    })
}
