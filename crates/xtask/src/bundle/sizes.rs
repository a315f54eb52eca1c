//! What a visit downloads: until the start page stands, and then.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fmt, fs};

use anyhow::{Context, Result};

use crate::process;
use crate::tools::npm;

/// The most that a visit may download until the start page stands and can be used, in bytes.
const AIM: u64 = 200_000;

/// Files of a folder with their sizes.
pub(crate) struct Sizes(Vec<File>);

struct File {
    /// Relative to the folder.
    path: PathBuf,
    raw: u64,
    /// As a host sends it: compressed with brotli at its best, or as it is where that gains nothing (fonts).
    sent: u64,
}

impl Sizes {
    /// Measures all files in `folder`.
    pub(crate) fn of(folder: &Path) -> Result<Self> {
        npm::need_node()?;
        let mut paths = Vec::new();
        collect(folder, &mut paths)?;
        paths.sort();
        let raw = paths
            .iter()
            .map(|path| Ok(fs::metadata(path)?.len()))
            .collect::<Result<Vec<_>>>()?;
        let brotli = brotli(&paths)?;
        let files = paths
            .iter()
            .zip(raw)
            .zip(brotli)
            .map(|((path, raw), brotli)| File {
                path: path.strip_prefix(folder).unwrap_or(path).to_owned(),
                raw,
                sent: raw.min(brotli),
            });
        Ok(Self(files.collect()))
    }

    fn sent(&self, when: When) -> u64 {
        let files = self.0.iter().filter(|file| file.when() == when);
        files.map(|file| file.sent).sum()
    }
}

/// When the page fetches a file.
#[derive(Clone, Copy, PartialEq)]
enum When {
    /// Before the start page stands.
    First,
    /// Right after it stands, or when a lesson or the sandbox is opened before.
    Then,
    /// When a lesson is opened.
    WithLesson,
    /// When somebody asks the terminal for help.
    WithHelp,
    /// When a letter beyond English stands on the page.
    WithLetters,
    /// Not at all: read by people.
    Never,
}

impl File {
    fn when(&self) -> When {
        let extension = self.path.extension().and_then(|extension| extension.to_str());
        let stem = self.path.file_stem().unwrap_or_default().to_string_lossy();
        let is_part = stem.starts_with("split_") || stem.starts_with("chunk_");
        match extension {
            _ if is_for_authors(&self.path) => When::Never,
            _ if self.path.starts_with("lessons") => When::WithLesson,
            Some("wasm") if stem.starts_with("split_docs") => When::WithHelp,
            Some("wasm") if is_part => When::Then,
            Some("woff2") if stem.ends_with("-more") => When::WithLetters,
            Some("html" | "wasm" | "js" | "css" | "woff2" | "svg" | "json") => When::First,
            _ => When::Never,
        }
    }
}

/// What lies beside the lessons for those who write some.
fn is_for_authors(path: &Path) -> bool {
    path.ends_with("lessons/README.md") || path.ends_with("lessons/lesson.schema.json")
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:>10} {:>10}  file (bytes; brotli 11)", "raw", "sent")?;
        for file in &self.0 {
            let later = match file.when() {
                When::First => "",
                When::Then => "  (after the start page)",
                When::WithLesson => "  (with its lesson)",
                When::WithHelp => "  (when help is asked for)",
                When::WithLetters => "  (with its letters)",
                When::Never => "  (for people)",
            };
            writeln!(
                f,
                "{:>10} {:>10}  {}{later}",
                file.raw,
                file.sent,
                file.path.display()
            )?;
        }
        let (load, aim) = (self.sent(When::First), kilobytes(AIM));
        let verdict = if load <= AIM { "within" } else { "MISSED:" };
        write!(
            f,
            "First load: {:.1} kB, {verdict} the aim of {aim:.0} kB; then, for lessons and the sandbox: {:.1} kB",
            kilobytes(load),
            kilobytes(self.sent(When::Then))
        )
    }
}

#[allow(clippy::cast_precision_loss, reason = "file sizes are far below 2^52")]
fn kilobytes(bytes: u64) -> f64 {
    bytes as f64 / 1000.0
}

fn collect(folder: &Path, into: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("could not read {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, into)?
        } else {
            into.push(path)
        }
    }
    Ok(())
}

/// The compressed size of each file. Node.js has brotli built in, a crate would take longer to compile than to use.
fn brotli(paths: &[PathBuf]) -> Result<Vec<u64>> {
    const SCRIPT: &str = "const { readFileSync } = require('fs'), { brotliCompressSync } = require('zlib');
        for (const path of process.argv.slice(1)) console.log(brotliCompressSync(readFileSync(path)).length);";
    let text = process::output(Command::new("node").args(["-e", SCRIPT, "--"]).args(paths))?;
    text.lines()
        .map(|line| line.parse().context("node printed no size"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_later_and_licences_do_not_count() {
        let file = |path: &str| File {
            path: path.into(),
            raw: 9,
            sent: 5,
        };
        let paths = [
            "index.html",
            "fonts/a.woff2",
            "fonts/a-more.woff2",
            "fonts/OFL.txt",
            "split_player-0123456789abcdef.wasm",
            "split_docs-0123456789abcdef.wasm",
            "lessons/01-one/lesson.json",
            "lessons/lesson.schema.json",
        ];
        let sizes = Sizes(paths.map(file).into());
        assert_eq!((sizes.sent(When::First), sizes.sent(When::Then)), (10, 5));
    }
}
