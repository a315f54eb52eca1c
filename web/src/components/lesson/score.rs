//! What a run is scored by: measured against needed, and how much of what is allowed was used. There are no points.

use yew::prelude::*;

use crate::panel::Score;
use crate::text::player_text;

/// All of it, each with a bar that is full where nothing more was allowed.
pub fn score(rows: &[Score]) -> Html {
    let words = &player_text().lesson;
    html! {
        <section class="score" aria-label={words.score}>
            <p class="eyebrow">{ words.score }</p>
            <dl>{ for rows.iter().map(row) }</dl>
            if rows.iter().any(|row| row.used.is_some()) { <p class="score-note">{ words.score_note }</p> }
        </section>
    }
}

fn row(score: &Score) -> Html {
    let words = &player_text().lesson;
    html! {
        <div class="score-row">
            <dt>{ &*score.name }</dt>
            <dd>
                <b>{ &*score.actual }</b>
                <span>{ (words.score_needed)(&score.needed) }</span>
                if let Some(used) = score.used {
                    <div class="goal-bar" aria-hidden="true"><i style={format!("width:{}%", used.min(100))} /></div>
                    <span>{ (words.score_used)(used) }</span>
                }
                <span>{ &*score.asked }</span>
            </dd>
        </div>
    }
}
