//! What is wrong with a line, where, and how AWS's command line says it.
//!
//! Source: the texts of AWS CLI 2.34 (its argument parser and error handlers), exit codes as in the AWS Command Line
//! Interface User Guide, "Command line return codes in the AWS CLI".

use std::fmt;

use api::{ApiError, Operation};

use crate::lex::Span;

/// What a shell reads of how a command ended.
pub mod exit {
    /// It was done.
    pub const DONE: u8 = 0;
    /// The command line is wrong: nothing was sent.
    pub const USAGE: u8 = 252;
    /// The surroundings are wrong, such as the Region or the profile: nothing was sent.
    pub const CONFIGURATION: u8 = 253;
    /// The service refused the call.
    pub const REFUSED: u8 = 254;
    /// Anything else, such as a waiter that gave up.
    pub const GENERAL: u8 = 255;
}

/// What AWS's command line prints below a complaint about its arguments.
const USAGE: &str = "\
usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]
To see help text, you can run:

  aws help
  aws <command> help
  aws <command> <subcommand> help";

/// Of what kind a complaint is; that decides how it is printed and the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The arguments do not fit the operation; the usage is printed below.
    Arguments,
    /// There are arguments that nothing takes; the usage is printed above.
    Unknown,
    /// A value cannot be read, or what it says does not fit the request.
    Value,
    /// What AWS's command line finds wrong outside its own checks.
    General,
    /// The surroundings are not so.
    Configuration,
    /// AWS has it, this model has not.
    NotModelled,
    /// The script is wrong before it comes to a command.
    Script,
}

impl Fault {
    /// AWS's code, or ours where AWS has none; empty where nothing is said.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Arguments | Self::Unknown | Self::Value => "ParamValidation",
            Self::General => "",
            Self::Configuration => "Configuration",
            Self::NotModelled => "NotModelled",
            Self::Script => "Syntax",
        }
    }

    /// What a shell reads: see [`exit`].
    #[must_use]
    pub const fn exit(self) -> u8 {
        match self {
            Self::Arguments | Self::Unknown | Self::Value | Self::NotModelled | Self::Script => exit::USAGE,
            Self::Configuration => exit::CONFIGURATION,
            Self::General => exit::GENERAL,
        }
    }
}

/// A line that cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// Line of the text, from 1.
    pub line: usize,
    /// First character of the word, from 1.
    pub column: usize,
    /// Characters of the word on that line; 0 if something is missing there.
    pub length: usize,
    /// Of what kind it is.
    pub fault: Fault,
    /// What is wrong, in the words of AWS's command line where it has any.
    pub reason: String,
    /// What was probably meant, in place of the word.
    pub suggestion: Option<String>,
    /// The line of the text.
    pub source: String,
}

/// What is wrong with a word, wherever it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    pub(crate) fault: Fault,
    pub(crate) reason: String,
    pub(crate) suggestion: Option<String>,
}

impl Problem {
    pub(crate) fn new(fault: Fault, reason: impl Into<String>) -> Self {
        Self {
            fault,
            reason: reason.into(),
            suggestion: None,
        }
    }

    /// The request would not be as the service's model says.
    pub(crate) fn request(report: &str) -> Self {
        Self::new(Fault::Value, format!("Parameter validation failed:\n{report}"))
    }

    /// A word that is none of the words that could stand there.
    pub(crate) fn choice(place: &str, word: &str, suggestion: Option<impl Into<String>>) -> Self {
        let reason = format!("argument {place}: Found invalid choice '{word}'");
        Self::new(Fault::Arguments, reason).suggesting(suggestion)
    }

    /// The same, said of the option it belongs to.
    pub(crate) fn of_option(self, option: &str) -> Self {
        let reason = match self.fault {
            Fault::Value if !self.reason.starts_with("Parameter validation") => {
                // AWS's command line leaves the dashes out here alone.
                let bare = option == "cli-input-json" && self.reason.starts_with("Invalid JSON");
                let dashes = if bare { "" } else { "--" };
                format!("Error parsing parameter '{dashes}{option}': {}", self.reason)
            }
            _ => self.reason,
        };
        Self { reason, ..self }
    }

    pub(crate) fn suggesting(self, suggestion: Option<impl Into<String>>) -> Self {
        Self {
            suggestion: suggestion.map(Into::into),
            ..self
        }
    }

    pub(crate) fn at(self, span: Span) -> ParseError {
        let Span { line, column, length } = span;
        ParseError {
            line,
            column,
            length,
            fault: self.fault,
            reason: self.reason,
            suggestion: self.suggestion,
            source: String::new(),
        }
    }
}

impl ParseError {
    /// The same error, able to show its line, which is one of `lines`.
    #[must_use]
    pub fn of(self, lines: &[&str]) -> Self {
        let source = lines
            .get(self.line.saturating_sub(1))
            .copied()
            .unwrap_or_default();
        Self {
            source: source.to_owned(),
            ..self
        }
    }

    /// What AWS's command line prints on standard error.
    #[must_use]
    pub fn printed(&self) -> String {
        let mut message = self.reason.clone();
        if let Some(suggestion) = &self.suggestion {
            message.push_str(&format!("\n\nMaybe you meant:\n\n  * {suggestion}"));
        } else if message.contains("Found invalid choice") {
            message.push('\n');
        }
        match self.fault {
            Fault::Arguments => error_text(self.fault.code(), &format!("{message}\n\n{USAGE}")),
            Fault::Unknown => format!("\n{USAGE}\n\n\naws: [ERROR]: {message}\n"),
            _ => error_text(self.fault.code(), &message),
        }
    }
}

/// An error as AWS's command line prints it when no operation was called.
#[must_use]
pub(crate) fn error_text(code: &str, message: &str) -> String {
    match code {
        "" => format!("\naws: [ERROR]: {message}\n"),
        _ => format!("\naws: [ERROR]: An error occurred ({code}): {message}\n"),
    }
}

/// The refusal of a call as AWS's command line prints it on standard error; it then exits with [`exit::REFUSED`].
#[must_use]
pub fn refusal(operation: &Operation, error: &ApiError) -> String {
    let (code, name, message) = (error.code, operation.name, &error.message);
    format!("\naws: [ERROR]: An error occurred ({code}) when calling the {name} operation: {message}\n")
}

/// The reason, and below it the line with the word underlined.
impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: {}", self.line, self.column, self.reason)?;
        if let Some(suggestion) = &self.suggestion {
            write!(f, "; did you mean {suggestion}?")?;
        }
        // Tabs are kept, so that the mark stands below its word.
        let before = self.source.chars().take(self.column.saturating_sub(1));
        let blank: String = before
            .map(|letter| if letter == '\t' { '\t' } else { ' ' })
            .collect();
        write!(
            f,
            "\n    {}\n    {blank}{}",
            self.source,
            "^".repeat(self.length.max(1))
        )
    }
}

impl std::error::Error for ParseError {}
