//! The ways through a load balancer's nodes, the spines that join them, and the brackets of Auto Scaling groups.

use view::Picture;
use view::flight::Place;

use super::route::{Route, at};
use super::wiring::{CORNER, Measured, Rect, Room, TURN, fan};

/// A line that is drawn and carries nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// Its class in the styles.
    pub class: &'static str,
    /// Its way.
    pub route: Route,
}

/// The name of a load balancer's chip in `data-chip`.
#[must_use]
pub fn balancer_chip(index: u32) -> String {
    format!("balancer-{index}")
}

/// The name of an Auto Scaling group's chip in `data-chip`.
#[must_use]
pub fn group_chip(index: u32) -> String {
    format!("group-{index}")
}

/// The way of a wire that begins or ends at a node; none if it is about something else.
#[must_use]
pub fn route(measured: &Measured, near: Place, far: Place) -> Option<Route> {
    match (near, far, measured.upright) {
        (Place::Office(_), Place::Node(_), false) => to_node(measured, near, far),
        (Place::Office(_), Place::Node(_), true) => down_to_node(measured, near, far),
        (Place::Node(_), Place::Instance(_), false) => to_target(measured, near, far),
        (Place::Node(_), Place::Instance(_), true) => down_to_target(measured, near, far),
        _ => None,
    }
}

/// From an office, through the signpost of DNS, to a node.
fn to_node(measured: &Measured, office: Place, node: Place) -> Option<Route> {
    let (from, to) = (measured.rect(office)?, measured.rect(node)?);
    let start = at(from.right(), from.middle().y);
    let end = at(to.x, to.middle().y + fan(office));
    let Some(sign) = measured.signpost else {
        return Some(Route::from(start).sway(end));
    };
    let height = sign.middle().y + fan(office);
    let (into, out) = (at(sign.x, height), at(sign.right(), height));
    Some(Route::from(start).sway(into).dive(out).sway(end))
}

/// From above: to the left edge of the Region, down beside its lanes, and in.
fn down_to_node(measured: &Measured, office: Place, node: Place) -> Option<Route> {
    let (from, to) = (measured.rect(office)?, measured.rect(node)?);
    let rail = measured.region.x + RAIL + fan(office);
    let end = at(to.x, to.middle().y + fan(office));
    let route = Route::from(at(from.middle().x, from.bottom())).drop(at(rail, measured.region.y));
    let route = route.line(at(rail, end.y - CORNER));
    Some(route.corner(at(rail, end.y), at(rail + CORNER, end.y)).line(end))
}

/// From a node to the port of a target: straight to the first house of a row, above the row to the others.
fn to_target(measured: &Measured, node: Place, instance: Place) -> Option<Route> {
    let (from, house) = (measured.rect(node)?, measured.rect(instance)?);
    let (port, reach) = (measured.door(instance)?, Reach::of(house));
    let start = at(from.right(), from.middle().y);
    let Some(first) = measured.first_before(house) else {
        return Some(Route::from(start).sway(port));
    };
    let height = house.y - reach.bus;
    let (entry, turn) = (at(first.x - reach.turn, height), port.x - reach.turn);
    let route = Route::from(start)
        .sway(entry)
        .line(at(turn - reach.corner, height));
    let route = route.corner(at(turn, height), at(turn, height + reach.corner));
    let route = route.line(at(turn, port.y - reach.corner));
    Some(
        route
            .corner(at(turn, port.y), at(turn + reach.corner, port.y))
            .line(port),
    )
}

/// From a node down beside the houses, above their row, and into a port from above.
fn down_to_target(measured: &Measured, node: Place, instance: Place) -> Option<Route> {
    let (from, house) = (measured.rect(node)?, measured.rect(instance)?);
    let port = measured.door(instance)?;
    let height = house.y - (UPRIGHT_BUS.min(house.height / 4.0));
    let gutter = from.x + 8.0;
    let turn = if from.bottom() < height { -CORNER } else { CORNER };
    let route = Route::from(at(gutter, from.bottom())).line(at(gutter, height + turn));
    let route = route.corner(at(gutter, height), at(gutter + CORNER, height));
    let route = route.line(at(port.x - CORNER, height));
    Some(
        route
            .corner(at(port.x, height), at(port.x, height + CORNER))
            .line(port),
    )
}

