//! One line of text to its pieces.

use super::{Inline, Mistake, mistake};
use crate::error::Code;

/// What is wrong with a line: reason and fix.
type Fault = (Code, String, &'static str);

/// A piece and how many bytes of the line it took.
type Piece = (Inline, usize);

/// Parses one line; what cannot be read is reported and left as text.
pub(super) fn parse(line: usize, text: &str, mistakes: &mut Vec<Mistake>) -> Vec<Inline> {
    pieces(text).unwrap_or_else(|(code, reason, fix)| {
        mistakes.push(mistake(line, code, reason, fix));
        vec![Inline::Text(text.to_owned())]
    })
}

fn pieces(text: &str) -> Result<Vec<Inline>, Fault> {
    let (mut found, mut from, mut at) = (Vec::new(), 0, 0);
    while let Some(letter) = text[at..].chars().next() {
        match marked(&text[at..], letter)? {
            None => at += letter.len_utf8(),
            Some((piece, length)) => {
                push_text(&mut found, &text[from..at]);
                found.push(piece);
                at += length;
                from = at;
            }
        }
    }
    push_text(&mut found, &text[from..]);
    Ok(found)
}

fn push_text(found: &mut Vec<Inline>, text: &str) {
    if !text.is_empty() {
        found.push(Inline::Text(text.to_owned()));
    }
}

/// The marked piece at the beginning of `rest`, if one begins there.
fn marked(rest: &str, letter: char) -> Result<Option<Piece>, Fault> {
    match letter {
        '`' => code(rest).map(Some),
        '*' => bold(rest).map(Some),
        '[' => link(rest),
        '!' if rest.starts_with("![") => Err(image()),
        '<' if begins_a_tag(rest) => Err(raw_html()),
        _ => Ok(None),
    }
}

fn code(rest: &str) -> Result<Piece, Fault> {
    let inner = rest[1..]
        .split_once('`')
        .map(|(inner, _)| inner)
        .ok_or_else(|| unclosed("`"))?;
    Ok((Inline::Code(inner.to_owned()), inner.len() + 2))
}

fn bold(rest: &str) -> Result<Piece, Fault> {
    let after = rest.strip_prefix("**").ok_or_else(lone_star)?;
    let inner = after
        .split_once("**")
        .map(|(inner, _)| inner)
        .ok_or_else(|| unclosed("**"))?;
    Ok((Inline::Bold(pieces(inner)?), inner.len() + 4))
}

fn link(rest: &str) -> Result<Option<Piece>, Fault> {
    let Some((label, after)) = rest[1..].split_once("](") else {
        return Ok(None);
    };
    let (href, _) = after.split_once(')').ok_or_else(|| unclosed("("))?;
    if !is_web_address(href) {
        return Err((
            Code::BadLink,
            format!("`{href}` is not a web address."),
            "Link to https://… only.",
        ));
    }
    let piece = Inline::Link {
        href: href.to_owned(),
        text: pieces(label)?,
    };
    Ok(Some((piece, label.len() + href.len() + 4)))
}

/// Whether a link may lead there: http or https, and a host after it.
pub(crate) fn is_web_address(href: &str) -> bool {
    let host = href
        .strip_prefix("https://")
        .or_else(|| href.strip_prefix("http://"));
    host.is_some_and(|host| !host.is_empty() && !href.contains(char::is_whitespace))
}

fn begins_a_tag(rest: &str) -> bool {
    rest[1..]
        .chars()
        .next()
        .is_some_and(|next| next.is_ascii_alphabetic() || next == '/' || next == '!')
}

fn unclosed(mark: &str) -> Fault {
    (
        Code::BadProse,
        format!("A `{mark}` has no end on its paragraph."),
        "Close it, or leave it out.",
    )
}

fn lone_star() -> Fault {
    (
        Code::BadProse,
        "A single `*` means nothing here.".to_owned(),
        "Write **bold**, or put the star into `code`.",
    )
}

fn image() -> Fault {
    (
        Code::BadProse,
        "Lessons show no images.".to_owned(),
        "Point at a part of the picture with a spotlight.",
    )
}

fn raw_html() -> Fault {
    (
        Code::BadProse,
        "This looks like an HTML tag.".to_owned(),
        "Put it into `code`, or leave it out.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> Code {
        pieces(text).expect_err(text).0
    }

    #[test]
    fn marks_nest_in_bold_and_in_links() {
        let found = pieces("a **b `c`** [d](http://x.y)").expect("it parses");
        let bold = Inline::Bold(vec![Inline::Text("b ".into()), Inline::Code("c".into())]);
        let link = Inline::Link {
            href: "http://x.y".into(),
            text: vec![Inline::Text("d".into())],
        };
        assert_eq!(
            found,
            [Inline::Text("a ".into()), bold, Inline::Text(" ".into()), link]
        );
    }

    #[test]
    fn nothing_leads_out_of_the_panel_but_a_web_link() {
        for text in [
            "[x](javascript:alert)",
            "[x](data:text/html,y)",
            "[x](//host)",
            "[x](https://)",
        ] {
            assert_eq!(refused(text), Code::BadLink, "{text}");
        }
        for text in [
            "<script>",
            "</b>",
            "<!-- -->",
            "![x](https://y.z)",
            "**open",
            "`open",
            "*it*",
        ] {
            assert_eq!(refused(text), Code::BadProse, "{text}");
        }
    }

    #[test]
    fn brackets_and_signs_alone_are_text() {
        assert_eq!(
            pieces("3 < 4 [a] b!").expect("it parses"),
            [Inline::Text("3 < 4 [a] b!".into())]
        );
    }
}
