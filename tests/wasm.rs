//! What is asserted natively in `determinism/` comes out the same in a browser's wasm.
#![cfg(target_arch = "wasm32")]

use tests::runs;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn draws_are_the_same_as_natively() {
    assert_eq!(runs::of_draws(), runs::DRAWS);
}

#[wasm_bindgen_test]
fn a_long_run_is_the_same_as_natively() {
    assert_eq!(runs::of_a_long_run(), runs::LONG_RUN);
}
