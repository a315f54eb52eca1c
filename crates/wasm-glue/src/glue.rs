//! `wasm-glue [--names] MODULE.wasm OUT_DIR`: makes a module that came from rustc ready for a browser.
//!
//! Writes `MODULE.js` (an ES module whose default export starts it) and `MODULE_bg.wasm`, without debug sections
//! and, unless `--names` asks for them (readable stack traces), without the names of functions. A module with split
//! points (`#[wasm_split(PART)]`) becomes several: what only a part needs goes to `split_PART.wasm`, which the script
//! fetches when the part is first called.

mod split;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use lexopt::{Arg, ValueExt};
use wasm_bindgen_cli_support::Bindgen;

struct Request {
    module: PathBuf,
    out_dir: PathBuf,
    names: bool,
}

fn main() -> Result<()> {
    let request = read_arguments()?;
    fs::create_dir_all(&request.out_dir)?;
    let name = request
        .module
        .file_stem()
        .and_then(|name| name.to_str())
        .context("a module has a name")?;
    let wasm = fs::read(&request.module)?;
    let loader = split::split(&wasm, name, &request.out_dir, request.names)?;
    let main = request.out_dir.join(format!("{name}.wasm"));
    bind(if loader.is_some() { &main } else { &request.module }, &request)
        .with_context(|| format!("could not make glue for {}", request.module.display()))?;
    if let Some(loader) = loader {
        fs::remove_file(main)?;
        let script = request.out_dir.join(format!("{name}.js"));
        let text = fs::read_to_string(&script)?;
        fs::write(script, split::with_loader(&text, &loader)?)?;
    }
    Ok(())
}

fn bind(module: &Path, request: &Request) -> Result<()> {
    Bindgen::new()
        .input_path(module)
        .web(true)?
        .typescript(false)
        // Whoever loads the module says where it is: its name holds a hash of its content.
        .omit_default_module_path(true)
        // The parts reach the table of functions and the memory by these.
        .keep_lld_exports(true)
        .keep_debug(false)
        .remove_name_section(!request.names)
        .remove_producers_section(true)
        .generate(&request.out_dir)
}

fn read_arguments() -> Result<Request> {
    let mut paths = Vec::new();
    let mut names = false;
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("names") => names = true,
            Arg::Value(path) => paths.push(path.parse()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let [module, out_dir] = paths
        .try_into()
        .ok()
        .context("usage: wasm-glue [--names] MODULE.wasm OUT_DIR")?;
    Ok(Request {
        module,
        out_dir,
        names,
    })
}
