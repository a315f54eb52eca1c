//! Questions: a choice, a number, and how sure one is.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::prose::prose;
use crate::components::callbacks::send_if;
use crate::panel::{Certainty, NumberQuestion, PanelInput, Question, Reply};
use crate::text::{player_text, text};

/// One choice of several.
pub fn question(question: &Question, send: &Callback<PanelInput>) -> Html {
    let choices = (0..question.choices.len()).map(|index| choice(question, index, send));
    html! {
        <fieldset class={classes!("question", question.inline.then_some("inline"))} disabled={question.fixed}>
            <legend>{ &*question.prompt }</legend>
            <div class="choices">{ for choices }</div>
            <div role="status">if let Some(found) = &question.reply { { reply(found) } }</div>
        </fieldset>
    }
}

fn choice(question: &Question, index: usize, send: &Callback<PanelInput>) -> Html {
    let chosen = question.chosen == Some(index);
    let id = question.id.clone();
    let onchange = send.reform(move |_: Event| PanelInput::Choose(id.clone(), index));
    html! {
        <label class={classes!("choice", chosen.then_some("chosen"))}>
            <input type="radio" name={question.id.to_string()} checked={chosen} {onchange} />
            <span>{ &*question.choices[index] }</span>
        </label>
    }
}

fn reply(reply: &Reply) -> Html {
    let words = &player_text().lesson;
    let (class, word) = match reply.right {
        Some(true) => ("right", words.right),
        Some(false) => ("wrong", words.wrong),
        None => ("", ""),
    };
    html! { <div class={classes!("reply", class)}>if !word.is_empty() { <b>{ word }</b> }{ prose(&reply.text) }</div> }
}

/// A number to be said beforehand.
pub fn number(number: &NumberQuestion, send: &Callback<PanelInput>) -> Html {
    let (id, (least, most)) = (number.id.clone(), number.range);
    let oninput = send_if(send, move |event: InputEvent| {
        let value = said(&event)?;
        (least..=most)
            .contains(&value)
            .then(|| PanelInput::Number(id.clone(), value))
    });
    html! {
        <label class="field">
            <span>{ &*number.prompt }</span>
            <span class="row">
                <input type="number" min={least.to_string()} max={most.to_string()} disabled={number.fixed}
                    value={number.value.map(|value| value.to_string())} {oninput} />
                { &*number.unit }
            </span>
        </label>
    }
}

/// How sure one is: from a guess to a bet.
pub fn certainty(certainty: &Certainty, send: &Callback<PanelInput>) -> Html {
    let words = &player_text().lesson;
    let shown = (text().number.percent)(f64::from(certainty.percent));
    let oninput = send_if(send, |event: InputEvent| {
        let percent = u8::try_from(said(&event)?).ok()?;
        (50..=100)
            .contains(&percent)
            .then_some(PanelInput::Certainty(percent))
    });
    html! {
        <label class="field">
            <span>{ words.how_sure }{ " " }<b>{ shown.clone() }</b></span>
            <input type="range" min="50" max="100" step="10" disabled={certainty.fixed}
                value={certainty.percent.to_string()} aria-valuetext={shown} {oninput} />
        </label>
    }
}

/// The whole number in a field.
fn said(event: &InputEvent) -> Option<u64> {
    event
        .target_unchecked_into::<HtmlInputElement>()
        .value()
        .parse()
        .ok()
}
