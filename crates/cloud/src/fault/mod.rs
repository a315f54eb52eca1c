//! What breaks: faults come through the door like everything else, each with a target and perhaps an end.

mod capacity;
mod host;
mod instance;
mod memory;
mod network;
mod zone;

use des::{SimDuration, SimTime, Ticket};

use crate::Cloud;
use crate::app::Dependency;
use crate::ec2::InstanceIndex;
use crate::event::Event;
use crate::fact::{FactId, What};
use crate::region::ZoneIndex;

pub use capacity::{LaunchErrors, Shortage};
pub(crate) use network::Network;
pub use network::{Grey, Scope};

/// A fault, by the order in which they were asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FaultIndex(pub(crate) u32);

impl FaultIndex {
    /// Its place in that order, from 0.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }

    /// As in `sandbox end-fault --fault-id`.
    #[must_use]
    pub fn id(self) -> String {
        format!("fault-{}", self.0 + 1)
    }

    /// The fault called `id`; it need not exist.
    #[must_use]
    pub fn with_id(id: &str) -> Option<Self> {
        id.strip_prefix("fault-")?
            .parse::<u32>()
            .ok()?
            .checked_sub(1)
            .map(Self)
    }
}

/// What is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The operating system of an instance has crashed: nothing answers, the instance status check fails. A reboot, or a
    /// stop and start, cures it.
    InstanceCrash(InstanceIndex),
    /// The host of an instance has failed: nothing answers, both status checks fail. A reboot does not help; automatic
    /// recovery, or a stop and start, moves the instance to another host.
    HostFailure(InstanceIndex),
    /// The app on an instance takes requests and finishes none. A restart of the instance cures it.
    AppHang(InstanceIndex),
    /// The app's process on an instance has died: connections are refused. A restart cures it if the image starts the app.
    AppCrash(InstanceIndex),
    /// CPU work on an instance takes longer, in thousandths of its time. A stop and start moves it to another host.
    InstanceSlow(InstanceIndex, u32),
    /// Nothing in a zone answers. When it ends, instances there start their operating systems again.
    AzOutage(ZoneIndex),
    /// The app on an instance keeps what it should give back: it gets slower, and in the end the operating system kills it.
    /// A restart cures it until its memory is full again.
    MemoryLeak(InstanceIndex),
    /// A share of what goes into and out of a zone is lost, or is slow. Everything there is well, and says so.
    AzGrey(ZoneIndex, Grey),
    /// A zone has no room for more instances.
    InsufficientCapacity(Shortage),
    /// DynamoDB or S3 answers later, in thousandths of its time.
    DependencySlow(Dependency, u32),
    /// A fault injected by AWS FIS: no packets pass into or out of a zone's subnet. Its instances go on running.
    Disconnected(ZoneIndex, Scope),
    /// A fault injected by AWS FIS: launches fail for want of capacity.
    LaunchErrors(LaunchErrors),
    /// A fault injected by AWS FIS: something else on an instance uses so many percent of its vCPUs.
    CpuStress(InstanceIndex, u32),
}

/// What a fault is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultSite {
    /// One instance.
    Instance(InstanceIndex),
    /// A zone.
    Zone(ZoneIndex),
    /// A service that the app needs.
    Dependency(Dependency),
    /// The whole Region.
    Region,
}

/// One fault, past or present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is broken.
    pub kind: FaultKind,
    /// Since when.
    pub began: SimTime,
    /// When it will end by itself.
    pub until: SimTime,
    /// When it ended.
    pub ended: Option<SimTime>,
    /// The fact of its beginning.
    pub cause: FactId,
    ticket: Ticket,
    /// The next step of a fault that goes on by steps, and how many it has taken.
    step: (Ticket, u8),
}

impl FaultKind {
    /// What it is about.
    #[must_use]
    pub const fn site(self) -> FaultSite {
        match self {
            Self::InstanceCrash(index)
            | Self::HostFailure(index)
            | Self::AppHang(index)
            | Self::AppCrash(index)
            | Self::InstanceSlow(index, _)
            | Self::MemoryLeak(index)
            | Self::CpuStress(index, _) => FaultSite::Instance(index),
            Self::AzOutage(zone)
            | Self::AzGrey(zone, _)
            | Self::Disconnected(zone, _)
            | Self::InsufficientCapacity(Shortage { zone, .. }) => FaultSite::Zone(zone),
            Self::DependencySlow(dependency, _) => FaultSite::Dependency(dependency),
            Self::LaunchErrors(_) => FaultSite::Region,
        }
    }

    /// The instance that it is about.
    #[must_use]
    pub const fn instance(self) -> Option<InstanceIndex> {
        match self.site() {
            FaultSite::Instance(index) => Some(index),
            FaultSite::Zone(_) | FaultSite::Dependency(_) | FaultSite::Region => None,
        }
    }

    /// Whether starting the software anew makes it good.
    const fn is_cured_by_restart(self) -> bool {
        matches!(
            self,
            Self::InstanceCrash(_) | Self::AppHang(_) | Self::AppCrash(_) | Self::CpuStress(..)
        )
    }

    /// Whether a move to another host makes it good.
    const fn is_cured_by_move(self) -> bool {
        matches!(self, Self::InstanceSlow(..) | Self::HostFailure(_))
    }
}

