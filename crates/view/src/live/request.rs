//! One request, looked at closer.

use std::rc::Rc;

use cloud::Cloud;
use cloud::ec2::InstanceIndex;
use cloud::elbv2::NodeIndex;
use cloud::fact::FactId;
use cloud::workload::{Flight, Record, Whereabouts};

use super::Live;
use super::links::{node_place, place};
use crate::detail::Detail;
use crate::fleet::Thing;
use crate::flight::{Ending, Place};
use crate::request::{Happened, Moment, RequestDetail, RequestRef, Stands};
use crate::scene::Requests;

/// Requests that are looked through for one that failed at a place, newest first.
const LOOKED_AT: u64 = 5_000;

/// The way of a request so far; none once nobody knows it any more.
#[must_use]
pub fn request_detail(cloud: &Cloud, request: RequestRef) -> Option<Detail> {
    let detail = match find(cloud, request)? {
        Found::Flight(flight) => of_flight(cloud, flight),
        Found::Record(record) => of_record(cloud, record),
    };
    Some(Detail::Request(detail))
}

/// The fact that made a request fail, or that will.
#[must_use]
pub fn request_blame(cloud: &Cloud, request: RequestRef) -> Option<FactId> {
    match find(cloud, request)? {
        Found::Flight(flight) => flight.blame.some(),
        Found::Record(record) => record.blame.some(),
    }
}

/// The newest request that failed at a place.
#[must_use]
pub fn newest_failed_at(cloud: &Cloud, place: Place) -> Option<RequestRef> {
    let live = Live(cloud);
    let newest = live.newest();
    let numbers = (newest.saturating_sub(LOOKED_AT)..=newest).rev();
    let mut flights = numbers.filter_map(|number| live.flight(number));
    let failed =
        flights.find(|flight| flight.ending == Some(Ending::Failed) && flight.legs.last().to == place)?;
    Some(RequestRef::Sent(failed.id))
}

enum Found<'a> {
    Flight(&'a Flight),
    Record(&'a Record),
}

fn find(cloud: &Cloud, request: RequestRef) -> Option<Found<'_>> {
    let whereabouts = match request {
        RequestRef::Sent(number) => cloud.workload.numbers.find(number)?,
        RequestRef::Ended(number) => Whereabouts::Ended(number),
    };
    match whereabouts {
        Whereabouts::InFlight(index) => Some(Found::Flight(&cloud.workload.flights[index])),
        Whereabouts::Ended(number) => cloud.records.get(number).map(Found::Record),
    }
}

fn of_flight(cloud: &Cloud, flight: &Flight) -> RequestDetail {
    let way = Way {
        cloud,
        record: &Record::so_far(flight, cloud.node_of(flight), cloud.now()),
    };
    way.told(Stands::UnderWay(flight.phase), way.moments())
}

fn of_record(cloud: &Cloud, record: &Record) -> RequestDetail {
    let way = Way { cloud, record };
    let mut moments = way.moments();
    moments.push(moment(record.ended.into(), Happened::Ended(record.outcome)));
    way.told(Stands::Ended(record.outcome), moments)
}

/// What is known of a request: of one under way, as if it ended now.
struct Way<'a> {
    cloud: &'a Cloud,
    record: &'a Record,
}

impl Way<'_> {
    fn told(&self, stands: Stands, way: Vec<Moment>) -> RequestDetail {
        RequestDetail {
            id: self.record.id.text().into(),
            route: self.record.route,
            aimed: self.record.aimed.some().map(|index| self.name_of(index)),
            sent: self.record.sent,
            stands,
            lasted_us: self.record.ended.into(),
            way: way.into(),
        }
    }

    /// All but its end, in order of time.
    fn moments(&self) -> Vec<Moment> {
        let mut way = vec![Moment {
            place: self.record.id.office().office().name.into(),
            ..moment(0, Happened::Sent)
        }];
        way.extend(self.through_node());
        let target = self.record.target.some();
        let had = |after: u32, what| (after > 0).then(|| self.at_instance(after.into(), what, target));
        way.extend(had(self.record.arrived, Happened::Arrived));
        way.extend(had(self.record.started, Happened::Taken));
        way.extend(self.calls());
        way.extend(had(self.record.answered, Happened::Left));
        way.retain(|moment| moment.after_us <= u64::from(self.record.ended));
        way
    }

    /// It comes to a node, and goes on to the target that the node chose.
    fn through_node(&self) -> impl Iterator<Item = Moment> {
        let there = self.record.id.office().one_way(self.cloud.region.code);
        let node = self.record.node.some().map(|node| Moment {
            place: self.zone_of(node),
            thing: Some(Thing::Place(node_place(node))),
            ..moment(there.as_micros(), Happened::AtNode)
        });
        let chosen = self.record.node.some().and(self.record.aimed.some());
        let sent_on =
            chosen.map(|target| self.at_instance(there.as_micros(), Happened::SentOn, Some(target)));
        node.into_iter().chain(sent_on)
    }

    fn calls(&self) -> impl Iterator<Item = Moment> {
        let models = self.cloud.app.route(self.record.route).calls;
        let made = models.into_iter().zip(self.record.hops);
        made.flat_map(|(model, hop)| {
            let calls = model.into_iter().flat_map(move |model| {
                let asked = (hop.asked, Happened::Asked(model.dependency));
                [asked, (hop.answered, Happened::Answered(model.dependency))]
            });
            calls.filter(|(after, _)| *after > 0)
        })
        .map(|(after, what)| moment(after.into(), what))
    }

    fn at_instance(&self, after_us: u64, what: Happened, instance: Option<InstanceIndex>) -> Moment {
        Moment {
            place: instance.map(|index| self.name_of(index)).unwrap_or_default(),
            thing: instance.map(|index| Thing::Place(place(index))),
            ..moment(after_us, what)
        }
    }

    fn name_of(&self, index: InstanceIndex) -> Rc<str> {
        let instance = &self.cloud.ec2.instances[index.index()];
        instance.tag("Name").unwrap_or(&instance.id).into()
    }

    fn zone_of(&self, node: NodeIndex) -> Rc<str> {
        let zone = self.cloud.elbv2.nodes[node.index()].zone;
        self.cloud.region.zones[zone.index()].name.into()
    }
}

/// Something that happened where its name says, or where it does not matter.
fn moment(after_us: u64, what: Happened) -> Moment {
    let thing = match what {
        Happened::Asked(dependency) | Happened::Answered(dependency) => {
            Some(Thing::Place(Place::Service(dependency as u16)))
        }
        _ => None,
    };
    Moment {
        after_us,
        what,
        place: Rc::default(),
        thing,
    }
}
