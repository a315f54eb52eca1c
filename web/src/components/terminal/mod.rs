//! The terminal: what was done and what it printed, and the line that commands are typed into.

mod asking;
mod entry;
mod history;
mod input;
mod keys;
mod popup;
mod roving;

use std::rc::Rc;

use cli::{Completion, Correction};
use web_sys::{
    Element, HtmlTextAreaElement, InputEvent, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition,
};
use yew::prelude::*;

pub use self::asking::{Asking, save};
use self::entry::Printed;
use self::history::History;
use self::popup::Popup;
use super::command_line::copy;
use super::icon::{Icon, icon, small_icon};
use crate::command::Command;
use crate::terminal;
use crate::text::{player_text, text};

/// What the terminal needs.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What was done.
    pub shown: terminal::Terminal,
    /// Whether time stands still.
    pub paused: bool,
    /// Takes wishes.
    pub send: Callback<Command>,
    /// Knows what could stand at the end of a text.
    pub complete: Callback<Rc<str>, Completion>,
    /// Knows what was meant by a text with a misspelt word.
    pub correct: Callback<Rc<str>, Option<Correction>>,
}

/// The terminal.
pub struct Terminal {
    input: NodeRef,
    log: NodeRef,
    history: History,
    popup: Option<Popup>,
    /// What was probably meant by what is being typed.
    meant: Option<Correction>,
    /// Lines of what is being typed.
    lines: usize,
    /// What is said to those who listen.
    said: AttrValue,
    /// Whether the newest entry is kept in sight.
    follows: bool,
    /// Whether the next Tab leaves, because Escape was pressed.
    leaves: bool,
}

/// What the terminal is told.
pub enum Msg {
    /// A key was pressed in the line.
    Key(KeyboardEvent),
    /// The line has changed.
    Typed,
    /// Run what was typed.
    Run,
    /// Complete it.
    Complete,
    /// Take the choice with this index.
    Take(usize),
    /// Put this into the line.
    Put(Rc<str>),
    /// Copy this.
    Copy(Rc<str>),
    /// The log was scrolled.
    Scrolled,
}

/// Lines that the field grows to.
const MOST_LINES: usize = 8;

impl Component for Terminal {
    type Message = Msg;
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self {
            input: NodeRef::default(),
            log: NodeRef::default(),
            history: History::restore(),
            popup: None,
            meant: None,
            lines: 1,
            said: AttrValue::default(),
            follows: true,
            leaves: false,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Key(event) => return self.key(ctx, &event),
            Msg::Typed => self.typed(ctx),
            Msg::Run => self.run(ctx),
            Msg::Complete => self.complete(ctx),
            Msg::Take(index) => self.take(ctx, index),
            Msg::Put(text) => {
                self.put(ctx, &text);
                self.focus();
            }
            Msg::Copy(text) => {
                copy(&text);
                self.say(player_text().terminal.copied);
            }
            Msg::Scrolled => {
                self.follows = self.is_at_end();
                return false;
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let words = &player_text().terminal;
        html! {
            <section class="terminal" aria-label={words.name}>
                { head(ctx) }
                { self.log(ctx) }
                { self.waiting(ctx) }
                { self.hint(ctx) }
                { self.prompt(ctx) }
                <p class="unseen" role="status">{ &self.said }</p>
            </section>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if let Some(log) = self.log.cast::<Element>() {
            roving::settle(&log);
            if self.follows {
                log.set_scroll_top(log.scroll_height());
            }
        }
        if self.popup.is_some() {
            popup::keep_in_sight();
        }
        self.keep_in_sight();
    }
}

/// What stands for the terminal. It is not in the sheet of icons, which comes before the start page.
pub fn drawing() -> Html {
    html! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><rect x="3.5" y="5" width="17" height="14" rx="2" /><path d="m7 9.5 3 2.5-3 2.5M12.5 15H17" /></svg> }
}

/// The name, and what can be done with all of it.
fn head(ctx: &Context<Terminal>) -> Html {
    let (words, send) = (&player_text().terminal, &ctx.props().send);
    let entries = ctx.props().shown.entries.clone();
    let copy_all = ctx
        .link()
        .callback(move |_: MouseEvent| Msg::Copy(entry::session(&entries).into()));
    let wish = |command: Command| send.reform(move |_: MouseEvent| command.clone());
    html! {
        <header class="terminal-head">
            <h2>{ words.name }</h2>
            <button type="button" class="tool" aria-label={words.copy_session} onclick={copy_all}>{ small_icon(Icon::Copy) }<span>{ words.copy_session }</span></button>
            <button type="button" class="tool" aria-label={words.save} title={words.save_long} onclick={wish(Command::SaveScript)}>{ small_icon(Icon::Leave) }<span>{ words.save }</span></button>
            <button type="button" class="tool" aria-label={words.clear} onclick={wish(Command::ClearTerminal)}>{ small_icon(Icon::Dash) }<span>{ words.clear }</span></button>
            <button type="button" class="tool" aria-label={words.close} onclick={wish(Command::ToggleTerminal)}>{ icon(Icon::Close) }</button>
        </header>
    }
}

impl Terminal {
    fn log(&self, ctx: &Context<Self>) -> Html {
        let (words, props, link) = (&player_text().terminal, ctx.props(), ctx.link());
        let (copy, put) = (link.callback(Msg::Copy), link.callback(Msg::Put));
        let printed = props.shown.entries.iter().map(|entry| {
            html! { <Printed key={entry.number} entry={entry.clone()} copy={copy.clone()} put={put.clone()} send={props.send.clone()} /> }
        });
        html! {
            <div class="terminal-log" role="log" aria-live="polite" aria-label={words.log} tabindex="0" ref={&self.log}
                onscroll={link.callback(|_: Event| Msg::Scrolled)} onkeydown={roving::on_key()}>
                if props.shown.entries.is_empty() { <p class="terminal-note">{ words.welcome }</p> }
                if props.shown.forgotten > 0 { <p class="terminal-note">{ (words.forgotten)(props.shown.forgotten) }</p> }
                { for printed }
            </div>
        }
    }

