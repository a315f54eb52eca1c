//! The forms' panel in a document: fields with their labels and faults, and what is sent when somebody uses them.

mod answer;
mod list;

use std::rc::Rc;

use form::{Choices, Edit, Form, Meaning, Recipe};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web::components::forms::{Forms, Props};
use web::forms::{FieldFlaw, FormInput, FormView, FormsView, Page};
use web_sys::HtmlElement;

use crate::shown::{Shown, active, press_at};

async fn open(key: &str, change: impl FnOnce(&mut FormView)) -> Shown<Forms, FormInput> {
    let form = Form::open(Recipe::find(key).expect("a form"), &[]);
    let mut view = view(key, &form);
    change(&mut view);
    page(Page::Form(Rc::new(view))).await
}

/// A page of the forms, just opened.
async fn page(page: Page) -> Shown<Forms, FormInput> {
    let view = FormsView { number: 1, page };
    Shown::new(|send| Props {
        view: Some(Rc::new(view)),
        send,
    })
    .await
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
    let shown = open("sns:CreateTopic", |_| {}).await;
    let label = shown.find("label");
    assert!(
        label.text_content().unwrap().starts_with("Topic name"),
        "{:?}",
        label.text_content()
    );
    let line = format!("#{}", label.get_attribute("for").unwrap());
    assert_eq!(shown.attribute(&line, "aria-required").as_deref(), Some("true"));
    shown.type_in(&line, "team").await;
    assert_eq!(
        shown.sent(),
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
    let shown = open("sns:CreateTopic", |view| view.flaws = [flaw].into()).await;
    let line = shown.find("#f-0");
    assert_eq!(line.get_attribute("aria-invalid").as_deref(), Some("true"));
    let described = line.get_attribute("aria-describedby").expect("described");
    assert!(described.split(' ').any(|id| id == "f-0-flaw"), "{described}");
    assert_eq!(shown.text("#f-0-flaw"), "Topic name is required.");
    shown.click(".form-errors button").await;
    assert_eq!(active().id(), "f-0");
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
    let shown = open("ec2:StopInstances", |view| view.choices = Rc::new(choices)).await;
    shown.click(".form-box input").await;
    assert_eq!(
        shown.sent(),
        [FormInput::Edit(Edit::Pick(vec![0], "i-1".to_owned(), true))]
    );

    let shown = open("elbv2:CreateListener", |_| {}).await;
    shown.click(".form-entry .form-remove").await;
    let sent = shown.sent();
    assert!(matches!(sent[..], [FormInput::Edit(Edit::Remove(_))]), "{sent:?}");
}

#[wasm_bindgen_test]
async fn escape_closes_also_when_what_had_the_focus_is_gone() {
    let shown = open("sns:CreateTopic", |_| {}).await;
    let focused: HtmlElement = active().dyn_into().unwrap();
    assert!(!press_at(&focused.owner_document().unwrap().body().unwrap(), "Escape").await);
    focused.blur().unwrap();
    assert!(press_at(&active(), "Escape").await);
    assert_eq!(shown.sent(), [FormInput::Close]);
}

#[wasm_bindgen_test]
async fn escape_closes_and_a_closed_form_does_not_send() {
    let shown = open("sns:CreateTopic", |view| view.closed = Some("Later.".into())).await;
    shown.click("[type=submit]").await;
    assert_eq!(shown.sent(), []);
    shown.press("#f-0", "Escape").await;
    assert_eq!(shown.sent(), [FormInput::Close]);
}
