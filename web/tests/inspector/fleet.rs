//! Load balancers, their nodes, target groups, Auto Scaling groups.

use view::fleet::Thing;
use view::flight::Place;
use wasm_bindgen_test::wasm_bindgen_test;
use web::command::Command;
use web::forms::FormInput;
use web::records::RecordInput;
use web::story::Key;

use super::{fact, list, of_fleet};

#[wasm_bindgen_test]
async fn a_load_balancer_says_who_uses_it_and_what_becomes_of_a_request() {
    let shown = of_fleet(Thing::Balancer(0)).await;
    assert_eq!(
        (shown.text(".kind"), shown.text("h2")),
        ("Load balancer, selected".to_owned(), "front".to_owned())
    );
    assert_eq!(shown.text(".inspector-state"), "active for 30 s");
    assert_eq!(fact(&shown, "DNS name"), "front-1.elb.amazonaws.com");
    assert_eq!(fact(&shown, "Scheme"), "internet-facing");
    assert_eq!(fact(&shown, "Employees"), "use its name");
    assert_eq!(list(&shown, "Nodes").len(), 2);
    assert!(
        shown
            .text(".entries:has(.rules)")
            .starts_with("ListenersHTTP on port 80")
    );
    assert_eq!(
        shown.texts(".rules li"),
        [
            "10: if the path is /closed, answer 503 itself.",
            "Otherwise forward to app."
        ]
    );
}

#[wasm_bindgen_test]
async fn a_node_says_whether_clients_find_it() {
    let shown = of_fleet(Thing::Place(Place::Node(0))).await;
    assert_eq!(shown.text("h2"), "front");
    assert_eq!(shown.text(".inspector-state"), "DNS answers with this node.");
    assert_eq!(fact(&shown, "Availability Zone"), "us-east-2a");
    assert_eq!(fact(&shown, "Targets"), "1 of 2 healthy");
    assert_eq!(fact(&shown, "Requests failed here"), "5");
    let hidden = of_fleet(Thing::Place(Place::Node(1))).await;
    assert_eq!(hidden.text(".inspector-state"), "not in DNS");
}

#[wasm_bindgen_test]
async fn a_target_group_says_how_it_checks_and_what_it_found() {
    let shown = of_fleet(Thing::TargetGroup(0)).await;
    assert_eq!(shown.text(".inspector-state"), "1 of 2 healthy");
    assert_eq!(fact(&shown, "Load balancer"), "front");
    assert_eq!(fact(&shown, "Health check"), "/health every 10 s, 5 s to answer");
    assert_eq!(
        fact(&shown, "Another state after"),
        "3 failed in a row, or 2 passed"
    );
    assert_eq!(
        list(&shown, "Targets"),
        [
            "directory-1seen: healthy",
            "directory-2seen: unhealthy, since 30 sTarget.Timeout Request timed out",
        ]
    );
}

#[wasm_bindgen_test]
async fn a_group_shows_what_it_has_and_what_it_wants() {
    let shown = of_fleet(Thing::Group(0)).await;
    assert_eq!(shown.text(".inspector-state"), "min 1 · desired 3 · max 4");
    assert!(shown.text(".inspector-text").contains("1 not yet in service"));
    let houses = [".lit", ".wanted"].map(|look| shown.count(&format!(".size-bar i{look}")));
    assert_eq!(shown.count(".size-bar i"), 4);
    assert_eq!(houses, [2, 1]);
    assert_eq!(
        shown.attribute(".size-bar", "aria-label").as_deref(),
        Some("Auto Scaling group app-asg: 2 in service, 3 desired, at least 1, at most 4")
    );
    assert_eq!(fact(&shown, "Availability Zones"), "us-east-2a, us-east-2b");
    assert_eq!(fact(&shown, "Suspended processes"), "AZRebalance");
    assert_eq!(
        list(&shown, "Instances"),
        ["directory-1 InService, Healthy", "directory-2 InService, Healthy"]
    );
}

#[wasm_bindgen_test]
async fn what_a_group_did_is_told_with_its_cause_and_what_went_wrong() {
    let shown = of_fleet(Thing::Group(0)).await;
    let told = list(&shown, "Activities, latest first").concat();
    for part in [
        "10:00:30",
        "Launching a new EC2 instance",
        "Failed",
        "There is no room in this zone.",
        "the desired capacity went from 2 to 3",
    ] {
        assert!(told.contains(part), "{part} in {told}");
    }
    shown.click(".why-button").await;
    assert_eq!(
        shown.sent(),
        [Command::Records(RecordInput::Why(Some(Key::Fact(7))))]
    );
}

#[wasm_bindgen_test]
async fn forms_that_fit_open_for_the_thing() {
    for thing in [Thing::Balancer(0), Thing::TargetGroup(0), Thing::Group(0)] {
        let shown = of_fleet(thing).await;
        shown.click("button[aria-haspopup=dialog]").await;
        let sent = shown.sent();
        assert!(
            matches!(&sent[..], [Command::Form(FormInput::OpenFor(_, about))] if *about == thing),
            "{sent:?}"
        );
    }
}

#[wasm_bindgen_test]
async fn whatever_it_is_it_closes_by_button_and_by_key() {
    for thing in [Thing::Balancer(0), Thing::Place(Place::Node(0)), Thing::Group(0)] {
        let shown = of_fleet(thing).await;
        shown.click("header .tool").await;
        shown.press(".inspector-text", "Escape").await;
        assert_eq!(shown.sent(), [Command::Select(None), Command::Select(None)]);
    }
    let gone = of_fleet(Thing::Group(9)).await;
    assert_eq!(gone.count(".inspector"), 0);
}
