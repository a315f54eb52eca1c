//! `aws SERVICE wait …`: what is called, how often, and what its answers mean.
//!
//! A [`Poll`] calls nothing and knows no clock: ask it what to call, give it the answer, and it says what comes next.
//! Source: botocore's waiters, and the words in which they give up.

mod table;

use std::borrow::Cow;

use api::{ApiError, Call, Shape, Value, entries};
use des::SimDuration;

use crate::error::error_text;

pub use table::WAITERS;

/// What can be waited for.
#[derive(Debug, PartialEq, Eq)]
pub struct Waiter {
    /// Whose it is, as on the command line.
    pub service: &'static str,
    /// AWS's name: `InstanceRunning`.
    pub name: &'static str,
    /// The operation that is called.
    pub operation: &'static str,
    /// Seconds between two calls.
    pub delay: u64,
    /// How often it is called.
    pub attempts: u32,
    /// What answers mean; the first that fits counts, and if none does it goes on.
    pub acceptors: &'static [Acceptor],
}

/// What one kind of answer means.
#[derive(Debug, PartialEq, Eq)]
pub struct Acceptor {
    /// What it means.
    pub state: State,
    /// The answer.
    pub when: When,
}

/// What an answer means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It has come true.
    Done,
    /// It cannot come true any more.
    Failed,
    /// Not yet.
    Again,
}

/// A kind of answer. Paths are names parted by dots, `[]` for every entry of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// It is refused with this code.
    Error(&'static str),
    /// It has this HTTP status.
    Status(u16),
    /// The path leads to this text.
    Is(&'static str, &'static str),
    /// The path leads to something.
    There(&'static str),
    /// The path leads to this text and no other.
    All(&'static str, &'static str),
    /// The path leads to this text among others.
    Any(&'static str, &'static str),
}

/// What a call was answered.
pub type Answer<'a> = Result<Option<&'a dyn Shape>, &'a ApiError>;

/// What comes after an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// It has come true: exit code 0.
    Done,
    /// Call once more, after this time.
    After(SimDuration),
    /// It is given up: exit code 255, and this on standard error.
    GivenUp(String),
}

/// Somebody waiting.
#[derive(Clone, Debug, PartialEq)]
pub struct Poll {
    /// For what.
    pub waiter: &'static Waiter,
    /// What is called.
    pub call: Call,
    /// How often it was.
    attempts: u32,
    /// What the last acceptor that fitted says.
    last: Option<&'static Acceptor>,
}

/// What can be waited for of a service.
pub(crate) fn of(service: &str) -> impl Iterator<Item = &'static Waiter> {
    WAITERS.iter().filter(move |waiter| waiter.service == service)
}

impl Poll {
    /// Nothing called yet.
    #[must_use]
    pub const fn new(waiter: &'static Waiter, call: Call) -> Self {
        Self {
            waiter,
            call,
            attempts: 0,
            last: None,
        }
    }

    /// What an answer to the call means.
    pub fn take(&mut self, answer: Answer<'_>) -> Next {
        self.attempts += 1;
        let fitting = self.waiter.acceptors.iter().find(|one| one.when.fits(answer));
        self.last = fitting.or(self.last);
        match (fitting.map(|acceptor| acceptor.state), answer) {
            (Some(State::Done), _) => Next::Done,
            (Some(State::Failed), _) => self.give_up(&format!(
                "Waiter encountered a terminal failure state: {}",
                self.explanation()
            )),
            (None, Err(ApiError { code, message, .. })) => {
                self.give_up(&format!("An error occurred ({code}): {message}"))
            }
            _ if self.attempts < self.waiter.attempts => {
                Next::After(SimDuration::from_secs(self.waiter.delay))
            }
            _ if self.last.is_none() => self.give_up("Max attempts exceeded"),
            _ => self.give_up(&format!(
                "Max attempts exceeded. Previously accepted state: {}",
                self.explanation()
            )),
        }
    }

    fn give_up(&self, reason: &str) -> Next {
        Next::GivenUp(error_text(
            "",
            &format!("Waiter {} failed: {reason}", self.waiter.name),
        ))
    }

    fn explanation(&self) -> String {
        self.last
            .map(|acceptor| acceptor.when.explanation())
            .unwrap_or_default()
    }
}

impl When {
    /// Whether an answer is of this kind.
    fn fits(self, answer: Answer<'_>) -> bool {
        let output = answer.ok().flatten();
        let texts = |path: &str| {
            output
                .map(|output| texts(Value::Shape(output), path))
                .unwrap_or_default()
        };
        match self {
            Self::Error(code) => answer.is_err_and(|error| error.code == code),
            Self::Status(status) => answer.map_or_else(ApiError::http_status, |_| 200) == status,
            Self::There(path) => !texts(path).is_empty(),
            Self::Is(path, text) => texts(path).first().is_some_and(|found| found == text),
            Self::All(path, text) => !texts(path).is_empty() && texts(path).iter().all(|found| found == text),
            Self::Any(path, text) => texts(path).iter().any(|found| found == text),
        }
    }

