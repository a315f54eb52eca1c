//! What is told of faults.

use cloud::Cloud;
use cloud::app::Dependency;
use cloud::fault::{FaultIndex, FaultKind, FaultSite};

use super::tell::name;

/// The kind of a fault, in the word of scripts.
pub(super) fn fault_name(cloud: &Cloud, index: FaultIndex) -> &'static str {
    match kind_of(cloud, index) {
        FaultKind::InstanceCrash(_) => "instance-crash",
        FaultKind::AppHang(_) => "app-hang",
        FaultKind::HostFailure(_) => "host-failure",
        FaultKind::AppCrash(_) => "app-crash",
        FaultKind::InstanceSlow(..) => "instance-slow",
        FaultKind::AzOutage(_) => "az-outage",
        FaultKind::MemoryLeak(_) => "memory-leak",
        FaultKind::AzGrey(..) => "az-grey",
        FaultKind::InsufficientCapacity(_) => "insufficient-capacity",
        FaultKind::LaunchErrors(_) => "launch-errors",
        FaultKind::DependencySlow(..) => "dependency-slow",
        FaultKind::Disconnected(..) => "network-disconnected",
        FaultKind::CpuStress(..) => "cpu-stress",
    }
}

/// The name of what a fault is about.
pub(super) fn subject(cloud: &Cloud, index: FaultIndex) -> &str {
    match kind_of(cloud, index).site() {
        FaultSite::Instance(instance) => name(cloud, instance),
        FaultSite::Zone(zone) => cloud.region.zone(zone).name,
        FaultSite::Dependency(Dependency::DynamoDb) => "DynamoDB",
        FaultSite::Dependency(Dependency::S3) => "S3",
        FaultSite::Region => cloud.region.name,
    }
}

fn kind_of(cloud: &Cloud, index: FaultIndex) -> FaultKind {
    let fault = cloud.faults().find(|(fault, _)| *fault == index);
    fault.expect("a fact names a fault that was begun").1.kind
}
