//! A closer look at a load balancer, a node, a target group, or an Auto Scaling group.

use view::Zone;
use view::fleet::{Balancer, Group, Node, TargetGroup, Thing};
use view::flight::Place;
use yew::prelude::*;

use super::frame::{belief_lines, fact, frame, list};
use super::holdings::holdings;
use crate::command::Command;
use crate::components::forms::fitting_forms;
use crate::components::why::{why, why_button};
use crate::snapshot::Snapshot;
use crate::story::Key;
use crate::text::{player_text, text};

/// A load balancer: state, nodes, listeners with their rules.
pub fn balancer(snapshot: &Snapshot, balancer: &Balancer, send: &Callback<Command>) -> Html {
    let (words, fleet) = (&player_text().inspector, &player_text().fleet);
    let age_s = snapshot.now.since(balancer.since).as_secs();
    let picture = &snapshot.picture;
    let zones = picture.zones.iter();
    let nodes = zones.flat_map(|zone| zone.nodes.iter().map(move |node| (zone, node)));
    let own = nodes.filter(|(_, node)| node.balancer == balancer.index);
    let listeners = balancer.listeners.iter().map(|listener| {
        html! { <><p>{ (fleet.listener)(listener) }</p>
            <ol class="rules">{ for listener.rules.iter().map(|rule| html! { <li>{ (fleet.rule)(rule) }</li> }) }</ol></> }
    });
    let inside = html! {
        <>
            <p class="inspector-state">{ (fleet.balancer_long_state)(balancer, age_s) }</p>
            <dl class="facts">
                { fact(words.dns_name, html! { <code>{ &*balancer.dns_name }</code> }) }
                { fact(words.scheme, (fleet.scheme)(balancer.internet_facing)) }
                { fact(words.employees, (fleet.employees_hold)(balancer.addressed)) }
            </dl>
            { list(words.nodes, own.map(|(zone, node)| html! { (fleet.node_summary)(node, "", &zone.name) })) }
            if balancer.listeners.is_empty() { <p>{ fleet.no_listener }</p> } else { { list(words.listeners, listeners) } }
            { why(snapshot.records.why.as_deref(), picture, send) }
            { fitting_forms(snapshot, Thing::Balancer(balancer.index), send) }
        </>
    };
    frame(words.balancer_selected, &balancer.name, snapshot, send, inside)
}

/// A node: whose, where, what it can send to.
pub fn node(snapshot: &Snapshot, zone: &Zone, node: &Node, send: &Callback<Command>) -> Html {
    let (words, fleet) = (&player_text().inspector, &player_text().fleet);
    let owner = snapshot.picture.fleet.balancer(node.balancer);
    let inside = html! {
        <>
            <p class="inspector-state">{ if node.in_dns { fleet.in_dns } else { fleet.not_in_dns } }</p>
            <dl class="facts">
                { fact(words.zone, html! { &*zone.name }) }
                { fact(words.address, html! { <code>{ &*node.address }</code> }) }
                { fact(words.targets, (fleet.healthy_of)(node.healthy as usize, node.registered as usize)) }
                { fact(words.failed_here, html! { node.failed }) }
            </dl>
            { fitting_forms(snapshot, Thing::Place(Place::Node(node.index)), send) }
        </>
    };
    let name = owner.map_or("", |balancer| &*balancer.name);
    frame(words.node_selected, name, snapshot, send, inside)
}

