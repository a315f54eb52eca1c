//! The Region: its zones one above the other, its services across all of them.

use std::rc::Rc;

use view::flight::Place;
use view::scene::HeapCount;
use view::{CardClass, Picture};
use yew::prelude::*;

use super::focus::tab_index;
use super::service::ServiceColumn;
use super::zone::ZoneLane;
use crate::command::Command;
use crate::components::icon::{Icon, icon};
use crate::panel::Cue;
use crate::text::text;

/// What is shown.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The picture.
    pub picture: Rc<Picture>,
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

/// The Region.
#[component]
pub fn RegionFrame(props: &Props) -> Html {
    let region = &props.picture.region;
    html! {
        <section class="region" data-region="" data-stop="region" tabindex={tab_index(&props.stop, "region")} role="group"
            aria-label={(text().stage.region_summary)(&props.picture)}>
            <h2 class="tag">{ icon(Icon::Region) }<span>{ (text().stage.region)(&region.name) }</span>
                <small>{ &*region.location }</small></h2>
            <div class="lanes">{ for (0..props.picture.zones.len()).map(|index| lane(props, index)) }</div>
            <div class="services">{ for (0..props.picture.services.len()).map(|index| service(props, index)) }</div>
        </section>
    }
}

fn lane(props: &Props, index: usize) -> Html {
    html! {
        <ZoneLane {index} zone={props.picture.zones[index].clone()} now_s={props.now_s} heaps={props.heaps.clone()}
            class={props.class} stop={props.stop.clone()} selected={props.selected} cue={props.cue.clone()}
            send={props.send.clone()} />
    }
}

fn service(props: &Props, index: usize) -> Html {
    let occupied: Rc<[bool]> = props
        .picture
        .zones
        .iter()
        .map(|zone| !zone.instances.is_empty())
        .collect();
    let place = Place::Service(u16::try_from(index).unwrap_or(u16::MAX));
    let cue = props
        .cue
        .as_ref()
        .filter(|cue| cue.place == place)
        .map(|cue| cue.text.clone());
    html! {
        <ServiceColumn {index} service={props.picture.services[index].clone()} zones={props.picture.zones.clone()}
            {occupied} stop={props.stop.clone()} {cue} />
    }
}
