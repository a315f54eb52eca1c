//! What is broken, as far as the world knows: an account's owner sees only what follows from it.

use std::rc::Rc;

use des::SimTime;

/// A fault that is not over.
#[derive(Clone, Debug, PartialEq)]
pub struct Trouble {
    /// Its number, by which it can be ended.
    pub number: u32,
    /// What it is about.
    pub place: TroublePlace,
    /// What is broken.
    pub kind: TroubleKind,
    /// Since when.
    pub since: SimTime,
    /// When it ends by itself, if it does.
    pub until: Option<SimTime>,
}

/// What a fault is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TroublePlace {
    /// The instance with this index in the account.
    Instance(u32),
    /// A zone, by its place in the picture.
    Zone(u16),
    /// A service, by its place in the picture.
    Service(u16),
    /// The whole Region.
    Region,
}

/// What is broken.
#[derive(Clone, Debug, PartialEq)]
pub enum TroubleKind {
    /// The operating system has crashed.
    Crash,
    /// The host has failed.
    HostFailure,
    /// The app takes requests and answers none.
    Hang,
    /// The app has died.
    AppCrash,
    /// The app keeps memory that it should give back.
    Leak,
    /// It takes so many thousandths of its time.
    Slow(u32),
    /// There is no power.
    Outage,
    /// Of a thousand packets so many are lost; the others take so many thousandths of their time.
    Grey {
        /// Lost ones of a thousand.
        lost_permille: u32,
        /// 1,000 is as it should be.
        slow_permille: u32,
    },
    /// There is no room for more instances of a type, or of any.
    NoRoom(Option<Rc<str>>),
    /// No packets pass: into and out of the zone, or only between it and others.
    Disconnected {
        /// Only what comes from or goes to other zones.
        from_zones_only: bool,
    },
    /// So many percent of launches fail.
    LaunchErrors(u8),
    /// Other work uses so many percent of the vCPUs.
    CpuStress(u32),
}

impl TroubleKind {
    /// Whether an experiment keeps it up, so that it ends with the experiment only.
    #[must_use]
    pub const fn is_experiments(&self) -> bool {
        matches!(
            self,
            Self::Disconnected { .. } | Self::LaunchErrors(_) | Self::CpuStress(_)
        )
    }

    /// Whether a zone's network does not do what it should.
    #[must_use]
    pub const fn is_of_network(&self) -> bool {
        matches!(self, Self::Grey { .. } | Self::Disconnected { .. })
    }
}
