//! Which nodes clients find under a load balancer's name.
//!
//! Source: Application Load Balancers guide, "Target groups" (DNS failover); "How Elastic Load Balancing works".

use des::SimTime;

use super::routing::least_for_dns;
use super::{BalancerIndex, Event, LoadBalancer, NodeIndex, What, defaults};
use crate::Cloud;
use crate::event::Event as Any;
use crate::fact::{self, FactId};
use crate::workload::RequestId;

impl Cloud {
    /// The node that a client goes to: its visit remembers an answer of DNS for up to its time to live, and takes the next
    /// address with every retry. None if the name no longer resolves.
    pub(crate) fn node_for(&self, balancer: BalancerIndex, id: RequestId) -> Option<NodeIndex> {
        let balancer = self.elbv2.balancer(balancer);
        let answer = match &balancer.answers[..] {
            [] => return None,
            [(_, only)] => only,
            answers => {
                let age = id.visit().wrapping_mul(0x9e37_79b9_7f4a_7c15) % defaults::DNS_TTL.as_micros();
                let known =
                    |(since, _): &&(SimTime, Vec<NodeIndex>)| since.as_micros() + age <= self.now.as_micros();
                let found = answers.iter().rev().find(known);
                &found.unwrap_or(&answers[0]).1
            }
        };
        let turn = id.visit() + u64::from(id.attempt());
        let place = turn.checked_rem(answer.len() as u64)?;
        Some(answer[place as usize])
    }

    /// Makes DNS answer what it should; `cause` is why it may be something else now.
    pub(super) fn settle_dns(&mut self, index: BalancerIndex, cause: FactId) {
        let balancer = self.elbv2.balancer(index);
        if balancer.deleted || balancer.active_since.is_none() {
            return;
        }
        let fit: Vec<NodeIndex> = balancer
            .nodes
            .iter()
            .copied()
            .filter(|node| self.is_fit(*node))
            .collect();
        let answer = if fit.is_empty() {
            self.not_shifted(balancer)
        } else {
            fit
        };
        if balancer.in_dns() == answer {
            return;
        }
        let now = self.now;
        if !balancer.answers.is_empty() {
            self.facts
                .note(now, cause, fact::What::Elbv2(What::DnsChanged(index)));
        }
        let answers = &mut self.elbv2.all_balancers[index.index()].answers;
        // An answer is forgotten when the one after it is older than any client's memory.
        while answers
            .get(1)
            .is_some_and(|(since, _)| now.since(*since) > defaults::DNS_TTL)
        {
            answers.remove(0);
        }
        answers.push((now, answer));
    }

    /// What DNS answers if no node is fit: all but those of a zone that a zonal shift leaves (our choice).
    fn not_shifted(&self, balancer: &LoadBalancer) -> Vec<NodeIndex> {
        let nodes = balancer.nodes.iter().copied();
        let stays = |node: &NodeIndex| balancer.shifted != Some(self.elbv2.nodes[node.index()].zone);
        nodes.filter(stays).collect()
    }

    /// Whether a node belongs into DNS: it is there, and enough targets are healthy to it in one of its groups.
    fn is_fit(&self, node: NodeIndex) -> bool {
        let (elb, place) = (&self.elbv2, self.elbv2.place_of(node));
        let zone = elb.nodes[node.index()].zone;
        let lost = self
            .cut_off(zone)
            .is_some_and(|(since, _)| self.now.since(since) >= defaults::NODE_DETECTION);
        let Some(place) = place.filter(|_| !lost) else {
            return false;
        };
        let balancer = elb.nodes[node.index()].balancer;
        if elb.balancer(balancer).shifted == Some(zone) {
            return false;
        }
        let listeners = elb.listeners_of(balancer);
        let mut used = listeners
            .flat_map(|(_, listener)| listener.groups())
            .map(|group| elb.group(group))
            .filter_map(|group| Some((group, group.scopes.get(place)?)))
            .filter(|(_, scope)| scope.registered > 0)
            .peekable();
        used.peek().is_none()
            || used.any(|(group, scope)| scope.healthy >= least_for_dns(group, scope.registered))
    }

    /// Marks what nodes without power believe.
    fn blind_nodes(&mut self) {
        for node in 0..self.elbv2.nodes.len() as u32 {
            let node = NodeIndex(node);
            let blind = self.dark_since(self.elbv2.nodes[node.index()].zone).is_some();
            let (balancer, place) = (self.elbv2.nodes[node.index()].balancer, self.elbv2.place_of(node));
            let Some(place) = place else { continue };
            let groups = self
                .elbv2
                .all_groups
                .iter()
                .filter(|group| group.balancer == Some(balancer));
            for target in groups.flat_map(|group| &group.targets) {
                let beliefs = &mut self.elbv2.targets[target.index()].beliefs;
                if let Some(belief) = beliefs.get_mut(place) {
                    belief.blind = blind;
                }
            }
        }
    }

    /// A zone went dark or has power again: its nodes leave or enter DNS when that has been noticed.
    pub(crate) fn elbv2_sees_zone(&mut self, cause: FactId) {
        self.elbv2.zone_change = Some(cause);
        self.blind_nodes();
        let balancers: Vec<BalancerIndex> = self.elbv2.balancers().map(|(index, _)| index).collect();
        for index in balancers {
            let at = self.now + defaults::NODE_DETECTION;
            self.events.push(at, Any::Elbv2(Event::DnsDue(index)));
        }
    }
}
