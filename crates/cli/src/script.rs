//! A whole script, command by command, and what its variables make of it. Nothing is run here.

use crate::error::{Fault, ParseError, Problem};
use crate::lex::{Piece, Span, Statement, Template, Word, commands};

/// The longest text taken at once, in bytes, and the longest command that variables may make.
pub const MAX_INPUT: usize = 64 * 1024;

/// The commands of a script one after another; a line that cannot be understood does not keep the next from being so.
/// Of a text longer than [`MAX_INPUT`] there is but one error.
pub fn statements(text: &str) -> impl Iterator<Item = Result<Statement, ParseError>> {
    let too_long = check_size(text).err();
    let text = if too_long.is_some() { "" } else { text };
    let lines: Vec<&str> = text.lines().collect();
    let statements = commands(text).map(move |command| command.map_err(|error| error.of(&lines)));
    too_long.map(Err).into_iter().chain(statements)
}

impl Statement {
    /// The words that the command gets when `value` fills in what only a shell knows. What stands outside of quotes is
    /// parted at its blanks, and is no word at all if it is empty.
    ///
    /// # Errors
    /// If they are longer than [`MAX_INPUT`] together.
    pub fn expand(&self, value: &mut dyn FnMut(&Piece) -> String) -> Result<Vec<Word>, ParseError> {
        let (mut words, mut room) = (Vec::new(), MAX_INPUT);
        for template in &self.words {
            template.expand(value, &mut words, &mut room)?;
        }
        Ok(words)
    }

    /// The words if none of them holds what only a shell knows.
    ///
    /// # Errors
    /// At the first variable or command within the command.
    pub(crate) fn plain(&self) -> Result<Vec<Word>, ParseError> {
        let only = "variables and commands within commands are for scripts and the terminal";
        if let Some((_, template)) = self.sets.first() {
            return Err(Problem::new(Fault::Script, only).at(template.span));
        }
        let words = self.words.iter().map(|template| match template.text() {
            Some(text) => Ok(Word {
                text,
                span: template.span,
            }),
            None => Err(Problem::new(Fault::Script, only).at(template.span)),
        });
        words.collect()
    }
}

impl Template {
    /// What a variable gets: one text, whatever blanks are in it.
    ///
    /// # Errors
    /// If it is longer than [`MAX_INPUT`].
    pub fn value(&self, value: &mut dyn FnMut(&Piece) -> String) -> Result<String, ParseError> {
        let (mut text, mut room) = (String::new(), MAX_INPUT);
        for piece in &self.pieces {
            text.push_str(&self.filled(piece, value, &mut room)?);
        }
        Ok(text)
    }

    /// What it says, if it needs no shell.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        let texts = self.pieces.iter().map(|piece| match piece {
            Piece::Text(text) => Some(text.as_str()),
            Piece::Variable { .. } | Piece::Output { .. } => None,
        });
        texts.collect()
    }

    fn expand(
        &self,
        value: &mut dyn FnMut(&Piece) -> String,
        words: &mut Vec<Word>,
        room: &mut usize,
    ) -> Result<(), ParseError> {
        let mut word: Option<String> = None;
        let mut end = |text: Option<String>| {
            words.extend(text.map(|text| Word {
                text,
                span: self.span,
            }))
        };
        for piece in &self.pieces {
            let text = self.filled(piece, value, room)?;
            if piece.is_whole() {
                word.get_or_insert_default().push_str(&text);
                continue;
            }
            let mut parts = text.split([' ', '\t', '\n']).peekable();
            while let Some(part) = parts.next() {
                if !part.is_empty() {
                    word.get_or_insert_default().push_str(part);
                }
                if parts.peek().is_some() {
                    end(word.take());
                }
            }
        }
        end(word);
        Ok(())
    }

    fn filled(
        &self,
        piece: &Piece,
        value: &mut dyn FnMut(&Piece) -> String,
        room: &mut usize,
    ) -> Result<String, ParseError> {
        let mut text = match piece {
            Piece::Text(text) => text.clone(),
            Piece::Variable { .. } | Piece::Output { .. } => value(piece),
        };
        if let Piece::Output { .. } = piece {
            text.truncate(text.trim_end_matches('\n').len());
        }
        let left = room.checked_sub(text.len());
        *room = left.ok_or_else(|| too_long().at(self.span))?;
        Ok(text)
    }
}

