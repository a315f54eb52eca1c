//! The terminal: typing, completing, going back to what was typed, and what is said of what it printed.

use std::rc::Rc;

use cli::Correction;
use des::SimTime;
use view::fleet::Thing;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web::command::Command;
use web::components::terminal::{Props, Terminal};
use web::terminal::{By, Entry, Link, Terminal as Printed, Waiting};
use web_sys::HtmlTextAreaElement;
use yew::Callback;

use crate::browser::Forgetful;
use crate::shown::{Shown, active, click};

const LINE: &str = "#terminal-input";
const SAID: &str = ".terminal > [role=status]";

fn entry(number: u64, command: &str) -> Entry {
    Entry {
        number,
        at: SimTime::from_secs(60),
        by: By::Typed,
        command: command.into(),
        output: "".into(),
        cut: 0,
        error: "".into(),
        exit: 0,
        links: Rc::default(),
        meant: None,
    }
}

fn printed(entries: Vec<Entry>) -> Printed {
    Printed {
        entries: entries.into_iter().map(Rc::new).collect(),
        forgotten: 0,
        waiting: None,
        queued: 0,
        version: 1,
    }
}

/// One misspelt word is known.
fn corrected(text: Rc<str>) -> Option<Correction> {
    text.contains("ecc2").then(|| Correction {
        word: "ecc2".to_owned(),
        meant: "ec2".to_owned(),
        text: text.replace("ecc2", "ec2"),
    })
}

struct Typing {
    shown: Shown<Terminal>,
    _kept: Forgetful,
}

impl Typing {
    async fn into(printed: Printed, paused: bool) -> Self {
        let _kept = Forgetful::new().await;
        let shown = Shown::<Terminal>::new(|send| Props {
            shown: printed,
            paused,
            send,
            complete: Callback::from(|text: Rc<str>| cli::complete(&text)),
            correct: Callback::from(corrected),
        })
        .await;
        shown.focus(LINE);
        Self { shown, _kept }
    }

    async fn begun(text: &str) -> Self {
        let typing = Self::into(printed(Vec::new()), false).await;
        typing.types(text).await;
        typing
    }

    async fn types(&self, text: &str) {
        self.shown.type_in(LINE, text).await;
    }

    async fn press(&self, key: &str) -> bool {
        self.shown.press(LINE, key).await
    }

    async fn runs(&self, text: &str) {
        self.types(text).await;
        self.press("Enter").await;
    }

    fn field(&self) -> HtmlTextAreaElement {
        self.shown.find(LINE).unchecked_into()
    }

    fn line(&self) -> String {
        self.shown.value(LINE)
    }
}

fn ran(text: &str) -> Command {
    Command::Type(text.into())
}

#[wasm_bindgen_test]
async fn enter_runs_what_was_typed_and_empties_the_line() {
    let typing = Typing::begun("aws ec2 describe-instances ").await;
    assert!(typing.press("Enter").await);
    assert_eq!(typing.shown.sent(), [ran("aws ec2 describe-instances")]);
    assert_eq!(typing.line(), "");
    typing.runs("   ").await;
    assert_eq!(typing.shown.sent(), [], "there is nothing to run");
}

#[wasm_bindgen_test]
async fn what_is_not_finished_goes_on_with_the_next_line() {
    let typing = Typing::begun("aws ec2 describe-instances \\").await;
    assert!(!typing.press("Enter").await, "the browser begins a line");
    typing.types("sandbox help").await;
    assert!(!typing.press("Shift+Enter").await);
    assert_eq!(typing.shown.sent(), []);
}

#[wasm_bindgen_test]
async fn up_and_down_bring_back_what_was_typed() {
    let typing = Typing::begun("").await;
    typing.runs("one").await;
    typing.runs("two").await;
    typing.types("begun").await;
    for (key, line) in [
        ("ArrowUp", "two"),
        ("ArrowUp", "one"),
        ("ArrowUp", "one"),
        ("ArrowDown", "two"),
        ("ArrowDown", "begun"),
    ] {
        typing.press(key).await;
        assert_eq!(typing.line(), line, "after {key}");
    }
}

#[wasm_bindgen_test]
async fn what_was_typed_is_there_again_when_the_terminal_is_opened_again() {
    let typing = Typing::begun("").await;
    typing.runs("one").await;
    let again = Shown::<Terminal>::new(|send| Props {
        shown: printed(Vec::new()),
        paused: false,
        send,
        complete: Callback::from(|text: Rc<str>| cli::complete(&text)),
        correct: Callback::from(corrected),
    })
    .await;
    again.press(LINE, "ArrowUp").await;
    assert_eq!(again.value(LINE), "one");
}

#[wasm_bindgen_test]
async fn tab_opens_a_list_that_is_gone_through_without_leaving_the_line() {
    let typing = Typing::begun("aws ec2 describe-").await;
    let shown = &typing.shown;
    assert!(typing.press("Tab").await);
    let list = shown.find("[role=listbox]");
    assert_eq!(shown.attribute(LINE, "aria-controls"), Some(list.id()));
    assert!(shown.count("[role=option]") > 5);
    assert!(shown.text(SAID).contains("completions"));
    assert_eq!(shown.attribute(LINE, "aria-activedescendant"), None);
    typing.press("Tab").await;
    typing.press("ArrowDown").await;
    let second = shown.find("[role=option]:nth-child(2)");
    assert_eq!(shown.attribute(LINE, "aria-activedescendant"), Some(second.id()));
    assert_eq!(second.get_attribute("aria-selected").as_deref(), Some("true"));
    assert_eq!(shown.count("[role=option][aria-selected=true]"), 1);
    assert!(shown.text(SAID).contains("2 of"), "{}", shown.text(SAID));
    assert_eq!(active(), shown.find(LINE));
    let choice = format!("aws ec2 {} ", shown.text("[role=option]:nth-child(2) code"));
    typing.press("Enter").await;
    assert_eq!(typing.line(), choice);
    assert_eq!(shown.count("[role=listbox]"), 0);
    assert_eq!(shown.sent(), [], "to take a word is not to run it");
}

