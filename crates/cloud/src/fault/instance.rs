//! What breaks on one instance.

use super::{Fault, FaultKind};
use crate::Cloud;
use crate::ec2::{Boot, InstanceIndex, InstanceState};
use crate::fact::FactId;

impl Cloud {
    pub(crate) fn app_hangs(&self, index: InstanceIndex) -> bool {
        self.active_faults()
            .any(|fault| fault.kind == FaultKind::AppHang(index))
    }

    pub(super) fn crash(&mut self, index: InstanceIndex, cause: FactId) {
        self.stop_software(index, false, cause);
        self.ec2.instances[index.index()].crashed_since = Some(self.now);
    }

    /// One that has been stopped or terminated since does not start by itself.
    pub(super) fn restart_crashed(&mut self, index: InstanceIndex, cause: FactId) {
        let instance = &mut self.ec2.instances[index.index()];
        if instance.crashed_since.take().is_some() && instance.state == InstanceState::Running {
            instance.cause = cause;
            self.start_software(index);
        }
    }

    pub(super) fn restart_dead_app(&mut self, index: InstanceIndex, cause: FactId) {
        let instance = &self.ec2.instances[index.index()];
        if instance.state == InstanceState::Running && instance.boot == Boot::NoApp {
            self.restart_app(index, cause);
        }
    }

    /// CPU work takes as long as the slowest host makes it, times what a full memory adds, times what else uses the CPU,
    /// times what its credits leave of its speed.
    pub(crate) fn settle_slowness(&mut self, index: InstanceIndex) {
        let of_host = |fault: &Fault| match fault.kind {
            FaultKind::InstanceSlow(target, permille) if target == index => Some((permille, fault.cause)),
            _ => None,
        };
        let host = self
            .active_faults()
            .filter_map(of_host)
            .max_by_key(|&(permille, _)| permille);
        let leak = self.leak_slowness(index);
        let stress = self.stress_on(index);
        let part = |found: Option<(u32, FactId)>| u64::from(found.map_or(1_000, |(permille, _)| permille));
        let load = stress.map_or(0, |(percent, _)| percent);
        let whole = part(host) * part(leak) / 1_000 * u64::from(100 + load) / 100;
        let credits = &self.ec2.instances[index.index()].credits;
        let whole = whole * 1_000 / u64::from(credits.speed_permille.max(1));
        let slowed = (credits.speed_permille < 1_000).then_some((0, credits.speed_blame));
        let blame = host.or(leak).or(slowed).or(stress);
        let blame = blame.map_or(FactId::NONE, |(_, cause)| cause);
        let now = self.now;
        let station = &mut self.ec2.stations[index.index()];
        station.slowness_permille = u32::try_from(whole).unwrap_or(u32::MAX);
        station.slow_blame = blame;
        station.stress.set(now, load);
    }

    /// Other work on an instance, in percent of its vCPUs: as much as the busiest does, for it gives way to itself.
    fn stress_on(&self, index: InstanceIndex) -> Option<(u32, FactId)> {
        let stress = |fault: &Fault| match fault.kind {
            FaultKind::CpuStress(target, percent) if target == index => Some((percent, fault.cause)),
            _ => None,
        };
        self.active_faults()
            .filter_map(stress)
            .max_by_key(|&(percent, _)| percent)
    }
}
