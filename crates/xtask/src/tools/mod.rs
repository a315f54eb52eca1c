//! What the commands need on the machine: found, or installed, or explained in one sentence.

pub(crate) mod browser;
pub(crate) mod npm;
pub(crate) mod rust;
pub(crate) mod wasm_glue;
