//! A script, step by step.

use std::cell::Cell;
use std::collections::VecDeque;

use api::Timestamp;
use cli::{ParseError, Statement, statements};
use cloud::{Caller, EventBudget, Simulation};
use des::{SimDuration, SimTime};

use crate::account::{Account, Files};
use crate::command::Begun;
use crate::complaint;
use crate::help::DocsOf;
use crate::outcome::{Outcome, Transcript};
use crate::run::{Runner, TOKEN_BITS};
use crate::surroundings::Surroundings;
use crate::variables::Variables;
use crate::waiting::{For, Look, Waiting};

/// What a shell reads of a command that was stopped: 128 and the number of the signal.
const INTERRUPTED: u8 = 130;

/// Model time that passes at once, at most, where nobody watches it.
const SLICE: SimDuration = SimDuration::from_mins(10);

/// The last family of [`Shell::heir`].
pub const MOST_FAMILIES: u16 = 0xfff;

/// What a step came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A command has ended.
    Ran(Transcript),
    /// The command goes on at this time: let it pass, and step again.
    Waits {
        /// Model time.
        until: SimTime,
    },
    /// There is nothing left to run.
    Done,
}

/// Runs scripts, one after another; variables stay.
#[derive(Clone, Default)]
pub struct Shell {
    queue: VecDeque<Result<Statement, ParseError>>,
    variables: Variables,
    waiting: Option<Waits>,
    last_exit: u8,
    tokens: Cell<u64>,
    docs: Option<DocsOf>,
}

/// The command that waits.
#[derive(Clone)]
struct Waits {
    line: usize,
    text: String,
    waiting: Waiting,
    /// What the commands within it have complained about.
    stderr: String,
}

impl Shell {
    /// With nothing to run.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// From now on `help` tells what these docs say; without them, what the declarations do.
    pub fn learn(&mut self, docs: DocsOf) {
        self.docs = Some(docs);
    }

    /// Another that knows the same variables and has nothing to run. What it makes up for calls that are to be carried out
    /// once is kept apart by `family`: shells of one account need different ones, from 0 to [`MOST_FAMILIES`].
    #[must_use]
    pub fn heir(&self, family: u16) -> Self {
        Self {
            variables: self.variables.clone(),
            tokens: Cell::new(u64::from(family.min(MOST_FAMILIES)) << TOKEN_BITS),
            ..Self::default()
        }
    }

    /// Takes a script in, to be run after what there is.
    pub fn start(&mut self, script: &str) {
        self.queue.extend(statements(script));
    }

    /// Whether there is anything left to run.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.waiting.is_none() && self.queue.is_empty()
    }

    /// When the command that waits goes on, if one does.
    #[must_use]
    pub fn waits_until(&self) -> Option<SimTime> {
        self.waiting.as_ref().map(|waits| waits.waiting.until)
    }

    /// The command that waits, as it was written.
    #[must_use]
    pub fn waiting_command(&self) -> Option<&str> {
        self.waiting.as_ref().map(|waits| waits.text.as_str())
    }

    /// How many commands are left to begin.
    #[must_use]
    pub fn queued(&self) -> usize {
        self.queue.len()
    }

    /// The names of the variables that were set, in alphabetical order.
    pub fn variables(&self) -> impl Iterator<Item = &str> {
        self.variables.names()
    }

    /// The exit code of the last command: 0 if there was none.
    #[must_use]
    pub const fn last_exit(&self) -> u8 {
        self.last_exit
    }

    /// Goes on, to the end of the next command or until it must wait.
    pub fn step(&mut self, around: &mut dyn Surroundings) -> Step {
        if let Some(waits) = self.waiting.take() {
            return self.go_on(waits, around);
        }
        match self.queue.pop_front() {
            None => Step::Done,
            Some(Ok(statement)) => self.begin(statement, around),
            Some(Err(error)) => {
                let (line, text) = (error.line, error.source.clone());
                self.ended(line, text, complaint::of(&error), around.now())
            }
        }
    }

    /// Stops what waits, and forgets what was to follow: what a shell does at Ctrl-C.
    pub fn interrupt(&mut self, now: SimTime) -> Option<Transcript> {
        self.queue.clear();
        let waits = self.waiting.take()?;
        let stopped = Outcome::failed(waits.stderr, INTERRUPTED);
        match self.ended(waits.line, waits.text, stopped, now) {
            Step::Ran(transcript) => Some(transcript),
            Step::Waits { .. } | Step::Done => None,
        }
    }

    /// Runs everything there is on a simulation as fast as it goes. `each` is told of every step, while it waits every
    /// ten minutes of model time, and says whether to go on.
    pub fn run_to_end<F: Files>(
        &mut self,
        simulation: &mut Simulation,
        files: &mut F,
        each: &mut dyn FnMut(Step, SimTime) -> bool,
    ) {
        loop {
            let mut account = Account {
                simulation,
                caller: Caller::Learner,
                files,
            };
            let step = self.step(&mut account);
            let until = match step {
                Step::Done => return,
                Step::Ran(_) => None,
                Step::Waits { until } => Some(until.min(simulation.now() + SLICE)),
            };
            if !each(step, simulation.now()) {
                return;
            }
            if let Some(until) = until {
                simulation.advance_to(until, EventBudget::UNLIMITED);
            }
        }
    }

    fn begin(&mut self, statement: Statement, around: &mut dyn Surroundings) -> Step {
        let mut runner = self.runner(around, false);
        let begun = runner.run(&statement);
        let stderr = std::mem::take(&mut runner.stderr);
        let Statement { line, text, .. } = statement;
        match begun {
            Begun::Ended(outcome) => self.ended(line, text, outcome, around.now()),
            Begun::Waits(waiting) => {
                let waits = Waits {
                    line,
                    text,
                    waiting,
                    stderr,
                };
                self.go_on(waits, around)
            }
        }
    }

    fn go_on(&mut self, mut waits: Waits, around: &mut dyn Surroundings) -> Step {
        let look = if around.now() < waits.waiting.until {
            Look::Later
        } else if let For::Until(condition) = &waits.waiting.what {
            let condition = condition.clone();
            let found = self.runner(around, true).within(&condition.command);
            waits.waiting.seen(&condition, found, around.now())
        } else {
            waits.waiting.look(around)
        };
        match look {
            Look::Later => {
                let until = waits.waiting.until;
                self.waiting = Some(waits);
                Step::Waits { until }
            }
            Look::Ended(outcome) => {
                let stderr = waits.stderr + &outcome.stderr;
                let outcome = Outcome { stderr, ..outcome };
                self.ended(waits.line, waits.text, outcome, around.now())
            }
        }
    }

    fn runner<'a>(&'a mut self, around: &'a mut dyn Surroundings, looks_only: bool) -> Runner<'a> {
        Runner {
            around,
            variables: &mut self.variables,
            looks_only,
            docs: self.docs,
            last_exit: self.last_exit,
            tokens: &self.tokens,
            stderr: String::new(),
        }
    }

    fn ended(&mut self, line: usize, command: String, outcome: Outcome, now: SimTime) -> Step {
        let Outcome { stdout, stderr, exit } = outcome;
        self.last_exit = exit;
        Step::Ran(Transcript {
            line,
            at: Timestamp::of(now),
            command,
            stdout,
            stderr,
            exit,
        })
    }
}

#[cfg(test)]
mod tests;
