//! The course as its pages show it: the lessons in order, and what each builds on.

mod fetch;
mod read;
mod words;

use std::collections::BTreeSet;

pub use self::fetch::{beside, course, glossary};
pub use self::words::{Words, title_of};

/// The course.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Course {
    /// The lessons, in order.
    pub lessons: Vec<Entry>,
    /// Questions to be asked before and after it.
    pub check: Vec<Asked>,
    /// What it says of itself.
    pub words: Words,
}

/// A lesson, as the map shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its folder.
    pub folder: String,
    /// Its place in the course, from 1.
    pub number: usize,
    /// Its stable id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// How long it takes, in minutes.
    pub minutes: u64,
    /// How many steps it has.
    pub steps: usize,
    /// Whether its author still works on it.
    pub draft: bool,
    /// Concepts it teaches.
    pub teaches: Vec<String>,
    /// Concepts it builds on.
    pub requires: Vec<String>,
}

/// What stands beside the course.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// Accounts that the sandbox can begin with.
    pub starters: Vec<Titled>,
    /// Broken accounts, to be repaired.
    pub repairs: Vec<Titled>,
}

/// A lesson by its folder and its title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Titled {
    /// Its folder.
    pub folder: String,
    /// Its title.
    pub title: String,
}

/// A question of the check before and after the course.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Its stable id, and the beginning of its keys in the course's words.
    pub id: String,
    /// Ids of the choices, in order.
    pub choices: Vec<String>,
    /// The one that is right.
    pub right: String,
}

/// One lesson builds on another: their places in the course, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BuildsOn {
    /// The one that comes first.
    pub from: usize,
    /// The one that builds on it.
    pub to: usize,
}

impl Course {
    /// Where a concept is taught first: the lesson's place, from 0.
    #[must_use]
    pub fn taught_in(&self, concept: &str) -> Option<usize> {
        let teaches = |lesson: &Entry| lesson.teaches.iter().any(|taught| taught == concept);
        self.lessons.iter().position(teaches)
    }

    /// Which lessons build on which, each pair once.
    #[must_use]
    pub fn builds_on(&self) -> Vec<BuildsOn> {
        let pairs = self.lessons.iter().enumerate().flat_map(|(to, lesson)| {
            let sources = lesson
                .requires
                .iter()
                .filter_map(|concept| self.taught_in(concept));
            sources
                .filter(move |from| *from < to)
                .map(move |from| BuildsOn { from, to })
        });
        pairs.collect::<BTreeSet<_>>().into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lesson(teaches: &[&str], requires: &[&str]) -> Entry {
        let owned = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
        Entry {
            teaches: owned(teaches),
            requires: owned(requires),
            ..Entry::default()
        }
    }

    #[test]
    fn a_lesson_builds_on_those_that_teach_what_it_needs() {
        let course = Course {
            lessons: vec![
                lesson(&["a", "b"], &[]),
                lesson(&["c"], &["a", "b"]),
                lesson(&["a"], &["c", "unknown"]),
            ],
            ..Course::default()
        };
        let pairs = [BuildsOn { from: 0, to: 1 }, BuildsOn { from: 1, to: 2 }];
        assert_eq!(course.builds_on(), pairs);
        assert_eq!(course.taught_in("a"), Some(0));
    }
}
