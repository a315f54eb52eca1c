//! What went wrong while a lesson's own lines were played.

use std::fmt;

/// A line that could not be played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// Where it stands: a JSON pointer such as `/world/setup/3`.
    pub pointer: String,
    /// The line, as far as its references could be filled.
    pub line: String,
    /// Why.
    pub reason: String,
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} `{}`: {}", self.pointer, self.line, self.reason)
    }
}

impl std::error::Error for Trouble {}
