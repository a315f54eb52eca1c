//! What a text looks like, and so how it can be written.

use super::plain::is_other_than_text;

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// As it is.
    Plain,
    /// `'…'`
    Single,
    /// `"…"`
    Double,
}

/// What matters of a text.
pub(super) struct Shape {
    pub(super) multiline: bool,
    /// Nothing in it would be taken for a sign of the language.
    plain: bool,
    /// Nothing in it needs a backslash.
    single: bool,
}

/// What a walk through a text has met.
#[derive(Default)]
struct Walk {
    signs: bool,
    special: bool,
    breaks: bool,
    edge_space: bool,
    break_space: bool,
    space_break: bool,
    after_space: bool,
    after_break: bool,
}

impl Shape {
    pub(super) fn of(text: &str) -> Self {
        let letters: Vec<char> = text.chars().collect();
        let mut walk = Walk {
            signs: text.starts_with("---") || text.starts_with("..."),
            ..Walk::default()
        };
        for (index, letter) in letters.iter().enumerate() {
            let before = index.checked_sub(1).map(|index| letters[index]);
            let next = letters.get(index + 1).copied();
            walk.signs |= is_sign(*letter, before, next);
            walk.special |= !is_printable(*letter);
            walk.breaks |= is_break(*letter);
            let at_edge = before.is_none() || next.is_none();
            walk.step(*letter, at_edge);
        }
        let folds_wrongly = walk.break_space || walk.space_break || walk.special;
        Self {
            multiline: walk.breaks,
            plain: !(walk.signs || walk.edge_space || walk.breaks || folds_wrongly),
            single: !folds_wrongly,
        }
    }

    pub(super) fn style(&self, text: &str, is_key: bool) -> Style {
        if is_key && self.multiline {
            return Style::Double;
        }
        if self.plain && !(is_key && text.is_empty()) && !is_other_than_text(text) {
            return Style::Plain;
        }
        if self.single { Style::Single } else { Style::Double }
    }
}

impl Walk {
    fn step(&mut self, letter: char, at_edge: bool) {
        let (space, line_break) = (letter == ' ', is_break(letter));
        self.edge_space |= at_edge && (space || line_break);
        self.break_space |= space && self.after_break;
        self.space_break |= line_break && self.after_space;
        self.after_space = space;
        self.after_break = line_break;
    }
}

/// Whether a letter would be taken for a sign outside of quotes.
fn is_sign(letter: char, before: Option<char>, next: Option<char>) -> bool {
    let blank = |letter: Option<char>| {
        letter.is_none_or(|letter| matches!(letter, ' ' | '\t' | '\0') || is_break(letter))
    };
    match letter {
        '#' => blank(before),
        ':' => blank(next),
        '-' | '?' if before.is_none() => blank(next),
        ',' | '[' | ']' | '{' | '}' | '&' | '*' | '!' | '|' | '>' | '\'' | '"' | '%' | '@' | '`' => {
            before.is_none()
        }
        _ => false,
    }
}

/// Whether a letter ends a line.
pub(super) const fn is_break(letter: char) -> bool {
    matches!(letter, '\r' | '\n' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a letter may stand as it is.
pub(super) const fn is_printable(letter: char) -> bool {
    matches!(letter, '\n' | ' '..='~' | '\u{a0}'..='\u{fefe}' | '\u{ff00}'..='\u{fffd}')
}
