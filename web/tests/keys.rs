//! The list of keys that the page shows: each is pressed where it is said to work, and does what it is said to do. A key that
//! is listed and that nobody presses here fails.

mod everywhere;
mod lists;
mod picture;
mod terminal;
mod time;

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web::components::settings::{Props, SettingsDialog};
use web::settings::Settings;
use web_sys::Element;

use crate::shown::Shown;

/// Where keys work.
const PLACES: [&str; 7] = [
    "Everywhere",
    "In the picture",
    "On the time track",
    "On the charts",
    "On the tabs of the charts",
    "In the list of actions",
    "In the terminal",
];

/// The keys that are listed for a place, such as `Ctrl K`.
async fn listed(place: &str) -> Vec<String> {
    let settings = Settings::default();
    let shown = Shown::<SettingsDialog>::new(|send| Props { settings, send }).await;
    let section = shown.named("h4", place).parent_element().unwrap();
    let keys: Vec<String> = all(&section, "dt").iter().map(chord).collect();
    assert!(!keys.is_empty(), "{place} has no keys");
    keys
}

/// Keys that are pressed together.
fn chord(term: &Element) -> String {
    let keys: Vec<String> = all(term, "kbd")
        .iter()
        .filter_map(|key| key.text_content())
        .collect();
    keys.join(" ")
}

fn all(within: &Element, what: &str) -> Vec<Element> {
    let found = within.query_selector_all(what).unwrap();
    let one = |index| found.get(index)?.dyn_into().ok();
    (0..found.length()).filter_map(one).collect()
}

/// A key that the list has and its place does not know here.
fn unknown(keys: &str) -> ! {
    panic!("{keys} is listed, and nobody presses it")
}

#[wasm_bindgen_test]
async fn no_place_of_the_list_is_left_out() {
    let settings = Settings::default();
    let shown = Shown::<SettingsDialog>::new(|send| Props { settings, send }).await;
    assert_eq!(shown.texts("h4"), PLACES);
}