/// A target group: how it checks, and what is believed of each target.
pub fn target_group(snapshot: &Snapshot, group: &TargetGroup, send: &Callback<Command>) -> Html {
    let (words, fleet) = (&player_text().inspector, &player_text().fleet);
    let (picture, now_s) = (&snapshot.picture, snapshot.now.as_secs());
    let owner = group.balancer.and_then(|index| picture.fleet.balancer(index));
    let targets = group.targets.iter().map(|target| {
        let name = picture.instance(target.instance).map(|(_, instance)| instance.name.clone());
        html! { <><b>{ name.as_deref().unwrap_or(words.none).to_owned() }</b>{ belief_lines(&target.belief, now_s) }</> }
    });
    let inside = html! {
        <>
            <p class="inspector-state">{ (fleet.healthy_of)(group.healthy(), group.targets.len()) }</p>
            <dl class="facts">
                { fact(words.balancer, html! { owner.map_or(words.none.to_owned(), |owner| owner.name.to_string()) }) }
                { fact(words.health_check, (fleet.check)(&group.check)) }
                { fact(words.thresholds, (fleet.thresholds)(&group.check)) }
            </dl>
            { list(words.targets, targets) }
            { fitting_forms(snapshot, Thing::TargetGroup(group.index), send) }
        </>
    };
    frame(words.target_group_selected, &group.name, snapshot, send, inside)
}

/// An Auto Scaling group: its size, its instances, what it did and why.
pub fn group(snapshot: &Snapshot, group: &Group, send: &Callback<Command>) -> Html {
    let (words, fleet) = (&player_text().inspector, &player_text().fleet);
    let picture = &snapshot.picture;
    let zones = group
        .zones
        .iter()
        .filter_map(|&zone| picture.zones.get(usize::from(zone)));
    let zones: Vec<&str> = zones.map(|zone| &*zone.name).collect();
    let members = group.members.iter().map(|member| {
        let name = picture.instance(member.instance).map(|(_, instance)| instance.name.clone());
        html! { <><b>{ name.as_deref().unwrap_or(words.none).to_owned() }</b>{ " " }{ (fleet.member)(member) }</> }
    });
    let activities = group.activities.iter().map(|activity| {
        html! {
            <><p><time>{ (text().number.clock)(activity.start, 1.0) }</time>{ " " }<b>{ &*activity.description }</b>{ " " }
                { activity.status }</p>
                if let Some(message) = &activity.message { <p>{ &**message }</p> }
                <p class="reason">{ &*activity.cause }</p>
                if let Some(fact) = activity.blame {
                    { why_button(Key::Fact(fact), &activity.description, snapshot.records.opened.as_ref(), picture, send) }
                }</>
        }
    });
    let inside = html! {
        <>
            <p class="inspector-state">{ (fleet.group_size)(group) }</p>
            if group.in_service < group.desired { <p>{ (player_text().place.missing)(group) }</p> }
            { bar(group) }
            { why(snapshot.records.why.as_deref(), picture, send) }
            <dl class="facts">
                { fact(words.zones, html! { zones.join(", ") }) }
                { more_of(group) }
            </dl>
            { fitting_forms(snapshot, Thing::Group(group.index), send) }
            { list(words.instances, members) }
            { holdings(snapshot) }
            { list(words.activities, activities) }
        </>
    };
    frame(words.group_selected, &group.name, snapshot, send, inside)
}

/// Its instance refresh, and what it does not do at the moment.
fn more_of(group: &Group) -> Html {
    let words = &player_text().place;
    let suspended = group.suspended.join(", ");
    html! {
        <>
            if let Some(refresh) = &group.refresh {
                { fact(words.refresh, (words.refresh_state)(refresh)) }
                if let Some(reason) = &refresh.reason { <dd class="reason wide">{ &**reason }</dd> }
            }
            if !suspended.is_empty() { { fact(words.suspended, suspended) } }
        </>
    }
}

/// One house for each instance that there may be: lit in service, hatched while it is wanted and not yet there.
fn bar(group: &Group) -> Html {
    let look = |place: u32| match place {
        place if place < group.in_service => "lit",
        place if place < group.desired => "wanted",
        _ => "",
    };
    html! {
        <div class="size-bar" role="img" aria-label={(player_text().fleet.group_summary)(group)}>
            { for (0..group.max.min(MOST_IN_BAR)).map(|place| html! { <i class={look(place)} /> }) }
        </div>
    }
}

/// The most instances that the bar shows one by one.
const MOST_IN_BAR: u32 = 60;
