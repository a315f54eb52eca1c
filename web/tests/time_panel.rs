//! All that can be done with time: run until something happens, twin runs, other ways, keeping the run.

use std::rc::Rc;

use des::SimTime;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web::command::Command;
use web::components::share::AskForLink;
use web::components::time_panel::time_panel;
use web::past::{BranchId, Contrast, Past, TimeInput, Until, Way};
use web::session::NoLink;
use web::snapshot::Snapshot;
use web_sys::HtmlInputElement;
use yew::Callback;

use crate::pictures::empty;
use crate::run::showing;
use crate::shown::{Drawn, Part, Shown, bubbling, click};

async fn panel(change: impl FnOnce(&mut Past)) -> Shown<Part> {
    let mut snapshot: Snapshot = showing(empty());
    change(&mut snapshot.past);
    let snapshot = Rc::new(snapshot);
    Shown::new(|send| Drawn::by(move || time_panel(&snapshot, &no_link(), &send))).await
}

/// Where no link is asked for.
pub(crate) fn no_link() -> AskForLink {
    Callback::from(|()| Err(NoLink::Elsewhere))
}

/// What a button asks of time.
async fn asked(shown: &Shown<Part>, button: &str) -> TimeInput {
    click(&shown.named("button", button)).await;
    let mut sent = shown.sent();
    match (sent.pop(), sent.is_empty()) {
        (Some(Command::Time(input)), true) => input,
        other => panic!("{button}: {other:?}"),
    }
}

/// A way that was left, and the one that is shown.
fn two_ways(past: &mut Past) {
    let first = Way {
        id: BranchId(0),
        name: "First way".into(),
        parted: None,
        end: SimTime::from_secs(300),
        inputs: 2,
        is_current: false,
    };
    let second = Way {
        id: BranchId(1),
        name: "Way 2".into(),
        parted: Some(SimTime::from_secs(120)),
        inputs: 1,
        is_current: true,
        ..first.clone()
    };
    past.ways = [first, second].into();
}

#[wasm_bindgen_test]
async fn time_can_be_asked_to_run_until_something_happens() {
    let shown = panel(|past| past.chased = Some(Until::Alarm)).await;
    for (button, until) in [
        ("the next mark", Until::Happening),
        ("an alarm changes", Until::Alarm),
        ("an activity ends", Until::Activity),
        ("a request fails", Until::Failure),
    ] {
        assert_eq!(asked(&shown, button).await, TimeInput::Until(until));
    }
    assert_eq!(shown.texts("[aria-pressed=true]"), ["an alarm changes"]);
    assert_eq!(shown.text(".panel-told"), "Running until an alarm changes");
}

#[wasm_bindgen_test]
async fn the_run_goes_to_its_beginning_a_step_on_or_into_a_file() {
    let shown = panel(|_| {}).await;
    assert_eq!(
        asked(&shown, "Go to the beginning").await,
        TimeInput::GoTo(SimTime::from_secs(60))
    );
    click(&shown.named("button", "Step to the next event")).await;
    click(&shown.named("button", "Save this run as a script")).await;
    assert_eq!(shown.sent(), [Command::Step, Command::SaveScript]);
}

#[wasm_bindgen_test]
async fn twin_runs_begin_here() {
    let shown = panel(|_| {}).await;
    assert_eq!(asked(&shown, "Duplicate this run").await, TimeInput::Duplicate);
    for (button, contrast) in [
        ("Cross-zone balancing off", Contrast::CrossZone),
        ("One zone against two", Contrast::Zones),
        ("Grace period 0 against 300", Contrast::Grace),
    ] {
        assert_eq!(asked(&shown, button).await, TimeInput::Contrast(contrast));
    }
}

#[wasm_bindgen_test]
async fn a_twin_run_is_not_duplicated_again_and_goes_no_other_way() {
    let shown = panel(|past| {
        two_ways(past);
        past.is_pair = true;
    })
    .await;
    let buttons = shown.texts("button").concat();
    assert!(!buttons.contains("Duplicate") && !buttons.contains("Another way"));
    assert_eq!(shown.count(".ways"), 0);
}

#[wasm_bindgen_test]
async fn other_ways_are_shown_deleted_and_begun() {
    let shown = panel(two_ways).await;
    let told = shown.texts(".ways li > span");
    assert_eq!(
        told,
        [
            "until 10:05:00, 2 things done",
            "parted at 10:02:00, until 10:05:00, 1 thing done"
        ]
    );
    assert_eq!(
        shown.text("[aria-current=true]"),
        "parted at 10:02:00, until 10:05:00, 1 thing doneshown",
        "what is shown cannot be deleted"
    );
    assert_eq!(asked(&shown, "Show").await, TimeInput::Switch(BranchId(0)));
    assert_eq!(asked(&shown, "Delete").await, TimeInput::Delete(BranchId(0)));
    assert_eq!(asked(&shown, "Another way from here").await, TimeInput::Fork);
}

#[wasm_bindgen_test]
async fn a_way_is_called_what_its_learner_calls_it() {
    let shown = panel(two_ways).await;
    let line = "[aria-label='Name of Way 2']";
    assert_eq!(shown.value(line), "Way 2");
    let field: HtmlInputElement = shown.find(line).unchecked_into();
    field.set_value("two zones");
    shown.dispatch(line, &bubbling("change")).await;
    let renamed = TimeInput::Rename(BranchId(1), "two zones".into());
    assert_eq!(shown.sent(), [Command::Time(renamed)]);
}

#[wasm_bindgen_test]
async fn in_a_lesson_one_can_look_back_but_not_part() {
    let shown = panel(|past| {
        two_ways(past);
        past.can_part = false;
    })
    .await;
    assert_eq!(shown.count(".ways"), 0);
    assert_eq!(shown.count(".tool.back"), 0);
    assert!(
        shown
            .text(".time-panel")
            .contains("In a lesson you can look back at any moment.")
    );
    assert_eq!(
        asked(&shown, "a request fails").await,
        TimeInput::Until(Until::Failure)
    );
}

#[wasm_bindgen_test]
async fn it_closes_by_button_and_by_key() {
    let shown = panel(|_| {}).await;
    shown.click("[aria-label=Close]").await;
    shown.press(".time-panel", "Escape").await;
    assert_eq!(shown.sent(), [Command::ToggleTime, Command::ToggleTime]);
}
