//! The fleet on the picture: chips above the lanes, nodes in their zones, the signpost of DNS, what is believed at each port.

use std::rc::Rc;

use view::Picture;
use view::fleet::{Alarm, Fleet, Thing};
use view::flight::Place;
use wasm_bindgen_test::wasm_bindgen_test;
use web::command::Command;
use web::components::fleet::FITTINGS;
use web::components::stage::{Props, Stage};
use yew::Callback;

use crate::pictures::{of_a_fleet, of_zones};
use crate::shown::Shown;

fn props(picture: Picture, send: Callback<Command>) -> Props {
    Props {
        fittings: Some(&FITTINGS),
        ..crate::stage::props(picture, send)
    }
}

async fn stage(change: impl FnOnce(&mut Props)) -> Shown<Stage> {
    Shown::new(|send| {
        let mut props = props(of_a_fleet(), send);
        change(&mut props);
        props
    })
    .await
}

#[wasm_bindgen_test]
async fn every_chip_looks_closer_at_its_thing_and_away_from_it() {
    let chips = [
        ("balancer", Thing::Balancer(0)),
        ("targets", Thing::TargetGroup(0)),
        ("group", Thing::Group(0)),
        ("alarm", Thing::Alarms),
    ];
    for (class, thing) in chips {
        let chip = format!(".chip.{class}");
        let shown = stage(|_| {}).await;
        shown.click(&chip).await;
        assert_eq!(shown.sent(), [Command::Select(Some(thing))]);
        let shown = stage(|props| props.selected = Some(thing)).await;
        assert_eq!(shown.attribute(&chip, "aria-pressed").as_deref(), Some("true"));
        shown.click(&chip).await;
        assert_eq!(shown.sent(), [Command::Select(None)]);
    }
}

#[wasm_bindgen_test]
async fn a_chip_says_how_its_thing_stands() {
    let shown = stage(|_| {}).await;
    assert_eq!(
        [".targets", ".group"].map(|chip| shown.text(&format!("{chip} .long"))),
        ["1 of 2 healthy", "min 1 · desired 3 · max 4"]
    );
    assert_eq!(
        [".targets", ".group"].map(|chip| shown.text(&format!("{chip} .short"))),
        ["1/2", "1 · 3 · 4"]
    );
    assert_eq!(shown.count(".chip.group.short-of"), 1, "one is missing");
    assert!(
        shown
            .text(".chip.targets .unseen")
            .contains("Target group app: 1 of 2 targets healthy")
    );
}

#[wasm_bindgen_test]
async fn an_alarm_that_rings_comes_first_and_many_share_a_chip() {
    let shown = stage(|_| {}).await;
    assert_eq!(shown.texts(".alarms .chip b"), ["busy", "calm"]);
    assert_eq!(shown.text(".chip.ringing b"), "busy");
    let three = |picture: Picture| {
        let fleet = &picture.fleet;
        let again = Alarm {
            index: 2,
            ..fleet.alarms[0].clone()
        };
        let alarms = [&fleet.alarms[..], &[again]].concat().into();
        let fleet = Fleet {
            alarms,
            ..Fleet::clone(fleet)
        };
        Picture {
            fleet: Rc::new(fleet),
            ..picture
        }
    };
    let shown = stage(|props| props.picture = Rc::new(three(of_a_fleet()))).await;
    assert_eq!(shown.texts(".alarms .chip b"), ["busy", "2 more alarms"]);
}

#[wasm_bindgen_test]
async fn a_node_that_dns_does_not_give_is_marked_and_all_can_be_looked_at() {
    let shown = stage(|_| {}).await;
    assert_eq!(shown.count(".node"), 2);
    assert!(
        shown
            .text(".node.hidden-from-dns")
            .contains("us-east-2b: not in DNS")
    );
    assert_eq!(shown.texts(".beside-node"), ["not in DNS"]);
    shown.click(".node.hidden-from-dns").await;
    let node = Thing::Place(Place::Node(1));
    assert_eq!(shown.sent(), [Command::Select(Some(node))]);
}

#[wasm_bindgen_test]
async fn the_signpost_says_whom_employees_ask_for_and_how_many_nodes_answer() {
    let shown = stage(|_| {}).await;
    assert_eq!(
        shown.attribute(".signpost", "aria-label").as_deref(),
        Some("DNS: employees ask for front-1.elb.amazonaws.com; it answers with 1 of 2 nodes")
    );
    let shown = stage(|props| props.picture = Rc::new(of_zones(&[&[1]]))).await;
    assert_eq!(shown.count(".signpost"), 0, "nobody asks for a name");
    assert_eq!(shown.count(".chip"), 0);
}

#[wasm_bindgen_test]
async fn what_is_believed_of_an_instance_stands_at_its_port_and_in_words() {
    let shown = stage(|_| {}).await;
    assert_eq!(shown.count(".port.healthy"), 1);
    assert_eq!(shown.count(".port.unhealthy"), 1);
    let said = shown.text("[data-stop=instance-2]");
    assert!(said.contains("seen: unhealthy, since 30 s"), "{said}");
    let chosen = stage(|props| props.selected = Some(Thing::TargetGroup(0))).await;
    assert_eq!(
        chosen.count(".port.chosen"),
        2,
        "those of the group that is selected"
    );
}
