//! What the finished words of a command leave room for.

use api::{Kind, Member, Operation, ShapeInfo, kebab};

use super::{Choice, Completion, live};
use crate::globals;
use crate::options::{self, Target};
use crate::output::Format;
use crate::{s3, waiter};

/// What could stand behind `words`, where `word` has begun.
pub(super) fn place(words: &[String], word: &str) -> Completion {
    if let Some(name) = word.strip_prefix('$') {
        return Completion {
            variable: true,
            word: name.to_owned(),
            ..Completion::default()
        };
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    if let Some(found) = of_global(&words, word) {
        return found;
    }
    match words[..] {
        [] => choices(["aws", "sandbox", "echo"]),
        ["aws"] => services(),
        ["aws", "s3"] => choices(s3::COMMANDS.iter().copied()),
        ["aws", "s3", ..] | ["echo", ..] => Completion::default(),
        ["aws", service] => operations(service),
        ["sandbox"] => operations("sandbox"),
        ["sandbox", "wait", ..] => of_wait(&words[2..]),
        ["aws", service, "wait"] => waiters(service),
        ["aws", service, "wait", name, ..] => of_waiter(service, name, &words[4..], word),
        ["aws", service, operation, ..] => {
            of_operation(api::find_kebab(service, operation), &words[3..], word)
        }
        ["sandbox", operation, ..] => of_operation(api::find_kebab("sandbox", operation), &words[2..], word),
        _ => Completion::default(),
    }
}

fn choices<'a>(texts: impl IntoIterator<Item = &'a str>) -> Completion {
    Completion {
        choices: texts.into_iter().map(Choice::word).collect(),
        ..Completion::default()
    }
}

fn services() -> Completion {
    let known = api::SERVICES.iter().map(|service| service.name);
    choices(known.filter(|name| *name != "sandbox").chain(["s3", "help"]))
}

fn operations(service: &str) -> Completion {
    let mut names: Vec<String> = api::operations_of(service)
        .map(|known| kebab(known.name))
        .collect();
    let waits = service == "sandbox" || waiter::of(service).next().is_some();
    names.extend(waits.then(|| "wait".to_owned()));
    names.push("help".to_owned());
    choices(names.iter().map(String::as_str))
}

fn waiters(service: &str) -> Completion {
    let names: Vec<String> = waiter::of(service).map(|waiter| kebab(waiter.name)).collect();
    choices(names.iter().map(String::as_str).chain(["help"]))
}

/// What could stand behind `sandbox wait`.
fn of_wait(words: &[&str]) -> Completion {
    let last = words.last().copied().unwrap_or_default();
    match last {
        "--for" | "--every" | "--equals" | "--until" => Completion::default(),
        _ if words.first().is_some_and(|first| !first.starts_with('-')) => Completion::default(),
        _ => {
            let names = ["--until", "--equals", "--every", "--for"];
            choices(names.into_iter().filter(|name| !words.contains(name)))
        }
    }
}

fn of_waiter(service: &str, name: &str, words: &[&str], word: &str) -> Completion {
    let waiter = waiter::of(service).find(|waiter| kebab(waiter.name) == name);
    let operation = waiter.and_then(|waiter| api::find(service, waiter.operation));
    of_operation(operation, words, word)
}

/// The value of an option that every command has.
fn of_global(words: &[&str], word: &str) -> Option<Completion> {
    let ours = *words.first()? == "sandbox";
    let option = *words.last()?;
    if ours && !globals::taken(ours).any(|name| option.strip_prefix("--") == Some(name)) {
        return None;
    }
    match option {
        "--output" => Some(choices(Format::ALL.map(Format::name))),
        "--color" => Some(choices(["on", "off", "auto"])),
        "--profile" => Some(choices(["default"])),
        "--query" | "--region" => Some(Completion::default()),
        _ if word.starts_with("--output=") => {
            let texts = Format::ALL.map(|format| format!("--output={}", format.name()));
            Some(choices(texts.iter().map(String::as_str)))
        }
        _ => None,
    }
}

/// What could stand behind an operation and some words.
fn of_operation(operation: Option<&'static Operation>, words: &[&str], word: &str) -> Completion {
    let Some(operation) = operation else {
        return Completion::default();
    };
    let options = options::of(operation);
    let said = said(operation, &options, words);
    let value = match said.awaits {
        _ if word.starts_with("--") => None,
        Some(Awaits::Option(name, target)) => Some(value(operation, &name, target, word)),
        Some(Awaits::Member(member)) => Some(of_kind(
            operation,
            &kebab(member.name),
            member,
            &member.kind,
            word,
        )),
        None => None,
    };
    match value {
        Some(value) if said.must || value != Completion::default() => value,
        _ if word.is_empty() || word.starts_with('-') => names(operation, &options, &said.names),
        _ => Completion::default(),
    }
}

/// What words behind an operation say.
struct Said {
    /// The options, without `--`.
    names: Vec<String>,
    /// What the next word belongs to.
    awaits: Option<Awaits>,
    /// Whether it must.
    must: bool,
}

