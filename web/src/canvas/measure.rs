//! Reads from the page where things stand.

use view::flight::Place;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::wiring::{Measured, Rect};

/// Measures every marked element on the stage: `data-place`, `data-door`, `data-replica`, `data-lane`, `data-region`,
/// `data-signpost`, `data-chip`.
#[must_use]
pub fn measure(stage: &Element) -> Measured {
    let origin = stage.get_bounding_client_rect();
    let mut measured = Measured::default();
    for element in all(
        stage,
        "[data-place],[data-door],[data-replica],[data-lane],[data-region],[data-signpost],[data-chip]",
    ) {
        let rect = rect_of(&element, origin.x(), origin.y());
        if rect.width > 0.0 {
            note(&mut measured, &element, rect);
        }
    }
    measured.upright = is_upright(&measured);
    measured
}

fn note(measured: &mut Measured, element: &Element, rect: Rect) {
    if let Some(place) = attribute(element, "data-place").and_then(|name| parse_place(&name)) {
        measured.places.push((place, rect));
    }
    if let Some(place) = attribute(element, "data-door").and_then(|name| parse_place(&name)) {
        measured.doors.push((place, rect));
    }
    if let Some((place, zone)) = attribute(element, "data-replica").and_then(|name| parse_replica(&name)) {
        measured.replicas.push((place, zone, rect));
    }
    if let Some(zone) = attribute(element, "data-lane").and_then(|zone| zone.parse().ok()) {
        measured.lanes.push((zone, rect));
    }
    if let Some(chip) = attribute(element, "data-chip") {
        measured.chips.push((chip, rect));
    }
    if element.has_attribute("data-signpost") {
        measured.signpost = Some(rect);
    }
    if element.has_attribute("data-region") {
        measured.region = rect;
    }
}

/// True if the offices stand above the Region rather than beside it.
fn is_upright(measured: &Measured) -> bool {
    let office = measured
        .places
        .iter()
        .find(|(place, _)| matches!(place, Place::Office(_)));
    office.is_some_and(|(_, rect)| rect.y + rect.height <= measured.region.y)
}

fn all(stage: &Element, selector: &str) -> impl Iterator<Item = Element> {
    let found = stage.query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(move |index| found.as_ref()?.get(index)?.dyn_into().ok())
}

fn rect_of(element: &Element, left: f64, top: f64) -> Rect {
    let rect = element.get_bounding_client_rect();
    Rect {
        x: (rect.x() - left) as f32,
        y: (rect.y() - top) as f32,
        width: rect.width() as f32,
        height: rect.height() as f32,
    }
}

fn attribute(element: &Element, name: &str) -> Option<String> {
    element.get_attribute(name)
}

/// The name of a place in `data-place`, as in `instance-3`.
#[must_use]
pub fn place_name(place: Place) -> String {
    match place {
        Place::Office(index) => format!("office-{index}"),
        Place::Node(index) => format!("node-{index}"),
        Place::Instance(index) => format!("instance-{index}"),
        Place::Service(index) => format!("service-{index}"),
    }
}

fn parse_place(name: &str) -> Option<Place> {
    let (kind, index) = name.split_once('-')?;
    match kind {
        "office" => index.parse().ok().map(Place::Office),
        "node" => index.parse().ok().map(Place::Node),
        "instance" => index.parse().ok().map(Place::Instance),
        "service" => index.parse().ok().map(Place::Service),
        _ => None,
    }
}

/// As in `0/2`: the first service's replica in the third zone.
fn parse_replica(name: &str) -> Option<(Place, usize)> {
    let (service, zone) = name.split_once('/')?;
    Some((Place::Service(service.parse().ok()?), zone.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_again_by_their_names() {
        for place in [
            Place::Office(2),
            Place::Node(3),
            Place::Instance(40),
            Place::Service(1),
        ] {
            assert_eq!(parse_place(&place_name(place)), Some(place));
        }
        assert_eq!(parse_place("moon-1"), None);
        assert_eq!(parse_replica("1/2"), Some((Place::Service(1), 2)));
    }
}
