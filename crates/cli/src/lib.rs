//! The one script language: text to calls and calls to text, by walking the declarations of `api`.
//!
//! A line is an `aws` command as AWS's own command line takes it, or a `sandbox` command of the same shape for what
//! AWS has no call for. A new operation or member needs no line here.
//!
//! Source: AWS Command Line Interface User Guide, "Command structure", "Parameter values" and "Shorthand syntax";
//! behaviour compared with awscli 1.46.3.

mod assign;
mod command;
mod error;
mod extras;
mod lex;
mod options;
pub mod output;
mod parse;
mod quote;
mod script;
mod shorthand;
mod value;

pub use command::{command, line};
pub use error::ParseError;
pub use parse::{Line, parse};
pub use quote::quote;
pub use script::{MAX_INPUT, Step, script, steps};
