//! All that is known of a run: the ways it took, and which moment of which is shown.

use std::collections::BTreeMap;
use std::rc::Rc;

use cloud::{Advance, EventBudget, Simulation};
use des::SimTime;

use crate::branch::{Branch, BranchId, Parted};
use crate::replay;

/// The past of a run. The simulation that is shown belongs to somebody else, and is handed in.
#[derive(Clone, Debug)]
pub struct History {
    pub(crate) branches: BTreeMap<BranchId, Branch>,
    pub(crate) current: BranchId,
    /// How many inputs the simulation has that are known here.
    pub(crate) applied: u64,
    /// Inputs that set the account up: they stay.
    pub(crate) begun: usize,
    names: u32,
}

/// One of the ways, to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown<'a> {
    /// Which.
    pub id: BranchId,
    /// What it was called; empty as long as nobody has named it.
    pub name: &'a str,
    /// Where it parted from another.
    pub parted: Option<Parted>,
    /// How far it has come.
    pub end: SimTime,
    /// Inputs that came in.
    pub inputs: usize,
    /// Whether it is the one that is shown.
    pub is_current: bool,
}

impl History {
    /// Of a run that has come as far as `simulation`. What has come in so far stays, whatever is taken back.
    #[must_use]
    pub fn begin(simulation: &Simulation) -> Self {
        let (first, branch) = (BranchId(0), Branch::of(simulation));
        Self {
            begun: branch.journal.len(),
            applied: simulation.journal().end(),
            branches: BTreeMap::from([(first, branch)]),
            current: first,
            names: 0,
        }
    }

    /// Takes in how far `simulation` has come, and what came in since. If that was in the past, the run parts from what was
    /// known: then this is the new way.
    pub fn record(&mut self, simulation: &Simulation) -> Option<BranchId> {
        let new = simulation.journal().end() > self.applied;
        let parted = (new && self.was_past(simulation)).then(|| self.part(simulation, self.applied));
        if new {
            self.branch_mut().undone.clear();
        }
        self.applied = simulation.journal().end();
        if !self.is_past(simulation) {
            self.branch_mut().take_in(simulation);
        }
        parted
    }

    /// Whether there is more of the run than `simulation` shows.
    #[must_use]
    pub fn is_past(&self, simulation: &Simulation) -> bool {
        self.branch().goes_on_after(simulation)
    }

    /// How far the run has come.
    #[must_use]
    pub fn end(&self) -> SimTime {
        self.branch().end
    }

    /// Lets time pass: in the past, what was done is done again at its time. It does not stop at the end.
    pub fn advance_to(
        &mut self,
        simulation: &mut Simulation,
        until: SimTime,
        budget: EventBudget,
    ) -> Advance {
        self.record(simulation);
        let advance = replay::advance(simulation, &self.branch().journal, until, budget);
        self.applied = simulation.journal().end();
        self.record(simulation);
        advance
    }

    /// From now on what has come in so far stays, whatever is taken back.
    pub fn settle(&mut self) {
        self.begun = self.branch().journal.len();
        self.branch_mut().undone.clear();
    }

    /// Shows the moment `at` of the run, or its end if that is earlier.
    pub fn go_to(&mut self, simulation: &mut Simulation, at: SimTime) {
        self.leave(simulation);
        self.show(simulation, at);
    }

    /// Parts from the run at the moment that is shown, of which nothing else is known then; gives the new way.
    pub fn fork(&mut self, simulation: &Simulation) -> BranchId {
        self.leave(simulation);
        self.part(simulation, self.applied)
    }

    /// Shows the end of another way. False if there is none of this name.
    pub fn switch(&mut self, simulation: &mut Simulation, to: BranchId) -> bool {
        if !self.branches.contains_key(&to) {
            return false;
        }
        self.leave(simulation);
        self.branch_mut().leave();
        self.current = to;
        self.show(simulation, SimTime::NEVER);
        true
    }

    /// Forgets a way, unless it is the one that is shown. What parted from it stays.
    pub fn delete(&mut self, branch: BranchId) -> bool {
        branch != self.current && self.branches.remove(&branch).is_some()
    }

    /// Calls a way something.
    pub fn rename(&mut self, branch: BranchId, name: &str) {
        if let Some(branch) = self.branches.get_mut(&branch) {
            name.clone_into(&mut branch.name);
        }
    }

    /// All ways, the first run first.
    pub fn branches(&self) -> impl Iterator<Item = Shown<'_>> {
        self.branches.iter().map(|(&id, branch)| Shown {
            id,
            name: &branch.name,
            parted: branch.parted,
            end: branch.end,
            inputs: branch.journal.len() - self.begun.min(branch.journal.len()),
            is_current: id == self.current,
        })
    }

    /// The way that is shown.
    #[must_use]
    pub fn current(&self) -> BranchId {
        self.current
    }

    /// How many copies of the run are kept, of all ways.
    #[must_use]
    pub fn copies(&self) -> usize {
        let of = |branch: &Branch| branch.checkpoints.len() + usize::from(branch.left.is_some());
        self.branches.values().map(of).sum()
    }

    /// Notes what is known of the end before another moment is shown.
    pub(crate) fn leave(&mut self, simulation: &Simulation) {
        self.record(simulation);
        if !self.is_past(simulation) {
            self.branch_mut().left = Some(Rc::new(simulation.clone()));
        }
    }

    pub(crate) fn show(&mut self, simulation: &mut Simulation, at: SimTime) {
        *simulation = self.branch_mut().at(at);
        self.applied = simulation.journal().end();
    }

    /// Goes on from here as a new way, of which `entries` inputs are known.
    pub(crate) fn part(&mut self, simulation: &Simulation, entries: u64) -> BranchId {
        let branch = self.branch().part(self.current, simulation, entries);
        self.branch_mut().leave();
        self.names += 1;
        self.current = BranchId(self.names);
        self.branches.insert(self.current, branch);
        self.current
    }

    /// Whether the run was in the past before its latest input came in.
    fn was_past(&self, simulation: &Simulation) -> bool {
        simulation.now() < self.end() || self.applied < self.branch().journal.len() as u64
    }

    pub(crate) fn branch(&self) -> &Branch {
        &self.branches[&self.current]
    }

    pub(crate) fn branch_mut(&mut self) -> &mut Branch {
        self.branches
            .get_mut(&self.current)
            .expect("the current way is never deleted")
    }
}

#[cfg(test)]
mod tests;
