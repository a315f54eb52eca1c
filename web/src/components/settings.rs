//! Keys and settings, in front of the page.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::command::Command;
use crate::media::{self, Media};
use crate::settings::{Announce, Settings};
use crate::text::player_text;
use crate::text::settings::KeyLine;

/// What is shown.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What is chosen.
    pub settings: Settings,
    /// Takes commands.
    pub send: Callback<Command>,
}

/// The dialog; it is open as long as it is there, and the focus goes back to where it was.
#[component]
pub fn SettingsDialog(props: &Props) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            let shown = dialog.cast::<HtmlDialogElement>();
            if let Some(dialog) = &shown {
                // Only one that is open already is refused.
                let _ = dialog.show_modal();
            }
            move || {
                if let Some(dialog) = shown {
                    dialog.close();
                }
            }
        });
    }
    let words = &player_text().settings;
    let onclick = props.send.reform(|_: MouseEvent| Command::ToggleSettings);
    let oncancel = props.send.reform(|event: Event| {
        event.prevent_default();
        Command::ToggleSettings
    });
    html! {
        <dialog class="settings" ref={dialog} aria-labelledby="settings-title" {oncancel}>
            <header>
                <h2 id="settings-title">{ words.title }</h2>
                <button type="button" class="tool" aria-label={words.close} {onclick}>{ icon(Icon::Close) }</button>
            </header>
            { announcements(props) }
            { motion(props) }
            <h3>{ words.keys }</h3>
            { for words.keys_of.iter().map(|(place, lines)| keys(place, lines)) }
        </dialog>
    }
}

fn announcements(props: &Props) -> Html {
    let words = &player_text().settings;
    html! {
        <fieldset class="question">
            <legend>{ words.announce }</legend>
            { for Announce::ALL.into_iter().map(|announce| choice(announce, props)) }
            <p class="why-not">{ words.announce_note }</p>
        </fieldset>
    }
}

fn choice(announce: Announce, props: &Props) -> Html {
    let settings = Settings {
        announce,
        ..props.settings
    };
    let onchange = props.send.reform(move |_: Event| Command::Set(settings));
    html! {
        <label>
            <input type="radio" name="announce" checked={props.settings.announce == announce} {onchange} />
            { (player_text().settings.announced)(announce) }
        </label>
    }
}

fn motion(props: &Props) -> Html {
    let words = &player_text().settings;
    let by_system = media::matches(Media::ReducedMotion);
    let settings = Settings {
        still: !props.settings.still,
        ..props.settings
    };
    let onchange = props.send.reform(move |_: Event| Command::Set(settings));
    html! {
        <fieldset class="question">
            <legend>{ words.motion }</legend>
            <label>
                <input type="checkbox" checked={by_system || props.settings.still} disabled={by_system} {onchange} />
                { words.still }
            </label>
            if by_system { <p class="why-not">{ words.still_by_system }</p> }
        </fieldset>
    }
}

fn keys(place: &'static str, lines: &[KeyLine]) -> Html {
    html! {
        <section>
            <h4>{ place }</h4>
            <dl class="keys">{ for lines.iter().map(line) }</dl>
        </section>
    }
}

fn line((keys, does): &KeyLine) -> Html {
    html! {
        <>
            <dt>{ for keys.iter().map(|key| html! { <kbd>{ *key }</kbd> }) }</dt>
            <dd>{ *does }</dd>
        </>
    }
}