impl Piece {
    /// Whether blanks in it do not part words.
    const fn is_whole(&self) -> bool {
        match self {
            Self::Text(_) => true,
            Self::Variable { quoted, .. } | Self::Output { quoted, .. } => *quoted,
        }
    }
}

/// Whether `text` is short enough to be taken.
pub(crate) fn check_size(text: &str) -> Result<(), ParseError> {
    if text.len() <= MAX_INPUT {
        return Ok(());
    }
    Err(too_long().at(Span::START))
}

fn too_long() -> Problem {
    Problem::new(Fault::Script, format!("more than {MAX_INPUT} bytes at once"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "# break it\nsandbox traffic --rate 5\n\naws ec2 reboot-instances \\\n    --instance-ids i-1\nsandbox wait 5m # and see\n";

    #[test]
    fn a_script_is_its_commands_in_order() {
        let found: Vec<Statement> = statements(SCRIPT).collect::<Result<_, _>>().expect("parses");
        let lines: Vec<(usize, &str)> = found.iter().map(|one| (one.line, one.text.as_str())).collect();
        let reboot = "aws ec2 reboot-instances \\\n    --instance-ids i-1";
        assert_eq!(
            lines,
            [
                (2, "sandbox traffic --rate 5"),
                (4, reboot),
                (6, "sandbox wait 5m # and see")
            ]
        );
    }

    #[test]
    fn one_bad_line_does_not_spoil_the_next() {
        let found: Vec<_> = statements("a | b\naws ec2 'x\ny' z |\nsandbox wait 1s").collect();
        let lines: Vec<_> = found
            .iter()
            .map(|one| one.as_ref().map(|one| one.line).map_err(|error| error.line))
            .collect();
        assert_eq!(lines, [Err(1), Err(3), Ok(4)]);
    }

    #[test]
    fn a_script_too_long_is_one_error_and_one_full_of_errors_is_read_to_its_end() {
        let errors = |text: &str| statements(text).filter(Result::is_err).count();
        assert_eq!(errors(&"|\n".repeat(MAX_INPUT)), 1);
        assert_eq!(errors(&"|\n".repeat(MAX_INPUT / 2)), MAX_INPUT / 2);
    }

    #[test]
    fn variables_and_commands_within_become_words_as_in_a_shell() {
        let mut shell = |piece: &Piece| match piece {
            Piece::Variable { name, .. } if name == "IDS" => "i-1\ti-2".to_owned(),
            Piece::Output { command, .. } => format!("<{}>\n\n", command.text),
            _ => String::new(),
        };
        let mut words = |text: &str| {
            let found = statements(text).next().expect("one").expect("lexes");
            let words = found.expand(&mut shell).expect("short");
            words.into_iter().map(|word| word.text).collect::<Vec<_>>()
        };
        assert_eq!(words("a $IDS b"), ["a", "i-1", "i-2", "b"]);
        assert_eq!(words("a \"$IDS\" $NONE \"$NONE\""), ["a", "i-1\ti-2", ""]);
        assert_eq!(words("x${IDS}y"), ["xi-1", "i-2y"]);
        assert_eq!(words("$(c d) \"$(c d)\" 'e'"), ["<c", "d>", "<c d>", "e"]);
        let set = statements("A=x$(c d)").next().expect("one").expect("lexes");
        assert_eq!(set.sets[0].1.value(&mut shell).expect("short"), "x<c d>");
    }

    #[test]
    fn variables_cannot_make_a_command_without_bound() {
        let found = statements("a $A $A $A").next().expect("one").expect("lexes");
        let words = found.expand(&mut |_| "b ".repeat(MAX_INPUT / 4));
        assert_eq!(words.expect_err("long").reason, "more than 65536 bytes at once");
    }
}
