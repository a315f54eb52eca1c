//! A group behind a load balancer lives for days under little traffic, random faults and random calls, and someone watches:
//! what must always hold is looked at after every event of the control plane and every minute.

mod account;
mod rules;

use cloud::lab::Lab;
use cloud::{EventBudget, Input, Seed, World};
use des::{SimDuration, SimTime};

pub use self::account::fleet;
use self::account::mend;
use self::rules::Rules;
use crate::anyone::Anyone;

/// Requests per second: few, so that days go by quickly.
const RATE: f64 = 0.2;
/// The mean time between two random calls, in seconds.
const BETWEEN_CALLS_S: u64 = 1_800;
/// One call in so many is a fault.
const FAULTS: u64 = 5;
/// Faults that end by themselves: kind, whom it meets, and how long.
const FAULT_LENGTHS: [&str; 4] = ["45s", "5m", "20m", "2h"];
const MINUTE: SimDuration = SimDuration::from_mins(1);

/// What happened in a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Calls that were carried out.
    pub done: u64,
    /// Calls that were refused.
    pub refused: u64,
    /// Faults that began.
    pub faults: u64,
    /// Events of the control plane.
    pub facts: u64,
    /// Requests that ended.
    pub requests: u64,
    /// Requests among them that were served.
    pub served: u64,
    /// How often everything was looked at.
    pub looks: u64,
}

/// A run that is under way.
#[derive(Debug)]
pub struct Soak {
    lab: Lab,
    anyone: Anyone,
    rules: Rules,
    report: Report,
    facts_seen: u64,
}

impl Soak {
    /// A group of two to six behind a load balancer, under traffic.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let mut lab = Lab::of(World::new(Seed(seed)));
        fleet(&mut lab);
        lab.traffic(RATE);
        Self {
            lab,
            anyone: Anyone::new(seed),
            rules: Rules::default(),
            report: Report::default(),
            facts_seen: 0,
        }
    }

    /// Lets `days` go by, and tells what happened.
    ///
    /// # Panics
    /// If anything that must hold does not; the message says what and when.
    pub fn pass_days(&mut self, days: u64) -> Report {
        let end = self.lab.simulation.now() + SimDuration::from_secs(days * 86_400);
        let mut round = 0;
        while self.lab.simulation.now() < end {
            if round % 48 == 0 {
                mend(&mut self.lab);
                self.anyone.look_around(&self.lab.simulation);
            }
            round += 1;
            self.meddle();
            let wait = SimDuration::from_secs(self.anyone.below(2 * BETWEEN_CALLS_S));
            self.watch((self.lab.simulation.now() + wait).min(end));
        }
        let truth = &self.lab.cloud().truth;
        (self.report.requests, self.report.served) = (truth.ended_total(), truth.served());
        self.report.facts = self.facts_seen;
        self.report
    }

    /// One random call or fault.
    fn meddle(&mut self) {
        if self.anyone.below(FAULTS) == 0 {
            return self.break_something();
        }
        let call = self.anyone.write();
        let before = self.lab.cloud().digest();
        match self.lab.submit(Input::Api(call.clone())) {
            Ok(answer) => {
                self.report.done += 1;
                self.anyone.remember(&answer);
            }
            Err(refusal) => {
                self.report.refused += 1;
                let after = self.lab.cloud().digest();
                assert_eq!(
                    after, before,
                    "{call:?} was refused ({refusal}) and changed something"
                );
            }
        }
        self.look();
    }

    fn break_something(&mut self) {
        let kinds = api::sandbox::FAULT_KINDS;
        let kind = kinds[self.anyone.below(kinds.len() as u64) as usize];
        let length = FAULT_LENGTHS[self.anyone.below(FAULT_LENGTHS.len() as u64) as usize];
        let zone = ["a", "b", "c"][self.anyone.below(3) as usize];
        let running = account::running(&self.lab);
        let mut request = format!("{{\"Kind\":\"{kind}\",\"For\":\"{length}\",\"Zone\":\"us-east-2{zone}\"");
        if !running.is_empty() {
            let id = &running[self.anyone.below(running.len() as u64) as usize];
            request.push_str(&format!(",\"InstanceId\":\"{id}\""));
        }
        request.push('}');
        if self.lab.call("sandbox", "Fault", &request).is_ok() {
            self.report.faults += 1;
        }
        self.look();
    }

    /// Lets time pass up to `until`, event by event.
    fn watch(&mut self, until: SimTime) {
        while self.lab.simulation.now() < until {
            let minute = (self.lab.simulation.now() + SimDuration::from_micros(1)).next_multiple_of(MINUTE);
            let next = minute.min(until);
            self.watch_minute(next);
            self.look();
        }
    }

    fn watch_minute(&mut self, until: SimTime) {
        use cloud::Advance::Paused;
        while self.lab.simulation.advance_to(until, EventBudget(1)) == Paused {
            if self.lab.cloud().facts.count() != self.facts_seen {
                self.look();
            }
        }
    }

    fn look(&mut self) {
        self.facts_seen = self.lab.cloud().facts.count();
        self.report.looks += 1;
        self.rules.look(&self.lab);
    }
}
