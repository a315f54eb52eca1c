//! Charts in a document: one cursor over all of them, by key and by pointer; a table of each; what turns the page.

use std::rc::Rc;

use des::{SimDuration, SimTime};
use view::Timeline;
use view::chart::{Board, Chart, Line, Measure, Role, Sample, Shape, Threshold, Topic};
use view::fleet::Thing;
use wasm_bindgen_test::wasm_bindgen_test;
use web::command::Command;
use web::components::charts::{Charts, Props};
use web::records::RecordInput;
use web::span::Span;

use crate::browser::Saved;
use crate::shown::{Shown, click};

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

async fn board(topic: Topic, charts: Vec<Chart>, things: usize) -> Shown<Charts> {
    let board = Board {
        topic,
        period: SimDuration::from_secs(1),
        charts: charts.into(),
        things,
        page: 0,
    };
    let span = Span {
        start: SimTime::from_secs(START_S),
        length: SimDuration::from_secs(300),
    };
    Shown::new(|send| Props {
        board: Rc::new(board),
        span,
        now: SimTime::from_secs(START_S + 3),
        timeline: Timeline::default(),
        send,
    })
    .await
}

/// The cursor over all charts.
const CURSOR: &str = "[role=slider]";

fn said(shown: &Shown<Charts>) -> String {
    shown.attribute(CURSOR, "aria-valuetext").unwrap()
}

#[wasm_bindgen_test]
async fn keys_move_one_cursor_over_all_charts() {
    let shown = board(Topic::Employees, employees(), 0).await;
    assert_eq!(shown.count(".cursor"), 0);
    shown.press(CURSOR, "ArrowLeft").await;
    assert_eq!(shown.count(".plot .cursor"), 3, "in the strip and in both charts");
    assert!(
        said(&shown).contains("Served 50 %, Requests per second 30 /s"),
        "{}",
        said(&shown)
    );
    shown.press(CURSOR, "ArrowLeft").await;
    assert!(said(&shown).contains("Served no data"), "{}", said(&shown));
    shown.press(CURSOR, "Home").await;
    assert!(
        said(&shown).contains("Served 100 %, Requests per second 20 /s"),
        "{}",
        said(&shown)
    );
    shown.press(CURSOR, "Escape").await;
    assert_eq!(shown.count(".cursor"), 0);
}

#[wasm_bindgen_test]
async fn every_chart_has_a_trend_and_a_table() {
    let shown = board(Topic::Employees, employees(), 0).await;
    let trend = shown.attribute("[role=img]", "aria-label");
    assert_eq!(trend.as_deref(), Some("Served: now 50 %, at worst 50 %"));
    assert_eq!(shown.count("table"), 0);
    shown.click(".chart-label .tool").await;
    assert_eq!(
        shown.attribute(".chart-label .tool", "aria-expanded").as_deref(),
        Some("true")
    );
    let rows: Vec<String> = (1..=2)
        .map(|row| shown.text(&format!("tbody tr:nth-child({row}) td")))
        .collect();
    assert_eq!(rows, ["50 %", "100 %"], "latest first; the gap has no row");
}

#[wasm_bindgen_test]
async fn what_is_wanted_and_not_there_is_hatched() {
    let lines = vec![
        line(Role::InService, Shape::Levels, &[Some(2.0), Some(2.0), Some(3.0)]),
        line(Role::Desired, Shape::Steps, &[Some(2.0), Some(4.0), Some(3.0)]),
    ];
    let shown = board(Topic::Groups, vec![chart(Measure::Capacity, lines)], 1).await;
    assert_eq!(shown.count(".hatched rect"), 1);
    assert_eq!(shown.text(".chart-label strong"), "3 of 3");
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
    let shown = board(Topic::Alarms, vec![alarm], 1).await;
    assert_eq!(shown.text(".threshold"), "alarm above 20");
    shown.click(".chart-label .plain").await;
    assert_eq!(shown.sent(), [Command::Select(Some(Thing::Alarm(4)))]);
}

#[wasm_bindgen_test]
async fn many_charts_are_turned_page_by_page() {
    let shown = board(Topic::Zones, employees(), 7).await;
    assert_eq!(shown.text(".pager span"), "1 to 3 of 7");
    shown.click(".pager button:first-child").await;
    shown.click(".pager button:last-child").await;
    assert_eq!(
        shown.sent(),
        [Command::Records(RecordInput::Page(1))],
        "there is nothing before the first"
    );
}

#[wasm_bindgen_test]
async fn where_there_is_nothing_the_page_says_what_would_be() {
    let shown = board(Topic::Groups, Vec::new(), 0).await;
    assert!(shown.text(".charts-empty").contains("Auto Scaling group"));
    assert_eq!(shown.count("[role=slider]"), 0);
}

#[wasm_bindgen_test]
async fn a_chart_is_saved_with_its_points_or_as_a_picture() {
    let saved = Saved::new();
    let shown = board(Topic::Employees, employees(), 0).await;
    for name in ["Save as CSV", "Save as PNG"] {
        if shown.count("table") == 0 {
            shown.click(".chart-label .tool").await;
        }
        click(&shown.named("button", name)).await;
    }
    let files = saved.files();
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["served.csv", "served.png"]);
    let points = js_sys::decode_uri_component(&files[0].1).unwrap();
    assert_eq!(
        String::from(points),
        "data:text/csv;charset=utf-8,from,to,served\r\n\
         2026-11-02T10:10:00+00:00,2026-11-02T10:10:01+00:00,100\r\n\
         2026-11-02T10:10:02+00:00,2026-11-02T10:10:03+00:00,50\r\n"
    );
    assert!(files[1].1.starts_with("data:image/png;base64,"));
}
