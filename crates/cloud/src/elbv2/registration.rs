//! Targets come and go.
//!
//! Source: Application Load Balancers guide, "Register targets" and "Deregistration delay".

use des::{SimTime, Ticket};

use super::anomaly::FULL;
use super::health::TargetState;
use super::routing::Candidate;
use super::{
    BalancerIndex, Belief, Event, Target, TargetGroupIndex, TargetHealth, TargetIndex, TargetPhase, What,
    WhyUnused,
};
use crate::Cloud;
use crate::ec2::{InstanceIndex, InstanceState};
use crate::event::Event as Any;
use crate::fact::{self, FactId};
use crate::workload::Outcome;

impl Cloud {
    /// Registers an instance at the group's port. One that is draining there is taken back; one that is registered stays.
    pub(crate) fn register_target(
        &mut self,
        group: TargetGroupIndex,
        instance: InstanceIndex,
        cause: FactId,
    ) {
        let port = self.elbv2.group(group).port;
        self.register_at(group, instance, port, cause);
    }

    /// The same at any port.
    pub(super) fn register_at(
        &mut self,
        group: TargetGroupIndex,
        instance: InstanceIndex,
        port: u16,
        cause: FactId,
    ) {
        if let Some(old) = self.elbv2.registered(group, instance, port) {
            if !matches!(self.elbv2.target(old).phase, TargetPhase::Draining { .. }) {
                return;
            }
            self.remove_target(old, cause);
        }
        let spared = self.comes_with_the_first(group);
        let index =
            TargetIndex(u32::try_from(self.elbv2.targets.len()).expect("fewer than 2³² registrations"));
        self.elbv2.targets.push(Target {
            group,
            instance,
            port,
            registered: self.now,
            phase: TargetPhase::Unused(WhyUnused::GroupNotUsed),
            open: false,
            spared,
            beliefs: Vec::new(),
            cause,
        });
        let group = &mut self.elbv2.all_groups[group.index()];
        group.targets.push(index);
        group.cause = cause;
        self.settle_target(index, cause);
    }

    /// Whether a target that is registered now comes into a group that was empty before this instant.
    fn comes_with_the_first(&self, group: TargetGroupIndex) -> bool {
        let mut others = self.elbv2.group(group).targets.iter();
        others.all(|index| {
            let target = self.elbv2.target(*index);
            target.registered == self.now || matches!(target.phase, TargetPhase::Draining { .. })
        })
    }

    /// Deregisters an instance; when it will be gone.
    pub(crate) fn deregister_target(
        &mut self,
        group: TargetGroupIndex,
        instance: InstanceIndex,
        cause: FactId,
    ) -> SimTime {
        let mut gone = self.now;
        for index in self.elbv2.registrations(group, instance) {
            gone = gone.max(self.drain(index, cause));
        }
        gone
    }

    /// No new requests from now on; those in flight may end until the delay is over.
    pub(super) fn drain(&mut self, index: TargetIndex, cause: FactId) -> SimTime {
        let target = self.elbv2.target(index);
        let group = target.group;
        let until = match target.phase {
            TargetPhase::Draining { until } => return until,
            TargetPhase::Gone => return self.now,
            // A target that got nothing has nothing to end.
            TargetPhase::Unused(_) => self.now,
            TargetPhase::InUse => self.now + self.elbv2.group(group).deregistration_delay(),
        };
        self.stop_checks(index);
        self.elbv2.all_groups[group.index()].cause = cause;
        if until == self.now {
            self.remove_target(index, cause);
            return until;
        }
        self.enter_phase(index, TargetPhase::Draining { until }, cause);
        self.refill(group, cause);
        self.events.push(until, Any::Elbv2(Event::DrainOver(index)));
        until
    }

    /// The deregistration delay of a target is over.
    pub(super) fn drain_over(&mut self, index: TargetIndex) {
        let target = self.elbv2.target(index);
        if matches!(target.phase, TargetPhase::Draining { until } if until == self.now) {
            let cause = target.cause;
            self.remove_target(index, cause);
        }
    }

    /// A target is registered no longer; what it still has ends with a closed connection: 502.
    fn remove_target(&mut self, index: TargetIndex, cause: FactId) {
        let group = self.elbv2.target(index).group;
        let fact = self
            .facts
            .note(self.now, cause, fact::What::Elbv2(What::TargetGone(index)));
        let target = &mut self.elbv2.targets[index.index()];
        (target.phase, target.cause) = (TargetPhase::Gone, fact);
        let instance = target.instance;
        let group_state = &mut self.elbv2.all_groups[group.index()];
        group_state.targets.retain(|known| *known != index);
        group_state.cause = fact;
        self.refill(group, fact);
        for flight in self.workload.flights.held_by(instance) {
            if self.workload.flights[flight].via.target == index {
                self.break_off(flight, Outcome::BadGateway, fact);
            }
        }
    }

