//! A command line, as one would type it, with a button to copy it.

use std::rc::Rc;

use yew::prelude::*;

use super::icon::{Icon, small_icon};
use crate::text::player_text;

/// The commands of one act.
pub fn command_lines(lines: &[Rc<str>]) -> Html {
    let words = &player_text().inspector;
    let all = lines.join("\n");
    let onclick = Callback::from(move |_: MouseEvent| copy(&all));
    html! {
        <div class="command">
            <div class="command-head">
                <span>{ words.aws_command }</span>
                <button type="button" class="tool" aria-label={words.copy_command} {onclick}>{ small_icon(Icon::Copy) }</button>
            </div>
            { for lines.iter().map(|line| html! { <code>{ &**line }</code> }) }
        </div>
    }
}

/// Puts text on the clipboard, as far as the browser lets us.
pub fn copy(text: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.navigator().clipboard().write_text(text);
    }
}
