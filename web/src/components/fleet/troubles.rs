//! What is broken, in the picture: in the header of a zone, below the name of a service.

use view::trouble::TroublePlace;
use yew::prelude::*;

use crate::components::icon::{Icon, small_icon};
use crate::components::stage::Scenery;
use crate::text::player_text;

/// The short words of what is broken at a place.
pub(super) fn troubles(scenery: Scenery<'_>, place: TroublePlace) -> Html {
    let troubles = scenery.props.picture.fleet.troubles_at(place);
    let said = troubles.filter_map(|trouble| (player_text().place.trouble_short)(trouble));
    html! { <>{ for said.map(|said| html! { <span class="trouble">{ small_icon(Icon::Warning) }{ said }</span> }) }</> }
}

/// How a lane looks whose network does not do what it should.
pub(super) fn lane(scenery: Scenery<'_>, zone: u16) -> Option<&'static str> {
    let mut troubles = scenery.props.picture.fleet.troubles_at(TroublePlace::Zone(zone));
    troubles
        .any(|trouble| trouble.kind.is_of_network())
        .then_some("grey")
}
