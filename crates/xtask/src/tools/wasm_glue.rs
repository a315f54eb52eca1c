//! wasm-bindgen's tools, compiled from the versions that `Cargo.lock` pins.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::process::{self, cargo};
use crate::step::step;
use crate::workspace;

/// Writes `NAME.js` and `NAME_bg.wasm` into `out_dir`; `names` keeps the names of functions.
pub(crate) fn make(module: &Path, out_dir: &Path, names: bool) -> Result<()> {
    let program = build()?;
    let mut command = Command::new(program);
    command.args(names.then_some("--names")).arg(module).arg(out_dir);
    process::run(&mut command)
}

/// Builds the runner that cargo calls for wasm tests (`.cargo/config.toml`), so that its first call is not silent.
pub(crate) fn need_test_runner() -> Result<()> {
    step(
        "Compile the runner of the wasm tests",
        "a minute the first time",
        || {
            process::run(&mut cargo(&[
                "build",
                "--package",
                "wasm-glue",
                "--features",
                "test-runner",
            ]))
        },
    )
}

fn build() -> Result<PathBuf> {
    let mut command = cargo(&["build", "--package", "wasm-glue", "--bin", "wasm-glue"]);
    // Where the runner was compiled, half of it would be compiled again without its features.
    if program("wasm-test-runner")?.exists() {
        command.args(["--features", "test-runner"]);
    }
    step("Compile wasm-bindgen", "half a minute the first time", || {
        process::run(&mut command)
    })?;
    program("wasm-glue")
}

fn program(name: &str) -> Result<PathBuf> {
    Ok(workspace::target()?
        .join("debug")
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}
