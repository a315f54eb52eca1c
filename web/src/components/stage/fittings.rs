//! What stands on the stage besides instances, as a table of drawings: a page that has no need of them hands none over,
//! and does not carry their code.

use view::flight::Place;
use view::trouble::TroublePlace;
use view::{CardClass, Instance, Link, Picture, Zone};
use yew::Html;

use super::Scenery;
use crate::canvas::Wiring;
use crate::canvas::fleet::Frame;
use crate::canvas::route::Route;
use crate::canvas::wiring::{Measured, Room};

/// Drawings of load balancers, groups and alarms.
pub struct Fittings {
    /// The signpost between employees and nodes, if employees hold the name of a load balancer.
    pub signpost: fn(Scenery<'_>) -> Html,
    /// The chips above the lanes, and the alarms.
    pub chips: fn(Scenery<'_>) -> Html,
    /// The nodes in a zone.
    pub nodes: fn(Scenery<'_>, &Zone) -> Html,
    /// What a zone's houses are too small to say.
    pub counts: fn(Scenery<'_>, &Zone) -> Html,
    /// The port of an instance that is a target, by the name of its place.
    pub port: fn(Scenery<'_>, &Instance, String) -> Html,
    /// How a house looks that belongs to the selected group, and the sign of its group.
    pub membership: fn(Scenery<'_>, &Instance) -> (Option<&'static str>, Html),
    /// What is believed of an instance, in words.
    pub belief: fn(Scenery<'_>, &Instance) -> Html,
    /// Where motion is not wanted: numbers of wires that run together.
    pub arrivals: fn(&Wiring, &[Link], CardClass) -> Html,
    /// How much room there is before houses.
    pub room: fn(&Measured) -> Room,
    /// The way of a wire at a node.
    pub route: fn(&Measured, Place, Place) -> Option<Route>,
    /// Lines that carry nothing.
    pub frames: fn(&Measured, &Picture) -> Vec<Frame>,
    /// What is broken at a place, in a few words.
    pub troubles: fn(Scenery<'_>, TroublePlace) -> Html,
    /// How the lane of a zone looks because of it.
    pub lane: fn(Scenery<'_>, u16) -> Option<&'static str>,
}
