//! Goals: a sentence each, with what is so against what is needed.

use yew::prelude::*;

use crate::components::icon::{Icon, small_icon};
use crate::panel::Goal;
use crate::text::player_text;

/// The goals; the first one that is not met is the next.
pub fn goals(goals: &[Goal]) -> Html {
    let next = goals.iter().position(|goal| !goal.met);
    let rows = goals
        .iter()
        .enumerate()
        .map(|(index, goal)| row(goal, next == Some(index)));
    html! { <ul class="goals" aria-label={player_text().lesson.goals}>{ for rows }</ul> }
}

fn row(goal: &Goal, next: bool) -> Html {
    let words = &player_text().lesson;
    let (class, state) = match (goal.met, next) {
        (true, _) => ("met", words.met),
        (_, true) => ("next", words.current),
        _ => ("later", words.not_yet),
    };
    html! {
        <li class={classes!("goal", class)}>
            <span class="tick" aria-hidden="true">if goal.met { { small_icon(Icon::Check) } }</span>
            <p>{ &*goal.sentence }<span class="unseen">{ state }</span></p>
            <div class="goal-values">{ &*goal.measure }</div>
            if next { <div class="goal-bar" aria-hidden="true"><i style={format!("width:{}%", goal.percent)} /></div> }
        </li>
    }
}