/// How near to a house its wire runs: small houses stand closer together.
struct Reach {
    bus: f32,
    turn: f32,
    corner: f32,
}

impl Reach {
    fn of(house: Rect) -> Self {
        if house.height < SMALL {
            Self {
                bus: 5.0,
                turn: 6.0,
                corner: 4.0,
            }
        } else {
            Self {
                bus: 13.0,
                turn: (house.width / 9.0).min(TURN),
                corner: (house.width / 15.0).min(CORNER),
            }
        }
    }
}

/// Houses below this height stand close together, in CSS pixels.
const SMALL: f32 = 60.0;
/// Houses below this height have room for little beside them.
const MEDIUM: f32 = 100.0;
/// With less room than this before a house, queues and heaps are told in numbers.
const WIDE_GAP: f32 = 70.0;
/// From the Region's left edge to the rail beside the lanes, where traffic runs from top to bottom.
const RAIL: f32 = 12.0;
/// How far above a row of houses its wire runs, where traffic runs from top to bottom.
const UPRIGHT_BUS: f32 = 24.0;
/// From the lanes' right edge to the bracket of the first group, and from each bracket to the next.
const BRACKET: (f32, f32) = (9.0, 5.0);
/// How far below a lane's upper edge its tick is: beside its name, where no wire runs.
const TICK_BELOW: f32 = 20.0;
/// How far a bracket reaches into a lane that it holds.
const TICK: f32 = 16.0;

/// How much room there is before houses: small ones stand close together, and so do large ones on a narrow stage.
#[must_use]
pub fn room(measured: &Measured) -> Room {
    let height = rects(measured, is_house)
        .map(|house| house.height)
        .fold(f32::INFINITY, f32::min);
    let is_crowded = rects(measured, is_node).next().is_some() && least_gap(measured) < WIDE_GAP;
    match height {
        ..SMALL => Room::None,
        ..MEDIUM => Room::Narrow,
        _ if is_crowded => Room::Narrow,
        _ => Room::Wide,
    }
}

fn rects(measured: &Measured, wanted: fn(&Place) -> bool) -> impl Iterator<Item = Rect> {
    let found = measured.places.iter().filter(move |(place, _)| wanted(place));
    found.map(|&(_, rect)| rect)
}

fn is_house(place: &Place) -> bool {
    matches!(place, Place::Instance(_))
}

fn is_node(place: &Place) -> bool {
    matches!(place, Place::Node(_))
}

/// The least room before a house: to the node or the house before it.
fn least_gap(measured: &Measured) -> f32 {
    let mut gap = f32::INFINITY;
    for house in rects(measured, is_house) {
        let before = rects(measured, |place| is_house(place) || is_node(place));
        let is_beside =
            |other: &Rect| other.x < house.x - 1.0 && other.bottom() > house.y && other.y < house.bottom();
        gap = before
            .filter(is_beside)
            .map(|other| house.x - other.right())
            .fold(gap, f32::min);
    }
    gap
}

/// The spines of load balancers and the brackets of groups.
#[must_use]
pub fn frames(measured: &Measured, picture: &Picture) -> Vec<Frame> {
    let spines = picture.fleet.balancers.iter().filter_map(|balancer| {
        let nodes = picture.zones.iter().flat_map(|zone| zone.nodes.iter());
        let own = nodes.filter(|node| node.balancer == balancer.index);
        let places: Vec<Rect> = own
            .filter_map(|node| measured.rect(Place::Node(node.index)))
            .collect();
        spine(measured.chip(&balancer_chip(balancer.index))?, &places)
    });
    let brackets = picture
        .fleet
        .groups
        .iter()
        .enumerate()
        .filter_map(|(place, group)| {
            let chip = measured.chip(&group_chip(group.index))?;
            bracket(measured, chip, &group.zones, place as f32)
        });
    let all = spines.chain(brackets);
    // From top to bottom there is no room for them: the wires along the edge join the nodes.
    all.filter(|_| !measured.upright).collect()
}

