//! What the shell itself finds wrong, in the form of AWS's command line.

use cli::{Fault, ParseError};

use crate::outcome::Outcome;

/// An error that belongs to no word.
pub(crate) fn complaint(fault: Fault, reason: impl Into<String>) -> Outcome {
    let error = ParseError {
        line: 1,
        column: 1,
        length: 0,
        fault,
        reason: reason.into(),
        suggestion: None,
        source: String::new(),
    };
    of(&error)
}

/// An error as it is printed.
pub(crate) fn of(error: &ParseError) -> Outcome {
    Outcome::failed(error.printed(), error.fault.exit())
}
