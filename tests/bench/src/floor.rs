//! The yardstick: the least that a simulator of a fleet has to do, on the machine that everything else is measured on.
//!
//! Poisson arrivals, a balancer that takes turns, servers with four slots and a first-come, first-served queue, utilization
//! 0.8, two events a request; `std`'s binary heap of (time, sequence), xoshiro256++, every response time kept. No AWS, no
//! network, no services behind, no records: what a request of the model costs is told as a multiple of it, since a
//! machine's speed changes from day to day with what else runs beside it.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use rand::rngs::Xoshiro256PlusPlus;
use rand::{Rng, SeedableRng};

/// Requests that one server works on at a time.
const SLOTS: usize = 4;
/// The share of the slots that is busy, in the long run.
const UTILIZATION: f64 = 0.8;
/// How long a request is worked on, on average, in nanoseconds.
const SERVICE_NS: f64 = 1e7;

/// A fleet of servers in steady traffic.
pub struct Floor {
    coming: BinaryHeap<Reverse<(u64, u64, Coming)>>,
    sequence: u64,
    random: Xoshiro256PlusPlus,
    servers: Vec<Server>,
    turn: usize,
    response_ns: Vec<u64>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Coming {
    Arrival,
    Departure { server: u32, arrived: u64 },
}

#[derive(Clone, Default)]
struct Server {
    busy: usize,
    waiting: VecDeque<u64>,
}

impl Floor {
    /// So many servers, at rest.
    #[must_use]
    pub fn new(servers: usize) -> Self {
        let mut floor = Self {
            coming: BinaryHeap::new(),
            sequence: 0,
            random: Xoshiro256PlusPlus::seed_from_u64(1),
            servers: vec![Server::default(); servers],
            turn: 0,
            response_ns: Vec::new(),
        };
        floor.schedule(0, Coming::Arrival);
        floor
    }

    /// Serves so many requests; gives the mean response time, in nanoseconds.
    pub fn run(&mut self, requests: usize) -> u64 {
        self.response_ns.clear();
        while self.response_ns.len() < requests {
            let Some(Reverse((now, _, what))) = self.coming.pop() else {
                break;
            };
            match what {
                Coming::Arrival => self.arrive(now),
                Coming::Departure { server, arrived } => self.depart(now, server, arrived),
            }
        }
        self.response_ns.iter().sum::<u64>() / requests as u64
    }

    fn arrive(&mut self, now: u64) {
        let per_server = SERVICE_NS / (UTILIZATION * SLOTS as f64);
        let gap = self.exponential(per_server / self.servers.len() as f64);
        self.schedule(now + gap, Coming::Arrival);
        self.turn = (self.turn + 1) % self.servers.len();
        let server = &mut self.servers[self.turn];
        if server.busy < SLOTS {
            server.busy += 1;
            self.serve(now, self.turn as u32, now);
        } else {
            server.waiting.push_back(now);
        }
    }

    fn depart(&mut self, now: u64, server: u32, arrived: u64) {
        self.response_ns.push(now - arrived);
        let there = &mut self.servers[server as usize];
        match there.waiting.pop_front() {
            Some(next) => self.serve(now, server, next),
            None => there.busy -= 1,
        }
    }

    fn serve(&mut self, now: u64, server: u32, arrived: u64) {
        let length = self.exponential(SERVICE_NS);
        self.schedule(now + length, Coming::Departure { server, arrived });
    }

    fn schedule(&mut self, at: u64, what: Coming) {
        self.sequence += 1;
        self.coming.push(Reverse((at, self.sequence, what)));
    }

    fn exponential(&mut self, mean: f64) -> u64 {
        let uniform = (self.random.next_u64() >> 11) as f64 / (1_u64 << 53) as f64;
        (-(1.0 - uniform).ln() * mean) as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_serves_at_the_pace_of_a_fleet_at_that_utilization() {
        // M/M/4 at 0.8 takes 1.75 service times in the mean; arrivals by turns are more regular, so it takes less.
        let mean = Floor::new(16).run(200_000) as f64 / SERVICE_NS;
        assert!((1.0..1.75).contains(&mean), "{mean}");
    }
}
