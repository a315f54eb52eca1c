//! The ways from the employees to an instance, as the account stands.

use std::collections::BTreeSet;

use super::SinglePoint;
use crate::Cloud;
use crate::app::Reach;
use crate::ec2::{InstanceIndex, InstanceState};
use crate::elbv2::{BalancerIndex, TargetPhase};
use crate::region::ZoneIndex;

/// One way: straight to an instance, or through a load balancer's node in a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Path {
    node: Option<ZoneIndex>,
    pub(super) instance: InstanceIndex,
    pub(super) zone: ZoneIndex,
}

impl Path {
    fn passes(&self, zone: ZoneIndex) -> bool {
        self.node == Some(zone) || self.zone == zone
    }
}

/// What all ways have in common, so that its loss cuts them all.
pub(super) fn single_point(paths: &[Path]) -> Option<SinglePoint> {
    let Some(first) = paths.first() else {
        return Some(SinglePoint::Nothing);
    };
    if paths.iter().all(|path| path.instance == first.instance) {
        return Some(SinglePoint::Instance(first.instance));
    }
    let mut zones = [Some(first.zone), first.node].into_iter().flatten();
    let common = zones.find(|zone| paths.iter().all(|path| path.passes(*zone)));
    common.map(SinglePoint::Zone)
}

impl Cloud {
    /// All ways to a running instance that gets through to the table and the bucket.
    pub(super) fn paths(&self) -> Vec<Path> {
        let straight = self.addressed().map(|instance| (None, instance));
        let balancers = self.balancers_in_use();
        let through = balancers
            .iter()
            .flat_map(|balancer| self.paths_through(*balancer));
        let all = straight.chain(through);
        let serving = all.filter(|(_, instance)| self.is_server(*instance));
        serving
            .map(|(node, instance)| self.path(node, instance))
            .collect()
    }

    fn path(&self, node: Option<ZoneIndex>, instance: InstanceIndex) -> Path {
        let zone = self.ec2.instances[instance.index()].zone;
        Path { node, instance, zone }
    }

    fn is_server(&self, index: InstanceIndex) -> bool {
        let reach = self.ec2.stations[index.index()].reach;
        self.ec2.instances[index.index()].state == InstanceState::Running && reach == [Reach::Granted; 2]
    }

    /// From each node in DNS to each target that it may choose; none into a zone that a zonal shift leaves.
    fn paths_through(&self, balancer: BalancerIndex) -> Vec<(Option<ZoneIndex>, InstanceIndex)> {
        let shifted = self.elbv2.balancer(balancer).shifted;
        let nodes = self.elbv2.balancer(balancer).nodes.iter();
        let nodes = nodes.map(|node| self.elbv2.nodes[node.index()].zone);
        let nodes: Vec<ZoneIndex> = nodes.filter(|zone| shifted != Some(*zone)).collect();
        let mut paths = Vec::new();
        for (instance, crosses) in self.targets_of(balancer) {
            let zone = self.ec2.instances[instance.index()].zone;
            let from = nodes.iter().filter(|node| crosses || **node == zone);
            let from = from.filter(|_| shifted != Some(zone));
            paths.extend(from.map(|node| (Some(*node), instance)));
        }
        paths
    }

    /// The instances whose own addresses the employees have.
    pub(super) fn addressed(&self) -> impl Iterator<Item = InstanceIndex> {
        let endpoints = self.workload.clients.endpoints.iter();
        endpoints.filter_map(|endpoint| self.ec2.addresses.owner(endpoint.address))
    }

    /// The load balancers whose names the employees have.
    pub(super) fn balancers_in_use(&self) -> Vec<BalancerIndex> {
        let endpoints = self.workload.clients.endpoints.iter();
        let named: BTreeSet<BalancerIndex> = endpoints.filter_map(|endpoint| endpoint.balancer).collect();
        let there = |index: &BalancerIndex| self.elbv2.balancers().any(|(known, _)| known == *index);
        named.into_iter().filter(there).collect()
    }

    /// The targets that a load balancer may send requests to, and whether nodes of other zones may, too.
    fn targets_of(&self, balancer: BalancerIndex) -> impl Iterator<Item = (InstanceIndex, bool)> {
        let listeners = self.elbv2.listeners_of(balancer);
        let groups: BTreeSet<_> = listeners.flat_map(|(_, listener)| listener.groups()).collect();
        let groups = groups.into_iter().map(|group| self.elbv2.group(group));
        let targets = groups.flat_map(|group| group.targets.iter().map(move |target| (group, *target)));
        let in_use = targets.filter(|(_, target)| self.elbv2.target(*target).phase == TargetPhase::InUse);
        in_use.map(|(group, target)| (self.elbv2.target(target).instance, group.crosses_zones()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(node: Option<u8>, instance: u32, zone: u8) -> Path {
        Path {
            node: node.map(ZoneIndex),
            instance: InstanceIndex(instance),
            zone: ZoneIndex(zone),
        }
    }

    #[test]
    fn what_all_ways_have_in_common_is_the_single_point_of_failure() {
        let zone = |zone| Some(SinglePoint::Zone(ZoneIndex(zone)));
        let table: [(&[Path], Option<SinglePoint>); 6] = [
            (&[], Some(SinglePoint::Nothing)),
            (&[path(None, 7, 0)], Some(SinglePoint::Instance(InstanceIndex(7)))),
            (&[path(None, 1, 2), path(None, 3, 2)], zone(2)),
            (&[path(None, 1, 0), path(None, 3, 2)], None),
            // Only one node is in DNS: its zone, wherever targets are.
            (&[path(Some(1), 1, 0), path(Some(1), 3, 2)], zone(1)),
            // Each node sends to the other's zone alone: losing either zone loses both ways.
            (&[path(Some(0), 1, 1), path(Some(1), 3, 0)], zone(1)),
        ];
        for (paths, expected) in table {
            assert_eq!(single_point(paths), expected, "{paths:?}");
        }
    }
}
