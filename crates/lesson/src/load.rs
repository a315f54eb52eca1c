//! Reads a lesson: JSON and prose in, a [`Lesson`] or every mistake out. Nothing in a lesson is trusted.

mod checks;
mod decoys;
mod findings;
mod goals;
mod lines;
mod places;
mod proof;
mod questions;
mod reader;
mod steps;
mod strings;
mod timeline;
mod whole;
mod world;

use serde_json::Value;

use crate::error::{Code, LoadError, Report};
use crate::format::Lesson;
use crate::prose::Prose;
use findings::Findings;
use reader::Node;

/// Largest lesson file, in bytes.
pub const FILE_BYTES: usize = 256 * 1024;
/// Largest prose file, in bytes.
pub const PROSE_BYTES: usize = 512 * 1024;
/// Deepest nesting of lists and objects in a lesson file.
pub const DEPTH: usize = 32;

/// Reads a lesson from the text of its two files. `file_name` is how mistakes name the JSON file; the prose is taken to
/// be `en.md` beside it.
///
/// # Errors
/// Every mistake that could be found at once, first those of the JSON in the order of the file, then those of the prose.
pub fn load(file_name: &str, json: &str, prose: &str) -> Result<Lesson, Vec<LoadError>> {
    let report = examine(file_name, json, prose);
    report.lesson.ok_or(report.errors)
}

/// The same, with what is no mistake but should be looked at.
#[must_use]
pub fn examine(file_name: &str, json: &str, prose: &str) -> Report {
    let findings = Findings::new(file_name);
    let lesson = read(&findings, file_name, json, prose);
    let (errors, warnings) = findings.into_lists();
    Report {
        lesson: lesson.filter(|_| errors.is_empty()),
        errors,
        warnings,
    }
}

/// Reads what can be read; whether it is good is up to the findings.
fn read(findings: &Findings, file_name: &str, json: &str, prose: &str) -> Option<Lesson> {
    let prose_name = beside(file_name, "en.md");
    if too_large(findings, file_name, json, FILE_BYTES)
        || too_large(findings, &prose_name, prose, PROSE_BYTES)
    {
        return None;
    }
    let value = json_value(findings, json)?;
    let mut lesson = whole::lesson(&Node::root(&value, findings))?;
    let (prose, mistakes) = Prose::parse(prose);
    for mistake in mistakes {
        let place = format!("line {}", mistake.line);
        findings.report_in(&prose_name, &place, mistake.code, mistake.reason, mistake.fix);
    }
    // Without steps nothing of the prose is used: saying so of every string would bury the mistake.
    if !lesson.steps.is_empty() {
        strings::check(findings, &prose_name, &prose);
    }
    lesson.prose = prose;
    Some(lesson)
}

fn json_value(findings: &Findings, json: &str) -> Option<Value> {
    match serde_json::from_str(json) {
        Ok(value) if depth(&value) <= DEPTH => return Some(value),
        Ok(_) => {
            let reason = format!("Lists and objects stand more than {DEPTH} deep in each other.");
            findings.report("", Code::TooLarge, reason, "Flatten them.".to_owned());
        }
        Err(error) => {
            let fix = format!("Mend it at line {}, column {}.", error.line(), error.column());
            findings.report("", Code::NotJson, format!("This is not JSON: {error}."), fix);
        }
    }
    None
}

/// How deep lists and objects stand in each other. The parser has refused more than 128 levels before.
fn depth(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
        Value::Object(members) => 1 + members.values().map(depth).max().unwrap_or(0),
        _ => 0,
    }
}

fn too_large(findings: &Findings, file: &str, text: &str, most: usize) -> bool {
    let is_large = text.len() > most;
    if is_large {
        let reason = format!("This file has {} bytes.", text.len());
        findings.report_in(file, "", Code::TooLarge, reason, format!("Keep it to {most}."));
    }
    is_large
}

/// The name of another file in the same folder.
fn beside(file_name: &str, other: &str) -> String {
    match file_name.rsplit_once('/') {
        Some((folder, _)) => format!("{folder}/{other}"),
        None => other.to_owned(),
    }
}
