//! Makes the folder that is served or published: the page file, wasm, script, styles, fonts, lessons.
//!
//! `index.html` says what belongs to the page, in the words of Trunk (`data-trunk`), so that there is one page file
//! for both. Done here with wasm-bindgen's library because compiling Trunk and wasm-bindgen's command costs a fresh
//! clone about 16 minutes of CPU, and this 40 seconds.

mod assets;
mod hash;
mod html;
mod minify;
mod page;
mod sizes;
mod wasm;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

pub(crate) use sizes::Sizes;
pub(crate) use wasm::{Build, compile};

use crate::workspace;
use assets::Assets;

/// Builds the page and writes all its files into `out`, which is emptied before.
pub(crate) fn make(build: Build, out: &Path) -> Result<()> {
    let index = workspace::root().join("index.html");
    let html = fs::read_to_string(&index).with_context(|| format!("could not read {}", index.display()))?;
    let module = wasm::make(build)?;
    if out.exists() {
        fs::remove_dir_all(out)?;
    }
    fs::create_dir_all(out)?;
    let html = page::render(&html, &mut Assets::new(&workspace::root(), out, module, build))?;
    fs::write(out.join("index.html"), html)?;
    Ok(())
}
