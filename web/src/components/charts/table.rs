//! The same points as a table, for reading and for copying.

use view::{Point, Series};
use yew::prelude::*;

use crate::text::{player_text, text};

/// What the table shows.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The points.
    pub series: Series,
}

/// The most rows; the latest ones.
const ROWS: usize = 60;

/// The table, closed until it is asked for.
#[component]
pub fn Table(props: &Props) -> Html {
    let words = &player_text().charts;
    let open = use_state_eq(|| false);
    let onclick = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    html! {
        <div class="chart-table">
            <button type="button" class="plain" aria-expanded={open.to_string()} {onclick}>{ words.as_table }</button>
            if *open {
                // The rows scroll, so that the keyboard must be able to reach them.
                <div class="scroll" tabindex="0" role="group" aria-label={words.table_name}>{ rows(props) }</div>
            }
        </div>
    }
}

fn rows(props: &Props) -> Html {
    let words = &player_text().charts;
    html! {
        <table>
            <caption class="unseen">{ words.table_name }</caption>
            <thead><tr>{ for words.columns.iter().map(|name| html! { <th scope="col">{ *name }</th> }) }</tr></thead>
            <tbody>{ for props.series.points.iter().rev().take(ROWS).map(|point| row(&props.series, point)) }</tbody>
        </table>
    }
}

fn row(series: &Series, point: &Point) -> Html {
    let number = &text().number;
    let share = point.served_percent().map_or_else(String::new, number.percent);
    let delay = |ms: Option<f32>| {
        ms.map(|ms| (number.delay)(f64::from(ms)))
            .map_or_else(String::new, |(n, u)| format!("{n} {u}"))
    };
    html! {
        <tr>
            <th scope="row">{ (text().number.clock)(point.start, 1.0) }</th>
            <td>{ (number.rate)(series.rate(point.arrived)) }</td>
            <td>{ point.failed }</td>
            <td>{ share }</td>
            <td>{ delay(point.p50_ms) }</td>
            <td>{ delay(point.p95_ms) }</td>
            <td>{ delay(point.p99_ms) }</td>
        </tr>
    }
}
