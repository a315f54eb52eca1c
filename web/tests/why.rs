//! The timeline and "Why?" in a document: filters, search, a call's record, and a chain whose links lead somewhere.

use std::rc::Rc;

use des::SimTime;
use view::MarkKind;
use view::fleet::Thing;
use wasm_bindgen_test::wasm_bindgen_test;
use web::command::Command;
use web::components::story::{Props, Story};
use web::records::RecordInput;
use web::story::{CallRecord, Caller, Entry, Key, Kind, Opened, StoryView};
use web::why::{Chain, Link, Next, Rule};

use crate::pictures;
use crate::shown::Shown;

fn dark() -> Entry {
    Entry {
        key: Key::Mark(1),
        at: SimTime::from_secs(60),
        kind: Kind::Fault,
        sentence: "us-east-2a has lost its power.".into(),
        thing: Some(Thing::Zone(0)),
        fact: Some(7),
        call: None,
    }
}

fn refused() -> Entry {
    let call = CallRecord {
        name: "SetDesiredCapacity".into(),
        source: Some("autoscaling.amazonaws.com".into()),
        caller: Caller::Learner,
        error: Some(("ValidationError".into(), "above max".into())),
        parameters: "aws autoscaling set-desired-capacity".into(),
    };
    Entry {
        key: Key::Refused(0),
        kind: Kind::Call,
        sentence: "You called SetDesiredCapacity: refused, ValidationError.".into(),
        thing: None,
        fact: None,
        call: Some(Rc::new(call)),
        ..dark()
    }
}

fn link(fact: u64, sentence: &str, thing: Option<Thing>, rule: Option<Rule>) -> Link {
    Link {
        fact,
        at: SimTime::from_secs(fact),
        kind: MarkKind::Fault,
        sentence: sentence.into(),
        rule,
        thing,
    }
}

fn chain() -> Chain {
    let rule = Rule {
        sentence: "a zone shares its fate".to_owned(),
        source: "https://docs.aws.amazon.com/zones",
        simplified: Some("all at once"),
    };
    Chain {
        links: [
            link(1, "You broke something, on purpose.", None, None),
            link(
                7,
                "us-east-2a has lost its power.",
                Some(Thing::Zone(0)),
                Some(rule),
            ),
        ]
        .into(),
        effects: [link(8, "directory-1 is silent.", Some(Thing::Balancer(9)), None)].into(),
        next: [Next {
            at: None,
            sentence: "it is seen as unhealthy.".into(),
        }]
        .into(),
    }
}

async fn story(entries: Vec<Entry>, found: usize, opened: Option<Opened>) -> Shown<Story> {
    let view = StoryView {
        filter: None,
        search: "".into(),
        entries: entries.into(),
        found,
    };
    Shown::new(|send| Props {
        view: Rc::new(view),
        opened,
        picture: Rc::new(pictures::empty()),
        send,
    })
    .await
}

async fn asked(shown: &Shown<Story>, what: &str) -> Vec<Command> {
    shown.click(what).await;
    shown.sent()
}

#[wasm_bindgen_test]
async fn an_entry_leads_to_its_element_and_asks_why() {
    let shown = story(vec![dark()], 1, None).await;
    assert_eq!(
        asked(&shown, ".said button").await,
        [Command::Select(Some(Thing::Zone(0)))]
    );
    assert_eq!(
        asked(&shown, ".why-button").await,
        [Command::Records(RecordInput::Why(Some(Key::Mark(1))))]
    );
}

#[wasm_bindgen_test]
async fn a_chain_has_its_cause_first_and_what_follows_dashed() {
    let opened = Opened {
        key: Key::Mark(1),
        chain: Some(Rc::new(chain())),
    };
    let shown = story(vec![dark()], 1, Some(opened)).await;
    assert_eq!(
        shown.attribute(".why-button", "aria-expanded").as_deref(),
        Some("true")
    );
    assert_eq!(
        shown.text(".why li:first-child .said"),
        "You broke something, on purpose."
    );
    assert_eq!(
        shown.text(".why li:nth-child(2) .said"),
        "us-east-2a has lost its power."
    );
    let source = shown.find(".why .rule a");
    assert_eq!(
        source.get_attribute("href").as_deref(),
        Some("https://docs.aws.amazon.com/zones")
    );
    assert!(shown.text(".why li.next").contains("it is seen as unhealthy."));
    let gone = shown.find(".why ol:last-child .said");
    assert_eq!(
        gone.query_selector("button").unwrap(),
        None,
        "that load balancer is gone"
    );
    assert_eq!(
        asked(&shown, ".why-button").await,
        [Command::Records(RecordInput::Why(None))]
    );
}

#[wasm_bindgen_test]
async fn nothing_known_is_said_so() {
    let opened = Opened {
        key: Key::Mark(1),
        chain: None,
    };
    let shown = story(vec![dark()], 1, Some(opened)).await;
    assert!(shown.text(".reason").starts_with("Nothing is known"));
}

#[wasm_bindgen_test]
async fn a_call_is_shown_as_cloudtrail_would() {
    let shown = story(vec![refused()], 1, None).await;
    let record = shown.text(".call");
    for part in [
        "SetDesiredCapacity",
        "autoscaling.amazonaws.com",
        "you",
        "ValidationError",
        "above max",
    ] {
        assert!(record.contains(part), "{part} in {record}");
    }
}

#[wasm_bindgen_test]
async fn filters_search_and_more_are_asked_for() {
    let shown = story(vec![dark()], 90, None).await;
    assert_eq!(
        asked(&shown, ".story-head [role=group] button:nth-child(2)").await,
        [Command::Records(RecordInput::Filter(Some(Kind::Alarm)))]
    );
    assert_eq!(
        asked(&shown, ".story > .button").await,
        [Command::Records(RecordInput::More)]
    );
    shown.type_in("[type=search]", "dark").await;
    assert_eq!(
        shown.sent(),
        [Command::Records(RecordInput::Search("dark".into()))]
    );
}