#[wasm_bindgen_test]
async fn the_only_choice_is_written_at_once() {
    let typing = Typing::begun("aws ec2 run-in").await;
    typing.press("Tab").await;
    assert_eq!(typing.line(), "aws ec2 run-instances ");
    assert_eq!(typing.shown.count("[role=listbox]"), 0);
    assert!(typing.shown.text(SAID).contains("run-instances"));
}

#[wasm_bindgen_test]
async fn escape_closes_the_list_and_then_lets_tab_leave() {
    let typing = Typing::begun("aws ec2 describe-").await;
    typing.press("Tab").await;
    typing.press("Escape").await;
    assert_eq!(typing.shown.count("[role=listbox]"), 0);
    assert_eq!(typing.shown.attribute(LINE, "aria-controls"), None);
    assert_eq!(typing.line(), "aws ec2 describe-");
    typing.press("Escape").await;
    assert!(!typing.press("Tab").await, "nobody is caught in the line");
    typing.types("").await;
    assert!(!typing.press("Tab").await, "nor in an empty one");
}

#[wasm_bindgen_test]
async fn control_and_c_stops_what_runs_unless_something_is_selected() {
    let typing = Typing::begun("sandbox wait").await;
    typing.field().select();
    assert!(!typing.press("Control+c").await, "it is copied");
    typing.field().set_selection_range(3, 3).unwrap();
    assert!(typing.press("Control+c").await);
    assert_eq!(typing.shown.sent(), [Command::Interrupt]);
    assert_eq!(typing.line(), "");
}

#[wasm_bindgen_test]
async fn control_and_l_clears_and_leaves_the_line() {
    let typing = Typing::begun("aws").await;
    assert!(typing.press("Control+l").await);
    assert_eq!(typing.shown.sent(), [Command::ClearTerminal]);
    assert_eq!(typing.line(), "aws");
}

#[wasm_bindgen_test]
async fn what_is_printed_is_a_log_that_speaks_politely() {
    let fails = Entry {
        error: "An error occurred (ValidationError)".into(),
        exit: 254,
        ..entry(2, "aws autoscaling x")
    };
    let names = Entry {
        output: "directory-1 runs".into(),
        by: By::Button,
        links: [Link {
            place: 0..11,
            thing: Thing::Region,
        }]
        .into(),
        ..entry(1, "aws ec2 y")
    };
    let typing = Typing::into(printed(vec![names, fails]), false).await;
    let shown = &typing.shown;
    assert_eq!(
        shown.attribute("[role=log]", "aria-live").as_deref(),
        Some("polite")
    );
    assert_eq!(
        shown.texts(".entry-head code"),
        ["$ aws ec2 y", "$ aws autoscaling x"]
    );
    assert!(shown.text(".entry:first-child").contains("by a button"));
    assert!(shown.text(".entry:last-child").contains("ValidationError"));
    assert!(shown.text(".entry:last-child").contains("exit code 254"));
    click(&shown.named("[role=log] button", "directory-1")).await;
    assert_eq!(shown.sent(), [Command::Select(Some(Thing::Region))]);
}

#[wasm_bindgen_test]
async fn the_buttons_of_the_log_are_one_tab_stop() {
    let reached = "[role=log] button[tabindex='0']";
    let typing = Typing::into(printed(vec![entry(1, "one"), entry(2, "two")]), false).await;
    let shown = &typing.shown;
    assert_eq!(shown.count(reached), 1);
    shown.focus(reached);
    shown.press(reached, "ArrowUp").await;
    assert_eq!(shown.count(reached), 1);
    assert_eq!(active(), shown.find(".entry:first-child button"));
}

#[wasm_bindgen_test]
async fn a_misspelt_word_is_told_and_mended_with_a_press() {
    let typing = Typing::begun("aws ecc2 d").await;
    assert!(
        typing
            .shown
            .text(".terminal-hint")
            .contains("ecc2 is not known here.")
    );
    typing.shown.click(".terminal-hint button").await;
    assert_eq!(typing.line(), "aws ec2 d");
    assert_eq!(active(), typing.shown.find(LINE));
    assert_eq!(typing.shown.count(".terminal-hint"), 0);
}

#[wasm_bindgen_test]
async fn what_is_waited_for_is_told_and_can_be_stopped() {
    let waits = || Printed {
        waiting: Some(Waiting {
            command: "sandbox wait 60".into(),
            until: SimTime::from_secs(120),
        }),
        queued: 2,
        ..printed(Vec::new())
    };
    let shown = Typing::into(waits(), false).await.shown;
    let said = shown.text(".terminal-waiting");
    for part in ["sandbox wait 60", "until 10:02:00", "2 commands follow"] {
        assert!(said.contains(part), "{part} in {said}");
    }
    click(&shown.named(".terminal-waiting button", "Stop")).await;
    assert_eq!(shown.sent(), [Command::Interrupt]);
    let shown = Typing::into(waits(), true).await.shown;
    assert!(shown.text(".terminal-waiting").contains("Time stands still"));
    click(&shown.named(".terminal-waiting button", "Play")).await;
    assert_eq!(shown.sent(), [Command::TogglePause]);
}
