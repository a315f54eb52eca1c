//! Automatic target weights: targets that fail more than their peers get less.
//!
//! Source: Application Load Balancers guide, "Automatic Target Weights (ATW)": with the algorithm `weighted_random`, targets
//! of a group with at least three healthy ones are compared by 5xx answers and connection errors; mitigation weighs them anew
//! every five seconds and gives traffic back little by little. How much is not published: the numbers here are our choice.

use des::Ticket;

use super::target_group::TargetGroup;
use super::{Belief, Event, Target, TargetGroupIndex, TargetIndex, What, defaults};
use crate::Cloud;
use crate::event::Event as Any;
use crate::fact;

/// The weight of a target that nothing is held against.
pub(crate) const FULL: u8 = 64;
/// What a target keeps at least, so that it can show that it is well again.
const LEAST: u8 = 1;
/// What it is given back with each look.
const GIVEN_BACK: u8 = 4;
/// Errors below this are chance, until a target is anomalous.
const ERRORS: u32 = 3;
/// One answer in so many must fail.
const ONE_IN: u32 = 20;
/// An anomalous target fails more than so many times as often as its peers.
const TIMES_PEERS: u64 = 3;

/// How a target behaved to a node of late, and what that comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Conduct {
    /// Requests that were answered or found no connection; halved with each look.
    answered: u32,
    /// Of them, 5xx and connection errors.
    errors: u32,
    anomalous: bool,
    pub(crate) weight: u8,
}

impl Conduct {
    /// Nothing is held against it.
    pub(crate) const GOOD: Self = Self {
        answered: 0,
        errors: 0,
        anomalous: false,
        weight: FULL,
    };

    /// A request has ended.
    pub(crate) const fn saw(&mut self, error: bool) {
        self.answered += 1;
        self.errors += error as u32;
    }

    /// Whether it fails more than its peers do together. One that was asked nothing stays what it was.
    fn is_anomalous(&self, peers_answered: u64, peers_errors: u64) -> bool {
        if self.answered == 0 {
            return self.anomalous;
        }
        let least = if self.anomalous { 1 } else { ERRORS };
        let more =
            u64::from(self.errors) * peers_answered > TIMES_PEERS * peers_errors * u64::from(self.answered);
        self.errors >= least && self.errors * ONE_IN >= self.answered && more
    }

    /// After a look: the weight falls at once and comes back little by little.
    const fn settle(&mut self, anomalous: bool, mitigates: bool) {
        self.anomalous = anomalous;
        self.answered /= 2;
        self.errors /= 2;
        self.weight = match (mitigates, anomalous) {
            (false, _) => FULL,
            (true, true) if self.weight / 4 > LEAST => self.weight / 4,
            (true, true) => LEAST,
            (true, false) if self.weight + GIVEN_BACK < FULL => self.weight + GIVEN_BACK,
            (true, false) => FULL,
        };
    }
}

impl TargetGroup {
    /// Whether its targets are compared with their peers.
    pub(super) fn watches(&self) -> bool {
        let random = self.attributes.get("load_balancing.algorithm.type") == "weighted_random";
        random && self.balancer.is_some() && !self.deleted
    }

    fn mitigates(&self) -> bool {
        self.attributes.get("load_balancing.algorithm.anomaly_mitigation") == "on"
    }
}

impl Belief {
    /// Whether the target fails more than its peers, to the node.
    pub(super) const fn is_anomalous(&self) -> bool {
        self.conduct.anomalous
    }

    /// Whether the node sends it less because of that.
    pub(super) const fn is_mitigated(&self) -> bool {
        self.conduct.weight < FULL
    }
}

impl Target {
    /// Whether it fails more than its peers, to any node (our choice).
    #[must_use]
    pub fn is_anomalous(&self) -> bool {
        self.beliefs.iter().any(Belief::is_anomalous)
    }

    /// Whether any node sends it less because of that.
    #[must_use]
    pub fn is_mitigated(&self) -> bool {
        self.beliefs.iter().any(Belief::is_mitigated)
    }
}

