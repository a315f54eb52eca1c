//! An Availability Zone: a place with a name, power, and houses.

use view::{Power, Zone};
use yew::prelude::*;

use super::Scenery;
use super::focus::tab_index;
use super::house::house;
use crate::components::icon::{Icon, icon};
use crate::text::text;

/// A zone's lane; a strip if nothing of the learner's is in it.
pub fn lane(scenery: Scenery<'_>, index: usize) -> Html {
    let zone = &scenery.props.picture.zones[index];
    let empty = zone.is_empty();
    let stop = format!("zone-{index}");
    let dark = matches!(zone.power, Power::OffSince(_));
    html! {
        <section class={classes!("zone", empty.then_some("empty"), dark.then_some("dark"))} role="group"
            data-stop={stop.clone()} data-lane={index.to_string()}
            tabindex={tab_index(scenery.stop, &stop)} aria-label={(text().stage.zone_summary)(zone)}>
            { tag(scenery, zone) }
            if let Some(fittings) = scenery.props.fittings { { (fittings.nodes)(scenery, zone) } }
            if !zone.instances.is_empty() {
                <ul class="slots">{ for zone.instances.iter().map(|instance| house(scenery, instance)) }</ul>
            }
        </section>
    }
}

fn tag(scenery: Scenery<'_>, zone: &Zone) -> Html {
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
            <span>if !empty { <span class="long">{ words.zone }</span> }{ &*zone.name }</span>
            <small>{ &*zone.id }</small>
            if let Some(state) = state { <span class="zone-state">{ state }</span> }
            if let Some(fittings) = scenery.props.fittings { { (fittings.counts)(scenery, zone) } }
        </h3>
    }
}
