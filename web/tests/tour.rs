//! The first minute: four things of the page, one after another, to be left at any time.

use wasm_bindgen_test::wasm_bindgen_test;
use web::components::tour::Tour;
use web::progress::keep;
use yew::prelude::*;

use crate::browser::Forgetful;
use crate::shown::{Drawn, Part, Shown, active, click};

const CARD: &str = "[role=dialog]";

/// A page with what is pointed at, and the tour over it or not.
fn page(toured: bool) -> impl FnOnce(Callback<()>) -> Drawn {
    move |over| {
        Drawn::by(move || {
            html! {
                <>
                    <p class="head" /><p class="lesson" /><p class="stage-area" /><p class="time-hand" />
                    if toured { <Tour over={over.clone()} /> }
                </>
            }
        })
    }
}

async fn tour() -> Shown<Part, ()> {
    Shown::new(page(true)).await
}

async fn press(shown: &Shown<Part, ()>, name: &str) {
    click(&shown.named("button", name)).await;
}

#[wasm_bindgen_test]
async fn each_stop_lights_one_thing_and_is_read_from_its_card() {
    let _kept = Forgetful::new().await;
    let shown = tour().await;
    assert_eq!(
        shown.attribute(CARD, "aria-label").as_deref(),
        Some("A look around")
    );
    let described = shown.attribute(CARD, "aria-describedby").unwrap();
    for (stop, lit) in (1..).zip(["stage-area", "lesson", "time-hand", "head"]) {
        assert_eq!(active(), shown.find(CARD));
        assert!(shown.text(".eyebrow").ends_with(&format!("{stop} of 4")));
        assert!(!shown.text(&format!("#{described} p")).is_empty());
        assert_eq!(shown.count(".toured"), 1);
        assert!(shown.find(".toured").class_list().contains(lit), "{lit}");
        if stop < 4 {
            press(&shown, "Go on").await;
        }
    }
    press(&shown, "One back").await;
    assert!(shown.find(".toured").class_list().contains("time-hand"));
    assert_eq!(shown.sent(), []);
}

#[wasm_bindgen_test]
async fn its_end_is_told_and_it_does_not_come_again() {
    let _kept = Forgetful::new().await;
    let shown = tour().await;
    assert!(!keep::is_toured());
    for _ in 0..3 {
        press(&shown, "Go on").await;
    }
    press(&shown, "To the lesson").await;
    assert_eq!(shown.sent(), [()]);
    assert!(keep::is_toured());
}

#[wasm_bindgen_test]
async fn it_can_be_left_at_once_by_button_and_by_key() {
    let _kept = Forgetful::new().await;
    let shown = tour().await;
    press(&shown, "Skip the tour").await;
    assert_eq!(shown.sent(), [()]);
    assert!(keep::is_toured());
    let shown = tour().await;
    shown.press(CARD, "Escape").await;
    assert_eq!(shown.sent(), [()]);
}

#[wasm_bindgen_test]
async fn nothing_stays_lit_once_it_is_over() {
    let mut shown = tour().await;
    assert_eq!(shown.count(".toured"), 1);
    shown.change(page(false)).await;
    assert_eq!(shown.count(".toured"), 0);
}
