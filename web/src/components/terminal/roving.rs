//! The links and buttons of the log are one stop for the Tab key; arrows go from one to the next.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::Callback;

/// What can be stopped at.
const STOPS: &str = "[data-stop]";
/// The one that the Tab key stops at.
const REACHED: &str = "[data-stop][tabindex='0']";

/// Sees to it that one of them can be reached: the newest, until another was.
pub(super) fn settle(log: &Element) {
    let reached = log.query_selector(REACHED).ok().flatten();
    if reached.is_none()
        && let Some(newest) = stops(log).last()
    {
        set_reached(newest, true);
    }
}

/// The Tab key stops there, or not.
fn set_reached(stop: &Element, reached: bool) {
    // An element takes any attribute of this name.
    let _ = stop.set_attribute("tabindex", if reached { "0" } else { "-1" });
}

/// Takes the arrow keys.
pub(super) fn on_key() -> Callback<KeyboardEvent> {
    Callback::from(|event: KeyboardEvent| {
        if go(&event).is_some() {
            event.prevent_default();
        }
    })
}

/// Goes to where the key leads.
fn go(event: &KeyboardEvent) -> Option<()> {
    let from = event.target()?.dyn_into::<Element>().ok()?;
    let log = from.closest(".terminal-log").ok().flatten()?;
    let stops = stops(&log);
    let at = stops.iter().position(|stop| **stop == from)?;
    let last = stops.len() - 1;
    let to = match event.key().as_str() {
        "ArrowDown" | "ArrowRight" => (at + 1).min(last),
        "ArrowUp" | "ArrowLeft" => at.saturating_sub(1),
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    set_reached(&stops[at], false);
    set_reached(&stops[to], true);
    stops[to].focus().ok()
}

fn stops(log: &Element) -> Vec<HtmlElement> {
    let Ok(found) = log.query_selector_all(STOPS) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| found.item(index)?.dyn_into().ok())
        .collect()
}
