//! A command line, as one would type it, with a button to copy it.

use std::rc::Rc;

use wasm_bindgen_futures::JsFuture;
use yew::platform::spawn_local;
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
            { for lines.iter().map(|line| html! { <code>{ unbroken(line) }</code> }) }
        </div>
    }
}

/// A command line that turns between its words, not after a hyphen within `--zone` or `us-east-2a`; words that would not
/// fit a narrow screen are broken.
pub fn unbroken(line: &str) -> Html {
    let words = line.split(' ').enumerate().map(|(index, word)| {
        let between = if index > 0 { " " } else { "" };
        if word.contains('-') && word.len() <= LONGEST_UNBROKEN {
            html! { <>{ between }<span class="piece">{ word.to_owned() }</span></> }
        } else {
            html! { <>{ between }{ word.to_owned() }</> }
        }
    });
    words.collect()
}

/// In characters: what fits a screen of 320 px.
const LONGEST_UNBROKEN: usize = 28;

/// Puts text on the clipboard, as far as the browser lets us.
pub fn copy(text: &str) {
    let text = text.to_owned();
    spawn_local(async move {
        let _ = copied(&text).await;
    });
}

/// The same; whether the browser has let us.
pub async fn copied(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    // Pages that were not fetched by https, nor from this machine, have no clipboard.
    if !window.is_secure_context() {
        return false;
    }
    JsFuture::from(window.navigator().clipboard().write_text(text))
        .await
        .is_ok()
}
