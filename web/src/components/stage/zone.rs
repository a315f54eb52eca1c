//! An Availability Zone: a place with a name, power, and houses.

use view::fleet::Thing;
use view::trouble::TroublePlace;
use view::{Power, Zone};
use yew::prelude::*;

use super::Scenery;
use super::focus::tab_index;
use super::house::house;
use crate::command::Command;
use crate::components::icon::{Icon, icon};
use crate::text::text;

/// A zone's lane; a strip if nothing of the learner's is in it.
pub fn lane(scenery: Scenery<'_>, index: usize) -> Html {
    let zone = &scenery.props.picture.zones[index];
    let empty = zone.is_empty();
    let dark = matches!(zone.power, Power::OffSince(_));
    let place = u16::try_from(index).unwrap_or(u16::MAX);
    let troubled = scenery
        .props
        .fittings
        .and_then(|fittings| (fittings.lane)(scenery, place));
    html! {
        <section class={classes!("zone", empty.then_some("empty"), dark.then_some("dark"), troubled, scenery.cued(Thing::Zone(place)))} role="group"
            data-lane={index.to_string()} aria-label={(text().stage.zone_summary)(zone)}>
            { tag(scenery, place, zone) }
            if let Some(fittings) = scenery.props.fittings { { (fittings.nodes)(scenery, zone) } }
            if !zone.instances.is_empty() {
                <ul class="slots">{ for zone.instances.iter().map(|instance| house(scenery, instance)) }</ul>
            }
        </section>
    }
}

/// Its header: the name looks closer at the zone.
fn tag(scenery: Scenery<'_>, place: u16, zone: &Zone) -> Html {
    let words = &text().stage;
    let empty = zone.is_empty();
    let (drawing, state) = match zone.power {
        Power::OffSince(since) => (
            Icon::Power,
            Some((words.no_power_for)(
                scenery.props.now_s.saturating_sub(since.as_secs()),
            )),
        ),
        Power::On => (Icon::Zone, empty.then(|| words.nothing_here.to_owned())),
    };
    html! {
        <h3 class="tag">
            { icon(drawing) }
            { name(scenery, place, zone) }
            <small>{ &*zone.id }</small>
            if let Some(state) = state { <span class="zone-state">{ state }</span> }
            if let Some(fittings) = scenery.props.fittings {
                { (fittings.troubles)(scenery, TroublePlace::Zone(place)) }
                { (fittings.counts)(scenery, zone) }
            }
        </h3>
    }
}

fn name(scenery: Scenery<'_>, place: u16, zone: &Zone) -> Html {
    let (thing, stop) = (Thing::Zone(place), format!("zone-{place}"));
    let selected = scenery.props.selected == Some(thing);
    let chosen = (!selected).then_some(thing);
    let onclick = scenery
        .props
        .send
        .reform(move |_: MouseEvent| Command::Select(chosen));
    html! {
        <button type="button" class={classes!("name", selected.then_some("selected"))} data-stop={stop.clone()}
            tabindex={tab_index(scenery.stop, &stop)} aria-pressed={selected.to_string()} {onclick}>
            if !zone.is_empty() { <span class="long">{ text().stage.zone }</span> }{ &*zone.name }
        </button>
    }
}
