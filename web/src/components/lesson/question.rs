//! Questions: a choice, a number, and how sure one is.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::callbacks::send_if;

use super::prose::prose;
use crate::panel::{Certainty, NumberQuestion, PanelInput, Question, Reply};
use crate::text::text;

/// What a choice shows.
#[derive(PartialEq, Properties)]
pub struct QuestionProps {
    /// The question.
    pub question: Question,
    /// Takes the answer.
    pub send: Callback<PanelInput>,
}

/// One choice of several.
#[component]
pub fn QuestionField(props: &QuestionProps) -> Html {
    let question = &props.question;
    html! {
        <fieldset class={classes!("question", question.inline.then_some("inline"))} disabled={question.fixed}>
            <legend>{ &*question.prompt }</legend>
            <div class="choices">{ for (0..question.choices.len()).map(|index| choice(props, index)) }</div>
            <div role="status">if let Some(found) = &question.reply { { reply(found) } }</div>
        </fieldset>
    }
}

fn choice(props: &QuestionProps, index: usize) -> Html {
    let question = &props.question;
    let chosen = question.chosen == Some(index);
    let id = question.id.clone();
    let onchange = props
        .send
        .reform(move |_: Event| PanelInput::Choose(id.clone(), index));
    html! {
        <label class={classes!("choice", chosen.then_some("chosen"))}>
            <input type="radio" name={question.id.to_string()} checked={chosen} {onchange} />
            <span>{ &*question.choices[index] }</span>
        </label>
    }
}

fn reply(reply: &Reply) -> Html {
    let words = &text().lesson;
    let (class, word) = match reply.right {
        Some(true) => ("right", words.right),
        Some(false) => ("wrong", words.wrong),
        None => ("", ""),
    };
    html! { <div class={classes!("reply", class)}>if !word.is_empty() { <b>{ word }</b> }{ prose(&reply.text) }</div> }
}

/// What a number shows.
#[derive(PartialEq, Properties)]
pub struct NumberProps {
    /// The question.
    pub number: NumberQuestion,
    /// Takes the answer.
    pub send: Callback<PanelInput>,
}

/// A number to be said beforehand.
#[component]
pub fn NumberField(props: &NumberProps) -> Html {
    let number = &props.number;
    let (id, (least, most)) = (number.id.clone(), number.range);
    let oninput = send_if(&props.send, move |event: InputEvent| {
        let value = event
            .target_unchecked_into::<HtmlInputElement>()
            .value_as_number();
        (value >= least as f64 && value <= most as f64).then(|| PanelInput::Number(id.clone(), value as u64))
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

/// What certainty shows.
#[derive(PartialEq, Properties)]
pub struct CertaintyProps {
    /// How sure.
    pub certainty: Certainty,
    /// Takes the answer.
    pub send: Callback<PanelInput>,
}

/// How sure one is: from a guess to a bet.
#[component]
pub fn CertaintyField(props: &CertaintyProps) -> Html {
    let words = &text().lesson;
    let shown = (text().number.percent)(f64::from(props.certainty.percent));
    let oninput = send_if(&props.send, |event: InputEvent| {
        let value = event
            .target_unchecked_into::<HtmlInputElement>()
            .value_as_number();
        (50.0..=100.0)
            .contains(&value)
            .then_some(PanelInput::Certainty(value as u8))
    });
    html! {
        <label class="field">
            <span>{ words.how_sure }{ " " }<b>{ shown.clone() }</b></span>
            <input type="range" min="50" max="100" step="10" disabled={props.certainty.fixed}
                value={props.certainty.percent.to_string()} aria-valuetext={shown} {oninput} />
        </label>
    }
}
