//! The options that every command of AWS's command line has, wherever they stand in the line.
//!
//! Source: AWS CLI Command Reference (version 2), "Global options".

use api::nearest;

use crate::assign::{expected_one, is_option};
use crate::error::{Fault, ParseError, Problem};
use crate::host::Host;
use crate::lex::Word;
use crate::output::Format;

/// What was said for the whole command.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Globals {
    /// `--output`, if it was said.
    pub output: Option<Format>,
    /// `--query`, not yet understood.
    pub query: Option<String>,
    /// `--no-paginate`: one call, and its answer as it is.
    pub no_paginate: bool,
    /// `--cli-binary-format raw-in-base64-out`: blobs are given as they are, not as base64.
    pub raw_blobs: bool,
    /// `--color on`; `off` and `auto` are the same where there is no terminal.
    pub color: bool,
}

const COLORS: &[&str] = &["on", "off", "auto"];
const BINARIES: &[&str] = &["base64", "raw-in-base64-out"];

/// What a global option means here.
#[derive(Clone, Copy)]
enum Means {
    Output,
    Query,
    NoPaginate,
    Color,
    Binary,
    Region,
    Profile,
    /// Nothing: what it would change is not there, or already so.
    Nothing,
    /// It is refused, because …
    Refused(&'static str),
}

struct Global {
    name: &'static str,
    takes_value: bool,
    means: Means,
}

const fn global(name: &'static str, takes_value: bool, means: Means) -> Global {
    Global {
        name,
        takes_value,
        means,
    }
}

static GLOBALS: &[Global] = &[
    global(
        "debug",
        false,
        Means::Refused("there is no log of calls over a network"),
    ),
    global(
        "endpoint-url",
        true,
        Means::Refused("there is one account, and no other place to ask"),
    ),
    global(
        "no-verify-ssl",
        false,
        Means::Refused("nothing goes over a network"),
    ),
    global("no-paginate", false, Means::NoPaginate),
    global("output", true, Means::Output),
    global("query", true, Means::Query),
    global("profile", true, Means::Profile),
    global("region", true, Means::Region),
    global(
        "version",
        false,
        Means::Refused("this is no copy of AWS's program, but speaks as its version 2 does"),
    ),
    global("color", true, Means::Color),
    global(
        "no-sign-request",
        false,
        Means::Refused("there are no keys to sign with"),
    ),
    global("ca-bundle", true, Means::Refused("nothing goes over a network")),
    global("cli-read-timeout", true, Means::Nothing),
    global("cli-connect-timeout", true, Means::Nothing),
    global("cli-binary-format", true, Means::Binary),
    global("no-cli-pager", false, Means::Nothing),
    global(
        "cli-auto-prompt",
        false,
        Means::Refused("it asks for what is missing; use the Tab key instead"),
    ),
    global("no-cli-auto-prompt", false, Means::Nothing),
    global(
        "cli-error-format",
        true,
        Means::Refused("errors are written as AWS's command line does by itself"),
    ),
];

/// What a command of ours takes of them.
const OF_SANDBOX: &[&str] = &["output", "query", "no-cli-pager", "color"];

/// The names of the global options, without `--`.
pub fn names() -> impl Iterator<Item = &'static str> {
    GLOBALS.iter().map(|global| global.name)
}

/// The names of those that a command takes: one of `sandbox`, if it is one of ours.
pub(crate) fn taken(ours: bool) -> impl Iterator<Item = &'static str> {
    let useful =
        |global: &&Global| !matches!(global.means, Means::Refused(_) | Means::Nothing | Means::Profile);
    let here = move |global: &&Global| !ours || OF_SANDBOX.contains(&global.name);
    GLOBALS
        .iter()
        .filter(useful)
        .filter(here)
        .map(|global| global.name)
}

