//! The life of one request, from the office to the instance, to DynamoDB or S3, and back.
//!
//! ```text
//!  send ─▶ lane out ─▶ at_instance ─▶ [backlog] ─▶ worker ─▶ [ready] ─▶ vCPU ─▶ ask … ─▶ answer ─▶ lane back ─▶ at_client
//!    │                     │ silent                                                                              ▲
//!    └── time-out ─────────┴─────────────────────────────────────────────────────────────────────────────────────┘
//! ```
//!
//! Every function is one arrow of the drawing. Draws are made once, when the request is sent, keyed by its id.

use des::{SimDuration, SimTime, Stream, Ticket};

use crate::Cloud;
use crate::app::{Door, Reply, Route};
use crate::ec2::{AddressIndex, InstanceIndex};
use crate::elbv2::{Cookies, NodeIndex, through_node};
use crate::event::Event;
use crate::fact::FactId;
use crate::workload::flight::{Flight, FlightIndex, Phase};
use crate::workload::{Lane, Outcome, Record, RequestId};

const REQUEST: Stream = Stream::named("request");

impl Cloud {
    /// A client sends a request; `route` is drawn unless it is given.
    pub(crate) fn send(&mut self, id: RequestId, route: Option<Route>, cookies: Cookies) {
        let now = self.now;
        let mut flight = self.prepare(id, route);
        flight.cookies = cookies;
        self.truth.count_sent(now, id.office());
        flight.number = self.truth.sent;
        let address = self.destination(id);
        flight.address = address.unwrap_or(AddressIndex::NONE);
        flight.aimed = self.ec2.addresses.last_owner(flight.address);
        let index = self.workload.flights.board(flight);
        self.workload.numbers.sent(self.truth.sent, index, id.office());
        self.arm_timeout();
        if address.is_some() {
            self.enter_lane(Lane::Out(id.office()), index);
        } else {
            self.workload.flights[index].blame = self.workload.clients.blame;
            self.finish(index, Outcome::NoAddress);
            self.workload.flights.free(index);
        }
    }

    fn prepare(&self, id: RequestId, route: Option<Route>) -> Flight {
        let mut draw = self.seed.draw(REQUEST, id.visit(), id.page_and_attempt());
        let app = &self.app;
        let drawn = app.pick_route(&mut draw);
        let model = app.route(route.unwrap_or(drawn));
        let mut flight = Flight::new(id, id.office(), route.unwrap_or(drawn), self.now);
        flight.service_demand = model.service_demand.sample(&mut draw);
        for (number, call) in (0..).zip(model.calls.iter().flatten()) {
            flight.latencies[usize::from(number)] = call.latency.sample(&mut draw).as_micros() as u32;
            if call.failures_per_million > 0 && draw.below(1_000_000) < call.failures_per_million.into() {
                flight.failing_call = flight.failing_call.min(number);
            }
        }
        flight
    }

    fn enter_lane(&mut self, lane: Lane, index: FlightIndex) {
        let (now, region) = (self.now, self.region.code);
        let (way, phase) = match lane {
            Lane::Out(office) => (office.one_way(region), Phase::Out),
            Lane::Back(office) => (office.one_way(region), Phase::Back),
        };
        self.workload.flights[index].enter(phase, now, now + way);
        if self.workload.lanes.packets_mut(lane).enter(now + way, index) {
            self.events.push(now + way, Event::Lane(lane));
        }
    }

    /// The first packet of a lane has come to its end.
    pub(crate) fn leave_lane(&mut self, lane: Lane) {
        let workload = &mut self.workload;
        let packets = workload.lanes.packets_mut(lane);
        packets.fetch(&workload.flights);
        let index = packets
            .leave()
            .expect("a lane's event stands for its first packet");
        if let Some(end) = packets.next_end() {
            self.events.push(end, Event::Lane(lane));
        }
        match lane {
            Lane::Out(_) => self.at_instance(index),
            Lane::Back(_) => self.at_client(index),
        }
    }

