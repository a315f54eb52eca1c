//! Lines of the one script language, as a lesson holds them.

use des::SimDuration;

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
            Some(length) => {
                Command::Wait(api::duration::parse(length.trim()).ok_or_else(|| bad_wait(length))?)
            }
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
    let found = match words.as_slice() {
        ["aws", service, operation, ..] => api::find_kebab(service, operation),
        ["sandbox", operation, ..] => api::find_kebab("sandbox", operation),
        _ => None,
    };
    found.map(api::Operation::action).ok_or_else(|| BadLine {
        reason: format!("`{line}` calls nothing that the model has."),
        fix: "Begin it with `aws SERVICE OPERATION` or `sandbox OPERATION`.".to_owned(),
    })
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
        fix: "Write a number and its unit, such as `sandbox wait 90s`.".to_owned(),
    }
}

/// Whether the model has an operation of this name, such as `ec2:RunInstances`.
pub(crate) fn is_operation(name: &str) -> bool {
    name.split_once(':')
        .is_some_and(|(service, operation)| api::find(service, operation).is_some())
}
