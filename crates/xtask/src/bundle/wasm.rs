//! The page's program: from Rust to the wasm and the script that a browser loads.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::process::{self, cargo};
use crate::step::step;
use crate::tools::{npm, rust, wasm_glue};
use crate::workspace;

/// How the program is compiled.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Build {
    /// Cargo's `dev` profile: quick to build, with checks and names.
    Quick,
    /// Cargo's `web` profile, then wasm-opt: what is published.
    Published,
}

/// What a browser loads.
pub(super) struct Module {
    pub(super) wasm: Vec<u8>,
    /// Parts that the script fetches later, by the file names that it knows them by.
    pub(super) parts: Vec<(String, Vec<u8>)>,
    /// An ES module with the function `__wbg_init`, which loads and starts the wasm.
    pub(super) script: String,
    /// Scripts that Rust files brought along, if there are any.
    pub(super) snippets: PathBuf,
}

/// The package of the page.
const PAGE: &str = "web";

/// Compiles the page.
pub(super) fn make(build: Build) -> Result<Module> {
    let module = compile(PAGE, build)?;
    let script = fs::read_to_string(module.with_file_name("web.js"))?;
    Ok(Module {
        wasm: fs::read(&module)?,
        parts: parts(&module)?
            .into_iter()
            .map(|path| Ok((file_name(&path), fs::read(&path)?)))
            .collect::<Result<_>>()?,
        script,
        snippets: module.with_file_name("snippets"),
    })
}

/// Compiles a package to a finished module, `PACKAGE_bg.wasm`, with `PACKAGE.js` beside it.
pub(crate) fn compile(package: &str, build: Build) -> Result<PathBuf> {
    rust::need_wasm_target()?;
    let raw = step(&format!("Compile {package} to wasm"), build.about(), || {
        rustc(package, build)
    })?;
    let out = workspace::target()?
        .join("glue")
        .join(build.profile())
        .join(package);
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    wasm_glue::make(&raw, &out, build == Build::Quick)?;
    let module = out.join(format!("{package}_bg.wasm"));
    if build == Build::Published {
        step("Optimize the wasm", "half a minute", || {
            optimize(&module)?;
            parts(&module)?.iter().try_for_each(|part| optimize(part))
        })?;
    }
    Ok(module)
}

/// What was cut off a module, beside it.
fn parts(module: &Path) -> Result<Vec<PathBuf>> {
    let folder = module.parent().context("a module lies in a folder")?;
    let mut parts = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "wasm") && path != module {
            parts.push(path);
        }
    }
    parts.sort();
    Ok(parts)
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

impl Build {
    fn profile(self) -> &'static str {
        match self {
            Build::Quick => "dev",
            Build::Published => "web",
        }
    }

    fn about(self) -> &'static str {
        match self {
            Build::Quick => "a minute the first time",
            Build::Published => "a minute or two",
        }
    }
}

fn rustc(package: &str, build: Build) -> Result<PathBuf> {
    let profile = build.profile();
    let mut command = cargo(&["rustc", "--package", package, "--target", rust::WASM]);
    command.args(["--profile", profile]);
    if package == PAGE {
        // What refers to what, for the tool that splits the module.
        command.args(["--features", "split"]);
        command.args(["--bin", package, "--", "-Clink-arg=--emit-relocs"]);
    }
    if build == Build::Published {
        command.env("CARGO_ENCODED_RUSTFLAGS", same_paths_everywhere()?);
    }
    process::run(&mut command)?;
    let folder = if build == Build::Quick { "debug" } else { profile };
    let module = workspace::target()?
        .join(rust::WASM)
        .join(folder)
        .join(format!("{package}.wasm"));
    module
        .exists()
        .then_some(module)
        .with_context(|| format!("cargo made no {package}.wasm"))
}

/// So that the published file names no folder of whoever built it, and is the same wherever it is built.
fn same_paths_everywhere() -> Result<String> {
    let home = || std::env::home_dir().map(|home| home.join(".cargo"));
    let packages = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(home);
    let packages = packages.context("cargo keeps its packages in a home folder")?;
    Ok(format!("--remap-path-prefix={}=cargo", packages.display()))
}

/// What rustc takes for granted in a browser; wasm-opt must know it to read the module, and may use nothing newer.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Makes the module smaller, in place.
fn optimize(module: &Path) -> Result<()> {
    let packages = npm::need_packages("crates/xtask/npm")?;
    let mut command = std::process::Command::new("node");
    command.arg(packages.join("binaryen/bin/wasm-opt")).args(FEATURES);
    command
        .args(["-Oz", "--strip-debug", "--strip-producers"])
        // rustc has inlined what is worth it; the rest, inlined, compresses worse.
        .args(["--one-caller-inline-max-function-size", "0"])
        .arg(module)
        .arg("-o")
        .arg(module);
    process::run(&mut command)
}
