//! What breaks: faults come through the door like everything else, each with a target and perhaps an end.

use des::{SimDuration, SimTime, Ticket};

use crate::Cloud;
use crate::ec2::{Boot, InstanceIndex, InstanceState};
use crate::event::Event;
use crate::fact::{FactId, What};
use crate::region::ZoneIndex;

/// A fault, by the order in which they were asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FaultIndex(pub(crate) u32);

impl FaultIndex {
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
    /// The app on an instance takes requests and finishes none. A restart of the instance cures it.
    AppHang(InstanceIndex),
    /// The app's process on an instance has died: connections are refused. A restart cures it if the image starts the app.
    AppCrash(InstanceIndex),
    /// CPU work on an instance takes longer, in thousandths of its time. A stop and start moves it to another host.
    InstanceSlow(InstanceIndex, u32),
    /// Nothing in a zone answers. When it ends, instances there start their operating systems again.
    AzOutage(ZoneIndex),
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
}

impl FaultKind {
    /// The instance that it is about.
    #[must_use]
    pub const fn instance(self) -> Option<InstanceIndex> {
        match self {
            Self::InstanceCrash(index)
            | Self::AppHang(index)
            | Self::AppCrash(index)
            | Self::InstanceSlow(index, _) => Some(index),
            Self::AzOutage(_) => None,
        }
    }

    /// Whether starting the software anew makes it good.
    const fn is_cured_by_restart(self) -> bool {
        matches!(
            self,
            Self::InstanceCrash(_) | Self::AppHang(_) | Self::AppCrash(_)
        )
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
        });
        self.strike(kind, cause);
        index
    }

    /// Ends a fault that is not over.
    pub(crate) fn end_fault(&mut self, index: FaultIndex, cause: FactId) {
        let kind = self.close_fault(index, cause);
        self.relieve(kind, self.faults[index.0 as usize].cause);
    }

    /// The time of a fault is over.
    pub(crate) fn fault_over(&mut self, index: FaultIndex, ticket: Ticket) {
        let fault = self.faults[index.0 as usize];
        if fault.ticket == ticket && fault.ended.is_none() {
            self.end_fault(index, fault.cause);
        }
    }

    /// Whether the zone of `index` has no power.
    pub(crate) fn zone_is_dark(&self, index: InstanceIndex) -> bool {
        self.dark_since(self.ec2.instances[index.index()].zone).is_some()
    }

    /// Since when a zone has had no power, if it has none.
    #[must_use]
    pub fn dark_since(&self, zone: ZoneIndex) -> Option<SimTime> {
        self.active_faults()
            .find(|fault| fault.kind == FaultKind::AzOutage(zone))
            .map(|fault| fault.began)
    }

    /// The fact of the outage that keeps a zone without power, if one does.
    pub(crate) fn dark_cause(&self, zone: ZoneIndex) -> Option<FactId> {
        let mut outages = self.active_faults();
        outages
            .find(|fault| fault.kind == FaultKind::AzOutage(zone))
            .map(|fault| fault.cause)
    }

    /// The faults that are not over, oldest first.
    pub fn active_faults(&self) -> impl Iterator<Item = &Fault> {
        self.faults.iter().filter(|fault| fault.ended.is_none())
    }

    /// All faults, oldest first, with their indexes.
    pub fn faults(&self) -> impl Iterator<Item = (FaultIndex, &Fault)> {
        (0..).map(FaultIndex).zip(&self.faults)
    }

    pub(crate) fn app_hangs(&self, index: InstanceIndex) -> bool {
        self.active_faults()
            .any(|fault| fault.kind == FaultKind::AppHang(index))
    }

    /// A restart makes the software good: those faults are over.
    pub(crate) fn cure(&mut self, instance: InstanceIndex, cause: FactId, also_host: bool) {
        for index in 0..self.faults.len() {
            let Fault { kind, ended, .. } = self.faults[index];
            let helps = kind.is_cured_by_restart() || also_host;
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

    fn strike(&mut self, kind: FaultKind, cause: FactId) {
        match kind {
            FaultKind::InstanceCrash(index) => self.crash(index, cause),
            FaultKind::AppHang(index) => self.settle_door(index, cause),
            FaultKind::AppCrash(index) => self.app_dies(index, cause),
            FaultKind::InstanceSlow(index, _) => self.settle_slowness(index),
            FaultKind::AzOutage(zone) => self.darken(zone, cause),
        }
    }

    fn relieve(&mut self, kind: FaultKind, cause: FactId) {
        match kind {
            FaultKind::InstanceCrash(index) => self.restart_crashed(index, cause),
            FaultKind::AppHang(index) => self.settle_door(index, cause),
            FaultKind::AppCrash(index) => self.restart_dead_app(index, cause),
            FaultKind::InstanceSlow(index, _) => self.settle_slowness(index),
            FaultKind::AzOutage(zone) => self.light(zone, cause),
        }
    }

    fn crash(&mut self, index: InstanceIndex, cause: FactId) {
        self.stop_software(index, false, cause);
        self.ec2.instances[index.index()].crashed_since = Some(self.now);
    }

    fn restart_crashed(&mut self, index: InstanceIndex, cause: FactId) {
        if self.ec2.instances[index.index()].crashed_since.take().is_some() {
            self.ec2.instances[index.index()].cause = cause;
            self.start_software(index);
        }
    }

    fn restart_dead_app(&mut self, index: InstanceIndex, cause: FactId) {
        let instance = &self.ec2.instances[index.index()];
        if instance.state == InstanceState::Running && instance.boot == Boot::NoApp {
            self.restart_app(index, cause);
        }
    }

    fn settle_slowness(&mut self, index: InstanceIndex) {
        let slowest = |fault: &Fault| match fault.kind {
            FaultKind::InstanceSlow(target, permille) if target == index => Some(permille),
            _ => None,
        };
        let permille = self.active_faults().filter_map(slowest).max().unwrap_or(1_000);
        self.ec2.stations[index.index()].slowness_permille = permille;
    }

    fn darken(&mut self, zone: ZoneIndex, cause: FactId) {
        let cause = self.facts.note(self.now, cause, What::ZoneDark(zone));
        self.elbv2_sees_zone(cause);
        for index in self.ec2.in_zone(zone) {
            if self.ec2.instances[index.index()].boot != Boot::Off {
                self.stop_software(index, false, cause);
            }
        }
    }

    fn light(&mut self, zone: ZoneIndex, cause: FactId) {
        if self.dark_since(zone).is_some() {
            return; // another outage of the same zone goes on
        }
        let cause = self.facts.note(self.now, cause, What::ZoneLit(zone));
        self.elbv2_sees_zone(cause);
        for index in self.ec2.in_zone(zone) {
            if self.ec2.instances[index.index()].state == InstanceState::Running {
                self.cure(index, cause, false);
                let instance = &mut self.ec2.instances[index.index()];
                instance.cause = cause;
                instance.crashed_since = None;
                self.start_software(index);
            }
        }
    }
}
