//! `cargo xtask build`: the page for publication.

use anyhow::Result;

use crate::bundle::{self, Build, Sizes};
use crate::step::step;
use crate::workspace;

/// Builds `dist/` and prints what a visit downloads, against the aim for it.
pub(crate) fn run(mut arguments: lexopt::Parser) -> Result<()> {
    if let Some(argument) = arguments.next()? {
        return Err(argument.unexpected().into());
    }
    let dist = workspace::dist();
    bundle::make(Build::Published, &dist)?;
    let sizes = step("Compress every file to know its size", "", || Sizes::of(&dist))?;
    println!(
        "{sizes}\n{}: any static host can serve this folder, under any path.",
        dist.display()
    );
    Ok(())
}
