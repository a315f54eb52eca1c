//! Load balancers, groups and alarms on the stage.

mod arrivals;
mod chips;
mod nodes;
mod port;
mod sign;
mod troubles;

use crate::canvas::fleet::{frames, room, route};
use crate::components::stage::fittings::Fittings;

/// How they are drawn.
pub static FITTINGS: Fittings = Fittings {
    signpost: nodes::signpost,
    chips: chips::chips,
    nodes: nodes::nodes,
    counts: nodes::counts,
    port: port::port,
    membership: port::membership,
    belief: port::belief,
    arrivals: arrivals::arrivals,
    route,
    room,
    frames,
    troubles: troubles::troubles,
    lane: troubles::lane,
};
