//! The native tests of the whole.
#![cfg(not(target_arch = "wasm32"))]

mod determinism;
mod properties;
mod refusals;
mod scenarios;
mod theory;
