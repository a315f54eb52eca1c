//! The Region: its zones one above the other, its services across all of them.

use yew::prelude::*;

use super::Scenery;
use super::focus::tab_index;
use super::service::service;
use super::zone::lane;
use crate::components::icon::{Icon, icon};
use crate::text::text;

/// The Region.
pub fn region(scenery: Scenery<'_>) -> Html {
    let (words, picture) = (&text().stage, &scenery.props.picture);
    html! {
        <section class="region" data-region="" data-stop="region" tabindex={tab_index(scenery.stop, "region")} role="group"
            aria-label={(words.region_summary)(picture)}>
            <h2 class="tag">{ icon(Icon::Region) }<span>{ (words.region)(&picture.region.name) }</span>
                <small>{ &*picture.region.location }</small></h2>
            if let Some(fittings) = scenery.props.fittings { { (fittings.chips)(scenery) } }
            <div class="lanes" style={(!picture.fleet.balancers.is_empty()).then(|| format!("--balancers:{}", picture.fleet.balancers.len()))}>{ for (0..picture.zones.len()).map(|index| lane(scenery, index)) }</div>
            <div class="services">{ for (0..picture.services.len()).map(|index| service(scenery, index)) }</div>
        </section>
    }
}
