//! The list of all forms: a line to type into, and arrow keys through what is found.

use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use super::{Send, head};
use crate::forms::{Finder, FinderEntry, FormInput};
use crate::text::player_text;

/// The page.
pub(super) fn finder(finder: &Finder, active: usize, send: &Send, choose: &Callback<usize>) -> Html {
    let words = &player_text().form;
    let all: Vec<&FinderEntry> = finder.groups.iter().flat_map(|group| &group.entries).collect();
    let active = active.min(all.len().saturating_sub(1));
    let oninput = send.reform(|event: InputEvent| {
        let query = event.target_unchecked_into::<HtmlInputElement>().value();
        (FormInput::Query(query), None)
    });
    let active_id = all.get(active).map(|_| format!("form-option-{active}"));
    html! {
        <>
            { head(words.actions, send, false) }
            <div class="forms-find">
                <label for="form-find">{ words.find }</label>
                <input id="form-find" type="text" role="combobox" aria-expanded="true" aria-controls="form-list" aria-autocomplete="list"
                    aria-activedescendant={active_id} aria-describedby="form-find-hint" autocomplete="off" autocapitalize="off"
                    spellcheck="false" value={finder.query.to_string()} {oninput} onkeydown={keys(&all, active, send, choose)} />
                <p id="form-find-hint" class="form-doc">{ words.find_hint }</p>
                <p class="unseen" role="status">{ (words.found)(all.len()) }</p>
            </div>
            <div class="forms-body forms-list" id="form-list" role="listbox" aria-label={words.actions}>
                { groups(finder, active, send) }
            </div>
            if all.is_empty() { <p class="forms-nothing">{ words.nothing_found }</p> }
        </>
    }
}

/// Down, up, home and end choose; Enter opens.
fn keys(
    all: &[&FinderEntry],
    active: usize,
    send: &Send,
    choose: &Callback<usize>,
) -> Callback<KeyboardEvent> {
    let (send, choose, last) = (send.clone(), choose.clone(), all.len().saturating_sub(1));
    let key = all.get(active).map(|entry| entry.key.clone());
    Callback::from(move |event: KeyboardEvent| {
        let next = match event.key().as_str() {
            "ArrowDown" => (active + 1).min(last),
            "ArrowUp" => active.saturating_sub(1),
            "PageDown" => (active + 8).min(last),
            "PageUp" => active.saturating_sub(8),
            "Enter" => {
                event.prevent_default();
                if let Some(key) = &key {
                    send.emit((FormInput::Open(key.clone()), None));
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        choose.emit(next);
    })
}

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
