use super::*;
use crate::flight::{Ending, Leg, Legs, Stop};

const MS: u64 = 1_000;
const OFFICE: Place = Place::Office(0);
const HOUSE: Place = Place::Instance(3);

/// Requests told from a list.
#[derive(Default)]
struct Told {
    flights: Vec<Flight>,
    failed: Vec<(Place, u64)>,
}

impl Requests for Told {
    fn newest(&self) -> u64 {
        self.flights.len() as u64
    }
    fn flight(&self, id: u64) -> Option<Flight> {
        self.flights.get(usize::try_from(id - 1).ok()?).copied()
    }
    fn own_after(&self, after: u64, ids: &mut Vec<u64>) {
        ids.extend(
            self.flights
                .iter()
                .filter(|flight| flight.own && flight.id > after)
                .map(|flight| flight.id),
        );
    }
    fn failed(&self, totals: &mut Vec<(Place, u64)>) {
        totals.extend(&self.failed);
    }
}

fn leg(from: Place, to: Place, start_ms: u64, end_ms: u64) -> Leg {
    let (start, end) = (
        SimTime::from_micros(start_ms * MS),
        SimTime::from_micros(end_ms * MS),
    );
    Leg { from, to, start, end }
}

/// A request that sets off at once and arrives after `end_ms`.
fn flight(id: u64, end_ms: u64) -> Flight {
    let legs = Legs::new(leg(OFFICE, HOUSE, 0, end_ms));
    Flight {
        id,
        own: false,
        legs,
        stop: Stop::Waiting,
        ending: None,
    }
}

/// A scene that has looked once, so that all that `told` holds afterwards is new to it.
fn watching() -> Scene {
    let mut scene = Scene::default();
    scene.advance(SimTime::ZERO, 16.0, &Told::default());
    scene
}

fn along(scene: &Scene) -> f32 {
    match scene.sprites()[0].spot {
        Spot::Wire { along, .. } => along,
        spot => panic!("not on a wire: {spot:?}"),
    }
}

#[test]
fn a_slow_request_is_shown_exactly_where_it_is() {
    let told = Told {
        flights: vec![flight(1, 10_000)],
        ..Told::default()
    };
    let mut scene = watching();
    scene.advance(SimTime::from_secs(1), 100.0, &told);
    assert_eq!(along(&scene), 0.1);
}

#[test]
fn a_fast_request_is_shown_late_but_on_every_hop() {
    let mut done = flight(1, 10);
    done.legs.push(leg(HOUSE, OFFICE, 80, 90));
    done.ending = Some(Ending::Served);
    let told = Told {
        flights: vec![done],
        ..Told::default()
    };
    let mut scene = watching();
    let now = SimTime::from_secs(60);
    scene.advance(now, 100.0, &told);
    assert_eq!((along(&scene), scene.sprites()[0].glyph), (0.25, Glyph::Going));
    scene.advance(now, 400.0, &told);
    assert_eq!((along(&scene), scene.sprites()[0].glyph), (0.75, Glyph::Served));
    scene.advance(now, 400.0, &told);
    assert!(scene.sprites().is_empty(), "it is home");
}

#[test]
fn those_who_wait_stand_in_a_row_of_twelve() {
    let told = Told {
        flights: (1..=20).map(|id| flight(id, 1)).collect(),
        ..Told::default()
    };
    let mut scene = watching();
    scene.advance(SimTime::from_secs(1), 500.0, &told);
    let row: Vec<_> = scene.sprites().iter().map(|sprite| sprite.spot).collect();
    assert_eq!(
        row,
        (0..12).map(|order| Spot::Row(HOUSE, order)).collect::<Vec<_>>()
    );
}

#[test]
fn failures_show_whether_or_not_they_have_a_dot() {
    let mut told = Told {
        failed: vec![(HOUSE, 5)],
        ..Told::default()
    };
    let mut scene = Scene::default();
    scene.advance(SimTime::ZERO, 16.0, &told);
    assert_eq!(scene.heaps().count(), 0, "what failed before is past");
    told.failed = vec![(HOUSE, 25)];
    scene.advance(SimTime::from_secs(1), 16.0, &told);
    assert_eq!(scene.sprites().len(), usize::from(MOST_CROSSES));
    assert_eq!(
        scene.heaps().collect::<Vec<_>>(),
        [HeapCount {
            place: HOUSE,
            failed: 20
        }]
    );
    scene.advance(SimTime::from_secs(1), 1_000.0, &told);
    assert_eq!(
        scene.heaps().count(),
        1,
        "a failure is seen for a second at least"
    );
    scene.advance(SimTime::from_secs(1), 1_000.0, &told);
    assert_eq!(scene.sprites().len(), 0);
}

#[test]
fn an_own_request_is_seen_inside_the_house_too() {
    let mut own = flight(1, 1);
    (own.own, own.stop) = (true, Stop::Inside);
    let mut other = flight(2, 1);
    other.stop = Stop::Inside;
    let told = Told {
        flights: vec![own, other],
        ..Told::default()
    };
    let mut scene = watching();
    scene.advance(SimTime::from_secs(1), 500.0, &told);
    assert_eq!(scene.sprites().len(), 1);
    assert!(scene.sprites()[0].ringed);
}

#[test]
fn never_more_dots_than_the_most() {
    let told = Told {
        flights: (1..=5_000).map(|id| flight(id, 100_000)).collect(),
        ..Told::default()
    };
    let mut scene = watching();
    scene.advance(SimTime::from_secs(1), 300.0, &told);
    assert!(scene.sprites().len() <= MOST_DOTS);
    assert_eq!((scene.sprites().len(), scene.one_in()), (50, 100));
    let mut roomy = watching();
    roomy.set_most_dots(6_000);
    roomy.advance(SimTime::from_secs(1), 300.0, &told);
    assert_eq!((roomy.sprites().len(), roomy.one_in()), (500, 10));
}

#[test]
fn a_journey_that_is_cut_off_ends_where_it_was_cut() {
    let mut asking = flight(1, 1);
    asking.legs.push(leg(HOUSE, Place::Service(0), 2, 10_000));
    let mut told = Told {
        flights: vec![asking],
        ..Told::default()
    };
    let mut scene = watching();
    scene.advance(SimTime::from_secs(1), 600.0, &told);
    assert!(matches!(scene.sprites()[0].spot, Spot::Wire { near: HOUSE, .. }));
    told.flights[0] = flight(1, 1);
    scene.advance(SimTime::from_secs(1), 16.0, &told);
    assert_eq!(scene.sprites()[0].spot, Spot::Row(HOUSE, 0));
}

#[test]
fn the_one_that_is_followed_has_a_dot_with_a_ring() {
    let told = Told {
        flights: (1..=5_000).map(|id| flight(id, 100_000)).collect(),
        ..Told::default()
    };
    let mut scene = watching();
    scene.advance(SimTime::from_secs(1), 300.0, &told);
    let left_out = |scene: &Scene, id| scene.sprites().iter().all(|sprite| sprite.request != Some(id));
    let id = (1..=5_000)
        .find(|&id| left_out(&scene, id))
        .expect("not all have a dot");
    scene.follow(Some(id));
    for _ in 0..2 {
        scene.advance(SimTime::from_secs(1), 16.0, &told);
    }
    let ringed: Vec<_> = scene.sprites().iter().filter(|sprite| sprite.ringed).collect();
    assert_eq!(ringed.len(), 1);
    assert_eq!(ringed[0].request, Some(id));
}
