//! `cargo xtask test`: every test there is.

use anyhow::Result;

use crate::bundle::{self, Build};
use crate::lint;
use crate::parts::Parts;
use crate::process::{self, cargo};
use crate::stages::Stages;
use crate::tools::browser::need_browser;
use crate::tools::{npm, rust, wasm_glue};
use crate::workspace;

/// Runs the parts that are named, or all, and prints a table of them.
pub(crate) fn run(arguments: lexopt::Parser) -> Result<()> {
    let parts = Parts::read(arguments, &["lint", "native", "wasm", "e2e"])?;
    let mut stages = Stages::default();
    if parts.want("lint") {
        lint::check(&mut stages);
    }
    if parts.want("native") {
        stages.check("native tests", native);
    }
    if parts.want("wasm") {
        stages.check("wasm tests in a browser", wasm);
    }
    if parts.want("e2e") {
        stages.check("end to end in a browser", end_to_end);
    }
    stages.end()
}

/// All packages but those that have no tests and would take long to compile as if they had; of the page, what needs no
/// document.
fn native() -> Result<()> {
    let others = ["bench", "drawing", "wasm-glue"].map(|package| ["--exclude", package]);
    process::run(&mut cargo(
        &[&["test", "--workspace", "--no-fail-fast"], others.as_flattened()].concat(),
    ))
}

/// What needs a document (the page's components), and what must come out the same as natively.
fn wasm() -> Result<()> {
    rust::need_wasm_target()?;
    let browser = need_browser()?;
    wasm_glue::need_test_runner()?;
    let words = [
        "test",
        "--package",
        "web",
        "--package",
        "tests",
        "--target",
        rust::WASM,
    ];
    process::run(cargo(&words).env("CHROMEDRIVER", &browser.driver))
}

/// Drives the page as it would be published.
fn end_to_end() -> Result<()> {
    let browser = need_browser()?;
    let packages = npm::need_packages("tests/browser")?;
    bundle::make(Build::Published, &workspace::dist())?;
    let mut command = std::process::Command::new("node");
    command.arg(packages.join("@playwright/test/cli.js")).arg("test");
    process::run(
        command
            .current_dir(workspace::root().join("tests/browser"))
            .env("CHROME", browser.chromium),
    )
}
