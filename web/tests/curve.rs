//! A curve that is drawn before the run: by pointer, by keyboard, and held against what was measured.

use std::rc::Rc;

use des::SimDuration;
use wasm_bindgen_test::wasm_bindgen_test;
use web::components::curve::{Plot, fields};
use web::curve::{Curve, Unit};
use web::panel::PanelInput;
use web_sys::{PointerEvent, PointerEventInit};
use yew::prelude::*;

use crate::shown::{Drawn, Part, Shown};

const GROUND: &str = ".curve-ground";

fn curve() -> Curve {
    Curve {
        id: "served".into(),
        prompt: "Share of requests that are served".into(),
        unit: Unit::Share,
        length: SimDuration::from_secs(120),
        range: (0.0, 1.0),
        drawn: [Some(1.0), Some(0.5), None].into(),
        measured: Rc::default(),
        fixed: false,
    }
}

/// The drawing, and the numbers beside it.
async fn shown(curve: Curve) -> Shown<Part, PanelInput> {
    Shown::new(|send| {
        Drawn::by(move || {
            html! {
                // As wide as ten times its height, as its box is drawn.
                <div style="width: 1000px; position: absolute; left: 0; top: 0">
                    <Plot curve={curve.clone()} send={send.clone()} />
                    { fields(&curve, &send) }
                </div>
            }
        })
    })
    .await
}

fn set(index: usize, value: f64) -> PanelInput {
    PanelInput::Curve("served".into(), index, value)
}

/// A pointer at a place of the ground, in shares of its width and height.
async fn point(shown: &Shown<Part, PanelInput>, kind: &str, right: f64, up: f64) {
    let ground = shown.find(GROUND).get_bounding_client_rect();
    let init = PointerEventInit::new();
    init.set_bubbles(true);
    init.set_client_x((ground.left() + ground.width() * right).round() as i32);
    init.set_client_y((ground.top() + ground.height() * (1.0 - up)).round() as i32);
    let event = PointerEvent::new_with_event_init_dict(kind, &init).unwrap();
    shown.dispatch(GROUND, &event).await;
}

fn number(index: usize) -> String {
    format!(".curve-numbers label:nth-child({}) input", index + 1)
}

#[wasm_bindgen_test]
async fn numbers_and_drawing_say_the_same() {
    let shown = shown(curve()).await;
    assert_eq!(
        shown.texts(".curve-numbers label > span:first-child"),
        ["0 s", "1 min", "2 min"]
    );
    assert_eq!(
        [0, 1, 2].map(|index| shown.value(&number(index))),
        ["100", "50", ""]
    );
    let line = shown.attribute(".drawn-line", "d");
    assert_eq!(
        line.as_deref(),
        Some("M0.0 0.0L500.0 50.0"),
        "as far as it is drawn"
    );
}

#[wasm_bindgen_test]
async fn a_number_is_typed_in_its_unit_and_within_its_range() {
    let shown = shown(curve()).await;
    let field = number(2);
    shown.type_in(&field, "25").await;
    assert_eq!(shown.sent(), [set(2, 0.25)]);
    for wrong in ["101", "-1", ""] {
        shown.type_in(&field, wrong).await;
    }
    assert_eq!(shown.sent(), []);
    let says = |name: &str| shown.attribute(&field, name).unwrap();
    assert_eq!(
        [says("min"), says("max"), says("step")],
        ["0", "100", "5"],
        "what arrow keys do"
    );
}

#[wasm_bindgen_test]
async fn a_pointer_draws_the_nearest_points_in_one_go() {
    let shown = shown(curve()).await;
    point(&shown, "pointermove", 0.5, 0.5).await;
    assert_eq!(shown.sent(), [], "it is not pressed");
    point(&shown, "pointerdown", 0.02, 0.8).await;
    point(&shown, "pointermove", 0.48, 0.3).await;
    point(&shown, "pointermove", 0.97, 0.0).await;
    point(&shown, "pointerup", 0.97, 0.0).await;
    point(&shown, "pointermove", 0.5, 0.9).await;
    assert_eq!(shown.sent(), [set(0, 0.8), set(1, 0.3), set(2, 0.0)]);
}

#[wasm_bindgen_test]
async fn what_is_committed_can_be_changed_no_more() {
    let shown = shown(Curve {
        fixed: true,
        ..curve()
    })
    .await;
    point(&shown, "pointerdown", 0.5, 0.5).await;
    assert_eq!(shown.sent(), []);
    assert!(shown.find(&number(0)).matches(":disabled").unwrap());
}

#[wasm_bindgen_test]
async fn after_the_run_the_gap_is_told_in_words_and_in_a_table() {
    let run = Curve {
        drawn: [Some(1.0), Some(0.5), Some(1.0)].into(),
        measured: [(0.0, 1.0), (0.5, 0.9), (1.0, 1.0)].into(),
        fixed: true,
        ..curve()
    };
    let shown = shown(run).await;
    assert_eq!(
        shown.text(".curve-difference"),
        "The widest gap is at 1 min: you drew 50 %, it was 90 %. Your line runs lower there."
    );
    assert_eq!(shown.texts(".curve-label"), ["your line", "measured"]);
    assert_eq!(
        shown.texts("tbody tr:nth-child(2) > *"),
        ["1 min", "50 %", "90 %", "-40 %"]
    );
}

#[wasm_bindgen_test]
async fn lines_that_are_close_are_told_so() {
    let run = Curve {
        drawn: [Some(1.0), Some(1.0), Some(1.0)].into(),
        measured: [(0.0, 1.0), (1.0, 0.95)].into(),
        fixed: true,
        ..curve()
    };
    let shown = shown(run).await;
    assert!(shown.text(".curve-difference").contains("close"));
}
