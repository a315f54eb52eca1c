//! `wasm-glue [--names] MODULE.wasm OUT_DIR`: makes a module that came from rustc ready for a browser.
//!
//! Writes `MODULE.js` (an ES module whose default export starts it) and `MODULE_bg.wasm`, without debug sections
//! and, unless `--names` asks for them (readable stack traces), without the names of functions.

use std::path::PathBuf;

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
    Bindgen::new()
        .input_path(&request.module)
        .web(true)?
        .typescript(false)
        // Whoever loads the module says where it is: its name holds a hash of its content.
        .omit_default_module_path(true)
        .keep_debug(false)
        .remove_name_section(!request.names)
        .remove_producers_section(true)
        .generate(&request.out_dir)
        .with_context(|| format!("could not make glue for {}", request.module.display()))
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
