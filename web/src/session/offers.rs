//! What the learner's buttons submit, and when they cannot.

use std::rc::Rc;

use api::Call;
use api::ec2::{
    Placement, RebootInstancesInput, RunInstancesInput, StartInstancesInput, StopInstancesInput, Tag,
    TagSpecification, TerminateInstancesInput,
};
use api::sandbox::{ClientsInput, EndFaultInput, FaultInput, RequestInput, TrafficInput};
use cloud::Cloud;
use cloud::ec2::Image;
use cloud::fault::{FaultIndex, FaultKind};
use view::fleet::Thing;
use view::flight::Place;
use view::{Condition, Instance, Picture, Power};

use super::start::{IMAGE, WEB_GROUP, role};
use crate::act::{Act, Offer};
use crate::text::{WhyNot, player_text};

/// The rates on offer, in requests per second.
const RATES: [u32; 4] = [0, 42, 120, 400];

/// Every act on offer now, those that cannot be done included.
pub(super) fn offers(cloud: &Cloud, picture: &Picture, selected: Option<Thing>) -> Vec<Offer> {
    let own = match selected {
        Some(Thing::Place(Place::Instance(index))) => instance_acts(index).to_vec(),
        _ => Vec::new(),
    };
    let acts = own.into_iter().chain(account_acts(picture));
    acts.map(|act| offer(act, cloud, picture)).collect()
}

fn instance_acts(index: u32) -> [Act; 9] {
    [
        Act::GiveAddress(index),
        Act::Stop(index),
        Act::Start(index),
        Act::Reboot(index),
        Act::Terminate(index),
        Act::Crash(index),
        Act::Hang(index),
        Act::Slow(index),
        Act::Mend(index),
    ]
}

fn account_acts(picture: &Picture) -> impl Iterator<Item = Act> + use<> {
    let zones = 0..picture.zones.len();
    let power: Vec<Act> = picture
        .zones
        .iter()
        .enumerate()
        .map(|(zone, state)| {
            if state.power == Power::On {
                Act::CutPower(zone)
            } else {
                Act::RestorePower(zone)
            }
        })
        .collect();
    let launches = zones.map(Act::Launch);
    std::iter::once(Act::SendRequest)
        .chain(launches)
        .chain(power)
        .chain(RATES.map(Act::Traffic))
}

fn offer(act: Act, cloud: &Cloud, picture: &Picture) -> Offer {
    let why_not = act
        .instance()
        .and_then(|index| picture.instance(index))
        .and_then(|(_, i)| why_not(&act, i, cloud));
    let lines: Vec<String> = calls(&act, cloud).iter().map(cli::command).collect();
    let refused: Option<Rc<str>> = why_not.map(|why| (player_text().sandbox.why_not)(why).into());
    Offer {
        command: lines.join("\n").into(),
        refused,
        act,
    }
}

/// Why an act cannot be done to an instance now, as far as the page can tell without asking.
fn why_not(act: &Act, instance: &Instance, cloud: &Cloud) -> Option<WhyNot> {
    let condition = instance.condition;
    let gone = matches!(condition, Condition::ShuttingDown | Condition::Terminated);
    let stopped = condition == Condition::Stopped;
    let runs = !gone && !stopped && !matches!(condition, Condition::Pending | Condition::Stopping);
    match act {
        _ if gone => Some(WhyNot::Gone),
        Act::Start(_) if !stopped => Some(WhyNot::NotStopped),
        Act::Stop(_) | Act::Reboot(_) | Act::Slow(_) if !runs => Some(WhyNot::NotRunning),
        Act::GiveAddress(_) if instance.public_address.is_none() => Some(WhyNot::NoAddress),
        Act::GiveAddress(_) if instance.addressed => Some(WhyNot::HasIt),
        Act::Crash(_)
            if !matches!(
                condition,
                Condition::AppStarting(_) | Condition::Serving | Condition::Hung | Condition::AppDown
            ) =>
        {
            Some(WhyNot::NotRunning)
        }
        Act::Hang(_) if condition != Condition::Serving => Some(WhyNot::AppNotUp),
        Act::Mend(_) if faults_of(cloud, instance.index).next().is_none() => Some(WhyNot::NoFault),
        _ => None,
    }
}

/// The calls that an act submits, in order.
pub(super) fn calls(act: &Act, cloud: &Cloud) -> Vec<Call> {
    let id = |index: u32| cloud.ec2.instances[index as usize].id.clone();
    match *act {
        Act::SendRequest => vec![RequestInput::default().into()],
        Act::Launch(zone) => vec![launch(cloud, zone).into()],
        Act::Start(index) => vec![
            StartInstancesInput {
                instance_ids: vec![id(index)],
                ..Default::default()
            }
            .into(),
        ],
        Act::Stop(index) => vec![
            StopInstancesInput {
                instance_ids: vec![id(index)],
                ..Default::default()
            }
            .into(),
        ],
        Act::Reboot(index) => vec![
            RebootInstancesInput {
                instance_ids: vec![id(index)],
                ..Default::default()
            }
            .into(),
        ],
        Act::Terminate(index) => vec![
            TerminateInstancesInput {
                instance_ids: vec![id(index)],
                ..Default::default()
            }
            .into(),
        ],
        Act::GiveAddress(index) => vec![clients(cloud, index).into()],
        Act::Crash(index) => vec![fault("instance-crash", Some(id(index)), None)],
        Act::Hang(index) => vec![fault("app-hang", Some(id(index)), None)],
        Act::Slow(index) => vec![fault("instance-slow", Some(id(index)), None)],
        Act::Mend(index) => faults_of(cloud, index).map(end).collect(),
        Act::CutPower(zone) => vec![fault(
            "az-outage",
            None,
            Some(cloud.region.zones[zone].name.to_owned()),
        )],
        Act::RestorePower(zone) => outages_of(cloud, zone).map(end).collect(),
        Act::Traffic(rate) => {
            let input = TrafficInput {
                rate: Some(rate.into()),
                ..TrafficInput::default()
            };
            vec![input.into()]
        }
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

fn fault(kind: &str, instance_id: Option<String>, zone: Option<String>) -> Call {
    FaultInput {
        kind: Some(kind.to_owned()),
        instance_id,
        zone,
        ..FaultInput::default()
    }
    .into()
}

fn end(fault: FaultIndex) -> Call {
    EndFaultInput {
        fault_id: Some(fault.id()),
    }
    .into()
}

fn faults_of(cloud: &Cloud, index: u32) -> impl Iterator<Item = FaultIndex> {
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
