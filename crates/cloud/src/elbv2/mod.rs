//! Elastic Load Balancing: load balancers, listeners and rules, target groups.
//!
//! A load balancer is one node in each of its zones. Each node checks every target for itself ([`health`]), chooses for
//! itself ([`routing`]) and answers for itself ([`forward`]); DNS says which nodes clients find ([`dns`]).

mod anomaly;
mod attributes;
mod cookie;
pub mod defaults;
mod describe;
mod dns;
mod event;
mod fact;
mod forward;
mod front;
mod health;
mod least;
mod listener;
mod load_balancer;
pub(crate) mod metrics;
mod minute;
mod name;
pub(crate) mod operations;
mod probe;
mod registration;
mod routing;
mod shift;
mod slow;
mod target_group;

use des::Digest;

pub use attributes::Attributes;
pub(crate) use cookie::Cookies;
pub(crate) use event::Event;
pub use fact::What;
pub use forward::Via;
pub(crate) use forward::through_node;
pub use health::{TargetHealth, TargetState};
pub use listener::{Action, Condition, Deed, Listener, ListenerIndex, Rule};
pub use load_balancer::{BalancerIndex, LoadBalancer, Node, NodeCounts, NodeIndex};
pub use routing::ScopeCounts;
pub use target_group::{
    Belief, Failure, Health, HealthCheck, Target, TargetGroup, TargetGroupIndex, TargetIndex, TargetPhase,
    WhyUnused,
};

use crate::fact::FactId;

/// The account's Elastic Load Balancing.
#[derive(Clone, Debug, Default)]
pub struct Elbv2 {
    /// All load balancers ever made, by [`BalancerIndex`].
    pub(crate) all_balancers: Vec<LoadBalancer>,
    /// All nodes ever made, by [`NodeIndex`].
    pub nodes: Vec<Node>,
    /// All listeners ever made, by [`ListenerIndex`].
    pub(crate) all_listeners: Vec<Listener>,
    /// All target groups ever made, by [`TargetGroupIndex`].
    pub(crate) all_groups: Vec<TargetGroup>,
    /// All targets ever registered, by [`TargetIndex`].
    pub targets: Vec<Target>,
    /// The newest fact about a zone's power.
    pub(crate) zone_change: Option<FactId>,
}

impl Elbv2 {
    /// The load balancers that are there, oldest first.
    pub fn balancers(&self) -> impl Iterator<Item = (BalancerIndex, &LoadBalancer)> {
        let indexed = (0..).map(BalancerIndex).zip(&self.all_balancers);
        indexed.filter(|(_, balancer)| !balancer.deleted)
    }

    /// The target groups that are there, oldest first.
    pub fn groups(&self) -> impl Iterator<Item = (TargetGroupIndex, &TargetGroup)> {
        let indexed = (0..).map(TargetGroupIndex).zip(&self.all_groups);
        indexed.filter(|(_, group)| !group.deleted)
    }

    /// The listeners that are there, oldest first.
    pub fn listeners(&self) -> impl Iterator<Item = (ListenerIndex, &Listener)> {
        let indexed = (0..).map(ListenerIndex).zip(&self.all_listeners);
        indexed.filter(|(_, listener)| !listener.deleted)
    }

    /// The listeners of a load balancer, oldest first.
    pub fn listeners_of(&self, balancer: BalancerIndex) -> impl Iterator<Item = (ListenerIndex, &Listener)> {
        self.listeners()
            .filter(move |(_, listener)| listener.balancer == balancer)
    }

    /// A load balancer.
    #[must_use]
    pub fn balancer(&self, index: BalancerIndex) -> &LoadBalancer {
        &self.all_balancers[index.index()]
    }

    /// A target group.
    #[must_use]
    pub fn group(&self, index: TargetGroupIndex) -> &TargetGroup {
        &self.all_groups[index.index()]
    }

    /// A target.
    #[must_use]
    pub fn target(&self, index: TargetIndex) -> &Target {
        &self.targets[index.index()]
    }

    /// The place of a node among those of its load balancer; none if its zone is no longer enabled.
    pub(crate) fn place_of(&self, node: NodeIndex) -> Option<usize> {
        let nodes = &self.all_balancers[self.nodes[node.index()].balancer.index()].nodes;
        nodes.iter().position(|known| *known == node)
    }

    /// Everything of it that makes a difference. Changed by calls and few events: its text never forgets a field.
    pub(crate) fn add_to(&self, digest: &mut Digest) {
        digest.add_debug(self);
    }
}
