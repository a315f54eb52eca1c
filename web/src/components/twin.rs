//! The text twin: the same picture in words, from the same data.

use view::{Instance, Zone};
use yew::prelude::*;

use crate::snapshot::Snapshot;
use crate::text::{player_text, text};

/// The latest events told.
const EVENTS: usize = 20;

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
            if !zone.instances.is_empty() {
                <ul>{ for zone.instances.iter().map(|instance| instance_entry(snapshot, instance)) }</ul>
            }
        </li>
    }
}

fn instance_entry(snapshot: &Snapshot, instance: &Instance) -> Html {
    let age_s = snapshot.now.since(instance.since).as_secs();
    html! { <li>{ (player_text().twin.instance)(instance, age_s) }</li> }
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
