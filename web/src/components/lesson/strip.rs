//! Predict, run, compare: the three parts of a prediction.

use yew::prelude::*;

use crate::components::icon::{Icon, small_icon};
use crate::panel::Strip;
use crate::text::player_text;

const PARTS: [Strip; 3] = [Strip::Predict, Strip::Run, Strip::Compare];

/// The strip, at one of its parts.
pub fn strip(at: Strip) -> Html {
    html! { <ol class="strip" aria-label={player_text().lesson.strip}>{ for PARTS.into_iter().map(|part| entry(part, at)) }</ol> }
}

fn entry(part: Strip, at: Strip) -> Html {
    let (class, drawing) = match part {
        _ if part < at => ("done", Icon::Check),
        _ if part == at => ("here", Icon::Pencil),
        _ => ("later", Icon::Lock),
    };
    let current = (part == at).then_some("step");
    html! { <li {class} aria-current={current}>{ small_icon(drawing) }{ (player_text().lesson.strip_part)(part) }</li> }
}
