//! The same seed and the same inputs give the same run: here the numbers that `wasm.rs` asserts in a browser, too.

use tests::runs;

#[test]
fn draws_are_the_same_on_every_machine() {
    assert_eq!(runs::of_draws(), runs::DRAWS);
}

#[test]
fn a_long_run_is_the_same_on_every_machine() {
    assert_eq!(runs::of_a_long_run(), runs::LONG_RUN);
}
