//! Cuts a module at its split points, and puts the parts' loader into the script.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use wasm_split_cli_support::{Options, transform};

/// The script that the tool writes beside the parts. It becomes a section of the module's own script, so that one
/// request brings both and neither has to know the other's hashed name.
const LOADER: &str = "__wasm_split.js";

/// Writes the main part and the others into `out_dir`; gives the loader, or none if the module has no split points.
/// `names` keeps the names of functions in the other parts; the main part has them in any case.
pub(crate) fn split(wasm: &[u8], name: &str, out_dir: &Path, names: bool) -> Result<Option<String>> {
    const MARK: &[u8] = b"__wasm_split_load_";
    if !wasm.windows(MARK.len()).any(|window| window == MARK) {
        return Ok(None);
    }
    let (main, link) = (out_dir.join(format!("{name}.wasm")), format!("./{LOADER}"));
    let mut options = Options::new(wasm);
    options.output_dir = out_dir;
    options.main_out_path = &main;
    options.link_name = &link;
    let parts = transform(options).map_err(|error| anyhow!("could not split {name}: {error:?}"))?;
    if !names {
        for part in parts.split_modules {
            let short = without_custom_sections(&fs::read(&part)?)?;
            fs::write(part, short)?;
        }
    }
    let loader = out_dir.join(LOADER);
    let text = fs::read_to_string(&loader)?;
    fs::remove_file(loader)?;
    Ok(Some(text))
}

/// A module without what only debuggers and tools read.
fn without_custom_sections(wasm: &[u8]) -> Result<Vec<u8>> {
    const HEADER: usize = 8;
    const CUSTOM: u8 = 0;
    let (header, mut rest) = wasm.split_at_checked(HEADER).context("a module has a header")?;
    let mut short = header.to_vec();
    while let Some((&id, sized)) = rest.split_first() {
        let (size, bytes) = read_size(sized).context("a section has a size")?;
        let end = rest.len() - sized.len() + bytes + size;
        let (section, after) = rest.split_at_checked(end).context("a section has an end")?;
        if id != CUSTOM {
            short.extend_from_slice(section);
        }
        rest = after;
    }
    Ok(short)
}

/// A number of seven bits a byte, the lowest first, and how many bytes it takes.
fn read_size(bytes: &[u8]) -> Option<(usize, usize)> {
    let last = bytes.iter().take(5).position(|byte| byte & 0x80 == 0)?;
    let digits = bytes[..=last].iter().rev();
    let number = digits.fold(0, |number, byte| number << 7 | usize::from(byte & 0x7f));
    Some((number, last + 1))
}

/// The script with the loader in place of its imports: one for each crate with split points.
pub(crate) fn with_loader(script: &str, loader: &str) -> Result<String> {
    let is_import = |line: &&str| line.starts_with("import ") && line.contains(LOADER);
    let mut imports = script.lines().filter(is_import);
    let import = imports.next().context("the script imports no loader")?;
    let namespace = namespace(import)?;
    let (mut own, mut parts) = (String::new(), Vec::new());
    for line in loader.lines().filter(|line| !line.starts_with("import ")) {
        let own_line = line.strip_prefix("export ").unwrap_or(line);
        if let Some(rest) = line.strip_prefix("export const ") {
            parts.push(rest.split(' ').next().unwrap_or(rest));
        }
        own.extend([own_line, "\n"]);
    }
    let section = format!("{own}const {namespace} = {{ {} }};", parts.join(", "));
    let mut whole = script.replacen(import, &section, 1);
    for other in imports {
        let same = format!("const {} = {namespace};", self::namespace(other)?);
        whole = whole.replacen(other, &same, 1);
    }
    Ok(whole)
}

/// The name that an import gives to what it imports: `import * as NAME from "…"`.
fn namespace(import: &str) -> Result<&str> {
    let name = import.split_whitespace().nth(3);
    name.context("the loader is imported under a name")
}