    fn at_instance(&mut self, index: FlightIndex) {
        let address = self.workload.flights[index].address;
        let Some(target) = self.ec2.addresses.owner(address) else {
            return match self.ec2.addresses.node(address) {
                Some(node) => (self.services.at_node)(self, index, node),
                None => self.lose(index, self.ec2.addresses.blame(address)),
            };
        };
        let station = &self.ec2.stations[target.index()];
        let blame = station.blame;
        if let Some(blame) = self.lost_on_the_way(station.zone, self.workload.flights[index].id) {
            return self.lose(index, blame);
        }
        match station.door {
            Door::Silent => self.lose(index, blame),
            Door::Refusing => self.turn_away(index, target, Outcome::ConnectionRefused, blame),
            Door::Open | Door::Hung => self.admit(index, target),
        }
    }

    /// Nobody answers. The client will find out by waiting.
    pub(crate) fn lose(&mut self, index: FlightIndex, blame: FactId) {
        let flight = &mut self.workload.flights[index];
        flight.blame = blame;
        flight.enter(Phase::Lost, self.now, SimTime::NEVER);
        if flight.client_gone {
            self.workload.flights.free(index);
        }
    }

    pub(crate) fn turn_away(
        &mut self,
        index: FlightIndex,
        by: InstanceIndex,
        outcome: Outcome,
        blame: FactId,
    ) {
        let flight = &mut self.workload.flights[index];
        flight.arrived = flight.age(self.now);
        flight.target = by;
        flight.blame = blame;
        self.send_back(index, outcome);
    }

    pub(crate) fn admit(&mut self, index: FlightIndex, target: InstanceIndex) {
        let now = self.now;
        let station = &mut self.ec2.stations[target.index()];
        if station.busy_workers() == station.workers && station.waiting() >= self.app.backlog_max {
            let blame = station.slow_blame.some().unwrap_or(self.workload.cause);
            return self.turn_away(index, target, Outcome::Overloaded, blame);
        }
        let flight = &mut self.workload.flights[index];
        flight.arrived = flight.age(now);
        flight.target = target;
        station.arrives(now);
        if station.take_worker(now) {
            self.begin(index, target);
        } else {
            flight.enter(Phase::Backlog, now, SimTime::NEVER);
            station.backlog.push(&mut self.workload.flights, index);
        }
    }

    /// A worker takes the request and needs a vCPU.
    fn begin(&mut self, index: FlightIndex, target: InstanceIndex) {
        let now = self.now;
        let flight = &mut self.workload.flights[index];
        flight.started = flight.age(now);
        let station = &mut self.ec2.stations[target.index()];
        if station.take_vcpu(now) {
            self.run(index, target);
        } else {
            flight.enter(Phase::Ready, now, SimTime::NEVER);
            station.ready.push(&mut self.workload.flights, index);
        }
    }

    fn run(&mut self, index: FlightIndex, target: InstanceIndex) {
        let now = self.now;
        let flight = &mut self.workload.flights[index];
        let slowness = u64::from(self.ec2.stations[target.index()].slowness_permille);
        let end = now + SimDuration::from_micros(flight.service_demand.as_micros() * slowness / 1_000);
        flight.enter(Phase::Running, now, end);
        flight.ticket = self.events.push(end, Event::CpuDone(index));
    }

    /// The CPU work of a request is done; the vCPU takes the next one.
    pub(crate) fn cpu_done(&mut self, index: FlightIndex, ticket: Ticket) {
        if self.workload.flights[index].ticket != ticket {
            return;
        }
        let (now, target) = (self.now, self.workload.flights[index].target);
        let station = &mut self.ec2.stations[target.index()];
        if station.inner == Door::Hung {
            return self.stick(index, target);
        }
        match station.ready.pop(&mut self.workload.flights) {
            Some(next) => self.run(next, target),
            None => station.free_vcpu(now),
        }
        self.ask_or_answer(index, target);
    }

    fn ask_or_answer(&mut self, index: FlightIndex, target: InstanceIndex) {
        let now = self.now;
        let flight = &self.workload.flights[index];
        let call = usize::from(flight.call);
        let Some(&Some(model)) = self.app.route(flight.route).calls.get(call) else {
            return self.answer(index, target, Outcome::Served);
        };
        let (reply, takes, blame) = self.ask_dependency(index, target, &model);
        let takes = self.stretched(takes, self.ec2.stations[target.index()].zone);
        let end = now + takes;
        let flight = &mut self.workload.flights[index];
        flight.reply = reply;
        if blame.some().is_some() {
            flight.blame = blame;
        }
        if flight.tries == 0 {
            flight.hops[call].asked = flight.age(now);
        }
        flight.enter(Phase::Asking(model.dependency), now, end);
        flight.ticket = self.events.push(end, Event::DependencyDone(index));
    }

