//! One face with two needles: how available the account was, in nines, and what it costs by the hour; below it the
//! fleets that were tried.

use view::bill::Costs;
use view::frontier::{ENOUGH, MOST_NINES, Tried, Tries, nines};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::text::player_text;

/// Objectives on offer, in percent.
const OBJECTIVES: [f64; 5] = [95.0, 99.0, 99.9, 99.95, 99.99];
/// What is aimed at until something else is chosen: its place among them.
const USUAL: usize = 2;

/// What the dial shows.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The share of all requests so far that was served, in percent.
    pub served: Option<f64>,
    /// What the account costs.
    pub costs: Costs,
    /// The fleets that were tried.
    pub tries: Tries,
}

/// The dial.
#[component]
pub fn Dial(props: &Props) -> Html {
    let words = &player_text().dial;
    let chosen = use_state_eq(|| USUAL);
    let objective = OBJECTIVES[*chosen];
    let ended: u64 = props.tries.tried.iter().map(|one| one.ended).sum();
    let served = props.served.filter(|_| ended >= ENOUGH);
    let onchange = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            let place = event
                .target_unchecked_into::<HtmlSelectElement>()
                .selected_index();
            chosen.set(usize::try_from(place).unwrap_or(USUAL).min(OBJECTIVES.len() - 1));
        })
    };
    let said = served.map_or_else(
        || words.not_enough.to_owned(),
        |percent| (words.served)(percent, told(percent, ended), ended),
    );
    html! {
        <section class="dial" aria-label={words.name}>
            { face(served.map(|percent| told(percent, ended)), objective, props) }
            <p><b>{ said }</b></p>
            <label class="row">{ words.objective }
                <select {onchange}>{ for OBJECTIVES.iter().enumerate().map(|(place, percent)| html! {
                    <option selected={place == *chosen}>{ (words.choose)(*percent) }</option>
                }) }</select>
            </label>
            if let Some(percent) = served { <p>{ (words.met)(percent, objective) }</p> }
            <p>{ (words.costs)(&props.costs) }</p>
            { tried(&props.tries) }
        </section>
    }
}

/// The nines that so many requests can tell: had one more failed, there would be no more of them.
fn told(percent: f64, ended: u64) -> f64 {
    nines(percent.min(100.0 - 100.0 / ended.max(1) as f64))
}

/// The half-round face: left to right, none to five nines, and nothing to twice the dearest fleet.
fn face(served: Option<f64>, objective: f64, props: &Props) -> Html {
    let dearest = props
        .tries
        .tried
        .iter()
        .map(|one| one.per_hour.dollars())
        .fold(0.01, f64::max);
    let money = props.costs.per_hour.dollars() / (dearest * 1.25);
    let goal = nines(objective) / MOST_NINES;
    html! {
        <svg viewBox="-110 -108 220 118" aria-hidden="true">
            <path class="face" d="M-96 0A96 96 0 0 1 96 0" />
            { for (0..=5).map(|tick| mark(f64::from(tick) / MOST_NINES, "tick", 88.0)) }
            { mark(goal, "goal", 80.0) }
            if let Some(told) = served { { needle(told / MOST_NINES, "measured") } }
            { needle(money, "money") }
            <circle r="5" />
        </svg>
    }
}

/// From the edge inwards to a distance from the middle.
fn mark(share: f64, class: &'static str, inner: f64) -> Html {
    let ((x1, y1), (x2, y2)) = (on_face(share, 96.0), on_face(share, inner));
    html! { <path {class} d={format!("M{x1:.1} {y1:.1}L{x2:.1} {y2:.1}")} /> }
}

fn needle(share: f64, class: &'static str) -> Html {
    let (x, y) = on_face(share.clamp(0.0, 1.0), 76.0);
    html! { <path class={classes!("needle", class)} d={format!("M0 0L{x:.1} {y:.1}")} /> }
}

fn on_face(share: f64, radius: f64) -> (f64, f64) {
    let angle = std::f64::consts::PI * (1.0 - share);
    (radius * angle.cos(), -radius * angle.sin())
}

/// Every fleet with its share, its price, and whether another beats it.
fn tried(tries: &Tries) -> Html {
    let words = &player_text().dial;
    if tries.tried.is_empty() {
        return Html::default();
    }
    html! {
        <section class="entries">
            <h3>{ words.tried }</h3>
            <p>{ words.tried_note }</p>
            <table class="shares">
                <thead><tr><th scope="col">{ words.fleet }</th><th scope="col">{ player_text().bill.measured }</th><th scope="col">{ words.per_hour }</th></tr></thead>
                <tbody>{ for tries.tried.iter().enumerate().rev().map(|(place, one)| row(tries, one, place == tries.now)) }</tbody>
            </table>
        </section>
    }
}

fn row(tries: &Tries, one: &Tried, now: bool) -> Html {
    let words = &player_text().dial;
    let standing = match one.percent() {
        None => words.too_few,
        Some(_) if tries.is_on_frontier(one) => words.best,
        Some(_) => words.beaten,
    };
    let share = one.percent().map_or_else(
        || player_text().bill.not_measured.to_owned(),
        player_text().bill.share,
    );
    html! {
        <tr>
            <th scope="row">{ (words.shape)(&one.shape) }<small>{ " · " }{ standing }if now { { " · " }{ words.now } }</small></th>
            <td>{ share }</td>
            <td>{ one.per_hour.to_string() }</td>
        </tr>
    }
}
