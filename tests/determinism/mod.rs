//! The same seed gives the same run: here the numbers that `wasm.rs` asserts in a browser, too.

use tests::digest;

#[test]
fn draws_are_the_same_on_every_machine() {
    assert_eq!(digest::of_draws(), digest::DRAWS);
}
