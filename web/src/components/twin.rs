//! The text twin: the same picture in words, from the same data.

use view::fleet::{Alarm, Balancer, Group, Node, TargetGroup};
use view::{Instance, Zone};
use yew::prelude::*;

use crate::snapshot::Snapshot;
use crate::text::{player_text, text};

/// The latest events told.
const EVENTS: usize = 50;

/// The twin.
pub fn text_twin(snapshot: &Snapshot) -> Html {
    let (words, picture) = (&player_text().twin, &snapshot.picture);
    html! {
        <div class="twin" tabindex="0" role="group" aria-label={words.name}>
            <h2>{ words.name }</h2>
            <p>{ (words.summary)(picture, &snapshot.readout) }</p>
            <h3>{ words.employees }</h3>
            <ul>{ for picture.offices.iter().map(|office| html! { <li>{ (words.office)(office) }</li> }) }</ul>
            <h3>{ (text().stage.region)(&picture.region.name) }</h3>
            <ul>{ for picture.zones.iter().map(|zone| zone_entry(snapshot, zone)) }</ul>
            { fleet(snapshot) }
            <h3>{ player_text().bill.title }</h3>
            <p>{ (player_text().bill.summary)(&snapshot.costs) }{ ". " }{ (player_text().bill.summary_of_availability)(&snapshot.availability) }</p>
            <h3>{ words.services }</h3>
            <ul>{ for picture.services.iter().map(|service| html! { <li>{ (text().stage.service_summary)(service, &picture.zones) }</li> }) }</ul>
            <h3>{ words.events }</h3>
            { events(snapshot) }
        </div>
    }
}

fn zone_entry(snapshot: &Snapshot, zone: &Zone) -> Html {
    html! {
        <li>
            { (text().stage.zone_summary)(zone) }
            if !zone.is_empty() {
                <ul>
                    { for zone.nodes.iter().map(|node| node_entry(snapshot, zone, node)) }
                    { for zone.instances.iter().map(|instance| instance_entry(snapshot, instance)) }
                </ul>
            }
        </li>
    }
}

fn instance_entry(snapshot: &Snapshot, instance: &Instance) -> Html {
    let age_s = snapshot.now.since(instance.since).as_secs();
    let (words, now_s) = (&player_text().fleet, snapshot.now.as_secs());
    let beliefs = instance
        .beliefs
        .iter()
        .map(|belief| (words.belief)(belief, now_s));
    let life = instance.member.as_ref().map(|member| (words.life)(member));
    let said: String = beliefs.chain(life).map(|said| format!(", {said}")).collect();
    html! { <li>{ (player_text().twin.instance)(instance, age_s) }{ said }</li> }
}

fn node_entry(snapshot: &Snapshot, zone: &Zone, node: &Node) -> Html {
    let owner = snapshot.picture.fleet.balancer(node.balancer);
    let owner = owner.map_or("", |balancer| &*balancer.name);
    html! { <li>{ (player_text().fleet.node_summary)(node, owner, &zone.name) }</li> }
}

/// Load balancers, target groups, Auto Scaling groups and alarms, as far as there are any.
fn fleet(snapshot: &Snapshot) -> Html {
    let (words, fleet) = (&player_text().fleet, &snapshot.picture.fleet);
    html! {
        <>
            { section(words.balancers_title, fleet.balancers.iter().map(|balancer| balancer_entry(snapshot, balancer))) }
            { section(words.target_groups_title, fleet.target_groups.iter().map(|group| targets_entry(snapshot, group))) }
            { section(words.groups_title, fleet.groups.iter().map(|group| group_entry(snapshot, group))) }
            { section(words.alarms_title, fleet.alarms.iter().map(alarm_entry)) }
        </>
    }
}

fn section(title: &'static str, entries: impl ExactSizeIterator<Item = Html>) -> Html {
    if entries.len() == 0 {
        return Html::default();
    }
    html! { <><h3>{ title }</h3><ul>{ for entries.map(|entry| html! { <li>{ entry }</li> }) }</ul></> }
}

fn balancer_entry(snapshot: &Snapshot, balancer: &Balancer) -> Html {
    let words = &player_text().fleet;
    let age_s = snapshot.now.since(balancer.since).as_secs();
    let listeners = balancer.listeners.iter().map(|listener| {
        let rules: Vec<String> = listener.rules.iter().map(|rule| (words.rule)(rule)).collect();
        html! { <li>{ (words.listener)(listener) }{ ": " }{ rules.join(" ") }</li> }
    });
    html! { <>{ (words.balancer_summary)(balancer, age_s) }{ ", " }{ (words.employees_hold)(balancer.addressed) }<ul>{ for listeners }</ul></> }
}

fn targets_entry(snapshot: &Snapshot, group: &TargetGroup) -> Html {
    let (words, picture) = (&player_text().fleet, &snapshot.picture);
    let targets = group.targets.iter().map(|target| {
        let name = picture
            .instance(target.instance)
            .map(|(_, instance)| instance.name.clone());
        let said = (words.target)(
            name.as_deref().unwrap_or_default(),
            &target.belief,
            snapshot.now.as_secs(),
        );
        html! { <li>{ said }</li> }
    });
    html! { <>{ (words.target_group_summary)(group) }<ul>{ for targets }</ul></> }
}

fn group_entry(snapshot: &Snapshot, group: &Group) -> Html {
    let (words, picture) = (&player_text().fleet, &snapshot.picture);
    let members = group.members.iter().map(|member| {
        let name = picture.instance(member.instance).map(|(_, instance)| instance.name.clone());
        html! { <li>{ name.as_deref().unwrap_or_default().to_owned() }{ ": " }{ (words.member)(member) }</li> }
    });
    let latest = group
        .activities
        .first()
        .map(|activity| format!(". {}: {}", activity.status, activity.description));
    html! { <>{ (words.group_summary)(group) }{ latest.unwrap_or_default() }<ul>{ for members }</ul></> }
}

fn alarm_entry(alarm: &Alarm) -> Html {
    let words = &player_text().fleet;
    html! { <>{ (words.alarm_summary)(alarm) }{ ". " }{ (words.alarm_rule)(alarm) }{ ". " }{ &*alarm.reason }</> }
}

fn events(snapshot: &Snapshot) -> Html {
    let marks = &snapshot.timeline.marks;
    if marks.is_empty() {
        return html! { <p>{ player_text().twin.no_events }</p> };
    }
    let latest = marks.iter().rev().take(EVENTS);
    html! {
        <ol class="events">{ for latest.map(|mark| html! {
            <li><time>{ (text().number.clock)(mark.at, 1.0) }</time>{ " " }{ &*mark.sentence }</li>
        }) }</ol>
    }
}
