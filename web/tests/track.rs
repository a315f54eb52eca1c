//! The track of time: marks with room for their words, the names of other ways, and a pointer that goes along it.

use std::rc::Rc;

use des::{SimDuration, SimTime};
use view::{Mark, MarkKind, Timeline};
use wasm_bindgen_test::wasm_bindgen_test;
use web::command::Command;
use web::components::track::track;
use web::past::{BranchId, Past, TimeInput, Way};
use web::snapshot::Snapshot;
use web::span::Span;
use web_sys::{PointerEvent, PointerEventInit};

use crate::pictures::empty;
use crate::run::showing;
use crate::shown::{Drawn, Part, Shown};

/// The track shows the seconds from here on, one to a percent.
const START_S: u64 = 1_000;

fn at(percent: u64) -> SimTime {
    SimTime::from_secs(START_S + percent)
}

fn mark(percent: u64, kind: MarkKind, label: &str) -> Mark {
    Mark {
        at: at(percent),
        kind,
        label: label.into(),
        sentence: label.into(),
        fact: None,
        thing: None,
    }
}

/// From `parted` to `end`, in percent of the track.
fn way(id: u32, parted: Option<u64>, end: u64) -> Way {
    Way {
        id: BranchId(id),
        name: format!("Way {id}").into(),
        parted: parted.map(at),
        end: at(end),
        inputs: 1,
        is_current: false,
    }
}

/// A run that has come to the end of its track.
fn run(marks: &[Mark], ways: &[Way]) -> Snapshot {
    Snapshot {
        now: at(100),
        past: Past {
            ways: ways.into(),
            ..Past::of_a_run(at(0), at(100))
        },
        span: Span {
            start: at(0),
            length: SimDuration::from_secs(100),
        },
        timeline: Timeline {
            marks: marks.into(),
            forgotten: 0,
        },
        ..showing(empty())
    }
}

async fn shown(snapshot: Snapshot) -> Shown<Part> {
    let snapshot = Rc::new(snapshot);
    Shown::new(|send| Drawn::by(move || track(&snapshot, &send))).await
}

/// The track with these ways beside the one that is shown.
async fn with_ways(others: &[Way]) -> Shown<Part> {
    let own = Way {
        is_current: true,
        ..way(0, None, 100)
    };
    let ways = [&[own], others].concat();
    shown(run(&[], &ways)).await
}

fn style(shown: &Shown<Part>, what: &str) -> String {
    shown.attribute(what, "style").unwrap()
}

#[wasm_bindgen_test]
async fn a_way_that_ends_early_has_its_name_at_its_beginning_and_another_at_its_end() {
    let early = with_ways(&[way(1, Some(10), 49)]).await;
    assert_eq!(early.attribute(".way", "class").as_deref(), Some("way early"));
    let late = with_ways(&[way(1, Some(10), 51)]).await;
    assert_eq!(late.attribute(".way", "class").as_deref(), Some("way"));
    assert_eq!(
        [early.text(".way"), late.text(".way")],
        ["Way 1", "Way 1"],
        "the name stands in both"
    );
}

#[wasm_bindgen_test]
async fn a_way_is_drawn_from_where_it_parts_to_its_end_within_the_track() {
    let shown = with_ways(&[way(1, Some(10), 40)]).await;
    assert_eq!(style(&shown, ".way"), "left:10.00%;width:30.00%;--row:0");
    let beyond = with_ways(&[way(1, Some(80), 180)]).await;
    assert_eq!(style(&beyond, ".way"), "left:80.00%;width:20.00%;--row:0");
}

#[wasm_bindgen_test]
async fn the_way_that_was_left_is_drawn_from_where_the_shown_one_parts() {
    let own = Way {
        is_current: true,
        ..way(1, Some(30), 100)
    };
    let shown = shown(run(&[], &[way(0, None, 90), own])).await;
    assert_eq!(shown.count(".way"), 1, "the own way is the track itself");
    assert_eq!(style(&shown, ".way"), "left:30.00%;width:60.00%;--row:0");
}

#[wasm_bindgen_test]
async fn of_many_ways_the_newest_are_drawn_and_one_is_named() {
    let ways: Vec<Way> = (1..=5).map(|id| way(id, Some(10), 90)).collect();
    let shown = with_ways(&ways).await;
    assert_eq!(shown.count(".way"), 3);
    assert_eq!(shown.texts(".way"), ["Way 5", "", ""]);
    assert_eq!(
        shown.attribute(".way:nth-of-type(4)", "title").as_deref(),
        Some("Way 4"),
        "the others are named to a pointer"
    );
}

#[wasm_bindgen_test]
async fn marks_that_stand_too_close_are_one_that_says_how_many() {
    let marks = [
        mark(20, MarkKind::Health, "hangs"),
        mark(21, MarkKind::Fault, "power cut"),
        mark(60, MarkKind::Own, "launch"),
    ];
    let shown = shown(run(&marks, &[])).await;
    assert_eq!(shown.texts(".mark"), ["power cut +1", "launch"]);
    assert_eq!(shown.count(".mark path.fault"), 1, "the cause before the effect");
    assert_eq!(shown.text(".mark.own"), "launch");
    assert!(
        shown
            .attribute(".track", "aria-valuetext")
            .unwrap()
            .ends_with("now, 3 events")
    );
}

#[wasm_bindgen_test]
async fn words_stand_where_they_cover_neither_each_other_nor_the_present() {
    let marks = [
        mark(20, MarkKind::Fault, "a zone loses its power"),
        mark(30, MarkKind::Health, "an instance is silent"),
        mark(90, MarkKind::Own, "power is back again"),
    ];
    let shown = shown(run(&marks, &[])).await;
    assert_eq!(
        shown.texts(".mark"),
        ["a zone loses its power", "", "power is back again"]
    );
    assert_eq!(shown.text(".label-left"), "power is back again");
}

#[wasm_bindgen_test]
async fn a_press_goes_to_its_moment_and_only_a_held_pointer_moves_it_on() {
    let shown = shown(run(&[], &[])).await;
    let place = shown.find(".track").get_bounding_client_rect();
    let pointer = |kind: &str, share: f64, button: i16| {
        let init = PointerEventInit::new();
        init.set_bubbles(true);
        init.set_button(button);
        init.set_client_x((place.left() + place.width() * share).round() as i32);
        PointerEvent::new_with_event_init_dict(kind, &init).unwrap()
    };
    shown.dispatch(".track", &pointer("pointermove", 0.9, -1)).await;
    shown.dispatch(".track", &pointer("pointerdown", 0.9, 2)).await;
    assert_eq!(shown.sent(), [], "neither held nor the first button");
    shown.dispatch(".track", &pointer("pointerdown", 0.25, 0)).await;
    let sent = shown.sent();
    let [Command::Time(TimeInput::GoTo(moment))] = sent[..] else {
        panic!("{sent:?}");
    };
    assert!(
        moment >= at(24) && moment <= at(26),
        "a quarter of the track: {moment:?}"
    );
}
