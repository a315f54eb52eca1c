//! Whether an instance gets through to DynamoDB and S3.
//!
//! It needs a way there: a public address, for the subnet's route to the internet, or a gateway endpoint in its route table
//! (there is no NAT gateway here). And it needs a role. Source: VPC User Guide, "Gateway endpoints"; EC2 User Guide, "IAM roles
//! for Amazon EC2".

use crate::Cloud;
use crate::app::{Dependency, Reach};
use crate::ec2::InstanceIndex;
use crate::fact::{FactId, What};

impl Cloud {
    /// Whether packets of an instance find a way to a dependency.
    pub(crate) fn has_way(&self, index: InstanceIndex, dependency: Dependency) -> bool {
        let instance = &self.ec2.instances[index.index()];
        instance.public_address.is_some() || self.ec2.endpoint_leads_to(dependency)
    }

    fn reach(&self, index: InstanceIndex, dependency: Dependency) -> Reach {
        if !self.has_way(index, dependency) {
            Reach::NoWay
        } else if self.ec2.profile_of(index).is_none() {
            Reach::Denied
        } else {
            Reach::Granted
        }
    }

    /// An instance's address, role or route may have changed: what its next calls will meet.
    pub(crate) fn settle_ways(&mut self, index: InstanceIndex, cause: FactId) {
        if !self.ec2.instances[index.index()].state.holds_capacity() {
            return;
        }
        for dependency in [Dependency::DynamoDb, Dependency::S3] {
            let (reach, place) = (self.reach(index, dependency), dependency as usize);
            if self.ec2.stations[index.index()].reach[place] == reach {
                continue;
            }
            let what = What::ReachChanged {
                instance: index,
                dependency,
                reach,
            };
            let fact = self.facts.note(self.now, cause, what);
            let station = &mut self.ec2.stations[index.index()];
            (station.reach[place], station.reach_blame[place]) = (reach, fact);
        }
    }

    /// The same for all instances.
    pub(crate) fn settle_all_ways(&mut self, cause: FactId) {
        let living: Vec<InstanceIndex> = self.ec2.living().collect();
        for index in living {
            self.settle_ways(index, cause);
        }
    }
}
