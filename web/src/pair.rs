//! What the page shows of a twin run: A beside B.

use std::rc::Rc;

use des::SimTime;
use history::Measured;
use view::bill::Costs;
use view::scene::HeapCount;
use view::{Picture, Readout, Series};

/// A, the run as it was; B is what the page shows anyhow.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// When they parted.
    pub parted: SimTime,
    /// Its stage.
    pub picture: Rc<Picture>,
    /// Its numbers.
    pub readout: Readout,
    /// What it costs.
    pub costs: Costs,
    /// What people met, in A and in B.
    pub series: [Series; 2],
    /// Its heaps of failures.
    pub heaps: Rc<[HeapCount]>,
    /// What came of A and of B since they parted.
    pub outcome: [Measured; 2],
    /// The commands that were done to B alone.
    pub changes: Rc<[Rc<str>]>,
    /// Whether anything at all differs; not known while time passes.
    pub differs: Option<bool>,
}

/// What is to be said of the two.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Verdict {
    /// Nothing was changed, and nothing differs at all; or time passes, and it is not looked at.
    Unchanged(Option<bool>),
    /// Something was changed, and what people meet is the same so far.
    SameForPeople,
    /// What people meet differs: what came of A and of B.
    Differs([Measured; 2]),
}

impl Pair {
    /// What is to be said of the two.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let [a, b] = self.outcome;
        let met = |measured: Measured| (measured.served, measured.failed, measured.p99_us);
        match self.changes.len() {
            0 => Verdict::Unchanged(self.differs),
            _ if met(a) == met(b) => Verdict::SameForPeople,
            _ => Verdict::Differs([a, b]),
        }
    }
}
