//! What could stand at the end of a text that is being written: the Tab key of a terminal.
//!
//! The declarations say it: services, operations, options and counted values. What names something of the account is
//! told as [`Live`]: a command whose answer lists it, for whoever has an account to ask.

mod correct;
mod live;
mod partial;
mod place;

use crate::quote::quote;

pub use correct::{Correction, correct};
pub use live::Live;

/// What could stand at the end of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completion {
    /// Where the word begins that is being written, in bytes of the text.
    pub start: usize,
    /// What could stand there as a whole, in the order in which it is best told.
    pub choices: Vec<Choice>,
    /// What of the account could stand there.
    pub live: Vec<&'static Live>,
    /// What of the word is no part of a thing's name: `Values=` before it, for one.
    pub before: String,
    /// What the thing's name begins with.
    pub word: String,
    /// Whether the name of a variable could stand there.
    pub variable: bool,
    /// Whether the name of a file could.
    pub file: bool,
    /// Whether a thing may be followed by more of the same word.
    pub many: bool,
    quote: Option<char>,
}

/// One word that could stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The whole word, without quotes.
    pub text: String,
    /// What tells it apart, if its own text says little.
    pub note: String,
    /// Whether more of the same word has to follow.
    pub goes_on: bool,
}

impl Choice {
    pub(crate) fn word(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            note: String::new(),
            goes_on: false,
        }
    }

    pub(crate) fn noted(self, note: impl Into<String>) -> Self {
        Self {
            note: note.into(),
            ..self
        }
    }
}

impl Completion {
    /// What is written in place of the word for a choice: in the quotes that are open, or in such as it needs.
    #[must_use]
    pub fn written(&self, choice: &Choice) -> String {
        let end = if choice.goes_on { "" } else { " " };
        match self.quote {
            Some(open) if choice.goes_on => format!("{open}{}", choice.text),
            Some(open) => format!("{open}{}{open}{end}", choice.text),
            None if self.variable || choice.goes_on => format!("{}{end}", choice.text),
            None => format!("{}{end}", quote(&choice.text)),
        }
    }

    /// The longest beginning that all choices share: as a choice that goes on.
    #[must_use]
    pub fn shared(&self) -> Option<Choice> {
        let (first, rest) = self.choices.split_first()?;
        let mut length = first.text.len();
        for other in rest {
            let same = first.text.char_indices().zip(other.text.chars());
            let same = same.take_while(|((_, one), other)| one == other).last();
            length = length.min(same.map_or(0, |((at, one), _)| at + one.len_utf8()));
        }
        Some(Choice {
            goes_on: true,
            ..Choice::word(&first.text[..length])
        })
    }
}

/// What could stand at the end of `text`.
#[must_use]
pub fn complete(text: &str) -> Completion {
    let found = partial::partial(text);
    if found.is_comment {
        return Completion::default();
    }
    // The command of a condition is a word of its own, within quotes.
    if found.words.last().is_some_and(|word| word == "--until") && found.quote.is_some() {
        let begin = text.len() - found.word.len();
        let within = complete(&found.word);
        return Completion {
            start: begin + within.start,
            ..within
        };
    }
    let place = place::place(&found.words, &found.word);
    let mut completion = Completion {
        start: found.start,
        quote: found.quote,
        ..place
    };
    completion.keep_what_begins_so(&found.word);
    completion
}

/// Whether a text goes on with the next line: a quote is open, a command within a command, or its last line ends in `\`.
#[must_use]
pub fn is_open(text: &str) -> bool {
    partial::partial(text).is_open
}

impl Completion {
    /// Leaves the choices that begin with the word; if there are none, the one that was probably meant.
    fn keep_what_begins_so(&mut self, word: &str) {
        let meant =
            api::nearest(word, self.choices.iter().map(|choice| choice.text.as_str())).map(str::to_owned);
        let begins = |choice: &Choice| choice.text.starts_with(word);
        if self.choices.iter().any(begins) {
            self.choices.retain(begins);
        } else {
            self.choices.retain(|choice| Some(&choice.text) == meant.as_ref());
        }
    }
}

#[cfg(test)]
mod tests;
