//! One field: label, what is said of it, what is filled in, and what is wrong with it.

use form::{Control, Edit, Field, Fields, Path};
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::page::Filling;
use super::select::Select;
use super::{id_of, nested, things};
use crate::forms::FormInput;
use crate::text::player_text;

/// The fields of a structure: those that come first, and the rest folded away, unless something is wrong there.
pub(super) fn fields(filling: &Filling<'_>, fields: &Fields) -> Html {
    let is_flawed = |field: &Field| {
        filling
            .view
            .flaws
            .iter()
            .any(|flaw| flaw.path.starts_with(&field.path))
    };
    html! {
        <>
            { for fields.first.iter().map(|one| field(filling, one, None)) }
            if !fields.more.is_empty() {
                <details class="form-more" open={fields.more.iter().any(is_flawed)}>
                    <summary>{ player_text().form.more }</summary>
                    <div class="form-within">{ for fields.more.iter().map(|one| field(filling, one, None)) }</div>
                </details>
            }
        </>
    }
}

/// A field; `name` is what it is called where it is an entry of a list.
pub(super) fn field(filling: &Filling<'_>, field: &Field, name: Option<String>) -> Html {
    let label = name.unwrap_or_else(|| label_of(field));
    match &field.control {
        Control::Structure(fields) => nested::structure(filling, field, fields.as_ref(), &label),
        Control::List(entries) => nested::list(filling, field, entries, &label),
        Control::Map(entries) => nested::map(filling, field, entries, &label),
        Control::SomeOf(chosen, words) => things::some_words(filling, field, chosen, words, &label),
        Control::Things(chosen, meaning) => things::many(filling, field, chosen, *meaning, &label),
        Control::ThingsInLine(text, meaning) => things::many_in_line(filling, field, text, *meaning, &label),
        _ => single(filling, field, &label),
    }
}

/// What a field is called.
pub(super) fn label_of(field: &Field) -> String {
    (player_text().form.label)(field.shape, field.member.name)
}

/// A field of one value.
fn single(filling: &Filling<'_>, field: &Field, label: &str) -> Html {
    let id = id_of(&field.path);
    html! {
        <div class="form-field" data-member={field.member.name}>
            <div class="form-label">
                <label for={id}>{ label.to_owned() }</label><span aria-hidden="true">{ required(field) }</span>
            </div>
            { doc(field) }
            { control(filling, field, label) }
            { flaw(filling, &field.path) }
        </div>
    }
}

/// Marks what must be given; where an attribute says so already, only for those who see.
pub(super) fn required(field: &Field) -> Html {
    html! { if field.required { <span class="form-required">{ player_text().form.required }</span> } }
}

fn control(filling: &Filling<'_>, field: &Field, label: &str) -> Html {
    match &field.control {
        Control::Thing(text, meaning) => things::one(filling, field, text, *meaning, label),
        Control::Truth(text) => truth(filling, field, text),
        Control::OneOf(text, words) => {
            let options: Vec<(String, String)> = words
                .iter()
                .map(|&word| (word.to_owned(), word.to_owned()))
                .collect();
            select(filling, field, text, options)
        }
        Control::Area(text) => area(filling, field, text),
        Control::Line(text) => line(filling, field, text, None),
        _ => Html::default(),
    }
}

fn truth(filling: &Filling<'_>, field: &Field, text: &str) -> Html {
    let words = &player_text().form;
    let options = [("true", words.yes), ("false", words.no)];
    let options = options.map(|(value, word)| (value.to_owned(), word.to_owned()));
    select(filling, field, text, options.to_vec())
}

/// One of several values, or none of them.
pub(super) fn select(
    filling: &Filling<'_>,
    field: &Field,
    text: &str,
    options: Vec<(String, String)>,
) -> Html {
    let path = field.path.clone();
    let pick = filling.send.reform(move |value: String| {
        if value == BY_HAND {
            (
                FormInput::Type(path.clone(), true),
                Some(format!("#{}", id_of(&path))),
            )
        } else {
            (FormInput::Edit(Edit::Text(path.clone(), value)), None)
        }
    });
    html! {
        <Select id={id_of(&field.path)} value={text.to_owned()} nothing={nothing(field)} {options} described={described(filling, field)}
            required={field.required} invalid={invalid(filling, &field.path)} {pick} />
    }
}

