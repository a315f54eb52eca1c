//! Zones and services: power, what stands there, what is kept there, and what can be done to them.

use view::fleet::Thing;
use view::flight::Place;
use wasm_bindgen_test::wasm_bindgen_test;
use web::act::Act;

use super::{act, asked, closer, fact, house, list, of_fleet, select, selected};
use crate::run::{pass, session};

#[wasm_bindgen_test]
async fn a_zone_with_power_says_so_and_leads_to_what_stands_in_it() {
    let shown = selected(&mut session(), Thing::Zone(0)).await;
    assert_eq!(shown.text(".kind"), "Availability Zone, selected");
    assert_eq!(shown.text("h2"), "us-east-2a");
    assert_eq!(shown.text(".inspector-state"), "Has power");
    assert_eq!(fact(&shown, "Had power so far"), "100 %");
    assert!(fact(&shown, "Addresses left").parse::<u32>().unwrap() > 1_000);
    shown.click(".entries .strong").await;
    assert_eq!(shown.sent(), select(house(0)));
    assert_eq!(
        asked(&shown, "Lose 20 % of its packets").await,
        act(Act::LosePackets(0))
    );
    assert_eq!(
        asked(&shown, "Cut the power of zone a").await,
        act(Act::CutPower(0))
    );
}

#[wasm_bindgen_test]
async fn a_dark_zone_says_how_long_and_can_be_brought_back() {
    let mut session = session();
    session.submit(&Act::CutPower(0));
    pass(&mut session, 20);
    let shown = selected(&mut session, Thing::Zone(0)).await;
    assert_eq!(shown.text(".inspector-state"), "No power for 20 s");
    assert!(shown.text(".trouble-entry").contains("It has no power"));
    assert_ne!(fact(&shown, "Had power so far"), "100 %");
    assert_eq!(
        asked(&shown, "Bring back zone a").await,
        act(Act::RestorePower(0))
    );
}

#[wasm_bindgen_test]
async fn an_empty_zone_says_that() {
    let shown = of_fleet(Thing::Zone(2)).await;
    assert!(
        shown
            .text(".inspector-text")
            .contains("Nothing of yours is here.")
    );
    assert_eq!(shown.count(".entries"), 0);
}

#[wasm_bindgen_test]
async fn a_node_in_a_zone_is_told_from_an_instance() {
    let shown = of_fleet(Thing::Zone(1)).await;
    let inside = list(&shown, "Instances");
    assert_eq!(
        inside,
        [
            "Look closer at frontNode of front in us-east-2b: not in DNS, 1 of 2 targets healthy to it",
            "Look closer at directory-2running · seen: unhealthy, since 30 s",
        ]
    );
    shown.click(".entries .strong").await;
    assert_eq!(shown.sent(), select(Thing::Place(Place::Node(1))));
}

#[wasm_bindgen_test]
async fn a_service_says_what_it_keeps_and_can_be_made_slow() {
    let mut session = session();
    for (place, name, kept) in [(0, "DynamoDB", "Tables"), (1, "S3", "Buckets")] {
        let shown = selected(&mut session, Thing::Place(Place::Service(place))).await;
        assert_eq!(shown.text("h2"), name);
        assert_eq!(shown.text(".inspector-state"), "3 of 3 answer");
        assert_eq!(list(&shown, kept).len(), 1);
        assert_eq!(
            asked(&shown, "Make it 5 times slower").await,
            act(Act::SlowService(place))
        );
    }
}

#[wasm_bindgen_test]
async fn what_is_broken_in_a_service_is_ended_there() {
    let mut session = session();
    session.submit(&Act::SlowService(0));
    let shown = selected(&mut session, Thing::Place(Place::Service(0))).await;
    assert!(
        shown
            .text(".trouble-entry")
            .starts_with("It takes 5 times as long as it should.")
    );
    let other = closer(
        crate::run::snapshot(&mut session),
        Thing::Place(Place::Service(1)),
    )
    .await;
    assert_eq!(other.count(".trouble-entry"), 0, "the other is well");
}
