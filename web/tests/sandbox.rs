//! The sandbox's panel: what can be done to the account, what is broken, and what else it can begin with.

use std::rc::Rc;

use view::fleet::Thing;
use wasm_bindgen_test::wasm_bindgen_test;
use web::act::Act;
use web::command::Command;
use web::components::beginnings::Beginnings;
use web::components::sandbox::sandbox_panel;
use web::progress::headway::Headway;
use web::progress::keep;
use web::snapshot::Snapshot;

use crate::browser::{Files, Forgetful};
use crate::run::{pass, session, snapshot};
use crate::shown::{Drawn, Part, Shown, click};

const COURSE: (&str, &str) = (
    "lessons/course.json",
    r#"{ "formatVersion": 1, "lessons": [], "starters": ["sandbox-one"], "repairs": ["repair-rule", "repair-lost"] }"#,
);
const FILES: &[(&str, &str)] = &[
    COURSE,
    ("sandbox-one/en.md", "# One instance\n"),
    ("repair-rule/en.md", "# The forgotten rule\n"),
];

/// The panel, and the files it asks for.
async fn panel(snapshot: Snapshot) -> (Shown<Part>, Files) {
    let files = Files::new(&[]);
    let snapshot = Rc::new(snapshot);
    let shown = Shown::new(|send| Drawn::by(move || sandbox_panel(&snapshot, None, &send))).await;
    (shown, files)
}

async fn asked(shown: &Shown<Part>, button: &str) -> Vec<Command> {
    click(&shown.named("button", button)).await;
    shown.sent()
}

#[wasm_bindgen_test]
async fn what_concerns_the_whole_account_is_done_here() {
    let (shown, _files) = panel(snapshot(&mut session())).await;
    for (button, act) in [
        ("Send one request", Act::SendRequest),
        ("Let the employees send 120 per second", Act::Traffic(120)),
        ("Launch in zone b", Act::Launch(1)),
        ("Cut the power of zone c", Act::CutPower(2)),
    ] {
        assert_eq!(asked(&shown, button).await, [Command::Act(act)]);
    }
    assert_eq!(
        shown.texts(".offer-group h3"),
        [
            "Your own requests",
            "The employees send",
            "Launch an instance in",
            "Cut the power of"
        ]
    );
    assert_eq!(shown.count(".trouble-entry"), 0);
}

#[wasm_bindgen_test]
async fn a_button_tells_the_command_behind_it() {
    let (shown, _files) = panel(snapshot(&mut session())).await;
    let launch = shown.named("button", "Launch in zone b");
    let title = launch.get_attribute("title").unwrap();
    assert!(title.starts_with("aws ec2 run-instances"), "{title}");
}

#[wasm_bindgen_test]
async fn the_terminal_tidying_and_the_keys_are_a_press_away() {
    let (shown, _files) = panel(snapshot(&mut session())).await;
    for (button, command) in [
        ("Type commands in the terminal", Command::OpenTerminal),
        ("Close up the gaps", Command::Tidy),
        ("Keys and settings", Command::ToggleSettings),
    ] {
        assert_eq!(asked(&shown, button).await, [command]);
    }
}

#[wasm_bindgen_test]
async fn all_that_is_broken_is_listed_with_its_place() {
    let mut session = session();
    session.submit(&Act::CutPower(0));
    session.submit(&Act::SlowService(1));
    pass(&mut session, 5);
    let (shown, _files) = panel(snapshot(&mut session)).await;
    assert_eq!(shown.texts(".trouble-entry b"), ["us-east-2a", "S3"]);
    let end = shown.attribute(".trouble-entry button", "aria-label");
    assert_eq!(
        end.as_deref(),
        Some("End it at us-east-2a: It has no power: everything in it is silent.")
    );
    shown.click(".trouble-entry button").await;
    let sent = shown.sent();
    assert!(matches!(sent[..], [Command::Act(Act::EndFault(_))]), "{sent:?}");
}

#[wasm_bindgen_test]
async fn the_latest_command_stands_below_and_so_does_a_refusal() {
    let mut session = session();
    session.select(Some(Thing::Region));
    session.submit(&Act::CutPower(0));
    let (shown, _files) = panel(snapshot(&mut session)).await;
    let said = shown.text(".last-command code");
    assert!(said.starts_with("sandbox fault az-outage"), "{said}");
    assert_eq!(shown.count(".refusal"), 0);
    let mut refused = snapshot(&mut session);
    let submitted = refused.last_command.as_mut().unwrap();
    submitted.error = Some(("Unavailable".into(), "It is dark already.".into()));
    let (shown, _files) = panel(refused).await;
    assert_eq!(
        shown.text(".refusal[role=alert]"),
        "Unavailable It is dark already."
    );
}

#[wasm_bindgen_test]
async fn other_accounts_to_begin_with_and_to_repair_are_ways_from_here() {
    let (_kept, _files) = (Forgetful::new().await, Files::new(FILES));
    let shown = Shown::<Beginnings, ()>::new(|_| ()).await;
    shown.wait_for(".beginnings").await;
    assert_eq!(
        shown.texts(".beginnings a"),
        ["One instance", "The forgotten rule"],
        "what has no title is left out"
    );
    let leads = |section: &str| shown.attribute(&format!("{section} a"), "href").unwrap();
    assert_eq!(
        leads("[aria-labelledby=begin-with]"),
        "#/sandbox?from=sandbox-one"
    );
    assert_eq!(leads("[aria-labelledby=repair-one]"), "#/lesson/repair-rule");
    assert_eq!(shown.count(".done"), 0);
}

#[wasm_bindgen_test]
async fn what_was_repaired_says_so() {
    let (_kept, _files) = (Forgetful::new().await, Files::new(FILES));
    let done = Headway {
        done: true,
        ..Headway::default()
    };
    assert!(keep::note("repair-rule", done));
    let shown = Shown::<Beginnings, ()>::new(|_| ()).await;
    shown.wait_for(".beginnings .done").await;
    assert_eq!(shown.texts(".done"), ["repaired"]);
}

#[wasm_bindgen_test]
async fn a_course_that_did_not_come_is_told() {
    let _files = Files::new(&[]);
    let shown = Shown::<Beginnings, ()>::new(|_| ()).await;
    shown.wait_for("[role=status]").await;
    assert!(shown.text("[role=status]").contains("404"));
    assert_eq!(shown.count("a"), 0);
}
