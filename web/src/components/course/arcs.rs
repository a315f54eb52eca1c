//! What builds on what, as arcs beside the list of lessons: all rows are equally high, so that nothing need be measured.

use yew::prelude::*;

use crate::course::BuildsOn;

/// How far the drawing reaches to the side of the list, in its own units; a row is one high.
const WIDTH: f64 = 1.0;
/// Share of the width that an arc over one row takes; longer ones reach further.
const LEAST_REACH: f64 = 0.28;

/// The arcs; those of the lesson that is pointed at stand out.
pub fn arcs(pairs: &[BuildsOn], rows: usize, pointed: Option<usize>) -> Html {
    let longest = pairs.iter().map(|pair| pair.to - pair.from).max().unwrap_or(1);
    html! {
        <svg class="arcs" viewBox={format!("0 0 {WIDTH} {}", rows.max(1))} preserveAspectRatio="none" aria-hidden="true">
            { for pairs.iter().map(|pair| arc(*pair, longest, pointed)) }
        </svg>
    }
}

fn arc(pair: BuildsOn, longest: usize, pointed: Option<usize>) -> Html {
    let touches = pointed.is_some_and(|row| row == pair.from || row == pair.to);
    html! { <path class={touches.then_some("pointed")} d={path(pair, longest)} /> }
}

fn path(pair: BuildsOn, longest: usize) -> String {
    let (from, to) = (pair.from as f64 + 0.5, pair.to as f64 + 0.5);
    let share = (pair.to - pair.from) as f64 / longest.max(1) as f64;
    let reach = WIDTH - (LEAST_REACH + (1.0 - LEAST_REACH) * share.sqrt()) * WIDTH;
    format!("M{WIDTH} {from}C{reach:.3} {from} {reach:.3} {to} {WIDTH} {to}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arc_goes_from_the_middle_of_a_row_to_the_middle_of_another() {
        assert_eq!(
            path(BuildsOn { from: 0, to: 2 }, 2),
            "M1 0.5C0.000 0.5 0.000 2.5 1 2.5"
        );
    }
}
