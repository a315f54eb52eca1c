//! The numbers above the picture: what they say, and what they say before there is anything to count.

use view::Readout;
use view::bill::{Costs, Money};
use wasm_bindgen_test::wasm_bindgen_test;
use web::components::readout::readout;

use crate::shown::{Drawn, Part, Shown};

const NOTHING: Readout = Readout {
    served_percent: None,
    per_second: 0.0,
    failed: 0,
    p50_ms: None,
    p95_ms: None,
    in_flight: 0,
};

async fn shown(numbers: Readout) -> Shown<Part> {
    let costs = Costs {
        per_hour: Money::from_micro_dollars(20_000),
        ..Costs::default()
    };
    Shown::new(|_| Drawn::by(move || readout(&numbers, costs))).await
}

#[wasm_bindgen_test]
async fn every_number_stands_beside_its_name_with_its_unit() {
    let shown = shown(Readout {
        served_percent: Some(99.96),
        per_second: 42.4,
        p50_ms: Some(31.2),
        p95_ms: Some(1_240.0),
        ..NOTHING
    })
    .await;
    assert_eq!(
        shown.texts(".reading"),
        [
            "Served, last 60 s99.9 %",
            "Requests42 per second",
            "Half are faster than31 ms",
            "1 in 20 is slower than1.2 s",
            "Costs, as it stands$0.0200 per hour",
        ]
    );
    assert_eq!(shown.count(".bad"), 0);
}

#[wasm_bindgen_test]
async fn a_bad_share_looks_bad() {
    let served = |percent| Readout {
        served_percent: Some(percent),
        ..NOTHING
    };
    let good = shown(served(99.0)).await;
    assert_eq!(good.count(".bad"), 0);
    let bad = shown(served(98.9)).await;
    assert_eq!(bad.text(".bad dd"), "98.9 %");
}

#[wasm_bindgen_test]
async fn before_any_request_has_ended_nothing_is_called_good_or_bad() {
    let shown = shown(NOTHING).await;
    let said = shown.texts("dd");
    assert_eq!(said[..4], ["none yet", "0 per second", "none yet", "none yet"]);
    assert_eq!(shown.count(".bad"), 0);
}
