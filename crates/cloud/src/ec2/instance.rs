//! An instance: what EC2 says of it, and what is truly so.

use std::net::Ipv4Addr;

use des::{SimTime, Ticket};

use crate::ec2::{AddressIndex, Credits, Image, InstanceType, SecurityGroupIndex};
use crate::fact::FactId;
use crate::region::ZoneIndex;

/// An instance, by the order of launches. Never given again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct InstanceIndex(pub(crate) u32);

impl InstanceIndex {
    /// No instance.
    pub const NONE: Self = Self(u32::MAX);

    /// As an index into lists by instance.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The index, unless it is that of no instance.
    #[must_use]
    pub const fn some(self) -> Option<Self> {
        if self.0 == u32::MAX { None } else { Some(self) }
    }
}

/// The states of EC2. Source: EC2 API Reference, InstanceState.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InstanceState {
    /// Being placed and started; not billed.
    Pending,
    /// Started; billed. Says nothing about the app.
    Running,
    /// Being shut down, to be started again later.
    Stopping,
    /// Shut down; can be started.
    Stopped,
    /// Being shut down for good.
    ShuttingDown,
    /// Gone; shown for about an hour.
    Terminated,
}

impl InstanceState {
    /// AWS's code; only its low byte counts.
    #[must_use]
    pub const fn code(self) -> i64 {
        match self {
            Self::Pending => 0,
            Self::Running => 16,
            Self::ShuttingDown => 32,
            Self::Terminated => 48,
            Self::Stopping => 64,
            Self::Stopped => 80,
        }
    }

    /// AWS's name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Running => "running",
            Self::ShuttingDown => "shutting-down",
            Self::Terminated => "terminated",
            Self::Stopping => "stopping",
            Self::Stopped => "stopped",
        }
    }

    /// Whether it counts against the vCPU quota and holds capacity.
    #[must_use]
    pub const fn holds_capacity(self) -> bool {
        matches!(self, Self::Pending | Self::Running)
    }
}

/// How far the software has come since the instance last started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Boot {
    /// No operating system runs.
    Off,
    /// The operating system starts.
    OsStarting,
    /// The operating system is up; user data downloads, installs and starts the app.
    RunningUserData,
    /// The operating system is up and starts the app.
    AppStarting,
    /// The app listens on port 80.
    AppUp,
    /// The operating system is up; nothing will start an app.
    NoApp,
    /// The operating system shuts down, to start again.
    Rebooting,
}

impl Boot {
    /// Whether the operating system answers.
    #[must_use]
    pub const fn os_is_up(self) -> bool {
        matches!(
            self,
            Self::RunningUserData | Self::AppStarting | Self::AppUp | Self::NoApp
        )
    }
}

/// Why an instance is in its state, in AWS's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateReason {
    /// Just asked for.
    Pending,
    /// Nothing to say.
    None,
    /// The user stopped or terminated it, at this time.
    UserInitiated(SimTime),
}

/// An instance.
#[derive(Clone, Debug)]
pub struct Instance {
    /// `i-` and 17 hexadecimal digits.
    pub id: String,
    /// `r-…`: the launch it came from.
    pub reservation: String,
    /// Its place in that launch.
    pub launch_index: u32,
    /// Its image.
    pub image: &'static Image,
    /// Its type.
    pub instance_type: &'static InstanceType,
    /// Where it stands.
    pub zone: ZoneIndex,
    /// The how-manieth of its zone it is: draws about it are keyed by zone and ordinal.
    pub ordinal: u32,
    /// What EC2 says.
    pub state: InstanceState,
    /// Why.
    pub state_reason: StateReason,
    /// Since when.
    pub state_since: SimTime,
    /// Until when, if it leaves the state by itself.
    pub state_until: SimTime,
    /// The last launch or start.
    pub launched_at: SimTime,
    /// How often it was launched or started.
    pub starts: u32,
    /// What is truly so of its software.
    pub boot: Boot,
    /// Since when.
    pub boot_since: SimTime,
    /// Until when, if it goes on by itself.
    pub boot_until: SimTime,
    /// How often its operating system has started.
    pub boots: u32,
    /// Its operating system has crashed and will stay so until something restarts it; since when.
    pub crashed_since: Option<SimTime>,
    /// Its host has failed under it; since when.
    pub host_failed_since: Option<SimTime>,
    /// Whether EC2 moves it to another host then.
    pub auto_recovery: bool,
    /// When EC2 or an alarm tried to move it.
    pub(crate) recoveries: Vec<SimTime>,
    /// Its CPU time and credits.
    pub credits: Credits,
    /// Its user data waits for a download that nothing answers.
    pub download_blocked: bool,
    /// Private address in its subnet; for life.
    pub private_ip: Ipv4Addr,
    /// Public address, while it has one.
    pub public_address: Option<AddressIndex>,
    /// Whether it gets a public address when it starts.
    pub wants_public_address: bool,
    /// Its security groups.
    pub groups: Vec<SecurityGroupIndex>,
    /// The script to run at first boot, decoded.
    pub user_data: Option<String>,
    /// Whether it may be terminated by an API call.
    pub termination_protection: bool,
    /// Whether it may be stopped by an API call.
    pub stop_protection: bool,
    /// Whether its metrics come every minute instead of every five.
    pub detailed_monitoring: bool,
    /// Its tags, in the order they were made.
    pub tags: Vec<(String, String)>,
    /// The newest fact about its state: the cause of what follows.
    pub cause: FactId,
    pub(crate) state_ticket: Ticket,
    pub(crate) boot_ticket: Ticket,
    pub(crate) recovery_ticket: Ticket,
}

impl Instance {
    /// The value of its tag `key`.
    #[must_use]
    pub fn tag(&self, key: &str) -> Option<&str> {
        self.tags
            .iter()
            .find(|(name, _)| name == key)
            .map(|(_, value)| value.as_str())
    }

    /// Whether it is `running`.
    #[must_use]
    pub const fn runs(&self) -> bool {
        matches!(self.state, InstanceState::Running)
    }

    /// Its public address, while it has one.
    #[must_use]
    pub fn public_ip(&self) -> Option<Ipv4Addr> {
        self.public_address.map(AddressIndex::ip)
    }

    /// Whether it is running and its operating system answers, as far as its own software goes.
    #[must_use]
    pub fn os_answers(&self) -> bool {
        self.state == InstanceState::Running && self.boot.os_is_up() && self.crashed_since.is_none()
    }
}
