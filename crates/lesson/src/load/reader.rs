//! A typed reader over JSON that knows where it is: every mistake is reported with its pointer, and reading goes on.

use std::cell::RefCell;

use des::SimDuration;
use serde_json::{Map, Value};

use super::findings::Findings;
use crate::check::Wanted;
use crate::error::Code;
use crate::vocabulary::Vocabulary;

/// Longest string in a lesson file, in bytes.
const TEXT_BYTES: usize = 2_000;
/// Longest length of time in a lesson file.
const LONGEST: SimDuration = SimDuration::from_mins(7 * 24 * 60);
/// Longest list in a lesson file.
const LIST_ITEMS: usize = 200;

/// One value of the file and its place.
#[derive(Clone)]
pub(super) struct Node<'a> {
    value: &'a Value,
    pub(super) pointer: String,
    pub(super) findings: &'a Findings,
}

/// One object of the file. Members that nobody asks for are reported by [`Object::finish`].
pub(super) struct Object<'a> {
    pub(super) node: Node<'a>,
    members: Option<&'a Map<String, Value>>,
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Node<'a> {
    pub(super) fn root(value: &'a Value, findings: &'a Findings) -> Self {
        Self {
            value,
            pointer: String::new(),
            findings,
        }
    }

    pub(super) fn report(&self, code: Code, reason: impl Into<String>, fix: impl Into<String>) {
        self.findings
            .report(&self.pointer, code, reason.into(), fix.into());
    }

    pub(super) fn object(&self) -> Object<'a> {
        let members = self.value.as_object();
        if members.is_none() {
            self.wrong_type("an object `{ … }`");
        }
        Object {
            node: self.clone(),
            members,
            asked: RefCell::default(),
        }
    }

    pub(super) fn list(&self) -> Vec<Node<'a>> {
        let Some(items) = self.value.as_array() else {
            self.wrong_type("a list `[ … ]`");
            return Vec::new();
        };
        if items.len() > LIST_ITEMS {
            let reason = format!("This list has {} entries.", items.len());
            self.report(Code::TooLarge, reason, format!("Keep it to {LIST_ITEMS}."));
        }
        items
            .iter()
            .take(LIST_ITEMS)
            .enumerate()
            .map(|(index, item)| self.child(&index.to_string(), item))
            .collect()
    }

    pub(super) fn text(&self) -> &'a str {
        let Some(text) = self.value.as_str() else {
            self.wrong_type("a text `\"…\"`");
            return "";
        };
        if text.len() > TEXT_BYTES {
            let reason = format!("This text has {} bytes.", text.len());
            self.report(Code::TooLarge, reason, format!("Keep it to {TEXT_BYTES}."));
        }
        text
    }

    /// A whole number within `range`.
    pub(super) fn whole(&self, range: std::ops::RangeInclusive<u64>) -> u64 {
        let Some(number) = self.value.as_u64() else {
            self.wrong_type("a whole number");
            return *range.start();
        };
        if !range.contains(&number) {
            let fix = format!("Take one from {} to {}.", range.start(), range.end());
            self.report(Code::OutOfRange, format!("{number} is outside the range."), fix);
        }
        number
    }

    /// A number, zero or greater.
    pub(super) fn number(&self) -> f64 {
        let Some(number) = self.value.as_f64() else {
            self.wrong_type("a number");
            return 0.0;
        };
        if number < 0.0 {
            self.report(
                Code::OutOfRange,
                format!("{number} is below zero."),
                "Take zero or more.",
            );
        }
        number
    }

    pub(super) fn flag(&self) -> bool {
        let flag = self.value.as_bool();
        if flag.is_none() {
            self.wrong_type("`true` or `false`");
        }
        flag.unwrap_or_default()
    }

    /// Whether it is a list.
    pub(super) fn is_list(&self) -> bool {
        self.value.is_array()
    }

    /// A number, a text, or true or false, as a check compares it.
    pub(super) fn wanted(&self) -> Wanted {
        match self.value {
            Value::Bool(flag) => Wanted::Flag(*flag),
            Value::String(_) => Wanted::Text(self.text().to_owned()),
            _ => Wanted::Number(self.number()),
        }
    }

    /// A length of model time, at most a week.
    pub(super) fn duration(&self) -> SimDuration {
        let text = self.text();
        api::duration::parse(text)
            .filter(|length| *length <= LONGEST)
            .unwrap_or_else(|| {
                let reason = format!("`{text}` is not a length of time up to a week.");
                self.report(
                    Code::BadDuration,
                    reason,
                    "Write a number and its unit, such as \"30s\", \"5m\", \"1h30m\".",
                );
                SimDuration::ZERO
            })
    }

    /// One word of a closed set.
    pub(super) fn word<V: Vocabulary>(&self) -> V {
        let text = self.text();
        V::from_word(text).unwrap_or_else(|| {
            let offered = V::WORDS.iter().map(|(word, _)| *word);
            self.report(
                Code::UnknownWord,
                format!("`{text}` is not known here."),
                did_you_mean(text, offered),
            );
            V::WORDS[0].1
        })
    }

    /// An id in kebab-case: small letters, digits and single hyphens, at most 60 of them.
    pub(super) fn id(&self) -> String {
        let text = self.text();
        if !is_kebab_case(text) {
            let reason = format!("`{text}` cannot be an id.");
            self.report(
                Code::BadId,
                reason,
                "Write small letters, digits and hyphens, such as \"one-instance\".",
            );
        }
        text.to_owned()
    }

    /// A list of ids, each once.
    pub(super) fn ids(&self) -> Vec<String> {
        let items = self.list();
        let ids: Vec<String> = items.iter().map(Node::id).collect();
        report_duplicates(items.iter().zip(&ids).map(|(node, id)| (node, id.as_str())));
        ids
    }

    fn child(&self, step: &str, value: &'a Value) -> Node<'a> {
        let step = step.replace('~', "~0").replace('/', "~1");
        Node {
            value,
            pointer: format!("{}/{step}", self.pointer),
            findings: self.findings,
        }
    }

    fn wrong_type(&self, wanted: &str) {
        let found = match self.value {
            Value::Null => "nothing (null)",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::String(_) => "a text",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        };
        self.report(
            Code::WrongType,
            format!("Here stands {found}."),
            format!("Write {wanted}."),
        );
    }
}

