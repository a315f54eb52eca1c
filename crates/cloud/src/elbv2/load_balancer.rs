//! Load balancers, and the nodes that do their work: one in each enabled zone.

use des::{SimDuration, SimTime};

use super::attributes::Attributes;
use crate::ec2::{AddressIndex, SecurityGroupIndex, Tags};
use crate::fact::FactId;
use crate::region::ZoneIndex;

/// A load balancer, by the order in which they were made. Never given again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BalancerIndex(pub(crate) u32);

impl BalancerIndex {
    /// As an index into the list of load balancers.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A node, by the order in which they were made. Never given again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NodeIndex(pub(crate) u32);

impl NodeIndex {
    /// No node.
    pub const NONE: Self = Self(u32::MAX);

    /// As an index into the list of nodes.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The index, unless it is that of no node.
    #[must_use]
    pub const fn some(self) -> Option<Self> {
        if self.0 == u32::MAX { None } else { Some(self) }
    }
}

/// A load balancer.
#[derive(Clone, Debug)]
pub struct LoadBalancer {
    /// Its name.
    pub name: String,
    /// The sixteen digits at the end of its ARN.
    pub number: String,
    /// The name that resolves to its nodes.
    pub dns_name: String,
    /// When it was made.
    pub created: SimTime,
    /// When it became active; none while it is provisioned.
    pub active_since: Option<SimTime>,
    /// Whether it has addresses on the internet.
    pub internet_facing: bool,
    /// Who may reach its nodes, and as whom its nodes reach targets.
    pub groups: Vec<SecurityGroupIndex>,
    /// Its nodes, one in each enabled zone, by zone.
    pub nodes: Vec<NodeIndex>,
    /// Its settings.
    pub attributes: Attributes,
    /// How long a node waits for a target's answer: one of the settings, as a number, for each request looks at it.
    pub idle_timeout: SimDuration,
    /// Its tags.
    pub tags: Tags,
    /// The fact that made it what it is.
    pub cause: FactId,
    /// The zone that a zonal shift takes traffic away from.
    pub shifted: Option<ZoneIndex>,
    /// What DNS has answered, oldest first, as far as a client may still remember it.
    pub(crate) answers: Vec<(SimTime, Vec<NodeIndex>)>,
    /// Capacity units of every minute so far, in millionths.
    pub(crate) micro_unit_minutes: u64,
    /// Whether it was deleted.
    pub(crate) deleted: bool,
}

impl LoadBalancer {
    /// What AWS calls its state.
    #[must_use]
    pub const fn state(&self) -> &'static str {
        match self.active_since {
            Some(_) => "active",
            None => "provisioning",
        }
    }

    /// The part of its ARN that metrics name it by.
    #[must_use]
    pub fn dimension(&self) -> String {
        format!("app/{}/{}", self.name, self.number)
    }

    /// Hours of a capacity unit that it has used so far, as told minute by minute.
    #[must_use]
    pub fn capacity_unit_hours(&self) -> f64 {
        self.micro_unit_minutes as f64 / 60e6
    }

    /// The nodes that DNS answers now.
    #[must_use]
    pub fn in_dns(&self) -> &[NodeIndex] {
        self.answers.last().map_or(&[], |(_, nodes)| nodes)
    }
}

/// A load balancer's part in one zone.
#[derive(Clone, Debug)]
pub struct Node {
    /// Whose.
    pub balancer: BalancerIndex,
    /// Where.
    pub zone: ZoneIndex,
    /// Its address on the internet, or in the VPC if the load balancer is internal.
    pub address: AddressIndex,
    /// Whether its zone is enabled.
    pub enabled: bool,
    /// What it did.
    pub counts: NodeCounts,
    /// Requests that failed here, as clients see it: it answered for itself, or answered nothing.
    pub failed: u64,
    /// Of that, what CloudWatch was told.
    pub(crate) told: NodeCounts,
}

/// What a node did since it was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NodeCounts {
    /// Connections of clients: one a request (our choice).
    pub connections: u64,
    /// Rules looked at, default ones not counted.
    pub rules: u64,
    /// Of them, beyond those that are free for each request.
    pub charged_rules: u64,
    /// Requests for which it chose a target.
    pub requests: u64,
    /// Answers of its own: 502.
    pub bad_gateway: u64,
    /// Answers of its own: 503.
    pub unavailable: u64,
    /// Answers of its own: 504.
    pub gateway_timeout: u64,
    /// Clients that went while it waited for a target: 460.
    pub client_gone: u64,
    /// Answers of its own that a rule asked for.
    pub fixed_or_redirect: u64,
    /// Of them, those that sent the client elsewhere.
    pub redirects: u64,
}
