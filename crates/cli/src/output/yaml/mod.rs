//! `--output yaml`: blocks, keys sorted, texts in quotes only where they must be.
//!
//! The layout is that of libyaml, which AWS's command line writes YAML with: entries of a list in an object are not
//! indented, long texts are folded behind column 80.

mod plain;
mod quote;
mod scalar;

use jmespath::Json;
use jmespath::json::{Pairs, format_double};

use self::scalar::{Shape, Style};

/// Spaces of a level.
const INDENT: usize = 2;
/// The longest key, in bytes, that stands before its colon on one line.
const SIMPLE_KEY: usize = 128;

/// Writes `json`: a scalar alone as JSON.
pub(super) fn yaml(json: &Json) -> String {
    if json.is_scalar() {
        return jmespath::json::pretty(json) + "\n";
    }
    let mut writer = Writer {
        text: String::new(),
        column: 0,
        indent: None,
        after_space: true,
        after_indent: true,
    };
    writer.node(json, Place::Entry);
    writer.text.push('\n');
    writer.text
}

/// Where a value stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In a list, or alone.
    Entry,
    /// Behind a key.
    Value,
    /// Before its colon, on one line.
    Key,
}

struct Writer {
    text: String,
    /// In letters.
    column: usize,
    /// Spaces before the lines of the block; none outside of all blocks.
    indent: Option<usize>,
    /// Whether what was written last is white space, or as good.
    after_space: bool,
    /// Whether the line holds nothing yet but indentation and signs that count as such.
    after_indent: bool,
}

impl Writer {
    fn node(&mut self, json: &Json, place: Place) {
        match json {
            Json::Array(entries) if entries.is_empty() => self.empty("["),
            Json::Object(pairs) if pairs.is_empty() => self.empty("{"),
            Json::Array(entries) => self.list(entries, place),
            Json::Object(pairs) => self.object(pairs),
            scalar => self.scalar(scalar, place),
        }
    }

    fn empty(&mut self, open: &str) {
        self.sign(open, true, true, false);
        self.sign(if open == "[" { "]" } else { "}" }, false, false, false);
    }

    /// A list behind a key is not indented further.
    fn list(&mut self, entries: &[Json], place: Place) {
        let before = self.indent;
        if place != Place::Value || self.after_indent {
            self.indent = Some(before.map_or(0, |indent| indent + INDENT));
        }
        for entry in entries {
            self.new_line();
            self.sign("-", true, false, true);
            self.node(entry, Place::Entry);
        }
        self.indent = before;
    }

    fn object(&mut self, pairs: &Pairs) {
        let before = self.indent;
        self.indent = Some(before.map_or(0, |indent| indent + INDENT));
        let mut sorted: Vec<_> = pairs.iter().collect();
        sorted.sort_by(|(a, _), (b, _)| a.cmp(b));
        for (key, value) in sorted {
            self.pair(key, value);
        }
        self.indent = before;
    }

    fn pair(&mut self, key: &str, value: &Json) {
        self.new_line();
        if key.len() <= SIMPLE_KEY && !Shape::of(key).multiline {
            self.string(key, Place::Key);
            self.sign(":", false, false, false);
        } else {
            self.sign("?", true, false, true);
            self.string(key, Place::Value);
            self.new_line();
            self.sign(":", true, false, true);
        }
        self.node(value, Place::Value);
    }

    fn scalar(&mut self, json: &Json, place: Place) {
        let text = match json {
            Json::String(text) => return self.string(text, place),
            Json::Float(number) => number_text(*number),
            Json::Bool(true) => "true".to_owned(),
            Json::Bool(false) => "false".to_owned(),
            Json::Integer(number) => number.to_string(),
            _ => "null".to_owned(),
        };
        self.plain(&text, false);
    }

    fn string(&mut self, text: &str, place: Place) {
        let before = self.indent;
        self.indent = Some(before.map_or(INDENT, |indent| indent + INDENT));
        let folds = place != Place::Key;
        match Shape::of(text).style(text, place == Place::Key) {
            Style::Plain => self.plain(text, folds),
            Style::Single => self.single(text, folds),
            Style::Double => self.double(text, folds),
        }
        self.indent = before;
    }
}

/// Putting letters, and knowing where.
impl Writer {
    fn put(&mut self, letter: char) {
        self.text.push(letter);
        self.column = if scalar::is_break(letter) {
            0
        } else {
            self.column + 1
        };
    }

    /// A sign, a space before it if it needs one.
    fn sign(&mut self, sign: &str, needs_space: bool, is_space: bool, is_indent: bool) {
        if needs_space && !self.after_space {
            self.put(' ');
        }
        for letter in sign.chars() {
            self.put(letter);
        }
        self.after_space = is_space;
        self.after_indent = self.after_indent && is_indent;
    }

    /// To the block's first column, on a new line unless this one has got no further.
    fn new_line(&mut self) {
        let indent = self.indent.unwrap_or(0);
        let beyond = self.column > indent || (self.column == indent && !self.after_space);
        if !self.after_indent || beyond {
            self.put('\n');
        }
        while self.column < indent {
            self.put(' ');
        }
        self.after_space = true;
        self.after_indent = true;
    }
}

fn number_text(number: f64) -> String {
    if number.is_finite() {
        return format_double(number);
    }
    let text = if number.is_nan() { ".nan" } else { ".inf" };
    let sign = if number < 0.0 { "-" } else { "" };
    format!("{sign}{text}")
}
