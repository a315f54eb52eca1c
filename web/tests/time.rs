//! Time in a document: the track as a slider, the tools beside it, and what becomes of a run when they are used.

use des::{SimDuration, SimTime};
use wasm_bindgen_test::wasm_bindgen_test;
use web::act::Act;
use web::command::Command;
use web::components::time_bar::time_bar;
use web::components::time_panel::time_panel;
use web::driver::Run;
use web::driver::clock::Clock;
use web::past::{TimeInput, Until};
use web::snapshot::Snapshot;
use yew::prelude::html;

use crate::run::{EVENTS, drawn, pass, session, snapshot};
use crate::shown::{Drawn, Part, Shown};
use crate::time_panel::no_link;

/// The time bar and its panel.
async fn bar(snapshot: Snapshot) -> Shown<Part> {
    Shown::new(|send| {
        Drawn::by(move || html! { <>{ time_bar(&snapshot, true, &send) }{ time_panel(&snapshot, &no_link(), &send) }</> })
    })
    .await
}

fn go_to(seconds: u64) -> Command {
    Command::Time(TimeInput::GoTo(SimTime::from_secs(seconds)))
}

#[wasm_bindgen_test]
async fn the_track_is_a_slider_over_the_run() {
    let shown = bar(snapshot(&mut session())).await;
    let track = shown.find("[role=slider].track");
    let value = |name: &str| track.get_attribute(name).unwrap();
    assert_eq!(
        [
            value("aria-valuemin"),
            value("aria-valuemax"),
            value("aria-valuenow")
        ],
        ["60", "180", "180"]
    );
    assert!(
        value("aria-valuetext").starts_with("10:03:00, now"),
        "{}",
        value("aria-valuetext")
    );
    shown.press(".track", "ArrowLeft").await;
    shown.press(".track", "Home").await;
    assert_eq!(shown.sent(), [go_to(177), go_to(60)]);
}

#[wasm_bindgen_test]
async fn what_can_be_taken_back_is_named_and_asked_for() {
    let mut session = session();
    let shown = bar(snapshot(&mut session)).await;
    let disabled = shown.find(".tool.back").get_attribute("aria-disabled");
    assert_eq!(disabled.as_deref(), Some("true"));
    shown.click(".tool.back").await;
    assert_eq!(shown.sent(), []);
    session.submit(&Act::CutPower(0));
    let shown = bar(snapshot(&mut session)).await;
    assert_eq!(
        shown.find(".tool.back").get_attribute("aria-label").as_deref(),
        Some("Undo Fault")
    );
    shown.click(".tool.back").await;
    shown.click(".time-panel .offers .button").await;
    let asked = shown.sent();
    assert_eq!(asked[0], Command::Time(TimeInput::Undo));
}

#[wasm_bindgen_test]
fn a_moment_is_shown_again_and_acting_there_goes_another_way() {
    let mut session = session();
    session.submit(&Act::CutPower(0));
    pass(&mut session, 30);
    session.time_input(&TimeInput::GoTo(SimTime::from_secs(100)));
    let back = snapshot(&mut session);
    assert!(back.past.is_past && back.now == SimTime::from_secs(100));
    assert_eq!(back.past.end, SimTime::from_secs(210));
    assert_eq!(
        back.timeline.marks.len(),
        snapshot(&mut session).timeline.marks.len()
    );
    session.submit(&Act::Launch(1));
    let other = snapshot(&mut session);
    assert_eq!((other.past.is_past, other.past.ways.len()), (false, 2));
    assert_eq!(other.past.end, SimTime::from_secs(100));
    assert_eq!(other.picture.instances().count(), 2);
    session.time_input(&TimeInput::Switch(other.past.ways[0].id));
    let first = snapshot(&mut session);
    assert_eq!(
        (first.now, first.picture.instances().count()),
        (SimTime::from_secs(210), 1)
    );
}

#[wasm_bindgen_test]
fn what_is_undone_is_as_if_it_had_not_been_and_comes_back_whole() {
    let mut session = session();
    let before = snapshot(&mut session);
    session.submit(&Act::CutPower(0));
    pass(&mut session, 30);
    let dark = snapshot(&mut session);
    assert!(dark.readout.failed > 0);
    session.time_input(&TimeInput::Undo);
    let light = snapshot(&mut session);
    assert_eq!(
        (light.now, light.readout.failed),
        (dark.now, before.readout.failed)
    );
    assert_eq!(light.past.redo, Some("Fault"));
    session.time_input(&TimeInput::Redo);
    let again = snapshot(&mut session);
    assert_eq!((again.readout, again.costs), (dark.readout, dark.costs));
}

#[wasm_bindgen_test]
fn time_runs_until_a_request_fails_and_no_further() {
    let mut session = session();
    session.submit(&Act::CutPower(0));
    let dark = snapshot(&mut session);
    session.time_input(&TimeInput::Until(Until::Failure));
    for _ in 0..1_000 {
        session.advance(SimDuration::ZERO, EVENTS);
    }
    let found = snapshot(&mut session);
    assert_eq!(found.past.chased, None);
    assert!(found.readout.failed > dark.readout.failed, "{:?}", found.readout);
    assert!(
        found.now < dark.now + SimDuration::from_secs(30),
        "{:?}",
        found.now
    );
    assert!(found.past.told.unwrap().contains("a request fails"));
}

#[wasm_bindgen_test]
fn a_twin_run_without_a_change_differs_in_nothing() {
    let mut session = session();
    session.time_input(&TimeInput::Duplicate);
    session.submit(&Act::CutPower(0));
    pass(&mut session, 40);
    let mut clock = Clock::at(1.0);
    clock.pause(true);
    let shown = session.snapshot(clock, drawn());
    let pair = shown.pair.expect("in two");
    assert_eq!((pair.differs, pair.changes.len()), (Some(false), 0));
    assert_eq!(pair.outcome[0], pair.outcome[1]);
    assert!(pair.outcome[0].failed > 0);
    assert_eq!(pair.series[0], pair.series[1]);
    session.submit(&Act::Launch(1));
    pass(&mut session, 1);
    let changed = snapshot(&mut session);
    assert_eq!(
        changed.pair.as_ref().map(|pair| pair.picture.instances().count()),
        Some(1)
    );
    assert_eq!(changed.picture.instances().count(), 2);
    session.time_input(&TimeInput::KeepA);
    let kept = snapshot(&mut session);
    assert!(kept.pair.is_none());
    assert_eq!(kept.picture.instances().count(), 1);
}
