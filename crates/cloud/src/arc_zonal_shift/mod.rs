//! Zonal shift of Amazon Application Recovery Controller: traffic leaves a zone for a while.
//!
//! Source: Application Load Balancers guide, "Zonal shift"; AWS's published API model of `arc-zonal-shift`.

pub mod defaults;
mod event;
pub(crate) mod operations;

use des::{Digest, SimTime};

pub(crate) use event::Event;

use crate::Cloud;
use crate::autoscaling::GroupIndex;
use crate::elbv2::BalancerIndex;
use crate::event::Event as Any;
use crate::fact::{self, FactId};
use crate::region::ZoneIndex;

/// A zonal shift, by the order in which they began. Never given again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ShiftIndex(pub(crate) u32);

/// The account's zonal shifts.
#[derive(Clone, Debug, Default)]
pub struct ArcZonalShift {
    /// All that ever began, by [`ShiftIndex`].
    pub shifts: Vec<ZonalShift>,
}

/// What a zonal shift can be of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resource {
    /// A load balancer.
    Balancer(BalancerIndex),
    /// An Auto Scaling group.
    Group(GroupIndex),
}

/// A zonal shift.
#[derive(Clone, Debug)]
pub struct ZonalShift {
    /// Its id.
    pub id: String,
    /// Of what.
    pub resource: Resource,
    /// The zone that is left.
    pub away_from: ZoneIndex,
    /// What was said about it.
    pub comment: String,
    /// When it began.
    pub start: SimTime,
    /// When it ends by itself.
    pub expiry: SimTime,
    /// What it is.
    pub status: Status,
    /// The fact that made it what it is.
    pub cause: FactId,
}

/// What a zonal shift is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Traffic keeps away from the zone.
    Active,
    /// Its time was over.
    Expired,
    /// It was ended by a call.
    Canceled,
}

impl Status {
    /// AWS's word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Active => "ACTIVE",
            Self::Expired => "EXPIRED",
            Self::Canceled => "CANCELED",
        }
    }
}

/// What can become so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A zonal shift is something else.
    ShiftStatus {
        /// Which.
        shift: ShiftIndex,
        /// What it is now.
        status: Status,
    },
}

impl ArcZonalShift {
    /// A zonal shift.
    #[must_use]
    pub fn shift(&self, index: ShiftIndex) -> &ZonalShift {
        &self.shifts[index.0 as usize]
    }

    pub(crate) fn active(&self, resource: Resource) -> Option<&ZonalShift> {
        let mut all = self.shifts.iter();
        all.find(|shift| shift.resource == resource && shift.status == Status::Active)
    }

    /// Everything of it that makes a difference.
    pub(crate) fn add_to(&self, digest: &mut Digest) {
        for shift in &self.shifts {
            digest.extend(format!("{shift:?}").bytes().map(u64::from));
        }
    }
}

impl Cloud {
    /// A zonal shift becomes something else, and its resource follows.
    pub(crate) fn shift_is(&mut self, index: ShiftIndex, status: Status, cause: FactId) {
        let what = fact::What::ArcZonalShift(What::ShiftStatus { shift: index, status });
        let fact = self.facts.note(self.now, cause, what);
        let shift = &mut self.arc_zonal_shift.shifts[index.0 as usize];
        (shift.status, shift.cause) = (status, fact);
        let away_from = (status == Status::Active).then_some(shift.away_from);
        match shift.resource {
            Resource::Balancer(balancer) => self.shift_balancer(balancer, away_from, fact),
            Resource::Group(group) => self.shift_group(group, away_from, fact),
        }
    }

    fn await_expiry(&mut self, index: ShiftIndex) {
        let at = self.arc_zonal_shift.shifts[index.0 as usize].expiry;
        self.events.push(at, Any::ArcZonalShift(Event::Expiry(index)));
    }

    fn expiry_due(&mut self, index: ShiftIndex) {
        let shift = &self.arc_zonal_shift.shifts[index.0 as usize];
        if shift.status == Status::Active && shift.expiry == self.now {
            let cause = shift.cause;
            self.shift_is(index, Status::Expired, cause);
        }
    }
}
