//! The line at the top: where one is, and how one wants to see it.

use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::command::Command;
use crate::route::Route;
use crate::text::text;
use crate::theme;

/// What the head shows.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The lesson's number; none in the sandbox.
    pub number: Option<u32>,
    /// The title.
    pub title: AttrValue,
    /// Whether the charts are shown.
    pub charts: bool,
    /// Whether text is shown in place of the picture.
    pub twin: bool,
    /// Takes commands.
    pub send: Callback<Command>,
}

/// The head.
#[component]
pub fn Head(props: &Props) -> Html {
    let words = &text().head;
    html! {
        <header class="head">
            { brand() }
            <h1 class="crumb">
                if let Some(number) = props.number { <b>{ (words.lesson)(number) }</b>{ " " } }
                { &props.title }
            </h1>
            if props.number.is_some() {
                <a class="tool wide-only" href={Route::Sandbox.href()} aria-label={words.open_sandbox}>
                    { icon(Icon::Sandbox) }<span>{ words.sandbox }</span>
                </a>
            }
            { toggle(props, Icon::Charts, words.charts, words.show_charts, props.charts, Command::ToggleCharts) }
            { toggle(props, Icon::Text, words.as_text, words.show_as_text, props.twin, Command::ToggleTwin) }
            { theme_switch() }
        </header>
    }
}

fn toggle(
    props: &Props,
    drawing: Icon,
    word: &'static str,
    name: &'static str,
    on: bool,
    command: Command,
) -> Html {
    let onclick = props.send.reform(move |_: MouseEvent| command.clone());
    html! {
        <button type="button" class="tool" aria-label={name} aria-pressed={on.to_string()} {onclick}>
            { icon(drawing) }<span>{ word }</span>
        </button>
    }
}

/// The name of the page, which leads to its start.
pub fn brand() -> Html {
    html! {
        <a class="brand" href={Route::Start.href()} aria-label={text().head.home}>
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
        <button type="button" class="tool" aria-label={text().head.switch_theme} {onclick}>{ icon(Icon::Sun) }</button>
    }
}
