//! What every closer look has: kind, name, a button to close it, its text, and the latest command below.

use view::fleet::Belief;
use yew::prelude::*;

use super::last_command;
use crate::command::Command;
use crate::components::callbacks::send_if;
use crate::components::icon::{Icon, icon};
use crate::snapshot::Snapshot;
use crate::text::player_text;

/// The panel of something that commands are about.
pub(super) fn frame(
    kind: &str,
    name: &str,
    snapshot: &Snapshot,
    send: &Callback<Command>,
    inside: Html,
) -> Html {
    panel(
        kind,
        name,
        last_command(snapshot.last_command.as_ref()),
        send,
        inside,
    )
}

/// The panel of something to be read only.
pub(super) fn reading(kind: &str, name: &str, send: &Callback<Command>, inside: Html) -> Html {
    panel(kind, name, Html::default(), send, inside)
}

fn panel(kind: &str, name: &str, below: Html, send: &Callback<Command>, inside: Html) -> Html {
    let words = &player_text().inspector;
    let close = send.reform(|_: MouseEvent| Command::Select(None));
    let onkeydown = send_if(send, |event: KeyboardEvent| {
        (event.key() == "Escape").then_some(Command::Select(None))
    });
    html! {
        <aside class="inspector" aria-label={words.name} {onkeydown}>
            <div class="inspector-text" tabindex="0" role="group" aria-label={name.to_owned()}>
                <header>
                    <div><p class="kind">{ kind }</p><h2>{ name }</h2></div>
                    <button type="button" class="tool" aria-label={words.close} onclick={close}>{ icon(Icon::Close) }</button>
                </header>
                { inside }
            </div>
            { below }
        </aside>
    }
}

/// A line of facts.
pub(super) fn fact(name: &'static str, value: impl Into<Html>) -> Html {
    html! { <><dt>{ name }</dt><dd>{ value.into() }</dd></> }
}

/// A heading with a list below it.
pub(super) fn list(title: &'static str, entries: impl Iterator<Item = Html>) -> Html {
    html! { <section class="entries"><h3>{ title }</h3><ul>{ for entries.map(|entry| html! { <li>{ entry }</li> }) }</ul></section> }
}

/// What is believed and why, in two lines.
pub(super) fn belief_lines(belief: &Belief, now_s: u64) -> Html {
    let said = (player_text().fleet.belief)(belief, now_s);
    html! {
        <>
            <p>{ said }</p>
            if let (Some(code), Some(sentence)) = (&belief.reason, &belief.description) {
                <p class="reason"><code>{ &**code }</code>{ " " }{ &**sentence }</p>
            }
        </>
    }
}
