//! A closer look at something: its state, why it is so, its facts, and what can be done to it.

pub mod alarms;
pub mod bill;
pub mod dial;
pub mod fleet;
mod frame;
pub mod holdings;
pub mod places;
mod request;
pub mod troubles;

use std::slice;

use view::fleet::Thing;
use view::flight::Place;
use view::trouble::TroublePlace;
use view::{Instance, Zone};
use yew::prelude::*;

use self::frame::{belief_lines, frame, list};
use super::command_line::command_lines;
use super::forms::fitting_forms;
use super::sandbox::offers;
use super::why::why;
use crate::command::Command;
use crate::snapshot::{Snapshot, Submitted};
use crate::text::{player_text, text};

/// A closer look at something; none once it is gone.
pub fn look_closer(snapshot: &Snapshot, thing: Thing, send: &Callback<Command>) -> Option<Html> {
    let (picture, fleet) = (&snapshot.picture, &snapshot.picture.fleet);
    match thing {
        Thing::Place(Place::Instance(index)) => {
            let (zone, instance) = picture.instance(index)?;
            Some(inspector(snapshot, zone, instance, send))
        }
        Thing::Place(Place::Node(index)) => {
            let (zone, node) = picture.node(index)?;
            Some(fleet::node(snapshot, zone, node, send))
        }
        Thing::Place(Place::Service(place)) => {
            let service = places::service_at(snapshot, place)?;
            Some(places::service(snapshot, place, service, send))
        }
        Thing::Place(Place::Office(_)) => None,
        Thing::Region => Some(holdings::region(snapshot, send)),
        Thing::Zone(place) => {
            let zone = picture.zones.get(usize::from(place))?;
            Some(places::zone(snapshot, place, zone, send))
        }
        Thing::Balancer(index) => fleet
            .balancer(index)
            .map(|balancer| fleet::balancer(snapshot, balancer, send)),
        Thing::TargetGroup(index) => fleet
            .target_group(index)
            .map(|group| fleet::target_group(snapshot, group, send)),
        Thing::Group(index) => fleet
            .group(index)
            .map(|group| fleet::group(snapshot, group, send)),
        Thing::Alarm(index) => alarms::alarm(snapshot, index, send),
        Thing::Bill => Some(bill::bill(snapshot, send)),
        Thing::Alarms => alarms::alarms(snapshot, send),
        Thing::Request(which) => request::request(snapshot, which, send),
    }
}

/// The inspector of an instance in its zone.
fn inspector(snapshot: &Snapshot, zone: &Zone, instance: &Instance, send: &Callback<Command>) -> Html {
    let words = &player_text().inspector;
    let its_own = snapshot
        .offers
        .iter()
        .filter(|offer| offer.act.instance() == Some(instance.index));
    let inside = html! {
        <>
            { state(snapshot, instance) }
            { why(snapshot.records.why.as_deref(), &snapshot.picture, send) }
            { troubles::troubles(snapshot, TroublePlace::Instance(instance.index), send) }
            { facts(snapshot, zone, instance) }
            { seen(snapshot, instance) }
            { offers(its_own, send) }
            { fitting_forms(snapshot, Thing::Place(Place::Instance(instance.index)), send) }
        </>
    };
    frame(words.instance_selected, &instance.name, snapshot, send, inside)
}

/// What target groups believe of it, and where it is in its life in an Auto Scaling group.
fn seen(snapshot: &Snapshot, instance: &Instance) -> Html {
    let (words, fleet) = (&player_text().inspector, &snapshot.picture.fleet);
    let now_s = snapshot.now.as_secs();
    let beliefs = instance.beliefs.iter().map(|belief| {
        let group = fleet
            .target_group(belief.group)
            .map_or(words.none, |group| &*group.name);
        html! { <><b>{ group.to_owned() }</b>{ belief_lines(belief, now_s) }</> }
    });
    let member = instance.member.as_ref().map(|member| {
        let group = fleet.group(member.group).map_or(words.none, |group| &*group.name);
        html! { <><b>{ group.to_owned() }</b>{ " " }{ (player_text().fleet.member)(member) }</> }
    });
    html! {
        <>
            if !instance.beliefs.is_empty() { { list(words.target_groups, beliefs) } }
            if let Some(member) = member { { list(words.auto_scaling_group, [member].into_iter()) } }
        </>
    }
}

fn state(snapshot: &Snapshot, instance: &Instance) -> Html {
    let words = &text().stage;
    let age_s = snapshot.now.since(instance.since).as_secs();
    html! {
        <>
            <p class="inspector-state">{ (words.state)(instance, age_s) }{ (words.checks)(instance) }</p>
            if let Some(reason) = &instance.reason {
                <p class="reason"><b>{ player_text().inspector.why }</b>{ " " }{ &**reason }</p>
            }
        </>
    }
}

fn facts(snapshot: &Snapshot, zone: &Zone, instance: &Instance) -> Html {
    let words = &player_text().inspector;
    let address = instance.public_address.as_deref().unwrap_or(words.none);
    html! {
        <dl class="facts">
            <dt>{ words.id }</dt><dd><code>{ &*instance.id }</code></dd>
            <dt>{ words.instance_type }</dt><dd><code>{ &*instance.instance_type }</code></dd>
            <dt>{ words.zone }</dt><dd>{ &*zone.name }</dd>
            <dt>{ words.address }</dt><dd><code>{ address }</code></dd>
            <dt>{ words.workers }</dt><dd>{ (words.workers_busy)(instance.workers) }</dd>
            <dt>{ words.waiting }</dt><dd>{ instance.waiting }</dd>
            { holdings::of_instance(snapshot) }
        </dl>
    }
}

/// The latest command, if there was one, and what AWS said if it refused it.
pub fn last_command(submitted: Option<&Submitted>) -> Html {
    let Some(submitted) = submitted else {
        return Html::default();
    };
    html! {
        <div class="last-command">
            if let Some((code, message)) = &submitted.error {
                <p class="refusal" role="alert"><b>{ &**code }</b>{ " " }{ &**message }</p>
            }
            { command_lines(slice::from_ref(&submitted.line)) }
        </div>
    }
}
