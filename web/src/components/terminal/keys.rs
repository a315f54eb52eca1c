//! What the keys do in the line.

use web_sys::KeyboardEvent;
use yew::Context;

use super::Terminal;
use crate::command::Command;

impl Terminal {
    /// Answers a key; whether anything may look different.
    pub(super) fn key(&mut self, ctx: &Context<Self>, event: &KeyboardEvent) -> bool {
        if event.is_composing() {
            return false;
        }
        let key = event.key();
        let done = match key.as_str() {
            "c" if event.ctrl_key() => self.interrupt(ctx),
            "l" if event.ctrl_key() => {
                ctx.props().send.emit(Command::ClearTerminal);
                true
            }
            _ if event.ctrl_key() || event.alt_key() || event.meta_key() => false,
            "Tab" => self.tab(ctx, event.shift_key()),
            "Enter" => self.enter(ctx, event.shift_key()),
            "Escape" => self.escape(),
            "ArrowUp" => self.up_or_down(ctx, -1),
            "ArrowDown" => self.up_or_down(ctx, 1),
            _ => false,
        };
        if done {
            event.prevent_default();
        }
        done
    }

    /// Stops what runs, or drops what was typed, unless something is selected: then it is copied.
    fn interrupt(&mut self, ctx: &Context<Self>) -> bool {
        if self.has_selection() {
            return false;
        }
        self.close();
        self.meant = None;
        self.set("", 0);
        ctx.props().send.emit(Command::Interrupt);
        true
    }

    fn has_selection(&self) -> bool {
        let in_field = self.field().is_some_and(|field| {
            field.selection_start().ok().flatten() != field.selection_end().ok().flatten()
        });
        let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
        in_field || selection.is_some_and(|selection| !selection.is_collapsed())
    }

    /// Completes, or goes to the next choice. An empty line lets go of the focus, and so does Escape before.
    fn tab(&mut self, ctx: &Context<Self>, backwards: bool) -> bool {
        if self.popup.is_some() {
            self.turn(if backwards { -1 } else { 1 });
            return true;
        }
        let (text, caret) = self.text();
        if backwards || self.leaves || text[..caret].trim().is_empty() {
            return false;
        }
        self.complete(ctx);
        true
    }

    /// Takes the choice, or runs what is finished.
    fn enter(&mut self, ctx: &Context<Self>, new_line: bool) -> bool {
        if let Some(index) = self.popup.as_ref().and_then(super::Popup::chosen) {
            self.take(ctx, index);
            return true;
        }
        self.close();
        let (text, _) = self.text();
        if new_line || cli::is_open(&text) {
            return false;
        }
        self.run(ctx);
        true
    }

    /// Closes the choices; the next Tab leaves the line.
    fn escape(&mut self) -> bool {
        self.leaves = self.popup.is_none();
        self.close();
        true
    }

    /// Goes through the choices, the lines, or what was typed before.
    fn up_or_down(&mut self, ctx: &Context<Self>, by: isize) -> bool {
        if self.popup.is_some() {
            self.turn(by);
            return true;
        }
        let (text, caret) = self.text();
        let at_edge = match by {
            -1 => !text[..caret].contains('\n'),
            _ => !text[caret..].contains('\n'),
        };
        if !at_edge {
            return false;
        }
        let Some(earlier) = self.history.turn(by, &text) else {
            return false;
        };
        self.put(ctx, &earlier);
        true
    }
}
