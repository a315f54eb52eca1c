//! A whole script, line by line.

use crate::error::{ParseError, Problem};
use crate::lex::{Command, Span, commands};
use crate::parse::{Line, understand};

/// The longest text taken at once, in bytes.
pub const MAX_INPUT: usize = 64 * 1024;

/// One command of a script.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The line it begins on, from 1.
    pub line: usize,
    /// As it was written.
    pub text: String,
    /// What it asks for.
    pub run: Line,
}

/// The commands of a script.
///
/// # Errors
/// The first line that cannot be understood, or that the text is longer than [`MAX_INPUT`].
pub fn script(text: &str) -> Result<Vec<Step>, ParseError> {
    steps(text).collect()
}

/// The commands of a script one after another; a line that cannot be understood does not keep the next from being so.
/// Of a text longer than [`MAX_INPUT`] there is but one error.
pub fn steps(text: &str) -> impl Iterator<Item = Result<Step, ParseError>> {
    let too_long = check_size(text).err();
    let text = if too_long.is_some() { "" } else { text };
    let lines: Vec<&str> = text.lines().collect();
    let steps = commands(text).map(move |command| step(command).map_err(|error| error.of(&lines)));
    too_long.map(Err).into_iter().chain(steps)
}

fn step(command: Result<Command<'_>, ParseError>) -> Result<Step, ParseError> {
    let command = command?;
    let run = understand(&command)?;
    Ok(Step {
        line: command.words[0].span.line,
        text: command.text.to_owned(),
        run,
    })
}

/// Whether `text` is short enough to be taken.
pub(crate) fn check_size(text: &str) -> Result<(), ParseError> {
    if text.len() <= MAX_INPUT {
        return Ok(());
    }
    let start = Span {
        line: 1,
        column: 1,
        length: 0,
    };
    Err(Problem::new(format!("more than {MAX_INPUT} bytes at once")).at(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "# break it\nsandbox traffic --rate 5\n\naws ec2 reboot-instances \\\n    --instance-ids i-1\nsandbox wait 5m # and see\n";

    #[test]
    fn a_script_is_its_commands_in_order() {
        let steps = script(SCRIPT).expect("parses");
        let lines: Vec<(usize, &str)> = steps.iter().map(|step| (step.line, step.text.as_str())).collect();
        let reboot = "aws ec2 reboot-instances \\\n    --instance-ids i-1";
        assert_eq!(
            lines,
            [
                (2, "sandbox traffic --rate 5"),
                (4, reboot),
                (6, "sandbox wait 5m # and see")
            ]
        );
    }

    #[test]
    fn one_bad_line_does_not_spoil_the_next() {
        let found: Vec<_> = steps("sandbox wait\naws ec2 'x\ny' z\nsandbox wait 1s").collect();
        let lines: Vec<_> = found
            .iter()
            .map(|step| step.as_ref().map(|step| step.line).map_err(|error| error.line))
            .collect();
        assert_eq!(lines, [Err(1), Err(2), Ok(4)]);
    }

    #[test]
    fn a_script_too_long_is_one_error_and_one_full_of_errors_is_read_to_its_end() {
        assert_eq!(
            steps(&"x\n".repeat(MAX_INPUT))
                .map(|step| step.is_err())
                .collect::<Vec<_>>(),
            [true]
        );
        assert_eq!(steps(&"x\n".repeat(MAX_INPUT / 2)).count(), MAX_INPUT / 2);
    }

    #[test]
    fn the_first_error_is_told_with_its_line() {
        let error = script("sandbox wait 1s\n\tsandbox wiat 1s").expect_err("misspelt");
        let shown = "line 2, column 10: sandbox has no operation wiat here; did you mean wait?\n    \tsandbox wiat 1s\n    \t        ^^^^";
        assert_eq!(error.to_string(), shown);
    }
}
