//! A twin run: what is asked of the two, whose numbers stand where, and what came of both.

use std::rc::Rc;

use des::{SimDuration, SimTime};
use history::Measured;
use view::Series;
use view::bill::{Costs, Money};
use wasm_bindgen_test::wasm_bindgen_test;
use web::command::Command;
use web::components::pair::pair_area;
use web::pair::Pair;
use web::past::TimeInput;
use yew::prelude::html;

use crate::pictures::{empty, of_zones};
use crate::run::showing;
use crate::shown::{Drawn, Part, Shown, click};

fn measured(served: u64, failed: u64, cents: u64) -> Measured {
    Measured {
        served,
        failed,
        p99_us: Some(120_000),
        unserved: SimDuration::from_secs(failed / 10),
        charged: Money::default(),
        per_hour: Money::from_micro_dollars(cents * 10_000),
    }
}

fn pair(outcome: [Measured; 2], changes: &[&str]) -> Pair {
    let a = showing(empty());
    let series = Series {
        period: SimDuration::from_secs(1),
        points: Rc::default(),
    };
    Pair {
        parted: SimTime::from_secs(60),
        picture: Rc::new(of_zones(&[&[1]])),
        readout: view::Readout {
            served_percent: Some(50.0),
            ..a.readout
        },
        costs: Costs {
            per_hour: Money::from_micro_dollars(20_000),
            ..Costs::default()
        },
        series: [series.clone(), series],
        heaps: Rc::default(),
        outcome,
        changes: changes.iter().map(|change| Rc::from(*change)).collect(),
        differs: changes.is_empty().then_some(false),
    }
}

async fn shown(pair: Pair) -> Shown<Part> {
    let mut snapshot = showing(empty());
    snapshot.now = SimTime::from_secs(180);
    snapshot.readout.served_percent = Some(90.0);
    let draw = move |send: yew::Callback<Command>| {
        Drawn::by(move || {
            let pictures = [html! { <i class="a" /> }, html! { <i class="b" /> }];
            pair_area(&snapshot, &pair, pictures, &send)
        })
    };
    Shown::new(draw).await
}

const CHANGE: &str = "aws ec2 run-instances";

/// A served half of a thousand requests, B nine tenths, for half as much again.
fn better() -> [Measured; 2] {
    [measured(500, 500, 2), measured(900, 100, 3)]
}

#[wasm_bindgen_test]
async fn the_outcome_is_a_table_that_ends_in_a_sentence() {
    let shown = shown(pair(better(), &[CHANGE])).await;
    assert_eq!(shown.text(".outcome caption"), "Outcome, 10:01:00 to 10:03:00");
    assert_eq!(
        shown.texts(".outcome tbody tr"),
        [
            "Served50 %90 %40.0 points up",
            "Failed requests500100400 fewer",
            "1 in 100 is slower than120 ms120 msthe same",
            "Longest with nobody served50 s10 s40 s shorter",
            "Cost an hour, list price$0.0200$0.030050 % dearer",
        ]
    );
    assert_eq!(
        shown.text(".outcome .say"),
        "The share that B serves is 40.0 points up, and it is 50 % dearer. What you changed made the difference: nothing else was."
    );
    assert_eq!(shown.count(".outcome th[scope=row]"), 5);
}

#[wasm_bindgen_test]
async fn what_changed_nothing_for_people_is_said_so() {
    let same = measured(500, 0, 2);
    let dearer = Measured {
        per_hour: Money::from_micro_dollars(90_000),
        ..same
    };
    let shown = shown(pair([same, dearer], &[CHANGE])).await;
    assert_eq!(
        shown.text(".outcome .say"),
        "So far the change has made no difference to anybody."
    );
}

#[wasm_bindgen_test]
async fn without_a_change_it_says_what_to_do_and_with_one_what_was_done() {
    let same = measured(500, 0, 2);
    let begun = shown(pair([same, same], &[])).await;
    assert_eq!(begun.text("h2"), "Two runs, nothing changed yet");
    assert!(begun.text(".pair-asked p").starts_with("Change one thing in B"));
    assert!(
        begun
            .text(".outcome .say")
            .starts_with("No change, no difference")
    );
    let changed = shown(pair(better(), &[CHANGE])).await;
    assert_eq!(changed.text("h2"), "Two runs, one thing changed in B");
    assert_eq!(changed.texts(".pair-asked code"), [CHANGE]);
}

#[wasm_bindgen_test]
async fn each_side_has_its_picture_and_its_own_numbers() {
    let shown = shown(pair(better(), &[CHANGE])).await;
    assert_eq!((shown.count(".side-a .a"), shown.count(".side-b .b")), (1, 1));
    assert_eq!(shown.text(".side-a header dd"), "50 %");
    assert_eq!(shown.text(".side-b header dd"), "90 %");
    assert_eq!(
        [".side-a", ".side-b"].map(|side| shown.attribute(side, "tabindex")),
        [Some("0".to_owned()), None],
        "what cannot be acted on can be scrolled"
    );
}

#[wasm_bindgen_test]
async fn it_ends_with_either_of_the_two() {
    let shown = shown(pair(better(), &[CHANGE])).await;
    for name in ["Keep A", "Keep B"] {
        click(&shown.named(".pair-ends button", name)).await;
    }
    assert_eq!(
        shown.sent(),
        [TimeInput::KeepA, TimeInput::KeepB].map(Command::Time)
    );
}
