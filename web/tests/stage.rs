//! The picture: what is pressed on it, where the keyboard goes in it, and what it says without its dots.

use std::rc::Rc;

use des::SimTime;
use view::fleet::Thing;
use view::flight::Place;
use view::{Picture, Power};
use wasm_bindgen_test::wasm_bindgen_test;
use web::act::Act;
use web::command::Command;
use web::components::stage::{Props, Stage};
use web_sys::{MouseEvent, MouseEventInit};
use yew::Callback;

use crate::pictures::{busy, of_zones};
use crate::shown::{Shown, active, document};

const HOUSE: &str = "[data-stop=instance-1]";
/// What the Tab key leads to.
const TAB_STOP: &str = "[data-stop][tabindex='0']";

/// A picture without chips, of which nothing is selected.
pub(crate) fn props(picture: Picture, send: Callback<Command>) -> Props {
    Props {
        picture: Rc::new(picture),
        now_s: 60,
        heaps: Rc::default(),
        selected: None,
        fittings: None,
        arrangement: 0,
        cues: Rc::default(),
        dots: true,
        inert: false,
        painter: Rc::default(),
        send,
        laid_out: Callback::noop(),
    }
}

async fn stage(change: impl FnOnce(&mut Props)) -> Shown<Stage> {
    Shown::new(|send| {
        let mut props = props(of_zones(&[&[1, 2], &[3], &[]]), send);
        change(&mut props);
        props
    })
    .await
}

fn house(index: u32) -> Thing {
    Thing::Place(Place::Instance(index))
}

/// Clicks so far to the right of, and below, the upper left corner of something.
async fn click_at(shown: &Shown<Stage>, what: &str, x: i32, y: i32) {
    let corner = shown.find(what).get_bounding_client_rect();
    let init = MouseEventInit::new();
    init.set_bubbles(true);
    init.set_client_x(corner.x() as i32 + x);
    init.set_client_y(corner.y() as i32 + y);
    let event = MouseEvent::new_with_mouse_event_init_dict("click", &init).unwrap();
    shown.dispatch(what, &event).await;
}

fn stop() -> Option<String> {
    active().get_attribute("data-stop")
}

#[wasm_bindgen_test]
async fn a_press_on_a_house_looks_closer_at_it_and_another_no_longer() {
    let shown = stage(|_| {}).await;
    assert_eq!(shown.attribute(HOUSE, "aria-pressed").as_deref(), Some("false"));
    shown.click(HOUSE).await;
    assert_eq!(shown.sent(), [Command::Select(Some(house(1)))]);
    let shown = stage(|props| props.selected = Some(house(1))).await;
    assert_eq!(shown.attribute(HOUSE, "aria-pressed").as_deref(), Some("true"));
    shown.click(HOUSE).await;
    assert_eq!(shown.sent(), [Command::Select(None)]);
}

#[wasm_bindgen_test]
async fn zones_services_and_the_region_can_be_looked_at_and_the_own_desk_sends() {
    let shown = stage(|_| {}).await;
    for stop in ["zone-1", "service-1", "region", "office-1"] {
        shown.click(&format!("[data-stop={stop}]")).await;
    }
    let select = |thing| Command::Select(Some(thing));
    assert_eq!(
        shown.sent(),
        [
            select(Thing::Zone(1)),
            select(Thing::Place(Place::Service(1))),
            select(Thing::Region),
            Command::Act(Act::SendRequest),
        ]
    );
}

#[wasm_bindgen_test]
async fn a_press_on_empty_ground_tells_its_place() {
    let shown = stage(|_| {}).await;
    let corner = shown.find(".stage").get_bounding_client_rect();
    click_at(&shown, ".stage", 30, 40).await;
    click_at(&shown, ".zone", 5, 7).await;
    let zone = shown.find(".zone").get_bounding_client_rect();
    let at = |x: f64, y: f64| (x as i32, y as i32);
    let told: Vec<(i32, i32)> = shown
        .sent()
        .iter()
        .map(|command| match command {
            Command::Point(x, y) => (x.round() as i32, y.round() as i32),
            other => panic!("{other:?}"),
        })
        .collect();
    let within = at(zone.x() - corner.x() + 5.0, zone.y() - corner.y() + 7.0);
    assert_eq!(told[0], (30, 40));
    assert!(
        told[1].0.abs_diff(within.0) <= 1 && told[1].1.abs_diff(within.1) <= 1,
        "{told:?}"
    );
}

#[wasm_bindgen_test]
async fn escape_looks_away() {
    let shown = stage(|props| props.selected = Some(house(1))).await;
    shown.press(HOUSE, "Escape").await;
    assert_eq!(shown.sent(), [Command::Select(None)]);
}

