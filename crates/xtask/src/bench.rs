//! `cargo xtask bench`: how fast the engine is and what drawing costs. Figures are printed, never asserted.

use std::process::Command;

use anyhow::Result;

use crate::bundle::{self, Build, Sizes};
use crate::parts::Parts;
use crate::process::{self, cargo};
use crate::serve;
use crate::stages::Stages;
use crate::tools::browser::need_browser;
use crate::tools::npm;
use crate::workspace;

/// Measures the parts that are named, or all, one after the other: two at once would disturb each other.
pub(crate) fn run(arguments: lexopt::Parser) -> Result<()> {
    let parts = Parts::read(arguments, &["native", "wasm", "page"])?;
    let mut stages = Stages::default();
    if parts.want("native") {
        stages.check("engine, native", engine_native);
    }
    if parts.want("wasm") {
        stages.check("engine, wasm", engine_wasm);
    }
    if parts.want("page") {
        stages.check("drawing and download", page);
    }
    stages.end()
}

/// By criterion, which keeps its report in `target/criterion`.
fn engine_native() -> Result<()> {
    process::run(&mut cargo(&[
        "bench",
        "--workspace",
        "--exclude",
        "web",
        "--bench",
        "*",
    ]))
}

/// The same piece of work, compiled as the page is.
fn engine_wasm() -> Result<()> {
    let module = bundle::compile("bench", Build::Published)?;
    let criterion = workspace::target()?.join("criterion");
    process::run(script("bench/engine.js")?.arg(module).arg(criterion))
}

/// The published page in Chromium, and its painter alone.
fn page() -> Result<()> {
    let browser = need_browser()?;
    let drawing = bundle::compile("drawing", Build::Published)?;
    let dist = workspace::dist();
    bundle::make(Build::Published, &dist)?;
    println!("{}\n", Sizes::of(&dist)?);
    let address = serve::in_background(dist)?;
    let mut draw = script("bench/draw.js")?;
    process::run(draw.arg(&address).arg(drawing).env("CHROME", &browser.chromium))?;
    let mut console = script("bench/console.js")?;
    process::run(console.arg(&address).env("CHROME", &browser.chromium))
}

/// Node.js, about to run a script of `tests/browser`.
fn script(name: &str) -> Result<Command> {
    const FOLDER: &str = "tests/browser";
    npm::need_packages(FOLDER)?;
    let mut node = Command::new("node");
    node.current_dir(workspace::root().join(FOLDER)).arg(name);
    Ok(node)
}
