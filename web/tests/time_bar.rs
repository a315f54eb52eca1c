//! The time bar: playing, stepping, how fast, what time it is there, and the way back to now.

use std::rc::Rc;

use des::SimTime;
use wasm_bindgen_test::wasm_bindgen_test;
use web::act::Act;
use web::command::Command;
use web::components::time_bar::time_bar;
use web::driver::clock::Clock;
use web::past::TimeInput;
use web::snapshot::Snapshot;

use crate::pictures::empty;
use crate::run::{pass, session, showing, snapshot};
use crate::shown::{Drawn, Part, Shown, click};

async fn bar(snapshot: Snapshot) -> Shown<Part> {
    let snapshot = Rc::new(snapshot);
    Shown::new(|send| Drawn::by(move || time_bar(&snapshot, false, &send))).await
}

/// The sandbox at its beginning.
async fn begun(change: impl FnOnce(&mut Snapshot)) -> Shown<Part> {
    let mut snapshot = showing(empty());
    change(&mut snapshot);
    bar(snapshot).await
}

fn name(shown: &Shown<Part>, what: &str) -> String {
    shown.attribute(what, "aria-label").unwrap()
}

#[wasm_bindgen_test]
async fn it_tells_the_time_there_and_how_fast_it_passes() {
    let shown = begun(|snapshot| snapshot.clock = Clock::at(60.0)).await;
    assert_eq!(shown.text(".clock b"), "10:01:00");
    assert_eq!(shown.text(".clock span"), "AWS time. 1 s here is 60 s there");
    assert_eq!(shown.text(".speed b"), "60×");
    let slow = begun(|snapshot| snapshot.clock = Clock::at(0.1)).await;
    assert_eq!(slow.text(".clock b"), "10:01:00.0", "tenths where they are seen");
    assert_eq!(slow.text(".speed b"), "1/10×");
}

#[wasm_bindgen_test]
async fn it_says_when_time_stands_still_or_cannot_keep_up() {
    let still = begun(|snapshot| snapshot.clock.pause(true)).await;
    assert_eq!(still.text(".clock span"), "AWS time, paused");
    assert_eq!(name(&still, ".play"), "Play");
    let behind = begun(|snapshot| snapshot.behind = true).await;
    assert_eq!(behind.text(".clock span"), "AWS time, running behind");
    assert_eq!(name(&behind, ".play"), "Pause everything that moves");
}

#[wasm_bindgen_test]
async fn it_plays_steps_and_opens_all_else() {
    let shown = begun(|_| {}).await;
    shown.click(".play").await;
    shown.click(".step").await;
    shown.click("[data-opens=time] button").await;
    assert_eq!(
        shown.sent(),
        [Command::TogglePause, Command::Step, Command::ToggleTime]
    );
}

#[wasm_bindgen_test]
async fn the_speed_is_a_slider_that_says_its_value() {
    let shown = begun(|_| {}).await;
    let slider = ".speed input";
    assert_eq!(shown.attribute(slider, "aria-valuetext").as_deref(), Some("1×"));
    shown.type_in(slider, "0").await;
    assert_eq!(shown.sent(), [Command::Speed(0)]);
}

#[wasm_bindgen_test]
async fn who_looks_back_is_told_so_and_led_back_to_now() {
    let mut session = session();
    session.submit(&Act::CutPower(0));
    pass(&mut session, 30);
    session.time_input(&TimeInput::GoTo(SimTime::from_secs(90)));
    let shown = bar(snapshot(&mut session)).await;
    assert_eq!(shown.count(".time.looking-back"), 1);
    assert_eq!(shown.text(".clock b"), "10:01:30");
    assert_eq!(shown.text(".clock span"), "Looking back, 2 min before now");
    click(&shown.named("button", "Back to now")).await;
    let now = Command::Time(TimeInput::GoTo(SimTime::NEVER));
    assert_eq!(shown.sent(), [now]);
}
