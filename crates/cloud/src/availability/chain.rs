//! What a request needs, one after the other, and how available each of it is: by design and as measured.

use des::SimTime;

use super::{Availability, Measured};
use crate::Cloud;
use crate::app::Dependency;
use crate::ec2::InstanceIndex;
use crate::elbv2::BalancerIndex;
use crate::region::ZoneIndex;

/// Something that may fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Component {
    /// A load balancer.
    LoadBalancer(BalancerIndex),
    /// An instance that serves the employees.
    Instance(InstanceIndex),
    /// DynamoDB or S3.
    Dependency(Dependency),
}

/// How available a component is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// Which component.
    pub component: Component,
    /// What AWS commits to.
    pub by_design: Availability,
    /// What it was so far; none as long as there is nothing to measure.
    pub measured: Option<Availability>,
}

/// Components of which one is enough.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// Each of them.
    pub parts: Vec<Part>,
    /// Of all together, by the arithmetic of redundancy; instances of one zone count once.
    pub by_design: Availability,
    /// The share of the time (for DynamoDB and S3: of the calls) in which at least one of them was well.
    pub measured: Option<Availability>,
}

impl Cloud {
    /// The load balancers, if the employees use any, the instances, DynamoDB and S3: all of these stages are needed.
    #[must_use]
    pub fn chain(&self) -> Vec<Stage> {
        let design = self.design();
        let front = design
            .front
            .map(|by_design| self.front_stage(&design.balancers, by_design));
        let servers = Stage {
            parts: design.instances.iter().map(|index| self.server(*index)).collect(),
            by_design: design.servers,
            measured: self.uptime.share(self.now),
        };
        let behind = [Dependency::DynamoDb, Dependency::S3].map(|dependency| self.behind(dependency));
        front.into_iter().chain([servers]).chain(behind).collect()
    }

    /// What the measured stages come to together: the product, of those of which there is something to measure.
    #[must_use]
    pub fn measured_chain(&self) -> Option<Availability> {
        let mut stages = self
            .chain()
            .into_iter()
            .filter_map(|stage| stage.measured)
            .peekable();
        stages.peek()?;
        Some(Availability::in_series(stages))
    }

    fn front_stage(&self, balancers: &[BalancerIndex], by_design: Availability) -> Stage {
        let part = |index: &BalancerIndex| Part {
            component: Component::LoadBalancer(*index),
            by_design: Availability::LOAD_BALANCER,
            measured: self.measured_front(&[*index]),
        };
        Stage {
            parts: balancers.iter().map(part).collect(),
            by_design,
            measured: self.measured_front(balancers),
        }
    }

    /// Since the first of some load balancers was active, the share of the time in which the internet reached a node.
    fn measured_front(&self, balancers: &[BalancerIndex]) -> Option<Availability> {
        let balancers = balancers.iter().map(|index| self.elbv2.balancer(*index));
        let since: SimTime = balancers
            .clone()
            .filter_map(|balancer| balancer.active_since)
            .min()?;
        let nodes = balancers.flat_map(|balancer| &balancer.nodes);
        let mut zones: Vec<ZoneIndex> = nodes.map(|node| self.elbv2.nodes[node.index()].zone).collect();
        zones.sort_unstable();
        zones.dedup();
        let length = self.now.since(since).as_micros();
        let down = self.time_cut_off(&zones, since).as_micros();
        (length > 0).then(|| Availability(1.0 - down as f64 / length as f64))
    }

    fn server(&self, index: InstanceIndex) -> Part {
        Part {
            component: Component::Instance(index),
            by_design: Availability::INSTANCE,
            measured: self.ec2.stations[index.index()].uptime.share(self.now),
        }
    }

    fn behind(&self, dependency: Dependency) -> Stage {
        let by_design = match dependency {
            Dependency::DynamoDb => Availability::DYNAMODB,
            Dependency::S3 => Availability::S3,
        };
        let measured = self.measured_dependency(dependency);
        let component = Component::Dependency(dependency);
        Stage {
            parts: vec![Part {
                component,
                by_design,
                measured,
            }],
            by_design,
            measured,
        }
    }
}

impl Measured {
    /// Whether a promise was kept, by the requests.
    #[must_use]
    pub fn keeps(&self, promise: Availability) -> Option<bool> {
        self.requests.map(|requests| requests >= promise)
    }
}
