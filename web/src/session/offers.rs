//! What the learner's buttons submit, and when they cannot.

use std::rc::Rc;

use cloud::Cloud;
use view::fleet::Thing;
use view::flight::Place;
use view::{Condition, Instance, Picture, Power};

use super::calls::{calls, faults_of};
use crate::act::{Act, Offer};
use crate::text::{WhyNot, player_text};

/// The rates on offer, in requests per second.
const RATES: [u32; 4] = [0, 42, 120, 400];

/// Every act on offer now, those that cannot be done included.
pub(super) fn offers(cloud: &Cloud, picture: &Picture, selected: Option<Thing>) -> Vec<Offer> {
    let own = match selected {
        Some(Thing::Place(Place::Instance(index))) => instance_acts(index).to_vec(),
        Some(Thing::Zone(index)) => zone_acts(index.into()).to_vec(),
        Some(Thing::Place(Place::Service(index))) => vec![Act::SlowService(index)],
        _ => Vec::new(),
    };
    let ends = ends(picture);
    let acts = own.into_iter().chain(account_acts(picture)).chain(ends);
    acts.map(|act| offer(act, cloud, picture)).collect()
}

/// Every fault can be ended, but for those that an experiment keeps up.
fn ends(picture: &Picture) -> impl Iterator<Item = Act> {
    let troubles = picture.fleet.troubles.iter();
    let ours = troubles.filter(|trouble| !trouble.kind.is_experiments());
    ours.map(|trouble| Act::EndFault(trouble.number))
}

fn zone_acts(index: usize) -> [Act; 3] {
    [
        Act::LosePackets(index),
        Act::SlowNetwork(index),
        Act::TakeRoom(index),
    ]
}

fn instance_acts(index: u32) -> [Act; 12] {
    [
        Act::GiveAddress(index),
        Act::Stop(index),
        Act::Start(index),
        Act::Reboot(index),
        Act::Terminate(index),
        Act::Crash(index),
        Act::Hang(index),
        Act::Slow(index),
        Act::KillApp(index),
        Act::Leak(index),
        Act::FailHost(index),
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
        Act::Stop(_) | Act::Reboot(_) | Act::Slow(_) | Act::FailHost(_) if !runs => Some(WhyNot::NotRunning),
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
        Act::Hang(_) | Act::KillApp(_) | Act::Leak(_) if condition != Condition::Serving => {
            Some(WhyNot::AppNotUp)
        }
        Act::Mend(_) if faults_of(cloud, instance.index).next().is_none() => Some(WhyNot::NoFault),
        _ => None,
    }
}
