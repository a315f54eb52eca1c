//! Charts in a document: one cursor over all of them, by key and by pointer; a table of each; what turns the page.
#![cfg(target_arch = "wasm32")]

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use des::{SimDuration, SimTime};
use view::Timeline;
use view::chart::{Board, Chart, Line, Measure, Role, Sample, Shape, Threshold, Topic};
use view::fleet::Thing;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web::command::Command;
use web::components::charts::{Charts, Props};
use web::records::RecordInput;
use web::span::Span;
use web_sys::{Element, HtmlElement, KeyboardEvent, KeyboardEventInit};
use yew::Callback;

wasm_bindgen_test_configure!(run_in_browser);

const START_S: u64 = 600;

fn line(role: Role, shape: Shape, values: &[Option<f64>]) -> Line {
    let sample = |(second, value): (u64, &Option<f64>)| {
        Some(Sample {
            from: SimTime::from_secs(START_S + second),
            to: SimTime::from_secs(START_S + second + 1),
            value: (*value)?,
        })
    };
    Line {
        role,
        shape,
        samples: (0..).zip(values).filter_map(sample).collect(),
    }
}

fn chart(measure: Measure, lines: Vec<Line>) -> Chart {
    Chart {
        measure,
        subject: Some("app-asg".into()),
        thing: None,
        metric: None,
        lines: lines.into(),
        threshold: None,
    }
}

fn employees() -> Vec<Chart> {
    let share = [Some(100.0), None, Some(50.0)];
    let rate = [Some(20.0), Some(0.0), Some(30.0)];
    vec![
        chart(Measure::Served, vec![line(Role::Served, Shape::Line, &share)]),
        chart(Measure::Sent, vec![line(Role::All, Shape::Area, &rate)]),
    ]
}

/// Charts on the page, and what came out of them.
struct Shown {
    root: Element,
    sent: Rc<RefCell<Vec<Command>>>,
}

impl Shown {
    async fn board(topic: Topic, charts: Vec<Chart>, things: usize) -> Self {
        let document = web_sys::window().unwrap().document().unwrap();
        let root = document.create_element("div").unwrap();
        document.body().unwrap().append_child(&root).unwrap();
        let sent = Rc::new(RefCell::new(Vec::new()));
        let seen = sent.clone();
        let board = Board {
            topic,
            period: SimDuration::from_secs(1),
            charts: charts.into(),
            things,
            page: 0,
        };
        let props = Props {
            board: Rc::new(board),
            span: Span {
                start: SimTime::from_secs(START_S),
                length: SimDuration::from_secs(300),
            },
            now: SimTime::from_secs(START_S + 3),
            timeline: Timeline::default(),
            send: Callback::from(move |command| seen.borrow_mut().push(command)),
        };
        yew::Renderer::<Charts>::with_root_and_props(root.clone(), props).render();
        let shown = Self { root, sent };
        shown.settle().await;
        shown
    }

    async fn settle(&self) {
        yew::platform::time::sleep(Duration::ZERO).await;
    }

    fn find(&self, what: &str) -> Element {
        let found = self.root.query_selector(what).unwrap();
        found.unwrap_or_else(|| panic!("no {what} in {}", self.root.inner_html()))
    }

    fn count(&self, what: &str) -> u32 {
        self.root.query_selector_all(what).unwrap().length()
    }

