//! A misspelt word of a text, and what was probably meant.

use crate::action::understand;
use crate::error::ParseError;
use crate::host::Host;
use crate::lex::{Piece, Word};
use crate::script::statements;

/// A word of a text that was probably meant to be another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// As it stands.
    pub word: String,
    /// What was probably meant.
    pub meant: String,
    /// The whole text with that in place of the word.
    pub text: String,
}

/// The first word of `text` that was probably meant to be another, if there is one.
#[must_use]
pub fn correct(text: &str, host: &Host<'_>) -> Option<Correction> {
    let error = statements(text).find_map(|statement| {
        let found = match statement {
            Ok(statement) => understand(&words(&statement.expand(&mut stand_in).ok()?)?, host).err()?,
            Err(error) => error,
        };
        found.suggestion.is_some().then_some(found)
    })?;
    mend(text, &error)
}

/// A command must have words to be understood.
fn words(words: &[Word]) -> Option<Vec<Word>> {
    (!words.is_empty()).then(|| words.to_vec())
}

/// What only a shell knows could be anything.
fn stand_in(piece: &Piece) -> String {
    match piece {
        Piece::Text(text) => text.clone(),
        Piece::Variable { .. } | Piece::Output { .. } => "x".to_owned(),
    }
}

fn mend(text: &str, error: &ParseError) -> Option<Correction> {
    let line = text.split('\n').nth(error.line.checked_sub(1)?)?;
    let start = line.as_ptr() as usize - text.as_ptr() as usize;
    let letters = |count: usize| line.char_indices().nth(count).map_or(line.len(), |(at, _)| at);
    let begin = letters(error.column.checked_sub(1)?);
    let end = letters(error.column - 1 + error.length);
    let (word, suggestion) = (&line[begin..end], error.suggestion.as_ref()?);
    let suggestion = suggestion.trim_start_matches('-');
    let (name, value) = word.split_at(word.find('=').unwrap_or(word.len()));
    let name = name.trim_start_matches('-');
    // Of a long word only a part may be wrong, and which is not told.
    api::nearest(name, [suggestion])?;
    let is_option = word.starts_with("--");
    let meant = if is_option {
        format!("--{suggestion}{value}")
    } else {
        suggestion.to_owned()
    };
    let (before, behind) = (&text[..start + begin], &text[start + end..]);
    Some(Correction {
        word: word.to_owned(),
        text: format!("{before}{meant}{behind}"),
        meant,
    })
}
