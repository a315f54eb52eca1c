//! The command of `sandbox` that calls nothing: to let time pass.

use api::{duration, nearest};
use des::SimDuration;

use crate::action::{Action, absent};
use crate::assign::expected_one;
use crate::error::{Fault, ParseError, Problem};
use crate::lex::{Span, Statement, Word, commands};

/// How long something is waited for if nothing is said. Our choice: longer than anything here takes.
const PATIENCE: SimDuration = SimDuration::from_secs(3_600);

/// How long until it is looked at again, if nothing is said. Our choice.
const EVERY: SimDuration = SimDuration::from_secs(5);

const LENGTH: &str = "a length of time such as 90s, 10m or 1h30m";

/// That model time passes until a command prints something.
#[derive(Clone, Debug, PartialEq)]
pub struct Until {
    /// The command, as a shell would run it.
    pub command: Statement,
    /// What it is to print, without the line break at its end.
    pub equals: String,
    /// How much time passes between two looks.
    pub every: SimDuration,
    /// How much time passes before it is given up.
    pub at_most: SimDuration,
}

/// `sandbox wait 90s`, or `sandbox wait --until '…' --equals … [--every 5s] [--for 1h]`.
pub(crate) fn wait(words: &[Word], end: Span) -> Result<Action, ParseError> {
    match words {
        [] => Err(absent(LENGTH, end)),
        [word, ..] if word.text.starts_with("--") => until(words, end).map(Action::Until),
        [word] => length(word).map(Action::Wait),
        [_, word, ..] => Err(unknown(word, &[])),
    }
}

fn until(words: &[Word], end: Span) -> Result<Until, ParseError> {
    let [command, equals, every, at_most] = options(words, ["--until", "--equals", "--every", "--for"])?;
    let missing: Vec<&str> = [(command, "--until"), (equals, "--equals")]
        .iter()
        .filter(|(given, _)| given.is_none())
        .map(|(_, name)| *name)
        .collect();
    match (command, equals) {
        (Some(command), Some(equals)) => Ok(Until {
            command: one_command(command)?,
            equals: equals.text.clone(),
            every: every.map_or(Ok(EVERY), length)?,
            at_most: at_most.map_or(Ok(PATIENCE), length)?,
        }),
        _ => Err(absent(&missing.join(", "), end)),
    }
}

/// The words behind these options, each of which takes one, whatever it looks like.
fn options<'a, const N: usize>(
    words: &'a [Word],
    names: [&str; N],
) -> Result<[Option<&'a Word>; N], ParseError> {
    let mut found = [None; N];
    for pair in words.chunks(2) {
        let option = &pair[0];
        let index = names.iter().position(|name| *name == option.text);
        let index = index.ok_or_else(|| unknown(option, &names))?;
        let name = option.text.trim_start_matches('-');
        found[index] = Some(pair.get(1).ok_or_else(|| expected_one(name).at(option.span))?);
    }
    Ok(found)
}

fn one_command(word: &Word) -> Result<Statement, ParseError> {
    let mut found = commands(&word.text);
    let wrong = || Problem::new(Fault::Script, "expected one command").at(word.span);
    match (found.next(), found.next()) {
        (Some(Ok(command)), None) => Ok(command),
        _ => Err(wrong()),
    }
}

fn length(word: &Word) -> Result<SimDuration, ParseError> {
    duration::parse(&word.text).ok_or_else(|| no_length(word))
}

fn no_length(word: &Word) -> ParseError {
    Problem::new(Fault::Value, format!("expected {LENGTH}")).at(word.span)
}

fn unknown(word: &Word, names: &[&str]) -> ParseError {
    let suggestion = nearest(&word.text, names.iter().copied());
    let reason = format!("Unknown options: {}", word.text);
    Problem::new(Fault::Unknown, reason)
        .suggesting(suggestion)
        .at(word.span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Host, read};

    fn action(text: &str) -> Action {
        let found = read(text, &Host::default()).unwrap_or_else(|error| panic!("{error}"));
        found.expect("a command").action
    }

    fn refused(text: &str) -> String {
        read(text, &Host::default()).expect_err(text).reason
    }

    #[test]
    fn time_passes_for_a_while_or_until_something_is_so() {
        assert_eq!(
            action("sandbox wait 90s"),
            Action::Wait(SimDuration::from_secs(90))
        );
        let text =
            "sandbox wait --until 'aws ec2 describe-vpcs --query \"length(Vpcs)\"' --equals 1 --for 10m";
        let Action::Until(until) = action(text) else {
            panic!("no condition")
        };
        assert_eq!((until.equals.as_str(), until.command.words.len()), ("1", 5));
        assert_eq!((until.every, until.at_most), (EVERY, SimDuration::from_secs(600)));
        assert_eq!(
            refused("sandbox wait --until 'sandbox now'"),
            "the following arguments are required: --equals"
        );
        assert_eq!(
            refused("sandbox wait --until 'a; b' --equals 1"),
            "expected one command"
        );
        assert_eq!(refused("sandbox wait --untl x"), "Unknown options: --untl");
        assert_eq!(refused("sandbox wait soon"), format!("expected {LENGTH}"));
        assert_eq!(refused("sandbox wait 1s 2s"), "Unknown options: 2s");
        assert_eq!(
            refused("sandbox wait"),
            format!("the following arguments are required: {LENGTH}")
        );
    }

    #[test]
    fn a_script_may_say_something() {
        assert_eq!(
            action("echo 'two  words'  and more"),
            Action::Echo("two  words and more".to_owned())
        );
        assert_eq!(action("echo"), Action::Echo(String::new()));
    }
}
