//! Part of `cargo xtask conformance`: the requests that AWS's own command line would send, beside ours.

use std::fs;
use std::process::Command;

use anyhow::Result;

use crate::contract::{contract, python};
use crate::step::step;
use crate::{printed, process, workspace};

/// Asks AWS's command line for the request of each command in `tests/contract/commands`, and compares. Nothing is sent.
pub(crate) fn compare() -> Result<()> {
    let folder = printed::installed()?;
    let sources = workspace::root().join("tests/contract");
    let [scripts, files] = ["commands", "files"].map(|name| sources.join(name));
    let answers = folder.join("requests");
    step("Ask AWS's command line", "some minutes; nothing is sent", || {
        let mut ask = Command::new(python()?);
        ask.arg(sources.join("requests.py")).args([&scripts, &files]);
        ask.env("PYTHONPATH", &folder);
        Ok(fs::write(&answers, process::output(&mut ask)?)?)
    })?;
    process::run(contract(&["commands"]).args([scripts, files, answers]))
}
