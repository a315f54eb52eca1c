//! Requests in flight: one slot each, reused, with the links that queues and time-outs are threaded through.

use std::collections::VecDeque;
use std::ops::{Index, IndexMut};

use des::{SimDuration, SimTime, Ticket};

use crate::app::{CALLS_MAX, Dependency, Reply, Route};
use crate::ec2::{AddressIndex, InstanceIndex};
use crate::elbv2::{Cookies, Via};
use crate::fact::FactId;
use crate::workload::{OfficeIndex, Outcome, RequestId};

/// The slot of a request in flight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FlightIndex(pub(crate) u32);

impl FlightIndex {
    pub(crate) const NONE: Self = Self(u32::MAX);

    pub(crate) const fn some(self) -> Option<Self> {
        if self.0 == u32::MAX { None } else { Some(self) }
    }
}

/// Where a request is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// On its way from the office to the address.
    Out,
    /// In the backlog of the instance: no worker is free.
    Backlog,
    /// A worker has it and waits for a vCPU.
    Ready,
    /// On a vCPU.
    Running,
    /// The app has asked a dependency and waits.
    Asking(Dependency),
    /// The app hangs with the request in its hands.
    Stuck,
    /// A load balancer's node has chosen a target; it is on its way there.
    Forwarding,
    /// Nobody received it; its client still waits.
    Lost,
    /// The answer, or the refusal, is on its way to the office.
    Back,
}

/// When the app asked a dependency and when it had the answer, in microseconds after the request was sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hop {
    /// The question left.
    pub asked: u32,
    /// The answer arrived; zero while it has not.
    pub answered: u32,
}

/// One request in flight.
#[derive(Clone, Copy, Debug)]
pub struct Flight {
    /// Which visit, page and attempt.
    pub id: RequestId,
    /// The how-manieth request of the run it is, from 1.
    pub number: u64,
    /// When its client sent it.
    pub sent: SimTime,
    /// Where it is.
    pub phase: Phase,
    /// Since when.
    pub since: SimTime,
    /// Until when, if that is known; `SimTime::NEVER` if it depends on others.
    pub until: SimTime,
    /// Where it comes from.
    pub office: OfficeIndex,
    /// What it asks for.
    pub route: Route,
    /// The instance that had its address, or was the last to have it, when it was sent.
    pub aimed: InstanceIndex,
    /// The instance that has it, once one has.
    pub target: InstanceIndex,
    /// What its client will be told, once that is known.
    pub outcome: Outcome,
    /// When the instance received it, in microseconds after it was sent; zero before.
    pub arrived: u32,
    /// When a worker took it, likewise.
    pub started: u32,
    /// The dependency calls so far.
    pub hops: [Hop; CALLS_MAX],
    /// When the answer left the instance, likewise.
    pub answered: u32,
    /// The fact that made it fail, if it fails.
    pub blame: FactId,
    /// The load balancer's node and the target that it goes through.
    pub via: Via,
    /// When a node sent it to its target, in microseconds after the beginning of the world.
    pub(crate) forwarded: u64,
    /// What its client's browser remembers of the load balancer.
    pub(crate) cookies: Cookies,
    pub(crate) address: AddressIndex,
    pub(crate) service_demand: SimDuration,
    pub(crate) latencies: [u32; CALLS_MAX],
    pub(crate) call: u8,
    /// The first call that will fail; `u8::MAX` for none.
    pub(crate) failing_call: u8,
    /// What it was doing when the app hung.
    pub(crate) stuck_in: Option<Phase>,
    /// How often its present call was turned away.
    pub(crate) tries: u8,
    /// What its present call comes to.
    pub(crate) reply: Reply,
    /// Its client has gone: timed out. The instance works on all the same; it does not notice.
    pub(crate) client_gone: bool,
    /// The event that ends its present phase.
    pub(crate) ticket: Ticket,
    /// The event that ends the patience of the load balancer's node that has sent it on.
    pub(crate) node_waits: Ticket,
    pub(crate) next: FlightIndex,
}

impl Flight {
    /// Microseconds since it was sent.
    pub(crate) fn age(&self, now: SimTime) -> u32 {
        u32::try_from(now.since(self.sent).as_micros()).unwrap_or(u32::MAX)
    }

    pub(crate) fn enter(&mut self, phase: Phase, now: SimTime, until: SimTime) {
        self.phase = phase;
        self.since = now;
        self.until = until;
    }

