//! A box for the learner's own words: never judged, kept for the end.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::panel::{OwnWords, PanelInput};

/// The box.
pub fn own_words(field: &OwnWords, send: &Callback<PanelInput>) -> Html {
    let oninput = send.reform(|event: InputEvent| {
        PanelInput::OwnWords(event.target_unchecked_into::<HtmlTextAreaElement>().value())
    });
    html! {
        <label class="field">
            <span>{ &*field.prompt }</span>
            <textarea rows="3" value={field.text.to_string()} {oninput} />
        </label>
    }
}
