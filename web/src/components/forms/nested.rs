//! Structures, lists and maps: fieldsets to which entries are added and from which they are removed.

use form::{Control, Edit, Entry, Field, Fields, Path};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::field::{described, doc, field, fields, flaw, required};
use super::page::Filling;
use super::{Send, id_of};
use crate::components::icon::{Icon, small_icon};
use crate::forms::FormInput;
use crate::text::player_text;

/// A structure, or the button that adds it.
pub(super) fn structure(filling: &Filling<'_>, of: &Field, within: Option<&Fields>, label: &str) -> Html {
    let path = &of.path;
    let inside = match within {
        None => add(
            filling.send,
            path,
            label,
            &format!("#{} :is(input, select, textarea)", id_of(path)),
        ),
        Some(within) => html! {
            <>
                <div class="form-within">{ fields(filling, within) }</div>
                if !of.required { { remove(filling.send, path, label, &format!("#{} .form-add", id_of(path))) } }
            </>
        },
    };
    group(filling, of, label, inside)
}

/// A list and its entries.
pub(super) fn list(filling: &Filling<'_>, of: &Field, entries: &[Entry], label: &str) -> Html {
    let words = &player_text().form;
    let shown = entries.iter().enumerate().map(|(index, entry)| {
        let name = (words.number)(label, index);
        one(filling, of, &entry.field, &name, None)
    });
    let inside = html! {
        <>
            { for shown }
            { add(filling.send, &of.path, label, &entry_selector(&of.path, entries.len())) }
        </>
    };
    group(filling, of, label, inside)
}

/// A map and its entries, each with its key.
pub(super) fn map(filling: &Filling<'_>, of: &Field, entries: &[(String, Entry)], label: &str) -> Html {
    let words = &player_text().form;
    let shown = entries.iter().enumerate().map(|(index, (key, entry))| {
        let name = (words.number)(label, index);
        one(filling, of, &entry.field, &name, Some(key))
    });
    let inside = html! {
        <>
            { for shown }
            { add(filling.send, &of.path, label, &format!("#{}-{}-key", id_of(&of.path), entries.len())) }
        </>
    };
    group(filling, of, label, inside)
}

/// Where one goes on after an entry was added.
fn entry_selector(path: &Path, index: usize) -> String {
    let id = format!("{}-{index}", id_of(path));
    format!("#{id}:is(input, select, textarea), #{id} :is(input, select, textarea)")
}

fn group(filling: &Filling<'_>, of: &Field, label: &str, inside: Html) -> Html {
    html! {
        <fieldset class="form-field form-group" data-member={of.member.name} id={id_of(&of.path)} tabindex="-1" aria-describedby={described(filling, of)}>
            <legend>{ label.to_owned() }{ required(of) }</legend>
            { doc(of) }
            { inside }
            { flaw(filling, &of.path) }
        </fieldset>
    }
}

/// An entry, and the button that removes it.
fn one(filling: &Filling<'_>, of: &Field, entry: &Field, name: &str, key: Option<&str>) -> Html {
    let after = format!("#{} > .form-add", id_of(&of.path));
    let key = key.map(|key| key_line(filling.send, &entry.path, key, name));
    match &entry.control {
        Control::Structure(Some(within)) => html! {
            <fieldset class="form-entry" id={id_of(&entry.path)} tabindex="-1">
                <legend>{ name.to_owned() }</legend>
                { key.unwrap_or_default() }
                { fields(filling, within) }
                { remove(filling.send, &entry.path, name, &after) }
            </fieldset>
        },
        _ => html! {
            <div class="form-entry line">
                { key.unwrap_or_default() }
                { field(filling, entry, Some(name.to_owned())) }
                { remove(filling.send, &entry.path, name, &after) }
            </div>
        },
    }
}

fn key_line(send: &Send, path: &Path, key: &str, name: &str) -> Html {
    let words = &player_text().form;
    let id = format!("{}-key", id_of(path));
    let path = path.clone();
    let oninput = send.reform(move |event: InputEvent| {
        let value = event.target_unchecked_into::<HtmlInputElement>().value();
        (FormInput::Edit(Edit::Key(path.clone(), value)), None)
    });
    html! {
        <div class="form-field">
            <label for={id.clone()}>{ words.key }<span class="unseen">{ ": " }{ name.to_owned() }</span></label>
            <input {id} type="text" autocomplete="off" autocapitalize="off" spellcheck="false" value={key.to_owned()} {oninput} />
        </div>
    }
}

fn add(send: &Send, path: &Path, label: &str, then: &str) -> Html {
    let words = &player_text().form;
    let (path, then) = (path.clone(), then.to_owned());
    let onclick =
        send.reform(move |_: MouseEvent| (FormInput::Edit(Edit::Add(path.clone())), Some(then.clone())));
    html! {
        <button type="button" class="button small form-add" aria-label={(words.add_one)(label)} {onclick}>
            { small_icon(Icon::Plus) }{ words.add }
        </button>
    }
}

fn remove(send: &Send, path: &Path, label: &str, then: &str) -> Html {
    let words = &player_text().form;
    let (path, then) = (path.clone(), then.to_owned());
    let onclick =
        send.reform(move |_: MouseEvent| (FormInput::Edit(Edit::Remove(path.clone())), Some(then.clone())));
    html! {
        <button type="button" class="plain form-remove" aria-label={(words.remove_one)(label)} {onclick}>{ words.remove }</button>
    }
}
