//! A command that goes on once model time has passed.

use api::duration;
use cli::{Fault, Next, Poll, Until};
use des::{SimDuration, SimTime};

use crate::complaint::complaint;
use crate::limits;
use crate::outcome::Outcome;
use crate::surroundings::Surroundings;

/// What is waited for.
#[derive(Clone)]
#[allow(clippy::large_enum_variant)] // few are alive at a time
pub(crate) enum For {
    /// That time passes.
    Time(SimDuration),
    /// That a call is answered as hoped.
    Poll(Poll),
    /// That a command prints something.
    Until(Until),
}

/// Somebody waiting.
#[derive(Clone)]
pub(crate) struct Waiting {
    pub(crate) what: For,
    /// When it goes on.
    pub(crate) until: SimTime,
    /// When it began.
    since: SimTime,
}

/// What a look has shown.
pub(crate) enum Look {
    /// There is nothing more to wait for.
    Ended(Outcome),
    /// It is looked at again, later.
    Later,
}

impl Waiting {
    /// Begins to wait; what a poll or a condition asks is asked at once.
    pub(crate) fn new(what: For, now: SimTime) -> Result<Self, Outcome> {
        let (length, until) = match &what {
            For::Time(length) => (*length, *length),
            For::Poll(_) => (SimDuration::default(), SimDuration::default()),
            For::Until(until) => (until.at_most, SimDuration::default()),
        };
        check(&what, length)?;
        Ok(Self {
            what,
            until: now + until,
            since: now,
        })
    }

    /// Time has passed, as asked for: a wait for time is over, and a poll calls. Conditions are looked at by
    /// [`Self::seen`].
    pub(crate) fn look(&mut self, around: &mut dyn Surroundings) -> Look {
        let For::Poll(poll) = &mut self.what else {
            return Look::Ended(Outcome::default());
        };
        let answer = around.call(poll.call.clone());
        let next = poll.take(answer.as_ref().map(api::Output::shape));
        match next {
            Next::Done => Look::Ended(Outcome::default()),
            Next::After(length) => {
                self.until = around.now() + length;
                Look::Later
            }
            Next::GivenUp(text) => Look::Ended(Outcome::failed(text, cli::exit::GENERAL)),
        }
    }

    /// What the command of a condition has printed now.
    pub(crate) fn seen(&mut self, condition: &Until, found: Outcome, now: SimTime) -> Look {
        let text = found.stdout.trim_end_matches('\n');
        if matches!(found.exit, cli::exit::USAGE | cli::exit::CONFIGURATION) {
            return Look::Ended(Outcome {
                stdout: String::new(),
                ..found
            });
        }
        if found.exit == cli::exit::DONE && text == condition.equals {
            return Look::Ended(Outcome::default());
        }
        let next = now + condition.every;
        if next.since(self.since) > condition.at_most {
            return Look::Ended(given_up(condition, &found));
        }
        self.until = next;
        Look::Later
    }
}

/// Whether there is an end to it.
fn check(what: &For, length: SimDuration) -> Result<(), Outcome> {
    if length > limits::WAIT {
        let reason = format!("a command may wait {} at most", duration::format(limits::WAIT));
        return Err(complaint(Fault::Value, reason));
    }
    let For::Until(until) = what else {
        return Ok(());
    };
    if until.every < limits::EVERY {
        let reason = format!("--every takes {} or more", duration::format(limits::EVERY));
        return Err(complaint(Fault::Value, reason));
    }
    if until.at_most.as_micros() / until.every.as_micros() > limits::LOOKS {
        let reason = format!("--for and --every ask for more than {} looks", limits::LOOKS);
        return Err(complaint(Fault::Value, reason));
    }
    Ok(())
}

/// The last look is told, so that it can be seen what was wrong.
fn given_up(condition: &Until, found: &Outcome) -> Outcome {
    let length = duration::format(condition.at_most);
    let last = match found.exit {
        cli::exit::DONE => format!("it printed '{}'", found.stdout.trim_end_matches('\n')),
        _ => found.stderr.trim().to_owned(),
    };
    let reason = format!(
        "Waited {length} for '{}' to print '{}'; at last {last}",
        condition.command.text, condition.equals
    );
    complaint(Fault::General, reason)
}
