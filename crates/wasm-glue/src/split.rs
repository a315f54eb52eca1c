//! Cuts a module at its split points, and puts the parts' loader into the script.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use wasm_split_cli_support::{Options, transform};

/// The script that the tool writes beside the parts. It becomes a section of the module's own script, so that one
/// request brings both and neither has to know the other's hashed name.
const LOADER: &str = "__wasm_split.js";

/// Writes the main part and the others into `out_dir`; gives the loader, or none if the module has no split points.
pub(crate) fn split(wasm: &[u8], name: &str, out_dir: &Path) -> Result<Option<String>> {
    const MARK: &[u8] = b"__wasm_split_load_";
    if !wasm.windows(MARK.len()).any(|window| window == MARK) {
        return Ok(None);
    }
    let (main, link) = (out_dir.join(format!("{name}.wasm")), format!("./{LOADER}"));
    let mut options = Options::new(wasm);
    options.output_dir = out_dir;
    options.main_out_path = &main;
    options.link_name = &link;
    transform(options).map_err(|error| anyhow!("could not split {name}: {error:?}"))?;
    let loader = out_dir.join(LOADER);
    let text = fs::read_to_string(&loader)?;
    fs::remove_file(loader)?;
    Ok(Some(text))
}

/// The script with the loader in place of its import.
pub(crate) fn with_loader(script: &str, loader: &str) -> Result<String> {
    let import = script
        .lines()
        .find(|line| line.starts_with("import ") && line.contains(LOADER))
        .context("the script imports no loader")?;
    let namespace = import
        .split_whitespace()
        .nth(3)
        .context("the loader is imported under a name")?;
    let (mut own, mut parts) = (String::new(), Vec::new());
    for line in loader.lines().filter(|line| !line.starts_with("import ")) {
        let own_line = line.strip_prefix("export ").unwrap_or(line);
        if let Some(rest) = line.strip_prefix("export const ") {
            parts.push(rest.split(' ').next().unwrap_or(rest));
        }
        own.extend([own_line, "\n"]);
    }
    let section = format!("{own}const {namespace} = {{ {} }};", parts.join(", "));
    Ok(script.replacen(import, &section, 1))
}
