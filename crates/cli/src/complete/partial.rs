//! A text that is still being written: the words of its last command, and the word at its end.

use std::str::Chars;

/// Where a text ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Partial {
    /// The finished words of the command, as it will get them. What only a shell knows is left out of them.
    pub(crate) words: Vec<String>,
    /// Where the last word begins, in bytes of the text: at its quotes, if it has any.
    pub(crate) start: usize,
    /// The last word so far, without quotes; empty if none has begun.
    pub(crate) word: String,
    /// The quote that is open.
    pub(crate) quote: Option<char>,
    /// Whether the text goes on: a quote or `$(` is open, or its last line ends in `\`.
    pub(crate) is_open: bool,
    /// Whether it ends within a comment.
    pub(crate) is_comment: bool,
}

/// Reads a text to its end.
pub(crate) fn partial(text: &str) -> Partial {
    let mut reader = Reader {
        text,
        letters: text.chars(),
        outer: Vec::new(),
        command: Command::default(),
        escaped_end: false,
        is_comment: false,
    };
    reader.read();
    reader.end()
}

/// A command and the word that is being read.
#[derive(Default)]
struct Command {
    words: Vec<String>,
    word: Option<Begun>,
    quote: Option<char>,
}

struct Begun {
    start: usize,
    text: String,
}

struct Reader<'a> {
    text: &'a str,
    letters: Chars<'a>,
    /// The commands around the one that is read.
    outer: Vec<Command>,
    command: Command,
    /// Whether the text ends in `\`.
    escaped_end: bool,
    is_comment: bool,
}

impl Reader<'_> {
    fn read(&mut self) {
        while let Some(letter) = {
            let at = self.at();
            self.letters.next().map(|letter| (at, letter))
        } {
            let (at, letter) = letter;
            match self.command.quote {
                Some('\'') => self.in_single(letter),
                Some(_) => self.in_double(at, letter),
                None => self.outside(at, letter),
            }
        }
    }

    fn at(&self) -> usize {
        self.text.len() - self.letters.as_str().len()
    }

    fn in_single(&mut self, letter: char) {
        match letter {
            '\'' => self.command.quote = None,
            other => self.push(other),
        }
    }

    fn in_double(&mut self, at: usize, letter: char) {
        match letter {
            '"' => self.command.quote = None,
            '\\' => self.escaped(at),
            '$' => self.dollar(at),
            other => self.push(other),
        }
    }

    fn outside(&mut self, at: usize, letter: char) {
        match letter {
            ' ' | '\t' => self.end_word(),
            '\n' | ';' => {
                self.end_word();
                self.command.words.clear();
            }
            '#' if self.command.word.is_none() => self.comment(),
            '\'' | '"' => {
                self.begin(at);
                self.command.quote = Some(letter);
            }
            '\\' => self.escaped(at),
            '$' => self.dollar(at),
            ')' if !self.outer.is_empty() => self.close(),
            other => {
                self.begin(at);
                self.push(other);
            }
        }
    }

    fn comment(&mut self) {
        self.is_comment = !self.letters.as_str().contains('\n');
        let rest = self.letters.as_str();
        self.letters = rest[rest.find('\n').unwrap_or(rest.len())..].chars();
    }

    fn escaped(&mut self, at: usize) {
        match self.letters.next() {
            Some('\n') => {}
            Some(letter) => {
                self.begin(at);
                self.push(letter);
            }
            None => self.escaped_end = true,
        }
    }

    /// A variable stays in its word as it is written, so that its name can be completed.
    fn dollar(&mut self, at: usize) {
        self.begin(at);
        match self.letters.as_str().strip_prefix('(') {
            Some(rest) => {
                self.letters = rest.chars();
                let around = std::mem::take(&mut self.command);
                self.outer.push(around);
            }
            None => self.push('$'),
        }
    }

    /// The end of a command within a word.
    fn close(&mut self) {
        self.command = self.outer.pop().unwrap_or_default();
    }

    fn begin(&mut self, start: usize) {
        let text = String::new();
        self.command.word.get_or_insert(Begun { start, text });
    }

    fn push(&mut self, letter: char) {
        if let Some(word) = &mut self.command.word {
            word.text.push(letter);
        }
    }

    /// Variables that are set in front of a command are no words of it.
    fn end_word(&mut self) {
        let Some(word) = self.command.word.take() else {
            return;
        };
        if !(self.command.words.is_empty() && sets(&word.text)) {
            self.command.words.push(word.text);
        }
    }

    fn end(self) -> Partial {
        let quote = self.command.quote;
        let (start, word) = match self.command.word {
            Some(word) => (word.start, word.text),
            None => (self.text.len(), String::new()),
        };
        Partial {
            words: self.command.words,
            start,
            word,
            quote,
            is_open: quote.is_some() || !self.outer.is_empty() || self.escaped_end,
            is_comment: self.is_comment,
        }
    }
}

/// Whether a word sets a variable: `NAME=…`.
fn sets(word: &str) -> bool {
    word.split_once('=').is_some_and(|(name, _)| {
        let letter = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        !name.is_empty()
            && name.chars().all(letter)
            && !name.starts_with(|first: char| first.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, words: &[&str], start: usize, word: &str) {
        let found = partial(text);
        assert_eq!(found.words, words, "{text}");
        assert_eq!((found.start, found.word.as_str()), (start, word), "{text}");
    }

    #[test]
    fn the_last_word_of_the_last_command_is_found() {
        check("", &[], 0, "");
        check("aws ec", &["aws"], 4, "ec");
        check("aws ec2 ", &["aws", "ec2"], 8, "");
        check("# hm\naws 'a b' \\\n  --x", &["aws", "a b"], 19, "--x");
        check("sandbox now; aws \"s", &["aws"], 17, "s");
        check("A=1 B='x y' aws e", &["aws"], 16, "e");
        check("A=$(aws ec2 d", &["aws", "ec2"], 12, "d");
        check("a \"$(aws ec2)\" x", &["a", ""], 15, "x");
        check("a --b $VP", &["a", "--b"], 6, "$VP");
        check("a b\\ c", &["a"], 2, "b c");
    }

    #[test]
    fn a_text_that_goes_on_is_known() {
        let open = |text: &str| partial(text).is_open;
        for text in ["a \\", "a 'b", "a \"b", "A=$(b", "a 'b\nc"] {
            assert!(open(text), "{text}");
        }
        for text in ["", "a", "a \\\n", "a 'b'", "A=$(b)", "a # it's"] {
            assert!(!open(text), "{text}");
        }
        assert!(partial("a # b").is_comment && !partial("a # b\n").is_comment);
    }
}
