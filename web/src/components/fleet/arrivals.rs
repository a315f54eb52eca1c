//! Where motion is not wanted: what comes to a node or a target by several wires, told once before it.

use std::collections::BTreeSet;

use view::flight::Place;
use view::{CardClass, Link};
use yew::prelude::*;

use crate::canvas::Wiring;
use crate::canvas::route::at;
use crate::components::stage::wires::flow;

/// Where the number stands, from the door, in CSS pixels.
const ASIDE: f32 = 34.0;
const ABOVE: f32 = 24.0;

/// One number before each node, and before each target where there is room for it.
pub(super) fn arrivals(wiring: &Wiring, links: &[Link], class: CardClass) -> Html {
    let is_told = |link: &&Link| match (link.near, link.far) {
        (_, Place::Node(_)) => true,
        (Place::Node(_), _) => class >= CardClass::L,
        _ => false,
    };
    let places: BTreeSet<Place> = links.iter().filter(is_told).map(|link| link.far).collect();
    html! { <>{ for places.into_iter().filter_map(|place| arrival(wiring, links, place)) }</> }
}

fn arrival(wiring: &Wiring, links: &[Link], place: Place) -> Option<Html> {
    let into = links.iter().filter(|link| link.far == place);
    let all = into.copied().reduce(|all, link| Link {
        per_second: all.per_second + link.per_second,
        failed_per_second: all.failed_per_second + link.failed_per_second,
        ..all
    })?;
    let door = wiring.door(place)?;
    flow(at(door.x - ASIDE, door.y - ABOVE), &all)
}
