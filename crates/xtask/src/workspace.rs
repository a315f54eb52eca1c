//! Where things are.

use std::path::PathBuf;

use anyhow::{Context, Result};

/// The folder of the workspace's `Cargo.toml`.
pub(crate) fn root() -> PathBuf {
    let mut root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.pop();
    root.pop();
    root
}

/// Cargo's target folder, wherever the user's settings put it: this program lies in its `debug` folder.
pub(crate) fn target() -> Result<PathBuf> {
    let program = std::env::current_exe().context("could not tell where this program is")?;
    let target = program
        .ancestors()
        .nth(2)
        .context("this program is not in a target folder")?;
    Ok(target.to_owned())
}

/// Where the page goes that is to be published.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}
