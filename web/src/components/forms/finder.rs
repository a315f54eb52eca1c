//! The list of all forms: a line to type into, and arrow keys through what is found.

use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use super::{Send, head};
use crate::components::callbacks::send_if;
use crate::forms::{Finder, FinderEntry, FormInput};
use crate::text::player_text;

/// What a key does in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindKey {
    /// So many entries further.
    Turn(isize),
    /// Opens the entry that is chosen.
    Open,
}

/// The page.
pub(super) fn finder(finder: &Finder, active: usize, send: &Send, find: &Callback<FindKey>) -> Html {
    let words = &player_text().form;
    let count = finder.entries().count();
    let active = active.min(count.saturating_sub(1));
    let oninput = send.reform(|event: InputEvent| {
        let query = event.target_unchecked_into::<HtmlInputElement>().value();
        (FormInput::Query(query), None)
    });
    let active_id = (count > 0).then(|| format!("form-option-{active}"));
    let onkeydown = send_if(find, |event: KeyboardEvent| {
        let key = key(&event.key())?;
        event.prevent_default();
        Some(key)
    });
    html! {
        <>
            { head(words.actions, send, false) }
            <div class="forms-find">
                <label for="form-find">{ words.find }</label>
                <input id="form-find" type="text" role="combobox" aria-expanded="true" aria-controls="form-list" aria-autocomplete="list"
                    aria-activedescendant={active_id} aria-describedby="form-find-hint" autocomplete="off" autocapitalize="off"
                    spellcheck="false" value={finder.query.to_string()} {oninput} {onkeydown} />
                <p id="form-find-hint" class="form-doc">{ words.find_hint }</p>
                <p class="unseen" role="status">{ (words.found)(count) }</p>
            </div>
            <div class="forms-body forms-list" id="form-list" role="listbox" aria-label={words.actions}>
                { groups(finder, active, send) }
            </div>
            if count == 0 { <p class="forms-nothing">{ words.nothing_found }</p> }
        </>
    }
}

/// Down and up choose, by one or by a page; Enter opens.
fn key(name: &str) -> Option<FindKey> {
    match name {
        "ArrowDown" => Some(FindKey::Turn(1)),
        "ArrowUp" => Some(FindKey::Turn(-1)),
        "PageDown" => Some(FindKey::Turn(PAGE)),
        "PageUp" => Some(FindKey::Turn(-PAGE)),
        "Enter" => Some(FindKey::Open),
        _ => None,
    }
}

/// Entries of a page.
const PAGE: isize = 8;

fn groups(finder: &Finder, active: usize, send: &Send) -> Html {
    let mut first = 0;
    let groups = finder.groups.iter().map(|group| {
        let begin = first;
        first += group.entries.len();
        let options = group.entries.iter().enumerate();
        let options = options.map(|(index, entry)| option(entry, begin + index, active, send));
        html! {
            <div role="group" aria-label={group.title}>
                <p class="forms-service" aria-hidden="true">{ group.title }</p>
                { for options }
            </div>
        }
    });
    groups.collect()
}

fn option(entry: &FinderEntry, index: usize, active: usize, send: &Send) -> Html {
    let words = &player_text().form;
    let key = entry.key.clone();
    let onclick = send.reform(move |_: MouseEvent| (FormInput::Open(key.clone()), None));
    let note = match (entry.begun, entry.closed) {
        (true, _) => Some(words.begun),
        (false, true) => Some(words.closed),
        (false, false) => None,
    };
    html! {
        <div role="option" id={format!("form-option-{index}")} class={classes!("form-option", entry.closed.then_some("closed"))}
            aria-selected={(index == active).to_string()} {onclick}>
            <b>{ &*entry.title }</b>
            if let Some(note) = note { <span class={classes!("form-note", entry.begun.then_some("own"))}>{ note }</span> }
            <code>{ &*entry.command }</code>
        </div>
    }
}
