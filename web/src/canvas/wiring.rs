//! Where the wires run, decided once for each layout from where things stand.

use view::flight::Place;

use super::route::{Point, Polyline, Route, at};

/// A box of the stage, in CSS pixels from its top left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

impl Rect {
    pub(super) fn right(self) -> f32 {
        self.x + self.width
    }
    pub(super) fn bottom(self) -> f32 {
        self.y + self.height
    }
    pub(super) fn middle(self) -> Point {
        at(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }
}

/// Where things stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measured {
    /// True where traffic runs from top to bottom.
    pub upright: bool,
    /// Each place with its box.
    pub places: Vec<(Place, Rect)>,
    /// The door of each instance.
    pub doors: Vec<(Place, Rect)>,
    /// Each replica of each service: service, zone, box.
    pub replicas: Vec<(Place, usize, Rect)>,
    /// The lanes of the zones: zone, box.
    pub lanes: Vec<(usize, Rect)>,
    /// The Region.
    pub region: Rect,
    /// The signpost of DNS, if it stands.
    pub signpost: Option<Rect>,
    /// The chips above the lanes, by name.
    pub chips: Vec<(String, Rect)>,
}

/// One wire.
#[derive(Clone, Debug, PartialEq)]
pub struct Wire {
    /// The end nearer to the employees.
    pub near: Place,
    /// The end nearer to the services.
    pub far: Place,
    /// Its way, for the drawing.
    pub route: Route,
    /// Its way, for the dots.
    pub line: Polyline,
}

/// All wires and doors of one layout.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wiring {
    /// Sorted by their ends.
    pub wires: Vec<Wire>,
    /// Where dots stop at each place.
    doors: Vec<(Place, Point)>,
    /// True where traffic runs from top to bottom.
    upright: bool,
    room: Room,
}

/// How much room there is before the doors of houses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Room {
    /// For a queue and a heap.
    #[default]
    Wide,
    /// For a few of each.
    Narrow,
    /// For one failure.
    None,
}

impl Wiring {
    /// Lays the wires for `links`, given as pairs of ends.
    #[must_use]
    pub fn lay(measured: &Measured, links: impl Iterator<Item = (Place, Place)>) -> Self {
        Self::lay_by(measured, links, |_, _, _| None)
    }

    /// The same, where `more` knows the ways of some.
    #[must_use]
    pub fn lay_by(
        measured: &Measured,
        links: impl Iterator<Item = (Place, Place)>,
        more: impl Fn(&Measured, Place, Place) -> Option<Route>,
    ) -> Self {
        let way = |near, far| measured.route(near, far).or_else(|| more(measured, near, far));
        let mut wires: Vec<Wire> = Vec::new();
        for wire in links.filter_map(|(near, far)| Some(wire(near, far, way(near, far)?))) {
            let at = wires.partition_point(|other| (other.near, other.far) <= (wire.near, wire.far));
            wires.insert(at, wire);
        }
        let doors = measured
            .places
            .iter()
            .filter_map(|&(place, _)| Some((place, measured.door(place)?)))
            .collect();
        Self {
            wires,
            doors,
            upright: measured.upright,
            room: Room::Wide,
        }
    }

    /// Takes note of how much room there is before each door.
    pub fn set_room(&mut self, room: Room) {
        self.room = room;
    }

    /// How much room there is before each door.
    #[must_use]
    pub fn room(&self) -> Room {
        self.room
    }

    /// The wire between two places.
    #[must_use]
    pub fn wire(&self, near: Place, far: Place) -> Option<&Wire> {
        let found = self
            .wires
            .binary_search_by_key(&(near, far), |wire| (wire.near, wire.far))
            .ok()?;
        self.wires.get(found)
    }

    /// Where dots stop at a place.
    #[must_use]
    pub fn door(&self, place: Place) -> Option<Point> {
        self.doors
            .iter()
            .find(|(found, _)| *found == place)
            .map(|&(_, door)| door)
    }

    /// True where traffic runs from top to bottom.
    #[must_use]
    pub fn is_upright(&self) -> bool {
        self.upright
    }
}

fn wire(near: Place, far: Place, route: Route) -> Wire {
    let line = route.sample();
    Wire {
        near,
        far,
        route,
        line,
    }
}

