//! `cargo xtask lint`: everything about the text of the project, nothing about what it does.

use anyhow::Result;

use crate::process::{self, cargo};
use crate::stages::Stages;
use crate::tidy;
use crate::tools::rust;

/// Makes all checks and prints a table of them.
pub(crate) fn run(mut arguments: lexopt::Parser) -> Result<()> {
    if let Some(argument) = arguments.next()? {
        return Err(argument.unexpected().into());
    }
    let mut stages = Stages::default();
    check(&mut stages);
    stages.end()
}

/// The checks, as a part of a longer list.
pub(crate) fn check(stages: &mut Stages) {
    stages.check("tidy", tidy::check);
    stages.check("format", format);
    stages.check("clippy", clippy);
    stages.check("clippy, wasm", clippy_wasm);
    stages.check("documentation", documentation);
}

fn format() -> Result<()> {
    rust::need_linters()?;
    process::run(&mut cargo(&["fmt", "--all", "--check"]))
}

fn clippy() -> Result<()> {
    rust::need_linters()?;
    let words = [
        "clippy",
        "--workspace",
        "--exclude",
        "web",
        "--all-targets",
        "--quiet",
        "--",
        "-D",
        "warnings",
    ];
    process::run(&mut cargo(&words))
}

/// What exists in a browser only.
fn clippy_wasm() -> Result<()> {
    rust::need_linters()?;
    rust::need_wasm_target()?;
    let packages = ["web", "tests", "drawing"].map(|package| ["--package", package]);
    let before = ["clippy", "--target", rust::WASM, "--all-targets", "--quiet"];
    let after = ["--", "-D", "warnings"];
    process::run(&mut cargo(&[&before, packages.as_flattened(), &after].concat()))
}

fn documentation() -> Result<()> {
    let words = [
        "doc",
        "--workspace",
        "--exclude",
        "web",
        "--exclude",
        "wasm-glue",
        "--no-deps",
        "--quiet",
    ];
    process::run(cargo(&words).env("RUSTDOCFLAGS", "-D warnings"))
}
