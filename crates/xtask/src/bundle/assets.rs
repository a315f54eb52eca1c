//! The files beside the page file: each is written once and answers with its relative address.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::hash::hashed_name;
use super::minify::{Language, minify};
use super::wasm::{Build, Module};

/// Reads below `root`, writes below `out`.
pub(super) struct Assets {
    root: PathBuf,
    out: PathBuf,
    module: Module,
    build: Build,
}

impl Assets {
    pub(super) fn new(root: &Path, out: &Path, module: Module, build: Build) -> Self {
        Self {
            root: root.to_owned(),
            out: out.to_owned(),
            module,
            build,
        }
    }

    /// The page's program: the addresses of its script, which starts it, and of its wasm.
    pub(super) fn program(&self) -> Result<(String, String)> {
        let wasm = self.write_hashed("web.wasm", &self.module.wasm)?;
        let mut script = format!("{}\n{}", self.module.script, start(&wasm));
        for (name, content) in &self.module.parts {
            script = script.replace(name, &self.write_hashed(name, content)?);
        }
        let script = self.write_hashed("web.js", self.short(Language::Module, script)?.as_bytes())?;
        if self.module.snippets.exists() {
            copy(&self.module.snippets, &self.out.join("snippets"))?;
        }
        Ok((script, wasm))
    }

    /// All style sheets as one, in this order.
    pub(super) fn styles(&self, sheets: &[&str]) -> Result<String> {
        let sheets = sheets
            .iter()
            .map(|sheet| self.text(sheet))
            .collect::<Result<Vec<_>>>()?;
        let sheet = self.short(Language::Css, sheets.join("\n"))?;
        self.write_hashed("style.css", sheet.as_bytes())
    }

    /// A script that is no module, under a name that follows its content.
    pub(super) fn script(&self, path: &str) -> Result<String> {
        let script = self.short(Language::Script, self.text(path)?)?;
        self.write_hashed(path, script.as_bytes())
    }

    /// A file under a name that follows its content.
    pub(super) fn hashed(&self, path: &str) -> Result<String> {
        self.write_hashed(path, &self.read(path)?)
    }

    /// A file's content, to stand in the page itself.
    pub(super) fn inline(&self, path: &str) -> Result<String> {
        match Path::new(path)
            .extension()
            .and_then(|extension| extension.to_str())
        {
            Some("html" | "svg") => self.text(path),
            // A strict host (Content-Security-Policy) refuses scripts and styles inside the page.
            _ => bail!("{path} cannot be inlined: only html and svg can; link to scripts and styles"),
        }
    }

    /// A file as it is, at the top or in the folder `target`.
    pub(super) fn copy_file(&self, path: &str, target: Option<&str>) -> Result<()> {
        let name = Path::new(path)
            .file_name()
            .with_context(|| format!("{path} is no file"))?;
        copy(
            &self.root.join(path),
            &self.out.join(target.unwrap_or_default()).join(name),
        )
    }

    /// A folder as it is, under its own name or as `target`.
    pub(super) fn copy_dir(&self, path: &str, target: Option<&str>) -> Result<()> {
        let name = Path::new(path)
            .file_name()
            .with_context(|| format!("{path} is no folder"))?;
        copy(
            &self.root.join(path),
            &self.out.join(target.map_or(Path::new(name), Path::new)),
        )
    }

    fn read(&self, path: &str) -> Result<Vec<u8>> {
        fs::read(self.root.join(path))
            .with_context(|| format!("index.html names {path}, which could not be read"))
    }

    fn text(&self, path: &str) -> Result<String> {
        Ok(String::from_utf8(self.read(path)?)?)
    }

    /// A text as it is published; as it was written while the page is worked on.
    fn short(&self, language: Language, text: String) -> Result<String> {
        match self.build {
            Build::Quick => Ok(text),
            Build::Published => minify(language, &text),
        }
    }

    fn write_hashed(&self, path: &str, content: &[u8]) -> Result<String> {
        let name = hashed_name(path, content);
        fs::write(self.out.join(&name), content)?;
        Ok(name)
    }
}

/// The line that starts the program. It stands in the script, not in the page, which thus needs no inline script.
fn start(wasm: &str) -> String {
    format!("__wbg_init({{ module_or_path: new URL(\"{wasm}\", import.meta.url) }});\n")
}

/// Copies a file, or a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let failed = || format!("could not copy {}", from.display());
    if from.is_dir() {
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from).with_context(failed)? {
            let entry = entry?;
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
        return Ok(());
    }
    fs::create_dir_all(to.parent().unwrap_or(to))?;
    fs::copy(from, to).with_context(failed)?;
    Ok(())
}
