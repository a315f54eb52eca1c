//! An instance: how it stands, what others believe of it, what is broken, and its buttons.

use view::Condition;
use wasm_bindgen_test::wasm_bindgen_test;
use web::act::Act;

use super::{act, asked, closer, fact, house, list, of_fleet, selected};
use crate::pictures::of_zones;
use crate::run::{pass, session, showing};

#[wasm_bindgen_test]
async fn it_says_what_the_picture_cannot() {
    let shown = selected(&mut session(), house(0)).await;
    assert_eq!(shown.text(".kind"), "EC2 instance, selected");
    assert_eq!(shown.text("h2"), "directory-1");
    assert!(
        shown
            .text(".inspector-state")
            .starts_with("running, 3 of 3 checks passed"),
        "{}",
        shown.text(".inspector-state")
    );
    assert!(fact(&shown, "Instance ID").starts_with("i-0"));
    assert_eq!(fact(&shown, "Instance type"), "t3.micro");
    assert_eq!(fact(&shown, "Availability Zone"), "us-east-2a");
    assert!(fact(&shown, "Workers").ends_with("busy"));
    assert_eq!(fact(&shown, "Security groups"), "directory-web");
    assert_ne!(fact(&shown, "Public IPv4 address"), "none");
    assert_eq!(shown.count(".trouble-entry"), 0);
}

#[wasm_bindgen_test]
async fn its_buttons_act_on_it_and_one_that_cannot_says_why() {
    let shown = selected(&mut session(), house(0)).await;
    assert_eq!(asked(&shown, "Stop").await, act(Act::Stop(0)));
    assert_eq!(asked(&shown, "Let its app hang").await, act(Act::Hang(0)));
    let start = shown.named("button", "Start");
    assert_eq!(start.get_attribute("aria-disabled").as_deref(), Some("true"));
    assert_eq!(
        start.get_attribute("title").as_deref(),
        Some("Only a stopped instance can be started.")
    );
    assert_eq!(asked(&shown, "Start").await, []);
}

#[wasm_bindgen_test]
async fn what_is_broken_is_told_with_its_cause_and_can_be_ended() {
    let mut session = session();
    session.submit(&Act::Crash(0));
    pass(&mut session, 30);
    let shown = selected(&mut session, house(0)).await;
    let said = shown.text(".trouble-entry p");
    assert_eq!(said, "Its operating system has crashed. For 30 s");
    assert!(shown.count(".why li") > 0, "{}", shown.text(".inspector-text"));
    let ends = asked(&shown, "End it").await;
    assert!(
        matches!(ends[..], [web::command::Command::Act(Act::EndFault(_))]),
        "{ends:?}"
    );
}

#[wasm_bindgen_test]
async fn what_load_balancers_believe_stands_beside_how_it_is() {
    let shown = of_fleet(house(2)).await;
    assert!(shown.text(".trouble-entry").contains("answers none"));
    let seen = list(&shown, "What load balancers believe");
    assert_eq!(
        seen,
        ["appseen: unhealthy, since 30 sTarget.Timeout Request timed out"]
    );
    let life = list(&shown, "Auto Scaling group");
    assert_eq!(life, ["app-asg InService, Healthy"]);
}

#[wasm_bindgen_test]
async fn why_aws_stopped_it_is_told() {
    let mut picture = of_zones(&[&[1]]);
    let mut zones = picture.zones.to_vec();
    let mut instance = zones[0].instances[0].clone();
    instance.condition = Condition::Stopped;
    instance.reason = Some("Server.ScheduledStop".into());
    zones[0].instances = [instance].into();
    picture.zones = zones.into();
    let shown = closer(showing(picture), house(1)).await;
    assert!(shown.text(".inspector-state").starts_with("stopped"));
    assert_eq!(shown.text(".reason"), "Why? Server.ScheduledStop");
    assert_eq!(fact(&shown, "Public IPv4 address"), "none");
}

#[wasm_bindgen_test]
async fn nothing_is_said_of_one_that_is_gone() {
    let shown = of_fleet(house(99)).await;
    assert_eq!(shown.count(".inspector"), 0);
}
