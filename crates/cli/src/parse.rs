//! One command without a shell.

use api::Call;
use des::SimDuration;

use crate::action::{Action, Invocation, understand};
use crate::error::{Fault, ParseError, Problem};
use crate::host::Host;
use crate::lex::{Span, Statement, commands};
use crate::output::Format;
use crate::script::check_size;

/// What a line asks for, where there is no shell.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant)] // few are alive at a time
pub enum Line {
    /// A call.
    Call(Call),
    /// That this much model time passes.
    Wait(SimDuration),
}

/// Understands one command, which may go over several lines by `\`; `None` if there is but blank or comment. What
/// only a shell can do is refused: variables, waiters, files, answers shown in another way.
///
/// # Errors
/// If it is no command, if there is more than one, or if it is longer than [`crate::MAX_INPUT`].
pub fn parse(text: &str) -> Result<Option<Line>, ParseError> {
    let Some(found) = read(text, &Host::default())? else {
        return Ok(None);
    };
    let refuse = |reason: &str| {
        let problem = Problem::new(Fault::Script, reason.to_owned());
        Err(problem.at(Span::START).of(&text.lines().collect::<Vec<_>>()))
    };
    if let Some(option) = shapes_output(&found) {
        return refuse(&format!(
            "only a terminal and a script know {option}: leave it out here"
        ));
    }
    match found.action {
        Action::Call { call, .. } => Ok(Some(Line::Call(call))),
        Action::Wait(length) => Ok(Some(Line::Wait(length))),
        _ => refuse("only a terminal and a script can do this"),
    }
}

/// The option of a command that says how its answer is to be shown.
fn shapes_output(found: &Invocation) -> Option<&'static str> {
    let cut = matches!(&found.action, Action::Call { pages, .. }
        if pages.max_items.is_some() || pages.starting_token.is_some());
    let said = [
        (found.globals.query.is_some(), "--query"),
        (
            found.globals.output.is_some_and(|format| format != Format::Json),
            "--output",
        ),
        (cut, "--max-items and --starting-token"),
    ];
    said.into_iter().find(|(said, _)| *said).map(|(_, option)| option)
}

/// Understands one command without variables; `None` if there is but blank or comment.
///
/// # Errors
/// If it is no command, if there is more than one, or if it is longer than [`crate::MAX_INPUT`].
pub fn read(text: &str, host: &Host<'_>) -> Result<Option<Invocation>, ParseError> {
    check_size(text)?;
    only_command(text, host).map_err(|error| error.of(&text.lines().collect::<Vec<_>>()))
}

fn only_command(text: &str, host: &Host<'_>) -> Result<Option<Invocation>, ParseError> {
    let mut commands = commands(text);
    let Some(first) = commands.next().transpose()? else {
        return Ok(None);
    };
    let words = first.plain()?;
    if let Some(second) = commands.next() {
        let span = second?.span();
        return Err(Problem::new(Fault::Script, "one command at a time").at(span));
    }
    understand(&words, host).map(Some)
}

impl Statement {
    /// Where it begins, as far as errors tell.
    fn span(&self) -> Span {
        let first = self.words.first().or(self.sets.first().map(|(_, word)| word));
        first.map_or(Span::START, |word| word.span)
    }
}

#[cfg(test)]
mod tests;
