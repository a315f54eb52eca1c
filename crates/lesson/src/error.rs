//! What is wrong with a lesson file, said so that its author can mend it.

use std::fmt;

use crate::vocabulary::{Vocabulary, vocabulary};

/// One mistake in a lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    /// The file it is in, as the caller named it.
    pub file: String,
    /// Where: a JSON pointer such as `/steps/2/goals/0/check`, or `line 12` in the prose.
    pub pointer: String,
    /// What kind of mistake: stable, for tests and search.
    pub code: Code,
    /// What is so, in one sentence.
    pub reason: String,
    /// What to do about it, in one sentence.
    pub fix: String,
}

vocabulary! {
    /// Kinds of mistakes. The words are stable.
    pub Code {
        /// A file is larger, deeper or longer than the format allows.
        TooLarge = "too-large",
        /// The file is not JSON.
        NotJson = "not-json",
        /// The file is of a format version that this reader does not know.
        FormatVersion = "format-version",
        /// The file is of an older version, and was brought up to date.
        OldVersion = "old-version",
        /// A member that must be there is not.
        MissingMember = "missing-member",
        /// A member that nothing reads.
        UnknownMember = "unknown-member",
        /// A value of another type than the member takes.
        WrongType = "wrong-type",
        /// A number or list outside its range.
        OutOfRange = "out-of-range",
        /// A word that is not one of the closed set.
        UnknownWord = "unknown-word",
        /// An id in another shape than kebab-case.
        BadId = "bad-id",
        /// The same id twice.
        DuplicateId = "duplicate-id",
        /// A reference to an id that is not there.
        UnknownId = "unknown-id",
        /// An id that is declared and never used.
        UnusedId = "unused-id",
        /// A length of time that is not a number with a unit.
        BadDuration = "bad-duration",
        /// A link that is neither http nor https.
        BadLink = "bad-link",
        /// A script line that does not parse.
        BadLine = "bad-line",
        /// A variable that no line before has set.
        UnknownVariable = "unknown-variable",
        /// A file that a line reads and `world.files` does not name, or the other way about.
        UnknownFile = "unknown-file",
        /// A query or a command of a check that cannot be read.
        BadQuery = "bad-query",
        /// An operation that the model does not have.
        UnknownOperation = "unknown-operation",
        /// An act or a solution that uses an operation its step does not allow.
        NotAllowed = "not-allowed",
        /// A `{{reference}}` that the model cannot fill.
        UnknownReference = "unknown-reference",
        /// A question without the answers it needs.
        BadQuestion = "bad-question",
        /// A goal that a step is to be scored by, and that has no number to be scored by.
        NotScored = "not-scored",
        /// A step that lacks what its kind promises.
        IncompleteStep = "incomplete-step",
        /// A string that the lesson needs and the prose does not have.
        MissingProse = "missing-prose",
        /// A string that the prose has and the lesson does not use.
        UnusedProse = "unused-prose",
        /// A string that is not translated.
        MissingTranslation = "missing-translation",
        /// A string whose source has changed since it was translated.
        StaleTranslation = "stale-translation",
        /// A lesson of the course that builds on what no lesson before teaches, or teaches what the course has no words for.
        BadCourse = "bad-course",
        /// Prose outside the restricted markdown.
        BadProse = "bad-prose",
    }
}

/// Everything that was found while a lesson was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// The lesson, if nothing is wrong with it.
    pub lesson: Option<crate::Lesson>,
    /// What must be mended, first what is wrong with the JSON in the order of the file, then with the prose.
    pub errors: Vec<LoadError>,
    /// What should be looked at: the lesson can be played all the same.
    pub warnings: Vec<LoadError>,
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            pointer,
            code,
            reason,
            fix,
        } = self;
        write!(f, "{file} {pointer}: {reason} {fix} [{code}]")
    }
}

impl std::error::Error for LoadError {}
