//! The timeline and "Why?" in a document: filters, search, a call's record, and a chain whose links lead somewhere.
#![cfg(target_arch = "wasm32")]

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use des::SimTime;
use view::fleet::{Fleet, Thing};
use view::{MarkKind, Picture, Region};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web::command::Command;
use web::components::story::{Props, Story};
use web::records::RecordInput;
use web::story::{CallRecord, Caller, Entry, Key, Kind, Opened, StoryView};
use web::why::{Chain, Link, Next, Rule};
use web_sys::{Element, HtmlElement, HtmlInputElement, InputEvent};
use yew::Callback;

wasm_bindgen_test_configure!(run_in_browser);

fn picture() -> Picture {
    Picture {
        region: Region {
            name: "us-east-2".into(),
            location: "Ohio".into(),
        },
        offices: Rc::default(),
        zones: Rc::default(),
        services: Rc::default(),
        links: Rc::default(),
        fleet: Rc::new(Fleet::default()),
    }
}

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

/// The timeline on the page, and what came out of it.
struct Shown {
    root: Element,
    sent: Rc<RefCell<Vec<Command>>>,
}

impl Shown {
    async fn story(entries: Vec<Entry>, found: usize, opened: Option<Opened>) -> Self {
        let document = web_sys::window().unwrap().document().unwrap();
        let root = document.create_element("div").unwrap();
        document.body().unwrap().append_child(&root).unwrap();
        let sent = Rc::new(RefCell::new(Vec::new()));
        let seen = sent.clone();
        let view = StoryView {
            filter: None,
            search: "".into(),
            entries: entries.into(),
            found,
        };
        let props = Props {
            view: Rc::new(view),
            opened,
            picture: Rc::new(picture()),
            send: Callback::from(move |command| seen.borrow_mut().push(command)),
        };
        yew::Renderer::<Story>::with_root_and_props(root.clone(), props).render();
        yew::platform::time::sleep(Duration::ZERO).await;
        Self { root, sent }
    }

    fn find(&self, what: &str) -> Element {
        let found = self.root.query_selector(what).unwrap();
        found.unwrap_or_else(|| panic!("no {what} in {}", self.root.inner_html()))
    }

    fn text(&self, what: &str) -> String {
        self.find(what).text_content().unwrap()
    }

    async fn click(&self, what: &str) -> Vec<Command> {
        self.find(what).unchecked_into::<HtmlElement>().click();
        yew::platform::time::sleep(Duration::ZERO).await;
        self.sent.take()
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.root.remove();
    }
}

#[wasm_bindgen_test]
async fn an_entry_leads_to_its_element_and_asks_why() {
    let shown = Shown::story(vec![dark()], 1, None).await;
    assert_eq!(
        shown.click(".said button").await,
        [Command::Select(Some(Thing::Zone(0)))]
    );
    assert_eq!(
        shown.click(".why-button").await,
        [Command::Records(RecordInput::Why(Some(Key::Mark(1))))]
    );
}

#[wasm_bindgen_test]
async fn a_chain_has_its_cause_first_and_what_follows_dashed() {
    let opened = Opened {
        key: Key::Mark(1),
        chain: Some(Rc::new(chain())),
    };
    let shown = Shown::story(vec![dark()], 1, Some(opened)).await;
    assert_eq!(
        shown
            .find(".why-button")
            .get_attribute("aria-expanded")
            .as_deref(),
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
        shown.click(".why-button").await,
        [Command::Records(RecordInput::Why(None))]
    );
}

#[wasm_bindgen_test]
async fn nothing_known_is_said_so() {
    let opened = Opened {
        key: Key::Mark(1),
        chain: None,
    };
    let shown = Shown::story(vec![dark()], 1, Some(opened)).await;
    assert!(shown.text(".reason").starts_with("Nothing is known"));
}

#[wasm_bindgen_test]
async fn a_call_is_shown_as_cloudtrail_would() {
    let shown = Shown::story(vec![refused()], 1, None).await;
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
    let shown = Shown::story(vec![dark()], 90, None).await;
    assert_eq!(
        shown.click(".story-head [role=group] button:nth-child(2)").await,
        [Command::Records(RecordInput::Filter(Some(Kind::Alarm)))]
    );
    assert_eq!(
        shown.click(".story > .button").await,
        [Command::Records(RecordInput::More)]
    );
    let field: HtmlInputElement = shown.find("[type=search]").unchecked_into();
    field.set_value("dark");
    let init = web_sys::InputEventInit::new();
    init.set_bubbles(true);
    let event = InputEvent::new_with_event_init_dict("input", &init).unwrap();
    field.dispatch_event(&event).unwrap();
    yew::platform::time::sleep(Duration::ZERO).await;
    assert_eq!(
        shown.sent.take(),
        [Command::Records(RecordInput::Search("dark".into()))]
    );
}
