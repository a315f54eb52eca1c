//! Both lines as numbers.

use yew::prelude::*;

use crate::curve::Curve;
use crate::text::player_text;

/// The table, folded away until it is asked for: a row for each point that was drawn.
pub fn table(curve: &Curve) -> Html {
    let words = &player_text().curve;
    html! {
        <details class="curve-table">
            <summary>{ words.table }</summary>
            <table>
                <thead><tr>
                    <th scope="col">{ words.at }</th><th scope="col">{ words.your_line }</th>
                    <th scope="col">{ words.measured }</th><th scope="col">{ words.difference }</th>
                </tr></thead>
                <tbody>{ for (0..curve.drawn.len()).map(|index| row(curve, index)) }</tbody>
            </table>
        </details>
    }
}

fn row(curve: &Curve, index: usize) -> Html {
    let share = curve.share_at(index);
    let (drawn, measured) = (curve.drawn[index], measured_at(curve, share));
    let written = |value: Option<f64>| {
        value.map_or_else(
            || player_text().curve.not_yet.to_owned(),
            |value| curve.unit.written(value),
        )
    };
    let gap = drawn.zip(measured).map(|(drawn, measured)| drawn - measured);
    html! {
        <tr>
            <th scope="row">{ curve.time_at(share) }</th>
            <td>{ written(drawn) }</td><td>{ written(measured) }</td><td>{ written(gap) }</td>
        </tr>
    }
}

/// What was measured last at or before a place along the length.
fn measured_at(curve: &Curve, share: f64) -> Option<f64> {
    let reached = curve
        .measured
        .last()
        .is_some_and(|(last, _)| *last >= share - 0.02);
    let until = curve
        .measured
        .iter()
        .take_while(|(at, _)| *at <= share + f64::EPSILON);
    let found = until.last().or_else(|| curve.measured.first());
    found.filter(|_| reached).map(|(_, value)| *value)
}
