//! The map: what is next, how far each lesson has come, what builds on what, and what else there is.

use wasm_bindgen_test::wasm_bindgen_test;
use web::components::beginnings::Beginnings;
use web::components::course::map::Map;

use super::{at, done, learner, page};
use crate::browser::Files;
use crate::shown::Shown;

const ROW: &str = ".lesson-row";

fn row(number: usize) -> String {
    format!("{ROW}:nth-child({number})")
}

async fn map() -> Shown<Map, ()> {
    page::<Map>(()).await
}

#[wasm_bindgen_test]
async fn who_is_new_begins_with_the_first_lesson() {
    let _kept = learner(&[]).await;
    let shown = map().await;
    assert_eq!(shown.text(".course-title"), "From one to many");
    assert_eq!(shown.text(".up-next a"), "Begin lesson 1");
    assert_eq!(
        shown.attribute(".up-next a", "href").as_deref(),
        Some("#/lesson/01-one")
    );
    assert!(
        shown
            .text(".course-count")
            .contains("None of 3 lessons done yet. About 27 minutes")
    );
    assert_eq!(shown.texts(".headway"), ["Not begun"; 3]);
}

#[wasm_bindgen_test]
async fn who_was_in_the_middle_goes_on_there() {
    let _kept = learner(&[("one", done(true)), ("two", at(2, 2))]).await;
    let shown = map().await;
    assert_eq!(shown.text(".up-next a"), "Go on with lesson 2 at step 2");
    assert_eq!(
        shown.texts(".headway"),
        [
            "Done, without looking at the solution",
            "At step 2 of 2",
            "Not begun"
        ]
    );
    assert!(shown.find(&row(2)).class_list().contains("next"));
}

#[wasm_bindgen_test]
async fn who_has_done_all_is_led_to_the_certificate() {
    let _kept = learner(&[("one", done(true)), ("two", done(true)), ("three", done(false))]).await;
    let shown = map().await;
    assert_eq!(
        shown.attribute(".up-next a", "href").as_deref(),
        Some("#/certificate")
    );
    assert!(
        shown
            .text(".course-count")
            .contains("3 of 3 lessons done, 2 of them without")
    );
}

#[wasm_bindgen_test]
async fn every_lesson_says_what_it_builds_on_and_where_that_is_taught() {
    let _kept = learner(&[]).await;
    let shown = map().await;
    assert!(
        shown.text(&row(2)).contains("Builds on: Zone (lesson 1)"),
        "{}",
        shown.text(&row(2))
    );
    assert!(shown.text(&row(3)).contains("Draft"));
    assert_eq!(
        shown.texts(".concept-table tbody tr:first-child > *"),
        ["Zone: a place of its own.", "1", "2"]
    );
}

#[wasm_bindgen_test]
async fn arcs_stand_out_for_the_lesson_that_is_pointed_at() {
    let _kept = learner(&[]).await;
    let shown = map().await;
    assert_eq!(shown.count(".arcs path"), 2);
    assert_eq!(shown.count(".arcs path.pointed"), 0);
    shown.focus(&format!("{} a", row(1)));
    crate::shown::turn().await;
    assert_eq!(shown.count(".arcs path.pointed"), 1, "by keyboard as by pointer");
}

#[wasm_bindgen_test]
async fn without_its_files_the_page_says_so_and_offers_lessons_from_elsewhere() {
    let _kept = learner(&[]).await;
    let _files = Files::new(&[]);
    let shown = Shown::<Map, ()>::new(|_| ()).await;
    shown.wait_for("[role=alert]").await;
    assert!(
        shown.text("main > [role=alert]").contains("404"),
        "{}",
        shown.text("main")
    );
    assert_eq!(shown.count("form.address"), 1);
}

#[wasm_bindgen_test]
async fn the_sandbox_begins_with_a_starter_or_with_something_to_be_repaired() {
    let _kept = learner(&[("repair-rule", done(true))]).await;
    let _files = Files::new(super::FILES);
    let shown = Shown::<Beginnings, ()>::new(|_| ()).await;
    shown.wait_for("section").await;
    assert_eq!(
        shown.attribute("section:first-of-type a", "href").as_deref(),
        Some("#/sandbox?from=sandbox-one")
    );
    assert_eq!(shown.text("section:first-of-type a"), "One to begin with");
    assert_eq!(
        shown.attribute("section:last-of-type a", "href").as_deref(),
        Some("#/lesson/repair-rule")
    );
    assert_eq!(
        shown.count("section:last-of-type .done"),
        1,
        "it was repaired already"
    );
}