    /// DynamoDB or S3 has answered.
    pub(crate) fn dependency_done(&mut self, index: FlightIndex, ticket: Ticket) {
        let now = self.now;
        let flight = &mut self.workload.flights[index];
        if flight.ticket != ticket {
            return;
        }
        let target = flight.target;
        let age = flight.age(now);
        if flight.reply == Reply::Throttled && self.ec2.stations[target.index()].inner != Door::Hung {
            flight.tries += 1;
            return self.ask_or_answer(index, target);
        }
        let hop = &mut flight.hops[usize::from(flight.call)];
        if hop.answered == 0 {
            hop.answered = age;
        }
        if self.ec2.stations[target.index()].inner == Door::Hung {
            return self.stick(index, target);
        }
        let failed = flight.reply == Reply::Failed;
        flight.call += 1;
        flight.tries = 0;
        if failed {
            self.answer(index, target, Outcome::ErrorFromBehind)
        } else {
            self.ask_or_answer(index, target)
        }
    }

    /// The app hangs: whatever would go on now stays in its hands.
    fn stick(&mut self, index: FlightIndex, target: InstanceIndex) {
        let flight = &mut self.workload.flights[index];
        flight.blame = self.ec2.stations[target.index()].blame;
        flight.stuck_in = Some(flight.phase);
        flight.enter(Phase::Stuck, self.now, SimTime::NEVER);
        flight.ticket = Ticket::NONE;
        self.ec2.stations[target.index()]
            .stuck
            .push(&mut self.workload.flights, index);
    }

    /// The app hangs no more: what it held goes on where it stopped, oldest first.
    pub(crate) fn unstick(&mut self, target: InstanceIndex) {
        let now = self.now;
        while let Some(index) = self.ec2.stations[target.index()]
            .stuck
            .pop(&mut self.workload.flights)
        {
            let flight = &mut self.workload.flights[index];
            let phase = flight.stuck_in.take().expect("a stuck request was somewhere");
            flight.blame = FactId::NONE;
            flight.enter(phase, now, now);
            let event = if phase == Phase::Running {
                Event::CpuDone(index)
            } else {
                Event::DependencyDone(index)
            };
            flight.ticket = self.events.push(now, event);
        }
    }

    /// The worker sends its answer and takes the next request from the backlog.
    fn answer(&mut self, index: FlightIndex, target: InstanceIndex, outcome: Outcome) {
        let now = self.now;
        let station = &mut self.ec2.stations[target.index()];
        station.departs(now);
        match station.backlog.pop(&mut self.workload.flights) {
            Some(next) => self.begin(next, target),
            None => station.free_worker(now),
        }
        self.send_back(index, outcome);
    }

    pub(crate) fn send_back(&mut self, index: FlightIndex, outcome: Outcome) {
        if let Some(blame) = self.answer_is_cut(index) {
            return self.lose(index, blame);
        }
        let mut outcome = outcome;
        if self.workload.flights[index].via.node.some().is_some() {
            outcome = through_node(outcome);
            self.release_target(index, Some(outcome));
        }
        let flight = &mut self.workload.flights[index];
        flight.answered = flight.age(self.now);
        flight.outcome = outcome;
        flight.ticket = Ticket::NONE;
        let (gone, office) = (flight.client_gone, flight.office);
        if gone {
            self.workload.flights.free(index);
        } else {
            self.enter_lane(Lane::Back(office), index);
        }
    }

    fn at_client(&mut self, index: FlightIndex) {
        if !self.workload.flights[index].client_gone {
            let outcome = self.workload.flights[index].outcome;
            self.finish(index, outcome);
        }
        self.workload.flights.free(index);
    }

