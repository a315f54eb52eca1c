//! The same points as a table, for reading and for copying, with buttons that save them.

use des::SimTime;
use view::chart::Chart;
use yew::prelude::*;

use super::export;
use crate::text::{player_text, text};

/// The most rows; the latest ones.
const ROWS: usize = 60;

/// The table, latest first, and the files.
pub(super) fn table(chart: &Chart) -> Html {
    let words = &player_text().charts;
    let save = |label: &'static str, save: fn(&Chart)| {
        let chart = chart.clone();
        let onclick = Callback::from(move |_: MouseEvent| save(&chart));
        html! { <button type="button" class="button small" {onclick}>{ label }</button> }
    };
    html! {
        <div class="chart-table">
            <div class="row">
                { save(words.save_csv, export::save_csv) }
                { save(words.save_png, export::save_png) }
                <p>{ (words.trend)(chart) }{ "." }</p>
            </div>
            // The rows scroll, so that the keyboard must be able to reach them.
            <div class="scroll" tabindex="0" role="group" aria-label={(words.table_name)(chart)}>{ rows(chart) }</div>
        </div>
    }
}

fn rows(chart: &Chart) -> Html {
    let words = &player_text().charts;
    let columns = chart.lines.iter();
    html! {
        <table>
            <caption class="unseen">{ (words.table_name)(chart) }</caption>
            <thead><tr>
                <th scope="col">{ words.time }</th>
                { for columns.map(|line| html! { <th scope="col">{ (words.role)(line.role) }</th> }) }
            </tr></thead>
            <tbody>{ for periods(chart).into_iter().rev().take(ROWS).map(|(from, _)| row(chart, from)) }</tbody>
        </table>
    }
}

/// Every period that any line has a value for, oldest first.
pub(super) fn periods(chart: &Chart) -> Vec<(SimTime, SimTime)> {
    let samples = chart.lines.iter().flat_map(|line| line.samples.iter());
    let mut periods: Vec<(SimTime, SimTime)> = samples.map(|sample| (sample.from, sample.to)).collect();
    periods.sort_unstable();
    periods.dedup();
    periods
}

fn row(chart: &Chart, from: SimTime) -> Html {
    let words = &player_text().charts;
    let value = |value: Option<f64>| {
        value.map_or_else(
            || words.no_value.to_owned(),
            |value| (words.value)(chart.measure, value),
        )
    };
    html! {
        <tr>
            <th scope="row">{ (text().number.clock)(from, 1.0) }</th>
            { for chart.lines.iter().map(|line| html! { <td>{ value(line.at(from)) }</td> }) }
        </tr>
    }
}
