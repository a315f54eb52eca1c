//! Scripts and style sheets without what only people read.

use std::io::Write;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::tools::npm;

/// What a text is written in.
#[derive(Clone, Copy)]
pub(super) enum Language {
    /// A script of its own: its outermost names are seen by others.
    Script,
    /// An ES module: only what it exports is seen.
    Module,
    Css,
}

/// The same text, shorter, by esbuild.
pub(super) fn minify(language: Language, text: &str) -> Result<String> {
    const SCRIPT: &str = "const { readFileSync } = require('fs'), { transformSync } = require('esbuild');
        const [loader, format] = process.argv.slice(1);
        const { code } = transformSync(readFileSync(0, 'utf8'), { loader, format, minify: true, legalComments: 'none' });
        process.stdout.write(code);";
    let words: &[&str] = match language {
        Language::Script => &["js"],
        Language::Module => &["js", "esm"],
        Language::Css => &["css"],
    };
    let packages = npm::need_packages("crates/xtask/npm")?;
    let mut node = Command::new("node")
        .current_dir(packages)
        .args(["-e", SCRIPT, "--"])
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("could not start node")?;
    // Node reads all before it writes, so neither waits for the other; dropping the pipe ends the text.
    let mut pipe = node.stdin.take().context("node takes no text")?;
    pipe.write_all(text.as_bytes())?;
    drop(pipe);
    let output = node.wait_with_output()?;
    if !output.status.success() {
        bail!("esbuild refused a text ({})", output.status);
    }
    Ok(String::from_utf8(output.stdout)?)
}
