//! `cargo xtask operations` and `cargo xtask conformance`: what the model declares, to read and beside AWS's own models.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::{self, cargo};
use crate::step::step;
use crate::{printed, requests, workspace};

/// The release of `botocore` whose models are compared with, and of which the declarations were made.
const BOTOCORE: &str = "botocore==1.44.5";

/// Writes the page of operations.
pub(crate) fn operations(arguments: lexopt::Parser) -> Result<()> {
    no_more(arguments)?;
    let page = process::output(&mut contract(&["table"]))?;
    fs::write(workspace::root().join("crates/OPERATIONS.md"), page)?;
    Ok(())
}

/// Compares the declarations with AWS's published models, answers with AWS's formatter, and command lines with what
/// AWS's own command line makes of them; the Python Package Index has all of it, and this project has none.
pub(crate) fn conformance(arguments: lexopt::Parser) -> Result<()> {
    no_more(arguments)?;
    models()?;
    printed::compare()?;
    requests::compare()
}

fn models() -> Result<()> {
    let folder = workspace::target()?.join("botocore");
    if !folder.join("botocore/data").is_dir() {
        let about = "15 MB, from the Python Package Index";
        step("Download AWS's published models", about, || download(&folder))?;
    }
    process::run(contract(&["compare"]).arg(folder))
}

/// A command of the package that compares.
pub(crate) fn contract(words: &[&str]) -> Command {
    let mut command = cargo(&["run", "--quiet", "--package", "contract", "--"]);
    command.args(words);
    command
}

fn download(folder: &Path) -> Result<()> {
    let python = python()?;
    let mut pip = Command::new(python);
    pip.args([
        "-m",
        "pip",
        "download",
        BOTOCORE,
        "--no-deps",
        "--quiet",
        "--dest",
    ]);
    process::run(pip.arg(folder))?;
    let mut unpack = Command::new(python);
    unpack.args(["-m", "zipfile", "-e"]);
    process::run(unpack.arg(wheel(folder)?).arg(folder))
}

/// The name of Python, if it is there with pip.
pub(crate) fn python() -> Result<&'static str> {
    let python = ["python3", "python"]
        .into_iter()
        .find(|python| process::probe(python, &["-m", "pip", "--version"]).is_some());
    python.context(
        "Python 3 with pip is missing: install it from https://www.python.org or your system's packages",
    )
}

fn wheel(folder: &Path) -> Result<PathBuf> {
    let entries = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path()));
    let mut wheels = entries.filter(|path| path.extension().is_some_and(|extension| extension == "whl"));
    wheels.next().context("pip downloaded no wheel")
}

fn no_more(mut arguments: lexopt::Parser) -> Result<()> {
    match arguments.next()? {
        Some(argument) => Err(argument.unexpected().into()),
        None => Ok(()),
    }
}
