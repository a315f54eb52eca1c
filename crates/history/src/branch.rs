//! One way that a run took.

use std::rc::Rc;

use cloud::{JournalEntry, Simulation};
use des::SimTime;

use crate::checkpoints::Checkpoints;

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BranchId(pub u32);

/// Where a way parted from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parted {
    /// From which; it may be gone since.
    pub from: BranchId,
    /// When.
    pub at: SimTime,
}

/// A run up to its end, whatever moment of it is shown.
#[derive(Clone, Debug)]
pub(crate) struct Branch {
    pub(crate) name: String,
    pub(crate) parted: Option<Parted>,
    /// All that came in, up to the end.
    pub(crate) journal: Vec<JournalEntry>,
    /// How far it has come.
    pub(crate) end: SimTime,
    pub(crate) checkpoints: Checkpoints,
    /// The run at its end, as it was left.
    pub(crate) left: Option<Rc<Simulation>>,
    /// What was taken back, with its place in the journal; the last is the first to be done again.
    pub(crate) undone: Vec<(usize, JournalEntry)>,
}

/// Copies that a way keeps on which nobody is.
const KEPT_WHEN_LEFT: usize = 8;

impl Branch {
    /// The way that `simulation` has taken so far.
    pub(crate) fn of(simulation: &Simulation) -> Self {
        Self {
            name: String::new(),
            parted: None,
            journal: simulation.journal().iter().cloned().collect(),
            end: simulation.now(),
            checkpoints: Checkpoints::from(Simulation::new(*simulation.world())),
            left: None,
            undone: Vec::new(),
        }
    }

    /// The way that parts from this one, called `from`, where `simulation` is.
    pub(crate) fn part(&self, from: BranchId, simulation: &Simulation, entries: u64) -> Self {
        let mut checkpoints = self.checkpoints.clone();
        checkpoints.cut(simulation.now(), entries);
        Self {
            name: String::new(),
            parted: Some(Parted {
                from,
                at: simulation.now(),
            }),
            journal: self.journal.iter().take(entries as usize).cloned().collect(),
            end: simulation.now(),
            checkpoints,
            left: None,
            undone: Vec::new(),
        }
    }

    /// Whether there is more of it than `simulation` has seen.
    pub(crate) fn goes_on_after(&self, simulation: &Simulation) -> bool {
        simulation.now() < self.end || simulation.journal().end() < self.journal.len() as u64
    }

    /// Takes in how far `simulation` has come, which stands at its end.
    pub(crate) fn take_in(&mut self, simulation: &Simulation) {
        let known = self.journal.len() as u64;
        self.journal.extend(simulation.journal().from(known).cloned());
        self.end = simulation.now();
        self.left = None;
        self.checkpoints.consider(simulation);
    }

    /// Nobody is here any more.
    pub(crate) fn leave(&mut self) {
        self.checkpoints.thin(KEPT_WHEN_LEFT);
    }
}
