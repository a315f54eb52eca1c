//! What a driver drives, and what it hands to the page.

use std::rc::Rc;

use des::{SimDuration, SimTime};
use lesson::format::Pace;
use view::flight::Place;
use view::live::Live;
use view::scene::HeapCount;
use view::{Picture, Readout};

use super::clock::Clock;

/// One run of the model.
pub trait Run: 'static {
    /// What the page shows of it.
    type Snapshot: Shown;

    /// The present.
    fn now(&self) -> SimTime;

    /// What the dots are made from.
    fn requests(&self) -> Live<'_>;

    /// What the dots of a second picture are made from, if there is one.
    fn other(&self) -> Option<Live<'_>> {
        None
    }

    /// The request that is looked at closer, by its number among all that were sent.
    fn followed(&self) -> Option<u64> {
        None
    }

    /// Lets time pass, with about so many events at most; false if the model could not keep up.
    fn advance(&mut self, due: SimDuration, events: u64) -> bool;

    /// The page at this moment.
    fn snapshot(&mut self, clock: Clock, drawn: Drawn) -> Self::Snapshot;

    /// Whether there is something to do even while no time passes.
    fn is_busy(&self) -> bool {
        false
    }

    /// The speed that the run wants for the moment, whatever was chosen: model seconds in a real second, at least.
    fn haste(&self) -> f64 {
        0.0
    }

    /// Whether time has leapt since this was asked last: what moved before is gone.
    fn take_leap(&mut self) -> bool {
        false
    }

    /// How time should pass from now on, if the run has just said so.
    fn take_pace(&mut self) -> Option<Pace> {
        None
    }
}

/// What the page shows of a run.
pub trait Shown: 'static {
    /// Where the numbers stand that people read: in the picture, and in the readout if there is one.
    fn numbers(&mut self) -> (&mut Rc<Picture>, Option<&mut Readout>);
}

/// What a dot stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Dotted {
    /// The request with this number among all that were sent.
    Request(u64),
    /// Those that failed at a place.
    Failed(Place),
}

/// What only the driver knows of the picture.
pub struct Drawn {
    /// True while the model cannot keep up with the speed that was chosen.
    pub behind: bool,
    /// One dot stands for this many requests.
    pub one_in: u32,
    /// Heaps of failures.
    pub heaps: Rc<[HeapCount]>,
    /// The same in the second picture.
    pub other_heaps: Rc<[HeapCount]>,
}
