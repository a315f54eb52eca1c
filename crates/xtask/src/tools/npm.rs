//! Packages of the npm registry, in the versions that the lock file beside each `package.json` pins.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, bail};

use crate::process;
use crate::step::step;
use crate::workspace;

/// The oldest Node.js that the tools run on.
const NODE_MAJOR: u32 = 20;

/// Checks that Node.js is there and new enough.
pub(crate) fn need_node() -> Result<()> {
    let Some(version) = process::probe("node", &["--version"]) else {
        bail!("Node.js is missing: install version {NODE_MAJOR} or newer, with npm, from https://nodejs.org");
    };
    match major(&version) {
        Some(major) if major >= NODE_MAJOR => Ok(()),
        _ => bail!(
            "Node.js {version} is too old: install version {NODE_MAJOR} or newer from https://nodejs.org"
        ),
    }
}

/// Installs the packages of a folder of the workspace into its `node_modules`, unless that was done with the same
/// lock file before.
pub(crate) fn need_packages(folder: &str) -> Result<PathBuf> {
    need_node()?;
    let folder = workspace::root().join(folder);
    let wanted = fs::read(folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules/.installed");
    if fs::read(&stamp).ok().as_ref() != Some(&wanted) {
        let what = format!("Install the npm packages of {}", folder.display());
        step(&what, "a few seconds", || install(&folder))?;
        fs::write(&stamp, wanted)?;
    }
    Ok(folder.join("node_modules"))
}

fn install(folder: &Path) -> Result<()> {
    let npm = if env::consts::OS == "windows" {
        "npm.cmd"
    } else {
        "npm"
    };
    let mut command = Command::new(npm);
    command
        .current_dir(folder)
        .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    // Browsers come from the system (`tools::browser`), not from a download of the test library's own.
    command.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    process::run(&mut command).context("npm could not install the packages; it comes with Node.js")
}

/// "v20.20.2" → 20
fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read_from_what_node_prints() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("nonsense"), None);
    }
}
