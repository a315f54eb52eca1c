//! The picture as text: all that the picture shows, in words.

use std::rc::Rc;

use view::Timeline;
use wasm_bindgen_test::wasm_bindgen_test;
use web::act::Act;
use web::components::twin::text_twin;
use web::snapshot::Snapshot;

use crate::pictures::{of_a_fleet, of_zones};
use crate::run::{pass, session, showing, snapshot};
use crate::shown::{Drawn, Part, Shown};

async fn shown(snapshot: Snapshot) -> Shown<Part> {
    let snapshot = Rc::new(snapshot);
    Shown::new(|_| Drawn::by(move || text_twin(&snapshot))).await
}

/// The entries below a heading.
fn below(shown: &Shown<Part>, heading: &str) -> String {
    let list = shown.named("h3", heading).next_element_sibling().unwrap();
    list.text_content().unwrap()
}

#[wasm_bindgen_test]
async fn a_fleet_is_told_with_what_each_part_believes() {
    let shown = shown(showing(of_a_fleet())).await;
    for (heading, said) in [
        ("Load balancers", "Load balancer front: active, HTTP on port 80"),
        ("Load balancers", "Otherwise forward to app."),
        ("Target groups", "Target group app: 1 of 2 targets healthy"),
        (
            "Target groups",
            "directory-2: seen: unhealthy, since 30 s (Target.Timeout: Request timed out)",
        ),
        (
            "Auto Scaling groups",
            "2 in service, 3 desired, at least 1, at most 4",
        ),
        ("Auto Scaling groups", "Failed: Launching a new EC2 instance"),
        ("Alarms", "CloudWatch alarm busy: in alarm"),
        ("Region", "Instance directory-1, in service"),
        ("Region", "Node of front in us-east-2b: not in DNS"),
    ] {
        let told = below(&shown, heading);
        assert!(told.contains(said), "{said} below {heading} in {told}");
    }
}

#[wasm_bindgen_test]
async fn of_what_is_not_there_nothing_is_said() {
    let mut plain = showing(of_zones(&[&[1], &[]]));
    plain.timeline = Timeline::default();
    let shown = shown(plain).await;
    let headings = shown.texts("h3");
    assert_eq!(
        headings,
        [
            "Employees",
            "Region us-east-2",
            "Bill and availability",
            "Regional services",
            "What happened, latest first"
        ]
    );
    assert!(below(&shown, "Region").contains("us-east-2b: nothing of yours is here"));
    assert_eq!(below(&shown, "What happened"), "Nothing yet.");
}

#[wasm_bindgen_test]
async fn what_happened_is_told_latest_first() {
    let mut session = session();
    session.submit(&Act::CutPower(0));
    pass(&mut session, 5);
    session.submit(&Act::RestorePower(0));
    pass(&mut session, 5);
    let shown = shown(snapshot(&mut session)).await;
    let times = shown.texts(".events time");
    assert!(times.len() >= 2, "{times:?}");
    assert!(times.is_sorted_by(|later, earlier| later >= earlier), "{times:?}");
    assert!(times.contains(&"10:03:00".to_owned()), "{times:?}");
}
