//! What the account costs, by resource, and what it promises.

use view::availability::{Availability, Member, Part, SinglePoint};
use view::bill::{Bill, CostOfKind, CostOfResource, Costs, Money};
use view::detail::Detail;
use yew::prelude::*;

use super::dial::Dial;
use super::frame::reading;
use crate::command::Command;
use crate::components::icon::{Icon, small_icon};
use crate::snapshot::Snapshot;
use crate::text::player_text;

/// Members of a part that are told one by one.
const MEMBERS: usize = 12;

/// The panel.
pub fn bill(snapshot: &Snapshot, send: &Callback<Command>) -> Html {
    let words = &player_text().bill;
    let inside = html! {
        <>
            <Dial served={snapshot.availability.requests} costs={snapshot.costs} tries={snapshot.tries.clone()} />
            { sums(snapshot.costs) }
            { single_point(&snapshot.availability) }
            { availability(&snapshot.availability) }
            if let Some(Detail::Bill(bill)) = snapshot.detail.as_deref() { { by_resource(bill) } }
            <p class="reason">{ words.note }</p>
        </>
    };
    reading(words.selected, words.title, send, inside)
}

fn money(money: Money) -> String {
    (player_text().bill.money)(money)
}

/// The three sums.
fn sums(costs: Costs) -> Html {
    let words = &player_text().bill;
    let sum = |name, value| html! { <div><dt>{ name }</dt><dd>{ money(value) }</dd></div> };
    html! {
        <dl class="sums">
            { sum(words.so_far, costs.charged) }
            { sum(words.per_hour, costs.per_hour) }
            { sum(words.per_month, costs.per_month) }
        </dl>
    }
}

fn single_point(availability: &Availability) -> Html {
    let point = &availability.single_point;
    let safe = *point == SinglePoint::None;
    html! {
        <p class={classes!("single-point", (!safe).then_some("bad"))}>
            { small_icon(if safe { Icon::Check } else { Icon::Warning }) }
            <span>{ (player_text().bill.single_point)(point) }</span>
        </p>
    }
}

fn availability(availability: &Availability) -> Html {
    let words = &player_text().bill;
    html! {
        <section class="entries">
            <h3>{ words.availability }</h3>
            <table class="shares">
                <thead><tr><th scope="col">{ words.part }</th><th scope="col">{ words.designed }</th><th scope="col">{ words.measured }</th></tr></thead>
                { for availability.parts.iter().map(part) }
                <tbody class="whole">{ row(words.whole.to_owned(), Some(availability.designed), availability.requests, "") }</tbody>
            </table>
            <p>{ (words.downtime)(availability.down_per_month_s) }{ ". " }{ (words.requests)(availability.requests) }</p>
        </section>
    }
}

fn part(part: &Part) -> Html {
    let name = (player_text().bill.part_name)(part.kind);
    let members = part.members.iter().take(MEMBERS);
    html! {
        <tbody>
            { row(name, Some(part.designed), part.measured, "") }
            { for members.map(member) }
        </tbody>
    }
}

fn member(member: &Member) -> Html {
    row(
        member.name.to_string(),
        member.designed,
        member.measured,
        "member",
    )
}

fn row(name: String, designed: Option<f64>, measured: Option<f64>, class: &'static str) -> Html {
    let words = &player_text().bill;
    let share = |percent: Option<f64>| percent.map_or_else(|| words.not_measured.to_owned(), words.share);
    html! { <tr {class}><th scope="row">{ name }</th><td>{ share(designed) }</td><td>{ share(measured) }</td></tr> }
}

fn by_resource(bill: &Bill) -> Html {
    html! {
        <section class="entries">
            <h3>{ player_text().bill.resources }</h3>
            <ul class="costs">{ for bill.kinds.iter().map(kind) }</ul>
        </section>
    }
}

/// A kind of resources with its sum; opened, each of them.
fn kind(kind: &CostOfKind) -> Html {
    let words = &player_text().bill;
    html! {
        <li key={(words.kind)(kind.kind)}>
            <details>
                <summary>
                    <span class="cost-name">{ (words.kind)(kind.kind) }<small>{ " " }{ (words.of_kind)(kind) }</small></span>
                    { cost(kind.costs) }
                </summary>
                <ul>{ for kind.resources.iter().map(resource) }</ul>
            </details>
        </li>
    }
}

/// What it costs in an hour, and so far.
fn cost(costs: Costs) -> Html {
    let words = &player_text().bill;
    html! {
        <span class="cost">
            <b>{ money(costs.per_hour) }{ words.per_hour_note }</b>
            <small>{ words.so_far }{ " " }{ money(costs.charged) }</small>
        </span>
    }
}

fn resource(resource: &CostOfResource) -> Html {
    let words = &player_text().bill;
    html! {
        <li key={resource.name.to_string()}>
            <p class="cost-head"><b class="cost-name">{ &*resource.name }</b>{ cost(resource.costs) }</p>
            <dl class="cost-lines">
                { for resource.lines.iter().map(|line| html! {
                    <><dt>{ (words.item)(line.item) }<small>{ " " }{ (words.line)(line) }</small></dt><dd>{ money(line.charged) }</dd></>
                }) }
            </dl>
        </li>
    }
}
