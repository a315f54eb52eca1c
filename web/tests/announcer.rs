//! What is said aloud: once, in few words, and never faster than one can hear.

use des::SimTime;
use view::{Mark, MarkKind, Timeline};
use wasm_bindgen_test::wasm_bindgen_test;
use web::components::announcer::{Announcer, Props};
use web::settings::Announce;
use yew::Callback;

use crate::browser::{Waiting, timers};
use crate::shown::{Shown, turn};

const SAID: &str = "[role=status]";

/// What has happened, to somebody who hears so much of it.
fn heard(announce: Announce, happened: &[(MarkKind, &str)]) -> impl FnOnce(Callback<()>) -> Props + use<> {
    let mark = |(kind, sentence): &(MarkKind, &str)| Mark {
        at: SimTime::ZERO,
        kind: *kind,
        label: "".into(),
        sentence: (*sentence).into(),
        fact: None,
        thing: None,
    };
    let timeline = Timeline {
        marks: happened.iter().map(mark).collect(),
        forgotten: 0,
    };
    move |_| Props { timeline, announce }
}

fn happened(sentences: &[&str]) -> impl FnOnce(Callback<()>) -> Props + use<> {
    let health: Vec<(MarkKind, &str)> = sentences.iter().map(|one| (MarkKind::Health, *one)).collect();
    heard(Announce::Everything, &health)
}

async fn announcer() -> (Shown<Announcer, ()>, Waiting) {
    let timers = timers();
    (Shown::new(happened(&[])).await, timers)
}

/// The quiet time is over.
async fn hear(timers: &Waiting) {
    timers.call(0.0);
    turn().await;
}

#[wasm_bindgen_test]
async fn a_change_is_said_once() {
    let (mut shown, timers) = announcer().await;
    assert_eq!(shown.text(SAID), "");
    shown.change(happened(&["A is dark."])).await;
    assert_eq!(shown.text(SAID), "A is dark.");
    hear(&timers).await;
    shown.change(happened(&["A is dark.", "B is well."])).await;
    assert_eq!(shown.text(SAID), "B is well.", "and nothing of A again");
}

#[wasm_bindgen_test]
async fn what_comes_while_it_speaks_waits_and_is_said_together() {
    let (mut shown, timers) = announcer().await;
    shown.change(happened(&["One."])).await;
    shown.change(happened(&["One.", "Two."])).await;
    shown.change(happened(&["One.", "Two.", "Three."])).await;
    assert_eq!(shown.text(SAID), "One.");
    assert_eq!(timers.count(), 1);
    hear(&timers).await;
    assert_eq!(shown.text(SAID), "Two. Three.");
}

#[wasm_bindgen_test]
async fn of_many_changes_most_are_only_counted() {
    let (mut shown, _timers) = announcer().await;
    let all: Vec<String> = (1..=9).map(|number| format!("{number}.")).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    shown.change(happened(&all)).await;
    let said = shown.text(SAID);
    assert!(said.starts_with("7. 8. 9. ") && said.contains('6'), "{said}");
}

#[wasm_bindgen_test]
async fn where_time_was_turned_back_nothing_old_is_said_again() {
    let (mut shown, timers) = announcer().await;
    shown.change(happened(&["One.", "Two."])).await;
    hear(&timers).await;
    shown.change(happened(&["One."])).await;
    hear(&timers).await;
    shown.change(happened(&["One.", "Another."])).await;
    assert_eq!(shown.text(SAID), "Another.");
}

#[wasm_bindgen_test]
async fn nothing_is_left_to_say_once_it_is_gone() {
    let (mut shown, timers) = announcer().await;
    shown.change(happened(&["One."])).await;
    drop(shown);
    turn().await;
    assert_eq!(timers.count(), 0);
}

#[wasm_bindgen_test]
async fn who_wants_to_hear_the_lesson_alone_hears_that_alone() {
    let all = [
        (MarkKind::Fault, "A is dark."),
        (MarkKind::Goal, "A goal is met."),
        (MarkKind::Alarm, "An alarm tells."),
    ];
    let (mut shown, timers) = announcer().await;
    shown.change(heard(Announce::Lesson, &all)).await;
    assert_eq!(shown.text(SAID), "A goal is met.");
    hear(&timers).await;
    let (mut quiet, _timers) = announcer().await;
    quiet.change(heard(Announce::Nothing, &all)).await;
    assert_eq!(quiet.text(SAID), "");
}
