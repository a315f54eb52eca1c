//! The line that is being typed: running it, completing it, putting other text into it.

use std::rc::Rc;

use cli::Correction;
use yew::Context;

use super::Terminal;
use super::popup::Popup;
use crate::command::Command;
use crate::text::player_text;

impl Terminal {
    /// Runs what was typed.
    pub(super) fn run(&mut self, ctx: &Context<Self>) {
        let Some(field) = self.field() else { return };
        let typed = field.value();
        let text: Rc<str> = typed.trim_end().into();
        if text.trim().is_empty() {
            return;
        }
        self.history.add(&text);
        self.set("", 0);
        self.close();
        self.meant = None;
        self.follows = true;
        ctx.props().send.emit(Command::Type(text));
    }

    /// The line has changed by typing.
    pub(super) fn typed(&mut self, ctx: &Context<Self>) {
        let (text, caret) = self.text();
        self.lines = text.split('\n').count();
        self.leaves = false;
        self.history.forget_place();
        let ended = text[..caret].ends_with(char::is_whitespace);
        match self.popup.take() {
            Some(_) if !ended => self.open(ctx, &text[..caret]),
            _ => self.said = "".into(),
        }
        self.meant = self.misspelt(ctx, &text);
    }

    /// A word that is finished, and misspelt.
    fn misspelt(&self, ctx: &Context<Self>, text: &str) -> Option<Correction> {
        let finished = text.rfind(char::is_whitespace).map_or("", |at| &text[..at]);
        let found = ctx.props().correct.emit(finished.into())?;
        let rest = &text[finished.len()..];
        Some(Correction {
            text: format!("{}{rest}", found.text),
            ..found
        })
    }

    /// Completes the word before the caret, or offers what could stand there.
    pub(super) fn complete(&mut self, ctx: &Context<Self>) {
        let (text, caret) = self.text();
        let before = &text[..caret];
        let completion = ctx.props().complete.emit(before.into());
        match &completion.choices[..] {
            [] => self.say(player_text().terminal.nothing_to_complete),
            [only] => {
                let written = completion.written(only);
                self.replace(completion.start, &written);
                self.say((player_text().terminal.completed)(&only.text));
            }
            _ => {
                let shared = completion.shared().map(|shared| completion.written(&shared));
                if let Some(shared) = shared.filter(|shared| shared.len() > caret - completion.start) {
                    self.replace(completion.start, &shared);
                }
                let (text, caret) = self.text();
                self.open(ctx, &text[..caret]);
            }
        }
        self.focus();
    }

    /// Offers what could stand at the end of `before`, if there is more than that.
    fn open(&mut self, ctx: &Context<Self>, before: &str) {
        let popup = Popup::new(ctx.props().complete.emit(before.into()));
        if let Some(popup) = popup.filter(|popup| !popup.is_only(before)) {
            self.say((player_text().terminal.choices)(popup.count()));
            self.popup = Some(popup);
        }
    }

    /// Goes to another choice.
    pub(super) fn turn(&mut self, by: isize) {
        if let Some(popup) = &mut self.popup {
            popup.turn(by);
            self.said = popup.said().into();
        }
    }

    /// Takes a choice.
    pub(super) fn take(&mut self, ctx: &Context<Self>, index: usize) {
        let Some(popup) = self.popup.take() else { return };
        let Some((start, written, said)) = popup.taken(index) else {
            return;
        };
        self.replace(start, &written);
        self.say((player_text().terminal.completed)(&said));
        let (text, _) = self.text();
        self.meant = self.misspelt(ctx, &text);
        self.focus();
    }

    pub(super) fn close(&mut self) {
        if self.popup.take().is_some() {
            self.said = "".into();
        }
    }

    /// Puts `text` into the line, in place of what is there.
    pub(super) fn put(&mut self, ctx: &Context<Self>, text: &str) {
        self.set(text, text.len());
        self.close();
        self.meant = self.misspelt(ctx, text);
    }

    pub(super) fn focus(&self) {
        if let Some(field) = self.field() {
            // A field that cannot take the focus is not on the page any more.
            let _ = field.focus();
        }
    }

    /// What is in the line, and where the caret stands in it, in bytes.
    pub(super) fn text(&self) -> (String, usize) {
        let Some(field) = self.field() else {
            return (String::new(), 0);
        };
        let (text, units) = (
            field.value(),
            field.selection_end().ok().flatten().unwrap_or_default(),
        );
        let caret = bytes(&text, units);
        (text, caret)
    }

    /// Puts `written` in place of what stands between `start` and the caret.
    fn replace(&mut self, start: usize, written: &str) {
        let (text, caret) = self.text();
        let before = format!("{}{written}", &text[..start]);
        let at = before.len();
        self.set(&(before + &text[caret..]), at);
    }

    /// The text of the line, with the caret `at` this byte.
    pub(super) fn set(&mut self, text: &str, at: usize) {
        self.lines = text.split('\n').count();
        let Some(field) = self.field() else { return };
        field.set_value(text);
        let units = text[..at].encode_utf16().count() as u32;
        // The caret stays where it is in a browser that refuses.
        let _ = field.set_selection_range(units, units);
    }
}

/// The place in bytes of one in UTF-16, in which browsers count.
fn bytes(text: &str, units: u32) -> usize {
    let mut left = units as usize;
    for (at, letter) in text.char_indices() {
        if left == 0 {
            return at;
        }
        left = left.saturating_sub(letter.len_utf16());
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_as_browsers_do() {
        let text = "aö😀b";
        let found: Vec<usize> = [0, 1, 2, 4, 5, 9]
            .into_iter()
            .map(|units| bytes(text, units))
            .collect();
        assert_eq!(found, [0, 1, 3, 7, 8, 8]);
    }
}
