//! What became of a command.

use api::Timestamp;

/// What a command printed, and how it ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) exit: u8,
}

/// A command of a script that has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transcript {
    /// The line it begins on, from 1.
    pub line: usize,
    /// Model time at its end.
    pub at: Timestamp,
    /// As it was written.
    pub command: String,
    /// What it printed.
    pub stdout: String,
    /// What it complained about.
    pub stderr: String,
    /// What a shell reads of how it ended: see [`cli::exit`].
    pub exit: u8,
}

impl Outcome {
    pub(crate) fn printed(stdout: impl Into<String>) -> Self {
        Self {
            stdout: stdout.into(),
            ..Self::default()
        }
    }

    pub(crate) fn failed(stderr: impl Into<String>, exit: u8) -> Self {
        Self {
            stderr: stderr.into(),
            exit,
            ..Self::default()
        }
    }
}
