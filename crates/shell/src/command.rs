//! One command, understood, to what becomes of it.

use api::Call;
use cli::output::Format;
use cli::{Action, Fault, Globals, Invocation, Pages, S3};

use crate::answer::{Style, put_body};
use crate::complaint::complaint;
use crate::help::{self, DocsOf};
use crate::outcome::Outcome;
use crate::pages::{self, answer, refused};
use crate::surroundings::Surroundings;
use crate::waiting::{For, Waiting};

/// What becomes of a command.
#[allow(clippy::large_enum_variant)] // few are alive at a time
pub(crate) enum Begun {
    /// It has ended.
    Ended(Outcome),
    /// It goes on once model time has passed.
    Waits(Waiting),
}

/// Who runs a command, and what it may.
pub(crate) struct Ways<'a> {
    pub(crate) around: &'a mut dyn Surroundings,
    /// The format of what is printed, if the command does not say.
    pub(crate) usual: Format,
    /// Whether only calls are made that look.
    pub(crate) looks_only: bool,
    /// Where help finds what it tells.
    pub(crate) docs: Option<DocsOf>,
}

impl Ways<'_> {
    /// Does what a command asks for, as far as it goes without waiting.
    pub(crate) fn begin(&mut self, invocation: Invocation) -> Begun {
        let Invocation { globals, action } = invocation;
        let waiting = match action {
            Action::Wait(length) => For::Time(length),
            Action::Until(until) => For::Until(until),
            Action::Poll(poll) => For::Poll(poll),
            action => return Begun::Ended(self.run(&globals, action).unwrap_or_else(|failed| failed)),
        };
        match Waiting::new(waiting, self.around.now()) {
            Ok(waiting) => Begun::Waits(waiting),
            Err(refused) => Begun::Ended(refused),
        }
    }

    fn run(&mut self, globals: &Globals, action: Action) -> Result<Outcome, Outcome> {
        match action {
            Action::Call { call, pages, outfile } => self.call(globals, call, pages, outfile.as_deref()),
            Action::S3(s3) => self.s3(s3),
            Action::Echo(text) => Ok(Outcome::printed(text + "\n")),
            Action::Skeleton(text) => Ok(Outcome::printed(text)),
            Action::Help(names) => Ok(Outcome::printed(help::text(&names, self.docs))),
            Action::Wait(_) | Action::Until(_) | Action::Poll(_) => Ok(Outcome::default()),
        }
    }

    fn call(
        &mut self,
        globals: &Globals,
        call: Call,
        pages: Pages,
        outfile: Option<&str>,
    ) -> Result<Outcome, Outcome> {
        self.check(&call)?;
        let (style, title) = (Style::new(globals, self.usual)?, call.operation().name);
        let mut answers = answer(self.around, call, pages, style.is_by_page())?;
        let mut body = String::new();
        if let (Some(file), Some(answer)) = (outfile, answers.first_mut()) {
            (body, *answer) = put_body(self.around, answer, file)?;
        }
        let printed = style.print(title, &answers);
        Ok(Outcome {
            stdout: body + &printed.stdout,
            ..printed
        })
    }

    fn s3(&mut self, s3: S3) -> Result<Outcome, Outcome> {
        self.check(&s3.call)?;
        let operation = s3.call.operation();
        let output = self
            .around
            .call(s3.call.clone())
            .map_err(|error| refused(operation, &error))?;
        let body = match &s3.outfile {
            Some(file) => put_body(self.around, &pages::json(&output), file)?.0,
            None => String::new(),
        };
        Ok(Outcome::printed(body + &s3.printed(output.shape())))
    }

    /// Where there is only to be looked, nothing else is done.
    fn check(&self, call: &Call) -> Result<(), Outcome> {
        if !self.looks_only || matches!(call, Call::Read(_)) {
            return Ok(());
        }
        let reason = format!(
            "--until takes a command that only looks; {} does more",
            call.operation().name
        );
        Err(complaint(Fault::Value, reason))
    }
}
