//! Just enough of HTML to find the tags that Trunk would replace, in our own page file.

use anyhow::{Context, Result};

/// A piece of the page file, in order.
#[derive(Debug, PartialEq)]
pub(super) enum Piece<'a> {
    /// Goes out as it is.
    Text(&'a str),
    /// `<link data-trunk …>` or `<script data-trunk …></script>`.
    Asset(Tag<'a>),
}

/// A start tag with its attributes in order; one without a value has "".
#[derive(Debug, PartialEq)]
pub(super) struct Tag<'a> {
    pub(super) name: &'a str,
    pub(super) attributes: Vec<(&'a str, &'a str)>,
}

impl<'a> Tag<'a> {
    /// The value of an attribute, if the tag has it.
    pub(super) fn get(&self, name: &str) -> Option<&'a str> {
        self.attributes
            .iter()
            .find(|(key, _)| *key == name)
            .map(|(_, value)| *value)
    }
}

/// Cuts a page into assets and what lies between. Comments are left out.
pub(super) fn pieces(html: &str) -> Result<Vec<Piece<'_>>> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (before, at) = rest.split_at(start);
        let (piece, after) = next(at)?;
        match piece {
            Some(piece) => pieces.extend([Piece::Text(before), piece]),
            None => pieces.push(Piece::Text(before)),
        }
        rest = after;
    }
    pieces.push(Piece::Text(rest));
    Ok(pieces)
}

/// What begins at this `<`, and what follows it.
fn next(at: &str) -> Result<(Option<Piece<'_>>, &str)> {
    if let Some(comment) = at.strip_prefix("<!--") {
        let (_, after) = comment.split_once("-->").context("a comment has no end")?;
        return Ok((None, after));
    }
    let end = at.find('>').context("a tag has no end")? + 1;
    let (text, after) = at.split_at(end);
    let tag = parse(text);
    match tag.name {
        _ if tag.get("data-trunk").is_none() => Ok((Some(Piece::Text(text)), after)),
        "script" => {
            let (_, after) = after.split_once("</script>").context("a <script> has no end")?;
            Ok((Some(Piece::Asset(tag)), after))
        }
        _ => Ok((Some(Piece::Asset(tag)), after)),
    }
}

/// Reads `<name key="value" key …>`.
fn parse(text: &str) -> Tag<'_> {
    let inside = text
        .trim_start_matches('<')
        .trim_end_matches('>')
        .trim_end_matches('/');
    let (name, mut rest) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return Tag { name, attributes };
        }
        let (attribute, after) = attribute(rest);
        attributes.push(attribute);
        rest = after;
    }
}

/// Reads one attribute, and gives what follows it.
fn attribute(text: &str) -> ((&str, &str), &str) {
    let end = text
        .find(|c: char| c == '=' || c.is_whitespace())
        .unwrap_or(text.len());
    let (key, after) = text.split_at(end);
    let Some(value) = after.strip_prefix('=') else {
        return ((key, ""), after);
    };
    match value.strip_prefix('"').and_then(|quoted| quoted.split_once('"')) {
        Some((value, after)) => ((key, value), after),
        None => {
            let end = value.find(char::is_whitespace).unwrap_or(value.len());
            ((key, &value[..end]), &value[end..])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn assets_are_cut_out_of_the_text_around_them() {
        let found = pieces(r#"<p>a</p><link data-trunk rel="css" href="a b.css" /> b"#).unwrap();
        let asset = Tag {
            name: "link",
            attributes: vec![("data-trunk", ""), ("rel", "css"), ("href", "a b.css")],
        };
        assert!(found.contains(&Piece::Asset(asset)));
        assert_eq!(found.last(), Some(&Piece::Text(" b")));
    }

    #[test]
    fn a_script_goes_with_its_end_tag() {
        let found = pieces("<script data-trunk src=x.js></script>!").unwrap();
        assert!(matches!(&found[1], Piece::Asset(tag) if tag.get("src") == Some("x.js")));
        assert_eq!(found.last(), Some(&Piece::Text("!")));
    }

    #[test]
    fn comments_hide_assets_and_do_not_go_out() {
        let found = pieces("a<!-- <link data-trunk rel=\"css\"> -->b").unwrap();
        assert_eq!(found, [Piece::Text("a"), Piece::Text("b")]);
    }
}
