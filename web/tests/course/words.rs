//! The glossary, and lessons from elsewhere.

use wasm_bindgen_test::wasm_bindgen_test;
use web::components::course::glossary::{Glossary, Props};
use web::components::course::source::Source;

use super::{learner, page};
use crate::shown::{Shown, active, be_at, bubbling, turn};

async fn glossary(word: Option<&str>) -> Shown<Glossary, ()> {
    let word = word.map(str::to_owned);
    page::<Glossary>(Props { word }).await
}

#[wasm_bindgen_test]
async fn words_stand_in_the_order_of_the_alphabet() {
    let shown = glossary(None).await;
    assert_eq!(
        shown.texts(".words li"),
        ["Alarm: it tells.", "Zone: a place of its own."]
    );
    assert_eq!(shown.count("nav [aria-current=page]"), 1);
}

#[wasm_bindgen_test]
async fn a_word_that_was_asked_for_is_led_to() {
    let shown = glossary(Some("zone")).await;
    turn().await;
    assert_eq!(active(), shown.find(".words li:last-child"));
    assert!(active().class_list().contains("wanted"));
}

#[wasm_bindgen_test]
async fn an_address_leads_to_the_lesson_that_is_there() {
    let _kept = learner(&[]).await;
    let shown = Shown::<Source, ()>::new(|_| ()).await;
    let location = web_sys::window().unwrap().location();
    let before = location.hash().unwrap();
    shown.type_in("form input", "  ").await;
    shown.dispatch("form", &bubbling("submit")).await;
    assert_eq!(
        location.hash().unwrap(),
        before,
        "nothing is fetched from nowhere"
    );
    shown
        .type_in("form input", " https://example.org/a b/lesson.json ")
        .await;
    shown.dispatch("form", &bubbling("submit")).await;
    let hash = location.hash().unwrap();
    be_at(if before.is_empty() { "#" } else { &before });
    assert_eq!(
        hash,
        "#/play?lesson=https%3A%2F%2Fexample.org%2Fa%20b%2Flesson.json"
    );
}
