//! A course: the order of its lessons, and the words for what they teach.
//!
//! `course.json` lists the folders, and apart from them what stands beside the course. `course.en.md` has the strings
//! `course.title`, `course.text`, `concept.ID` and `misconception.ID`.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::error::{Code, LoadError};
use crate::format::{FORMAT_VERSION, Lesson};
use crate::load::CourseFindings;
use crate::prose::{Block, Prose};

/// A course that was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Course {
    /// The lessons' folders, in order.
    pub lessons: Vec<String>,
    /// Folders of accounts that the sandbox can begin with.
    pub starters: Vec<String>,
    /// Folders of broken accounts to be repaired.
    pub repairs: Vec<String>,
    prose: Prose,
}

/// A lesson of a course, read, and its folder.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'l> {
    /// The folder.
    pub folder: &'l str,
    /// The lesson.
    pub lesson: &'l Lesson,
}

impl Course {
    /// Reads `course.json` and its words.
    ///
    /// # Errors
    /// Every mistake that could be found at once.
    pub fn read(file: &str, json: &str, prose: &str) -> Result<Self, Vec<LoadError>> {
        let findings = CourseFindings::new(file);
        let course = findings.read(json, prose);
        match findings.into_errors() {
            none if none.is_empty() => Ok(course),
            errors => Err(errors),
        }
    }

    pub(crate) fn of([lessons, starters, repairs]: [Vec<String>; 3], prose: Prose) -> Self {
        Self {
            lessons,
            starters,
            repairs,
            prose,
        }
    }

    /// What a string of the course says, such as `course.title`; nothing if there is no such string.
    #[must_use]
    pub fn words(&self, key: &str) -> &[Block] {
        self.prose.blocks(key)
    }

    /// Holds the lessons against each other: ids, concepts, wrong ideas. `lessons` are in the course's order, and what
    /// stands beside the course comes after them.
    #[must_use]
    pub fn check(&self, lessons: &[Entry<'_>]) -> Vec<LoadError> {
        let mut errors = Vec::new();
        let mut ids = BTreeSet::new();
        let mut taught = BTreeSet::new();
        for entry in lessons {
            if !ids.insert(&entry.lesson.id) {
                let reason = format!("Another lesson before has the id `{}`, too.", entry.lesson.id);
                errors.push(entry.error("/id", Code::DuplicateId, reason, "Give each its own."));
            }
            errors.extend(self.check_concepts(entry, &taught));
            taught.extend(entry.lesson.meta.teaches.iter().map(String::as_str));
        }
        errors
    }

    fn check_concepts(&self, entry: &Entry<'_>, taught: &BTreeSet<&str>) -> Vec<LoadError> {
        let meta = &entry.lesson.meta;
        let unmet = meta.requires.iter().enumerate();
        let unmet = unmet
            .filter(|(_, id)| !taught.contains(id.as_str()))
            .map(|(index, id)| {
                let reason = format!("No lesson before teaches `{id}`.");
                let fix = "Put a lesson that teaches it before this one, or take it out.";
                entry.error(&format!("/meta/requires/{index}"), Code::BadCourse, reason, fix)
            });
        let named = |list: &'static str, kind: &'static str, ids: &[String]| {
            let unnamed = ids.iter().enumerate().filter(move |(_, id)| {
                let key = format!("{kind}.{id}");
                self.words(&key).is_empty()
            });
            let errors = unnamed.map(|(index, id)| {
                let reason = format!("The course has no words for the {kind} `{id}`.");
                let fix = format!("Add `## {kind}.{id}` to the course's prose.");
                entry.error(&format!("/meta/{list}/{index}"), Code::MissingProse, reason, &fix)
            });
            errors.collect::<Vec<_>>()
        };
        unmet
            .chain(named("teaches", "concept", &meta.teaches))
            .chain(named("misconceptions", "misconception", &meta.misconceptions))
            .collect()
    }
}

impl Entry<'_> {
    fn error(&self, pointer: &str, code: Code, reason: String, fix: &str) -> LoadError {
        LoadError {
            file: format!("{}/lesson.json", self.folder),
            pointer: pointer.to_owned(),
            code,
            reason,
            fix: fix.to_owned(),
        }
    }
}

/// What a migration or a reader says of the version of a course file.
pub(crate) fn is_known_version(value: &Value) -> bool {
    value.get("formatVersion").and_then(Value::as_u64) == Some(FORMAT_VERSION)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fake::lesson_one;

    fn course(json: &str) -> Result<Course, Vec<Code>> {
        let words = "## course.title\nOne\n\n## concept.request-path\nThe way of a request\n";
        let read = Course::read("course.json", json, words);
        read.map_err(|errors| errors.iter().map(|error| error.code).collect())
    }

    #[test]
    fn a_course_is_its_folders_in_order() {
        let found = course(r#"{ "formatVersion": 1, "lessons": ["01-one", "02-two"] }"#).expect("it is read");
        assert_eq!(found.lessons, ["01-one", "02-two"]);
        assert_eq!(crate::prose::plain(found.words("course.title")), "One");
        assert_eq!((found.starters, found.repairs), (Vec::new(), Vec::new()));
    }

    #[test]
    fn starters_and_repairs_stand_beside_the_course() {
        let json = |repair: &str| {
            format!(
                r#"{{ "formatVersion": 1, "lessons": ["a"], "starters": ["s"], "repairs": ["{repair}"] }}"#
            )
        };
        let found = course(&json("r")).expect("it is read");
        assert_eq!(
            (found.starters, found.repairs),
            (vec!["s".to_owned()], vec!["r".to_owned()])
        );
        assert_eq!(course(&json("a")), Err(vec![Code::DuplicateId]));
    }

    #[test]
    fn mistakes_in_a_course_are_told_at_once() {
        let wrong = course(r#"{ "lessons": ["../secret", "a", "a"] }"#);
        assert_eq!(
            wrong,
            Err(vec![Code::FormatVersion, Code::BadId, Code::DuplicateId])
        );
        assert_eq!(course("[]"), Err(vec![Code::FormatVersion, Code::WrongType]));
        assert_eq!(course("nonsense"), Err(vec![Code::NotJson]));
    }

    #[test]
    fn lessons_are_held_against_each_other() {
        let course = course(r#"{ "formatVersion": 1, "lessons": ["a", "b"] }"#).expect("it is read");
        let (first, mut second) = (lesson_one(), lesson_one());
        second.meta.requires = vec!["availability".to_owned(), "alarms".to_owned()];
        let entries = [
            Entry {
                folder: "a",
                lesson: &first,
            },
            Entry {
                folder: "b",
                lesson: &second,
            },
        ];
        let errors = course.check(&entries);
        let of = |folder: &str, code| {
            let file = format!("{folder}/lesson.json");
            let found = errors
                .iter()
                .filter(|error| error.file == file && error.code == code);
            found.map(|error| error.pointer.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(of("b", Code::DuplicateId), ["/id"]);
        assert_eq!(of("b", Code::BadCourse), ["/meta/requires/1"]);
        assert!(of("a", Code::MissingProse).contains(&"/meta/teaches/1"));
        assert!(!of("a", Code::MissingProse).contains(&"/meta/teaches/0"));
    }
}
