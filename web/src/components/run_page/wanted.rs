//! Which run an address asks for: the one that was left, one that was handed on, or a new one.

use crate::progress::link::{Broken, unpack};
use crate::progress::{Trail, keep};
use crate::route::Address;
use crate::session::Home;

/// What the address and the page say of the run.
pub struct Wanted {
    seed: Option<u64>,
    /// Whether it goes on without its lesson.
    alone: bool,
    /// The run that the address holds, as it is written there and as it was read.
    shared: Option<(String, Trail)>,
}

impl Wanted {
    /// What an address asks for.
    ///
    /// # Errors
    /// What is wrong with the run that it holds.
    pub fn of(address: &Address, alone: bool) -> Result<Self, BadLink> {
        let shared = match address.parameter("run") {
            Some(packed) => Some((packed.to_owned(), unpack(packed).map_err(BadLink::Broken)?)),
            None => None,
        };
        Ok(Self {
            seed: address.seed,
            alone,
            shared,
        })
    }

    /// Whether the run was handed on.
    pub fn is_shared(&self) -> bool {
        self.shared.is_some()
    }

    /// The run to be brought back, of what belongs there; none for a new one.
    ///
    /// # Errors
    /// Why the run that the address holds is none of these.
    pub fn run(&self, home: &Home) -> Result<Option<Trail>, BadLink> {
        if let Some((packed, trail)) = &self.shared {
            return self.handed_on(home, packed, trail).map(Some);
        }
        let kept = keep::run(&home.name, home.fingerprint);
        let left = if self.alone {
            self.left_alone(home, kept)
        } else {
            kept
        };
        // A seed that the address fixes begins a run of its own.
        Ok(left.filter(|trail| self.seed.is_none_or(|seed| seed == trail.seed)))
    }

    /// The seed of every draw, if it is said.
    pub fn seed(&self, left: Option<&Trail>) -> Option<u64> {
        left.map(|trail| trail.seed).or(self.seed)
    }

    /// The run that was handed on, or what its reader has made of it here since.
    fn handed_on(&self, home: &Home, packed: &str, trail: &Trail) -> Result<Trail, BadLink> {
        let fits = |trail: &Trail| self.alone || trail.left.is_none();
        if trail.lesson != home.fingerprint {
            return Err(BadLink::Changed);
        }
        if !fits(trail) {
            return Err(BadLink::Broken(Broken::Damaged));
        }
        let own = keep::shared_run(packed, home.fingerprint).filter(fits);
        Ok(own.unwrap_or_else(|| trail.clone()))
    }

    /// The run without the lesson, unless the lesson has gone on since it was left: then the account begins there.
    fn left_alone(&self, home: &Home, of_lesson: Option<Trail>) -> Option<Trail> {
        let way = of_lesson.clone().unwrap_or_default().way();
        let alone = keep::run(&home.without_lesson().name, home.fingerprint);
        alone.filter(|trail| trail.left == Some(way)).or(of_lesson)
    }
}

/// Why a link does not lead anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadLink {
    /// It cannot be read.
    Broken(Broken),
    /// What its run began with was changed.
    Changed,
}