    pub(crate) fn new(id: RequestId, office: OfficeIndex, route: Route, sent: SimTime) -> Self {
        Self {
            id,
            number: 0,
            sent,
            phase: Phase::Out,
            since: sent,
            until: SimTime::NEVER,
            office,
            route,
            aimed: InstanceIndex::NONE,
            target: InstanceIndex::NONE,
            outcome: Outcome::Served,
            arrived: 0,
            started: 0,
            hops: [Hop::default(); CALLS_MAX],
            answered: 0,
            blame: FactId::NONE,
            via: Via::NONE,
            forwarded: 0,
            cookies: Cookies::NONE,
            address: AddressIndex::NONE,
            service_demand: SimDuration::ZERO,
            latencies: [0; CALLS_MAX],
            call: 0,
            failing_call: u8::MAX,
            stuck_in: None,
            tries: 0,
            reply: Reply::Good,
            client_gone: false,
            ticket: Ticket::NONE,
            node_waits: Ticket::NONE,
            next: FlightIndex::NONE,
        }
    }
}

/// All requests in flight. Clients wait equally long, so the order of sending is the order of time-outs: a queue, no heap.
#[derive(Clone, Debug)]
pub struct Flights {
    slots: Vec<Flight>,
    free: FlightIndex,
    /// From the request that has waited longest to the newest, by number; none where the client no longer waits.
    waiting: VecDeque<FlightIndex>,
    /// The number of the first of them.
    longest: u64,
    waiting_clients: u32,
}

impl Default for Flights {
    fn default() -> Self {
        Self {
            slots: Vec::new(),
            free: FlightIndex::NONE,
            waiting: VecDeque::new(),
            longest: 1,
            waiting_clients: 0,
        }
    }
}

impl Flights {
    /// How many clients wait for an answer.
    #[must_use]
    pub const fn in_flight(&self) -> u32 {
        self.waiting_clients
    }

    /// The requests whose clients wait, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = &Flight> {
        let waiting = self.waiting.iter().filter_map(|index| index.some());
        waiting.map(|index| &self[index])
    }

    /// Puts a new request in a slot, last to time out. It has the number after that of the last one.
    pub(crate) fn board(&mut self, flight: Flight) -> FlightIndex {
        debug_assert_eq!(flight.number, self.longest + self.waiting.len() as u64);
        let index = self.place(flight);
        self.waiting.push_back(index);
        self.waiting_clients += 1;
        index
    }

    /// The request that has waited longest.
    pub(crate) fn oldest(&self) -> Option<FlightIndex> {
        self.waiting.front()?.some()
    }

    /// The client no longer waits: it has its answer, or has given up.
    pub(crate) fn client_leaves(&mut self, index: FlightIndex) {
        let flight = &mut self[index];
        flight.client_gone = true;
        let place = flight.number - self.longest;
        self.waiting[place as usize] = FlightIndex::NONE;
        while self.waiting.front().is_some_and(|index| index.some().is_none()) {
            self.waiting.pop_front();
            self.longest += 1;
        }
        self.waiting_clients -= 1;
    }

    /// Nobody needs the slot any more.
    pub(crate) fn free(&mut self, index: FlightIndex) {
        debug_assert!(
            self[index].client_gone,
            "a client still waits for the request in this slot"
        );
        let free = self.free;
        let slot = &mut self[index];
        slot.ticket = Ticket::NONE;
        slot.target = InstanceIndex::NONE;
        slot.next = free;
        self.free = index;
    }

    /// The slots that `instance` works on, whether or not their clients still wait.
    pub(crate) fn held_by(&self, instance: InstanceIndex) -> Vec<FlightIndex> {
        let held = |(slot, flight): (u32, &Flight)| (flight.target == instance).then_some(FlightIndex(slot));
        (0..).zip(&self.slots).filter_map(held).collect()
    }

    /// Reads a flight in each of its cache lines; see `fetch.rs`.
    #[inline]
    pub(crate) fn fetch(&self, index: FlightIndex) -> u64 {
        let flight = &self[index];
        flight.ticket.sequence()
            ^ flight.id.visit()
            ^ flight.service_demand.as_micros()
            ^ u64::from(flight.answered)
    }

    fn place(&mut self, flight: Flight) -> FlightIndex {
        if let Some(index) = self.free.some() {
            self.free = self[index].next;
            self[index] = flight;
            return index;
        }
        let index = u32::try_from(self.slots.len()).expect("fewer than 2³² requests in flight");
        self.slots.push(flight);
        FlightIndex(index)
    }
}

impl Index<FlightIndex> for Flights {
    type Output = Flight;
    fn index(&self, index: FlightIndex) -> &Flight {
        &self.slots[index.0 as usize]
    }
}

impl IndexMut<FlightIndex> for Flights {
    fn index_mut(&mut self, index: FlightIndex) -> &mut Flight {
        &mut self.slots[index.0 as usize]
    }
}