impl<'a> Object<'a> {
    /// The member `name`, if there is one.
    pub(super) fn optional(&self, name: &'static str) -> Option<Node<'a>> {
        self.asked.borrow_mut().push(name);
        self.members?.get(name).map(|value| self.node.child(name, value))
    }

    /// The member `name`; its absence is reported, and an empty value stands in for it.
    pub(super) fn required(&self, name: &'static str) -> Option<Node<'a>> {
        let found = self.optional(name);
        if found.is_none() && self.members.is_some() {
            self.node.report(
                Code::MissingMember,
                format!("`{name}` is missing."),
                format!("Add \"{name}\": …"),
            );
        }
        found
    }

    /// The member `name` read by `read`; the type's empty value if it is missing, which is reported.
    pub(super) fn get<T: Default>(&self, name: &'static str, read: impl FnOnce(&Node<'a>) -> T) -> T {
        self.required(name).as_ref().map(read).unwrap_or_default()
    }

    /// The member `name` read by `read`; the type's empty value if it is left out.
    pub(super) fn get_or_default<T: Default>(
        &self,
        name: &'static str,
        read: impl FnOnce(&Node<'a>) -> T,
    ) -> T {
        self.optional(name).as_ref().map(read).unwrap_or_default()
    }

    /// One word of a closed set.
    pub(super) fn word<V: Vocabulary>(&self, name: &'static str) -> V {
        self.required(name).map_or(V::WORDS[0].1, |node| node.word())
    }

    /// Every entry of the list `name`, read by `read`; nothing if the list is left out.
    pub(super) fn each<T>(&self, name: &'static str, read: impl FnMut(&Node<'a>) -> T) -> Vec<T> {
        self.optional(name)
            .map(|node| node.list().iter().map(read).collect())
            .unwrap_or_default()
    }

    /// Warns of the members that nobody asked for: they may be of a later version, or misspelt.
    pub(super) fn finish(self) {
        let asked = self.asked.into_inner();
        for (name, value) in self.members.into_iter().flatten() {
            if self.node.findings.is_full() {
                return;
            }
            if !asked.contains(&name.as_str()) && name != "$schema" {
                let fix = did_you_mean(name, asked.iter().copied());
                let place = self.node.child(name, value);
                let reason = format!("`{name}` is not a member that is read here.");
                self.node
                    .findings
                    .warn(&place.pointer, Code::UnknownMember, reason, fix);
            }
        }
    }
}

/// Reports every id that came before.
pub(super) fn report_duplicates<'n, 'a: 'n>(ids: impl IntoIterator<Item = (&'n Node<'a>, &'n str)>) {
    let mut seen: Vec<&str> = Vec::new();
    for (node, id) in ids {
        if seen.contains(&id) && !id.is_empty() {
            let reason = format!("The id `{id}` is already taken.");
            node.report(Code::DuplicateId, reason, "Give each its own id.");
        }
        seen.push(id);
    }
}

/// A fix that names the nearest of `offered`, or all of them.
pub(super) fn did_you_mean<'o>(word: &str, offered: impl IntoIterator<Item = &'o str>) -> String {
    let offered: Vec<&str> = offered.into_iter().collect();
    match api::nearest(word, offered.iter().copied()) {
        Some(near) => format!("Did you mean `{near}`?"),
        None => format!("Known here: {}.", offered.join(", ")),
    }
}

fn is_kebab_case(text: &str) -> bool {
    let parts_are_words = text
        .split('-')
        .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
    parts_are_words && text.len() <= 60
}
