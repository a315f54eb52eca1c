//! Availability by design: what the account promises as it is put together.

use std::collections::BTreeSet;

use super::Availability;
use crate::Cloud;
use crate::ec2::{InstanceIndex, InstanceState};
use crate::elbv2::BalancerIndex;
use crate::region::ZoneIndex;

/// What the directory is made of, and what that promises.
#[derive(Clone, Debug, PartialEq)]
pub struct Design {
    /// The load balancers whose names the employees use; one of them is enough.
    pub balancers: Vec<BalancerIndex>,
    /// Those load balancers; none if the employees go to instances themselves.
    pub front: Option<Availability>,
    /// The zones in which something serves the employees. Instances of one zone share its fate: our choice is to count a
    /// zone once, however many there are.
    pub zones: Vec<ZoneIndex>,
    /// One of those zones being enough.
    pub servers: Availability,
    /// The load balancers, the servers, DynamoDB and S3, all needed.
    pub whole: Availability,
    /// The one resource whose loss takes the directory down, if there is one.
    pub single_point: Option<SinglePoint>,
}

/// A single point of failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SinglePoint {
    /// Nothing serves at all.
    Nothing,
    /// The only instance.
    Instance(InstanceIndex),
    /// The only zone with instances.
    Zone(ZoneIndex),
}

impl Cloud {
    /// What the account promises as it stands: its running instances that the employees have an address of, or that stand
    /// behind a load balancer whose name they have.
    #[must_use]
    pub fn design(&self) -> Design {
        let servers = self.servers();
        let zone = |index: &InstanceIndex| self.ec2.instances[index.index()].zone;
        let zones: BTreeSet<ZoneIndex> = servers.iter().map(zone).collect();
        let balancers = self.balancers_in_use();
        let direct = self.addressed().next().is_some();
        let front = (!balancers.is_empty() && !direct)
            .then(|| Availability::redundant(balancers.iter().map(|_| Availability::LOAD_BALANCER)));
        let redundant = Availability::redundant(zones.iter().map(|_| Availability::INSTANCE));
        let chain = [redundant, Availability::DYNAMODB, Availability::S3];
        Design {
            front,
            servers: redundant,
            whole: Availability::in_series(front.into_iter().chain(chain)),
            single_point: single_point(&servers, &zones),
            zones: zones.into_iter().collect(),
            balancers,
        }
    }

    /// The instances that serve the employees, each once.
    fn servers(&self) -> Vec<InstanceIndex> {
        let behind = self.balancers_in_use();
        let behind = behind.iter().flat_map(|balancer| self.targets_of(*balancer));
        let running =
            |index: &InstanceIndex| self.ec2.instances[index.index()].state == InstanceState::Running;
        let all: BTreeSet<InstanceIndex> = self.addressed().chain(behind).filter(running).collect();
        all.into_iter().collect()
    }

    /// The instances whose own addresses the employees have.
    fn addressed(&self) -> impl Iterator<Item = InstanceIndex> {
        let endpoints = self.workload.clients.endpoints.iter();
        endpoints.filter_map(|endpoint| self.ec2.addresses.owner(endpoint.address))
    }

    /// The load balancers whose names the employees have.
    fn balancers_in_use(&self) -> Vec<BalancerIndex> {
        let endpoints = self.workload.clients.endpoints.iter();
        let named: BTreeSet<BalancerIndex> = endpoints.filter_map(|endpoint| endpoint.balancer).collect();
        let there = |index: &BalancerIndex| self.elbv2.balancers().any(|(known, _)| known == *index);
        named.into_iter().filter(there).collect()
    }

    /// The targets that a load balancer may send requests to.
    fn targets_of(&self, balancer: BalancerIndex) -> impl Iterator<Item = InstanceIndex> {
        let listeners = self.elbv2.listeners_of(balancer);
        let groups: BTreeSet<_> = listeners.flat_map(|(_, listener)| listener.groups()).collect();
        let targets = groups
            .into_iter()
            .flat_map(|group| &self.elbv2.group(group).targets);
        let in_use = targets.map(|target| self.elbv2.target(*target));
        in_use
            .filter(|target| target.phase == crate::elbv2::TargetPhase::InUse)
            .map(|target| target.instance)
    }
}

fn single_point(servers: &[InstanceIndex], zones: &BTreeSet<ZoneIndex>) -> Option<SinglePoint> {
    match (servers, zones.len()) {
        ([], _) => Some(SinglePoint::Nothing),
        ([only], _) => Some(SinglePoint::Instance(*only)),
        (_, 1) => zones.first().copied().map(SinglePoint::Zone),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lab::Lab;

    fn percent(availability: Availability) -> String {
        format!("{:.4}", availability.0 * 100.0)
    }

    #[test]
    fn the_single_point_of_failure_is_what_there_is_one_of() {
        let mut lab = Lab::new();
        assert_eq!(lab.cloud().design().single_point, Some(SinglePoint::Nothing));
        let first = lab.serving(1);
        let design = lab.cloud().design();
        assert_eq!(design.single_point, Some(SinglePoint::Instance(first[0])));
        assert_eq!(percent(design.whole), "99.3906");
        let second = lab.launch(1, 'a');
        lab.pass_secs(60);
        lab.give_clients(&[first[0], second[0]]);
        let design = lab.cloud().design();
        assert_eq!(design.single_point, Some(SinglePoint::Zone(ZoneIndex(0))));
        assert_eq!(percent(design.servers), "99.5000", "one zone counts once");
        let third = lab.launch(1, 'b');
        lab.pass_secs(60);
        lab.give_clients(&[first[0], second[0], third[0]]);
        let design = lab.cloud().design();
        assert_eq!(design.single_point, None);
        assert_eq!(percent(design.servers), "99.9975");
    }
}
