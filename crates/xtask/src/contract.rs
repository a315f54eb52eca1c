//! `cargo xtask operations` and `cargo xtask conformance`: what the model declares, to read and beside AWS's own models.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::{self, cargo};
use crate::step::step;
use crate::workspace;

/// The release of AWS's command line with which command lines are compared: of version 1, as version 2 is not on the
/// Python Package Index. `tests/contract/commands/ec2.txt` says where the two differ.
const AWSCLI: &str = "awscli==1.46.3";

/// The release of `botocore` whose models are compared with, and of which the declarations were made.
const BOTOCORE: &str = "botocore==1.44.5";

/// Writes the page of operations.
pub(crate) fn operations(arguments: lexopt::Parser) -> Result<()> {
    no_more(arguments)?;
    let page = process::output(&mut contract(&["table"]))?;
    fs::write(workspace::root().join("crates/OPERATIONS.md"), page)?;
    Ok(())
}

/// Compares the declarations with AWS's published models, and command lines with what AWS's own command line makes of
/// them; the Python Package Index has both, and this project has neither.
pub(crate) fn conformance(arguments: lexopt::Parser) -> Result<()> {
    no_more(arguments)?;
    models()?;
    commands()
}

/// Asks AWS's command line for the request of each line, and compares.
fn commands() -> Result<()> {
    let folder = workspace::target()?.join("awscli");
    let python = folder.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    });
    let installed = folder.join("installed");
    if fs::read_to_string(&installed).ok().as_deref() != Some(AWSCLI) {
        let about = "20 MB, from the Python Package Index";
        step("Download AWS's command line", about, || install(&folder, &python))?;
        fs::write(installed, AWSCLI)?;
    }
    let contract_folder = workspace::root().join("tests/contract");
    let [scripts, files] = ["commands", "files"].map(|name| contract_folder.join(name));
    let answers = folder.join("answers.jsonl");
    step("Ask AWS's command line", "some minutes; nothing is sent", || {
        let mut ask = Command::new(&python);
        ask.arg(contract_folder.join("requests.py"))
            .args([&scripts, &files]);
        Ok(fs::write(&answers, process::output(&mut ask)?)?)
    })?;
    process::run(contract(&["commands"]).args([scripts, files, answers]))
}

fn install(folder: &Path, python: &Path) -> Result<()> {
    process::run(Command::new(system_python()?).args(["-m", "venv"]).arg(folder))?;
    let pip = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        AWSCLI,
    ];
    process::run(Command::new(python).args(pip))
}

fn models() -> Result<()> {
    let folder = workspace::target()?.join("botocore");
    if !folder.join("botocore/data").is_dir() {
        let about = "15 MB, from the Python Package Index";
        step("Download AWS's published models", about, || download(&folder))?;
    }
    process::run(contract(&["compare"]).arg(folder))
}

fn contract(words: &[&str]) -> Command {
    let mut command = cargo(&["run", "--quiet", "--package", "contract", "--"]);
    command.args(words);
    command
}

fn download(folder: &Path) -> Result<()> {
    let python = system_python()?;
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

fn system_python() -> Result<&'static str> {
    let python = ["python3", "python"]
        .into_iter()
        .find(|python| process::probe(python, &["-m", "pip", "--version"]).is_some());
    match python {
        Some(python) => Ok(python),
        None => bail!(
            "Python 3 with pip is missing: install it from https://www.python.org or your system's packages"
        ),
    }
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
