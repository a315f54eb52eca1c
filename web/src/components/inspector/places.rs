//! A closer look at an Availability Zone, or at DynamoDB or S3.

use view::detail::{Detail, ZoneDetail};
use view::fleet::Thing;
use view::flight::Place;
use view::trouble::TroublePlace;
use view::{Instance, Service, Zone};
use yew::prelude::*;

use super::frame::{fact, frame, list};
use super::troubles::troubles;
use crate::act::Group;
use crate::command::Command;
use crate::components::forms::fitting_forms;
use crate::components::sandbox::full_offers;
use crate::components::why::why;
use crate::snapshot::Snapshot;
use crate::text::{player_text, text};

/// A zone: its power, what stands in it, what is broken there, what can be done to it.
pub fn zone(snapshot: &Snapshot, place: u16, zone: &Zone, send: &Callback<Command>) -> Html {
    let words = &player_text().place;
    let its_own = snapshot
        .offers
        .iter()
        .filter(|offer| offer.act.zone() == Some(place.into()));
    let detail = match snapshot.detail.as_deref() {
        Some(Detail::Zone(detail)) => Some(detail),
        _ => None,
    };
    let inside = html! {
        <>
            <p class="inspector-state">{ (words.power)(zone.power, snapshot.now.as_secs()) }</p>
            { troubles(snapshot, TroublePlace::Zone(place), send) }
            { why(snapshot.records.why.as_deref(), &snapshot.picture, send) }
            { zone_facts(zone, detail) }
            { full_offers(its_own, send) }
            { fitting_forms(snapshot, Thing::Zone(place), send) }
            { inhabitants(snapshot, zone, send) }
        </>
    };
    frame(words.zone_selected, &zone.name, snapshot, send, inside)
}

fn zone_facts(zone: &Zone, detail: Option<&ZoneDetail>) -> Html {
    let words = &player_text().place;
    html! {
        <dl class="facts">
            { fact(words.zone_id, html! { <code>{ &*zone.id }</code> }) }
            if let Some(detail) = detail {
                { fact(words.lit, (text().number.percent)(detail.lit_percent)) }
                { fact(words.addresses_left, html! { detail.addresses_left }) }
            }
        </dl>
    }
}

/// Nodes and instances in it, each a button that leads to it: where houses are small, they can be told apart here.
fn inhabitants(snapshot: &Snapshot, zone: &Zone, send: &Callback<Command>) -> Html {
    let words = &player_text().place;
    if zone.is_empty() {
        return html! { <p>{ words.nothing_here }</p> };
    }
    let fleet = &snapshot.picture.fleet;
    let nodes = zone.nodes.iter().map(|node| {
        let owner = fleet
            .balancer(node.balancer)
            .map_or("", |balancer| &*balancer.name);
        let said = (player_text().fleet.node_summary)(node, owner, &zone.name);
        html! { <>{ link(Place::Node(node.index), owner, send) }<p>{ said }</p></> }
    });
    let instances = zone
        .instances
        .iter()
        .map(|instance| inhabitant(snapshot, instance, send));
    list(player_text().inspector.instances, nodes.chain(instances))
}

fn inhabitant(snapshot: &Snapshot, instance: &Instance, send: &Callback<Command>) -> Html {
    let age_s = snapshot.now.since(instance.since).as_secs();
    let beliefs = instance.beliefs.iter();
    let seen: String = beliefs
        .map(|belief| {
            format!(
                " · {}",
                (player_text().fleet.belief)(belief, snapshot.now.as_secs())
            )
        })
        .collect();
    html! {
        <>
            { link(Place::Instance(instance.index), &instance.name, send) }
            <p>{ (text().stage.state)(instance, age_s) }{ seen }</p>
        </>
    }
}

/// A button that looks closer at something.
fn link(place: Place, name: &str, send: &Callback<Command>) -> Html {
    let onclick = send.reform(move |_: MouseEvent| Command::Select(Some(Thing::Place(place))));
    html! {
        <button type="button" class="plain strong" {onclick}>
            <span class="unseen">{ player_text().place.look_closer }{ " " }</span>{ name.to_owned() }
        </button>
    }
}

/// DynamoDB or S3: what it keeps for the account, what is broken, what can be done to it.
pub fn service(snapshot: &Snapshot, place: u16, service: &Service, send: &Callback<Command>) -> Html {
    let words = &player_text().place;
    let its_own = snapshot
        .offers
        .iter()
        .filter(|offer| offer.act.group() == Group::Service);
    let answering = service.replicas.iter().filter(|replica| replica.lit).count();
    let inside = html! {
        <>
            <p class="inspector-state">{ (words.answering)(answering, service.replicas.len()) }</p>
            { troubles(snapshot, TroublePlace::Service(place), send) }
            { kept(snapshot.detail.as_deref()) }
            { full_offers(its_own, send) }
            { fitting_forms(snapshot, Thing::Place(Place::Service(place)), send) }
        </>
    };
    let name = (text().stage.service)(service.kind);
    frame(
        (words.service_selected)(service.kind),
        name,
        snapshot,
        send,
        inside,
    )
}

/// Tables or buckets.
fn kept(detail: Option<&Detail>) -> Html {
    let words = &player_text().place;
    match detail {
        Some(Detail::Tables(tables)) => list(
            words.tables,
            tables
                .iter()
                .map(|table| html! { <><b>{ &*table.name }</b><p>{ (words.table)(table) }</p></> }),
        ),
        Some(Detail::Buckets(buckets)) => list(
            words.buckets,
            buckets
                .iter()
                .map(|bucket| html! { <><b>{ &*bucket.name }</b><p>{ (words.bucket)(bucket) }</p></> }),
        ),
        _ => Html::default(),
    }
}

/// The service at a place of the picture.
pub fn service_at(snapshot: &Snapshot, place: u16) -> Option<&Service> {
    snapshot.picture.services.get(usize::from(place))
}
