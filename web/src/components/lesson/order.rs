//! Things to be put into order, with buttons: dragging would be a path that not everybody can follow.

use yew::prelude::*;

use crate::components::callbacks::send_if;
use crate::components::icon::{Icon, small_icon};
use crate::panel::{OrderQuestion, PanelInput};
use crate::text::player_text;

/// The list; each thing can change places with the one above it, or the one below.
pub fn order(question: &OrderQuestion, send: &Callback<PanelInput>) -> Html {
    html! {
        <fieldset class="question order" disabled={question.fixed}>
            <legend>{ &*question.prompt }</legend>
            <ol>{ for (0..question.items.len()).map(|place| item(question, place, send)) }</ol>
        </fieldset>
    }
}

fn item(question: &OrderQuestion, place: usize, send: &Callback<PanelInput>) -> Html {
    let words = &player_text().lesson;
    let name = &question.items[place];
    let last = place + 1 == question.items.len();
    html! {
        <li key={name.to_string()}>
            <span>{ &**name }</span>
            { mover(question, (place > 0).then_some(place), (words.move_up)(name), "up", send) }
            { mover(question, (!last).then_some(place + 1), (words.move_down)(name), "down", send) }
        </li>
    }
}

/// A button that lets the thing at `place` change places with the one above it.
fn mover(
    question: &OrderQuestion,
    place: Option<usize>,
    name: String,
    class: &'static str,
    send: &Callback<PanelInput>,
) -> Html {
    let id = question.id.clone();
    let onclick = send_if(send, move |_: MouseEvent| {
        Some(PanelInput::MoveUp(id.clone(), place?))
    });
    let closed = place.is_none().to_string();
    html! { <button type="button" class={classes!("button", "small", class)} aria-label={name} aria-disabled={closed} {onclick}>{ small_icon(Icon::Chevron) }</button> }
}
