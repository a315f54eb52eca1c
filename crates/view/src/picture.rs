//! What stands where: the Region, its Availability Zones, the instances in them, and who talks to whom.

use std::rc::Rc;

use des::SimTime;

use crate::fleet::{Belief, Fleet, Member, Node};
use crate::flight::Place;

/// Everything on the stage at one moment, dots excepted.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The Region that holds the zones.
    pub region: Region,
    /// Where the employees sit, in a fixed order.
    pub offices: Rc<[Office]>,
    /// Every Availability Zone of the Region, in the order of their letters.
    pub zones: Rc<[Zone]>,
    /// The regional services behind the app.
    pub services: Rc<[Service]>,
    /// Who talks to whom.
    pub links: Rc<[Link]>,
    /// Load balancers, groups and alarms.
    pub fleet: Rc<Fleet>,
}

impl Picture {
    /// The instance with this index, and its zone.
    #[must_use]
    pub fn instance(&self, index: u32) -> Option<(&Zone, &Instance)> {
        self.instances().find(|(_, instance)| instance.index == index)
    }

    /// The load balancer's node with this index, and its zone.
    #[must_use]
    pub fn node(&self, index: u32) -> Option<(&Zone, &Node)> {
        let nodes = self
            .zones
            .iter()
            .flat_map(|zone| zone.nodes.iter().map(move |node| (zone, node)));
        nodes.into_iter().find(|(_, node)| node.index == index)
    }

    /// Every instance with its zone, zone by zone.
    pub fn instances(&self) -> impl Iterator<Item = (&Zone, &Instance)> {
        self.zones
            .iter()
            .flat_map(|zone| zone.instances.iter().map(move |instance| (zone, instance)))
    }
}

/// An AWS Region.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Its code, such as `us-east-2`.
    pub name: Rc<str>,
    /// Where it is, such as `Ohio`.
    pub location: Rc<str>,
}

/// A place where employees sit.
#[derive(Clone, Debug, PartialEq)]
pub struct Office {
    /// The city, or the learner's own desk.
    pub name: Rc<str>,
    /// True for the learner's own desk.
    pub own: bool,
    /// Requests per second over the last second.
    pub per_second: f64,
    /// Requests sent since the start.
    pub sent: u64,
}

/// An Availability Zone.
#[derive(Clone, Debug, PartialEq)]
pub struct Zone {
    /// Its name in this account, such as `us-east-2a`.
    pub name: Rc<str>,
    /// Its AWS-wide id, such as `use2-az1`.
    pub id: Rc<str>,
    /// Whether it has power.
    pub power: Power,
    /// What the learner has there, terminated instances included while they are still shown.
    pub instances: Rc<[Instance]>,
    /// The nodes of load balancers that stand there, in the order of their load balancers.
    pub nodes: Rc<[Node]>,
}

impl Zone {
    /// True if nothing of the learner's is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.instances.is_empty() && self.nodes.is_empty()
    }

    /// As many places as it has held.
    #[must_use]
    pub fn held(&self) -> usize {
        let places = self
            .instances
            .iter()
            .map(|instance| usize::from(instance.slot) + 1);
        places.max().unwrap_or(0)
    }
}

/// Whether a zone has power.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Power {
    /// It is lit.
    On,
    /// It went dark at this instant.
    OffSince(SimTime),
}