#[wasm_bindgen_test]
async fn a_question_mark_asks_for_the_keys() {
    let shown = stage(|_| {}).await;
    shown.press(HOUSE, "?").await;
    assert_eq!(shown.sent(), [Command::ToggleSettings]);
}

#[wasm_bindgen_test]
async fn the_picture_is_one_tab_stop_and_arrow_keys_move_it() {
    let shown = stage(|_| {}).await;
    assert_eq!(shown.count(TAB_STOP), 1);
    shown.focus(TAB_STOP);
    assert_eq!(stop().as_deref(), Some("region"));
    assert!(
        shown.press(TAB_STOP, "ArrowDown").await,
        "the page itself does not scroll"
    );
    assert_eq!(stop().as_deref(), Some("zone-0"));
    assert_eq!(shown.count(TAB_STOP), 1);
    assert_eq!(shown.attribute(TAB_STOP, "data-stop").as_deref(), Some("zone-0"));
    shown.press(TAB_STOP, "ArrowUp").await;
    assert_eq!(stop().as_deref(), Some("region"));
    shown.press(TAB_STOP, "End").await;
    assert_eq!(stop().as_deref(), Some("service-1"));
    shown.press(TAB_STOP, "Home").await;
    assert_eq!(stop().as_deref(), Some("office-0"));
    assert_eq!(shown.sent(), [], "to go somewhere selects nothing");
}

#[wasm_bindgen_test]
async fn a_terminated_instance_passes_its_focus_on() {
    let mut shown = stage(|_| {}).await;
    shown.focus(HOUSE);
    shown
        .change(|send| props(of_zones(&[&[2], &[3], &[]]), send))
        .await;
    assert_eq!(stop().as_deref(), Some("region"));
    assert_eq!(shown.count(TAB_STOP), 1);
}

#[wasm_bindgen_test]
async fn the_focus_stays_where_it_is_while_others_come_and_go() {
    let mut shown = stage(|_| {}).await;
    shown.focus(HOUSE);
    shown
        .change(|send| props(of_zones(&[&[1], &[], &[4, 5]]), send))
        .await;
    assert_eq!(stop().as_deref(), Some("instance-1"));
}

#[wasm_bindgen_test]
async fn an_inert_picture_can_only_be_looked_at() {
    let shown = stage(|props| props.inert = true).await;
    shown.focus(HOUSE);
    assert_ne!(stop().as_deref(), Some("instance-1"));
    let house = shown.find(HOUSE);
    house.scroll_into_view();
    let place = house.get_bounding_client_rect();
    let (x, y) = (place.x() + 4.0, place.y() + 4.0);
    let hit = document().element_from_point(x as f32, y as f32);
    let is_hit = hit.is_some_and(|hit| shown.find(".stage").contains(Some(&hit)));
    assert!(!is_hit, "a pointer goes through it");
}

#[wasm_bindgen_test]
async fn counts_stand_on_the_wires_where_dots_are_off() {
    let with_failures = |props: &mut Props| {
        let links = [busy(1, 12.0, 0.0), busy(3, 8.0, 3.0), busy(2, 0.0, 0.0)];
        let picture = Picture {
            links: links.into(),
            ..of_zones(&[&[1, 2], &[3], &[]])
        };
        props.picture = Rc::new(picture);
    };
    let shown = stage(with_failures).await;
    assert_eq!(shown.count(".flow"), 0);
    let shown = stage(|props| {
        with_failures(props);
        props.dots = false;
    })
    .await;
    let mut counts = shown.texts(".flow");
    counts.sort();
    assert_eq!(
        counts,
        ["12 /s", "8 /s, 3 ✕"],
        "nothing is said where nothing flows"
    );
}

#[wasm_bindgen_test]
async fn state_is_said_in_words() {
    let dark = |props: &mut Props| {
        let mut picture = of_zones(&[&[1, 2], &[3], &[]]);
        let mut zones = picture.zones.to_vec();
        zones[1].power = Power::OffSince(SimTime::from_secs(20));
        picture.zones = zones.into();
        props.picture = Rc::new(picture);
    };
    let shown = stage(dark).await;
    let said = shown.text(HOUSE);
    for part in [
        "directory-1",
        "running",
        "3 of 8 workers busy",
        "the employees use its address",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    let zone = shown.attribute("[data-lane='1']", "aria-label");
    assert_eq!(
        zone.as_deref(),
        Some("Availability Zone us-east-2b, no power: 1 instance")
    );
    assert!(
        shown
            .text("[data-lane='1'] .zone-state")
            .starts_with("no power for")
    );
    let region = shown.attribute(".region", "aria-label").unwrap();
    assert!(region.contains("3 instances in 3 Availability Zones"), "{region}");
}
