//! Lessons read from their folders, with everything that the loader finds.

use std::fs;
use std::path::Path;

use lesson::{Lesson, LessonFiles};

use super::course;
use super::diagnostic::{Diagnostic, Severity};
use super::folders::{self, Found, LESSON};
use super::proof::{Case, words_read};
use super::render::Sources;

/// The prose that every lesson has.
const ENGLISH: &str = "en.md";

/// What came of reading lessons.
#[derive(Default)]
pub(crate) struct Loaded {
    /// Those that can be played.
    pub(crate) cases: Vec<Case>,
    /// What is wrong with these and with the others.
    pub(crate) found: Vec<Diagnostic>,
}

/// Reads lessons; their texts go to `sources`.
pub(crate) fn load(there: &Found, sources: &mut Sources) -> Loaded {
    let mut loaded = Loaded::default();
    for folder in &there.lessons {
        let case = one(folder, sources, &mut loaded.found);
        loaded.cases.extend(case);
    }
    if there.course.is_some() && loaded.cases.len() == there.lessons.len() {
        loaded.found.extend(course::check(&loaded.cases));
    }
    loaded
}

/// Reads one lesson; nothing if it cannot be played. Why is among what is found.
pub(crate) fn one(folder: &Path, sources: &mut Sources, found: &mut Vec<Diagnostic>) -> Option<Case> {
    let name = |file: &str| folder.join(file).display().to_string();
    let (json_name, prose_name) = (name(LESSON), name(ENGLISH));
    let json = text(&json_name, found)?;
    let prose = text(&prose_name, found)?;
    sources.add(&json_name, &json);
    sources.add(&prose_name, &prose);
    let report = lesson::examine(&json_name, &json, &prose);
    let told = |severity| move |error| Diagnostic::of(error, severity);
    found.extend(report.errors.iter().map(told(Severity::Error)));
    found.extend(report.warnings.iter().map(told(Severity::Warning)));
    let mut lesson = report.lesson?;
    add_files(folder, &mut lesson, &json_name, found);
    Some(Case {
        words: words_read(&prose),
        bytes: json.len() + prose.len(),
        lesson,
        json: json_name,
        prose: prose_name,
    })
}

fn text(name: &str, found: &mut Vec<Diagnostic>) -> Option<String> {
    let read = folders::read(Path::new(name));
    read.map_err(|error| found.push(unreadable(name, "", name, &error.to_string())))
        .ok()
}

/// The files that the lesson's scripts read.
fn add_files(folder: &Path, lesson: &mut Lesson, json: &str, found: &mut Vec<Diagnostic>) {
    let mut files = Vec::new();
    for (place, name) in lesson.world.files.iter().enumerate() {
        match fs::read(folder.join(name)) {
            Ok(bytes) => files.push((name.clone(), bytes)),
            Err(error) => {
                let pointer = format!("/world/files/{place}");
                found.push(unreadable(json, &pointer, name, &error.to_string()));
            }
        }
    }
    lesson.files = LessonFiles::new(files);
}

fn unreadable(file: &str, pointer: &str, what: &str, why: &str) -> Diagnostic {
    Diagnostic {
        severity: Severity::Error,
        file: file.to_owned(),
        pointer: pointer.to_owned(),
        code: "file-missing".to_owned(),
        sentence: format!("The file {what} cannot be read: {why}."),
        fix: "Put it there, or mend its name.".to_owned(),
    }
}