impl Cloud {
    /// Begins or ends the watch over a group's targets, as its settings and its load balancer ask for.
    pub(super) fn settle_watch(&mut self, index: TargetGroupIndex) {
        let group = self.elbv2.group(index);
        let (watches, watched) = (group.watches(), group.watch != Ticket::NONE);
        if watches && !watched {
            self.watch_again(index);
        }
        if watched && !watches {
            self.elbv2.all_groups[index.index()].watch = Ticket::NONE;
            for target in &self.elbv2.all_groups[index.index()].targets {
                for belief in &mut self.elbv2.targets[target.index()].beliefs {
                    belief.conduct = Conduct::GOOD;
                }
            }
        }
    }

    fn watch_again(&mut self, index: TargetGroupIndex) {
        let at = self.now + defaults::ANOMALY_LOOK;
        let ticket = self.events.push(at, Any::Elbv2(Event::WatchDue(index)));
        self.elbv2.all_groups[index.index()].watch = ticket;
    }

    /// Every node looks at how the targets of a group behaved.
    pub(super) fn watch_due(&mut self, index: TargetGroupIndex, ticket: Ticket) {
        if self.elbv2.group(index).watch != ticket {
            return;
        }
        for place in 0..self.elbv2.group(index).scopes.len() {
            if self.look_at_conduct(index, place) {
                self.refill_at(index, place);
            }
        }
        self.watch_again(index);
    }

    /// One node looks; whether a weight is another now.
    fn look_at_conduct(&mut self, index: TargetGroupIndex, place: usize) -> bool {
        let (group, targets) = (self.elbv2.group(index), &self.elbv2.targets);
        let (scope, mitigates) = (&group.scopes[place], group.mitigates());
        let compares = !scope.fail_open && scope.healthy >= defaults::ANOMALY_LEAST_HEALTHY;
        let eligible = scope.eligible.clone();
        let conduct = |target: &TargetIndex| targets[target.index()].beliefs[place].conduct;
        let sum = |of: fn(&Conduct) -> u32| -> u64 {
            eligible
                .iter()
                .map(|target| u64::from(of(&conduct(target))))
                .sum()
        };
        let (answered, errors) = (sum(|conduct| conduct.answered), sum(|conduct| conduct.errors));
        let mut changed = false;
        for target in eligible {
            let old = self.elbv2.targets[target.index()].beliefs[place].conduct;
            let peers = (answered - u64::from(old.answered), errors - u64::from(old.errors));
            let anomalous = compares && old.is_anomalous(peers.0, peers.1);
            if anomalous != old.anomalous {
                self.note_anomaly(target, place, anomalous);
            }
            let conduct = &mut self.elbv2.targets[target.index()].beliefs[place].conduct;
            conduct.settle(anomalous, mitigates);
            changed |= conduct.weight != old.weight;
        }
        changed
    }

    fn note_anomaly(&mut self, target: TargetIndex, place: usize, anomalous: bool) {
        let registration = self.elbv2.target(target);
        let blame = self.ec2.stations[registration.instance.index()].blame;
        let balancer = self.elbv2.group(registration.group).balancer;
        let Some(balancer) = balancer else { return };
        let node = self.elbv2.balancer(balancer).nodes[place];
        let what = What::Anomaly {
            target,
            node,
            anomalous,
        };
        self.facts.note(self.now, blame, fact::What::Elbv2(what));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_fails_much_more_than_its_peers_is_anomalous() {
        let check = |errors: u32, answered: u32, peers: (u64, u64), expected: bool| {
            let conduct = Conduct {
                answered,
                errors,
                ..Conduct::GOOD
            };
            assert_eq!(
                conduct.is_anomalous(peers.1, peers.0),
                expected,
                "{errors}/{answered}, {peers:?}"
            );
        };
        check(50, 100, (0, 200), true);
        check(50, 100, (100, 200), false);
        check(50, 100, (20, 200), true);
        check(2, 4, (0, 200), false);
        check(4, 100, (0, 200), false);
        check(0, 0, (100, 200), false);
        check(50, 100, (0, 0), false);
    }

    #[test]
    fn a_weight_falls_at_once_and_comes_back_little_by_little() {
        let mut conduct = Conduct::GOOD;
        let mut weights = |anomalous, times| -> Vec<u8> {
            let mut settle = |_| {
                conduct.settle(anomalous, true);
                conduct.weight
            };
            (0..times).map(&mut settle).collect()
        };
        assert_eq!(weights(true, 4), [16, 4, 1, 1]);
        let back = weights(false, 16);
        assert_eq!((back[0], back[14], back[15]), (5, 61, 64));
    }
}
