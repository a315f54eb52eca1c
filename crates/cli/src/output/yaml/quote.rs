//! Texts letter by letter, folded behind column 80.

use super::Writer;
use super::scalar::{is_break, is_printable};

/// Where a text is folded at the next single space.
const WIDTH: usize = 80;

impl Writer {
    /// As it is, a space before it.
    pub(super) fn plain(&mut self, text: &str, folds: bool) {
        if !self.after_space && !text.is_empty() {
            self.put(' ');
        }
        let mut letters = text.chars().peekable();
        let mut after_space = false;
        while let Some(letter) = letters.next() {
            let single = letter == ' ' && !after_space && letters.peek() != Some(&' ');
            if single && folds && self.column > WIDTH {
                self.new_line();
            } else {
                self.put(letter);
            }
            self.after_indent = self.after_indent && letter == ' ';
            after_space = letter == ' ';
        }
        self.after_space = false;
        self.after_indent = false;
    }

    /// Between `'`, a `'` within doubled; a line break is an empty line.
    pub(super) fn single(&mut self, text: &str, folds: bool) {
        self.sign("'", true, false, false);
        let letters: Vec<char> = text.chars().collect();
        let (mut after_space, mut after_break) = (false, false);
        for (index, letter) in letters.iter().copied().enumerate() {
            let inner = index > 0 && index + 1 < letters.len();
            let single = letter == ' ' && !after_space && letters.get(index + 1) != Some(&' ');
            if single && inner && folds && self.column > WIDTH {
                self.new_line();
            } else if is_break(letter) {
                self.line_break(letter, after_break);
            } else {
                if after_break && letter != ' ' {
                    self.new_line();
                }
                if letter == '\'' {
                    self.put('\'');
                }
                self.put(letter);
                self.after_indent = self.after_indent && letter == ' ';
            }
            after_space = letter == ' ';
            after_break = is_break(letter) || (after_break && letter == ' ');
        }
        if after_break {
            self.new_line();
        }
        self.sign("'", false, false, false);
        self.after_space = false;
        self.after_indent = false;
    }

    /// The first of several is written twice, since a single one would be read as a space.
    fn line_break(&mut self, letter: char, after_break: bool) {
        if !after_break && letter == '\n' {
            self.put('\n');
        }
        self.put(letter);
        self.after_indent = true;
    }

    /// Between `"`, with backslashes.
    pub(super) fn double(&mut self, text: &str, folds: bool) {
        self.sign("\"", true, false, false);
        let letters: Vec<char> = text.chars().collect();
        let mut after_space = false;
        for (index, letter) in letters.iter().copied().enumerate() {
            let inner = index > 0 && index + 1 < letters.len();
            if letter == ' ' && folds && !after_space && inner && self.column > WIDTH {
                self.new_line();
                if letters.get(index + 1) == Some(&' ') {
                    self.put('\\');
                }
            } else if !is_printable(letter) || is_break(letter) || matches!(letter, '"' | '\\') {
                self.escaped(letter);
            } else {
                self.put(letter);
            }
            after_space = letter == ' ';
        }
        self.sign("\"", false, false, false);
        self.after_space = false;
        self.after_indent = false;
    }

    fn escaped(&mut self, letter: char) {
        let code = u32::from(letter);
        let text = match letter {
            '\0' => "0".to_owned(),
            '\u{7}' => "a".to_owned(),
            '\u{8}' => "b".to_owned(),
            '\t' => "t".to_owned(),
            '\n' => "n".to_owned(),
            '\u{b}' => "v".to_owned(),
            '\u{c}' => "f".to_owned(),
            '\r' => "r".to_owned(),
            '\u{1b}' => "e".to_owned(),
            '"' | '\\' => letter.to_string(),
            '\u{85}' => "N".to_owned(),
            '\u{2028}' => "L".to_owned(),
            '\u{2029}' => "P".to_owned(),
            '\0'..='\u{ff}' => format!("x{code:02X}"),
            '\u{100}'..='\u{ffff}' => format!("u{code:04X}"),
            _ => format!("U{code:08X}"),
        };
        self.put('\\');
        for letter in text.chars() {
            self.put(letter);
        }
    }
}
