//! The ground of the start page: an account that runs and can only be looked at.

use std::rc::Rc;

use cloud::{Account, Advance, EventBudget, Plain};
use des::{SimDuration, SimTime};
use view::live::{Live, Meter, picture_of_instances};
use view::scene::HeapCount;
use view::{Picture, Readout, Slots};

use super::{start, text_clock};
use crate::blackbox;
use crate::driver::clock::Clock;
use crate::driver::{Drawn, Run, Shown};

/// The account.
pub struct Ground {
    account: Plain,
    slots: Slots,
    meter: Meter,
}

/// The ground at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Glance {
    /// Model time.
    pub now: SimTime,
    /// The stage.
    pub picture: Rc<Picture>,
    /// Heaps of failures.
    pub heaps: Rc<[HeapCount]>,
}

impl Ground {
    /// One instance under traffic.
    #[must_use]
    pub fn new(seed: Option<u64>) -> Self {
        let account = start::plain_account(seed);
        blackbox::begin(
            &account.world().seed.0.to_string(),
            account.cloud().region.name,
            "",
        );
        let mut meter = Meter::default();
        meter.look(account.cloud());
        Self {
            account,
            slots: Slots::default(),
            meter,
        }
    }
}

impl Run for Ground {
    type Snapshot = Glance;

    fn now(&self) -> SimTime {
        self.account.cloud().now()
    }

    fn requests(&self) -> Live<'_> {
        Live(self.account.cloud())
    }

    fn advance(&mut self, due: SimDuration, events: u64) -> bool {
        let until = self.now() + due;
        self.account.advance_to(until, EventBudget(events)) == Advance::Reached
    }

    fn snapshot(&mut self, _: Clock, drawn: Drawn) -> Glance {
        let cloud = self.account.cloud();
        self.meter.look(cloud);
        blackbox::at(&text_clock(cloud.now()));
        Glance {
            now: cloud.now(),
            picture: Rc::new(picture_of_instances(cloud, &mut self.slots, &self.meter)),
            heaps: drawn.heaps,
        }
    }
}

impl Shown for Glance {
    fn numbers(&mut self) -> (&mut Rc<Picture>, Option<&mut Readout>) {
        (&mut self.picture, None)
    }
}
