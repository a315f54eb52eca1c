//! What a first visit downloads.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fmt, fs};

use anyhow::{Context, Result};

use crate::process;
use crate::tools::npm;

/// The most that a first visit may download, in bytes.
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

    fn first_load(&self) -> u64 {
        self.0
            .iter()
            .filter(|file| file.is_first())
            .map(|file| file.sent)
            .sum()
    }
}

impl File {
    /// Lessons are fetched when they are opened; licences are not fetched by the page at all.
    fn is_first(&self) -> bool {
        let extension = self.path.extension().and_then(|extension| extension.to_str());
        !self.path.starts_with("lessons")
            && matches!(
                extension,
                Some("html" | "wasm" | "js" | "css" | "woff2" | "svg" | "json")
            )
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:>10} {:>10}  file (bytes; brotli 11)", "raw", "sent")?;
        for file in &self.0 {
            let later = if file.is_first() {
                ""
            } else {
                "  (not in the first load)"
            };
            writeln!(
                f,
                "{:>10} {:>10}  {}{later}",
                file.raw,
                file.sent,
                file.path.display()
            )?;
        }
        let (load, aim) = (self.first_load(), kilobytes(AIM));
        let verdict = if load <= AIM { "within" } else { "MISSED:" };
        write!(
            f,
            "First load: {:.1} kB, {verdict} the aim of {aim:.0} kB",
            kilobytes(load)
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
    fn lessons_and_licences_do_not_count() {
        let file = |path: &str| File {
            path: path.into(),
            raw: 9,
            sent: 5,
        };
        let paths = [
            "index.html",
            "fonts/a.woff2",
            "fonts/OFL.txt",
            "lessons/01-one/lesson.json",
        ];
        assert_eq!(Sizes(paths.map(file).into()).first_load(), 10);
    }
}
