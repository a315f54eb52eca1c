//! Faults that are not over.

use cloud::Cloud;
use cloud::app::Dependency;
use cloud::fault::{FaultKind, FaultSite, Scope};
use des::SimTime;

use crate::trouble::{Trouble, TroubleKind, TroublePlace};

/// All of them, oldest first.
pub(super) fn troubles(cloud: &Cloud) -> impl Iterator<Item = Trouble> {
    let on = cloud.faults().filter(|(_, fault)| fault.ended.is_none());
    on.map(|(index, fault)| Trouble {
        number: index.number(),
        place: place(fault.kind.site()),
        kind: kind(fault.kind),
        since: fault.began,
        until: (fault.until != SimTime::NEVER).then_some(fault.until),
    })
}

fn place(site: FaultSite) -> TroublePlace {
    match site {
        FaultSite::Instance(instance) => TroublePlace::Instance(instance.index() as u32),
        FaultSite::Zone(zone) => TroublePlace::Zone(zone.index() as u16),
        FaultSite::Dependency(Dependency::DynamoDb) => TroublePlace::Service(0),
        FaultSite::Dependency(Dependency::S3) => TroublePlace::Service(1),
        FaultSite::Region => TroublePlace::Region,
    }
}

fn kind(kind: FaultKind) -> TroubleKind {
    match kind {
        FaultKind::InstanceCrash(_) => TroubleKind::Crash,
        FaultKind::HostFailure(_) => TroubleKind::HostFailure,
        FaultKind::AppHang(_) => TroubleKind::Hang,
        FaultKind::AppCrash(_) => TroubleKind::AppCrash,
        FaultKind::MemoryLeak(_) => TroubleKind::Leak,
        FaultKind::InstanceSlow(_, permille) | FaultKind::DependencySlow(_, permille) => {
            TroubleKind::Slow(permille)
        }
        FaultKind::AzOutage(_) => TroubleKind::Outage,
        FaultKind::AzGrey(_, grey) => TroubleKind::Grey {
            lost_permille: grey.lost_permille,
            slow_permille: grey.slow_permille,
        },
        FaultKind::InsufficientCapacity(shortage) => {
            TroubleKind::NoRoom(shortage.instance_type.map(Into::into))
        }
        FaultKind::Disconnected(_, scope) => TroubleKind::Disconnected {
            from_zones_only: scope == Scope::AvailabilityZone,
        },
        FaultKind::LaunchErrors(errors) => TroubleKind::LaunchErrors(errors.percent),
        FaultKind::CpuStress(_, percent) => TroubleKind::CpuStress(percent),
    }
}
