//! Doing again what a journal says.

use cloud::{Advance, EventBudget, JournalEntry, Simulation};
use des::SimTime;

use crate::branch::Branch;

/// Lets time pass up to `until`, while what `journal` says comes in at its time; `simulation` has seen the beginning of it.
pub(crate) fn advance(
    simulation: &mut Simulation,
    journal: &[JournalEntry],
    until: SimTime,
    budget: EventBudget,
) -> Advance {
    let last = simulation.cloud().events_happened().saturating_add(budget.0);
    let left =
        |simulation: &Simulation| EventBudget(last.saturating_sub(simulation.cloud().events_happened()));
    while let Some(entry) = next(simulation, journal).filter(|entry| entry.at <= until) {
        if simulation.advance_to(entry.at, left(simulation)) == Advance::Paused {
            return Advance::Paused;
        }
        let answer = simulation.submit(entry.caller, entry.input.clone());
        answer.expect("a journal holds only accepted inputs");
    }
    simulation.advance_to(until, left(simulation))
}

fn next<'a>(simulation: &Simulation, journal: &'a [JournalEntry]) -> Option<&'a JournalEntry> {
    journal.get(usize::try_from(simulation.journal().end()).ok()?)
}

impl Branch {
    /// The run as it was at `at`.
    pub(crate) fn at(&mut self, at: SimTime) -> Simulation {
        let at = at.min(self.end);
        if let Some(left) = self.left.as_ref().filter(|left| left.now() <= at) {
            return (**left).clone();
        }
        let entries = self.journal.len() as u64;
        let mut simulation = (**self.checkpoints.before(at, entries)).clone();
        self.catch_up(&mut simulation, at);
        simulation
    }

    /// Lets `simulation` do again what is to come up to `at`, with copies on the way where there are none yet.
    fn catch_up(&mut self, simulation: &mut Simulation, at: SimTime) {
        loop {
            let piece = EventBudget(self.checkpoints.apart());
            let reached = advance(simulation, &self.journal, at, piece);
            self.checkpoints.consider(simulation);
            if reached == Advance::Reached {
                return;
            }
        }
    }
}
