//! The line at the top: where one is, and how one wants to see it.

use view::fleet::Thing;
use yew::prelude::*;

use super::icon::{Icon, icon};
use super::terminal::drawing;
use crate::command::{Command, LessonCommand};
use crate::forms::FormInput;
use crate::route::{CoursePage, Route};
use crate::text::{player_text, text};
use crate::theme;

/// The key between a lesson and its sandbox.
const CROSS_OVER: &str = "Control+.";

/// What the head shows.
pub struct Title {
    /// The lesson's number; none in the sandbox.
    pub number: Option<u32>,
    /// The lesson's title, or the page's.
    pub title: AttrValue,
    /// Whether a lesson is played.
    pub is_lesson: bool,
    /// The lesson that waits meanwhile, as an address.
    pub way_back: Option<String>,
}

/// What can be shown or hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The charts.
    pub charts: bool,
    /// The terminal.
    pub terminal: bool,
    /// Text in place of the picture.
    pub twin: bool,
    /// The bill.
    pub bill: bool,
}

/// The head.
pub fn head(title: &Title, shown: Shown, send: &Callback<Command>) -> Html {
    let words = &player_text().head;
    let bill = Command::Select((!shown.bill).then_some(Thing::Bill));
    html! {
        <header class="head">
            { brand() }
            <h1 class="crumb" tabindex="-1">
                if let Some(number) = title.number { <b>{ (words.lesson)(number) }</b>{ " " } }
                { &title.title }
            </h1>
            if let Some(way) = &title.way_back {
                <a class="button small" href={way.clone()} title={words.back_to_lesson_long} aria-keyshortcuts={CROSS_OVER}>{ words.back_to_lesson }</a>
            }
            <a class="tool" href={Route::Course(CoursePage::Map).href()} aria-label={words.open_course}>
                { icon(Icon::Book) }<span>{ words.course }</span>
            </a>
            if title.is_lesson {
                <button type="button" class="tool wide-only" aria-label={words.open_sandbox} aria-keyshortcuts={CROSS_OVER} onclick={send.reform(|_: MouseEvent| Command::Lesson(LessonCommand::Sandbox))}>
                    { icon(Icon::Sandbox) }<span>{ words.sandbox }</span>
                </button>
            }
            { actions(send) }
            <span data-opens="bill">{ toggle(send, icon(Icon::Money), (player_text().bill.open, player_text().bill.open_long), shown.bill, bill) }</span>
            <span data-opens="terminal">{ toggle(send, drawing(), (player_text().terminal.name, player_text().terminal.open_long), shown.terminal, Command::ToggleTerminal) }</span>
            { toggle(send, icon(Icon::Charts), (words.charts, words.show_charts), shown.charts, Command::ToggleCharts) }
            { toggle(send, icon(Icon::Text), (words.as_text, words.show_as_text), shown.twin, Command::ToggleTwin) }
            { theme_switch() }
        </header>
    }
}

/// Opens the list of everything that can be done.
fn actions(send: &Callback<Command>) -> Html {
    let words = &player_text().form;
    let onclick = send.reform(|_: MouseEvent| Command::Form(FormInput::Find));
    html! {
        <button type="button" class="tool" aria-label={words.actions_long} aria-haspopup="dialog" aria-keyshortcuts="Control+K" {onclick}>
            { icon(Icon::Plus) }<span>{ words.actions }</span>
        </button>
    }
}

/// A button that shows or hides something, with its word and its full name.
fn toggle(
    send: &Callback<Command>,
    drawing: Html,
    words: (&'static str, &'static str),
    on: bool,
    command: Command,
) -> Html {
    let onclick = send.reform(move |_: MouseEvent| command.clone());
    html! {
        <button type="button" class="tool" aria-label={words.1} aria-pressed={on.to_string()} {onclick}>
            { drawing }<span>{ words.0 }</span>
        </button>
    }
}

/// The name of the page, which leads to its start.
pub fn brand() -> Html {
    html! {
        <a class="brand" href={Route::Start.href()} aria-label={text().page.home}>
            <svg viewBox="0 0 26 26" aria-hidden="true">
                <rect class="wall" x="1" y="3" width="24" height="20" rx="4" />
                <path class="dark-window" d="M5 7h4v5H5zM11 7h4v5h-4zM5 14h4v5H5zM17 14h4v5h-4z" />
                <path class="lit-window" d="M17 7h4v5h-4zM11 14h4v5h-4z" />
            </svg>
            <span>{ "Fleetlab" }</span>
        </a>
    }
}

/// The switch between light and dark.
pub fn theme_switch() -> Html {
    let onclick = Callback::from(|_: MouseEvent| theme::switch());
    html! {
        <button type="button" class="tool" aria-label={text().page.switch_theme} {onclick}>{ icon(Icon::Sun) }</button>
    }
}