/// From the chip down through all nodes.
fn spine(chip: Rect, nodes: &[Rect]) -> Option<Frame> {
    let last = nodes.iter().max_by(|a, b| a.y.total_cmp(&b.y))?;
    let x = last.middle().x;
    let top = at(x.max(chip.x + 14.0).min(chip.right() - 14.0), chip.bottom());
    let knee = at(x, top.y + 12.0);
    Some(Frame {
        class: "spine",
        route: Route::from(top).drop(knee).line(at(x, last.y)),
    })
}

/// From the chip to the right, down beside the lanes, with a tick into each lane that the group may use.
fn bracket(measured: &Measured, chip: Rect, zones: &[u16], place: f32) -> Option<Frame> {
    let mut lanes: Vec<Rect> = measured
        .lanes
        .iter()
        .filter(|(zone, _)| zones.iter().any(|own| usize::from(*own) == *zone))
        .map(|&(_, lane)| lane)
        .collect();
    lanes.sort_by(|a, b| a.y.total_cmp(&b.y));
    let edge = lanes.first()?.right();
    let x = edge + BRACKET.0 + BRACKET.1 * place;
    let start = at(chip.right(), chip.middle().y);
    let corner = at(x, start.y);
    let mut route = Route::from(start)
        .line(at(x - CORNER, start.y))
        .corner(corner, at(x, start.y + CORNER));
    for (number, lane) in lanes.iter().enumerate() {
        let height = lane.y + TICK_BELOW;
        route = route.line(at(x, height)).line(at(edge - TICK, height));
        if number + 1 < lanes.len() {
            route = route.line(at(x, height));
        }
    }
    Some(Frame {
        class: "bracket",
        route,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFFICE: Place = Place::Office(0);
    const NODE: Place = Place::Node(0);

    fn rect(x: f32, y: f32, width: f32, height: f32) -> Rect {
        Rect { x, y, width, height }
    }

    fn one_lane() -> Measured {
        Measured {
            places: vec![
                (OFFICE, rect(0.0, 80.0, 50.0, 40.0)),
                (NODE, rect(150.0, 70.0, 70.0, 60.0)),
                (Place::Instance(0), rect(260.0, 60.0, 150.0, 80.0)),
                (Place::Instance(1), rect(450.0, 60.0, 150.0, 80.0)),
            ],
            lanes: vec![(0, rect(100.0, 0.0, 700.0, 200.0))],
            signpost: Some(rect(80.0, 80.0, 40.0, 40.0)),
            ..Measured::default()
        }
    }

    #[test]
    fn the_way_to_a_node_leads_through_dns() {
        let measured = one_lane();
        let line = route(&measured, OFFICE, NODE).expect("laid").sample();
        let sign = measured.signpost.expect("it stands");
        let through = (0..=100).any(|step| {
            let point = line.at(step as f32 / 100.0, 0.0);
            point.x >= sign.x - 1.0 && point.x <= sign.x + 8.0 && (point.y - sign.middle().y).abs() < 8.0
        });
        assert!(through);
        assert!((line.at(1.0, 0.0).x - 150.0).abs() < 0.5);
    }

    #[test]
    fn a_node_reaches_the_second_house_above_the_first() {
        let measured = one_lane();
        let line = route(&measured, NODE, Place::Instance(1)).expect("laid").sample();
        let first = rect(260.0, 60.0, 150.0, 80.0);
        for step in 0..=100 {
            let point = line.at(step as f32 / 100.0, 0.0);
            let inside =
                (first.x..=first.right()).contains(&point.x) && (first.y..=first.bottom()).contains(&point.y);
            assert!(!inside, "{point:?}");
        }
        assert!((line.at(1.0, 0.0).x - 450.0).abs() < 0.5);
    }

    #[test]
    fn a_bracket_reaches_into_its_own_lanes_only() {
        let mut measured = one_lane();
        measured.lanes.push((1, rect(100.0, 220.0, 700.0, 200.0)));
        let frame = bracket(&measured, rect(200.0, -40.0, 120.0, 30.0), &[1], 0.0).expect("drawn");
        let line = frame.route.sample();
        let inside = |lane: Rect| {
            (0..=200).any(|step| {
                let point = line.at(step as f32 / 200.0, 0.0);
                point.x < lane.right() - 1.0 && (lane.y..=lane.bottom()).contains(&point.y)
            })
        };
        assert!(!inside(measured.lanes[0].1) && inside(measured.lanes[1].1));
    }
}