impl Measured {
    /// The chip with this name.
    pub(super) fn chip(&self, name: &str) -> Option<Rect> {
        let chip = self.chips.iter().find(|(found, _)| found == name);
        chip.map(|&(_, rect)| rect)
    }

    fn route(&self, near: Place, far: Place) -> Option<Route> {
        match (near, far, self.upright) {
            (Place::Office(_), Place::Instance(_), false) => self.arrival(near, far),
            (Place::Office(_), Place::Instance(_), true) => self.upright_arrival(near, far),
            (Place::Instance(_), Place::Service(service), false) => self.departure(near, far, service),
            _ => None,
        }
    }

    /// From an office into the door of an instance: straight if nothing stands between, else above the houses before it.
    fn arrival(&self, office: Place, instance: Place) -> Option<Route> {
        let (from, house) = (self.rect(office)?, self.rect(instance)?);
        let start = at(from.right(), from.middle().y);
        let door = self.door(instance)?;
        let end = at(door.x, door.y + fan(office));
        let Some(first) = self.first_before(house) else {
            return Some(Route::from(start).sway(end));
        };
        let (height, turn) = (house.y - BUS, end.x - TURN);
        let bus = at(first.x - TURN, height);
        let route = Route::from(start).sway(bus).line(at(turn - CORNER, height));
        let down = at(turn, height + CORNER);
        let up = at(turn, end.y - CORNER);
        Some(
            route
                .corner(at(turn, height), down)
                .line(up)
                .corner(at(turn, end.y), end),
        )
    }

    /// From above: aside before the Region begins, then down beside its words and houses, then in by the door.
    fn upright_arrival(&self, office: Place, instance: Place) -> Option<Route> {
        let from = self.rect(office)?;
        let door = self.door(instance)?;
        let rail = door.x + TURN + fan(office);
        let end = at(door.x, door.y + fan(office));
        let route = Route::from(at(from.middle().x, from.bottom())).drop(at(rail, self.region.y));
        let route = route.line(at(rail, end.y - CORNER));
        Some(route.corner(at(rail, end.y), at(rail - CORNER, end.y)).line(end))
    }

    /// From the back of an instance to the replica in its own zone, below the houses behind it.
    fn departure(&self, instance: Place, service: Place, index: u16) -> Option<Route> {
        let house = self.rect(instance)?;
        let to = self.replica(service, house)?;
        let aside = house.height.min(96.0) * (f32::from(index) - 0.5) * 0.5;
        let start = at(house.right(), house.middle().y + aside);
        let end = at(to.x, start.y.max(to.y + 8.0).min(to.bottom() - 8.0));
        let Some(last) = self.last_behind(house) else {
            return Some(Route::from(start).sway(end));
        };
        let (height, turn) = (house.bottom() + BUS + aside / 4.0, start.x + TURN / 2.0);
        let route = Route::from(start).corner(at(turn, start.y), at(turn, start.y + CORNER));
        let route = route
            .line(at(turn, height - CORNER))
            .corner(at(turn, height), at(turn + CORNER, height));
        Some(route.line(at(last.right(), height)).sway(end))
    }

    pub(super) fn rect(&self, place: Place) -> Option<Rect> {
        self.places
            .iter()
            .find(|(found, _)| *found == place)
            .map(|&(_, rect)| rect)
    }

    pub(super) fn door(&self, place: Place) -> Option<Point> {
        let rect = self.rect(place)?;
        let door = self
            .doors
            .iter()
            .find(|(found, _)| *found == place)
            .map(|(_, door)| door.middle());
        Some(door.unwrap_or_else(|| match (place, self.upright) {
            (Place::Office(_), false) => at(rect.right(), rect.middle().y),
            (Place::Office(_), true) => at(rect.middle().x, rect.bottom()),
            (_, false) | (Place::Node(_), true) => at(rect.x, rect.middle().y),
            (_, true) => at(rect.right(), rect.middle().y),
        }))
    }

