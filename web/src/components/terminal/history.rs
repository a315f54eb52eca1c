//! What was typed before, as long as the tab lives.

use std::rc::Rc;

use web_sys::Storage;

const KEY: &str = "fleetlab.history";
/// Commands that are kept.
const KEPT: usize = 200;
/// Bytes that are kept: a browser gives a page a few million.
const BYTES: usize = 256 * 1024;
/// Between two commands; nobody types it.
const BETWEEN: char = '\u{1e}';

/// What was typed, oldest first.
#[derive(Default)]
pub(super) struct History {
    typed: Vec<Rc<str>>,
    /// How far back one has gone; 0 is what is being typed.
    back: usize,
    /// What was being typed when one went back.
    begun: Rc<str>,
}

impl History {
    /// As the tab remembers it.
    pub(super) fn restore() -> Self {
        let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
        Self::from(&kept.unwrap_or_default())
    }

    fn from(kept: &str) -> Self {
        Self {
            typed: kept
                .split(BETWEEN)
                .filter(|text| !text.is_empty())
                .map(Rc::from)
                .collect(),
            ..Self::default()
        }
    }

    /// Adds what was run, and remembers it.
    pub(super) fn add(&mut self, text: &str) {
        self.forget_place();
        if self.typed.last().is_none_or(|last| &**last != text) {
            self.typed.push(text.into());
        }
        self.bound();
        if let Some(storage) = storage() {
            // Without storage it lasts as long as the page.
            let _ = storage.set_item(KEY, &self.typed.join(&BETWEEN.to_string()));
        }
    }

    fn bound(&mut self) {
        let mut room = BYTES;
        let kept = self.typed.iter().rev().take(KEPT).take_while(|text| {
            let left = room.checked_sub(text.len() + 1);
            room = left.unwrap_or_default();
            left.is_some()
        });
        let surplus = self.typed.len() - kept.count();
        self.typed.drain(..surplus);
    }

    /// What is being typed is the newest again.
    pub(super) fn forget_place(&mut self) {
        self.back = 0;
    }

    /// One back (-1) or forth (1) from what is in the line; none at an end.
    pub(super) fn turn(&mut self, by: isize, line: &str) -> Option<Rc<str>> {
        let back = self.back.checked_add_signed(-by)?;
        if back > self.typed.len() {
            return None;
        }
        if self.back == 0 {
            self.begun = line.into();
        }
        self.back = back;
        Some(match back {
            0 => self.begun.clone(),
            back => self.typed[self.typed.len() - back].clone(),
        })
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turned(history: &mut History, by: isize, line: &str) -> Option<String> {
        history.turn(by, line).map(|text| text.to_string())
    }

    #[test]
    fn one_goes_back_and_forth_and_finds_what_one_had_begun() {
        let mut history = History::from("a\u{1e}b\nc");
        assert_eq!(turned(&mut history, 1, "new"), None);
        assert_eq!(turned(&mut history, -1, "new").as_deref(), Some("b\nc"));
        assert_eq!(turned(&mut history, -1, "b\nc").as_deref(), Some("a"));
        assert_eq!(turned(&mut history, -1, "a"), None);
        assert_eq!(turned(&mut history, 1, "a").as_deref(), Some("b\nc"));
        assert_eq!(turned(&mut history, 1, "b\nc").as_deref(), Some("new"));
    }

    #[test]
    fn what_is_too_much_is_forgotten() {
        let mut history = History {
            typed: (0..KEPT + 3).map(|number| number.to_string().into()).collect(),
            ..History::default()
        };
        history.bound();
        assert_eq!((history.typed.len(), &*history.typed[0]), (KEPT, "3"));
        history.typed.push("x".repeat(BYTES).into());
        history.bound();
        assert_eq!(history.typed.len(), 0);
    }
}
