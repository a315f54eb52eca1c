//! What stands around a step's text: what has happened, how a run is scored, what is simplified, and words for teachers and
//! authors.

use lesson::format::Fade;
use wasm_bindgen_test::wasm_bindgen_test;
use web::panel::{Part, Score};

use super::{says, shown, to_do};

fn score(name: &str, used: Option<u32>) -> Score {
    Score {
        name: name.into(),
        asked: "over five minutes".into(),
        actual: "99.95 %".into(),
        needed: "99.9 %".into(),
        used,
    }
}

#[wasm_bindgen_test]
async fn a_score_is_measured_against_needed_with_a_bar_of_what_was_used() {
    let rows = [score("Served", Some(140)), score("Answers", None)];
    let shown = to_do([Part::Score(rows.into())]).await;
    assert_eq!(
        shown.texts(".score-row"),
        [
            "Served99.95 %needed 99.9 %140 % of what is allowed was usedover five minutes",
            "Answers99.95 %needed 99.9 %over five minutes",
        ]
    );
    assert_eq!(
        shown.attribute(".goal-bar i", "style").as_deref(),
        Some("width:100%"),
        "a bar is full at most"
    );
    assert!(shown.text(".score-note").starts_with("No points"));
    let plain = to_do([Part::Score([score("Answers", None)].into())]).await;
    assert_eq!(plain.count(".score-note"), 0, "there is no bar to explain");
}

#[wasm_bindgen_test]
async fn facts_and_prompts_are_told_as_they_are() {
    let facts = [
        ("You said".into(), "half".into()),
        ("It was".into(), "all".into()),
    ];
    let shown = to_do([Part::Prompt("Compare.".into()), Part::Facts(facts.into())]).await;
    assert_eq!(shown.text(".prompt"), "Compare.");
    assert_eq!(shown.texts(".facts dt"), ["You said", "It was"]);
    assert_eq!(shown.texts(".facts dd"), ["half", "all"]);
}

#[wasm_bindgen_test]
async fn how_much_help_a_step_gives_stands_above_what_is_to_be_done() {
    for (fade, said) in [
        (Fade::Worked, "A worked example: follow it line by line"),
        (Fade::Completion, "A part is done: complete it"),
        (Fade::Independent, "On your own"),
    ] {
        let shown = shown(|panel| {
            panel.fade = Some(fade);
            panel.parts = [Part::Prompt("Go.".into())].into();
        })
        .await;
        assert_eq!(shown.text(".todo .eyebrow"), said);
    }
}

#[wasm_bindgen_test]
async fn what_the_world_did_by_itself_is_listed() {
    let shown = shown(|panel| panel.announced = ["A zone went dark.".into()].into()).await;
    assert_eq!(shown.texts(".announced li"), ["A zone went dark."]);
    assert_eq!(
        shown.attribute(".announced", "aria-label").as_deref(),
        Some("What has happened meanwhile")
    );
}

#[wasm_bindgen_test]
async fn what_is_simplified_and_notes_are_there_folded_away() {
    let shown = shown(|panel| {
        panel.simplified = [says("Boots take as long every time.")].into();
        panel.notes = [says("Let them guess first.")].into();
    })
    .await;
    assert_eq!(
        shown.texts("details.simplified:not([open]) summary"),
        ["What is simplified here", "For whoever teaches this lesson"]
    );
    assert_eq!(
        shown.texts("details.simplified li"),
        ["Boots take as long every time.", "Let them guess first."]
    );
}

#[wasm_bindgen_test]
async fn a_step_says_how_far_the_lesson_has_come() {
    let shown = shown(|_| {}).await;
    assert_eq!(shown.text(".pips-line"), "Step 2 of 3");
    assert_eq!(
        [".done", ".here"].map(|look| shown.count(&format!(".pips i{look}"))),
        [1, 1]
    );
}
