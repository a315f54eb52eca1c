//! A form: what it does, what is wrong with it, its fields, and the command that it sends.

use std::slice;

use wasm_bindgen::JsCast;
use web_sys::SubmitEvent;
use yew::prelude::*;

use super::field::fields;
use super::{Send, head, id_of};
use crate::components::command_line::command_lines;
use crate::forms::{FieldFlaw, FormInput, FormView};
use crate::text::player_text;

/// What the parts of a form need.
pub(super) struct Filling<'a> {
    /// The form.
    pub(super) view: &'a FormView,
    /// Takes what is done.
    pub(super) send: &'a Send,
}

/// The page.
pub(super) fn page(view: &FormView, send: &Send) -> Html {
    let filling = Filling { view, send };
    let open = view.closed.is_none();
    let onsubmit = {
        let send = send.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if open {
                send.emit((FormInput::Submit, None));
            }
        })
    };
    html! {
        <>
            { head(&view.title, send, true) }
            <form class="forms-form" novalidate=true {onsubmit}>
                <div class="forms-body">
                    { about(view) }
                    { wrong(view) }
                    <div class="form-fields">{ fields(&filling, &view.fields) }</div>
                    { command_lines(slice::from_ref(&view.command)) }
                </div>
                { foot(view, send) }
            </form>
        </>
    }
}

fn about(view: &FormView) -> Html {
    let words = &player_text().form;
    html! {
        <>
            <p class="form-about">
                { view.doc.replace('`', "") }
                if let Some(source) = &view.source {
                    { " " }<a href={source.to_string()} target="_blank" rel="noreferrer">{ words.source }</a>
                }
            </p>
            if let Some(why) = &view.closed { <p class="why-not form-closed"><b>{ words.not_now }</b>{ " " }{ &**why }</p> }
        </>
    }
}

/// Everything that is wrong, each with a way to its field.
fn wrong(view: &FormView) -> Html {
    let words = &player_text().form;
    if view.flaws.is_empty() && view.refusal.is_none() {
        return Html::default();
    }
    let refused = view.refusal.as_ref().map(|(code, message)| {
        html! { <p><b>{ words.refused }</b>{ " " }<code>{ &**code }</code>{ " " }{ &**message }</p> }
    });
    let own = view.refusal.is_none().then(|| (words.to_mend)(view.flaws.len()));
    html! {
        <div class="form-errors" tabindex="-1" role="alert">
            { refused.unwrap_or_default() }
            if let Some(own) = own { <p><b>{ own }</b></p> }
            if !view.flaws.is_empty() { <ul>{ for view.flaws.iter().map(way) }</ul> }
        </div>
    }
}

fn way(flaw: &FieldFlaw) -> Html {
    let id = id_of(&flaw.path);
    let onclick = Callback::from(move |_: MouseEvent| go_to(&id));
    html! { <li><button type="button" class="plain" {onclick}>{ &*flaw.label }</button></li> }
}

/// Leads to a field; what it is folded away in is opened.
fn go_to(id: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let Some(element) = document.get_element_by_id(id) else {
        return;
    };
    let mut around = element.parent_element();
    while let Some(outer) = around {
        if outer.tag_name() == "DETAILS" {
            let _ = outer.set_attribute("open", "");
        }
        around = outer.parent_element();
    }
    if let Ok(element) = element.dyn_into::<web_sys::HtmlElement>() {
        let _ = element.focus();
    }
}

fn foot(view: &FormView, send: &Send) -> Html {
    let words = &player_text().form;
    let clear = send.reform(|_: MouseEvent| (FormInput::Clear, None));
    let label = if view.only_looks { words.ask } else { words.send };
    html! {
        <div class="forms-foot">
            <button type="submit" class={classes!("button", "primary")} aria-disabled={view.closed.is_some().to_string()}>{ label }</button>
            <button type="button" class="button" onclick={clear}>{ words.clear }</button>
        </div>
    }
}
