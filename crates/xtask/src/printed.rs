//! Part of `cargo xtask conformance`: answers as AWS's own formatter prints them, beside how they are printed here.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::contract::{contract, python};
use crate::process;
use crate::step::step;
use crate::workspace;

/// The formatter, and what version 2 of AWS's command line evaluates queries and writes YAML with.
const PACKAGES: &[&str] = &[
    "awscli==1.46.3",
    "jmespath==1.0.1",
    "ruamel.yaml==0.17.21",
    "ruamel.yaml.clib>=0.2.12",
];

/// Prints answers of the model on both sides and compares.
pub(crate) fn compare() -> Result<()> {
    let folder = installed()?;
    let sources = workspace::root().join("tests/contract");
    let (cases, answers) = (folder.join("cases"), folder.join("answers"));
    fs::write(&cases, process::output(contract(&["cases"]).arg(&sources))?)?;
    let mut printing = Command::new(python()?);
    printing
        .arg(sources.join("printed.py"))
        .env("PYTHONPATH", &folder);
    printing.stdin(File::open(&cases).context("the cases")?);
    fs::write(&answers, process::output(&mut printing)?)?;
    process::run(contract(&["printed"]).arg(&sources).arg(&answers))
}

/// The folder of the packages; they are installed if they are not there.
pub(crate) fn installed() -> Result<PathBuf> {
    let folder = workspace::target()?.join("formatter");
    if !folder.join("awscli").is_dir() {
        let about = "20 MB, from the Python Package Index";
        step("Download AWS's command line", about, || install(&folder))?;
    }
    Ok(folder)
}

/// Beside the system's own packages, which it leaves alone.
fn install(folder: &Path) -> Result<()> {
    let mut pip = Command::new(python()?);
    pip.args(["-m", "pip", "install", "--quiet", "--target"])
        .arg(folder);
    process::run(pip.args(PACKAGES))
}
