//! What is wrong with a piece of JSON, and where.

use std::fmt;

/// Why a shape cannot be read from JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// Where, as a JSON pointer (RFC 6901): `/TagSpecifications/0/ResourceType`; empty for the whole.
    pub pointer: String,
    /// What is wrong there.
    pub reason: Reason,
}

/// What is wrong with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The text is not JSON.
    Syntax(String),
    /// AWS has no such member either.
    Unknown {
        /// The name of the shape that was to be read.
        shape: &'static str,
        /// What was probably meant.
        suggestion: Option<&'static str>,
    },
    /// AWS has this member, this model has not.
    NotModelled {
        /// The value that AWS takes for absent, which is accepted.
        default: Option<&'static str>,
    },
    /// The value is of another kind.
    WrongKind {
        /// The kind that belongs there.
        expected: &'static str,
        /// The kind that stands there.
        found: &'static str,
    },
    /// Shapes within shapes without end.
    TooDeep,
}

impl JsonError {
    pub(super) const fn new(reason: Reason) -> Self {
        Self {
            pointer: String::new(),
            reason,
        }
    }

    /// The same error, seen from one level further out.
    pub(super) fn within(mut self, token: &str) -> Self {
        let token = token.replace('~', "~0").replace('/', "~1");
        self.pointer.insert_str(0, &format!("/{token}"));
        self
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.pointer.is_empty() {
            write!(f, "{}: ", self.pointer)?;
        }
        self.reason.fmt(f)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(what) => write!(f, "not JSON: {what}"),
            Self::Unknown {
                shape,
                suggestion: None,
            } => write!(f, "{shape} has no such member"),
            Self::Unknown {
                shape,
                suggestion: Some(meant),
            } => {
                write!(f, "{shape} has no such member; did you mean {meant}?")
            }
            Self::NotModelled { default: None } => f.write_str("AWS has this, but it is not modelled here"),
            Self::NotModelled { default: Some(value) } => {
                write!(
                    f,
                    "AWS has this, but it is not modelled here: only {value} is accepted"
                )
            }
            Self::WrongKind { expected, found } => write!(f, "expected {expected}, found {found}"),
            Self::TooDeep => f.write_str("nested too deeply"),
        }
    }
}

impl std::error::Error for JsonError {}
