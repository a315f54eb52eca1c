//! A regional service: one replica in every zone, owned by none.

use view::fleet::Thing;
use view::flight::Place;
use view::trouble::TroublePlace;
use view::{Replica, ServiceKind, Zone};
use yew::prelude::*;

use super::Scenery;
use super::focus::tab_index;
use crate::canvas::place_name;
use crate::command::Command;
use crate::components::icon::{Icon, icon, small_icon};
use crate::text::text;

/// A service's column.
pub fn service(scenery: Scenery<'_>, index: usize) -> Html {
    let (words, picture) = (&text().stage, &scenery.props.picture);
    let service = &picture.services[index];
    let number = u16::try_from(index).unwrap_or(u16::MAX);
    let place = Place::Service(number);
    let (name, selected) = (place_name(place), scenery.is_selected(place));
    let chosen = (!selected).then_some(Thing::Place(place));
    let onclick = scenery
        .props
        .send
        .reform(move |_: MouseEvent| Command::Select(chosen));
    let replicas = picture.zones.iter().zip(service.replicas.iter()).enumerate();
    html! {
        <div class="service" data-place={name.clone()} {onclick}>
            <button type="button" class={classes!("service-head", selected.then_some("selected"))} data-stop={name.clone()}
                tabindex={tab_index(scenery.stop, &name)} aria-pressed={selected.to_string()}>
                { icon(drawing(service.kind)) }
                <b aria-hidden="true">{ (words.service)(service.kind) }</b>
                <span aria-hidden="true">{ &*service.resource }</span>
                <span class="unseen">{ (words.service_summary)(service, &picture.zones) }</span>
            </button>
            if let Some(fittings) = scenery.props.fittings { { (fittings.troubles)(scenery, TroublePlace::Service(number)) } }
            if let Some(cue) = scenery.cue(place) { <span class="cue below" role="note">{ cue }</span> }
            <div class="replicas">{ for replicas.map(|(number, (zone, state))| replica(index, number, zone, *state)) }</div>
        </div>
    }
}

fn drawing(kind: ServiceKind) -> Icon {
    match kind {
        ServiceKind::DynamoDb => Icon::Table,
        ServiceKind::S3 => Icon::Bucket,
    }
}

fn replica(service: usize, number: usize, zone: &Zone, state: Replica) -> Html {
    let letter = zone.name.chars().last().unwrap_or(' ');
    let drawing = if state.lit { Icon::Check } else { Icon::Power };
    let (empty, dark) = (zone.is_empty(), !state.lit);
    html! {
        <span class={classes!("replica", empty.then_some("empty"), dark.then_some("dark"))}
            data-replica={format!("{service}/{number}")}>
            { small_icon(drawing) }<span class="long">{ text().stage.copy }</span>{ letter }
        </span>
    }
}
