//! What the learner can do outside a lesson's own buttons.

use std::rc::Rc;

/// One act; each is one call of the account's API or one world input.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Sends one request of the learner's own.
    SendRequest,
    /// Launches an instance in the zone with this index.
    Launch(usize),
    /// Starts the instance with this index.
    Start(u32),
    /// Stops it.
    Stop(u32),
    /// Reboots it.
    Reboot(u32),
    /// Terminates it.
    Terminate(u32),
    /// Gives its public address to the employees.
    GiveAddress(u32),
    /// Lets it crash.
    Crash(u32),
    /// Lets its app hang.
    Hang(u32),
    /// Makes it slow.
    Slow(u32),
    /// Lets its host fail.
    FailHost(u32),
    /// Lets its app die.
    KillApp(u32),
    /// Lets its app leak memory.
    Leak(u32),
    /// Ends its faults.
    Mend(u32),
    /// Cuts the power of the zone with this index.
    CutPower(usize),
    /// Brings it back.
    RestorePower(usize),
    /// Loses a share of what goes into and out of the zone with this index.
    LosePackets(usize),
    /// Makes its network slow.
    SlowNetwork(usize),
    /// Leaves no room in it for launches.
    TakeRoom(usize),
    /// Makes the service with this place in the picture slow.
    SlowService(u16),
    /// Ends the fault with this number.
    EndFault(u32),
    /// Sets how many requests the employees send in a second.
    Traffic(u32),
}

/// Acts that stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Requests of the learner's own.
    Requests,
    /// How many requests the employees send.
    Traffic,
    /// Launching.
    Launch,
    /// Power of the zones.
    Power,
    /// Done to one instance.
    Instance,
    /// Done to one zone.
    Zone,
    /// Done to one service.
    Service,
    /// Ends one fault.
    Fault,
}

impl Group {
    /// The groups of what concerns the whole account, in the order in which they stand.
    pub const OF_THE_ACCOUNT: [Self; 4] = [Self::Requests, Self::Traffic, Self::Launch, Self::Power];
}

/// An act that can be done now, or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// The act.
    pub act: Act,
    /// The command line it submits.
    pub command: Rc<str>,
    /// Why it cannot be done now; it is still shown.
    pub refused: Option<Rc<str>>,
}

impl Act {
    /// Where it stands.
    #[must_use]
    pub fn group(&self) -> Group {
        match self {
            Self::SendRequest => Group::Requests,
            Self::Traffic(_) => Group::Traffic,
            Self::Launch(_) => Group::Launch,
            Self::CutPower(_) | Self::RestorePower(_) => Group::Power,
            Self::LosePackets(_) | Self::SlowNetwork(_) | Self::TakeRoom(_) => Group::Zone,
            Self::SlowService(_) => Group::Service,
            Self::EndFault(_) => Group::Fault,
            _ => Group::Instance,
        }
    }

    /// The instance it is done to, if it is done to one.
    #[must_use]
    pub fn instance(&self) -> Option<u32> {
        match *self {
            Self::Start(index) | Self::Stop(index) | Self::Reboot(index) | Self::Terminate(index) => {
                Some(index)
            }
            Self::GiveAddress(index) | Self::Crash(index) | Self::Hang(index) => Some(index),
            Self::FailHost(index) | Self::KillApp(index) | Self::Leak(index) => Some(index),
            Self::Slow(index) | Self::Mend(index) => Some(index),
            _ => None,
        }
    }

    /// The zone it is done to, if it is done to one.
    #[must_use]
    pub fn zone(&self) -> Option<usize> {
        match *self {
            Self::Launch(zone) | Self::CutPower(zone) | Self::RestorePower(zone) => Some(zone),
            Self::LosePackets(zone) | Self::SlowNetwork(zone) | Self::TakeRoom(zone) => Some(zone),
            _ => None,
        }
    }
}
