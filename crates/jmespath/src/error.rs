//! What is wrong with an expression, in the words of the Python library, and where.

use std::fmt;

use crate::json::python;
use crate::token::Token;

/// Why an expression cannot be read, or has no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// When it shows.
    pub kind: Kind,
    /// In characters from the expression's beginning, where it can be said.
    pub position: Option<usize>,
    message: String,
}

/// When an error shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The text is no expression.
    Syntax,
    /// The expression has no answer for this input.
    Evaluation,
    /// The expression asks for more than it may.
    Limit,
}

impl Error {
    /// A letter or literal that means nothing.
    pub(crate) fn lexical(position: usize, reason: &str, expression: &str) -> Self {
        let mark = " ".repeat(position);
        Self {
            kind: Kind::Syntax,
            position: Some(position),
            message: format!("Bad jmespath expression: {reason}:\n{expression}\n{mark}^"),
        }
    }

    /// A token out of place.
    pub(crate) fn token(position: usize, token: &Token, reason: &str, expression: &str) -> Self {
        let value = python::text(&token.value);
        let kind = token.kind.name().to_uppercase();
        let mark = " ".repeat(position + 1);
        let message = format!(
            "{reason}: Parse error at column {position}, token \"{value}\" ({kind}), for expression:\n\
             \"{expression}\"\n{mark}^"
        );
        Self {
            kind: Kind::Syntax,
            position: Some(position),
            message,
        }
    }

    /// An end where more was to come.
    pub(crate) fn incomplete(expression: &str) -> Self {
        let position = expression.chars().count();
        let mark = " ".repeat(position + 1);
        let message =
            format!("Invalid jmespath expression: Incomplete expression:\n\"{expression}\"\n{mark}^");
        Self {
            kind: Kind::Syntax,
            position: Some(position),
            message,
        }
    }

    /// No expression at all.
    pub(crate) fn empty() -> Self {
        Self {
            kind: Kind::Syntax,
            position: Some(0),
            message: "Invalid JMESPath expression: cannot be empty.".to_owned(),
        }
    }

    pub(crate) fn evaluation(position: usize, message: impl Into<String>) -> Self {
        Self {
            kind: Kind::Evaluation,
            position: Some(position),
            message: message.into(),
        }
    }

    pub(crate) fn limit(position: Option<usize>, message: impl Into<String>) -> Self {
        Self {
            kind: Kind::Limit,
            position,
            message: message.into(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
