//! The lessons as a row of houses; one that was done is lit.

use yew::prelude::*;

use crate::progress::Headway;

/// A house: dark, with one window lit once its lesson is begun, and all of them once it is done.
pub fn house(headway: Headway) -> Html {
    let window = |index: usize, d: &'static str| {
        let lit = headway.done || (headway.step > 0 && index == 0);
        html! { <path class={if lit { "lit-window" } else { "dark-window" }} {d} /> }
    };
    html! {
        <svg class={classes!("lesson-house", headway.done.then_some("done"))} viewBox="0 0 26 26" aria-hidden="true">
            <rect class="wall" x="3" y="3" width="20" height="22" rx="3" />
            { window(0, "M7 7h5v5H7z") }{ window(1, "M14 7h5v5h-5z") }{ window(2, "M7 15h5v5H7z") }{ window(3, "M14 15h5v5h-5z") }
        </svg>
    }
}

/// All of them, in order; the same is said in words beside them.
pub fn houses(headways: impl Iterator<Item = Headway>) -> Html {
    html! { <span class="houses" aria-hidden="true">{ for headways.map(house) }</span> }
}
