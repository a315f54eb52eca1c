//! What comes in from outside.

use api::{Call, Operation, Shape, WorldCall, WriteCall};
use des::SimTime;

/// Who submits an input. It is attribution only: no handler looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caller {
    /// The person at the page or the terminal.
    Learner,
    /// The lesson: its set-up and its timeline.
    Lesson,
}

/// An outside input.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant)] // few are alive: people type them
pub enum Input {
    /// An AWS API call that changes the account.
    Api(WriteCall),
    /// What AWS has no call for: employees, faults.
    World(WorldCall),
}

impl Input {
    /// What is known of the operation called.
    #[must_use]
    pub const fn operation(&self) -> &'static Operation {
        match self {
            Self::Api(call) => call.operation(),
            Self::World(call) => call.operation(),
        }
    }

    /// The members of the call, to be walked.
    #[must_use]
    pub fn shape(&self) -> &dyn Shape {
        match self {
            Self::Api(call) => call.input(),
            Self::World(call) => call.input(),
        }
    }
}

impl From<Input> for Call {
    fn from(input: Input) -> Self {
        match input {
            Input::Api(call) => Self::Write(call),
            Input::World(call) => Self::World(call),
        }
    }
}

/// An input that was accepted.
#[derive(Clone, Debug, PartialEq)]
pub struct JournalEntry {
    /// When.
    pub at: SimTime,
    /// From whom.
    pub caller: Caller,
    /// What.
    pub input: Input,
}