    /// What is waited for, and how to go on.
    fn waiting(&self, ctx: &Context<Self>) -> Html {
        let (words, props) = (&player_text().terminal, ctx.props());
        let Some(waiting) = &props.shown.waiting else {
            return Html::default();
        };
        let wish = |command: Command| props.send.reform(move |_: MouseEvent| command.clone());
        html! {
            <div class="terminal-waiting" role="group" aria-label={words.waiting}>
                <code>{ &*waiting.command }</code>
                if props.paused {
                    <b>{ words.paused }</b>
                    <button type="button" class="button small" onclick={wish(Command::TogglePause)}>{ small_icon(Icon::Play) }{ words.play }</button>
                } else {
                    <span>{ (words.until)(&(text().number.clock)(waiting.until, 1.0)) }</span>
                }
                if props.shown.queued > 0 { <span>{ (words.queued)(props.shown.queued) }</span> }
                <button type="button" class="button small" onclick={wish(Command::Interrupt)}>{ words.stop }</button>
            </div>
        }
    }

    /// What was probably meant by what is being typed.
    fn hint(&self, ctx: &Context<Self>) -> Html {
        let Some(meant) = self.meant.as_ref().filter(|_| self.popup.is_none()) else {
            return Html::default();
        };
        let text: Rc<str> = meant.text.as_str().into();
        let onclick = ctx.link().callback(move |_: MouseEvent| Msg::Put(text.clone()));
        html! {
            <p class="terminal-hint">
                { (player_text().terminal.unknown)(&meant.word) }{ " " }
                <button type="button" class="plain" {onclick}>{ (player_text().terminal.meant)(&meant.meant) }</button>
            </p>
        }
    }

    fn prompt(&self, ctx: &Context<Self>) -> Html {
        let (words, link) = (&player_text().terminal, ctx.link());
        let popup = self.popup.as_ref();
        let chosen = popup.and_then(Popup::chosen_id);
        html! {
            <div class="terminal-prompt">
                if let Some(popup) = popup { { popup.view(link.callback(Msg::Take)) } }
                <label for="terminal-input">{ words.type_a_command }</label>
                <span class="terminal-sign" aria-hidden="true">{ "$" }</span>
                <textarea id="terminal-input" ref={&self.input} rows={self.lines.min(MOST_LINES).to_string()} autocomplete="off"
                    autocapitalize="off" spellcheck="false" placeholder={words.example} aria-describedby="terminal-keys"
                    aria-autocomplete="list" aria-controls={popup.map(|_| popup::ID)} aria-activedescendant={chosen}
                    onkeydown={link.callback(Msg::Key)} oninput={link.callback(|_: InputEvent| Msg::Typed)} />
                <button type="button" class="button small" onclick={link.callback(|_: MouseEvent| Msg::Complete)}>{ words.complete }</button>
                <button type="button" class="button small" onclick={link.callback(|_: MouseEvent| Msg::Run)}>{ words.run }</button>
                <p id="terminal-keys" class="unseen">{ words.keys }</p>
            </div>
        }
    }

    fn say(&mut self, what: impl Into<AttrValue>) {
        self.said = what.into();
    }

    fn field(&self) -> Option<HtmlTextAreaElement> {
        self.input.cast()
    }

    /// What grows above the line must not push it out of sight.
    fn keep_in_sight(&self) {
        let Some(field) = self.input.cast::<Element>() else {
            return;
        };
        let document = web_sys::window().and_then(|window| window.document());
        let active = document.and_then(|document| document.active_element());
        if active.is_some_and(|active| active == field) {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            field.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }

    fn is_at_end(&self) -> bool {
        const NEAR_PX: i32 = 8;
        self.log
            .cast::<Element>()
            .is_none_or(|log| log.scroll_top() + log.client_height() >= log.scroll_height() - NEAR_PX)
    }
}
