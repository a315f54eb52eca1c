//! A regional service: one replica in every zone, owned by none.

use std::rc::Rc;

use view::flight::Place;
use view::{Replica, Service, ServiceKind, Zone};
use yew::prelude::*;

use super::focus::tab_index;
use crate::canvas::place_name;
use crate::components::icon::{Icon, icon, small_icon};
use crate::text::text;

/// What is shown.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The service's index.
    pub index: usize,
    /// The service.
    pub service: Service,
    /// The zones, for their names.
    pub zones: Rc<[Zone]>,
    /// Which zones have a full lane.
    pub occupied: Rc<[bool]>,
    /// The stop that the tab key leads to.
    pub stop: AttrValue,
    /// What is said of it.
    pub cue: Option<Rc<str>>,
}

/// A service's column.
#[component]
pub fn ServiceColumn(props: &Props) -> Html {
    let (words, service) = (&text().stage, &props.service);
    let place = place_name(Place::Service(u16::try_from(props.index).unwrap_or(u16::MAX)));
    let drawing = match service.kind {
        ServiceKind::DynamoDb => Icon::Table,
        ServiceKind::S3 => Icon::Bucket,
    };
    html! {
        <div class="service" role="group" tabindex={tab_index(&props.stop, &place)} data-place={place.clone()}
            data-stop={place} aria-label={(words.service_summary)(service, &props.zones)}>
            <div class="service-head">
                { icon(drawing) }
                <b>{ (words.service)(service.kind) }</b>
                <span>{ &*service.resource }</span>
            </div>
            if let Some(cue) = &props.cue { <span class="cue below" role="note">{ &**cue }</span> }
            <div class="replicas">{ for service.replicas.iter().enumerate().map(|(zone, replica)| copy(props, zone, *replica)) }</div>
        </div>
    }
}

fn copy(props: &Props, zone: usize, replica: Replica) -> Html {
    let letter = props
        .zones
        .get(zone)
        .and_then(|zone| zone.name.chars().last())
        .unwrap_or(' ');
    let empty = !props.occupied.get(zone).copied().unwrap_or(false);
    let drawing = if replica.lit { Icon::Check } else { Icon::Power };
    html! {
        <span class={classes!("replica", empty.then_some("empty"), (!replica.lit).then_some("dark"))}
            data-replica={format!("{}/{zone}", props.index)}>
            { small_icon(drawing) }<span class="long">{ text().stage.copy }</span>{ letter }
        </span>
    }
}
