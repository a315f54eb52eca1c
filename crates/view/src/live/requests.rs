//! Requests as journeys: those in flight from their slots, those ended from their records.

use cloud::Cloud;
use cloud::app::Dependency;
use cloud::ec2::InstanceIndex;
use cloud::workload::{self as model, Hop, OfficeIndex, Phase, Record, SLOW, Whereabouts, YOU};
use des::{SimDuration, SimTime};

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
        totals.extend(instances.chain(offices).filter(|(_, failed)| *failed > 0));
    }
}

impl Live<'_> {
    fn under_way(&self, id: u64, flight: &model::Flight) -> Flight {
        let journey = Journey {
            cloud: self.0,
            sent: flight.sent,
            office: flight.id.office(),
            aimed: flight.aimed,
        };
        let mut legs = Legs::new(journey.out());
        journey.add_calls(&mut legs, journey.calls(flight.route, &flight.hops));
        let answered = flight.phase == Phase::Back;
        let served = flight.outcome.is_served();
        if answered && served {
            legs.push(journey.home(flight.since, flight.until));
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
            aimed: record.aimed,
        };
        let mut legs = Legs::new(journey.out());
        journey.add_calls(&mut legs, journey.calls(record.route, &record.hops));
        if record.outcome.is_served() {
            legs.push(journey.home(journey.after(record.answered), record.ended_at()));
        }
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
    aimed: InstanceIndex,
}

impl Journey<'_> {
    fn desk(&self) -> Place {
        Place::Office(self.office.0.into())
    }

    /// The instance it was aimed at; the office itself if its address was never anyone's.
    fn door(&self) -> Place {
        self.aimed
            .some()
            .map_or_else(|| self.desk(), |index| Place::Instance(index.index() as u32))
    }

    fn after(&self, micros: u32) -> SimTime {
        self.sent + SimDuration::from_micros(micros.into())
    }

    fn out(&self) -> Leg {
        let way = self.office.one_way(self.cloud.region.code);
        Leg {
            from: self.desk(),
            to: self.door(),
            start: self.sent,
            end: self.sent + way,
        }
    }

    fn home(&self, start: SimTime, end: SimTime) -> Leg {
        Leg {
            from: self.door(),
            to: self.desk(),
            start,
            end,
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
