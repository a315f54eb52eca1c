//! The words behind an option into the place of its member.

use api::{Format, Kind, Member, ShapeInfo, Slot, encode_base64};
use serde_json::Value as Json;

use crate::error::{Fault, Problem};
use crate::fill::{double, fill, fit, integer, parse};
use crate::host::Host;
use crate::shorthand;

/// Puts `words` into `slot`, the place of `member`.
pub(crate) fn set(slot: Slot<'_>, member: &Member, words: &[&str], host: &Host<'_>) -> Result<(), Problem> {
    if let (Slot::String(_), &[word], Format::File | Format::Base64) = (&slot, words, member.format) {
        return set_bytes(slot, member.format, word, host);
    }
    let from_file = match words {
        [word] => file_text(word, host)?,
        _ => None,
    };
    let words = match &from_file {
        Some(text) => &[text.as_str()],
        None => words,
    };
    match (&slot, words) {
        (Slot::List(_), _) => fill(&list(member, words, host)?, slot, member.name, &member.kind),
        (Slot::Shape(_) | Slot::Map(_), [word]) => fill(
            &structure(&member.kind, word, host)?,
            slot,
            member.name,
            &member.kind,
        ),
        (_, [word]) => fill(&scalar(&member.kind, word)?, slot, member.name, &member.kind),
        _ => Ok(()),
    }
}

/// A list is given entry by entry, or as JSON.
fn list(member: &Member, words: &[&str], host: &Host<'_>) -> Result<Json, Problem> {
    let Kind::List(kind) = member.kind else {
        return Ok(Json::Null);
    };
    let first = words.first().map_or("", |word| word.trim());
    if first.starts_with('[') && words.len() == 1 {
        return parse(first);
    }
    let complex = matches!(kind, Kind::Shape(_) | Kind::Map(_) | Kind::List(_));
    let entries: Result<Vec<Json>, Problem> = match kind {
        _ if complex && first.starts_with(['[', '{']) => words.iter().map(|word| json(word)).collect(),
        _ if complex => {
            let pairs = |word: &&str| fit(shorthand::read(word, host)?, kind);
            words.iter().map(pairs).collect()
        }
        _ if member.format == Format::Commas => {
            let parts = words
                .iter()
                .flat_map(|word| word.split(','))
                .filter(|part| !part.is_empty());
            parts.map(|part| scalar(kind, part)).collect()
        }
        _ => words.iter().map(|word| scalar(kind, word)).collect(),
    };
    Ok(Json::Array(entries?))
}

/// A structure or map is JSON or shorthand; of one that is but a text, the text is enough.
fn structure(kind: &Kind, word: &str, host: &Host<'_>) -> Result<Json, Problem> {
    match kind {
        _ if word.trim_start().starts_with(['[', '{']) => json(word),
        Kind::Shape(info) if is_lone_text(info()) && !word.contains('=') => {
            Ok(Json::from_iter([(info().members[LONE].name, word)]))
        }
        _ => fit(shorthand::read(word, host)?, kind),
    }
}

fn json(word: &str) -> Result<Json, Problem> {
    match word.trim_start().starts_with('{') {
        true => parse(word),
        false => Err(Problem::new(Fault::Value, format!("Invalid JSON:\n{word}"))),
    }
}

fn scalar(kind: &Kind, word: &str) -> Result<Json, Problem> {
    Ok(match kind {
        Kind::Integer => Json::from(integer(word)?),
        Kind::Double => Json::from(double(word)?),
        Kind::Boolean => Json::from(!word.eq_ignore_ascii_case("false")),
        _ => Json::from(word),
    })
}

/// The position of the one member of a shape that is but a value.
pub(crate) const LONE: usize = 0;

/// Whether a shape is but a text called `Value`: the name may be left out.
pub(crate) fn is_lone_text(info: &ShapeInfo) -> bool {
    matches!(
        info.members,
        [Member {
            name: "Value",
            kind: Kind::String,
            format: Format::Plain,
            ..
        }]
    )
}

/// Whether a shape is but a truth called `Value`: the option alone says it.
pub(crate) fn is_lone_truth(info: &ShapeInfo) -> bool {
    matches!(
        info.members,
        [Member {
            name: "Value",
            kind: Kind::Boolean,
            ..
        }]
    )
}

/// A text that is sent as base64, or the bytes of a file.
fn set_bytes(slot: Slot<'_>, format: Format, word: &str, host: &Host<'_>) -> Result<(), Problem> {
    let bytes = match (file_bytes(word, host)?, format) {
        (Some(bytes), _) => bytes,
        (None, Format::File) => {
            let wrong = || Problem::new(Fault::Value, "Blob values must be a path to a file.");
            (host.file)(word).ok_or_else(wrong)?
        }
        (None, _) => word.as_bytes().to_vec(),
    };
    if let Slot::String(text) = slot {
        *text = encode_base64(&bytes);
    }
    Ok(())
}

/// The text of the file that a word names, if it names one.
pub(crate) fn file_text(word: &str, host: &Host<'_>) -> Result<Option<String>, Problem> {
    let Some(bytes) = file_bytes(word, host)? else {
        return Ok(None);
    };
    let wrong = |_| {
        let reason = format!("Unable to load paramfile ({word}), text contents could not be decoded.");
        Problem::new(Fault::Value, reason)
    };
    String::from_utf8(bytes).map(Some).map_err(wrong)
}

fn file_bytes(word: &str, host: &Host<'_>) -> Result<Option<Vec<u8>>, Problem> {
    let Some(name) = word
        .strip_prefix("file://")
        .or_else(|| word.strip_prefix("fileb://"))
    else {
        return Ok(None);
    };
    let missing = || {
        let reason =
            format!("Unable to load paramfile {word}: [Errno 2] No such file or directory: '{name}'");
        Problem::new(Fault::Value, reason)
    };
    (host.file)(name).map(Some).ok_or_else(missing)
}
