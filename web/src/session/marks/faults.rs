//! What is told of faults.

use cloud::Cloud;
use cloud::app::Dependency;
use cloud::fault::{FaultIndex, FaultKind, Shortage};

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
    match kind_of(cloud, index) {
        FaultKind::AzOutage(zone)
        | FaultKind::AzGrey(zone, _)
        | FaultKind::Disconnected(zone, _)
        | FaultKind::InsufficientCapacity(Shortage { zone, .. }) => cloud.region.zone(zone).name,
        FaultKind::DependencySlow(Dependency::DynamoDb, _) => "DynamoDB",
        FaultKind::DependencySlow(Dependency::S3, _) => "S3",
        FaultKind::LaunchErrors(_) => cloud.region.name,
        FaultKind::InstanceCrash(instance)
        | FaultKind::AppHang(instance)
        | FaultKind::AppCrash(instance)
        | FaultKind::HostFailure(instance)
        | FaultKind::InstanceSlow(instance, _)
        | FaultKind::MemoryLeak(instance)
        | FaultKind::CpuStress(instance, _) => name(cloud, instance),
    }
}

fn kind_of(cloud: &Cloud, index: FaultIndex) -> FaultKind {
    let fault = cloud.faults().find(|(fault, _)| *fault == index);
    fault.expect("a fact names a fault that was begun").1.kind
}
