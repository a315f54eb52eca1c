//! The page around a running account: its parts open and close, time stops, and the focus is never lost.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_test::wasm_bindgen_test;
use web::components::player::{Loaded, Player, Props, Scope};
use web::route::Address;
use web::session::Session;
use yew::Callback;

use crate::browser::{Files, Frames, Hidden};
use crate::run::take_notes;
use crate::shown::{Shown, active, click};

const HOUSE: &str = ".house";

/// The sandbox as it is played.
pub(crate) struct Played {
    pub(crate) shown: Shown<Player, ()>,
    frames: Frames,
    _files: Files,
}

impl Played {
    /// The sandbox, with one frame shown.
    pub(crate) async fn sandbox() -> Self {
        take_notes();
        let (_files, frames) = (Files::new(&[]), Frames::new());
        let shown = Shown::new(|_| Props {
            scope: Scope::Sandbox(Rc::new(Loaded {
                number: 0,
                title: String::new(),
                way_back: None,
                about: None,
                session: RefCell::new(Some(Session::sandbox(Some(7)))),
            })),
            address: Address::parse("#/sandbox?seed=7&speed=1"),
            again: Callback::noop(),
        })
        .await;
        let played = Self {
            shown,
            frames,
            _files,
        };
        played.pass(2).await;
        played
    }

    /// The same with its charts, which small windows leave out at first.
    pub(crate) async fn with_charts() -> Self {
        let played = Self::sandbox().await;
        if played.shown.count(".charts") == 0 {
            played.click("[aria-label='Charts below the picture']").await;
        }
        played.pass(2).await;
        played
    }

    pub(crate) async fn pass(&self, count: usize) {
        self.frames.pass(count).await;
    }

    pub(crate) async fn click(&self, what: &str) {
        self.shown.click(what).await;
    }

    fn clock(&self) -> String {
        self.shown.text(".clock b")
    }
}

#[wasm_bindgen_test]
async fn time_passes_until_it_is_stopped_and_then_no_frame_is_asked_for() {
    let played = Played::sandbox().await;
    let begun = played.clock();
    played.pass(30).await;
    assert_ne!(played.clock(), begun);
    played.click(".play").await;
    assert_eq!(played.frames.asked(), 0);
    assert_eq!(
        played.shown.attribute(".play", "aria-label").as_deref(),
        Some("Play")
    );
    let stopped = played.clock();
    played.pass(30).await;
    assert_eq!(played.clock(), stopped);
    played.click(".play").await;
    assert_eq!(played.frames.asked(), 1);
}

#[wasm_bindgen_test]
async fn what_is_stopped_stays_so_when_the_tab_is_seen_again() {
    let played = Played::sandbox().await;
    played.click(".play").await;
    drop(Hidden::new());
    assert_eq!(played.frames.asked(), 0);
}

#[wasm_bindgen_test]
async fn what_is_selected_is_looked_at_closer_until_escape() {
    let played = Played::sandbox().await;
    played.shown.focus(HOUSE);
    played.click(HOUSE).await;
    assert_eq!(played.shown.count(".inspector"), 1);
    assert_eq!(
        played.shown.attribute(HOUSE, "aria-pressed").as_deref(),
        Some("true")
    );
    played.shown.press(HOUSE, "Escape").await;
    assert_eq!(played.shown.count(".inspector"), 0);
    assert_eq!(active(), played.shown.find(HOUSE));
}

#[wasm_bindgen_test]
async fn an_inspector_that_closes_hands_its_focus_back_to_the_picture() {
    let played = Played::sandbox().await;
    played.shown.focus(HOUSE);
    played.click(HOUSE).await;
    let close = ".inspector header button";
    played.shown.focus(close);
    played.click(close).await;
    assert_eq!(active(), played.shown.find(HOUSE));
}

#[wasm_bindgen_test]
async fn the_terminal_takes_the_focus_and_gives_it_back() {
    let played = Played::sandbox().await;
    let button = "[data-opens=terminal] button";
    assert_eq!(
        played.shown.attribute(button, "aria-pressed").as_deref(),
        Some("false")
    );
    played.click(button).await;
    assert_eq!(active(), played.shown.find("#terminal-input"));
    assert_eq!(
        played.shown.attribute(button, "aria-pressed").as_deref(),
        Some("true")
    );
    played
        .shown
        .type_in("#terminal-input", "aws ec2 describe-zones")
        .await;
    played.shown.press("#terminal-input", "Enter").await;
    assert!(played.shown.text("[role=log]").contains("describe-zones"));
    played.click(button).await;
    assert_eq!(played.shown.count(".terminal"), 0);
    assert_eq!(active(), played.shown.find(button));
}

#[wasm_bindgen_test]
async fn the_picture_is_there_as_text_too() {
    let played = Played::sandbox().await;
    let house = played.shown.text(".house-name");
    let name = house.split_whitespace().next().unwrap().to_owned();
    played.click("[aria-label='The picture as text']").await;
    assert_eq!(played.shown.count(".stage"), 0);
    let said = played.shown.text(".twin");
    for part in [
        "Availability Zone us-east-2a",
        "DynamoDB",
        "requests per second",
        name.trim_end_matches("t3.micro"),
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
}

#[wasm_bindgen_test]
async fn a_button_does_what_it_says_and_shows_its_command() {
    let played = Played::sandbox().await;
    let launch = played.shown.named(".lesson button", "Launch in zone b");
    click(&launch).await;
    played.pass(2).await;
    assert_eq!(played.shown.count(HOUSE), 2);
    let said = played.shown.text(".last-command");
    assert!(said.contains("aws ec2 run-instances"), "{said}");
}

#[wasm_bindgen_test]
async fn what_was_done_is_taken_back_with_a_key_from_everywhere() {
    let played = Played::sandbox().await;
    click(&played.shown.named(".lesson button", "Launch in zone b")).await;
    played.pass(2).await;
    assert!(played.shown.press(".lesson-text", "Control+z").await);
    played.pass(20).await;
    assert_eq!(played.shown.count(HOUSE), 1);
}

#[wasm_bindgen_test]
async fn of_a_twin_run_only_b_is_acted_on() {
    let played = Played::sandbox().await;
    played.click("[data-opens=time] button").await;
    click(&played.shown.named("button", "Duplicate this run")).await;
    played.pass(2).await;
    assert_eq!(played.shown.count(".stage"), 2);
    assert!(played.shown.find(".side-a .stage").has_attribute("inert"));
    assert!(!played.shown.find(".side-b .stage").has_attribute("inert"));
    let said = played.shown.text(".outcome .say");
    assert!(said.starts_with("No change, no difference"), "{said}");
    click(&played.shown.named(".lesson button", "Launch in zone b")).await;
    played.pass(2).await;
    assert_eq!(played.shown.count(".side-a .house"), 1);
    assert_eq!(played.shown.count(".side-b .house"), 2);
    assert!(played.shown.text(".pair-asked").contains("aws ec2 run-instances"));
    click(&played.shown.named(".pair-ends button", "")).await;
    played.pass(2).await;
    assert_eq!(played.shown.count(".stage"), 1);
    assert_eq!(played.shown.count(".house"), 1, "A was kept");
}
