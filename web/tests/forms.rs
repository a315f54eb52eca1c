//! The forms' panel in a document: fields with their labels and faults, and what is sent when somebody uses them.
#![cfg(target_arch = "wasm32")]

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use form::{Choices, Edit, Form, Meaning, Recipe};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web::components::forms::{Forms, Props};
use web::forms::{FieldFlaw, FormInput, FormView, FormsView, Page};
use web_sys::{Element, HtmlElement, HtmlInputElement, InputEvent, KeyboardEvent, KeyboardEventInit};
use yew::Callback;

wasm_bindgen_test_configure!(run_in_browser);

/// A form on the page, and what came out of it.
struct Shown {
    root: Element,
    sent: Rc<RefCell<Vec<FormInput>>>,
}

impl Shown {
    async fn form(key: &str, change: impl FnOnce(&mut FormView)) -> Self {
        let form = Form::open(Recipe::find(key).expect("a form"), &[]);
        let mut view = view(key, &form);
        change(&mut view);
        let document = web_sys::window().unwrap().document().unwrap();
        let root = document.create_element("div").unwrap();
        document.body().unwrap().append_child(&root).unwrap();
        let sent = Rc::new(RefCell::new(Vec::new()));
        let seen = sent.clone();
        let view = FormsView {
            number: 1,
            page: Page::Form(Rc::new(view)),
        };
        let props = Props {
            view: Some(Rc::new(view)),
            send: Callback::from(move |input| seen.borrow_mut().push(input)),
        };
        yew::Renderer::<Forms>::with_root_and_props(root.clone(), props).render();
        yew::platform::time::sleep(Duration::ZERO).await;
        Self { root, sent }
    }

    fn find(&self, what: &str) -> Element {
        let found = self.root.query_selector(what).unwrap();
        found.unwrap_or_else(|| panic!("no {what} in {}", self.root.inner_html()))
    }

    async fn sent(&self) -> Vec<FormInput> {
        yew::platform::time::sleep(Duration::ZERO).await;
        self.sent.borrow().clone()
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.root.remove();
    }
}

fn view(key: &str, form: &Form) -> FormView {
    FormView {
        key: key.into(),
        title: "A form".into(),
        doc: "",
        source: None,
        only_looks: false,
        fields: form.fields(),
        choices: Rc::new(Choices::default()),
        typed: Rc::default(),
        flaws: Rc::default(),
        refusal: None,
        command: "aws".into(),
        closed: None,
        attempts: 0,
    }
}

#[wasm_bindgen_test]
async fn what_is_typed_is_sent_with_its_place() {
    let shown = Shown::form("sns:CreateTopic", |_| {}).await;
    let label = shown.find("label");
    assert!(
        label.text_content().unwrap().starts_with("Topic name"),
        "{:?}",
        label.text_content()
    );
    let line: HtmlInputElement = shown
        .find(&format!("#{}", label.get_attribute("for").unwrap()))
        .unchecked_into();
    assert_eq!(line.get_attribute("aria-required").as_deref(), Some("true"));
    line.set_value("team");
    line.dispatch_event(&bubbling("input")).unwrap();
    assert_eq!(
        shown.sent().await,
        [FormInput::Edit(Edit::Text(vec![0], "team".to_owned()))]
    );
}

#[wasm_bindgen_test]
async fn a_fault_stands_beside_its_field_and_above() {
    let flaw = FieldFlaw {
        path: vec![0],
        label: "Topic name".into(),
        sentence: "Topic name is required.".into(),
    };
    let shown = Shown::form("sns:CreateTopic", |view| view.flaws = [flaw].into()).await;
    let line = shown.find("#f-0");
    assert_eq!(line.get_attribute("aria-invalid").as_deref(), Some("true"));
    let described = line.get_attribute("aria-describedby").expect("described");
    assert!(described.split(' ').any(|id| id == "f-0-flaw"), "{described}");
    assert_eq!(
        shown.find("#f-0-flaw").text_content().as_deref(),
        Some("Topic name is required.")
    );
    shown
        .find(".form-errors button")
        .unchecked_into::<HtmlElement>()
        .click();
    let active = web_sys::window().unwrap().document().unwrap().active_element();
    assert_eq!(active.map(|active| active.id()).as_deref(), Some("f-0"));
}

#[wasm_bindgen_test]
async fn things_are_ticked_and_entries_added_and_removed() {
    let mut choices = Choices::default();
    let named = |value: &str, name: &str| form::Choice {
        value: value.into(),
        label: name.into(),
        name: name.into(),
    };
    choices.put(Meaning::Instance, vec![named("i-1", "one"), named("i-2", "two")]);
    let shown = Shown::form("ec2:StopInstances", |view| view.choices = Rc::new(choices)).await;
    shown
        .find(".form-box input")
        .unchecked_into::<HtmlElement>()
        .click();
    assert_eq!(
        shown.sent().await,
        [FormInput::Edit(Edit::Pick(vec![0], "i-1".to_owned(), true))]
    );

    let shown = Shown::form("elbv2:CreateListener", |_| {}).await;
    shown
        .find(".form-entry .form-remove")
        .unchecked_into::<HtmlElement>()
        .click();
    let sent = shown.sent().await;
    assert!(matches!(sent[..], [FormInput::Edit(Edit::Remove(_))]), "{sent:?}");
}

#[wasm_bindgen_test]
async fn escape_closes_and_a_closed_form_does_not_send() {
    let shown = Shown::form("sns:CreateTopic", |view| view.closed = Some("Later.".into())).await;
    shown
        .find("[type=submit]")
        .unchecked_into::<HtmlElement>()
        .click();
    assert_eq!(shown.sent().await, []);
    let init = KeyboardEventInit::new();
    init.set_key("Escape");
    init.set_bubbles(true);
    init.set_cancelable(true);
    let escape = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    shown.find("#f-0").dispatch_event(&escape).unwrap();
    assert_eq!(shown.sent().await, [FormInput::Close]);
}

fn bubbling(kind: &str) -> InputEvent {
    let init = web_sys::InputEventInit::new();
    init.set_bubbles(true);
    InputEvent::new_with_event_init_dict(kind, &init).unwrap()
}
