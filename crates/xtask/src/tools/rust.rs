//! Parts of the Rust toolchain, installed by rustup.

use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::step::step;

/// What browsers run.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Makes the standard library for [`WASM`] available.
pub(crate) fn need_wasm_target() -> Result<()> {
    need("target", WASM)
}

/// Makes `cargo fmt` and `cargo clippy` available.
pub(crate) fn need_linters() -> Result<()> {
    need("component", "rustfmt")?;
    need("component", "clippy")
}

fn need(kind: &str, name: &str) -> Result<()> {
    if is_installed(kind, name) {
        return Ok(());
    }
    step(&format!("Install Rust's {kind} {name}"), "a few seconds", || {
        process::run(Command::new("rustup").args([kind, "add", name]))
    })
    .with_context(|| format!("Rust's {kind} {name} is missing: install it with `rustup {kind} add {name}`"))
}

/// A toolchain that did not come from rustup has no `rustup` to ask, but may well have the part.
fn is_installed(kind: &str, name: &str) -> bool {
    match (kind, name) {
        ("target", _) => has_standard_library(name),
        _ => process::probe(
            "cargo",
            &[if name == "rustfmt" { "fmt" } else { name }, "--version"],
        )
        .is_some(),
    }
}

fn has_standard_library(target: &str) -> bool {
    process::probe("rustc", &["--print", "target-libdir", "--target", target])
        .is_some_and(|folder| std::fs::read_dir(folder).is_ok_and(|mut files| files.next().is_some()))
}