    async fn press(&self, key: &str) {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        init.set_cancelable(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        self.find("[role=slider]").dispatch_event(&event).unwrap();
        self.settle().await;
    }

    async fn click(&self, what: &str) {
        self.find(what).unchecked_into::<HtmlElement>().click();
        self.settle().await;
    }

    fn said(&self) -> String {
        self.find("[role=slider]")
            .get_attribute("aria-valuetext")
            .unwrap()
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.root.remove();
    }
}

#[wasm_bindgen_test]
async fn keys_move_one_cursor_over_all_charts() {
    let shown = Shown::board(Topic::Employees, employees(), 0).await;
    assert_eq!(shown.count(".cursor"), 0);
    shown.press("ArrowLeft").await;
    assert_eq!(shown.count(".plot .cursor"), 3, "in the strip and in both charts");
    assert!(
        shown.said().contains("Served 50 %, Requests per second 30 /s"),
        "{}",
        shown.said()
    );
    shown.press("ArrowLeft").await;
    assert!(shown.said().contains("Served no data"), "{}", shown.said());
    shown.press("Home").await;
    assert!(
        shown.said().contains("Served 100 %, Requests per second 20 /s"),
        "{}",
        shown.said()
    );
    shown.press("Escape").await;
    assert_eq!(shown.count(".cursor"), 0);
}

#[wasm_bindgen_test]
async fn every_chart_has_a_trend_and_a_table() {
    let shown = Shown::board(Topic::Employees, employees(), 0).await;
    let trend = shown.find("[role=img]").get_attribute("aria-label");
    assert_eq!(trend.as_deref(), Some("Served: now 50 %, at worst 50 %"));
    assert_eq!(shown.count("table"), 0);
    shown.click(".chart-label .tool").await;
    assert_eq!(
        shown
            .find(".chart-label .tool")
            .get_attribute("aria-expanded")
            .as_deref(),
        Some("true")
    );
    let rows: Vec<String> = (1..=2)
        .map(|row| {
            shown
                .find(&format!("tbody tr:nth-child({row}) td"))
                .text_content()
                .unwrap()
        })
        .collect();
    assert_eq!(rows, ["50 %", "100 %"], "latest first; the gap has no row");
}

#[wasm_bindgen_test]
async fn what_is_wanted_and_not_there_is_hatched() {
    let lines = vec![
        line(Role::InService, Shape::Levels, &[Some(2.0), Some(2.0), Some(3.0)]),
        line(Role::Desired, Shape::Steps, &[Some(2.0), Some(4.0), Some(3.0)]),
    ];
    let shown = Shown::board(Topic::Groups, vec![chart(Measure::Capacity, lines)], 1).await;
    assert_eq!(shown.count(".hatched rect"), 1);
    assert_eq!(
        shown.find(".chart-label strong").text_content().as_deref(),
        Some("3 of 3")
    );
}

#[wasm_bindgen_test]
async fn a_threshold_is_named_and_an_alarm_can_be_selected() {
    let alarm = Chart {
        thing: Some(Thing::Alarm(4)),
        threshold: Some(Threshold {
            value: 20.0,
            comparison: "GreaterThanThreshold",
        }),
        ..chart(
            Measure::Metric,
            vec![line(Role::Breaching, Shape::Bars, &[Some(25.0)])],
        )
    };
    let shown = Shown::board(Topic::Alarms, vec![alarm], 1).await;
    assert_eq!(
        shown.find(".threshold").text_content().as_deref(),
        Some("alarm above 20")
    );
    shown.click(".chart-label .plain").await;
    assert_eq!(*shown.sent.borrow(), [Command::Select(Some(Thing::Alarm(4)))]);
}

#[wasm_bindgen_test]
async fn many_charts_are_turned_page_by_page() {
    let shown = Shown::board(Topic::Zones, employees(), 7).await;
    assert_eq!(
        shown.find(".pager span").text_content().as_deref(),
        Some("1 to 3 of 7")
    );
    shown.click(".pager button:first-child").await;
    shown.click(".pager button:last-child").await;
    assert_eq!(
        *shown.sent.borrow(),
        [Command::Records(RecordInput::Page(1))],
        "there is nothing before the first"
    );
}

#[wasm_bindgen_test]
async fn where_there_is_nothing_the_page_says_what_would_be() {
    let shown = Shown::board(Topic::Groups, Vec::new(), 0).await;
    assert!(
        shown
            .find(".charts-empty")
            .text_content()
            .unwrap()
            .contains("Auto Scaling group")
    );
    assert_eq!(shown.count("[role=slider]"), 0);
}
