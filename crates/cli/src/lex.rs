//! Text to words, as a shell parts them: quotes, `\`, comments, one command a line.

use std::iter::Peekable;
use std::str::CharIndices;

use crate::error::{ParseError, Problem};

/// Where a word stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    /// From 1.
    pub(crate) line: usize,
    /// In characters, from 1.
    pub(crate) column: usize,
    /// In characters, on the first line of the word; 0 if something is missing.
    pub(crate) length: usize,
}

/// A word, its quotes taken off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) span: Span,
}

/// One command and the text it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Command<'a> {
    pub(crate) text: &'a str,
    pub(crate) words: Vec<Word>,
}

impl Command<'_> {
    /// Just behind the last word, where something is missing.
    pub(crate) fn end(&self) -> Span {
        let start = Span {
            line: 1,
            column: 1,
            length: 0,
        };
        self.words.last().map_or(start, |Word { span, .. }| Span {
            column: span.column + span.length,
            length: 0,
            ..*span
        })
    }
}

/// The commands of `text` one after another; lines without any are passed over. An error costs its own line only.
pub(crate) fn commands(text: &str) -> impl Iterator<Item = Result<Command<'_>, ParseError>> {
    let mut lexer = Lexer {
        text,
        letters: text.char_indices().peekable(),
        line: 1,
        column: 1,
    };
    std::iter::from_fn(move || lexer.command())
}

struct Lexer<'a> {
    text: &'a str,
    letters: Peekable<CharIndices<'a>>,
    line: usize,
    column: usize,
}

impl<'a> Lexer<'a> {
    fn command(&mut self) -> Option<Result<Command<'a>, ParseError>> {
        loop {
            self.skip_blank();
            let start = self.offset();
            match self.words() {
                Err(error) => return Some(Err(self.give_up_line(error))),
                Ok(words) if !words.is_empty() => {
                    let text = self.text[start..self.offset()].trim_end();
                    return Some(Ok(Command { text, words }));
                }
                Ok(_) => _ = self.next()?,
            }
        }
    }

    /// The words up to the end of the command, which is left unread.
    fn words(&mut self) -> Result<Vec<Word>, ParseError> {
        let mut words = Vec::new();
        loop {
            self.skip_blank();
            match self.peek() {
                None | Some('\n') => return Ok(words),
                Some('#') => self.skip_comment(),
                Some(_) => words.push(self.word()?),
            }
        }
    }

    fn word(&mut self) -> Result<Word, ParseError> {
        let (start, mut text) = (self.here(), String::new());
        let mut span = start;
        while let Some(letter) = self.peek().filter(|letter| !letter.is_ascii_whitespace()) {
            let at = self.here();
            self.next();
            match letter {
                '\'' => self.single_quoted(&mut text, at)?,
                '"' => self.double_quoted(&mut text, at)?,
                '\\' => match self.next() {
                    Some('\n') | None => {}
                    Some(escaped) => text.push(escaped),
                },
                '$' if self.starts_variable() => return Err(shell_only('$').at(at)),
                '`' | '|' | '&' | ';' | '<' | '>' | '(' | ')' => return Err(shell_only(letter).at(at)),
                _ => text.push(letter),
            }
            if self.line == start.line {
                span.length = self.column - start.column;
            }
        }
        Ok(Word { text, span })
    }

    fn single_quoted(&mut self, text: &mut String, start: Span) -> Result<(), ParseError> {
        loop {
            match self.next() {
                Some('\'') => return Ok(()),
                Some(letter) => text.push(letter),
                None => return Err(Problem::new("this quote is not closed").at(start)),
            }
        }
    }

    fn double_quoted(&mut self, text: &mut String, start: Span) -> Result<(), ParseError> {
        loop {
            let at = self.here();
            match self.next() {
                Some('"') => return Ok(()),
                Some('\\') => match self.next() {
                    Some('\n') => {}
                    Some(escaped @ ('"' | '\\' | '$' | '`')) => text.push(escaped),
                    Some(letter) => text.extend(['\\', letter]),
                    None => {}
                },
                Some('`') => return Err(shell_only('`').at(at)),
                Some('$') if self.starts_variable() => return Err(shell_only('$').at(at)),
                Some(letter) => text.push(letter),
                None => return Err(Problem::new("this quote is not closed").at(start)),
            }
        }
    }

    /// Whether a `$` just read would mean something to a shell.
    fn starts_variable(&mut self) -> bool {
        self.peek()
            .is_some_and(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '{' | '('))
    }

    /// Blanks, and the line breaks that a `\` takes away.
    fn skip_blank(&mut self) {
        while let Some(letter) = self.peek() {
            let mut ahead = self.letters.clone();
            let continued = letter == '\\' && ahead.nth(1).is_some_and(|(_, next)| next == '\n');
            if !(continued || matches!(letter, ' ' | '\t' | '\r')) {
                return;
            }
            self.next();
            if continued {
                self.next();
            }
        }
    }

    fn skip_comment(&mut self) {
        while self.peek().is_some_and(|letter| letter != '\n') {
            self.next();
        }
    }

    fn give_up_line(&mut self, error: ParseError) -> ParseError {
        self.skip_comment();
        error
    }

    fn peek(&mut self) -> Option<char> {
        self.letters.peek().map(|&(_, letter)| letter)
    }

    fn next(&mut self) -> Option<char> {
        let (_, letter) = self.letters.next()?;
        (self.line, self.column) = if letter == '\n' {
            (self.line + 1, 1)
        } else {
            (self.line, self.column + 1)
        };
        Some(letter)
    }

    fn here(&self) -> Span {
        Span {
            line: self.line,
            column: self.column,
            length: 1,
        }
    }

    fn offset(&mut self) -> usize {
        self.letters.peek().map_or(self.text.len(), |&(offset, _)| offset)
    }
}

