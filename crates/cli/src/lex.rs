//! Text to commands and their words, as a shell parts them: quotes, `\`, comments, variables, `$(…)`.
//!
//! Nothing is looked up or run here: a word is a list of pieces, some of which stand for what only a shell knows.

use std::iter::Peekable;
use std::str::CharIndices;

use crate::error::{Fault, ParseError, Problem};

/// How deep commands may stand within commands.
const MAX_NESTED: usize = 8;

/// Where a word stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// In characters, on the first line of the word; 0 if something is missing.
    pub length: usize,
}

impl Span {
    /// The beginning of a text.
    pub(crate) const START: Self = Self {
        line: 1,
        column: 1,
        length: 0,
    };
}

/// A word as a command gets it: its quotes taken off, its variables filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// What it says.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// A word as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// What it is put together from.
    pub pieces: Vec<Piece>,
    /// Where it stands.
    pub span: Span,
}

/// A piece of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// As it stands.
    Text(String),
    /// `$NAME` or `${NAME}`; `?` is the exit code of the command before.
    Variable {
        /// Its name.
        name: String,
        /// Whether it stands in double quotes, so that its value is not parted at blanks.
        quoted: bool,
    },
    /// `$(…)`: what a command prints, the line breaks at its end left out.
    Output {
        /// The command.
        command: Statement,
        /// Whether it stands in double quotes.
        quoted: bool,
    },
}

/// One command as it is written: what it puts into variables, or its words, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statement {
    /// The line it begins on, from 1.
    pub line: usize,
    /// As it was written.
    pub text: String,
    /// `NAME=word` before the first word.
    pub sets: Vec<(String, Template)>,
    /// The words of the command.
    pub words: Vec<Template>,
}

/// The commands of `text` one after another; lines without any are passed over. An error costs its own line only.
pub(crate) fn commands(text: &str) -> impl Iterator<Item = Result<Statement, ParseError>> {
    let mut lexer = Lexer {
        text,
        letters: text.char_indices().peekable(),
        line: 1,
        column: 1,
        nested: 0,
    };
    std::iter::from_fn(move || lexer.command())
}

struct Lexer<'a> {
    text: &'a str,
    letters: Peekable<CharIndices<'a>>,
    line: usize,
    column: usize,
    /// How many `$(` are open.
    nested: usize,
}

