//! `--output table`: boxes within boxes, headings over columns.

mod draw;
mod section;
mod width;

use jmespath::Json;
use jmespath::json::{Pairs, python_text, python_type};

use self::section::Section;
use super::Failure;

/// Writes `json` under `title`, nothing if there is nothing in it.
pub(super) fn table(title: &str, json: &Json, width: usize) -> Result<String, Failure> {
    let mut table = Table::default();
    let built = table.build(Some(title), json, 0);
    built.map_err(|message| Failure {
        printed: String::new(),
        message,
    })?;
    Ok(draw::draw(table.sections, width))
}

#[derive(Default)]
struct Table {
    sections: Vec<Section>,
}

impl Table {
    fn build(&mut self, title: Option<&str>, json: &Json, indent: usize) -> Result<(), String> {
        if is_empty(json) {
            return Ok(());
        }
        if title.is_some() {
            self.section(title, indent);
        }
        match json {
            Json::Array(entries) if matches!(entries.first(), Some(Json::Object(_))) => {
                self.objects(title, entries, indent)
            }
            Json::Array(entries) => entries.iter().try_for_each(|entry| self.entry(entry)),
            Json::Object(pairs) => self.object(pairs, indent),
            _ => Ok(()),
        }
    }

    /// A row, or rows if there is more within.
    fn entry(&mut self, entry: &Json) -> Result<(), String> {
        match entry {
            Json::Array(cells) if cells.iter().all(Json::is_scalar) => {
                self.row(cells.iter().map(python_text).collect())
            }
            // An object that stands behind others is a row of its keys.
            Json::Object(pairs) => self.row(pairs.iter().map(|(key, _)| key.to_string()).collect()),
            Json::Array(_) => self.build(None, entry, 0),
            scalar => self.row(vec![python_text(scalar)]),
        }
    }

    /// Keys as headings over the one row of values; a key that is alone stands before its value.
    fn object(&mut self, pairs: &Pairs, indent: usize) -> Result<(), String> {
        let (headings, more) = keys(pairs);
        let value = |key: &str| {
            pairs
                .iter()
                .find(|(known, _)| &**known == key)
                .map_or(&Json::Null, |(_, value)| value)
        };
        match headings[..] {
            [] => {}
            [only] => self.row(vec![only.to_owned(), python_text(value(only))])?,
            _ => {
                self.headings(&headings)?;
                self.row(headings.iter().map(|key| python_text(value(key))).collect())?;
            }
        }
        more.into_iter()
            .try_for_each(|key| self.build(Some(key), value(key), indent + 1))
    }

    /// A row each; a section each if there is more within.
    fn objects(&mut self, title: Option<&str>, entries: &[Json], indent: usize) -> Result<(), String> {
        let (headings, more) = all_keys(entries)?;
        self.headings(&headings)?;
        for (index, entry) in entries.iter().enumerate() {
            if index > 0 && !more.is_empty() {
                self.section(title, indent);
                self.headings(&headings)?;
            }
            self.row(
                headings
                    .iter()
                    .map(|key| entry.get(key).map(python_text).unwrap_or_default())
                    .collect(),
            )?;
            for key in &more {
                if let Some(value) = entry.get(key) {
                    self.build(Some(key), value, indent + 1)?;
                }
            }
        }
        Ok(())
    }

    fn section(&mut self, title: Option<&str>, indent: usize) {
        self.sections.push(Section::new(title, indent));
    }

    fn headings(&mut self, headings: &[&str]) -> Result<(), String> {
        let headings = headings.iter().map(|heading| (*heading).to_owned()).collect();
        self.last().headings(headings)
    }

    fn row(&mut self, row: Vec<String>) -> Result<(), String> {
        self.last().row(row)
    }

    fn last(&mut self) -> &mut Section {
        if self.sections.is_empty() {
            self.section(None, 0);
        }
        let last = self.sections.len() - 1;
        &mut self.sections[last]
    }
}

/// What Python takes for nothing.
fn is_empty(json: &Json) -> bool {
    match json {
        Json::Null | Json::Bool(false) | Json::Integer(0) => true,
        Json::Float(number) => *number == 0.0,
        Json::String(text) => text.is_empty(),
        Json::Array(entries) => entries.is_empty(),
        Json::Object(pairs) => pairs.is_empty(),
        Json::Bool(true) | Json::Integer(_) => false,
    }
}

/// The keys of scalars, and the keys of what has more within; sorted.
fn keys(pairs: &Pairs) -> (Vec<&str>, Vec<&str>) {
    let mut sorted: Vec<(&str, bool)> = pairs
        .iter()
        .map(|(key, value)| (&**key, value.is_scalar()))
        .collect();
    sorted.sort_unstable();
    let of = |wanted: bool| sorted.iter().filter(move |(_, scalar)| *scalar == wanted);
    let names = |wanted: bool| of(wanted).map(|(key, _)| *key).collect();
    (names(true), names(false))
}

/// The same of several objects; a key can be both.
fn all_keys(entries: &[Json]) -> Result<(Vec<&str>, Vec<&str>), String> {
    let (mut headings, mut more) = (Vec::new(), Vec::new());
    for entry in entries {
        let Json::Object(pairs) = entry else {
            return Err(no_object(entry));
        };
        let (scalars, others) = keys(pairs);
        headings.extend(scalars);
        more.extend(others);
    }
    for keys in [&mut headings, &mut more] {
        keys.sort_unstable();
        keys.dedup();
    }
    Ok((headings, more))
}

/// Python's complaint of what is looked through for keys and has none.
fn no_object(json: &Json) -> String {
    match json {
        Json::String(text) if !text.is_empty() => "string indices must be integers, not 'str'".to_owned(),
        Json::Array(entries) if !entries.is_empty() => {
            let name = entries.first().map_or("NoneType", python_type);
            format!("list indices must be integers or slices, not {name}")
        }
        Json::String(_) | Json::Array(_) => format!("'{}' object has no attribute 'get'", python_type(json)),
        _ => format!("'{}' object is not iterable", python_type(json)),
    }
}
