//! Command lines: the request that AWS's own command line would send, beside ours.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use api::{Kind, Lookup, Operation, Timestamp, Value as Member};
use cli::{Action, Fault, Host, ParseError, Statement};
use serde_json::{Map, Value as Json};

/// What stands above a command that version 2 of AWS's command line takes otherwise than version 1, with which we
/// compare, or that we take otherwise.
const KNOWN: [&str; 2] = ["# Version 2:", "# Here:"];

/// What becomes of a command.
enum Outcome {
    /// A call.
    Request(&'static Operation, Json),
    /// A text and no call.
    Output(String),
    /// A complaint.
    Error(Box<ParseError>),
}

/// What AWS's command line has made of each command, by file and line.
type Answers = BTreeMap<(String, usize), Json>;

/// How the commands came out.
#[derive(Default)]
struct Tally {
    commands: usize,
    refused: usize,
    /// Refused in AWS's words.
    worded: usize,
    /// Different, as is said above them.
    known: usize,
    differences: Vec<String>,
}

/// Compares every command of the scripts in `scripts` with what AWS's command line has made of it: `answers`, one JSON
/// object a line. Files that commands name are in `files`.
///
/// # Errors
/// If one differs.
pub(crate) fn compare(scripts: &Path, files: &Path, answers: &Path) -> Result<String> {
    let answers = read(answers)?;
    let mut tally = Tally::default();
    for entry in fs::read_dir(scripts)? {
        tally.script(&entry?.path(), files, &answers)?;
    }
    if tally.commands != answers.len() {
        bail!("{} commands here, {} at AWS", tally.commands, answers.len());
    }
    tally.differences.extend(never_called(&answers));
    tally.verdict()
}

/// A line for every operation of AWS that no command calls.
fn never_called(answers: &Answers) -> impl Iterator<Item = String> {
    let called = |operation: &Operation| {
        let this = |answer: &Json| {
            answer["service"] == operation.service.name && answer["operation"] == operation.name
        };
        answers.values().any(this)
    };
    let of_aws = api::all_operations().filter(|operation| operation.service.reference.is_some());
    of_aws
        .filter(move |operation| !called(operation))
        .map(|operation| format!("no command calls {}", operation.action()))
}

impl Tally {
    fn script(&mut self, script: &Path, files: &Path, answers: &Answers) -> Result<()> {
        let name = script
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let text = fs::read_to_string(script)?;
        let lines: Vec<&str> = text.lines().collect();
        for statement in cli::statements(&text) {
            let statement = statement?;
            let place = (name.clone(), statement.line);
            let theirs = answers
                .get(&place)
                .context("AWS's command line knows no such line")?;
            let above = lines[..statement.line - 1].last().copied().unwrap_or_default();
            let expected = KNOWN.iter().any(|known| above.starts_with(known));
            let place = format!("{name} {}: {}", statement.line, statement.text);
            self.command(&outcome(&statement, files), theirs, expected, &place);
        }
        Ok(())
    }

    fn command(&mut self, ours: &Outcome, theirs: &Json, expected: bool, place: &str) {
        self.commands += 1;
        self.refused += usize::from(matches!(ours, Outcome::Error(_)));
        self.worded += usize::from(said_alike(ours, theirs));
        match (difference(ours, theirs), expected) {
            (Some(_), true) => self.known += 1,
            (Some(how), false) => self.differences.push(format!("{place}\n    {how}")),
            (None, true) => self
                .differences
                .push(format!("{place}\n    is said to differ, and does not")),
            (None, false) => {}
        }
    }