impl Lexer<'_> {
    fn command(&mut self) -> Option<Result<Statement, ParseError>> {
        loop {
            match self.statement() {
                Err(error) => return Some(Err(self.give_up_line(error))),
                Ok(Some(statement)) => return Some(Ok(statement)),
                Ok(None) => _ = self.next()?,
            }
        }
    }

    /// The command up to its end, which is left unread; `None` if there is none before it.
    fn statement(&mut self) -> Result<Option<Statement>, ParseError> {
        self.skip_blank();
        let (line, start) = (self.line, self.offset());
        let (mut sets, mut words) = (Vec::new(), Vec::new());
        loop {
            self.skip_blank();
            match self.peek() {
                None | Some('\n' | ';') => break,
                Some(')') if self.nested > 0 => break,
                Some('#') => self.skip_comment(),
                Some(_) => match may_set(&words).then(|| self.variable_set()).flatten() {
                    Some(name) => {
                        (0..=name.len()).for_each(|_| _ = self.next());
                        words.clear();
                        sets.push((name, self.word()?));
                    }
                    None => words.push(self.word()?),
                },
            }
        }
        let text = self.text[start..self.offset()].trim_end().to_owned();
        Ok((!sets.is_empty() || !words.is_empty()).then_some(Statement {
            line,
            text,
            sets,
            words,
        }))
    }

    /// The name in front of a `=`, if a variable is set here.
    fn variable_set(&mut self) -> Option<String> {
        let rest = &self.text[self.offset()..];
        let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')?;
        let (name, behind) = rest.split_at(end);
        (behind.starts_with('=') && is_variable(name)).then(|| name.to_owned())
    }

    fn word(&mut self) -> Result<Template, ParseError> {
        let (start, mut pieces) = (self.here(), Pieces::default());
        let mut span = start;
        while let Some(letter) = self.peek().filter(|letter| !self.ends_word(*letter)) {
            let at = self.here();
            self.next();
            match letter {
                '\'' => self.single_quoted(&mut pieces, at)?,
                '"' => self.double_quoted(&mut pieces, at)?,
                '\\' => match self.next() {
                    Some('\n') | None => {}
                    Some(escaped) => pieces.push(escaped),
                },
                '$' => self.dollar(&mut pieces, at, false)?,
                '`' | '|' | '&' | '<' | '>' | '(' | ')' => return Err(shell_only(letter).at(at)),
                _ => pieces.push(letter),
            }
            if self.line == start.line {
                span.length = self.column - start.column;
            }
        }
        Ok(Template {
            pieces: pieces.0,
            span,
        })
    }

    fn ends_word(&self, letter: char) -> bool {
        letter.is_ascii_whitespace() || letter == ';' || letter == ')' && self.nested > 0
    }

    fn single_quoted(&mut self, pieces: &mut Pieces, start: Span) -> Result<(), ParseError> {
        pieces.text();
        loop {
            match self.next() {
                Some('\'') => return Ok(()),
                Some(letter) => pieces.push(letter),
                None => return Err(not_closed("quote").at(start)),
            }
        }
    }

    fn double_quoted(&mut self, pieces: &mut Pieces, start: Span) -> Result<(), ParseError> {
        pieces.text();
        loop {
            let at = self.here();
            match self.next() {
                Some('"') => return Ok(()),
                Some('\\') => match self.next() {
                    Some('\n') => {}
                    Some(escaped @ ('"' | '\\' | '$' | '`')) => pieces.push(escaped),
                    Some(letter) => pieces.text().extend(['\\', letter]),
                    None => {}
                },
                Some('`') => return Err(shell_only('`').at(at)),
                Some('$') => self.dollar(pieces, at, true)?,
                Some(letter) => pieces.push(letter),
                None => return Err(not_closed("quote").at(start)),
            }
        }
    }

    /// What a `$`, just read, stands for.
    fn dollar(&mut self, pieces: &mut Pieces, at: Span, quoted: bool) -> Result<(), ParseError> {
        match self.peek() {
            Some('(') => {
                self.next();
                let command = self.nested(at)?;
                pieces.0.push(Piece::Output { command, quoted });
            }
            Some('{') => {
                self.next();
                let name = self.name();
                if self.next() != Some('}') || !(is_variable(&name) || name == "?") {
                    return Err(script("after $ only {NAME} is understood here").at(at));
                }
                pieces.0.push(Piece::Variable { name, quoted });
            }
            Some(letter) if letter.is_ascii_alphanumeric() || matches!(letter, '_' | '?') => {
                let name = self.name();
                pieces.0.push(Piece::Variable { name, quoted });
            }
            _ => pieces.push('$'),
        }
        Ok(())
    }

    fn name(&mut self) -> String {
        let mut name = String::new();
        while let Some(letter) = self.peek().filter(|letter| {
            letter.is_ascii_alphanumeric() || *letter == '_' || name.is_empty() && *letter == '?'
        }) {
            name.push(letter);
            self.next();
            if letter == '?' {
                break;
            }
        }
        name
    }

    /// The command within `$(…)`, of which the beginning has been read.
    fn nested(&mut self, start: Span) -> Result<Statement, ParseError> {
        if self.nested == MAX_NESTED {
            return Err(script("commands within commands, too deep").at(start));
        }
        self.nested += 1;
        let statement = self.statement();
        self.nested -= 1;
        let statement = statement?;
        match self.next() {
            Some(')') => statement.ok_or_else(|| script("expected a command within $( )").at(start)),
            Some(_) => Err(script("expected one command within $( )").at(start)),
            None => Err(not_closed("$(").at(start)),
        }
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
        self.nested = 0;
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

/// The pieces of a word, as letters come.
#[derive(Default)]
struct Pieces(Vec<Piece>);

impl Pieces {
    fn push(&mut self, letter: char) {
        self.text().push(letter);
    }

    /// The text at the end; an empty one is begun if there is none, as quotes around nothing do.
    fn text(&mut self) -> &mut String {
        if !matches!(self.0.last(), Some(Piece::Text(_))) {
            self.0.push(Piece::Text(String::new()));
        }
        match self.0.last_mut() {
            Some(Piece::Text(text)) => text,
            _ => unreachable!("a text was put there"),
        }
    }
}

/// Whether variables may be set behind these words: none, or `export`, which means nothing more here.
fn may_set(words: &[Template]) -> bool {
    words.is_empty() || matches!(words, [word] if word.text().as_deref() == Some("export"))
}

/// Whether a variable can have this name.
pub(crate) fn is_variable(name: &str) -> bool {
    name.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '_')
        && name
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}

