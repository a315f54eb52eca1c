//! What a client meets at a node.

use super::{BalancerIndex, ListenerIndex, NodeIndex};
use crate::Cloud;
use crate::ec2::{HTTP_PORT, SecurityGroup, SecurityGroupIndex, Source};
use crate::fact::FactId;

/// What a client meets at a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Front {
    /// Nobody answers, because of this.
    Silent(FactId),
    /// Nothing listens on the port.
    Refusing(FactId),
    /// A listener takes the request.
    Open(ListenerIndex),
}

impl Cloud {
    /// What a client from the internet meets at a node. It is looked up for each request: a handful of comparisons.
    pub(super) fn front(&self, node: NodeIndex) -> Front {
        let elb = &self.elbv2;
        let node = &elb.nodes[node.index()];
        let balancer = elb.balancer(node.balancer);
        let up = balancer.active_since.is_some() && !balancer.deleted && node.enabled;
        if !up || !balancer.internet_facing || !self.groups_let_internet_in(&balancer.groups) {
            return Front::Silent(balancer.cause);
        }
        if let Some((_, cause)) = self.cut_off(node.zone) {
            return Front::Silent(cause);
        }
        let mut listeners = elb.listeners_of(node.balancer);
        match listeners.find(|(_, listener)| listener.port == HTTP_PORT) {
            Some((index, _)) => Front::Open(index),
            None => Front::Refusing(balancer.cause),
        }
    }

    fn groups_let_internet_in(&self, groups: &[SecurityGroupIndex]) -> bool {
        let group =
            |index: &SecurityGroupIndex| -> &SecurityGroup { &self.ec2.security_groups[index.index()] };
        groups
            .iter()
            .map(group)
            .any(|group| group.lets_internet_reach(HTTP_PORT))
    }

    /// Whether the nodes of a load balancer may connect to an instance's port, by the instance's security groups: from
    /// anywhere, from the VPC's addresses, or from a group that the load balancer is in.
    pub(super) fn lets_balancer_reach(
        &self,
        balancer: BalancerIndex,
        groups: &[SecurityGroupIndex],
        port: u16,
    ) -> bool {
        let own = &self.elbv2.balancer(balancer).groups;
        let from_balancer = |source: Source| match source {
            Source::Group(group) => own.contains(&group),
            Source::Cidr(base, length) => covers_vpc(base, length),
        };
        let rules = groups
            .iter()
            .flat_map(|group| &self.ec2.security_groups[group.index()].inbound);
        rules
            .map(|rule| rule.permission)
            .any(|permission| permission.is_about(port) && from_balancer(permission.source))
    }
}

/// Whether a block holds every address of the default VPC, 172.31.0.0/16. Simplified: a narrower one lets no node in.
fn covers_vpc(base: std::net::Ipv4Addr, length: u8) -> bool {
    let vpc = u32::from(std::net::Ipv4Addr::new(172, 31, 0, 0));
    let mask = u32::MAX.checked_shl(32 - u32::from(length)).unwrap_or(0);
    length <= 16 && u32::from(base) & mask == vpc & mask
}