    fn verdict(&self) -> Result<String> {
        let Self {
            commands,
            refused,
            worded,
            known,
            differences,
        } = self;
        if differences.is_empty() {
            let complaints = format!("{refused} of them refused, {worded} in AWS's words");
            let differ = format!("{known} differ, all listed");
            return Ok(format!(
                "{commands} command lines compared with AWS's command line ({complaints}): {differ}"
            ));
        }
        bail!(
            "{}\n{} of {commands} command lines differ",
            differences.join("\n"),
            differences.len()
        )
    }
}

fn read(answers: &Path) -> Result<Answers> {
    let text = fs::read_to_string(answers)?;
    let answers = text.lines().map(|line| {
        let json: Json = serde_json::from_str(line)?;
        let number = json["line"].as_u64().context("an answer without its line")?;
        let file = json["file"].as_str().context("an answer without its file")?;
        Ok(((file.to_owned(), usize::try_from(number)?), json))
    });
    answers.collect()
}

fn outcome(statement: &Statement, files: &Path) -> Outcome {
    let host = Host {
        file: &|name| fs::read(files.join(name)).ok(),
        region: Some("us-east-2"),
        token: Some(&|| "made up".to_owned()),
    };
    let words = statement.expand(&mut |_| String::new());
    match words.and_then(|words| cli::understand(&words, &host)) {
        Err(error) => Outcome::Error(Box::new(error)),
        Ok(found) => match found.action {
            Action::Call { call, pages, .. } => {
                let first = cli::Pager::new(call.clone(), pages).and_then(|pager| pager.next_call());
                request(&first.unwrap_or(call))
            }
            Action::Poll(poll) => request(&poll.call),
            Action::S3(s3) => request(&s3.call),
            Action::Skeleton(text) => Outcome::Output(text),
            _ => Outcome::Output(String::new()),
        },
    }
}

fn request(call: &api::Call) -> Outcome {
    let text = api::json::compact(Member::Shape(call.input()));
    let json = serde_json::from_str(&text).unwrap_or_default();
    Outcome::Request(call.operation(), json)
}

/// How an outcome differs from AWS's; `None` if it does not.
fn difference(ours: &Outcome, theirs: &Json) -> Option<String> {
    match (ours, theirs.get("request"), theirs.get("output")) {
        (Outcome::Request(operation, request), Some(aws), _) => {
            let kind = Kind::Shape(operation.input);
            let (request, aws) = (plain(request, &kind), modelled(plain(aws, &kind), operation));
            let request = without_token(request);
            let named = theirs["service"] == operation.service.name && theirs["operation"] == operation.name;
            (!named || request != aws).then(|| format!("AWS: {theirs}\n    here: {request}"))
        }
        (Outcome::Output(text), _, Some(aws)) => {
            let (text, aws) = (json_of(text), json_of(aws.as_str().unwrap_or_default()));
            (!within(&text, &aws)).then(|| format!("AWS prints {aws}\n    here: {text}"))
        }
        (Outcome::Error(error), _, _) => match theirs.get("error").and_then(Json::as_str) {
            Some(_) if said_alike(ours, theirs) || error.fault == Fault::Arguments => None,
            Some(aws) => Some(format!("AWS says: {aws}\n    here: {}", error.reason)),
            None => Some(format!("AWS: {theirs}\n    here: {}", error.reason)),
        },
        (Outcome::Request(_, request), ..) => Some(format!("AWS: {theirs}\n    here: {request}")),
        (Outcome::Output(text), ..) => Some(format!("AWS: {theirs}\n    here: {text}")),
    }
}

/// Whether a complaint is worded as AWS's.
fn said_alike(ours: &Outcome, theirs: &Json) -> bool {
    let aws = theirs.get("error").and_then(Json::as_str).unwrap_or_default();
    matches!(ours, Outcome::Error(error) if comparable(aws).contains(&comparable(&error.reason)))
}

/// A complaint up to where it is not ours: what the parser of JSON says, and which other members AWS has.
fn comparable(text: &str) -> String {
    let end = ["Invalid JSON: ", ", must be one of:"]
        .iter()
        .filter_map(|mark| text.find(mark))
        .min();
    let text = &text[..end.unwrap_or(text.len())];
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn json_of(text: &str) -> Json {
    serde_json::from_str(text).unwrap_or_default()
}

/// Whether `part` has no name that `whole` has not, and the same kinds of values.
fn within(part: &Json, whole: &Json) -> bool {
    match (part, whole) {
        (Json::Object(part), Json::Object(whole)) => {
            let found = |(name, value)| {
                whole
                    .get::<String>(name)
                    .is_some_and(|other| within(value, other))
            };
            part.iter().all(found)
        }
        (Json::Array(part), Json::Array(whole)) => {
            part.iter().zip(whole).all(|(part, whole)| within(part, whole))
        }
        (part, whole) => std::mem::discriminant(part) == std::mem::discriminant(whole),
    }
}

/// AWS's command line makes up a token where none is given, and so do we.
fn without_token(request: Json) -> Json {
    let Json::Object(mut members) = request else {
        return request;
    };
    members.retain(|_, value| value != "made up");
    Json::Object(members)
}

/// JSON in one form: numbers as floats, instants in microseconds, nothing empty.
fn plain(json: &Json, kind: &Kind) -> Json {
    match (json, kind) {
        (Json::Object(members), Kind::Shape(info)) => {
            let plain = members.iter().map(|(name, value)| {
                let kind = match info().lookup(name) {
                    Lookup::Member(_, member) => member.kind,
                    _ => Kind::String,
                };
                (name.clone(), plain(value, &kind))
            });
            Json::Object(plain.filter(|(_, value)| !is_empty(value)).collect())
        }
        (Json::Object(pairs), Kind::Map(kind)) => Json::Object(
            pairs
                .iter()
                .map(|(key, value)| (key.clone(), plain(value, kind)))
                .collect(),
        ),
        (Json::Array(entries), Kind::List(kind)) => entries.iter().map(|entry| plain(entry, kind)).collect(),
        (Json::String(text), Kind::Timestamp) => {
            Timestamp::parse(text).map_or(Json::Null, |at| Json::from(at.as_micros()))
        }
        (Json::Number(number), Kind::Double | Kind::Integer) => Json::from(number.as_f64()),
        (other, _) => other.clone(),
    }
}

fn is_empty(json: &Json) -> bool {
    matches!(json, Json::Array(entries) if entries.is_empty())
        || matches!(json, Json::Object(pairs) if pairs.is_empty())
}

/// AWS's request without what the model takes and does not keep: AWS's own defaults, and sizes of pages.
fn modelled(json: Json, operation: &Operation) -> Json {
    let Json::Object(members) = json else { return json };
    let size = operation.pages().and_then(|pages| pages.size);
    let kept = members
        .into_iter()
        .filter(|(name, value)| match (operation.input)().lookup(name) {
            Lookup::NotModelled { default } => {
                let said = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                size != Some(name.as_str()) && default != Some(said.as_str())
            }
            _ => true,
        });
    Json::Object(kept.collect::<Map<String, Json>>())
}
