//! The way from Rust to a browser works: compiled to wasm, bound to the page, run in a document.

use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;

use crate::shown::{Drawn, Part, Shown};

#[wasm_bindgen_test]
async fn a_component_appears_in_the_document_and_is_gone_with_its_test() {
    let shown = Shown::<Part>::new(|_| Drawn::by(|| html! { <p id="sign">{ "open" }</p> })).await;
    assert_eq!(shown.text("#sign"), "open");
    drop(shown);
    assert!(crate::shown::document().get_element_by_id("sign").is_none());
}
