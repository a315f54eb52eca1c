//! The legend below the picture: what a dot is, or what stands there without dots; and following a request.

use wasm_bindgen_test::wasm_bindgen_test;
use web::command::Command;
use web::components::legend::legend;

use crate::shown::{Drawn, Part, Shown};

async fn shown(one_in: u32, dots: bool) -> Shown<Part> {
    Shown::new(|send| Drawn::by(move || legend(one_in, dots, &send))).await
}

#[wasm_bindgen_test]
async fn it_says_how_many_requests_a_dot_is() {
    assert_eq!(shown(1, true).await.text("b"), "One dot is one request");
    assert_eq!(shown(1_200, true).await.text("b"), "One dot is 1,200 requests");
}

#[wasm_bindgen_test]
async fn every_shape_has_its_word_and_only_words_are_read_out() {
    let shown = shown(1, true).await;
    assert_eq!(
        shown.texts(".legend > span"),
        [
            "on its way",
            "served",
            "slow, over 1 s",
            "failed",
            "waiting",
            "yours, or followed",
            "lit window = busy worker",
        ]
    );
    assert_eq!(shown.count("svg"), shown.count("svg[aria-hidden=true]"));
    for shape in ["circle.served", "path.slow", "path.failed", "circle.own-ring"] {
        assert_eq!(shown.count(shape), 1, "{shape}");
    }
}

#[wasm_bindgen_test]
async fn without_dots_it_explains_the_numbers() {
    let shown = shown(1, false).await;
    assert_eq!(
        shown.text("b"),
        "Numbers on the wires: requests per second, ✕ failed"
    );
    assert_eq!(shown.texts(".legend > span"), ["lit window = busy worker"]);
}

#[wasm_bindgen_test]
async fn a_request_can_be_followed_with_and_without_dots() {
    for dots in [true, false] {
        let shown = shown(1, dots).await;
        shown.click("[data-opens=request]").await;
        assert_eq!(shown.sent(), [Command::Follow]);
    }
}
