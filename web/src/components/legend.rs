//! What the shapes of dots mean, and how many requests one dot stands for.

use view::scene::Glyph;
use yew::prelude::*;

use crate::command::Command;
use crate::text::player_text;

const GLYPHS: [Glyph; 5] = [
    Glyph::Going,
    Glyph::Served,
    Glyph::Slow,
    Glyph::Failed,
    Glyph::Waiting,
];

/// The legend: one dot stands for `one_in` requests, if there are dots.
pub fn legend(one_in: u32, dots: bool, send: &Callback<Command>) -> Html {
    let words = &player_text().legend;
    let follow = send.reform(|_: MouseEvent| Command::Follow);
    let scale = if dots {
        (words.one_dot)(one_in)
    } else {
        words.counts.to_owned()
    };
    html! {
        <div class="legend">
            <b>{ scale }</b>
            <button type="button" class="plain" data-opens="request" onclick={follow}>{ words.follow }</button>
            if dots {
                { for GLYPHS.into_iter().map(|glyph| entry(shape(glyph), (words.glyph)(glyph))) }
                { entry(own(), words.own) }
            }
            { entry(window(), words.lit_window) }
        </div>
    }
}

fn entry(shape: Html, words: &'static str) -> Html {
    html! { <span><svg viewBox="0 0 14 14" aria-hidden="true">{ shape }</svg>{ words }</span> }
}

fn shape(glyph: Glyph) -> Html {
    match glyph {
        Glyph::Going => html! { <circle class="going" cx="7" cy="7" r="4.2" /> },
        Glyph::Served => html! { <circle class="served" cx="7" cy="7" r="5" /> },
        Glyph::Slow => html! { <path class="slow" d="M7 .5 13.5 7 7 13.5.5 7z" /> },
        Glyph::Failed => html! { <path class="failed" d="m2 2 10 10M12 2 2 12" /> },
        Glyph::Waiting => html! { <circle class="waiting" cx="7" cy="7" r="4.8" /> },
    }
}

fn own() -> Html {
    html! { <><circle class="own-ring" cx="7" cy="7" r="6.5" /><circle class="own" cx="7" cy="7" r="4" /></> }
}

fn window() -> Html {
    html! { <rect class="window" x="2.5" y="1" width="9" height="12" rx="1.5" /> }
}
