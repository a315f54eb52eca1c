//! The text twin: the same picture in words, from the same data.

use std::rc::Rc;

use des::SimTime;
use view::{Instance, Picture, Readout, Timeline, Zone};
use yew::prelude::*;

use crate::text::text;

/// What the twin tells.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The picture.
    pub picture: Rc<Picture>,
    /// The numbers.
    pub readout: Readout,
    /// What happened.
    pub timeline: Timeline,
    /// Model time.
    pub now: SimTime,
}

/// The latest events told.
const EVENTS: usize = 20;

/// The twin.
#[component]
pub fn TextTwin(props: &Props) -> Html {
    let (words, picture) = (&text().twin, &props.picture);
    html! {
        <div class="twin" tabindex="0" role="group" aria-label={words.name}>
            <h2>{ words.name }</h2>
            <p>{ (words.summary)(picture, &props.readout) }</p>
            <h3>{ words.employees }</h3>
            <ul>{ for picture.offices.iter().map(|office| html! { <li>{ (words.office)(office) }</li> }) }</ul>
            <h3>{ (text().stage.region)(&picture.region.name) }</h3>
            <ul>{ for picture.zones.iter().map(|zone| zone_entry(props, zone)) }</ul>
            <h3>{ words.services }</h3>
            <ul>{ for picture.services.iter().map(|service| html! { <li>{ (text().stage.service_summary)(service, &picture.zones) }</li> }) }</ul>
            <h3>{ words.events }</h3>
            { events(props) }
        </div>
    }
}

fn zone_entry(props: &Props, zone: &Zone) -> Html {
    html! {
        <li>
            { (text().stage.zone_summary)(zone) }
            if !zone.instances.is_empty() {
                <ul>{ for zone.instances.iter().map(|instance| instance_entry(props, instance)) }</ul>
            }
        </li>
    }
}

fn instance_entry(props: &Props, instance: &Instance) -> Html {
    let age_s = props.now.since(instance.since).as_secs();
    html! { <li>{ (text().stage.instance_summary)(instance, age_s) }</li> }
}

fn events(props: &Props) -> Html {
    let marks = &props.timeline.marks;
    if marks.is_empty() {
        return html! { <p>{ text().twin.no_events }</p> };
    }
    let latest = marks.iter().rev().take(EVENTS);
    html! {
        <ol class="events">{ for latest.map(|mark| html! {
            <li><time>{ (text().time.clock)(mark.at, 1.0) }</time>{ " " }{ &*mark.sentence }</li>
        }) }</ol>
    }
}