/// The value of the option that lets one type instead.
pub(super) const BY_HAND: &str = "\u{1}";

/// What no choice means.
fn nothing(field: &Field) -> String {
    let words = &player_text().form;
    match field.member.default {
        _ if field.required => words.choose.to_owned(),
        Some(default) => (words.default_is)(default),
        None => words.left_out.to_owned(),
    }
}

fn area(filling: &Filling<'_>, field: &Field, text: &str) -> Html {
    let path = field.path.clone();
    let oninput = filling.send.reform(move |event: InputEvent| {
        let value = event.target_unchecked_into::<HtmlTextAreaElement>().value();
        (FormInput::Edit(Edit::Text(path.clone(), value)), None)
    });
    html! {
        <textarea id={id_of(&field.path)} rows="4" spellcheck="false" value={text.to_owned()} {oninput}
            aria-describedby={described(filling, field)} aria-required={field.required.to_string()} aria-invalid={invalid(filling, &field.path)} />
    }
}

/// A line to type into; `name` where no label stands beside it.
pub(super) fn line(filling: &Filling<'_>, field: &Field, text: &str, name: Option<String>) -> Html {
    use api::Kind;
    let path = field.path.clone();
    let oninput = filling.send.reform(move |event: InputEvent| {
        let value = event.target_unchecked_into::<HtmlInputElement>().value();
        (FormInput::Edit(Edit::Text(path.clone(), value)), None)
    });
    let inputmode = match field.member.kind {
        Kind::Integer if !takes_sign(field) => Some("numeric"),
        Kind::Double if !takes_sign(field) => Some("decimal"),
        _ => None,
    };
    html! {
        <input id={id_of(&field.path)} type="text" {inputmode} autocomplete="off" autocapitalize="off" spellcheck="false"
            value={text.to_owned()} placeholder={(player_text().form.placeholder)(&field.member)} {oninput} aria-label={name}
            aria-describedby={described(filling, field)} aria-required={field.required.to_string()} aria-invalid={invalid(filling, &field.path)} />
    }
}

/// Keyboards of numbers on a screen have no minus.
fn takes_sign(field: &Field) -> bool {
    !matches!(field.member.bounds, api::Bounds::Value(least, _) if least >= 0)
}

/// What is said of a field.
pub(super) fn doc(field: &Field) -> Html {
    let hint = (player_text().form.hint)(&field.member);
    if field.doc.is_empty() && hint.is_none() {
        return Html::default();
    }
    html! {
        <p class="form-doc" id={format!("{}-doc", id_of(&field.path))}>
            { field.doc.replace('`', "") }
            if let Some(hint) = hint { { " " }{ hint } }
        </p>
    }
}

/// What is wrong at a path.
pub(super) fn flaw(filling: &Filling<'_>, path: &Path) -> Html {
    let Some(found) = filling.view.flaws.iter().find(|flaw| flaw.path == *path) else {
        return Html::default();
    };
    html! { <p class="form-flaw" id={format!("{}-flaw", id_of(path))}>{ &*found.sentence }</p> }
}

pub(super) fn invalid(filling: &Filling<'_>, path: &Path) -> Option<&'static str> {
    filling
        .view
        .flaws
        .iter()
        .any(|flaw| flaw.path == *path)
        .then_some("true")
}

/// The ids of what is said of a field.
pub(super) fn described(filling: &Filling<'_>, field: &Field) -> Option<String> {
    let id = id_of(&field.path);
    let has_doc = !field.doc.is_empty() || (player_text().form.hint)(&field.member).is_some();
    let parts = [
        has_doc.then(|| format!("{id}-doc")),
        invalid(filling, &field.path).map(|_| format!("{id}-flaw")),
    ];
    let ids: Vec<String> = parts.into_iter().flatten().collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}