/// Takes the global options out of the words of a command.
pub(crate) fn take(words: &[Word], host: &Host<'_>) -> Result<(Globals, Vec<Word>), ParseError> {
    let ours = words.first().is_some_and(|word| word.text == "sandbox");
    let (mut globals, mut others) = (Globals::default(), Vec::new());
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let Some((global, inline)) = find(word, ours)? else {
            others.push(word.clone());
            continue;
        };
        let mut span = word.span;
        let value = match (inline, global.takes_value) {
            (Some(text), false) => return Err(takes_nothing(global.name, text).at(word.span)),
            (None, true) => {
                let value = words.clone().next().filter(|word| !is_option(&word.text));
                let value = value.ok_or_else(|| expected_one(global.name).at(word.span))?;
                span = value.span;
                words.next();
                value.text.as_str()
            }
            (inline, _) => inline.unwrap_or_default(),
        };
        globals
            .set(global, value, host)
            .map_err(|problem| problem.at(span))?;
    }
    Ok((globals, others))
}

/// The global option that a word is, or is the beginning of.
fn find(word: &Word, ours: bool) -> Result<Option<(&'static Global, Option<&str>)>, ParseError> {
    let Some(option) = word.text.strip_prefix("--").filter(|name| !name.is_empty()) else {
        return Ok(None);
    };
    let (name, inline) = match option.split_once('=') {
        Some((name, text)) => (name, Some(text)),
        None => (option, None),
    };
    let here = |global: &&Global| !ours || OF_SANDBOX.contains(&global.name);
    let mut begun = GLOBALS
        .iter()
        .filter(here)
        .filter(|global| global.name.starts_with(name));
    if let Some(exact) = begun.clone().find(|global| global.name == name) {
        return Ok(Some((exact, inline)));
    }
    match (begun.next(), begun.next()) {
        (Some(only), None) if !ours => Ok(Some((only, inline))),
        (Some(_), Some(_)) if !ours => {
            let all = GLOBALS.iter().filter(|global| global.name.starts_with(name));
            let names: Vec<String> = all.map(|global| format!("--{}", global.name)).collect();
            let reason = format!("ambiguous option: --{name} could match {}", names.join(", "));
            Err(Problem::new(Fault::Arguments, reason).at(word.span))
        }
        _ => Ok(None),
    }
}

/// An option that takes no value has one behind its `=`.
pub(crate) fn takes_nothing(name: &str, text: &str) -> Problem {
    let reason = format!("argument --{name}: ignored explicit argument '{text}'");
    Problem::new(Fault::Arguments, reason)
}

impl Globals {
    fn set(&mut self, global: &Global, value: &str, host: &Host<'_>) -> Result<(), Problem> {
        let name = global.name;
        match global.means {
            Means::Output => self.output = Some(format(value)?),
            Means::Query => self.query = Some(value.to_owned()),
            Means::NoPaginate => self.no_paginate = true,
            Means::Color => self.color = choice(name, value, COLORS)? == "on",
            Means::Binary => self.raw_blobs = choice(name, value, BINARIES)? == "raw-in-base64-out",
            Means::Region => return region(value, host.region),
            Means::Profile => return profile(value),
            Means::Nothing => {}
            Means::Refused(why) => {
                return Err(Problem::new(
                    Fault::NotModelled,
                    format!("--{name} is not taken here: {why}"),
                ));
            }
        }
        Ok(())
    }
}

fn choice<'a>(name: &str, value: &'a str, choices: &[&'static str]) -> Result<&'a str, Problem> {
    if choices.contains(&value) {
        return Ok(value);
    }
    let suggestion = nearest(value, choices.iter().copied());
    Err(Problem::choice(&format!("--{name}"), value, suggestion))
}

fn format(name: &str) -> Result<Format, Problem> {
    let wrong = || {
        let suggestion = nearest(name, Format::ALL.map(Format::name));
        Problem::choice("--output", name, suggestion)
    };
    Format::find(name).ok_or_else(wrong)
}

fn region(value: &str, home: Option<&str>) -> Result<(), Problem> {
    match home {
        Some(home) if home == value => Ok(()),
        Some(home) => Err(Problem::new(
            Fault::Configuration,
            format!("the account here lives in {home} alone: leave --region out"),
        )),
        None => Err(Problem::new(
            Fault::Configuration,
            "an account here lives in one Region, set when its world began: leave --region out",
        )),
    }
}

fn profile(value: &str) -> Result<(), Problem> {
    match value {
        "default" => Ok(()),
        _ => Err(Problem::new(
            Fault::General,
            format!("The config profile ({value}) could not be found"),
        )),
    }
}
