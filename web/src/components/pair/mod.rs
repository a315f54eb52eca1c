//! A twin run: two equal pictures, A as it was and B as it was changed, and what came of the difference.

mod chart;
mod outcome;

use view::Readout;
use view::bill::Costs;
use yew::prelude::*;

use self::chart::{delays, shares};
use self::outcome::outcome;
use crate::command::Command;
use crate::components::command_line::unbroken;
use crate::pair::Pair;
use crate::past::TimeInput;
use crate::snapshot::Snapshot;
use crate::text::{player_text, text};

/// The two pictures with all that belongs to them.
pub fn pair_area(snapshot: &Snapshot, pair: &Pair, [a, b]: [Html; 2], send: &Callback<Command>) -> Html {
    html! {
        <>
            { asked(pair, send) }
            <div class="pair">
                { side(Side::A, &pair.readout, pair.costs, a) }
                { side(Side::B, &snapshot.readout, snapshot.costs, b) }
            </div>
            <div class="pair-low">
                <div class="pair-charts">{ shares(snapshot, pair) }{ delays(snapshot, pair) }</div>
                { outcome(pair, snapshot.now) }
            </div>
        </>
    }
}

/// What is asked of the two, and how it ends.
fn asked(pair: &Pair, send: &Callback<Command>) -> Html {
    let words = &player_text().pair;
    let end = |label: &'static str, input: TimeInput| {
        let onclick = send.reform(move |_: MouseEvent| Command::Time(input.clone()));
        html! { <button type="button" class="button small" {onclick}>{ label }</button> }
    };
    html! {
        <div class="pair-asked">
            <h2>{ (words.title)(pair.changes.len()) }</h2>
            if pair.changes.is_empty() {
                <p>{ words.what_to_do }</p>
            } else {
                <ul>{ for pair.changes.iter().map(|change| html! { <li><code>{ unbroken(change) }</code></li> }) }</ul>
            }
            <span class="pair-ends">{ end(words.keep_a, TimeInput::KeepA) }{ end(words.keep_b, TimeInput::KeepB) }</span>
        </div>
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    A,
    B,
}

fn side(side: Side, readout: &Readout, costs: Costs, picture: Html) -> Html {
    let words = &player_text().pair;
    let (class, letter, name, note) = match side {
        Side::A => ("side-a", "A", words.name_a, words.note_a),
        Side::B => ("side-b", "B", words.name_b, words.note_b),
    };
    // A cannot be acted on, so nothing in it takes the focus; it can be scrolled nevertheless.
    let stop = (side == Side::A).then_some("0");
    html! {
        <section class={classes!("side", class)} aria-label={name} tabindex={stop}>
            <header>
                <span class="letter" aria-hidden="true">{ letter }</span>
                <div><h3>{ name }</h3><p>{ note }</p></div>
                { numbers(readout, costs) }
            </header>
            { picture }
        </section>
    }
}

fn numbers(readout: &Readout, costs: Costs) -> Html {
    let (words, none) = (&player_text().readout, player_text().readout.none_yet);
    let share = readout
        .served_percent
        .map_or_else(|| none.to_owned(), text().number.percent);
    html! {
        <dl>
            <div><dt>{ words.served }</dt><dd>{ share }</dd></div>
            <div><dt>{ words.costs }</dt><dd>{ (player_text().bill.money)(costs.per_hour) }<small>{ " " }{ words.per_hour }</small></dd></div>
        </dl>
    }
}
