//! JMESPath as AWS's command line evaluates it, over JSON whose keys keep their order.
//!
//! The rules are those of the Python library `jmespath` 1.0.1, which AWS CLI v2 carries, its habits included: order is
//! compared of texts as of numbers, what is no JSON between backticks is a text (``[?State==`running`]``), a missing
//! comma between arguments is overlooked. Its messages are ours too. Beyond it there are [`limits`], so that no
//! expression grows or runs without bound.
//!
//! Simplified: whole numbers beyond 64 bits become floating-point numbers; half a surrogate pair becomes U+FFFD; an
//! expression reference (`&name`) stands only where a function takes it; `merge` takes no lists of pairs.
//!
//! Source: JMESPath specification (jmespath.org, read 2026-11-24); behaviour compared with jmespath 1.0.1.

#![forbid(unsafe_code)]

mod ast;
mod compare;
mod error;
mod evaluate;
mod functions;
pub mod json;
mod lex;
pub mod limits;
mod parse;
mod token;

pub use error::{Error, Kind as ErrorKind};
pub use json::Json;

/// A compiled expression.
#[derive(Clone, Debug)]
pub struct Expression {
    root: ast::Node,
}

impl Expression {
    /// Reads an expression.
    ///
    /// # Errors
    /// If the text is no expression, or a longer or deeper one than [`limits`] allow.
    pub fn compile(text: &str) -> Result<Self, Error> {
        Ok(Self {
            root: parse::parse(text)?,
        })
    }

    /// What the expression finds in `json`; null if nothing.
    ///
    /// # Errors
    /// If a function is unknown or does not take what it is given, if things are compared that have no order, or if the
    /// answer takes more steps than [`limits`] allow.
    pub fn search(&self, json: &Json) -> Result<Json, Error> {
        evaluate::evaluate(&self.root, json)
    }
}

/// What the expression `text` finds in `json`.
///
/// # Errors
/// As of [`Expression::compile`] and [`Expression::search`].
pub fn search(text: &str, json: &Json) -> Result<Json, Error> {
    Expression::compile(text)?.search(json)
}
