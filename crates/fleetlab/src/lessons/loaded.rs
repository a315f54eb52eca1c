//! Lessons read from their folders, with everything that the loader finds.

use std::fs;
use std::path::Path;

use lesson::{Course, Entry, Lesson, LessonFiles, LoadError, SOURCE_LANGUAGE, Texts};

use super::diagnostic::{Diagnostic, Severity};
use super::folders::{self, COURSE, Found, LESSON};
use super::proof::{Case, words_read};
use super::render::Sources;

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
    if let Some(folder) = &there.course {
        let all = loaded.cases.len() == there.lessons.len();
        check_course(folder, &loaded.cases, all, sources, &mut loaded.found);
    }
    loaded
}

/// Reads one lesson; nothing if it cannot be played. Why is among what is found.
pub(crate) fn one(folder: &Path, sources: &mut Sources, found: &mut Vec<Diagnostic>) -> Option<Case> {
    let json_name = named(folder, LESSON);
    let prose_name = named(folder, &prose_of(SOURCE_LANGUAGE));
    let json = needed(&json_name, sources, found)?;
    let prose = needed(&prose_name, sources, found)?;
    let glossary = glossary(folder, SOURCE_LANGUAGE, sources);
    let texts = Texts::new(&json_name, &json, &prose).with_glossary(&glossary);
    let report = texts.examine();
    let place = |error: &LoadError| placed(error, folder);
    found.extend(
        report
            .errors
            .iter()
            .map(place)
            .map(|error| Diagnostic::of(&error, Severity::Error)),
    );
    found.extend(
        report
            .warnings
            .iter()
            .map(place)
            .map(|error| Diagnostic::of(&error, Severity::Warning)),
    );
    let mut lesson = report.lesson?;
    check_translations(folder, texts, sources, found);
    add_files(folder, &mut lesson, &json_name, found);
    Some(Case {
        words: words_read(&prose),
        bytes: json.len() + prose.len(),
        lesson,
        json: json_name,
        prose: prose_name,
    })
}

/// What is wrong with the lesson in other languages.
fn check_translations(folder: &Path, texts: Texts<'_>, sources: &mut Sources, found: &mut Vec<Diagnostic>) {
    for language in folders::languages(folder, "") {
        let name = named(folder, &prose_of(&language));
        let Some(prose) = needed(&name, sources, found) else {
            continue;
        };
        let glossary = glossary(folder, &language, sources);
        let report = texts.in_language(&language, &prose, &glossary).examine();
        let told = [
            (report.errors, Severity::Error),
            (report.warnings, Severity::Warning),
        ];
        for (list, severity) in told {
            // What is wrong in English is told already.
            let own = list.iter().filter(|error| is_of(error, &language));
            found.extend(own.map(|error| Diagnostic::of(&placed(error, folder), severity)));
        }
    }
}

fn is_of(error: &LoadError, language: &str) -> bool {
    let name = error.file.rsplit('/').next().unwrap_or_default();
    name == prose_of(language) || name == glossary_of(language)
}

/// What is wrong with the course as a whole; lessons are held against each other once `all` can be read.
fn check_course(
    folder: &Path,
    cases: &[Case],
    all: bool,
    sources: &mut Sources,
    found: &mut Vec<Diagnostic>,
) {
    let name = named(folder, COURSE);
    let Some(json) = needed(&name, sources, found) else {
        return;
    };
    let Some(words) = needed(&named(folder, "course.en.md"), sources, found) else {
        return;
    };
    let errors = match Course::read(&name, &json, &words) {
        Err(errors) => errors,
        Ok(course) if all => {
            let folders: Vec<String> = cases.iter().map(|case| folder_of(&case.json)).collect();
            let pairs = folders.iter().zip(cases);
            let entries: Vec<Entry<'_>> = pairs
                .map(|(folder, case)| Entry {
                    folder,
                    lesson: &case.lesson,
                })
                .collect();
            course.check(&entries)
        }
        Ok(_) => Vec::new(),
    };
    found.extend(
        errors
            .iter()
            .map(|error| Diagnostic::of(&placed(error, folder), Severity::Error)),
    );
}

fn folder_of(file: &str) -> String {
    file.rsplit_once('/')
        .map_or(String::new(), |(folder, _)| folder.to_owned())
}

/// The same mistake with the name by which its file can be found: the loader names some files without their folder.
fn placed(error: &LoadError, folder: &Path) -> LoadError {
    let mut error = error.clone();
    if !error.file.contains('/') {
        let is_shared = error.file.starts_with("glossary.");
        let folder = if is_shared {
            folder.parent().unwrap_or(folder)
        } else {
            folder
        };
        error.file = named(folder, &error.file);
    }
    error
}

fn named(folder: &Path, file: &str) -> String {
    folder.join(file).display().to_string()
}

fn prose_of(language: &str) -> String {
    format!("{language}.md")
}

fn glossary_of(language: &str) -> String {
    format!("glossary.{language}.md")
}

/// The words that the lessons of a folder share; empty if there are none.
fn glossary(folder: &Path, language: &str, sources: &mut Sources) -> String {
    let name = named(folder.parent().unwrap_or(folder), &glossary_of(language));
    let text = folders::read(Path::new(&name)).unwrap_or_default();
    sources.add(&name, &text);
    text
}

fn needed(name: &str, sources: &mut Sources, found: &mut Vec<Diagnostic>) -> Option<String> {
    match folders::read(Path::new(name)) {
        Ok(text) => {
            sources.add(name, &text);
            Some(text)
        }
        Err(error) => {
            found.push(unreadable(name, "", name, &error.to_string()));
            None
        }
    }
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
