//! The certificate: what was done, and nothing beyond it.

use wasm_bindgen_test::wasm_bindgen_test;
use web::components::course::certificate::Certificate;
use web::progress::keep;

use super::{at, done, learner, page};
use crate::shown::Shown;

const RESULTS: &str = r#"{ "finished": true, "seed": 7, "modelVersion": "1", "steps": [
    { "hints": 2, "predictions": [{ "right": true }, { "right": false }] }] }"#;

async fn certificate() -> Shown<Certificate, ()> {
    page::<Certificate>(()).await
}

#[wasm_bindgen_test]
async fn who_has_done_nothing_gets_none() {
    let _kept = learner(&[("one", at(2, 3))]).await;
    let shown = certificate().await;
    assert!(shown.text("main").contains("No lesson is done yet."));
    assert_eq!(shown.attribute("main a", "href").as_deref(), Some("#/course"));
    assert_eq!(shown.count(".certificate"), 0);
}

#[wasm_bindgen_test]
async fn it_counts_lessons_and_tells_how_each_was_done() {
    let _kept = learner(&[("one", done(true)), ("two", done(false)), ("three", at(1, 3))]).await;
    keep::keep_results("one", RESULTS);
    let shown = certificate().await;
    assert!(
        shown
            .text(".claim")
            .starts_with("Somebody has done 2 of the 3 lessons")
    );
    assert!(shown.text(".certificate").contains("The course is not complete."));
    let row = |number| shown.texts(&format!("tbody tr:nth-child({number}) > *"));
    assert_eq!(
        row(1),
        [
            "1 One instance",
            "without looking at the solution",
            "1 of 2 right",
            "2"
        ]
    );
    assert_eq!(
        row(2),
        ["2 Two instances", "after looking at the solution", "–", "–"]
    );
    assert_eq!(shown.count("tbody tr"), 2);
}

#[wasm_bindgen_test]
async fn it_bears_the_name_that_is_typed() {
    let _kept = learner(&[("one", done(true)), ("two", done(true)), ("three", done(true))]).await;
    let shown = certificate().await;
    shown.type_in("input[autocomplete=name]", " Ada ").await;
    assert!(
        shown
            .text(".claim")
            .starts_with("Ada has done 3 of the 3 lessons")
    );
    assert!(
        shown
            .text(".certificate")
            .contains("All lessons of the course are done.")
    );
}
