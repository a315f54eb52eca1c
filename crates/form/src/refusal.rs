//! Which field a refusal of AWS is about.

use api::{Value, entries, pairs};

use crate::draft::Path;
use crate::form::Form;

/// A value that is sent: where it stands, its member, and what it is as text.
struct Sent {
    path: Path,
    name: &'static str,
    text: String,
}

/// Where in the form stands what the `message` of a refusal is about, if that can be told: by the member that it names, or else by the
/// value that it repeats.
#[must_use]
pub fn place(form: &Form, message: &str) -> Option<Path> {
    let (call, _) = form.call("");
    let mut sent = Vec::new();
    walk(Value::Shape(call.input()), &mut Path::new(), "", &mut sent);
    let said = words(message);
    let named = longest(
        sent.iter()
            .filter(|one| said.iter().any(|word| is_name(word, one.name))),
        |one| one.name.len(),
    );
    let repeated = || {
        let told = sent
            .iter()
            .filter(|one| one.text.len() >= MIN_VALUE && says(message, &one.text));
        longest(told, |one| one.text.len())
    };
    // What is shown and left out: the longest name that is said.
    let absent = || {
        let fields = form.fields();
        let all = fields.all();
        let mut named = all
            .iter()
            .filter(|field| said.iter().any(|word| is_name(word, field.member.name)));
        let first = named.next()?;
        let longest = named.fold(first, |best, field| {
            if field.member.name.len() > best.member.name.len() {
                field
            } else {
                best
            }
        });
        Some(longest.path.clone())
    };
    named
        .map(|one| one.path.clone())
        .or_else(|| repeated().map(|one| one.path.clone()))
        .or_else(absent)
}

/// Shorter values stand in sentences by chance.
const MIN_VALUE: usize = 3;

/// The first of those that are longest.
fn longest<'a>(all: impl Iterator<Item = &'a Sent>, length: fn(&Sent) -> usize) -> Option<&'a Sent> {
    all.fold(None, |best, one| match best {
        Some(best) if length(best) >= length(one) => Some(best),
        _ => Some(one),
    })
}

fn walk(value: Value<'_>, path: &mut Path, name: &'static str, sent: &mut Vec<Sent>) {
    let mut tell = |text: String, path: &Path| {
        sent.push(Sent {
            path: path.clone(),
            name,
            text,
        });
    };
    match value {
        Value::String(text) => tell(text.to_owned(), path),
        Value::Integer(number) => tell(number.to_string(), path),
        Value::Double(number) => tell(number.to_string(), path),
        Value::Boolean(truth) => tell(truth.to_string(), path),
        Value::Timestamp(instant) => tell(instant.to_string(), path),
        Value::Shape(shape) => {
            for (index, member) in shape.info().members.iter().enumerate() {
                if let Some(value) = shape.value(index) {
                    within(index, path, |path| walk(value, path, member.name, sent));
                }
            }
        }
        Value::List(list) => {
            for (index, entry) in entries(list).enumerate() {
                within(index, path, |path| walk(entry, path, name, sent));
            }
        }
        Value::Map(map) => {
            for (index, (_, value)) in pairs(map).enumerate() {
                within(index, path, |path| walk(value, path, name, sent));
            }
        }
    }
}

fn within(index: usize, path: &mut Path, walk: impl FnOnce(&mut Path)) {
    path.push(index);
    walk(path);
    path.pop();
}

fn words(message: &str) -> Vec<&str> {
    message
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| word.len() > 2)
        .collect()
}

/// Whether a word of a sentence is the name of a member: letter by letter, but for the first one's case, and a plural.
fn is_name(word: &str, name: &str) -> bool {
    // Common words such as "type" and "value" say nothing unless they are written as the name is.
    let has_hump = name.chars().skip(1).any(|letter| letter.is_ascii_uppercase());
    match has_hump {
        true => word.eq_ignore_ascii_case(name) || word.eq_ignore_ascii_case(name.trim_end_matches('s')),
        false => word == name,
    }
}

/// Whether a sentence holds a value as a word of its own.
fn says(message: &str, value: &str) -> bool {
    message.match_indices(value).any(|(at, _)| {
        let before = message[..at].chars().next_back();
        let after = message[at + value.len()..].chars().next();
        let parts =
            |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric() && letter != '-');
        parts(before) && parts(after)
    })
}
