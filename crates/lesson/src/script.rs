//! Lines of the one script language, as a lesson holds them.

use des::SimDuration;

use crate::duration;
use crate::reference::{self, Reference};

/// One script line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// As written, with its references.
    pub text: String,
    /// What it does.
    pub command: Command,
}

/// What a script line does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// An AWS API call or a world input, by its name, such as `ec2:RunInstances`.
    Call(String),
    /// Model time passes: `sandbox wait 90s`.
    Wait(SimDuration),
}

/// Why a line cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BadLine {
    pub(crate) reason: String,
    pub(crate) fix: String,
}

impl Line {
    /// What it calls, if it calls anything.
    #[must_use]
    pub fn operation(&self) -> Option<&str> {
        match &self.command {
            Command::Call(operation) => Some(operation),
            Command::Wait(_) => None,
        }
    }

    /// Reads one line. References stand for values of the right form.
    pub(crate) fn parse(text: &str) -> Result<Self, BadLine> {
        let command = match text.strip_prefix("sandbox wait ") {
            Some(length) => Command::Wait(duration::parse(length.trim()).ok_or_else(|| bad_wait(length))?),
            None => Command::Call(operation_of(&with_samples(text)?)?),
        };
        Ok(Self {
            text: text.to_owned(),
            command,
        })
    }
}

/// The line with a value of the right form for each reference, so that it can be parsed before there is a run.
fn with_samples(text: &str) -> Result<String, BadLine> {
    if let Some(name) = reference::all_in(text).find(|name| Reference::parse(name).is_none()) {
        return Err(bad_reference(name));
    }
    Ok(reference::replace(text, &|name| {
        Reference::parse(name).map_or(String::new(), |r| r.sample().to_owned())
    }))
}

/// The operation that a line calls.
fn operation_of(line: &str) -> Result<String, BadLine> {
    let words: Vec<&str> = line.split_whitespace().collect();
    match words.as_slice() {
        ["aws", service, operation, ..] => Ok(format!("{service}:{}", pascal_case(operation))),
        ["sandbox", operation, ..] => Ok(format!("sandbox:{}", pascal_case(operation))),
        _ => Err(BadLine {
            reason: format!("`{line}` is not a line of the script language."),
            fix: "Begin it with `aws SERVICE OPERATION` or `sandbox OPERATION`.".to_owned(),
        }),
    }
}

fn pascal_case(kebab: &str) -> String {
    let capital = |part: &str| {
        let mut letters = part.chars();
        letters
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .chain(letters)
            .collect::<String>()
    };
    kebab.split('-').map(capital).collect()
}

fn bad_reference(name: &str) -> BadLine {
    let reason = format!("`{{{{{name}}}}}` is nothing that a run can fill.");
    BadLine {
        reason,
        fix: "Use {{instance}}, {{newAddress}}, {{image:NAME}}, {{subnet:ZONE}} …".to_owned(),
    }
}

fn bad_wait(length: &str) -> BadLine {
    let reason = format!("`{length}` is not a length of time.");
    BadLine {
        reason,
        fix: "Write a whole number and s, m or h, such as `sandbox wait 90s`.".to_owned(),
    }
}

/// Whether the model has an operation of this name, such as `ec2:RunInstances`.
pub(crate) fn is_operation(name: &str) -> bool {
    let in_pascal_case = |operation: &str| {
        operation.starts_with(|c: char| c.is_ascii_uppercase())
            && operation.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    name.split_once(':').is_some_and(|(service, operation)| {
        !service.is_empty()
            && service
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            && in_pascal_case(operation)
    })
}
