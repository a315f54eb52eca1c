//! The way from Rust to a browser works: compiled to wasm, bound to the page, run in a document.
#![cfg(target_arch = "wasm32")]

use std::time::Duration;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yew::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

#[function_component]
fn Sign() -> Html {
    html! { <p>{ "open" }</p> }
}

#[wasm_bindgen_test]
async fn a_component_appears_in_the_document() {
    let document = web_sys::window().unwrap().document().unwrap();
    let root = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    yew::Renderer::<Sign>::with_root(root.clone()).render();
    yew::platform::time::sleep(Duration::ZERO).await;
    assert_eq!(root.text_content().as_deref(), Some("open"));
}
