//! The questions before and after the course.

use wasm_bindgen_test::wasm_bindgen_test;
use web::components::course::check::Check;

use super::{done, learner, page};
use crate::shown::{Shown, click};

async fn check() -> Shown<Check, ()> {
    page::<Check>(()).await
}

/// Answers both questions, each by the place of its choice from 1.
async fn answer(shown: &Shown<Check, ()>, choices: [usize; 2]) {
    for (question, choice) in (1..).zip(choices) {
        shown
            .click(&format!(
                "ol > li:nth-child({question}) label:nth-child({choice}) input"
            ))
            .await;
    }
    finish(shown).await;
}

async fn finish(shown: &Shown<Check, ()>) {
    click(&shown.named("button", "Show how many are right")).await;
}

#[wasm_bindgen_test]
async fn nothing_is_told_before_all_questions_are_answered() {
    let _kept = learner(&[]).await;
    let shown = check().await;
    assert!(shown.text("main").contains("2 questions are still open."));
    shown.click("ol > li:first-child label input").await;
    assert!(shown.text("main").contains("One question is still open."));
    finish(&shown).await;
    assert_eq!(shown.text("[role=status]"), "");
    assert_eq!(shown.count(".reply"), 0);
}

#[wasm_bindgen_test]
async fn then_it_tells_how_many_are_right_and_why() {
    let _kept = learner(&[]).await;
    let shown = check().await;
    answer(&shown, [2, 1]).await;
    assert_eq!(shown.text("[role=status]"), "1 of 2 right.");
    assert_eq!(shown.texts(".reply b"), ["Right.", "Not so."]);
    assert!(shown.text(".reply").contains("The other half is elsewhere."));
    assert!(shown.find("ol input").matches(":disabled").unwrap());
    click(&shown.named("button", "Answer again")).await;
    assert_eq!(shown.count("input:checked"), 0);
}

#[wasm_bindgen_test]
async fn what_one_thought_first_is_held_against_what_one_thinks_after_the_course() {
    let _kept = learner(&[]).await;
    let before = check().await;
    assert!(before.text("main").contains("Before the course"));
    answer(&before, [1, 1]).await;
    click(&before.named("button", "Answer again")).await;
    answer(&before, [2, 1]).await;
    drop(before);
    web::progress::keep::note("one", done(true));
    let after = check().await;
    assert!(after.text("main").contains("After the course"));
    answer(&after, [2, 2]).await;
    let said = after.text("[role=status]");
    assert!(
        said.contains("Before the course 0 of 2 were right, after it 2."),
        "the first answers count: {said}"
    );
}
