//! Requests as journeys: those in flight from their slots, those ended from their records.

use cloud::Cloud;
use cloud::app::Dependency;
use cloud::ec2::InstanceIndex;
use cloud::elbv2::{NodeIndex, defaults};
use cloud::workload::{self as model, Hop, OfficeIndex, Outcome, Phase, Record, SLOW, Whereabouts, YOU};
use des::{SimDuration, SimTime};

use super::links::{desk, node_place, place};
use crate::flight::{Ending, Flight, Leg, Legs, Place, Stop};
use crate::scene::Requests;

/// The account, asked by a scene of dots.
#[derive(Clone, Copy, Debug)]
pub struct Live<'a>(pub &'a Cloud);

impl Requests for Live<'_> {
    fn newest(&self) -> u64 {
        self.0.workload.numbers.newest()
    }

    fn flight(&self, id: u64) -> Option<Flight> {
        match self.0.workload.numbers.find(id)? {
            Whereabouts::InFlight(index) => Some(self.under_way(id, &self.0.workload.flights[index])),
            Whereabouts::Ended(record) => self.0.records.get(record).map(|record| self.ended(id, record)),
        }
    }

    fn own_after(&self, after: u64, ids: &mut Vec<u64>) {
        let newer = self
            .0
            .workload
            .numbers
            .own
            .iter()
            .rev()
            .take_while(|&&number| number > after);
        ids.extend(newer);
    }

    fn failed(&self, totals: &mut Vec<(Place, u64)>) {
        let instances = (0..)
            .zip(&self.0.ec2.stations)
            .map(|(index, station)| (Place::Instance(index), station.failed));
        let offices = (0..)
            .zip(self.0.workload.failed_at_office)
            .map(|(office, failed)| (Place::Office(office), failed));
        let nodes = (0..)
            .zip(&self.0.elbv2.nodes)
            .map(|(index, node)| (Place::Node(index), node.failed));
        let all = instances.chain(offices).chain(nodes);
        totals.extend(all.filter(|(_, failed)| *failed > 0));
    }
}

impl Live<'_> {
    fn under_way(&self, id: u64, flight: &model::Flight) -> Flight {
        let journey = Journey {
            cloud: self.0,
            sent: flight.sent,
            office: flight.id.office(),
            node: self.0.node_of(flight),
            aimed: flight.aimed,
        };
        let mut legs = journey.there();
        journey.add_calls(&mut legs, journey.calls(flight.route, &flight.hops));
        let answered = flight.phase == Phase::Back;
        let served = flight.outcome.is_served();
        if answered {
            journey.add_answer(&mut legs, flight.outcome, flight.since, flight.until);
        }
        let inside = matches!(flight.phase, Phase::Ready | Phase::Running | Phase::Asking(_));
        let stop = if inside { Stop::Inside } else { Stop::Waiting };
        Flight {
            id,
            own: flight.id.office() == YOU,
            legs,
            stop,
            // A refusal on its way back is shown where it was met with.
            ending: (answered && !served).then_some(Ending::Failed),
        }
    }

    fn ended(&self, id: u64, record: &Record) -> Flight {
        let journey = Journey {
            cloud: self.0,
            sent: record.sent,
            office: record.id.office(),
            node: record.node.some(),
            aimed: record.aimed,
        };
        let mut legs = journey.there();
        journey.add_calls(&mut legs, journey.calls(record.route, &record.hops));
        let ended = record.ended_at();
        let answered = if record.answered > 0 {
            journey.after(record.answered)
        } else {
            ended
        };
        journey.add_answer(&mut legs, record.outcome, answered, ended);
        let slow = u64::from(record.ended) > SLOW.as_micros();
        let ending = match (record.outcome.is_served(), slow) {
            (false, _) => Ending::Failed,
            (true, true) => Ending::Slow,
            (true, false) => Ending::Served,
        };
        Flight {
            id,
            own: record.id.office() == YOU,
            legs,
            stop: Stop::Waiting,
            ending: Some(ending),
        }
    }
}

/// The ways of one request.
struct Journey<'a> {
    cloud: &'a Cloud,
    sent: SimTime,
    office: OfficeIndex,
    /// The load balancer's node that it was sent to, if it was sent to one.
    node: Option<NodeIndex>,
    aimed: InstanceIndex,
}

impl Journey<'_> {
    /// The instance it was aimed at, or else the node; the office itself if its address was never anyone's.
    fn door(&self) -> Place {
        let instance = self.aimed.some().map(place);
        instance.unwrap_or_else(|| self.gate())
    }

    /// Where it comes to first.
    fn gate(&self) -> Place {
        let direct = self.aimed.some().map(place);
        let node = self.node.map(node_place);
        node.or(direct).unwrap_or_else(|| desk(self.office))
    }

    /// The node, if it goes on from there to an instance.
    fn passed(&self) -> Option<Place> {
        self.node.map(node_place).filter(|_| self.aimed.some().is_some())
    }

    fn after(&self, micros: u32) -> SimTime {
        self.sent + SimDuration::from_micros(micros.into())
    }

    /// From the office to the node and on to the instance, as far as it knows its way.
    fn there(&self) -> Legs {
        let at_gate = self.sent + self.office.one_way(self.cloud.region.code);
        let mut legs = Legs::new(Leg {
            from: desk(self.office),
            to: self.gate(),
            start: self.sent,
            end: at_gate,
        });
        if let Some(node) = self.passed() {
            legs.push(Leg {
                from: node,
                to: self.door(),
                start: at_gate,
                end: at_gate + defaults::FORWARDING,
            });
        }
        legs
    }

    /// The way back. A failure is shown where it was met with: an answer of the node's own at the node.
    fn add_answer(&self, legs: &mut Legs, outcome: Outcome, start: SimTime, end: SimTime) {
        let gate = self.gate();
        if self.passed().is_some() && (outcome.is_served() || outcome.is_of_node()) {
            legs.push(Leg {
                from: self.door(),
                to: gate,
                start,
                end: start,
            });
        }
        if outcome.is_served() {
            legs.push(Leg {
                from: gate,
                to: desk(self.office),
                start,
                end,
            });
        }
    }

    /// The dependency calls that were made, with where each went.
    fn calls<'h>(
        &self,
        route: cloud::app::Route,
        hops: &'h [Hop],
    ) -> impl Iterator<Item = (Place, &'h Hop)> + use<'h> {
        let models = self.cloud.app.route(route).calls;
        models.into_iter().zip(hops).filter_map(|(model, hop)| {
            let service = Place::Service(model?.dependency as u16);
            (hop.asked > 0).then_some((service, hop))
        })
    }

    /// Half of a call's time is the way there, half the way back, for the eye.
    fn add_calls<'h>(&self, legs: &mut Legs, calls: impl Iterator<Item = (Place, &'h Hop)>) {
        for (service, hop) in calls {
            let answered = if hop.answered == 0 {
                hop.asked + 2 * USUAL_WAY_US
            } else {
                hop.answered
            };
            let middle = self.after(hop.asked.midpoint(answered));
            legs.push(Leg {
                from: self.door(),
                to: service,
                start: self.after(hop.asked),
                end: middle,
            });
            if hop.answered > 0 {
                legs.push(Leg {
                    from: service,
                    to: self.door(),
                    start: middle,
                    end: self.after(answered),
                });
            }
        }
    }
}

/// How long a way to a service is drawn while its answer is still out, in microseconds.
const USUAL_WAY_US: u32 = 4_000;

const _: () = assert!(
    Dependency::DynamoDb as u16 == 0 && Dependency::S3 as u16 == 1,
    "the order of `Picture::services`"
);