enum Awaits {
    Option(String, Target),
    Member(&'static Member),
}

fn said(operation: &'static Operation, options: &[(String, Target)], words: &[&str]) -> Said {
    let info = (operation.input)();
    let mut positions = info.members.iter().filter(|member| member.positional);
    let mut names = Vec::new();
    let mut open: Option<(String, Target, usize)> = None;
    for word in words {
        if let Some(option) = word.strip_prefix("--") {
            let name = option.split('=').next().unwrap_or_default();
            let found = options.iter().find(|(known, _)| known == name).cloned();
            names.push(name.to_owned());
            open = found
                .filter(|_| !option.contains('='))
                .map(|(name, target)| (name, target, 0));
            continue;
        }
        match &mut open {
            Some((_, target, count)) if *count < target.arity(info).1 => *count += 1,
            _ => _ = positions.next(),
        }
    }
    let open = open.filter(|(_, target, count)| *count < target.arity(info).1);
    match open {
        Some((name, target, count)) => Said {
            names,
            must: count < target.arity(info).0.max(1),
            awaits: Some(Awaits::Option(name, target)),
        },
        None => {
            let next = positions.next();
            Said {
                names,
                must: next.is_some_and(|member| member.required),
                awaits: next.map(Awaits::Member),
            }
        }
    }
}

/// The options that were not said yet: those that must be first.
fn names(operation: &'static Operation, options: &[(String, Target)], said: &[String]) -> Completion {
    let members = (operation.input)().members;
    let needed = |target: &Target| {
        target
            .member()
            .is_some_and(|at| members[at].required || members[at].needed)
    };
    let open = options
        .iter()
        .filter(|(name, target)| !said.contains(name) && !matches!(target, Target::NotModelled { .. }));
    let (first, rest): (Vec<_>, Vec<_>) = open.partition(|(_, target)| needed(target));
    let of_operation = first.iter().map(|entry| (*entry, "required"));
    let of_operation = of_operation.chain(rest.iter().map(|entry| (*entry, "")));
    let mut found: Vec<Choice> = of_operation
        .map(|((name, _), note)| Choice::word(format!("--{name}")).noted(note))
        .collect();
    let ours = operation.service.reference.is_none();
    let globals = globals::taken(ours).filter(|name| !said.iter().any(|said| said == name));
    found.extend(globals.map(|name| Choice::word(format!("--{name}"))));
    found.push(Choice::word("help"));
    Completion {
        choices: found,
        ..Completion::default()
    }
}

/// What could stand as the value of an option.
fn value(operation: &'static Operation, name: &str, target: Target, word: &str) -> Completion {
    let members = (operation.input)().members;
    match target {
        Target::Member(at) => of_kind(operation, name, &members[at], &members[at].kind, word),
        Target::Extra(_) => of_name(operation, name, "", word),
        Target::Skeleton => choices(["input", "output"]),
        _ => Completion::default(),
    }
}

/// What could stand where a value of this kind is given in a word.
fn of_kind(
    operation: &'static Operation,
    name: &str,
    member: &'static Member,
    kind: &'static Kind,
    word: &str,
) -> Completion {
    if word.starts_with("file") {
        return Completion {
            file: true,
            ..Completion::default()
        };
    }
    match kind {
        Kind::List(inner) if matches!(inner, Kind::Shape(_)) => of_kind(operation, name, member, inner, word),
        Kind::List(_) if member.format == api::Format::Commas || name == "vpc-zone-identifier" => {
            of_list(operation, name, word)
        }
        Kind::List(inner) => of_kind(operation, name, member, inner, word),
        Kind::Shape(info) => of_shape(operation, info(), word),
        Kind::String if name == "vpc-zone-identifier" => of_list(operation, name, word),
        Kind::String if !member.values.is_empty() => choices(member.values.iter().copied()),
        Kind::String => of_name(operation, name, "", word),
        Kind::Boolean => choices(["true", "false"]),
        _ => Completion::default(),
    }
}

/// Entries parted by commas in one word.
fn of_list(operation: &'static Operation, name: &str, word: &str) -> Completion {
    let begin = word.rfind(',').map_or(0, |at| at + 1);
    Completion {
        many: true,
        ..of_name(operation, name, &word[..begin], &word[begin..])
    }
}

/// What names something of the account.
fn of_name(operation: &'static Operation, name: &str, before: &str, word: &str) -> Completion {
    Completion {
        live: live::of(operation, name),
        before: before.to_owned(),
        word: word.to_owned(),
        ..Completion::default()
    }
}

/// A structure in shorthand: the members that were not said yet, or a value of the last one.
fn of_shape(operation: &'static Operation, info: &'static ShapeInfo, word: &str) -> Completion {
    if word.contains(['{', '[', '"', '\'']) {
        return Completion::default();
    }
    let begin = word.rfind(',').map_or(0, |at| at + 1);
    let (before, last) = word.split_at(begin);
    if let Some((key, text)) = last.split_once('=')
        && let Some(member) = info.members.iter().find(|member| member.name == key)
    {
        let before = format!("{before}{key}=");
        let found = of_kind(operation, &kebab(key), member, &member.kind, text);
        return found.behind(&before, true);
    }
    let said: Vec<&str> = before
        .split(',')
        .filter_map(|part| Some(part.split_once('=')?.0))
        .collect();
    let keys = info.members.iter().filter(|member| !said.contains(&member.name));
    let key = |member: &Member| Choice {
        goes_on: true,
        ..Choice::word(format!("{}=", member.name))
    };
    let found = Completion {
        choices: keys.map(key).collect(),
        ..Completion::default()
    };
    found.behind(before, false)
}

impl Completion {
    /// The same behind what stands in the word already.
    fn behind(mut self, before: &str, many: bool) -> Self {
        for choice in &mut self.choices {
            choice.text.insert_str(0, before);
        }
        self.before.insert_str(0, before);
        self.many |= many;
        self
    }
}
