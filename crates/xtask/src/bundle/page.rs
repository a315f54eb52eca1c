//! The page file: every `data-trunk` tag becomes what the browser needs instead.

use anyhow::{Context, Result, bail};

use super::assets::Assets;
use super::html::{Piece, Tag, pieces};

/// The page file as it goes out. All addresses are relative: the page works under any path.
pub(super) fn render(html: &str, assets: &mut Assets) -> Result<String> {
    let pieces = pieces(html)?;
    let mut styles = style_sheets(&pieces);
    let mut out = String::new();
    for piece in &pieces {
        match piece {
            Piece::Text(text) => out.push_str(text),
            // All style sheets become one, where the first of them stands.
            Piece::Asset(tag) if tag.get("rel") == Some("css") => {
                if !styles.is_empty() {
                    out.push_str(&link("stylesheet", &assets.styles(&std::mem::take(&mut styles))?));
                }
            }
            Piece::Asset(tag) => out.push_str(&replace(tag, assets)?),
        }
    }
    Ok(without_empty_lines(&out))
}

fn style_sheets<'a>(pieces: &[Piece<'a>]) -> Vec<&'a str> {
    let tags = pieces.iter().filter_map(|piece| match piece {
        Piece::Asset(tag) => Some(tag),
        Piece::Text(_) => None,
    });
    tags.filter(|tag| tag.get("rel") == Some("css"))
        .filter_map(|tag| tag.get("href"))
        .collect()
}

/// What stands in the page in place of an asset's tag.
fn replace(tag: &Tag, assets: &mut Assets) -> Result<String> {
    if tag.name == "script" {
        return script(tag, assets);
    }
    let kind = tag.get("rel").context("a data-trunk link has no rel")?;
    if kind == "rust" {
        return program(assets);
    }
    let href = tag
        .get("href")
        .with_context(|| format!("the data-trunk link rel=\"{kind}\" has no href"))?;
    let target = tag.get("data-target-path");
    match kind {
        "icon" => Ok(link("icon", &assets.hashed(href)?)),
        "inline" => assets.inline(href),
        "copy-file" => assets.copy_file(href, target).map(|()| String::new()),
        "copy-dir" => assets.copy_dir(href, target).map(|()| String::new()),
        _ => bail!("index.html: rel=\"{kind}\" is not among the kinds of data-trunk links that xtask knows"),
    }
}

/// The wasm is fetched while its script still arrives.
fn program(assets: &mut Assets) -> Result<String> {
    let (script, wasm) = assets.program()?;
    Ok(format!(
        "<link rel=\"preload\" href=\"{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n\
         <script type=\"module\" src=\"{script}\"></script>"
    ))
}

fn script(tag: &Tag, assets: &mut Assets) -> Result<String> {
    let src = tag.get("src").context("a data-trunk script has no src")?;
    let others = tag
        .attributes
        .iter()
        .filter(|(key, _)| *key != "src" && !key.starts_with("data-"));
    let others = others.map(|(key, value)| match *value {
        "" => format!(" {key}"),
        _ => format!(" {key}=\"{value}\""),
    });
    Ok(format!(
        "<script src=\"{}\"{}></script>",
        assets.script(src)?,
        others.collect::<String>()
    ))
}

fn link(rel: &str, href: &str) -> String {
    format!("<link rel=\"{rel}\" href=\"{href}\">")
}

/// Tags that were replaced by nothing leave no hole.
fn without_empty_lines(text: &str) -> String {
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .flat_map(|line| [line, "\n"])
        .collect()
}
