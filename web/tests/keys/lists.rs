//! Keys in what is gone through: the tabs of the charts, and the list of actions.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{listed, unknown};
use crate::player::Played;
use crate::shown::active;

const TAB: &str = "[role=tab][aria-selected=true]";
const LINE: &str = "#form-find";
const CHOSEN: &str = "[role=option][aria-selected=true]";

#[wasm_bindgen_test]
async fn each_key_of_the_tabs_does_what_the_list_says() {
    for keys in listed("On the tabs of the charts").await {
        let played = Played::with_charts().await;
        played.shown.focus(TAB);
        match keys.as_str() {
            "← →" => lead(&played, [("ArrowRight", "zones"), ("ArrowLeft", "employees")]).await,
            "Home" => lead(&played, [("End", "timeline"), ("Home", "employees")]).await,
            other => unknown(other),
        }
    }
}

/// Each key leads to its tab, and takes the focus along.
async fn lead(played: &Played, keys: [(&str, &str); 2]) {
    for (key, tab) in keys {
        assert!(played.shown.press(TAB, key).await, "{key} is the page's");
        played.pass(2).await;
        assert_eq!(played.shown.find(TAB).id(), format!("records-{tab}"));
        assert_eq!(active(), played.shown.find(TAB));
    }
}

#[wasm_bindgen_test]
async fn each_key_of_the_list_of_actions_does_what_the_list_says() {
    for keys in listed("In the list of actions").await {
        let played = Played::sandbox().await;
        played.click("[aria-keyshortcuts='Control+K']").await;
        played.pass(2).await;
        match keys.as_str() {
            "↑ ↓" => choose(&played, [("ArrowDown", 1), ("ArrowUp", 0)]).await,
            "Page Up" => choose(&played, [("PageDown", 8), ("PageUp", 0)]).await,
            "Enter" => opens(&played).await,
            other => unknown(other),
        }
    }
}

async fn choose(played: &Played, keys: [(&str, usize); 2]) {
    for (key, place) in keys {
        assert!(played.shown.press(LINE, key).await, "{key} is the page's");
        assert_eq!(played.shown.find(CHOSEN).id(), format!("form-option-{place}"));
    }
}

async fn opens(played: &Played) {
    let chosen = played.shown.text(&format!("{CHOSEN} b"));
    played.shown.press(LINE, "Enter").await;
    played.pass(2).await;
    assert_eq!(played.shown.text("dialog[open] #form-title"), chosen);
}
