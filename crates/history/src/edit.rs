//! Taking back, and doing again: the journal is changed, and what follows from it happens anew.

use cloud::{Caller, JournalEntry, Simulation};

use des::SimTime;

use crate::history::History;

/// What was taken back, or done again.
#[derive(Clone, Debug, PartialEq)]
pub struct Edited {
    /// The input.
    pub entry: JournalEntry,
    /// Whether the run parted from what was known, because that was done in the past.
    pub parted: bool,
}

impl History {
    /// What would be taken back now.
    #[must_use]
    pub fn undoable(&self) -> Option<&JournalEntry> {
        let seen = usize::try_from(self.applied).unwrap_or(usize::MAX);
        self.branch().journal.get(self.last_own(seen)?)
    }

    /// What would be done again now.
    #[must_use]
    pub fn redoable(&self) -> Option<&JournalEntry> {
        self.branch().undone.last().map(|(_, entry)| entry)
    }

    /// Takes the learner's last input back: the run comes to be what it would be without it, at the same moment. In the past
    /// the run parts from what was known.
    pub fn undo(&mut self, simulation: &mut Simulation) -> Option<Edited> {
        self.record(simulation);
        let place = self.last_own(simulation.journal().end() as usize)?;
        let parted = self.is_past(simulation);
        if parted {
            self.part(simulation, simulation.journal().end());
        }
        let entry = self.branch_mut().journal.remove(place);
        self.branch_mut().undone.push((place, entry.clone()));
        self.begin_again(simulation, place, entry.at);
        Some(Edited { entry, parted })
    }

    /// Does again what was taken back last, at the time at which it was done.
    pub fn redo(&mut self, simulation: &mut Simulation) -> Option<Edited> {
        self.record(simulation);
        if self.is_past(simulation) {
            return None;
        }
        let (place, entry) = self.branch_mut().undone.pop()?;
        self.branch_mut().journal.insert(place, entry.clone());
        self.begin_again(simulation, place, entry.at);
        Some(Edited { entry, parted: false })
    }

    /// Lets the run come to the same moment again, after its journal was changed at `place`, which is of time `from`.
    fn begin_again(&mut self, simulation: &mut Simulation, place: usize, from: SimTime) {
        let branch = self.branch_mut();
        branch.left = None;
        branch.checkpoints.cut(from, place as u64);
        self.show(simulation, simulation.now());
    }

    /// The latest of so many inputs, if it is the learner's and did not set the account up.
    fn last_own(&self, seen: usize) -> Option<usize> {
        let place = seen.checked_sub(1).filter(|&place| place >= self.begun)?;
        let entry = self.branch().journal.get(place)?;
        (entry.caller == Caller::Learner).then_some(place)
    }
}