fn shell_only(letter: char) -> Problem {
    Problem::new(format!(
        "{letter} means something to a shell, but not here: put the word in single quotes"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<Vec<String>> {
        let words = |command: Command<'_>| command.words.into_iter().map(|word| word.text).collect();
        commands(text)
            .map(|command| words(command.expect("lexes")))
            .collect()
    }

    #[test]
    fn words_are_parted_as_a_shell_does() {
        let check = |text: &str, words: &[&str]| assert_eq!(texts(text), [words], "{text}");
        check("a b\tc", &["a", "b", "c"]);
        check("  a  ", &["a"]);
        check("a 'b c' \"d e\"", &["a", "b c", "d e"]);
        check("a'b'\"c\"d", &["abcd"]);
        check("'' \"\"", &["", ""]);
        check(r#"'a\b"c'"#, &[r#"a\b"c"#]);
        check(r#""a\"b\\c\d'e""#, &[r#"a"b\c\d'e"#]);
        check(r"a\ b \# \'", &["a b", "#", "'"]);
        check("a \\\n  b", &["a", "b"]);
        check("a\\\nb", &["ab"]);
        check("a 'b\nc' d", &["a", "b\nc", "d"]);
        check("a # b 'c", &["a"]);
        check("a#b", &["a#b"]);
        check("cost$ 5$", &["cost$", "5$"]);
        check("[{Key=a,Value=*}]", &["[{Key=a,Value=*}]"]);
        check("a\r\n", &["a"]);
        check("a\\", &["a"]);
    }

    #[test]
    fn each_line_is_a_command() {
        assert_eq!(
            texts("a b\n\n# only a comment\n   \nc \\\n d # tail\ne"),
            [vec!["a", "b"], vec!["c", "d"], vec!["e"]]
        );
        assert_eq!(texts(""), Vec::<Vec<String>>::new());
        assert_eq!(texts(" \n\\\n# x"), Vec::<Vec<String>>::new());
    }

    #[test]
    fn a_command_remembers_its_text() {
        let found: Vec<_> = commands("  a  'b'  # c\nd \\\n e\n")
            .map(|command| command.expect("lexes").text)
            .collect();
        assert_eq!(found, ["a  'b'  # c", "d \\\n e"]);
    }

    #[test]
    fn a_word_knows_where_it_stands() {
        let command = commands("\n a  'é é' \\\n bc")
            .next()
            .expect("one")
            .expect("lexes");
        let spans: Vec<_> = command
            .words
            .iter()
            .map(|word| (word.span.line, word.span.column, word.span.length))
            .collect();
        assert_eq!(spans, [(2, 2, 1), (2, 5, 5), (3, 2, 2)]);
    }

    #[test]
    fn an_error_costs_its_own_line() {
        let found: Vec<_> = commands("a | b\nc $X\nd \"${Y}\"\ne `f`\ng\nh 'i\nj").collect();
        let at = |index: usize| {
            found[index]
                .as_ref()
                .map_err(|error| (error.line, error.column))
                .map(|_| ())
        };
        assert_eq!(
            (at(0), at(1), at(2), at(3)),
            (Err((1, 3)), Err((2, 3)), Err((3, 4)), Err((4, 3)))
        );
        assert_eq!((at(4), at(5), found.len()), (Ok(()), Err((6, 3)), 6));
    }
}
