//! What the account holds and the picture has no place for, kind by kind.

use view::detail::Detail;
use view::fleet::Thing;
use view::holding::{Holding, InboundRule};
use view::trouble::TroublePlace;
use yew::prelude::*;

use super::frame::{fact, frame, list};
use super::troubles::troubles;
use crate::command::Command;
use crate::components::forms::fitting_forms;
use crate::snapshot::Snapshot;
use crate::text::holding::Heading;
use crate::text::{player_text, text};

/// The Region.
pub fn region(snapshot: &Snapshot, send: &Callback<Command>) -> Html {
    let inside = html! {
        <>
            <p class="inspector-state">{ (text().stage.region_summary)(&snapshot.picture) }</p>
            { troubles(snapshot, TroublePlace::Region, send) }
            { fitting_forms(snapshot, Thing::Region, send) }
            { holdings(snapshot) }
        </>
    };
    let name = (text().stage.region)(&snapshot.picture.region.name);
    frame(player_text().holding.selected, &name, snapshot, send, inside)
}

/// What is held, under a heading for each kind.
pub(super) fn holdings(snapshot: &Snapshot) -> Html {
    let Some(Detail::Holdings(all)) = snapshot.detail.as_deref() else {
        return Html::default();
    };
    html! { <>{ for Heading::ALL.into_iter().map(|heading| kind(heading, all)) }</> }
}

fn kind(heading: Heading, all: &[Holding]) -> Html {
    let own: Vec<&Holding> = all.iter().filter(|one| Heading::of(one) == heading).collect();
    let title = (player_text().holding.heading)(heading);
    html! { if !own.is_empty() { { list(title, own.into_iter().map(entry)) } } }
}

fn entry(holding: &Holding) -> Html {
    let (name, said) = (player_text().holding.entry)(holding);
    let rules: &[InboundRule] = match holding {
        Holding::SecurityGroup { rules, .. } => rules,
        _ => &[],
    };
    html! { <><b>{ name }</b><p>{ said }</p>{ for rules.iter().map(rule) }</> }
}

fn rule(rule: &InboundRule) -> Html {
    html! { <p>{ (player_text().holding.rule)(rule) }</p> }
}

/// What the picture does not say of an instance, as facts.
pub(super) fn of_instance(snapshot: &Snapshot) -> Html {
    let words = &player_text().holding;
    let Some(Detail::Instance(detail)) = snapshot.detail.as_deref() else {
        return Html::default();
    };
    let role = if detail.has_role {
        words.has_role
    } else {
        player_text().inspector.none
    };
    html! {
        <>
            { fact(words.private_address, html! { <code>{ &*detail.private_address }</code> }) }
            { fact(words.security_groups, detail.security_groups.join(", ")) }
            { fact(words.role, role) }
            if let Some((credits, percent)) = detail.credits {
                { fact(words.credits, (words.credits_at)(credits, percent)) }
            }
        </>
    }
}
