//! Two runs of one account under the same arrivals and faults, of which one has been changed.
//!
//! A run parts in two: A goes on as it was, B is shown and can be changed. Draws are keyed by what they are for, so the same
//! employees send the same requests to both. What the learner does to the *world* (traffic, faults) is done to both; what is
//! done to the *account* is done to B alone. So whatever differs comes from that.

use cloud::{EventBudget, Input, JournalEntry, Simulation};
use des::SimTime;

use crate::branch::{Branch, BranchId};
use crate::history::History;
use crate::measured::{Measured, Start};
use crate::replay;

/// Operations of the world around the account: what one twin meets, the other meets too.
const OF_THE_WORLD: [&str; 5] = ["Traffic", "Request", "Fault", "EndFault", "Capacity"];

/// The run that goes on as it was, beside the one that is shown.
#[derive(Clone, Debug)]
pub struct Twin {
    simulation: Simulation,
    way: BranchId,
    start: Start,
    /// How many inputs of the other have been looked through.
    seen: u64,
}

impl Twin {
    /// Parts the run in two at the moment that is shown.
    pub fn part(history: &mut History, simulation: &Simulation) -> Self {
        if history.is_past(simulation) {
            history.fork(simulation);
        }
        let way = history.current();
        history.fork(simulation);
        Self {
            simulation: simulation.clone(),
            way,
            start: Start::of(simulation.cloud()),
            seen: simulation.journal().end(),
        }
    }

    /// A, the run as it was.
    #[must_use]
    pub fn simulation(&self) -> &Simulation {
        &self.simulation
    }

    /// The way that A takes.
    #[must_use]
    pub fn way(&self) -> BranchId {
        self.way
    }

    /// When the run parted.
    #[must_use]
    pub fn parted(&self) -> SimTime {
        self.start.at
    }

    /// Lets A come to where B is, and meet what B has met.
    pub fn follow(&mut self, history: &mut History, b: &Simulation) {
        let is_past = history.is_past(b);
        let Some(way) = history.branches.get_mut(&self.way) else {
            return;
        };
        if b.now() < self.simulation.now() {
            self.simulation = way.at(b.now());
        }
        if !is_past {
            self.meet_what_is_new(way, b);
        }
        advance(&mut self.simulation, way, b.now());
    }

    /// What was done to B alone since they parted.
    pub fn changes<'a>(&self, b: &'a Simulation) -> impl Iterator<Item = &'a JournalEntry> {
        let since = b.journal().from(self.start.inputs);
        since.filter(|entry| !is_of_the_world(&entry.input))
    }

    /// Whether anything at all differs.
    #[must_use]
    pub fn differs(&self, b: &Simulation) -> bool {
        self.simulation.cloud().digest() != b.cloud().digest()
    }

    /// What came of A and of B since they parted.
    #[must_use]
    pub fn outcome(&self, b: &Simulation) -> [Measured; 2] {
        [&self.simulation, b].map(|simulation| Measured::since(&self.start, simulation.cloud()))
    }

    fn meet_what_is_new(&mut self, way: &mut Branch, b: &Simulation) {
        self.seen = self.seen.min(b.journal().end());
        for entry in b
            .journal()
            .from(self.seen)
            .filter(|entry| is_of_the_world(&entry.input))
        {
            advance(&mut self.simulation, way, entry.at);
            // Where the account is another, there may be nothing to break.
            let _ = self.simulation.submit(entry.caller, entry.input.clone());
            way.take_in(&self.simulation);
        }
        self.seen = b.journal().end();
    }
}

/// Whether what came in is done to both twins.
#[must_use]
pub fn is_of_the_world(input: &Input) -> bool {
    matches!(input, Input::World(_)) && OF_THE_WORLD.contains(&input.operation().name)
}

fn advance(simulation: &mut Simulation, way: &mut Branch, until: SimTime) {
    replay::advance(simulation, &way.journal, until, EventBudget::UNLIMITED);
    if !way.goes_on_after(simulation) {
        way.take_in(simulation);
    }
}

#[cfg(test)]
mod tests;
