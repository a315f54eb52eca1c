//! Alarms, one and all.

use view::fleet::Thing;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{asked, closer, fact, list, of_fleet, select};
use crate::pictures::of_zones;
use crate::run::showing;

#[wasm_bindgen_test]
async fn an_alarm_says_its_state_why_and_its_rule() {
    let shown = of_fleet(Thing::Alarm(1)).await;
    assert_eq!(shown.text(".kind"), "CloudWatch alarm, selected");
    assert_eq!(shown.text(".inspector-state"), "in alarm for 30 s");
    assert_eq!(shown.text(".reason"), "why it is busy");
    assert_eq!(fact(&shown, "Metric"), "CPUUtilization");
    assert_eq!(
        fact(&shown, "Rule"),
        "Average of CPUUtilization more than 70 in 2 of 3 periods of 60 s"
    );
}

#[wasm_bindgen_test]
async fn of_all_alarms_those_that_ring_come_first_and_each_leads_to_its_own() {
    let shown = of_fleet(Thing::Alarms).await;
    let entries = list(&shown, "Alarms");
    assert!(entries[0].starts_with("busy in alarm for 30 s"), "{entries:?}");
    assert!(entries[1].starts_with("calm OK for 30 s"), "{entries:?}");
    assert_eq!(asked(&shown, "calm").await, select(Thing::Alarm(0)));
}

#[wasm_bindgen_test]
async fn where_there_are_none_nothing_opens() {
    for thing in [Thing::Alarms, Thing::Alarm(0)] {
        let shown = closer(showing(of_zones(&[&[1]])), thing).await;
        assert_eq!(shown.count(".inspector"), 0);
    }
}
