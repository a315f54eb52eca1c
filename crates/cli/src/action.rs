//! The words of one command to what they ask for.

use api::{Call, Operation, Service, kebab, nearest};
use des::SimDuration;

use crate::assign::{is_option, put_token, sort};
use crate::error::{Fault, ParseError, Problem};
use crate::fill;
use crate::globals::{self, Globals};
use crate::host::Host;
use crate::lex::{Span, Word};
use crate::paging::Pages;
use crate::s3::S3;
use crate::sandbox::{self, Until};
use crate::{extras, s3, waiter};

/// A command, understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Invocation {
    /// What holds for every command.
    pub globals: Globals,
    /// What it asks for.
    pub action: Action,
}

/// What a command asks for.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant)] // few are alive at a time
pub enum Action {
    /// A call.
    Call {
        /// The request.
        call: Call,
        /// What is to be made of an answer in pages: see [`crate::Pager`].
        pages: Pages,
        /// The file that the body of the answer is written to.
        outfile: Option<String>,
    },
    /// `aws SERVICE wait …`: calls until something is so.
    Poll(waiter::Poll),
    /// That this much model time passes: `sandbox wait 90s`.
    Wait(SimDuration),
    /// `sandbox wait --until '…' --equals …`: that model time passes until a command prints this.
    Until(Until),
    /// `echo …`: this text.
    Echo(String),
    /// `--generate-cli-skeleton`: this text, and no call.
    Skeleton(String),
    /// `aws s3 …`: a call, and how its answer is shown.
    S3(S3),
    /// `help`, after the names of a service and perhaps an operation.
    Help(Vec<String>),
}

/// Understands the words of one command.
///
/// # Errors
/// If they are no command. The error does not know its line's text: [`ParseError::of`] tells it.
pub fn understand(words: &[Word], host: &Host<'_>) -> Result<Invocation, ParseError> {
    let (globals, words) = globals::take(words, host)?;
    let action = action(&words, &globals, host)?;
    Ok(Invocation { globals, action })
}

fn action(words: &[Word], globals: &Globals, host: &Host<'_>) -> Result<Action, ParseError> {
    let end = end(words);
    let first = words.first().map_or("", |word| &word.text);
    let (service, at) = match first {
        "aws" => match words.get(1) {
            Some(word) if word.text == "help" => return Ok(Action::Help(Vec::new())),
            Some(word) if word.text == "s3" => return s3::understand(&words[2..], host, end).map(Action::S3),
            word => (find_service(word, end)?, 2),
        },
        "sandbox" => (&api::sandbox::SERVICE, 1),
        "echo" => {
            let texts: Vec<&str> = words[1..].iter().map(|word| word.text.as_str()).collect();
            return Ok(Action::Echo(texts.join(" ")));
        }
        text => {
            let suggestion = nearest(text, ["aws", "sandbox"]);
            let span = words.first().map_or(end, |word| word.span);
            return Err(Problem::new(Fault::Script, "expected aws or sandbox")
                .suggesting(suggestion)
                .at(span));
        }
    };
    let name = words.get(at).ok_or_else(|| absent("operation", end))?;
    let behind = &words[at + 1..];
    match name.text.as_str() {
        "help" => return Ok(Action::Help(vec![service.name.to_owned()])),
        "wait" if service.name == "sandbox" => return sandbox::wait(behind, end),
        "wait" if waiter::of(service.name).next().is_some() => {
            return poll(service, behind, globals, host, end);
        }
        _ => {}
    }
    let operation = find_operation(service, name)?;
    if let [word] = behind
        && word.text == "help"
    {
        return Ok(Action::Help(vec![service.name.to_owned(), name.text.clone()]));
    }
    call(operation, behind, globals, host, end)
}

/// Just behind the last word, where something is missing.
fn end(words: &[Word]) -> Span {
    words.last().map_or(Span::START, |Word { span, .. }| Span {
        column: span.column + span.length,
        length: 0,
        ..*span
    })
}

/// The call that words behind an operation make.
fn call(
    operation: &'static Operation,
    words: &[Word],
    globals: &Globals,
    host: &Host<'_>,
    end: Span,
) -> Result<Action, ParseError> {
    let sorted = sort(operation, words)?;
    sorted.check(host, end)?;
    if sorted.skeleton() == Some("input") {
        return Ok(Action::Skeleton(crate::skeleton::input(operation)));
    }
    let mut call = (operation.empty)();
    let mut beside = sorted.apply(&mut call, host)?;
    beside.pages.manual |= globals.no_paginate;
    beside.pages.check().map_err(|problem| problem.at(end))?;
    extras::complete(&mut call);
    put_token(&mut call, host);
    match fill::missing(call.input()) {
        lines if lines.is_empty() => {}
        lines => return Err(Problem::request(&lines.join("\n")).at(end)),
    }
    if beside.skeleton.is_some() {
        return Ok(Action::Skeleton(crate::skeleton::output(operation)));
    }
    Ok(Action::Call {
        call,
        pages: beside.pages,
        outfile: beside.outfile,
    })
}

pub(crate) fn absent(what: &str, end: Span) -> ParseError {
    let reason = format!("the following arguments are required: {what}");
    Problem::new(Fault::Arguments, reason).at(end)
}

fn find_service(word: Option<&Word>, end: Span) -> Result<&'static Service, ParseError> {
    let word = word
        .filter(|word| !is_option(&word.text))
        .ok_or_else(|| absent("command", end))?;
    let services = || {
        api::SERVICES
            .iter()
            .copied()
            .filter(|service| service.name != "sandbox")
    };
    services()
        .find(|service| service.name == word.text)
        .ok_or_else(|| {
            let suggestion = nearest(&word.text, services().map(|service| service.name));
            Problem::choice("command", &word.text, suggestion).at(word.span)
        })
}

fn find_operation(service: &Service, word: &Word) -> Result<&'static Operation, ParseError> {
    api::find_kebab(service.name, &word.text).ok_or_else(|| {
        let mut names: Vec<String> = api::operations_of(service.name)
            .map(|known| kebab(known.name))
            .collect();
        names.push("wait".to_owned());
        let suggestion = nearest(&word.text, names.iter().map(String::as_str));
        Problem::choice("operation", &word.text, suggestion).at(word.span)
    })
}

/// `aws SERVICE wait WAITER …`.
fn poll(
    service: &Service,
    words: &[Word],
    globals: &Globals,
    host: &Host<'_>,
    end: Span,
) -> Result<Action, ParseError> {
    let Some((name, behind)) = words.split_first() else {
        let usage =
            "usage: aws [options] <command> <subcommand> [parameters]\naws: [ERROR]: too few arguments";
        return Err(Problem::new(Fault::Value, usage).at(end));
    };
    if name.text == "help" {
        return Ok(Action::Help(vec![service.name.to_owned(), "wait".to_owned()]));
    }
    let waiter = waiter::of(service.name).find(|waiter| kebab(waiter.name) == name.text);
    let waiter = waiter.ok_or_else(|| {
        let names: Vec<String> = waiter::of(service.name)
            .map(|waiter| kebab(waiter.name))
            .collect();
        let suggestion = nearest(&name.text, names.iter().map(String::as_str));
        Problem::choice("subcommand", &name.text, suggestion).at(name.span)
    })?;
    let Some(operation) = api::find(service.name, waiter.operation) else {
        return Err(absent("operation", end));
    };
    match call(operation, behind, globals, host, end)? {
        Action::Call { call, .. } => Ok(Action::Poll(waiter::Poll::new(waiter, call))),
        other => Ok(other),
    }
}
