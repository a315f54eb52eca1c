//! What is wrong with a lesson, with its place in a file.

use lesson::LoadError;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Severity {
    /// The lesson does not work, or says what is not so.
    Error,
    /// It works; look at this.
    Warning,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Diagnostic {
    /// How bad it is.
    pub(crate) severity: Severity,
    /// The file it is in.
    pub(crate) file: String,
    /// Where: a JSON pointer, or `line 12` of prose.
    pub(crate) pointer: String,
    /// What kind of thing: stable, for search.
    pub(crate) code: String,
    /// What is so, in one sentence.
    pub(crate) sentence: String,
    /// What to do about it, in one sentence.
    pub(crate) fix: String,
}

impl Severity {
    /// Its word.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

impl Diagnostic {
    /// What the loader found.
    pub(crate) fn of(found: &LoadError, severity: Severity) -> Self {
        Self {
            severity,
            file: found.file.clone(),
            pointer: found.pointer.clone(),
            code: found.code.to_string(),
            sentence: found.reason.clone(),
            fix: found.fix.clone(),
        }
    }
}
