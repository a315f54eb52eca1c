//! What came of both, as a table that ends in a sentence.

use des::SimTime;
use yew::prelude::*;

use crate::pair::Pair;
use crate::text::player_text;

/// The table.
pub(super) fn outcome(pair: &Pair, now: SimTime) -> Html {
    let words = &player_text().pair;
    html! {
        <section class="outcome" aria-label={words.outcome}>
            <table>
                <caption>{ (words.between)(pair.parted, now) }</caption>
                <thead><tr><th scope="col"><span class="unseen">{ words.measure }</span></th><th scope="col">{ "A" }</th><th scope="col">{ "B" }</th><th scope="col">{ words.b_is }</th></tr></thead>
                <tbody>{ for (words.rows)(&pair.outcome).into_iter().map(row) }</tbody>
            </table>
            <p class="say">{ (words.sentence)(pair.verdict()) }</p>
        </section>
    }
}

fn row([name, a, b, difference]: [String; 4]) -> Html {
    html! { <tr><th scope="row">{ name }</th><td>{ a }</td><td>{ b }</td><td>{ difference }</td></tr> }
}
