//! The Region: its zones one above the other, its services across all of them.

use view::fleet::Thing;
use yew::prelude::*;

use super::Scenery;
use super::focus::tab_index;
use super::service::service;
use super::zone::lane;
use crate::command::Command;
use crate::components::icon::{Icon, icon};
use crate::text::text;

/// The Region.
pub fn region(scenery: Scenery<'_>) -> Html {
    let (words, picture) = (&text().stage, &scenery.props.picture);
    html! {
        <section class="region" data-region="" role="group" aria-label={(words.region_summary)(picture)}>
            <h2 class="tag">{ icon(Icon::Region) }{ name(scenery) }
                <small>{ &*picture.region.location }</small></h2>
            if let Some(fittings) = scenery.props.fittings { { (fittings.chips)(scenery) } }
            <div class="lanes" style={(!picture.fleet.balancers.is_empty()).then(|| format!("--balancers:{}", picture.fleet.balancers.len()))}>{ for (0..picture.zones.len()).map(|index| lane(scenery, index)) }</div>
            <div class="services">{ for (0..picture.services.len()).map(|index| service(scenery, index)) }</div>
        </section>
    }
}

/// Its name: looks closer at what the account holds.
fn name(scenery: Scenery<'_>) -> Html {
    let selected = scenery.props.selected == Some(Thing::Region);
    let chosen = (!selected).then_some(Thing::Region);
    let onclick = scenery
        .props
        .send
        .reform(move |_: MouseEvent| Command::Select(chosen));
    html! {
        <button type="button" class={classes!("name", selected.then_some("selected"))} data-stop="region"
            tabindex={tab_index(scenery.stop, "region")} aria-pressed={selected.to_string()} {onclick}>
            { (text().stage.region)(&scenery.props.picture.region.name) }
        </button>
    }
}
