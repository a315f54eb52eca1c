//! Choosing things of the account: one from a list, or any number of them; what is not listed can be typed.

use form::{Choice, Edit, Field, Meaning, Path};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use super::field::{BY_HAND, described, doc, flaw, line, required, select};
use super::page::Filling;
use super::{Send, id_of};
use crate::components::icon::{Icon, small_icon};
use crate::forms::FormInput;
use crate::text::player_text;

/// One thing.
pub(super) fn one(filling: &Filling<'_>, field: &Field, text: &str, meaning: Meaning, label: &str) -> Html {
    let words = &player_text().form;
    let choices = filling.view.choices.of(meaning);
    if choices.is_empty() {
        return html! {
            <>
                { line(filling, field, text, None) }
                <p class="form-doc">{ words.nothing_to_choose }</p>
            </>
        };
    }
    if filling.view.typed.contains(&field.path) {
        let path = field.path.clone();
        let then = format!("#{}", id_of(&field.path));
        let onclick = filling
            .send
            .reform(move |_: MouseEvent| (FormInput::Type(path.clone(), false), Some(then.clone())));
        return html! {
            <>
                { line(filling, field, text, None) }
                <button type="button" class="plain" {onclick}>{ words.choose_instead }<span class="unseen">{ ": " }{ label.to_owned() }</span></button>
            </>
        };
    }
    let mut options: Vec<(String, String)> = choices.iter().map(pair).collect();
    options.push((BY_HAND.to_owned(), words.another.to_owned()));
    select(filling, field, text, options)
}

fn pair(choice: &Choice) -> (String, String) {
    (choice.value.to_string(), choice.label.to_string())
}

/// Any number of words.
pub(super) fn some_words(
    filling: &Filling<'_>,
    field: &Field,
    chosen: &[String],
    words: &'static [&'static str],
    label: &str,
) -> Html {
    let options: Vec<(String, String)> = words
        .iter()
        .map(|&word| (word.to_owned(), word.to_owned()))
        .collect();
    boxes(filling, field, chosen, &options, label, Edit::Pick)
}

/// Any number of things.
pub(super) fn many(
    filling: &Filling<'_>,
    field: &Field,
    chosen: &[String],
    meaning: Meaning,
    label: &str,
) -> Html {
    let options: Vec<(String, String)> = filling.view.choices.of(meaning).iter().map(pair).collect();
    boxes(filling, field, chosen, &options, label, Edit::Pick)
}

/// Any number of things, sent as one text.
pub(super) fn many_in_line(
    filling: &Filling<'_>,
    field: &Field,
    text: &str,
    meaning: Meaning,
    label: &str,
) -> Html {
    let chosen: Vec<String> = text
        .split(',')
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect();
    let options: Vec<(String, String)> = filling.view.choices.of(meaning).iter().map(pair).collect();
    boxes(filling, field, &chosen, &options, label, Edit::PickPart)
}

/// Makes an edit that puts a value in, or takes it out.
type Pick = fn(Path, String, bool) -> Edit;

/// A box for each thing, and for each value that was typed.
fn boxes(
    filling: &Filling<'_>,
    field: &Field,
    chosen: &[String],
    options: &[(String, String)],
    label: &str,
    pick: Pick,
) -> Html {
    let words = &player_text().form;
    let typed = chosen
        .iter()
        .filter(|value| options.iter().all(|(known, _)| known != *value));
    let typed = typed.map(|value| (value.clone(), value.clone()));
    let all: Vec<(String, String)> = options.iter().cloned().chain(typed).collect();
    let one =
        |(value, word): &(String, String)| one_box(filling, field, value, word, chosen.contains(value), pick);
    html! {
        <fieldset class="form-field form-boxes" data-member={field.member.name} id={id_of(&field.path)} tabindex="-1" aria-describedby={described(filling, field)}>
            <legend>{ label.to_owned() }{ required(field) }</legend>
            { doc(field) }
            if options.is_empty() { <p class="form-doc">{ words.nothing_to_choose }</p> }
            <div class="form-choices">{ for all.iter().map(one) }</div>
            { another(filling.send, field, label, pick) }
            { flaw(filling, &field.path) }
            { for (0..chosen.len()).map(|index| flaw(filling, &[&field.path[..], &[index]].concat())) }
        </fieldset>
    }
}

fn one_box(filling: &Filling<'_>, field: &Field, value: &str, word: &str, checked: bool, pick: Pick) -> Html {
    let (path, picked) = (field.path.clone(), value.to_owned());
    let onchange = filling.send.reform(move |event: Event| {
        let checked = event.target_unchecked_into::<HtmlInputElement>().checked();
        (FormInput::Edit(pick(path.clone(), picked.clone(), checked)), None)
    });
    html! {
        <label class={classes!("form-box", checked.then_some("chosen"))}>
            <input type="checkbox" {checked} {onchange} /><span>{ word.to_owned() }</span>
        </label>
    }
}

/// A line for a value that is not listed.
fn another(send: &Send, field: &Field, label: &str, pick: Pick) -> Html {
    let words = &player_text().form;
    let id = format!("{}-another", id_of(&field.path));
    let add = {
        let (send, path, id) = (send.clone(), field.path.clone(), id.clone());
        Callback::from(move |()| {
            if let Some(value) = take(&id) {
                let then = Some(format!("#{id}"));
                send.emit((FormInput::Edit(pick(path.clone(), value, true)), then));
            }
        })
    };
    let onkeydown = {
        let add = add.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                event.prevent_default();
                add.emit(());
            }
        })
    };
    let onclick = add.reform(|_: MouseEvent| ());
    html! {
        <div class="form-another">
            <input {id} type="text" autocomplete="off" autocapitalize="off" spellcheck="false" placeholder={words.another_value}
                aria-label={format!("{}: {label}", words.another_value)} {onkeydown} />
            <button type="button" class="button small" aria-label={(words.add_one)(label)} {onclick}>{ small_icon(Icon::Plus) }{ words.add }</button>
        </div>
    }
}

/// What stands in a line, which is empty from now on.
fn take(id: &str) -> Option<String> {
    let element = web_sys::window()?.document()?.get_element_by_id(id)?;
    let input = element.dyn_into::<HtmlInputElement>().ok()?;
    let value = input.value().trim().to_owned();
    input.set_value("");
    (!value.is_empty()).then_some(value)
}