    fn explanation(self) -> String {
        let path = |path: &str, text: &str| {
            format!("For expression \"{path}\" we matched expected path: \"{text}\"")
        };
        match self {
            Self::Error(code) => format!("Matched expected service error code: {code}"),
            Self::Status(status) => format!("Matched expected HTTP status code: {status}"),
            Self::Is(name, text) => path(name, text),
            Self::There(name) => path(&format!("length({name}) > `0`"), "True"),
            Self::All(name, text) => {
                format!("For expression \"{name}\" all members matched expected path: \"{text}\"")
            }
            Self::Any(name, text) => format!("{} at least once", path(name, text)),
        }
    }
}

/// The texts to which a path leads; an entry that is no text stands as an empty one.
fn texts<'a>(value: Value<'a>, path: &str) -> Vec<Cow<'a, str>> {
    let (name, rest) = path.split_once('.').unwrap_or((path, ""));
    if path.is_empty() {
        return match value {
            Value::String(text) => vec![Cow::Borrowed(text)],
            Value::List(list) => entries(list).flat_map(|entry| texts(entry, "")).collect(),
            _ => vec![Cow::Borrowed("")],
        };
    }
    let Value::Shape(shape) = value else {
        return Vec::new();
    };
    let name = name.trim_end_matches("[]");
    let index = shape.info().members.iter().position(|member| member.name == name);
    match index.and_then(|index| shape.value(index)) {
        None => Vec::new(),
        Some(Value::List(list)) => entries(list).flat_map(|entry| texts(entry, rest)).collect(),
        Some(value) => texts(value, rest),
    }
}

#[cfg(test)]
mod tests {
    use api::ec2::{DescribeInstancesInput, DescribeInstancesOutput, Instance, InstanceState, Reservation};

    use super::*;

    fn instances(states: &[&str]) -> DescribeInstancesOutput {
        let instance = |state: &&str| Instance {
            state: Some(InstanceState {
                name: Some((*state).to_owned()),
                ..InstanceState::default()
            }),
            ..Instance::default()
        };
        DescribeInstancesOutput {
            reservations: vec![Reservation {
                instances: states.iter().map(instance).collect(),
                ..Reservation::default()
            }],
        }
    }

    fn poll(name: &str) -> Poll {
        let waiter = of("ec2").find(|waiter| waiter.name == name).expect("known");
        Poll::new(waiter, DescribeInstancesInput::default().into())
    }

    fn after(poll: &mut Poll, states: &[&str]) -> Next {
        poll.take(Ok(Some(&instances(states))))
    }

    #[test]
    fn it_is_called_again_until_all_are_there() {
        let mut running = poll("InstanceRunning");
        let again = Next::After(SimDuration::from_secs(15));
        assert_eq!(after(&mut running, &["pending", "running"]), again);
        assert_eq!(after(&mut running, &[]), again);
        assert_eq!(after(&mut running, &["running", "running"]), Next::Done);
    }

    #[test]
    fn it_is_given_up_in_the_words_of_aws() {
        let given_up = |reason: &str| {
            Next::GivenUp(format!(
                "\naws: [ERROR]: Waiter InstanceRunning failed: {reason}\n"
            ))
        };
        let path = "For expression \"Reservations[].Instances[].State.Name\" we matched expected path:";
        assert_eq!(
            after(&mut poll("InstanceRunning"), &["running", "terminated"]),
            given_up(&format!(
                "Waiter encountered a terminal failure state: {path} \"terminated\" at least once"
            ))
        );
        let mut running = poll("InstanceRunning");
        for _ in 1..40 {
            assert_eq!(
                after(&mut running, &["pending"]),
                Next::After(SimDuration::from_secs(15))
            );
        }
        assert_eq!(
            after(&mut running, &["pending"]),
            given_up("Max attempts exceeded")
        );
    }

    #[test]
    fn a_refusal_may_be_expected() {
        let missing = ApiError::new("InvalidInstanceID.NotFound", "none");
        assert!(matches!(
            poll("InstanceRunning").take(Err(&missing)),
            Next::After(_)
        ));
        let other = ApiError::new("UnauthorizedOperation", "no");
        let Next::GivenUp(reason) = poll("InstanceRunning").take(Err(&other)) else {
            panic!("goes on")
        };
        assert!(reason.contains("An error occurred (UnauthorizedOperation): no"));
    }
}
