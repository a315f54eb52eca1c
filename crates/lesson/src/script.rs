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
        let command = match cli::parse(&with_samples(text)?) {
            Ok(Some(cli::Line::Wait(length))) => Command::Wait(length),
            Ok(Some(cli::Line::Call(call))) => Command::Call(checked(&call)?),
            Ok(None) => return Err(nothing_said()),
            Err(error) => return Err(bad_word(error)),
        };
        Ok(Self {
            text: text.to_owned(),
            command,
        })
    }
}

/// The name of the operation called, whose members must be as declared.
fn checked(call: &api::Call) -> Result<String, BadLine> {
    match api::validate(call.operation(), call.input()) {
        Ok(()) => Ok(call.operation().action()),
        Err(error) => Err(BadLine {
            reason: error.message,
            fix: format!("Mend what {} asks for.", error.code),
        }),
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

fn bad_reference(name: &str) -> BadLine {
    let reason = format!("`{{{{{name}}}}}` is nothing that a run can fill.");
    BadLine {
        reason,
        fix: "Use {{instance}}, {{newAddress}}, {{image:NAME}}, {{subnet:ZONE}} …".to_owned(),
    }
}

fn bad_word(error: cli::ParseError) -> BadLine {
    let word: String = error
        .source
        .chars()
        .skip(error.column.saturating_sub(1))
        .take(error.length)
        .collect();
    let fix = match error.suggestion {
        Some(suggestion) => format!("Did you mean `{suggestion}`?"),
        None => format!("Mend it at column {}.", error.column),
    };
    let place = if word.is_empty() {
        "at the end".to_owned()
    } else {
        format!("at `{word}`")
    };
    BadLine {
        reason: format!("This line cannot be read {place}: {}.", error.reason),
        fix,
    }
}

fn nothing_said() -> BadLine {
    BadLine {
        reason: "This line says nothing.".to_owned(),
        fix: "Write a command, or take it out.".to_owned(),
    }
}

/// Whether the model has an operation of this name, such as `ec2:RunInstances`.
pub(crate) fn is_operation(name: &str) -> bool {
    name.split_once(':')
        .is_some_and(|(service, operation)| api::find(service, operation).is_some())
}
