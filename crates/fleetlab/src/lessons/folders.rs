//! Where lessons lie.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use lesson::SOURCE_LANGUAGE;
use serde_json::Value;

/// The file that says what happens in a lesson.
pub(crate) const LESSON: &str = "lesson.json";
/// The file that says in which order lessons are taken.
pub(crate) const COURSE: &str = "course.json";

/// Its lists of folders.
const LISTS: [&str; 3] = ["lessons", "starters", "repairs"];

/// What a path names.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// The folders of its lessons, in the course's order, and then of what stands beside the course.
    pub(crate) lessons: Vec<PathBuf>,
    /// The folder of the course, if it is one.
    pub(crate) course: Option<PathBuf>,
}

/// The lessons that a path names: a lesson's folder or its `lesson.json`, a course's folder or its `course.json`, or a
/// folder of lessons' folders.
///
/// # Errors
/// Why there is none, in a sentence.
pub(crate) fn find(path: &str) -> Result<Found, String> {
    let given = Path::new(path);
    let is_known = |name: &str| name == LESSON || name == COURSE;
    let folder = match given.file_name().and_then(|name| name.to_str()) {
        Some(name) if is_known(name) => given.parent().unwrap_or(Path::new("")),
        _ => given,
    };
    if folder.join(COURSE).is_file() && given.file_name() != Some(LESSON.as_ref()) {
        return course(folder);
    }
    if folder.join(LESSON).is_file() {
        let lessons = vec![folder.to_owned()];
        return Ok(Found {
            lessons,
            course: None,
        });
    }
    let lessons = lessons_in(folder);
    if lessons.is_empty() {
        return Err(format!("{path}: there is no {LESSON} and no {COURSE}"));
    }
    Ok(Found {
        lessons,
        course: None,
    })
}

/// The folders in a folder that hold lessons, by name.
fn lessons_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let folders = entries.map(|entry| entry.path());
    let mut lessons: Vec<PathBuf> = folders.filter(|folder| folder.join(LESSON).is_file()).collect();
    lessons.sort();
    lessons
}

fn course(folder: &Path) -> Result<Found, String> {
    let path = folder.join(COURSE);
    let wrong = |reason: String| format!("{}: {reason}", path.display());
    let text = fs::read_to_string(&path).map_err(|error| wrong(error.to_string()))?;
    let json: Value = serde_json::from_str(&text).map_err(|error| wrong(error.to_string()))?;
    let names = LISTS.iter().filter_map(|list| json[list].as_array()).flatten();
    let lessons = names
        .filter_map(Value::as_str)
        .map(|name| folder.join(name))
        .collect();
    let course = Some(folder.to_owned());
    Ok(Found { lessons, course })
}

/// The languages beside English of the prose whose files begin with `stem`, by name.
pub(crate) fn languages(folder: &Path, stem: &str) -> Vec<String> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let named = |name: &str| Some(name.strip_prefix(stem)?.strip_suffix(".md")?.to_owned());
    let languages = files.filter_map(|file| named(file.file_name().to_str()?));
    let mut languages: Vec<String> = languages.filter(|language| is_language(language)).collect();
    languages.sort();
    languages
}

/// Whether a file is called as a language is, such as `de` or `pt-BR`, and is not the source.
fn is_language(stem: &str) -> bool {
    let (language, _) = stem.split_once('-').unwrap_or((stem, ""));
    let is_short = (2..=3).contains(&language.len());
    is_short && language.chars().all(|letter| letter.is_ascii_lowercase()) && stem != SOURCE_LANGUAGE
}

/// The text of a file.
///
/// # Errors
/// If it cannot be read or is longer than any file of a lesson may be.
pub(crate) fn read(path: &Path) -> io::Result<String> {
    crate::source::bounded(path, LONGEST)
}

/// Longer files are not read: no loader takes them. In bytes.
const LONGEST: usize = 1024 * 1024;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_from_other_files() {
        for (stem, is) in [
            ("de", true),
            ("pt-BR", true),
            ("en", false),
            ("notes", false),
            ("README", false),
        ] {
            assert_eq!(is_language(stem), is, "{stem}");
        }
    }
}
