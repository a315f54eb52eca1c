//! What is wrong with a line, and where.

use std::fmt;

use crate::lex::Span;

/// A line that cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// Line of the text, from 1.
    pub line: usize,
    /// First character of the word, from 1.
    pub column: usize,
    /// Characters of the word on that line; 0 if something is missing there.
    pub length: usize,
    /// What is wrong.
    pub reason: String,
    /// What was probably meant, in place of the word.
    pub suggestion: Option<String>,
    /// The line of the text.
    pub source: String,
}

/// What is wrong with a word, wherever it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    pub(crate) reason: String,
    pub(crate) suggestion: Option<String>,
}

impl Problem {
    pub(crate) fn new(reason: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
            suggestion: None,
        }
    }

    pub(crate) fn suggesting(self, suggestion: Option<impl Into<String>>) -> Self {
        Self {
            suggestion: suggestion.map(Into::into),
            ..self
        }
    }

    pub(crate) fn at(self, span: Span) -> ParseError {
        let Span { line, column, length } = span;
        ParseError {
            line,
            column,
            length,
            reason: self.reason,
            suggestion: self.suggestion,
            source: String::new(),
        }
    }
}

impl ParseError {
    /// The same error, able to show its line, which is one of `lines`.
    pub(crate) fn of(self, lines: &[&str]) -> Self {
        let source = lines
            .get(self.line.saturating_sub(1))
            .copied()
            .unwrap_or_default();
        Self {
            source: source.to_owned(),
            ..self
        }
    }
}

/// The reason, and below it the line with the word underlined.
impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: {}", self.line, self.column, self.reason)?;
        if let Some(suggestion) = &self.suggestion {
            write!(f, "; did you mean {suggestion}?")?;
        }
        // Tabs are kept, so that the mark stands below its word.
        let before = self.source.chars().take(self.column.saturating_sub(1));
        let blank: String = before
            .map(|letter| if letter == '\t' { '\t' } else { ' ' })
            .collect();
        write!(
            f,
            "\n    {}\n    {blank}{}",
            self.source,
            "^".repeat(self.length.max(1))
        )
    }
}

impl std::error::Error for ParseError {}
