//! Copies of a run, at distances that grow with it.

use std::rc::Rc;

use cloud::Simulation;
use cloud::workload::{RECORDS_KEPT, Record, SECONDS_KEPT, Span};
use des::SimTime;

/// Events between two copies of a young run: a few milliseconds of work.
const FIRST_APART: u64 = 20_000;
/// Copies that are kept. When there are more, every second one goes, and the next ones come at twice the distance: going back
/// costs at most a 24th of the whole run, however long it is. The distance is in events, as that is what going back costs.
pub(crate) const MOST: usize = 48;
/// Bytes that the copies may hold together, as estimated: a day under traffic gets fewer of them than two hours.
pub(crate) const ROOM: usize = 128 << 20;
/// Bytes of an instance with its station, its metrics and its meters. Measured: 25 kB at 4,096 instances.
const INSTANCE: usize = 25 << 10;

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
        if self.kept.len() > MOST || self.bytes() > ROOM {
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

    /// What is held here and nowhere else, roughly: copies share what neither has forgotten of the past.
    pub(crate) fn bytes(&self) -> usize {
        let alone = self.kept.windows(2).map(|pair| own_bytes(&pair[0], &pair[1]));
        alone.sum()
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

/// What `copy` holds that the one before does not.
fn own_bytes(before: &Simulation, copy: &Simulation) -> usize {
    let (before, copy) = (before.cloud(), copy.cloud());
    let records = copy.records.end() - before.records.end();
    let seconds = copy.truth.seconds.end() - before.truth.seconds.end();
    (records as usize).min(RECORDS_KEPT) * size_of::<Record>()
        + (seconds as usize).min(SECONDS_KEPT) * size_of::<Span>()
        + copy.ec2.instances.len() * INSTANCE
}
