//! The few numbers above the stage.

use view::Readout;
use view::bill::Costs;
use yew::prelude::*;

use crate::text::{player_text, text};

/// A share below this is shown as bad.
const GOOD_PERCENT: f64 = 99.0;

/// The readout.
pub fn readout(readout: &Readout, costs: Costs) -> Html {
    let (words, number) = (&player_text().readout, &text().number);
    let bad = readout
        .served_percent
        .is_some_and(|percent| percent < GOOD_PERCENT);
    let share = readout
        .served_percent
        .map_or_else(|| words.none_yet.to_owned(), number.percent);
    html! {
        <dl class="readout">
            { entry(words.served, share, "", classes!(bad.then_some("bad"))) }
            { entry(words.requests, (number.rate)(readout.per_second), words.per_second, classes!()) }
            { delay(words.half_faster, readout.p50_ms, classes!("roomy-only")) }
            { delay(words.one_in_twenty_slower, readout.p95_ms, classes!("wide-only")) }
            { entry(words.costs, (player_text().bill.money)(costs.per_hour), words.per_hour, classes!("wide-only", "roomy-only")) }
        </dl>
    }
}

fn delay(name: &'static str, ms: Option<f64>, class: Classes) -> Html {
    let (value, unit) = ms.map_or_else(
        || (player_text().readout.none_yet.to_owned(), ""),
        text().number.delay,
    );
    entry(name, value, unit, class)
}

fn entry(name: &'static str, value: String, unit: &'static str, class: Classes) -> Html {
    html! {
        <div class={classes!("reading", class)}>
            <dt>{ name }</dt>
            <dd>{ value }if !unit.is_empty() { <small>{ " " }{ unit }</small> }</dd>
        </div>
    }
}
