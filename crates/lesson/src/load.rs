//! Reads a lesson: JSON and prose in, a [`Lesson`] or every mistake out. Nothing in a lesson is trusted.

mod checks;
mod course;
mod decoys;
mod findings;
mod goals;
mod lines;
mod places;
mod predictions;
mod proof;
mod questions;
mod reader;
mod score;
mod steps;
mod strings;
mod timeline;
mod whole;
mod words;
mod world;

use std::collections::BTreeSet;

use serde_json::Value;

use crate::error::{Code, LoadError, Report};
use crate::format::{FORMAT_VERSION, Lesson};
use crate::migrate;
use crate::prose::Prose;
use crate::translation::SOURCE_LANGUAGE;
pub(crate) use course::CourseFindings;
use findings::Findings;
use reader::Node;

/// Largest lesson file, in bytes.
pub const FILE_BYTES: usize = 256 * 1024;
/// Largest prose file, in bytes.
pub const PROSE_BYTES: usize = 512 * 1024;
/// Deepest nesting of lists and objects in a lesson file.
pub const DEPTH: usize = 32;

/// The texts that a lesson is read from. `file` is how mistakes name the JSON file; the prose is taken to be `en.md`
/// beside it.
#[derive(Clone, Copy, Debug)]
pub struct Texts<'t> {
    file: &'t str,
    json: &'t str,
    prose: &'t str,
    glossary: &'t str,
    language: &'t str,
    translation: &'t str,
    translated_glossary: &'t str,
}

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
    Texts::new(file_name, json, prose).examine()
}

impl<'t> Texts<'t> {
    /// A lesson's own two files.
    #[must_use]
    pub const fn new(file: &'t str, json: &'t str, prose: &'t str) -> Self {
        Self {
            file,
            json,
            prose,
            glossary: "",
            language: "",
            translation: "",
            translated_glossary: "",
        }
    }

    /// Words that all lessons share; the lesson's own win.
    #[must_use]
    pub const fn with_glossary(self, glossary: &'t str) -> Self {
        Self { glossary, ..self }
    }

    /// The same lesson in another language, as `de.md` beside it has it, and that language's glossary; empty if there is
    /// none.
    #[must_use]
    pub const fn in_language(self, language: &'t str, translation: &'t str, glossary: &'t str) -> Self {
        Self {
            language,
            translation,
            translated_glossary: glossary,
            ..self
        }
    }

    /// Reads them all.
    #[must_use]
    pub fn examine(&self) -> Report {
        let findings = Findings::new(self.file);
        let lesson = self.read(&findings);
        let (errors, warnings) = findings.into_lists();
        Report {
            lesson: lesson.filter(|_| errors.is_empty()),
            errors,
            warnings,
        }
    }

    /// Reads what can be read; whether it is good is up to the findings.
    fn read(&self, findings: &Findings) -> Option<Lesson> {
        let prose_name = beside(self.file, "en.md");
        if too_large(findings, self.file, self.json, FILE_BYTES)
            || too_large(findings, &prose_name, self.prose, PROSE_BYTES)
        {
            return None;
        }
        let (value, version) = migrate::to_newest(json_value(findings, self.json)?);
        if version.is_some_and(|version| version < FORMAT_VERSION) {
            let reason = "This lesson is of an older version, and was brought up to date.".to_owned();
            let fix = format!("Lay it out anew as version {FORMAT_VERSION}.");
            findings.warn("/formatVersion", Code::OldVersion, reason, fix);
        }
        let mut lesson = whole::lesson(&Node::root(&value, findings))?;
        let mut prose = words::parse(findings, &prose_name, self.prose);
        let own: BTreeSet<String> = prose.passages.keys().cloned().collect();
        words::add_glossary(findings, "glossary.en.md", self.glossary, &mut prose);
        // Without steps nothing of the prose is used: saying so of every string would bury the mistake.
        let optional = if lesson.steps.is_empty() {
            BTreeSet::new()
        } else {
            strings::check(findings, &prose_name, &prose, &own)
        };
        lesson.prose = self.translated(findings, prose, &optional);
        lesson.language = if self.translation.is_empty() {
            SOURCE_LANGUAGE
        } else {
            self.language
        }
        .to_owned();
        Some(lesson)
    }

    fn translated(&self, findings: &Findings, source: Prose, optional: &BTreeSet<String>) -> Prose {
        let name = beside(self.file, &format!("{}.md", self.language));
        if self.translation.is_empty() || too_large(findings, &name, self.translation, PROSE_BYTES) {
            return source;
        }
        let mut translated = words::parse(findings, &name, self.translation);
        let glossary = format!("glossary.{}.md", self.language);
        words::add_glossary(findings, &glossary, self.translated_glossary, &mut translated);
        words::translate(findings, &name, &source, translated, optional)
    }
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
