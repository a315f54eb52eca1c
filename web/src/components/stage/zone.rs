//! An Availability Zone: a place with a name, power, and houses.

use std::rc::Rc;

use view::flight::Place;
use view::scene::HeapCount;
use view::{CardClass, Instance, Power, Zone};
use yew::prelude::*;

use super::focus::tab_index;
use super::house::House;
use crate::command::Command;
use crate::components::icon::{Icon, icon};
use crate::panel::Cue;
use crate::text::text;

/// What is shown.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The zone's index.
    pub index: usize,
    /// The zone.
    pub zone: Zone,
    /// Whole seconds of model time, for ages.
    pub now_s: u64,
    /// Heaps of failures.
    pub heaps: Rc<[HeapCount]>,
    /// How large houses are.
    pub class: CardClass,
    /// The stop that the tab key leads to.
    pub stop: AttrValue,
    /// What is looked at closer.
    pub selected: Option<Place>,
    /// What is pointed at.
    pub cue: Option<Cue>,
    /// Takes commands.
    pub send: Callback<Command>,
}

/// A zone's lane; a strip if nothing of the learner's is in it.
#[component]
pub fn ZoneLane(props: &Props) -> Html {
    let zone = &props.zone;
    let empty = zone.instances.is_empty();
    let stop = format!("zone-{}", props.index);
    let dark = matches!(zone.power, Power::OffSince(_));
    html! {
        <section class={classes!("zone", empty.then_some("empty"), dark.then_some("dark"))} role="group"
            data-stop={stop.clone()} data-lane={(!empty).then(|| props.index.to_string())}
            tabindex={tab_index(&props.stop, &stop)} aria-label={(text().stage.zone_summary)(zone)}>
            { tag(props, empty) }
            if !empty {
                <ul class="slots">
                    { for zone.instances.iter().map(|instance| house(props, instance)) }
                </ul>
            }
        </section>
    }
}

fn tag(props: &Props, empty: bool) -> Html {
    let (words, zone) = (&text().stage, &props.zone);
    let state = match zone.power {
        Power::OffSince(since) => Some((words.no_power_for)(props.now_s.saturating_sub(since.as_secs()))),
        Power::On if empty => Some(words.nothing_here.to_owned()),
        Power::On => None,
    };
    let drawing = if matches!(zone.power, Power::On) {
        Icon::Zone
    } else {
        Icon::Power
    };
    html! {
        <h3 class="tag">
            { icon(drawing) }
            <span>if !empty { <span class="long">{ words.zone }</span> }{ &*zone.name }</span>
            <small>{ &*zone.id }</small>
            if let Some(state) = state { <span class="zone-state">{ state }</span> }
        </h3>
    }
}

fn house(props: &Props, instance: &Instance) -> Html {
    let place = Place::Instance(instance.index);
    let failed = props
        .heaps
        .iter()
        .find(|heap| heap.place == place)
        .map_or(0, |heap| heap.failed);
    let cue = props
        .cue
        .as_ref()
        .filter(|cue| cue.place == place)
        .map(|cue| cue.text.clone());
    html! {
        <House key={instance.index} instance={instance.clone()} age_s={props.now_s.saturating_sub(instance.since.as_secs())}
            class={props.class} {failed} stop={props.stop.clone()} selected={props.selected == Some(place)} {cue}
            send={props.send.clone()} />
    }
}
