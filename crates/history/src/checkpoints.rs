//! Copies of a run, at distances that grow with it.

use std::rc::Rc;

use cloud::Simulation;
use des::SimTime;

/// Events between two copies of a young run: a few milliseconds of work.
const FIRST_APART: u64 = 20_000;
/// Copies that are kept. When there are more, every second one goes, and the next ones come at twice the distance: going back
/// costs at most a 24th of the whole run, however long it is. The distance is in events, as that is what going back costs.
pub(crate) const MOST: usize = 48;

/// The copies of one run, oldest first. The first is of the moment at which nothing had happened.
#[derive(Clone, Debug)]
pub(crate) struct Checkpoints {
    kept: Vec<Rc<Simulation>>,
    apart: u64,
}

impl Checkpoints {
    /// Of a run with this beginning.
    pub(crate) fn from(beginning: Simulation) -> Self {
        Self {
            kept: vec![Rc::new(beginning)],
            apart: FIRST_APART,
        }
    }

    /// Events between two copies.
    pub(crate) fn apart(&self) -> u64 {
        self.apart
    }

    /// Copies `simulation` if enough has happened since the last time.
    pub(crate) fn consider(&mut self, simulation: &Simulation) {
        let last = self.last().cloud().events_happened();
        if simulation.cloud().events_happened() < last + self.apart {
            return;
        }
        self.kept.push(Rc::new(simulation.clone()));
        if self.kept.len() > MOST {
            self.every_second();
            self.apart *= 2;
        }
    }

    /// The last copy that is of `at` or earlier and in which no more than `entries` inputs had come in.
    pub(crate) fn before(&self, at: SimTime, entries: u64) -> &Rc<Simulation> {
        let fits = |copy: &&Rc<Simulation>| copy.now() <= at && copy.journal().end() <= entries;
        self.kept.iter().rev().find(fits).unwrap_or(&self.kept[0])
    }

    /// Forgets what came after `at`, or after so many inputs.
    pub(crate) fn cut(&mut self, at: SimTime, entries: u64) {
        let fits = |copy: &Rc<Simulation>| copy.now() <= at && copy.journal().end() <= entries;
        let keep = self.kept.iter().take_while(|copy| fits(copy)).count();
        self.kept.truncate(keep.max(1));
    }

    /// Keeps `most` at the most: nobody goes back here for now.
    pub(crate) fn thin(&mut self, most: usize) {
        while self.kept.len() > most.max(1) {
            self.every_second();
        }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.kept.len()
    }

    fn last(&self) -> &Simulation {
        &self.kept[self.kept.len() - 1]
    }

    fn every_second(&mut self) {
        let mut place = 0;
        self.kept.retain(|_| {
            place += 1;
            place % 2 == 1
        });
    }
}
