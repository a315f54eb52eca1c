//! One statement: its variables and the commands within it, then itself.

use std::cell::Cell;

use cli::output::Format;
use cli::{Fault, Host, Piece, Statement, Word, understand};

use crate::command::{Begun, Ways};
use crate::complaint::{self, complaint};
use crate::help::DocsOf;
use crate::outcome::Outcome;
use crate::surroundings::Surroundings;
use crate::variables::Variables;

/// What a statement is run with.
pub(crate) struct Runner<'a> {
    pub(crate) around: &'a mut dyn Surroundings,
    pub(crate) variables: &'a mut Variables,
    /// Whether only calls are made that look.
    pub(crate) looks_only: bool,
    /// Where help finds what it tells.
    pub(crate) docs: Option<DocsOf>,
    /// The exit code of the command before.
    pub(crate) last_exit: u8,
    /// Words made up so far.
    pub(crate) tokens: &'a Cell<u64>,
    /// What commands within the statement have complained about.
    pub(crate) stderr: String,
}

impl Runner<'_> {
    /// Runs a statement as far as it goes without waiting.
    pub(crate) fn run(&mut self, statement: &Statement) -> Begun {
        let begun = self.try_run(statement).unwrap_or_else(Begun::Ended);
        match begun {
            Begun::Ended(outcome) => Begun::Ended(self.told(outcome)),
            waits @ Begun::Waits(_) => waits,
        }
    }

    /// An outcome with what the commands within have complained about before it.
    fn told(&mut self, outcome: Outcome) -> Outcome {
        Outcome {
            stderr: std::mem::take(&mut self.stderr) + &outcome.stderr,
            ..outcome
        }
    }

    fn try_run(&mut self, statement: &Statement) -> Result<Begun, Outcome> {
        let mut within = None;
        for (name, template) in &statement.sets {
            let value = template.value(&mut |piece| self.value(piece, &mut within));
            let value = value.map_err(|error| complaint::of(&error))?;
            // In front of a command a variable is set for that command alone, and none here reads any.
            if statement.words.is_empty() {
                self.variables.set(name, value)?;
            }
        }
        let words = statement.expand(&mut |piece| self.value(piece, &mut within));
        let words = words.map_err(|error| complaint::of(&error))?;
        if words.is_empty() {
            return Ok(Begun::Ended(Outcome {
                exit: within.unwrap_or_default(),
                ..Outcome::default()
            }));
        }
        self.command(&words)
    }

    fn command(&mut self, words: &[Word]) -> Result<Begun, Outcome> {
        let around = &*self.around;
        let token = || token(self.tokens);
        let host = Host {
            file: &|name| around.read(name),
            region: Some(around.region()),
            token: Some(&token),
        };
        let invocation = understand(words, &host).map_err(|error| complaint::of(&error))?;
        let usual = Format::find(self.variables.get("AWS_DEFAULT_OUTPUT")).unwrap_or(Format::Json);
        let mut ways = Ways {
            around: self.around,
            usual,
            looks_only: self.looks_only,
            docs: self.docs,
        };
        Ok(ways.begin(invocation))
    }

    /// What a piece of a word stands for; `exit` gets the exit code of a command within.
    fn value(&mut self, piece: &Piece, exit: &mut Option<u8>) -> String {
        match piece {
            Piece::Text(text) => text.clone(),
            Piece::Variable { name, .. } if name == "?" => self.last_exit.to_string(),
            Piece::Variable { name, .. } => self.variables.get(name).to_owned(),
            Piece::Output { command, .. } => {
                let outcome = self.within(command);
                self.stderr.push_str(&outcome.stderr);
                *exit = Some(outcome.exit);
                outcome.stdout
            }
        }
    }

    /// Runs a command within a statement, which must not wait.
    pub(crate) fn within(&mut self, command: &Statement) -> Outcome {
        let mut inner = Runner {
            around: self.around,
            variables: self.variables,
            looks_only: self.looks_only,
            docs: self.docs,
            last_exit: self.last_exit,
            tokens: self.tokens,
            stderr: String::new(),
        };
        match inner.run(command) {
            Begun::Ended(outcome) => outcome,
            Begun::Waits(_) => complaint(Fault::Script, "what waits cannot stand within another command"),
        }
    }
}

/// How many bits of a token count the words made up; those above tell the families of shells apart.
pub(crate) const TOKEN_BITS: u32 = 48;

/// A word that has not been before, in the form of those that AWS's command line makes up.
fn token(made: &Cell<u64>) -> String {
    made.set(made.get() + 1);
    let (family, number) = (made.get() >> TOKEN_BITS, made.get() & ((1 << TOKEN_BITS) - 1));
    format!("00000000-0000-4{family:03x}-8000-{number:012x}")
}
