//! Availability by design: what the account promises as it is put together.

use std::collections::BTreeSet;

use super::Availability;
use super::paths::single_point;
use crate::Cloud;
use crate::ec2::InstanceIndex;
use crate::elbv2::BalancerIndex;
use crate::region::ZoneIndex;

/// What the directory is made of, and what that promises.
#[derive(Clone, Debug, PartialEq)]
pub struct Design {
    /// The load balancers whose names the employees use; one of them is enough.
    pub balancers: Vec<BalancerIndex>,
    /// Those load balancers; none if the employees go to instances themselves.
    pub front: Option<Availability>,
    /// The instances that serve the employees.
    pub instances: Vec<InstanceIndex>,
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
    /// A zone that every way to an instance passes: the only one with instances, or with a node in DNS.
    Zone(ZoneIndex),
}

impl Cloud {
    /// What the account promises as it stands: its running instances that the employees have an address of, or that stand
    /// behind a load balancer whose name they have, and that get through to the table and the bucket.
    #[must_use]
    pub fn design(&self) -> Design {
        let paths = self.paths();
        let instances: BTreeSet<InstanceIndex> = paths.iter().map(|path| path.instance).collect();
        let zones: BTreeSet<ZoneIndex> = paths.iter().map(|path| path.zone).collect();
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
            single_point: single_point(&paths),
            instances: instances.into_iter().collect(),
            zones: zones.into_iter().collect(),
            balancers,
        }
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
