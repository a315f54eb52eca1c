//! Availability against money: what was measured, what was promised, and the fleets that were tried.

use view::bill::{Costs, Money};
use view::frontier::{FleetShape, Tried, Tries};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web::components::inspector::dial::{Dial, Props};
use web_sys::HtmlSelectElement;

use crate::shown::{Shown, bubbling};

fn tried(instances: u32, served: u64, ended: u64, cents: u64) -> Tried {
    Tried {
        shape: FleetShape {
            instances,
            zones: 1,
            ..FleetShape::default()
        },
        served,
        ended,
        per_hour: Money::from_micro_dollars(cents * 10_000),
    }
}

async fn dial(served: Option<f64>, tried: &[Tried], now: usize) -> Shown<Dial, ()> {
    let tries = Tries {
        tried: tried.into(),
        now,
    };
    let costs = Costs {
        charged: Money::default(),
        per_hour: Money::from_micro_dollars(20_000),
        per_month: Money::from_micro_dollars(14_600_000),
    };
    Shown::new(|_| Props { served, costs, tries }).await
}

#[wasm_bindgen_test]
async fn a_few_requests_say_nothing_of_availability() {
    let shown = dial(Some(100.0), &[tried(1, 12, 12, 2)], 0).await;
    assert!(shown.text(".dial").contains("Not enough requests yet"));
    assert_eq!(shown.count(".needle.measured"), 0);
    assert_eq!(
        shown.attribute("svg", "aria-hidden").as_deref(),
        Some("true"),
        "all of it is said in words"
    );
}

#[wasm_bindgen_test]
async fn what_was_measured_is_held_against_an_objective_of_ones_own() {
    let shown = dial(Some(99.95), &[tried(1, 19_990, 20_000, 2)], 0).await;
    assert_eq!(shown.count(".needle.measured"), 1);
    assert!(
        shown
            .text(".dial b")
            .starts_with("99.95 % of 20,000 requests served")
    );
    assert!(
        shown
            .text(".dial")
            .contains("Met: 50 % of the failures that 99.9 % allows")
    );
    let choice: HtmlSelectElement = shown.find("label select").unchecked_into();
    choice.set_selected_index(4);
    shown.dispatch("select", &bubbling("change")).await;
    let said = shown.text(".dial");
    assert!(
        said.contains("Not met: 5 times as many requests failed as 99.99 % allows"),
        "{said}"
    );
}

#[wasm_bindgen_test]
async fn every_fleet_is_listed_newest_first_with_how_it_stands() {
    let fleets = [
        tried(1, 19_000, 20_000, 2),
        tried(2, 19_000, 20_000, 4),
        tried(3, 19_990, 20_000, 6),
        tried(4, 10, 10, 8),
    ];
    let shown = dial(Some(97.0), &fleets, 2).await;
    let rows = shown.texts("tbody th");
    assert_eq!(
        rows,
        [
            "4 instances, 1 zone · too few requests",
            "3 instances, 1 zone · on the frontier · now",
            "2 instances, 1 zone · beaten",
            "1 instance, 1 zone · on the frontier",
        ]
    );
}
