//! A box for the learner's own words: never judged, kept for the end.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::panel::{OwnWords, PanelInput};

/// What is shown.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The box.
    pub field: OwnWords,
    /// Takes what is written.
    pub send: Callback<PanelInput>,
}

/// The box.
#[component]
pub fn OwnWordsField(props: &Props) -> Html {
    let oninput = props.send.reform(|event: InputEvent| {
        PanelInput::OwnWords(event.target_unchecked_into::<HtmlTextAreaElement>().value())
    });
    html! {
        <label class="field">
            <span>{ &*props.field.prompt }</span>
            <textarea rows="3" value={props.field.text.to_string()} {oninput} />
        </label>
    }
}