    /// The client's side ends: it is recorded, counted, and the employee goes on or tries again.
    pub(crate) fn finish(&mut self, index: FlightIndex, outcome: Outcome) {
        let now = self.now;
        if !outcome.is_served() && self.workload.flights[index].blame.some().is_none() {
            self.workload.flights[index].blame = self.blame_of_waiting(&self.workload.flights[index]);
        }
        let flight = &self.workload.flights[index];
        let node = self.node_of(flight).unwrap_or(NodeIndex::NONE);
        let record = Record::of(flight, node, outcome, flight.age(now));
        let zone = record
            .target
            .some()
            .map(|target| self.ec2.stations[target.index()].zone);
        self.workload.flights.client_leaves(index);
        self.truth.count_ended(now, &record, zone);
        self.count_failure(&record);
        let number = self.workload.flights[index].number;
        self.workload.numbers.ended(number, self.records.push(record));
        let cookies = self.workload.flights[index].cookies;
        self.go_on(&record, cookies);
    }

    /// Why a request failed that nothing in particular stopped: it waited too long where it was, or nobody was there.
    fn blame_of_waiting(&self, flight: &Flight) -> FactId {
        let slow = flight.target.some().and_then(|target| {
            let station = &self.ec2.stations[target.index()];
            match station.inner {
                Door::Hung => station.blame.some(),
                _ => station.slow_blame.some(),
            }
        });
        let unheard = flight
            .target
            .some()
            .map_or(self.workload.clients.blame.some(), |_| None);
        slow.or(unheard).unwrap_or(self.workload.cause)
    }

    fn count_failure(&mut self, record: &Record) {
        if record.outcome.is_served() {
            return;
        }
        if let Some(node) = record.failed_at_node() {
            self.elbv2.nodes[node.index()].failed += 1;
            return;
        }
        match record.aimed.some() {
            Some(aimed) => self.ec2.stations[aimed.index()].failed += 1,
            None => self.workload.failed_at_office[record.id.office().0 as usize] += 1,
        }
    }

    /// The load balancer's node that a request was sent to, as long as that node has its address.
    #[must_use]
    pub fn node_of(&self, flight: &Flight) -> Option<NodeIndex> {
        self.ec2.addresses.node(flight.address)
    }

    fn arm_timeout(&mut self) {
        if !self.workload.timeout_armed {
            self.workload.timeout_armed = true;
            self.events
                .push(self.now + self.app.client_timeout, Event::Timeout);
        }
    }

    /// Clients that have waited too long give up. One event stands for all: that of the longest waiting.
    pub(crate) fn time_out(&mut self) {
        self.workload.timeout_armed = false;
        while let Some(index) = self.workload.flights.oldest() {
            let deadline = self.workload.flights[index].sent + self.app.client_timeout;
            if deadline > self.now {
                self.workload.timeout_armed = true;
                self.events.push(deadline, Event::Timeout);
                return;
            }
            self.give_up(index);
        }
    }

    fn give_up(&mut self, index: FlightIndex) {
        self.release_target(index, None);
        self.finish(index, Outcome::TimedOut);
        if self.workload.flights[index].phase == Phase::Lost {
            self.workload.flights.free(index);
        }
    }

    /// Everything that `target` holds ends: with a closed connection if its operating system could still say so, else
    /// without a word.
    pub(crate) fn drop_held(&mut self, target: InstanceIndex, says_so: bool, blame: FactId) {
        for index in self.workload.flights.held_by(target) {
            let flight = &mut self.workload.flights[index];
            if matches!(
                flight.phase,
                Phase::Back | Phase::Lost | Phase::Out | Phase::Forwarding
            ) {
                continue;
            }
            flight.blame = blame;
            flight.ticket = Ticket::NONE;
            if says_so {
                self.send_back(index, Outcome::ConnectionReset);
            } else {
                self.lose(index, blame);
            }
        }
        self.ec2.stations[target.index()].empty(self.now);
    }

    /// The address that a request of `id` goes to now.
    #[must_use]
    pub fn destination(&self, id: RequestId) -> Option<AddressIndex> {
        let endpoint = self.workload.clients.endpoint_for(id)?;
        match endpoint.balancer {
            None => Some(endpoint.address),
            Some(balancer) => {
                let node = self.node_for(balancer, id)?;
                Some(self.elbv2.nodes[node.index()].address)
            }
        }
    }
}
