//! The wires between things, and, where motion is not wanted, what flows along them in numbers.

use std::collections::BTreeSet;

use view::flight::Place;
use view::{CardClass, Link};
use yew::prelude::*;

use crate::canvas::Wiring;
use crate::canvas::fleet::Frame;
use crate::canvas::route::{Point, at};
use crate::text::text;

/// The wires, and the lines that carry nothing.
pub fn wires(wiring: &Wiring, links: &[Link], frames: &[Frame], class: CardClass) -> Html {
    let drawn = links.iter().filter(|link| is_drawn(link, class));
    html! {
        <svg class="wires" aria-hidden="true">
            { for drawn.filter_map(|link| wire(wiring, link)) }
            { for frames.iter().map(|frame| html! { <path class={frame.class} d={frame.route.to_svg()} /> }) }
        </svg>
    }
}

/// Where houses are small, their own wires would hide them: the dots alone tell the way. A wire from a node that carries
/// nothing is no news.
fn is_drawn(link: &Link, class: CardClass) -> bool {
    match (link.near, link.far) {
        (Place::Node(_), _) => class >= CardClass::L || (class == CardClass::M && link.per_second > 0.0),
        (Place::Instance(_), _) => class >= CardClass::M,
        _ => true,
    }
}

fn wire(wiring: &Wiring, link: &Link) -> Option<Html> {
    let wire = wiring.wire(link.near, link.far)?;
    let idle = link.per_second == 0.0;
    Some(html! { <path class={classes!("wire", idle.then_some("idle"))} d={wire.route.to_svg()} /> })
}

/// Numbers on the wires that carry something. What comes to a node or a target by several wires is told once, before it:
/// those wires run together.
pub fn flows(wiring: &Wiring, links: &[Link], class: CardClass) -> Html {
    let alone = links.iter().filter(|link| is_told_alone(link, class));
    let places = links
        .iter()
        .map(|link| link.far)
        .filter(|far| is_told_at(*far, links, class));
    let places: BTreeSet<Place> = places.collect();
    html! {
        <div class="flows" aria-hidden="true">
            { for alone.filter_map(|link| flow(wiring.wire(link.near, link.far)?.line.at(ALONG, 0.0), link)) }
            { for places.into_iter().filter_map(|place| arrivals(wiring, links, place)) }
        </div>
    }
}

fn is_told_alone(link: &Link, class: CardClass) -> bool {
    match (link.near, link.far) {
        (Place::Node(_), _) | (_, Place::Node(_)) => false,
        (Place::Instance(_), _) => class >= CardClass::L,
        _ => true,
    }
}

fn is_told_at(place: Place, links: &[Link], class: CardClass) -> bool {
    let from_nodes = |link: &Link| link.far == place && matches!(link.near, Place::Node(_));
    match place {
        Place::Node(_) => true,
        Place::Instance(_) => class >= CardClass::L && links.iter().any(from_nodes),
        _ => false,
    }
}

/// All that comes to a place.
fn arrivals(wiring: &Wiring, links: &[Link], place: Place) -> Option<Html> {
    let into = links.iter().filter(|link| link.far == place);
    let all = into.copied().reduce(|all, link| Link {
        per_second: all.per_second + link.per_second,
        failed_per_second: all.failed_per_second + link.failed_per_second,
        ..all
    })?;
    let door = wiring.door(place)?;
    flow(at(door.x - ASIDE, door.y - ABOVE), &all)
}

/// Where on a wire its number stands: nearer to the employees, where wires are still apart.
const ALONG: f32 = 0.3;
/// Where the number of arrivals stands, from the door, in CSS pixels.
const ASIDE: f32 = 34.0;
const ABOVE: f32 = 24.0;

fn flow(point: Point, link: &Link) -> Option<Html> {
    if link.per_second == 0.0 {
        return None;
    }
    let failing = link.failed_per_second > 0.0;
    Some(html! {
        <span class={classes!("flow", failing.then_some("failing"))} style={format!("left:{}px;top:{}px", point.x as i32, point.y as i32)}>
            { (text().stage.flow)(link.per_second, link.failed_per_second) }
        </span>
    })
}
