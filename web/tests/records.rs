//! The records below the picture: tabs that are one stop, and the panel that each names.

use std::rc::Rc;

use des::{SimDuration, SimTime};
use view::Timeline;
use view::chart::{Board, Topic};
use wasm_bindgen_test::wasm_bindgen_test;
use web::command::Command;
use web::components::records::{Props, Records};
use web::records::{RecordInput, Tab};
use web::snapshot::Records as Gathered;
use web::span::Span;
use web::story::StoryView;
use yew::Callback;

use crate::pictures;
use crate::shown::{Shown, active};

const CHOSEN: &str = "[role=tab][aria-selected=true]";

fn props(tab: Tab) -> impl FnOnce(Callback<Command>) -> Props {
    let board = |topic| Board {
        topic,
        period: SimDuration::from_secs(1),
        charts: Rc::default(),
        things: 0,
        page: 0,
    };
    let story = StoryView {
        filter: None,
        search: "".into(),
        entries: Rc::default(),
        found: 0,
    };
    let shown = match tab {
        Tab::Charts(topic) => Gathered {
            charts: Some(Rc::new(board(topic))),
            ..Gathered::default()
        },
        Tab::Story => Gathered {
            story: Some(Rc::new(story)),
            ..Gathered::default()
        },
    };
    move |send| Props {
        shown,
        span: Span::around(SimTime::ZERO, 1.0),
        now: SimTime::ZERO,
        timeline: Timeline::default(),
        picture: Rc::new(pictures::empty()),
        send,
    }
}

fn to(tab: Tab) -> Command {
    Command::Records(RecordInput::Tab(tab))
}

#[wasm_bindgen_test]
async fn one_tab_is_chosen_and_names_the_panel() {
    let shown = Shown::<Records>::new(props(Tab::Charts(Topic::Zones))).await;
    assert_eq!(shown.count("[role=tablist] [role=tab]"), Tab::ALL.len() as u32);
    assert_eq!(shown.count(CHOSEN), 1);
    assert_eq!(shown.count("[role=tab][tabindex='0']"), 1);
    assert_eq!(shown.attribute(CHOSEN, "tabindex").as_deref(), Some("0"));
    let panel = shown.find("[role=tabpanel]");
    assert_eq!(shown.attribute(CHOSEN, "aria-controls"), Some(panel.id()));
    assert_eq!(
        panel.get_attribute("aria-labelledby"),
        Some(shown.find(CHOSEN).id())
    );
}

#[wasm_bindgen_test]
async fn arrow_keys_ask_for_the_next_tab_and_the_focus_goes_along() {
    let mut shown = Shown::<Records>::new(props(Tab::Charts(Topic::Employees))).await;
    shown.focus(CHOSEN);
    assert!(shown.press(CHOSEN, "ArrowRight").await);
    assert_eq!(shown.sent(), [to(Tab::Charts(Topic::Zones))]);
    shown.change(props(Tab::Charts(Topic::Zones))).await;
    assert_eq!(active(), shown.find(CHOSEN));
    shown.press(CHOSEN, "ArrowLeft").await;
    shown.press(CHOSEN, "End").await;
    assert_eq!(shown.sent(), [to(Tab::Charts(Topic::Employees)), to(Tab::Story)]);
    assert!(!shown.press(CHOSEN, "ArrowDown").await, "that key is the page's");
}

#[wasm_bindgen_test]
async fn a_tab_that_was_pressed_keeps_the_focus_where_it_is() {
    let mut shown = Shown::<Records>::new(props(Tab::Story)).await;
    shown.click("#records-alarms").await;
    assert_eq!(shown.sent(), [to(Tab::Charts(Topic::Alarms))]);
    let before = active();
    shown.change(props(Tab::Charts(Topic::Alarms))).await;
    assert_eq!(active(), before);
    assert!(shown.text("[role=tabpanel]").contains("alarm"));
}

#[wasm_bindgen_test]
async fn the_timeline_is_one_of_the_tabs() {
    let shown = Shown::<Records>::new(props(Tab::Story)).await;
    assert_eq!(shown.find(CHOSEN).id(), "records-timeline");
    assert_eq!(shown.count("[role=tabpanel] [type=search]"), 1);
    shown.press(CHOSEN, "ArrowRight").await;
    assert_eq!(shown.sent(), [to(Tab::Charts(Topic::Employees))], "it goes round");
}
