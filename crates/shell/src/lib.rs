//! Runs scripts of the one script language: variables, commands within commands, waiting on model time.
//!
//! A [`Shell`] knows no clock and no files: it is stepped, and asks its [`Surroundings`]. So the same shell runs a
//! script frame by frame in a page and as fast as it goes without one.
//!
//! ```text
//! script ── start ──▶ Shell ── step ──▶ Ran(transcript) | Waits { until } | Done
//!                       │                      └── let model time pass, and step again
//!                       ▼
//!                  Surroundings: calls, files, the present
//! ```
//!
//! As in AWS's world a call takes no model time; waiters poll as AWS's command line does, but on the model's clock.

mod account;
mod answer;
mod ask;
mod command;
mod complaint;
mod complete;
mod help;
pub mod limits;
mod outcome;
mod pages;
pub mod replay;
mod run;
mod shell;
mod surroundings;
mod variables;
mod waiting;

pub use account::{Account, Files, Looking, NoFiles};
pub use ask::{Question, ask};
pub use help::DocsOf;
pub use outcome::Transcript;
pub use shell::{MOST_FAMILIES, Shell, Step};
pub use surroundings::Surroundings;
