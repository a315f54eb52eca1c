//! The one script language: text to calls and calls to text, by walking the declarations of `api`.
//!
//! A line is an `aws` command as AWS's own command line takes it, or a `sandbox` command of the same shape for what
//! AWS has no call for. A new operation or member needs no line here.
//!
//! Nothing is run: a script is read into [`Statement`]s, whose words a shell [expands](Statement::expand) and has
//! [understood](understand); what comes of it is an [`Action`].
//!
//! Source: AWS Command Line Interface User Guide, "Command structure", "Parameter values" and "Shorthand syntax";
//! behaviour compared with awscli 1.46.3.

mod action;
mod assign;
mod command;
mod complete;
mod error;
mod extras;
mod fill;
mod globals;
mod host;
mod lex;
mod metric_extras;
mod options;
pub mod output;
mod paging;
mod parse;
mod quote;
mod s3;
mod sandbox;
mod script;
mod shorthand;
mod skeleton;
mod value;
mod waiter;

pub use action::{Action, Invocation, understand};
pub use command::{command, line};
pub use complete::{Choice, Completion, Correction, Live, complete, correct, is_open};
pub use error::{Fault, ParseError, exit, refusal};
pub use globals::{Globals, names as global_options};
pub use host::Host;
pub use lex::{Piece, Span, Statement, Template, Word};
pub use options::{CliOption, options};
pub use paging::{Pager, Pages};
pub use parse::{Line, parse, read};
pub use quote::quote;
pub use s3::S3;
pub use sandbox::Until;
pub use script::{MAX_INPUT, statements};
pub use waiter::{Acceptor, Answer, Next, Poll, State, WAITERS, Waiter, When};
