//! A command line, as one would type it, with a button to copy it.

use yew::prelude::*;

use super::icon::{Icon, small_icon};
use crate::text::text;

/// What is shown.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The lines.
    pub lines: Vec<AttrValue>,
}

/// The commands of one act.
#[component]
pub fn CommandLines(props: &Props) -> Html {
    let words = &text().inspector;
    let all = props
        .lines
        .iter()
        .map(AttrValue::as_str)
        .collect::<Vec<_>>()
        .join("\n");
    let onclick = Callback::from(move |_: MouseEvent| copy(&all));
    html! {
        <div class="command">
            <div class="command-head">
                <span>{ words.aws_command }</span>
                <button type="button" class="tool" aria-label={words.copy_command} {onclick}>{ small_icon(Icon::Copy) }</button>
            </div>
            { for props.lines.iter().map(|line| html! { <code>{ line }</code> }) }
        </div>
    }
}

/// Puts text on the clipboard, as far as the browser lets us.
pub fn copy(text: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.navigator().clipboard().write_text(text);
    }
}