    /// Decides anew whether a target is in use, and begins or ends its checks.
    pub(super) fn settle_target(&mut self, index: TargetIndex, cause: FactId) {
        let target = self.elbv2.target(index);
        let (old, group, instance) = (target.phase, target.group, target.instance);
        if matches!(old, TargetPhase::Draining { .. } | TargetPhase::Gone) {
            return;
        }
        let new = match self.why_unused(group, instance) {
            Some(why) => TargetPhase::Unused(why),
            None => TargetPhase::InUse,
        };
        self.settle_reach(index);
        if old != new {
            self.enter_phase(index, new, cause);
            if new == TargetPhase::InUse {
                self.start_checks(index);
            } else {
                self.stop_checks(index);
            }
        }
        self.refill(group, cause);
    }

    fn why_unused(&self, group: TargetGroupIndex, instance: InstanceIndex) -> Option<WhyUnused> {
        let instance = &self.ec2.instances[instance.index()];
        let balancer = self
            .elbv2
            .group(group)
            .balancer
            .map(|index| self.elbv2.balancer(index));
        let nodes = balancer
            .filter(|balancer| balancer.active_since.is_some())
            .map(|balancer| &balancer.nodes);
        if instance.state != InstanceState::Running {
            return Some(WhyUnused::InvalidState);
        }
        let Some(nodes) = nodes else {
            return Some(WhyUnused::GroupNotUsed);
        };
        let there = |node: &super::NodeIndex| self.elbv2.nodes[node.index()].zone == instance.zone;
        (!nodes.iter().any(there)).then_some(WhyUnused::ZoneNotEnabled)
    }

    /// Whether security groups let the nodes reach a target.
    pub(super) fn settle_reach(&mut self, index: TargetIndex) {
        let target = self.elbv2.target(index);
        let groups = &self.ec2.instances[target.instance.index()].groups;
        let balancer = self.elbv2.group(target.group).balancer;
        let open = balancer.is_some_and(|balancer| self.lets_balancer_reach(balancer, groups, target.port));
        self.elbv2.targets[index.index()].open = open;
    }

    /// Begins anew with a target, as if it had just been registered.
    pub(super) fn restart_target(&mut self, index: TargetIndex, cause: FactId) {
        if self.elbv2.target(index).phase == TargetPhase::InUse {
            self.stop_checks(index);
            self.enter_phase(index, TargetPhase::Unused(WhyUnused::GroupNotUsed), cause);
        }
        self.elbv2.targets[index.index()].spared = true;
        self.settle_target(index, cause);
    }

    fn enter_phase(&mut self, index: TargetIndex, phase: TargetPhase, cause: FactId) {
        let before = self
            .elbv2
            .target(index)
            .health(self.now)
            .map(|health| health.state);
        let target = &mut self.elbv2.targets[index.index()];
        target.phase = phase;
        target.cause = cause;
        if phase == TargetPhase::InUse {
            target.beliefs.clear();
        }
        let after = self
            .elbv2
            .target(index)
            .health(self.now)
            .map(|health| health.state);
        if let Some(state) = after.filter(|_| before != after) {
            self.note_target_state(index, state, cause);
        }
    }

    pub(super) fn note_target_state(
        &mut self,
        target: TargetIndex,
        state: TargetState,
        cause: FactId,
    ) -> FactId {
        let what = fact::What::Elbv2(What::TargetState { target, state });
        let fact = self.facts.note(self.now, cause, what);
        self.elbv2.targets[target.index()].cause = fact;
        fact
    }

    /// What each node of a group's load balancer chooses from, made anew.
    pub(super) fn refill(&mut self, group: TargetGroupIndex, cause: FactId) {
        let places = self
            .elbv2
            .group(group)
            .balancer
            .map_or(0, |balancer| self.elbv2.balancer(balancer).nodes.len());
        for place in 0..places {
            self.refill_at(group, place);
        }
        if let Some(balancer) = self.elbv2.group(group).balancer {
            self.settle_dns(balancer, cause);
        }
    }

