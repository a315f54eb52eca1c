//! A call to its command: the one line that says it.

use api::{Call, Format, List, Member, Value, decode_base64, duration, entries, json, kebab};

use crate::assign::has_outfile;
use crate::extras;
use crate::options;
use crate::parse::Line;
use crate::quote::quote;
use crate::shorthand::{self, scalar_text};
use crate::value::{LONE, is_lone_text, is_lone_truth};

/// The line that [`crate::parse`] reads as `line`.
#[must_use]
pub fn line(line: &Line) -> String {
    match line {
        Line::Call(call) => command(call),
        Line::Wait(length) => format!("sandbox wait {}", duration::format(*length)),
    }
}

/// The command that [`crate::parse`] reads as `call`, members in the order of declaration.
///
/// Some calls that [`api::validate`] refuses have none: user data that is no base64 of a text, a text that looks like
/// the name of a file.
#[must_use]
pub fn command(call: &Call) -> String {
    let operation = call.operation();
    let mut words = match operation.service.name {
        "sandbox" => vec!["sandbox".to_owned()],
        service => vec!["aws".to_owned(), service.to_owned()],
    };
    words.push(kebab(operation.name));
    let (by_position, by_name) = members(call).partition::<Vec<_>, _>(|(member, _)| member.positional);
    for (member, value) in by_position {
        words.extend(positional(member, value));
    }
    words.extend(extra_words(call));
    for (member, value) in by_name {
        words.extend(named(&options::name(operation, member), member, value));
    }
    if has_outfile(operation) {
        words.push("/dev/stdout".to_owned());
    }
    words.join(" ")
}

/// The members that are there and have an option of their own.
fn members(call: &Call) -> impl Iterator<Item = (&'static Member, Value<'_>)> {
    let hidden: Vec<&str> = extras::of(call.operation().name)
        .flat_map(|extra| extra.hides)
        .copied()
        .collect();
    let input = call.input();
    input
        .info()
        .members
        .iter()
        .enumerate()
        .filter_map(move |(index, member)| match input.value(index)? {
            _ if hidden.contains(&member.name) => None,
            Value::List(list) if list.is_empty() => None,
            Value::Map(map) if map.is_empty() => None,
            value => Some((member, value)),
        })
}

fn extra_words(call: &Call) -> impl Iterator<Item = String> {
    extras::of(call.operation().name)
        .filter_map(|extra| Some((extra.option, (extra.get)(call)?)))
        .flat_map(|(option, text)| one(option, &text))
}

/// A word that looks like an option needs its option's name after all.
fn positional(member: &Member, value: Value<'_>) -> Vec<String> {
    match scalar_text(value) {
        text if text.starts_with('-') => one(&kebab(member.name), &text),
        text => vec![quote(&text)],
    }
}

fn named(name: &str, member: &Member, value: Value<'_>) -> Vec<String> {
    match value {
        Value::Boolean(true) => vec![format!("--{name}")],
        Value::Boolean(false) => vec![format!("--{}", extras::negated(name))],
        Value::String(text) if member.format == Format::Base64 => one(name, &plain_text(text)),
        // A file cannot be said in a line, but what is in it can.
        Value::String(text) if member.format == Format::File => {
            let json = format!("{{\"{}\":{}}}", member.name, json::compact(Value::String(text)));
            one("cli-input-json", &json)
        }
        Value::List(list) => many(name, list, member.format == Format::Commas),
        Value::Shape(shape) => match shape.value(LONE) {
            Some(Value::Boolean(true)) if is_lone_truth(shape.info()) => vec![format!("--{name}")],
            Some(Value::Boolean(false)) if is_lone_truth(shape.info()) => vec![format!("--no-{name}")],
            _ => one(name, &structure(value)),
        },
        Value::Map(_) => one(name, &entry(value)),
        scalar => one(name, &scalar_text(scalar)),
    }
}

/// An option and its one word, joined by `=` if the word looks like an option.
fn one(name: &str, text: &str) -> Vec<String> {
    if text.starts_with('-') {
        return vec![quote(&format!("--{name}={text}"))];
    }
    vec![format!("--{name}"), quote(text)]
}

/// An option and the entries of its list, or the list as JSON if a word would be taken for something else.
fn many(name: &str, list: &dyn List, commas: bool) -> Vec<String> {
    let texts: Vec<String> = entries(list).map(entry).collect();
    let parted = |text: &String| commas && (text.is_empty() || text.contains(','));
    let misread = |text: &String| text.starts_with('-') || looks_like_json(text) || parted(text);
    let mut words = vec![format!("--{name}")];
    if texts.iter().any(misread) {
        words.push(quote(&json::compact(Value::List(list))));
    } else {
        words.extend(texts.iter().map(|text| quote(text)));
    }
    words
}

/// A structure behind its option: its one text alone if it has but that.
fn structure(value: Value<'_>) -> String {
    let Value::Shape(shape) = value else {
        return scalar_text(value);
    };
    match shape.value(LONE) {
        Some(Value::String(text))
            if is_lone_text(shape.info()) && !text.contains('=') && !looks_like_json(text) =>
        {
            text.to_owned()
        }
        _ => entry(value),
    }
}

/// A scalar as it stands, a structure in shorthand or else as JSON.
fn entry(value: Value<'_>) -> String {
    match value {
        Value::Shape(_) | Value::Map(_) => shorthand::write(value).unwrap_or_else(|| json::compact(value)),
        Value::List(_) => json::compact(value),
        scalar => scalar_text(scalar),
    }
}

fn looks_like_json(text: &str) -> bool {
    text.trim_start().starts_with(['[', '{'])
}

/// What `text` is the base64 of; `text` itself if that is no text.
fn plain_text(text: &str) -> String {
    let plain = decode_base64(text).and_then(|bytes| String::from_utf8(bytes).ok());
    plain.unwrap_or_else(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    #[test]
    fn a_call_is_written_as_one_would_type_it() {
        let check = |text: &str| {
            let found = parse(text)
                .unwrap_or_else(|error| panic!("{error}"))
                .expect("a command");
            assert_eq!(line(&found), text);
        };
        check(
            "aws ec2 run-instances --count 1 --image-id ami-1 --instance-type t3.micro --subnet-id subnet-1",
        );
        check("aws ec2 run-instances --count 2:5 --user-data '#!/bin/sh\necho '\\''hi'\\'''");
        check("aws ec2 describe-instances --filters Name=instance-state-name,Values=pending,running");
        check(
            "aws ec2 run-instances --count 1 --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=web}]'",
        );
        check("aws ec2 create-tags --resources i-1 i-2 --tags Key=Name,Value=web 'Key=Team,Value=\"a b\"'");
        check(r#"aws ec2 create-tags --resources i-1 --tags '[{"Key":"a\"b","Value":"c"}]'"#);
        check("aws ec2 modify-instance-attribute --instance-id i-1 --instance-type t3.small");
        check("aws ec2 modify-instance-attribute --instance-id i-1 --no-disable-api-termination");
        check("aws ec2 run-instances --count 1 --enable-api-termination");
        check("aws ec2 run-instances --count 1 --image-id=-x");
        check("aws ec2 describe-instance-status --include-all-instances");
        check("sandbox fault az-outage --zone us-east-2a --for 10m");
        check("sandbox traffic --rate 0.5 --profile flash-crowd --peak 200");
        check("sandbox wait 1h30m");
    }
}
