//! Keys that work everywhere.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{listed, unknown};
use crate::browser::Forgetful;
use crate::player::Played;
use crate::run_page::Opened;
use crate::shown::{be_at, click};

/// Something that has none of these keys for itself.
const ANYWHERE: &str = ".lesson-text";
const HOUSE: &str = ".house";

#[wasm_bindgen_test]
async fn each_does_what_the_list_says() {
    for keys in listed("Everywhere").await {
        match keys.as_str() {
            "Ctrl K" => opens_the_list_of_forms().await,
            "Ctrl ." => crosses_over_and_back().await,
            "Ctrl Z" => takes_back().await,
            "Ctrl Shift Z" => does_again().await,
            "Ctrl /" => shows_the_list().await,
            "Esc" => closes_what_one_is_in().await,
            other => unknown(other),
        }
    }
}

#[wasm_bindgen_test]
async fn what_is_written_in_takes_back_its_own_words() {
    let played = with_a_launch().await;
    played.click("[data-opens=terminal] button").await;
    for key in ["Control+z", "Control+Shift+z"] {
        assert!(!played.shown.press("#terminal-input", key).await);
    }
    played.pass(20).await;
    assert_eq!(played.shown.count(HOUSE), 2);
}

/// Presses a key anywhere, and lets the page show what came of it.
async fn press(played: &Played, key: &str) {
    assert!(played.shown.press(ANYWHERE, key).await, "{key} is the page's");
    played.pass(2).await;
}

async fn opens_the_list_of_forms() {
    let played = Played::sandbox().await;
    press(&played, "Control+k").await;
    assert_eq!(played.shown.count("dialog[open] #form-find"), 1);
}

async fn crosses_over_and_back() {
    let _kept = Forgetful::new().await;
    let hash = || web_sys::window().unwrap().location().hash().unwrap();
    let lesson = Opened::played().await;
    lesson.shown.press(ANYWHERE, "Control+.").await;
    assert_eq!(hash(), "#/sandbox?from=01-one-instance");
    drop(lesson);
    let sandbox = Opened::in_the_sandbox().await;
    sandbox.shown.press(ANYWHERE, "Control+.").await;
    assert_eq!(hash(), "#/lesson/01-one-instance");
    be_at("#");
}

/// The sandbox with a second instance that the learner has launched.
async fn with_a_launch() -> Played {
    let played = Played::sandbox().await;
    click(&played.shown.named(".lesson button", "Launch in zone b")).await;
    played.pass(2).await;
    assert_eq!(played.shown.count(HOUSE), 2);
    played
}

async fn takes_back() {
    let played = with_a_launch().await;
    press(&played, "Control+z").await;
    played.pass(20).await;
    assert_eq!(played.shown.count(HOUSE), 1);
}

async fn does_again() {
    let played = with_a_launch().await;
    press(&played, "Control+z").await;
    played.pass(20).await;
    press(&played, "Control+Shift+z").await;
    played.pass(20).await;
    assert_eq!(played.shown.count(HOUSE), 2);
}

async fn shows_the_list() {
    let played = Played::sandbox().await;
    press(&played, "Control+/").await;
    assert_eq!(
        played.shown.count("dialog[open] .keys kbd:first-child"),
        played.shown.count(".keys dt")
    );
}

async fn closes_what_one_is_in() {
    let played = Played::sandbox().await;
    press(&played, "Control+k").await;
    closes(&played, "#form-find").await;
    played.click(HOUSE).await;
    closes(&played, ".inspector-text").await;
    played.click("[data-opens=time] button").await;
    closes(&played, ".time-panel").await;
}

async fn closes(played: &Played, opened: &str) {
    assert_eq!(played.shown.count(opened), 1);
    played.shown.press(opened, "Escape").await;
    played.pass(2).await;
    assert_eq!(played.shown.count(opened), 0, "{opened}");
}
