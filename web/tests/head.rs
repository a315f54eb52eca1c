//! The line at the top: where one is, and what can be shown or hidden.

use view::fleet::Thing;
use wasm_bindgen_test::wasm_bindgen_test;
use web::command::{Command, LessonCommand};
use web::components::head::{Shown as Open, Title, head};
use web::forms::FormInput;

use crate::shown::{Drawn, Part, Shown, click};

const CLOSED: Open = Open {
    charts: false,
    terminal: false,
    twin: false,
    bill: false,
};

async fn shown(open: Open, number: Option<u32>, way_back: Option<&'static str>) -> Shown<Part> {
    let draw = move |send| {
        Drawn::by(move || {
            let title = Title {
                number,
                title: "One instance".into(),
                is_lesson: number.is_some(),
                way_back: way_back.map(str::to_owned),
            };
            head(&title, open, &send)
        })
    };
    Shown::new(draw).await
}

#[wasm_bindgen_test]
async fn every_part_of_the_page_is_shown_from_here() {
    let shown = shown(CLOSED, None, None).await;
    for (button, command) in [
        ("Actions", Command::Form(FormInput::Find)),
        ("Bill", Command::Select(Some(Thing::Bill))),
        ("Terminal", Command::ToggleTerminal),
        ("Charts", Command::ToggleCharts),
        ("As text", Command::ToggleTwin),
    ] {
        click(&shown.named("button", button)).await;
        assert_eq!(shown.sent(), [command]);
    }
    assert_eq!(shown.count("[aria-pressed=true]"), 0);
}

#[wasm_bindgen_test]
async fn what_is_shown_is_pressed_and_a_press_hides_it() {
    let open = Open {
        charts: true,
        bill: true,
        ..CLOSED
    };
    let shown = shown(open, None, None).await;
    assert_eq!(shown.texts("[aria-pressed=true]"), ["Bill", "Charts"]);
    shown.click("[data-opens=bill] button").await;
    assert_eq!(shown.sent(), [Command::Select(None)]);
}

#[wasm_bindgen_test]
async fn a_lesson_has_its_number_and_a_way_to_its_sandbox() {
    let lesson = shown(CLOSED, Some(1), None).await;
    assert_eq!(lesson.text("h1"), "Lesson 1 One instance");
    lesson.click("[aria-keyshortcuts='Control+.']").await;
    assert_eq!(lesson.sent(), [Command::Lesson(LessonCommand::Sandbox)]);
    let sandbox = shown(CLOSED, None, None).await;
    assert_eq!(sandbox.text("h1"), "One instance");
    assert_eq!(sandbox.count("[aria-keyshortcuts='Control+.']"), 0);
}

#[wasm_bindgen_test]
async fn a_sandbox_begun_from_a_lesson_leads_back() {
    let shown = shown(CLOSED, None, Some("#/lesson/01-one-instance")).await;
    let back = shown.named("a", "Back to the lesson");
    assert_eq!(
        back.get_attribute("href").as_deref(),
        Some("#/lesson/01-one-instance")
    );
}