impl Cloud {
    /// Begins a fault; callers have checked that its target is there to be broken.
    pub(crate) fn begin_fault(
        &mut self,
        kind: FaultKind,
        length: Option<SimDuration>,
        cause: FactId,
    ) -> FaultIndex {
        let index = FaultIndex(u32::try_from(self.faults.len()).expect("fewer than 2³² faults"));
        let cause = self.facts.note(self.now, cause, What::FaultBegan(index));
        let until = length.map_or(SimTime::NEVER, |length| self.now + length);
        let ticket = length.map_or(Ticket::NONE, |_| self.events.push(until, Event::FaultOver(index)));
        self.faults.push(Fault {
            kind,
            began: self.now,
            until,
            ended: None,
            cause,
            ticket,
            step: (Ticket::NONE, 0),
        });
        self.strike(index, kind, cause);
        index
    }

    /// Ends a fault that is not over.
    pub(crate) fn end_fault(&mut self, index: FaultIndex, cause: FactId) {
        let kind = self.close_fault(index, cause);
        self.relieve(index, kind, self.faults[index.0 as usize].cause);
    }

    /// The time of a fault is over.
    pub(crate) fn fault_over(&mut self, index: FaultIndex, ticket: Ticket) {
        let fault = self.faults[index.0 as usize];
        if fault.ticket == ticket && fault.ended.is_none() {
            self.end_fault(index, fault.cause);
        }
    }

    /// The faults that are not over, oldest first.
    pub fn active_faults(&self) -> impl Iterator<Item = &Fault> {
        self.faults.iter().filter(|fault| fault.ended.is_none())
    }

    /// Whether a fault is not over.
    pub(crate) fn active_fault(&self, index: FaultIndex) -> bool {
        self.faults[index.0 as usize].ended.is_none()
    }

    /// All faults, oldest first, with their indexes.
    pub fn faults(&self) -> impl Iterator<Item = (FaultIndex, &Fault)> {
        (0..).map(FaultIndex).zip(&self.faults)
    }

    /// A restart makes the software good: those faults are over.
    pub(crate) fn cure(&mut self, instance: InstanceIndex, cause: FactId, also_host: bool) {
        for index in 0..self.faults.len() {
            let Fault { kind, ended, .. } = self.faults[index];
            let helps = kind.is_cured_by_restart() || also_host && kind.is_cured_by_move();
            if ended.is_none() && kind.instance() == Some(instance) && helps {
                self.close_fault(FaultIndex(index as u32), cause);
            }
        }
        self.settle_slowness(instance);
    }

    fn close_fault(&mut self, index: FaultIndex, cause: FactId) -> FaultKind {
        let fact = self.facts.note(self.now, cause, What::FaultEnded(index));
        let fault = &mut self.faults[index.0 as usize];
        fault.ended = Some(self.now);
        fault.cause = fact;
        fault.kind
    }

    fn strike(&mut self, fault: FaultIndex, kind: FaultKind, cause: FactId) {
        match kind {
            FaultKind::InstanceCrash(index) => self.crash(index, cause),
            FaultKind::HostFailure(index) => self.fail_host(index, cause),
            FaultKind::AppHang(index) => self.settle_door(index, cause),
            FaultKind::AppCrash(index) => self.app_dies(index, cause),
            FaultKind::InstanceSlow(index, _) | FaultKind::CpuStress(index, _) => self.settle_slowness(index),
            FaultKind::AzOutage(zone) => self.darken(zone, cause),
            FaultKind::MemoryLeak(_) => self.begin_leak(fault),
            FaultKind::AzGrey(..) => self.settle_network(),
            FaultKind::Disconnected(..) => self.change_connection(cause),
            FaultKind::DependencySlow(dependency, _) => self.settle_dependency(dependency),
            FaultKind::InsufficientCapacity(_) | FaultKind::LaunchErrors(_) => {}
        }
    }

    fn relieve(&mut self, fault: FaultIndex, kind: FaultKind, cause: FactId) {
        match kind {
            FaultKind::InstanceCrash(index) => self.restart_crashed(index, cause),
            FaultKind::HostFailure(index) => self.repair_host(index, cause),
            FaultKind::AppHang(index) => self.settle_door(index, cause),
            FaultKind::AppCrash(index) => self.restart_dead_app(index, cause),
            FaultKind::InstanceSlow(index, _) | FaultKind::CpuStress(index, _) => self.settle_slowness(index),
            FaultKind::AzOutage(zone) => self.light(zone, cause),
            FaultKind::MemoryLeak(index) => self.end_leak(fault, index, cause),
            FaultKind::AzGrey(..) => self.settle_network(),
            FaultKind::Disconnected(..) => self.change_connection(cause),
            FaultKind::DependencySlow(dependency, _) => self.settle_dependency(dependency),
            FaultKind::InsufficientCapacity(shortage) => self.autoscaling_sees_room(shortage.zone, cause),
            FaultKind::LaunchErrors(errors) => self.end_launch_errors(errors, cause),
        }
    }

    /// How slow a dependency is while faults on it last: as slow as the worst of them makes it.
    fn settle_dependency(&mut self, dependency: Dependency) {
        let slow = |fault: &Fault| match fault.kind {
            FaultKind::DependencySlow(which, permille) if which == dependency => {
                Some((permille, fault.cause))
            }
            _ => None,
        };
        let worst = self
            .active_faults()
            .filter_map(slow)
            .max_by_key(|&(permille, _)| permille);
        let (slowness_permille, blame) = worst.unwrap_or((1_000, FactId::NONE));
        let state = &mut self.dependencies[dependency as usize];
        (state.slowness_permille, state.blame) = (slowness_permille, blame);
    }
}
