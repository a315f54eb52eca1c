//! A list to choose one value from. What is chosen follows what is so, also where an entry before it goes.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What the list needs.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// Its id, for its label.
    pub(super) id: String,
    /// What is chosen; empty if nothing is.
    pub(super) value: String,
    /// What no choice means.
    pub(super) nothing: String,
    /// Values, and what they are called.
    pub(super) options: Vec<(String, String)>,
    /// The ids of what is said of it.
    pub(super) described: Option<String>,
    /// Whether something must be chosen.
    pub(super) required: bool,
    /// `true` if the choice is wrong.
    pub(super) invalid: Option<&'static str>,
    /// Takes a choice.
    pub(super) pick: Callback<String>,
}

/// The list.
#[component]
pub(super) fn Select(props: &Props) -> Html {
    let list = use_node_ref();
    let shown = (props.value.clone(), props.options.clone());
    // The browser keeps what somebody chose, whatever the attributes say; the value decides.
    use_effect_with((list.clone(), shown), |(list, (value, _))| {
        if let Some(list) = list.cast::<HtmlSelectElement>() {
            list.set_value(value);
        }
    });
    let onchange = props
        .pick
        .reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    let known = props.value.is_empty() || props.options.iter().any(|(value, _)| *value == props.value);
    let option =
        |(value, word): &(String, String)| html! { <option value={value.clone()}>{ word.clone() }</option> };
    html! {
        <select id={props.id.clone()} ref={list} {onchange} aria-describedby={props.described.clone()}
            aria-required={props.required.to_string()} aria-invalid={props.invalid}>
            <option value="">{ props.nothing.clone() }</option>
            if !known { <option value={props.value.clone()}>{ props.value.clone() }</option> }
            { for props.options.iter().map(option) }
        </select>
    }
}
