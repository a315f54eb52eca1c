//! One thing that happened: when, what, why; of a call, what CloudTrail would show.

use view::Picture;
use yew::prelude::*;

use crate::command::Command;
use crate::components::track::shape;
use crate::components::why::{told, why_button};
use crate::story::{CallRecord, Entry, Key, Opened};
use crate::text::{player_text, text};

/// The entry.
pub(super) fn entry(
    entry: &Entry,
    opened: Option<&Opened>,
    picture: &Picture,
    send: &Callback<Command>,
) -> Html {
    let asked = entry.fact.is_some() || matches!(entry.key, Key::Call(_) | Key::Request(_));
    html! {
        <li key={key(entry.key)}>
            <time>{ (text().number.clock)(entry.at, 1.0) }</time>
            <span class="mark">{ shape(entry.kind.mark()) }</span>
            <div>
                <p class="said">{ told(&entry.sentence, entry.thing, picture, send) }</p>
                if let Some(call) = &entry.call { { details(call) } }
                if asked { { why_button(entry.key, &entry.sentence, opened, picture, send) } }
            </div>
        </li>
    }
}

fn key(key: Key) -> String {
    format!("{key:?}")
}

/// A call's record, folded away until it is wanted.
fn details(call: &CallRecord) -> Html {
    let words = &player_text().story;
    let source = call.source.as_deref().unwrap_or(words.no_source);
    html! {
        <details class="call">
            <summary>{ &*call.name }{ " · " }{ source.to_owned() }</summary>
            <dl class="facts">
                <dt>{ words.source }</dt><dd>{ source.to_owned() }</dd>
                <dt>{ words.caller }</dt><dd>{ (words.caller_name)(call.caller) }</dd>
                if let Some((code, message)) = &call.error { <dt>{ words.error }</dt><dd><code>{ &**code }</code>{ " " }{ &**message }</dd> }
            </dl>
            <p>{ words.parameters }</p>
            <pre tabindex="0" role="group" aria-label={words.parameters}>{ &*call.parameters }</pre>
        </details>
    }
}
