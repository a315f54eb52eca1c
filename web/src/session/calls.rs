//! What each act submits.

use api::Call;
use api::ec2::{
    Placement, RebootInstancesInput, RunInstancesInput, StartInstancesInput, StopInstancesInput, Tag,
    TagSpecification, TerminateInstancesInput,
};
use api::sandbox::{ClientsInput, EndFaultInput, FaultInput, RequestInput, TrafficInput};
use cloud::Cloud;
use cloud::ec2::Image;
use cloud::fault::{FaultIndex, FaultKind};

use super::start::{IMAGE, WEB_GROUP, role};
use crate::act::Act;

/// How many times slower a network or a service is made.
const FACTOR: f64 = 5.0;

/// The calls that an act submits, in order.
pub(super) fn calls(act: &Act, cloud: &Cloud) -> Vec<Call> {
    match *act {
        Act::SendRequest => vec![RequestInput::default().into()],
        Act::Launch(zone) => vec![launch(cloud, zone).into()],
        Act::GiveAddress(index) => vec![clients(cloud, index).into()],
        Act::Mend(index) => faults_of(cloud, index).map(end).collect(),
        Act::RestorePower(zone) => outages_of(cloud, zone).map(end).collect(),
        Act::EndFault(number) => {
            let known = active(cloud, |_| true).filter(|fault| fault.number() == number);
            known.map(end).collect()
        }
        Act::Traffic(rate) => {
            let input = TrafficInput {
                rate: Some(rate.into()),
                ..TrafficInput::default()
            };
            vec![input.into()]
        }
        Act::Start(index) | Act::Stop(index) | Act::Reboot(index) | Act::Terminate(index) => {
            vec![change_state(act, vec![id(cloud, index)])]
        }
        _ => vec![fault(act, cloud).into()],
    }
}

fn id(cloud: &Cloud, index: u32) -> String {
    cloud.ec2.instances[index as usize].id.clone()
}

fn change_state(act: &Act, instance_ids: Vec<String>) -> Call {
    match act {
        Act::Start(_) => StartInstancesInput {
            instance_ids,
            ..Default::default()
        }
        .into(),
        Act::Stop(_) => StopInstancesInput {
            instance_ids,
            ..Default::default()
        }
        .into(),
        Act::Reboot(_) => RebootInstancesInput {
            instance_ids,
            ..Default::default()
        }
        .into(),
        _ => TerminateInstancesInput {
            instance_ids,
            ..Default::default()
        }
        .into(),
    }
}

/// The fault that an act begins.
fn fault(act: &Act, cloud: &Cloud) -> FaultInput {
    let of = |kind: &str| FaultInput {
        kind: Some(kind.to_owned()),
        instance_id: act.instance().map(|index| id(cloud, index)),
        zone: act.zone().map(|zone| cloud.region.zones[zone].name.to_owned()),
        ..FaultInput::default()
    };
    let slow = |kind: &str| FaultInput {
        factor: Some(FACTOR),
        ..of(kind)
    };
    match act {
        Act::Crash(_) => of("instance-crash"),
        Act::Hang(_) => of("app-hang"),
        Act::Slow(_) => of("instance-slow"),
        Act::FailHost(_) => of("host-failure"),
        Act::KillApp(_) => of("app-crash"),
        Act::Leak(_) => of("memory-leak"),
        Act::CutPower(_) => of("az-outage"),
        Act::LosePackets(_) => of("az-grey"),
        Act::SlowNetwork(_) => slow("az-grey"),
        Act::TakeRoom(_) => of("insufficient-capacity"),
        Act::SlowService(place) => FaultInput {
            dependency: Some(if *place == 0 { "dynamodb" } else { "s3" }.to_owned()),
            ..slow("dependency-slow")
        },
        _ => FaultInput::default(),
    }
}

/// One golden t3.micro, named after the how-manieth it is.
fn launch(cloud: &Cloud, zone: usize) -> RunInstancesInput {
    let name = format!("directory-{}", cloud.ec2.instances.len() + 1);
    let tag = Tag {
        key: Some("Name".to_owned()),
        value: Some(name),
    };
    let has_group = cloud
        .ec2
        .security_groups
        .iter()
        .any(|group| group.name == WEB_GROUP);
    RunInstancesInput {
        image_id: Image::named(IMAGE).map(|image| image.id.to_owned()),
        instance_type: Some("t3.micro".to_owned()),
        min_count: Some(1),
        max_count: Some(1),
        placement: Some(Placement {
            availability_zone: Some(cloud.region.zones[zone].name.to_owned()),
            ..Placement::default()
        }),
        security_groups: if has_group {
            vec![WEB_GROUP.to_owned()]
        } else {
            Vec::new()
        },
        tag_specifications: vec![TagSpecification {
            resource_type: Some("instance".to_owned()),
            tags: vec![tag],
        }],
        iam_instance_profile: Some(role()),
        ..RunInstancesInput::default()
    }
}

/// The addresses in use that still belong to somebody, and this one.
fn clients(cloud: &Cloud, index: u32) -> ClientsInput {
    let living = cloud
        .workload
        .clients
        .endpoints
        .iter()
        .filter(|endpoint| cloud.ec2.addresses.owner(endpoint.address).is_some());
    let own = cloud.ec2.instances[index as usize]
        .public_ip()
        .map(|ip| ip.to_string());
    ClientsInput {
        endpoint: living.map(|endpoint| endpoint.text.clone()).chain(own).collect(),
    }
}

fn end(fault: FaultIndex) -> Call {
    EndFaultInput {
        fault_id: Some(fault.id()),
    }
    .into()
}

pub(super) fn faults_of(cloud: &Cloud, index: u32) -> impl Iterator<Item = FaultIndex> {
    active(cloud, move |kind| {
        kind.instance()
            .is_some_and(|instance| instance.index() as u32 == index)
    })
}

fn outages_of(cloud: &Cloud, zone: usize) -> impl Iterator<Item = FaultIndex> {
    active(
        cloud,
        move |kind| matches!(kind, FaultKind::AzOutage(dark) if dark.index() == zone),
    )
}

fn active(cloud: &Cloud, is_it: impl Fn(FaultKind) -> bool) -> impl Iterator<Item = FaultIndex> {
    let on = cloud.faults().filter(|(_, fault)| fault.ended.is_none());
    on.filter(move |(_, fault)| is_it(fault.kind))
        .map(|(index, _)| index)
}