/// An EC2 instance as its house is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Instance {
    /// Its index in the account.
    pub index: u32,
    /// Its AWS id, such as `i-0c4e…`.
    pub id: Rc<str>,
    /// Its `Name` tag; the id if it has none.
    pub name: Rc<str>,
    /// Its type, such as `t3.micro`.
    pub instance_type: Rc<str>,
    /// Its public IPv4 address, while it has one.
    pub public_address: Option<Rc<str>>,
    /// Its place in the zone, from 0; kept as long as it is shown.
    pub slot: u16,
    /// What is true of it.
    pub condition: Condition,
    /// When that condition began.
    pub since: SimTime,
    /// Why, in AWS's or the model's words.
    pub reason: Option<Rc<str>>,
    /// Its workers.
    pub workers: Workers,
    /// Requests that wait in its backlog, or for an answer that nobody gives.
    pub waiting: u32,
    /// CPU utilization of the last second; none while there is nothing to measure.
    pub cpu: Option<Percent>,
    /// EC2's status checks; none unless it is running.
    pub checks: Option<Checks>,
    /// True while employees hold its public address.
    pub addressed: bool,
    /// What load balancers believe of it: the belief that its port shows, then the others.
    pub beliefs: Rc<[Belief]>,
    /// Its place in an Auto Scaling group, if it is in one.
    pub member: Option<Member>,
}

/// What is true of an instance: the EC2 state, and within `running` the state of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// EC2 prepares it.
    Pending,
    /// Running; the operating system starts.
    OsStarting(Percent),
    /// Running; the app is installed and started.
    AppStarting(Percent),
    /// Running; the app answers.
    Serving,
    /// Running; the app accepts connections and answers nothing.
    Hung,
    /// Running; the operating system answers, and nothing listens.
    AppDown,
    /// Running, says EC2; the operating system has crashed.
    Crashed,
    /// Its zone has no power.
    NoPower,
    /// The operating system shuts down, to be started again later.
    Stopping,
    /// Off; its disk is kept.
    Stopped,
    /// The operating system shuts down for good.
    ShuttingDown,
    /// Gone.
    Terminated,
}

/// A share in whole percent, from 0 to 100.
pub type Percent = u8;

/// Worker slots of one instance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Workers {
    /// Slots with a request.
    pub busy: u32,
    /// All slots.
    pub total: u32,
}

/// EC2's status checks of one instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checks {
    /// Checks passed; none while they initialize.
    pub passed: Option<u8>,
    /// All checks of this type of instance.
    pub total: u8,
}

/// A service that AWS runs in every zone of the Region.
#[derive(Clone, Debug, PartialEq)]
pub struct Service {
    /// Which.
    pub kind: ServiceKind,
    /// The table or the bucket.
    pub resource: Rc<str>,
    /// Its replicas, one for each zone, in the order of the zones.
    pub replicas: Rc<[Replica]>,
}

/// The services the app depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServiceKind {
    /// Amazon DynamoDB.
    DynamoDb,
    /// Amazon S3.
    S3,
}

/// A service's share of one zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Replica {
    /// True if it answers.
    pub lit: bool,
}

/// A wire.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// The end nearer to the employees.
    pub near: Place,
    /// The end nearer to the services.
    pub far: Place,
    /// Requests that set off along it in the last second.
    pub per_second: f64,
    /// Those of the requests that ended at its far end in the last second that failed.
    pub failed_per_second: f64,
}

/// How large houses are drawn: one class for the whole fleet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CardClass {
    /// A window filled to its load.
    Xs,
    /// Windows and a state glyph.
    S,
    /// Short id, windows, state.
    M,
    /// Name, type, windows, CPU, state.
    L,
    /// Everything, with large windows.
    Xl,
}

impl CardClass {
    /// The class for `most` instances in the fullest zone, of `fleet` in all.
    #[must_use]
    pub fn fitting(most: usize, fleet: usize) -> Self {
        match (fleet, most) {
            (0 | 1, _) => Self::Xl,
            (_, ..=2) => Self::L,
            (_, 3..=5) => Self::M,
            (_, 6..=14) => Self::S,
            _ => Self::Xs,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::CardClass;

    #[test]
    fn one_instance_has_the_stage_to_itself() {
        assert_eq!(CardClass::fitting(1, 1), CardClass::Xl);
        assert_eq!(CardClass::fitting(1, 2), CardClass::L);
        assert_eq!(CardClass::fitting(14, 20), CardClass::S);
        assert_eq!(CardClass::fitting(15, 15), CardClass::Xs);
    }
}