fn script(reason: impl Into<String>) -> Problem {
    Problem::new(Fault::Script, reason)
}

fn not_closed(what: &str) -> Problem {
    script(format!("this {what} is not closed"))
}

fn shell_only(letter: char) -> Problem {
    script(format!(
        "{letter} means something to a shell, but not here: put the word in single quotes"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<Vec<String>> {
        let words = |command: Statement| command.words.iter().map(plain).collect();
        commands(text)
            .map(|command| words(command.expect("lexes")))
            .collect()
    }

    fn plain(word: &Template) -> String {
        match &word.pieces[..] {
            [Piece::Text(text)] => text.clone(),
            other => panic!("{other:?}"),
        }
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
        check("it=1 x", &["x"]);
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
        let found: Vec<_> = commands("a | b\nc ${X:-1}\nd \"${Y\"\ne `f`\ng\nh 'i\nj").collect();
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

    #[test]
    fn a_word_may_hold_what_only_a_shell_knows() {
        let variable = |name: &str, quoted| Piece::Variable {
            name: name.to_owned(),
            quoted,
        };
        let text = |text: &str| Piece::Text(text.to_owned());
        let pieces = |written: &str| {
            let command = commands(written).next().expect("one").expect("lexes");
            command
                .words
                .into_iter()
                .map(|word| word.pieces)
                .collect::<Vec<_>>()
        };
        assert_eq!(pieces("$A"), [vec![variable("A", false)]]);
        assert_eq!(
            pieces("x\"${A}y$?\""),
            [vec![
                text("x"),
                variable("A", true),
                text("y"),
                variable("?", true)
            ]]
        );
        assert_eq!(
            pieces("'$A' \\$A $-"),
            [vec![text("$A")], vec![text("$A")], vec![text("$-")]]
        );
    }

    #[test]
    fn a_command_may_set_variables_and_hold_commands() {
        let found: Vec<_> = commands("A=1 B=\"$(x $(y z) 'w)')\"; c $(d e)\nf=g h")
            .map(|command| command.expect("lexes"))
            .collect();
        assert_eq!(
            found
                .iter()
                .map(|command| command.text.as_str())
                .collect::<Vec<_>>(),
            ["A=1 B=\"$(x $(y z) 'w)')\"", "c $(d e)", "f=g h"]
        );
        let exported = commands("export A=1").next().expect("one").expect("lexes");
        assert_eq!((exported.sets.len(), exported.words.len()), (1, 0));
        let names: Vec<_> = found[0].sets.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!((names, found[0].words.len()), (vec!["A", "B"], 0));
        let Piece::Output {
            command,
            quoted: true,
        } = &found[0].sets[1].1.pieces[1]
        else {
            panic!("{found:?}")
        };
        assert_eq!((command.words.len(), command.text.as_str()), (3, "x $(y z) 'w)'"));
        assert_eq!(
            (found[1].words.len(), found[2].sets.len(), found[2].words.len()),
            (2, 1, 1)
        );
        for wrong in ["a $(b", "a $()", "a $(b;c)", "a $(b\nc)", &"$(a ".repeat(9)] {
            assert!(commands(wrong).next().expect("one").is_err(), "{wrong}");
        }
    }
}
