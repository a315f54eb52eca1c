//! One tab stop for the whole picture; arrow keys go to the nearest thing in their direction.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlElement, KeyboardEvent};
use yew::{AttrValue, NodeRef};

/// The stop that the tab key leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Roving {
    current: AttrValue,
}

/// The stop that is there in every picture.
const FIRST: &str = "region";

impl Default for Roving {
    fn default() -> Self {
        Self {
            current: AttrValue::Static(FIRST),
        }
    }
}

impl Roving {
    /// The name of the stop that the tab key leads to.
    pub fn current(&self) -> AttrValue {
        self.current.clone()
    }

    /// Takes note of where the focus is; true if that is news.
    pub fn note(&mut self, stop: String) -> bool {
        let news = self.current != stop.as_str();
        if news {
            self.current = stop.into();
        }
        news
    }

    /// If the stop is gone, as a terminated instance is, the first one takes its place, and the focus if it was lost.
    pub fn mend(&mut self, stage: &NodeRef) {
        let Some(stage) = stage.cast::<Element>() else {
            return;
        };
        if find(&stage, &self.current).is_some() {
            return;
        }
        self.current = AttrValue::Static(FIRST);
        if let Some(first) = find(&stage, FIRST).filter(|_| focus_is_lost()) {
            // An element that cannot be focused stays as it is.
            let _ = first.set_attribute("tabindex", "0");
            let _ = first.focus();
        }
    }
}

/// The tab index of a stop.
pub fn tab_index(current: &str, stop: &str) -> &'static str {
    if current == stop { "0" } else { "-1" }
}

/// The name of the stop that got the focus.
pub fn stop_of(event: &FocusEvent) -> Option<String> {
    event
        .target()?
        .dyn_into::<Element>()
        .ok()?
        .get_attribute("data-stop")
}

/// Moves the focus by an arrow key, Home or End.
pub fn go(stage: &Element, event: &KeyboardEvent) {
    let stops = stops(stage);
    let Some(here) = stops.iter().position(has_focus) else {
        return;
    };
    let target = match event.key().as_str() {
        "Home" => Some(0),
        "End" => stops.len().checked_sub(1),
        key => direction(key).and_then(|direction| nearest(&stops, here, direction)),
    };
    if let Some(target) = target {
        event.prevent_default();
        let _ = stops[target].focus();
    }
}

fn direction(key: &str) -> Option<(f64, f64)> {
    match key {
        "ArrowLeft" => Some((-1.0, 0.0)),
        "ArrowRight" => Some((1.0, 0.0)),
        "ArrowUp" => Some((0.0, -1.0)),
        "ArrowDown" => Some((0.0, 1.0)),
        _ => None,
    }
}

fn nearest(stops: &[HtmlElement], here: usize, direction: (f64, f64)) -> Option<usize> {
    let places: Vec<_> = stops.iter().map(place).collect();
    nearest_place(&places, here, direction)
}

/// The nearest place that lies in the direction; what lies aside counts as farther away, and what lies more than twice as
/// far aside as ahead lies in another direction.
fn nearest_place(places: &[(f64, f64)], here: usize, (right, down): (f64, f64)) -> Option<usize> {
    let cost = |&(x, y): &(f64, f64)| {
        let (dx, dy) = (x - places[here].0, y - places[here].1);
        let (ahead, aside) = (dx * right + dy * down, (dx * down).abs() + (dy * right).abs());
        (ahead > 1.0 && 2.0 * ahead >= aside).then_some(ahead + 2.0 * aside)
    };
    let costs = places
        .iter()
        .enumerate()
        .filter_map(|(index, place)| Some((index, cost(place)?)));
    costs.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(index, _)| index)
}

/// Where a stop is looked for: near its upper left corner, since zones and the Region hold others.
fn place(stop: &HtmlElement) -> (f64, f64) {
    let rect = stop.get_bounding_client_rect();
    (
        rect.x() + rect.width().min(24.0) / 2.0,
        rect.y() + rect.height().min(60.0) / 2.0,
    )
}

fn stops(stage: &Element) -> Vec<HtmlElement> {
    let found = stage.query_selector_all("[data-stop]").ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count)
        .filter_map(|index| found.as_ref()?.get(index)?.dyn_into().ok())
        .collect()
}

fn find(stage: &Element, stop: &str) -> Option<HtmlElement> {
    stage
        .query_selector(&format!("[data-stop=\"{stop}\"]"))
        .ok()??
        .dyn_into()
        .ok()
}

fn has_focus(element: &HtmlElement) -> bool {
    active().is_some_and(|active| active == **element)
}

fn focus_is_lost() -> bool {
    active().is_none_or(|active| active.tag_name() == "BODY")
}

fn active() -> Option<Element> {
    web_sys::window()?.document()?.active_element()
}

#[cfg(test)]
mod tests {
    use super::nearest_place;

    const RIGHT: (f64, f64) = (1.0, 0.0);
    const DOWN: (f64, f64) = (0.0, 1.0);

    #[test]
    fn arrows_go_to_the_nearest_in_their_direction() {
        let places = [(0.0, 0.0), (100.0, 10.0), (100.0, 90.0), (0.0, 80.0)];
        assert_eq!(nearest_place(&places, 0, RIGHT), Some(1));
        assert_eq!(nearest_place(&places, 0, DOWN), Some(3));
        assert_eq!(nearest_place(&places, 3, RIGHT), Some(2));
        assert_eq!(nearest_place(&places, 2, RIGHT), None);
    }

    #[test]
    fn what_stands_above_is_not_to_the_right_for_being_a_little_further_right() {
        let house = (658.0, 316.0);
        let (name_of_zone, next_house) = ((672.0, 250.0), (876.0, 316.0));
        assert_eq!(
            nearest_place(&[house, name_of_zone, next_house], 0, RIGHT),
            Some(2)
        );
    }

    #[test]
    fn every_place_is_in_some_direction() {
        let directions = [RIGHT, DOWN, (-1.0, 0.0), (0.0, -1.0)];
        for degrees in 0..360 {
            let angle = f64::from(degrees).to_radians();
            let places = [(0.0, 0.0), (100.0 * angle.cos(), 100.0 * angle.sin())];
            let reached = directions
                .iter()
                .any(|&direction| nearest_place(&places, 0, direction) == Some(1));
            assert!(reached, "{degrees}°");
        }
    }
}
