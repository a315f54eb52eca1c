//! The words behind an option into the place of its member.

use api::{Format, Kind, List, Member, ShapeInfo, Slot, Timestamp, encode_base64, json};
use serde_json::Value as Json;

use crate::error::{ParseError, Problem};
use crate::lex::Span;
use crate::shorthand;

/// A word behind an option, or what stands behind the option's `=`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Argument<'a> {
    pub(crate) text: &'a str,
    pub(crate) span: Span,
}

impl Argument<'_> {
    fn is_json(&self) -> bool {
        self.text.trim_start().starts_with(['[', '{'])
    }
}

/// Puts `arguments`, of which there is at least one, into `slot`, the place of `member`.
pub(crate) fn set(slot: Slot<'_>, member: &Member, arguments: &[Argument<'_>]) -> Result<(), ParseError> {
    if let Some(file) = arguments.iter().find(|argument| is_file(argument.text)) {
        return Err(Problem::new("there are no files here: give the text itself").at(file.span));
    }
    match (slot, arguments) {
        (Slot::List(list), [argument]) if argument.text.trim_start().starts_with('[') => {
            from_json(Slot::List(list), argument)
        }
        (Slot::List(list), _) => set_list(list, member, arguments),
        (slot, [argument]) => set_one(slot, member, argument),
        (_, arguments) => Err(Problem::new("expected one word").at(arguments[0].span)),
    }
}

fn set_list(list: &mut dyn List, member: &Member, arguments: &[Argument<'_>]) -> Result<(), ParseError> {
    let Kind::List(entry) = member.kind else {
        return Ok(());
    };
    let member = Member {
        kind: *entry,
        ..*member
    };
    for argument in arguments {
        let parts: Vec<&str> = match member.format {
            Format::Commas => argument.text.split(',').filter(|part| !part.is_empty()).collect(),
            _ => vec![argument.text],
        };
        for text in parts {
            set_one(list.push(), &member, &Argument { text, ..*argument })?;
        }
    }
    Ok(())
}

fn set_one(slot: Slot<'_>, member: &Member, argument: &Argument<'_>) -> Result<(), ParseError> {
    let problem = |problem: Problem| problem.at(argument.span);
    match slot {
        Slot::Shape(_) if argument.is_json() => from_json(slot, argument),
        Slot::Shape(shape) if is_lone_text(shape.info()) && !argument.text.contains('=') => {
            scalar(shape.slot(LONE), argument.text).map_err(problem)
        }
        Slot::Map(_) if argument.is_json() => from_json(slot, argument),
        Slot::Shape(_) | Slot::Map(_) => shorthand::read(argument.text, slot).map_err(problem),
        Slot::String(text) if member.format == Format::Base64 => {
            *text = encode_base64(argument.text.as_bytes());
            Ok(())
        }
        slot => scalar(slot, argument.text).map_err(problem),
    }
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

fn from_json(slot: Slot<'_>, argument: &Argument<'_>) -> Result<(), ParseError> {
    let problem = |error: String| Problem::new(error).at(argument.span);
    let json: Json =
        serde_json::from_str(argument.text).map_err(|error| problem(format!("not JSON: {error}")))?;
    json::read_into(&json, slot).map_err(|error| problem(error.to_string()))
}

/// Puts a text into the place of a scalar.
pub(crate) fn scalar(slot: Slot<'_>, text: &str) -> Result<(), Problem> {
    let expected = slot.kind_name();
    let wrong = || Problem::new(format!("expected {expected}, found {text:?}"));
    match slot {
        Slot::String(slot) => text.clone_into(slot),
        Slot::Integer(slot) => *slot = text.parse().map_err(|_| wrong())?,
        Slot::Double(slot) => {
            *slot = text
                .parse()
                .ok()
                .filter(|number: &f64| number.is_finite())
                .ok_or_else(wrong)?
        }
        Slot::Boolean(slot) => *slot = text.parse().map_err(|_| wrong())?,
        Slot::Timestamp(slot) => *slot = Timestamp::parse(text).ok_or_else(wrong)?,
        Slot::Shape(_) | Slot::List(_) | Slot::Map(_) => return Err(wrong()),
    }
    Ok(())
}

fn is_file(text: &str) -> bool {
    text.starts_with("file://") || text.starts_with("fileb://")
}
