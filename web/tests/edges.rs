//! What stands where there is no account to be seen: the start page, a sentence while something comes, and what is wrong with a
//! lesson.

use wasm_bindgen_test::wasm_bindgen_test;
use web::components::error_page::{Fault, error_page};
use web::components::notice_page::notice_page;
use web::components::start::start_page;
use web::route::Address;

use crate::browser::{Forgetful, Frames};
use crate::run::take_notes;
use crate::shown::{Drawn, Part, Shown, document};

/// The start page for somebody who was last here.
async fn start(here: Option<&str>) -> Shown<Part, ()> {
    take_notes();
    if let Some(here) = here {
        let storage = web_sys::window().unwrap().local_storage().unwrap().unwrap();
        storage.set_item("fleetlab.here", here).unwrap();
    }
    let address = Address::parse("#/?seed=7");
    Shown::new(|_| Drawn::by(move || start_page(&address))).await
}

fn leads(shown: &Shown<Part, ()>, what: &str) -> String {
    shown.attribute(what, "href").unwrap()
}

#[wasm_bindgen_test]
async fn who_is_new_is_led_to_the_first_lesson() {
    let (_kept, _frames) = (Forgetful::new().await, Frames::new());
    let shown = start(None).await;
    assert_eq!(shown.text(".button.primary"), "Start lesson 1");
    assert_eq!(leads(&shown, ".button.primary"), "#/lesson/01-one-instance");
    assert_eq!(
        shown.texts("a.button"),
        ["Start lesson 1", "See the course", "Open the sandbox"]
    );
}

#[wasm_bindgen_test]
async fn who_was_here_goes_on_where_they_were() {
    let (_kept, _frames) = (Forgetful::new().await, Frames::new());
    let shown = start(Some("04-growing-up 2")).await;
    assert_eq!(shown.text(".button.primary"), "Go on: lesson 4, step 2");
    assert_eq!(leads(&shown, ".button.primary"), "#/lesson/04-growing-up");
    drop(shown);
    let shown = start(Some("course")).await;
    assert_eq!(shown.text(".button.primary"), "Go on with the course");
    assert_eq!(leads(&shown, ".button.primary"), "#/course");
}

#[wasm_bindgen_test]
async fn a_lesson_that_cannot_be_read_says_where_why_and_how_to_mend_it() {
    let fault = Fault {
        file: "lesson.json".into(),
        pointer: "/steps/0".into(),
        code: "no-goal".into(),
        reason: "It has no goal.".into(),
        fix: "Give it one.".into(),
    };
    let shown: Shown<Part, ()> = Shown::new(|_| {
        let faults = [fault.clone(), fault];
        Drawn::by(move || error_page(&faults))
    })
    .await;
    assert_eq!(shown.count(".fault"), 2);
    assert_eq!(
        shown.texts(".fault:first-of-type dd"),
        [
            "lesson.json",
            "/steps/0",
            "no-goal",
            "It has no goal.",
            "Give it one."
        ]
    );
    assert_eq!(
        shown.texts("main a"),
        ["To the start page", "To the course", "Open the sandbox"]
    );
}

#[wasm_bindgen_test]
async fn a_notice_is_said_aloud_and_leaves_the_way_to_the_start_open() {
    let shown: Shown<Part, ()> = Shown::new(|_| Drawn::by(|| notice_page("It is on its way."))).await;
    assert_eq!(shown.text("[role=status]"), "It is on its way.");
    assert_eq!(leads(&shown, ".brand"), "#/");
}

#[wasm_bindgen_test]
async fn light_and_dark_are_switched_everywhere() {
    let _kept = Forgetful::new().await;
    let theme = || document().document_element().unwrap().get_attribute("data-theme");
    let before = theme();
    let shown: Shown<Part, ()> = Shown::new(|_| Drawn::by(|| notice_page("Wait."))).await;
    shown.click("[aria-label='Switch between light and dark']").await;
    let once = theme();
    shown.click("[aria-label='Switch between light and dark']").await;
    assert_ne!(once, theme());
    assert_ne!(once, before);
    match before {
        Some(before) => document()
            .document_element()
            .unwrap()
            .set_attribute("data-theme", &before),
        None => document()
            .document_element()
            .unwrap()
            .remove_attribute("data-theme"),
    }
    .unwrap();
}