    fn replica(&self, service: Place, house: Rect) -> Option<Rect> {
        let (zone, _) = self
            .lanes
            .iter()
            .find(|(_, lane)| lane.y <= house.y && house.bottom() <= lane.bottom() + 1.0)?;
        self.replicas
            .iter()
            .find(|(found, at, _)| *found == service && at == zone)
            .map(|&(.., rect)| rect)
    }

    fn houses_beside(&self, house: Rect) -> impl Iterator<Item = Rect> {
        let same_row = move |rect: &Rect| (rect.middle().y - house.middle().y).abs() < house.height / 2.0;
        let instances = self
            .places
            .iter()
            .filter(|(place, _)| matches!(place, Place::Instance(_)));
        instances.map(|&(_, rect)| rect).filter(same_row)
    }

    pub(super) fn first_before(&self, house: Rect) -> Option<Rect> {
        let before = self.houses_beside(house).filter(|other| other.x < house.x - 1.0);
        before.min_by(|a, b| a.x.total_cmp(&b.x))
    }

    fn last_behind(&self, house: Rect) -> Option<Rect> {
        let behind = self.houses_beside(house).filter(|other| other.x > house.x + 1.0);
        behind.max_by(|a, b| a.x.total_cmp(&b.x))
    }
}

/// How far above or below a row of houses wires run past it.
const BUS: f32 = 14.0;
/// How far before a door wires turn down to it.
pub(super) const TURN: f32 = 30.0;
/// Radius of a wire's corners.
pub(super) const CORNER: f32 = 10.0;

/// Wires from different offices arrive a little apart.
pub(super) fn fan(office: Place) -> f32 {
    match office {
        Place::Office(index) => (f32::from(index) - 1.5) * 3.0,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFFICE: Place = Place::Office(0);
    const SERVICE: Place = Place::Service(0);

    fn rect(x: f32, y: f32, width: f32, height: f32) -> Rect {
        Rect { x, y, width, height }
    }

    fn one_lane(instances: &[Rect]) -> Measured {
        let houses = instances
            .iter()
            .enumerate()
            .map(|(index, &rect)| (Place::Instance(index as u32), rect));
        Measured {
            places: [(OFFICE, rect(0.0, 80.0, 50.0, 40.0))]
                .into_iter()
                .chain(houses)
                .collect(),
            replicas: vec![(SERVICE, 0, rect(900.0, 0.0, 60.0, 200.0))],
            lanes: vec![(0, rect(100.0, 0.0, 700.0, 200.0))],
            ..Measured::default()
        }
    }

    #[test]
    fn wires_begin_and_end_where_things_stand() {
        let measured = one_lane(&[rect(300.0, 60.0, 200.0, 80.0)]);
        let links = [(OFFICE, Place::Instance(0)), (Place::Instance(0), SERVICE)];
        let wiring = Wiring::lay(&measured, links.into_iter());
        let arrival = wiring.wire(OFFICE, Place::Instance(0)).expect("laid");
        assert_eq!(arrival.line.at(0.0, 0.0), at(50.0, 100.0));
        assert!((arrival.line.at(1.0, 0.0).x - 300.0).abs() < 0.5);
        let departure = wiring.wire(Place::Instance(0), SERVICE).expect("laid");
        assert!((departure.line.at(1.0, 0.0).x - 900.0).abs() < 0.5);
    }

    #[test]
    fn a_wire_to_the_second_house_passes_above_the_first() {
        let (first, second) = (rect(200.0, 60.0, 150.0, 80.0), rect(500.0, 60.0, 150.0, 80.0));
        let measured = one_lane(&[first, second]);
        let wiring = Wiring::lay(&measured, [(OFFICE, Place::Instance(1))].into_iter());
        let line = &wiring.wires[0].line;
        for step in 0..=100 {
            let point = line.at(step as f32 / 100.0, 0.0);
            let inside =
                (first.x..=first.right()).contains(&point.x) && (first.y..=first.bottom()).contains(&point.y);
            assert!(!inside, "{point:?}");
        }
    }

    #[test]
    fn what_does_not_stand_on_the_stage_gets_no_wire() {
        let measured = one_lane(&[]);
        assert!(
            Wiring::lay(&measured, [(OFFICE, Place::Instance(0))].into_iter())
                .wires
                .is_empty()
        );
    }
}
