//! The list of all forms: what is typed looks for them, and keys go through what is found without leaving the line.

use std::rc::Rc;

use wasm_bindgen_test::wasm_bindgen_test;
use web::components::forms::Forms;
use web::forms::{Finder, FinderEntry, FinderGroup, FormInput, Page};

use super::page;
use crate::shown::{Shown, active, click};

const LINE: &str = "#form-find";
const CHOSEN: &str = "[role=option][aria-selected=true]";

fn entry(key: &str, closed: bool, begun: bool) -> FinderEntry {
    FinderEntry {
        key: key.into(),
        title: format!("Form {key}").into(),
        command: format!("aws {key}").into(),
        closed,
        begun,
    }
}

async fn list(groups: impl Into<Rc<[FinderGroup]>>) -> Shown<Forms, FormInput> {
    page(Page::Finder(Finder {
        query: "".into(),
        groups: groups.into(),
    }))
    .await
}

/// Three forms of two services.
async fn three() -> Shown<Forms, FormInput> {
    list([
        FinderGroup {
            title: "EC2",
            entries: vec![entry("one", false, false), entry("two", true, false)],
        },
        FinderGroup {
            title: "SNS",
            entries: vec![entry("three", false, true)],
        },
    ])
    .await
}

fn opens(key: &str) -> [FormInput; 1] {
    [FormInput::Open(key.into())]
}

#[wasm_bindgen_test]
async fn the_line_has_the_focus_and_what_is_typed_looks_for_forms() {
    let shown = three().await;
    assert_eq!(active(), shown.find(LINE));
    shown.type_in(LINE, "alarm").await;
    assert_eq!(shown.sent(), [FormInput::Query("alarm".to_owned())]);
    assert_eq!(shown.text("[role=status]"), "3 actions");
}

#[wasm_bindgen_test]
async fn keys_go_through_all_groups_and_enter_opens() {
    let shown = three().await;
    assert!(shown.text(CHOSEN).starts_with("Form one"));
    for (key, chosen) in [
        ("ArrowDown", "Form two"),
        ("ArrowDown", "Form three"),
        ("ArrowDown", "Form three"),
        ("ArrowUp", "Form two"),
        ("PageUp", "Form one"),
        ("PageDown", "Form three"),
    ] {
        assert!(shown.press(LINE, key).await);
        assert!(shown.text(CHOSEN).starts_with(chosen), "{key}");
        let named = shown.attribute(LINE, "aria-activedescendant");
        assert_eq!(named, Some(shown.find(CHOSEN).id()));
        assert_eq!(active(), shown.find(LINE));
    }
    shown.press(LINE, "Enter").await;
    assert_eq!(shown.sent(), opens("three"));
}

#[wasm_bindgen_test]
async fn a_press_opens_a_form_also_one_that_the_step_does_not_use() {
    let shown = three().await;
    assert!(
        shown
            .text(".form-option.closed")
            .starts_with("Form twonot in this step")
    );
    assert_eq!(shown.text(".form-note.own"), "begun");
    click(&shown.named("[role=option]", "Form two")).await;
    assert_eq!(shown.sent(), opens("two"));
}

#[wasm_bindgen_test]
async fn where_nothing_is_found_that_is_said_and_enter_does_nothing() {
    let shown = list([]).await;
    assert!(shown.text(".forms-nothing").starts_with("Nothing is called so."));
    assert_eq!(shown.attribute(LINE, "aria-activedescendant"), None);
    shown.press(LINE, "Enter").await;
    assert_eq!(shown.sent(), []);
}