    pub(super) fn refill_at(&mut self, group_index: TargetGroupIndex, place: usize) {
        let elb = &self.elbv2;
        let group = elb.group(group_index);
        let Some(balancer) = group.balancer else { return };
        let zone = elb.nodes[elb.balancer(balancer).nodes[place].index()].zone;
        let in_scope = |target: &Target| {
            let its = self.ec2.instances[target.instance.index()].zone;
            let blocked = group.crosses_zones() && elb.balancer(balancer).shifted == Some(its);
            target.phase == TargetPhase::InUse && !blocked && (its == zone || group.crosses_zones())
        };
        let all = group.targets.iter().map(|index| (*index, elb.target(*index)));
        let in_scope = all.filter(|(_, target)| in_scope(target));
        let targets: Vec<Candidate> = in_scope
            .map(|(index, target)| target.candidate(index, place))
            .collect();
        let now = self.now;
        let group = &mut self.elbv2.all_groups[group_index.index()];
        let mut scopes = std::mem::take(&mut group.scopes);
        while scopes.len() <= place {
            scopes.push(super::routing::Scope::empty(group));
        }
        scopes[place].refill(group, &targets, now);
        group.scopes = scopes;
    }

    /// What the load balancer shows of an instance in a group; none if it is not registered there.
    #[must_use]
    pub fn target_health(&self, group: TargetGroupIndex, instance: InstanceIndex) -> Option<TargetHealth> {
        let mut all = self
            .elbv2
            .group(group)
            .targets
            .iter()
            .map(|index| self.elbv2.target(*index));
        all.find(|target| target.instance == instance)?.health(self.now)
    }

    /// An instance came into another state, or its software did: its targets follow.
    pub(crate) fn elbv2_sees_instance(&mut self, instance: InstanceIndex, fact: FactId) {
        for index in self.elbv2.all_registrations(instance) {
            self.settle_target(index, fact);
        }
    }

    /// Security groups changed: who may reach whom is looked at anew.
    pub(crate) fn elbv2_sees_groups(&mut self) {
        let targets: Vec<TargetIndex> = self
            .elbv2
            .groups()
            .flat_map(|(_, group)| group.targets.clone())
            .collect();
        for index in targets {
            self.settle_reach(index);
        }
    }

    /// The listeners of a load balancer are others now: its groups and their targets follow.
    pub(super) fn settle_groups(&mut self, balancer: BalancerIndex, cause: FactId) {
        let used: Vec<TargetGroupIndex> = self
            .elbv2
            .listeners_of(balancer)
            .flat_map(|(_, listener)| listener.groups())
            .collect();
        for index in (0..self.elbv2.all_groups.len() as u32).map(TargetGroupIndex) {
            let group = &mut self.elbv2.all_groups[index.index()];
            let uses = used.contains(&index);
            if uses || group.balancer == Some(balancer) {
                let changed = (group.balancer == Some(balancer)) != uses;
                group.balancer = uses.then_some(balancer);
                if changed {
                    group.scopes.clear();
                }
                for target in group.targets.clone() {
                    self.settle_target(target, cause);
                }
                self.refill(index, cause);
                self.settle_watch(index);
            }
        }
        self.settle_dns(balancer, cause);
    }
}

impl super::Elbv2 {
    fn registered(&self, group: TargetGroupIndex, instance: InstanceIndex, port: u16) -> Option<TargetIndex> {
        let mut all = self.registrations(group, instance).into_iter();
        all.find(|index| self.target(*index).port == port)
    }

    pub(super) fn registrations(&self, group: TargetGroupIndex, instance: InstanceIndex) -> Vec<TargetIndex> {
        let is_it = |index: &TargetIndex| self.target(*index).instance == instance;
        self.group(group).targets.iter().copied().filter(is_it).collect()
    }

    fn all_registrations(&self, instance: InstanceIndex) -> Vec<TargetIndex> {
        let groups = self.groups().map(|(index, _)| index);
        groups
            .flat_map(|group| self.registrations(group, instance))
            .collect()
    }
}

impl Target {
    /// As the node at a place sees it, to choose from.
    fn candidate(&self, index: TargetIndex, place: usize) -> Candidate {
        let belief = self.beliefs.get(place);
        Candidate {
            target: index,
            load: belief.map_or(0, |belief| belief.outstanding),
            healthy: belief.is_some_and(|belief| belief.health == super::Health::Healthy),
            weight: belief.map_or(FULL, |belief| belief.conduct.weight),
            slow_since: belief.and_then(|belief| belief.slow_since),
        }
    }

    /// Beliefs for so many nodes.
    pub(super) fn expect_nodes(&mut self, nodes: usize, now: SimTime) {
        self.beliefs.resize(nodes, Belief::new(now));
        for belief in &mut self.beliefs {
            (belief.next_check, belief.verdict) = (Ticket::NONE, Ticket::NONE);
        }
    }
}
