//! Health checks: each node asks each target for itself.
//!
//! A check costs one event, and a second one if its result comes only with the time-out. What the app would answer is
//! worked out from its state at that moment, not by sending a request through it.

use des::{SimDuration, Stream, Ticket};

use super::health::interval;
use super::{Event, Failure, Health, HealthCheck, TargetIndex, What, defaults, listener};
use crate::Cloud;
use crate::app::{Door, Station};
use crate::event::Event as Any;
use crate::fact;

const PHASE: Stream = Stream::named("elbv2/check");
/// What the app answers when its backlog is full.
const OVERLOADED: u16 = 503;
const OK: u16 = 200;
const NOT_FOUND: u16 = 404;
/// What the app answers at `/monitor` when something behind it fails.
const ERROR: u16 = 500;

/// One node's checks of one target: the target, and the place of the node among the load balancer's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Probe {
    pub(super) target: TargetIndex,
    pub(super) place: u8,
}

impl Probe {
    pub(super) const fn to_bits(self) -> u32 {
        self.target.0 << 3 | self.place as u32
    }

    pub(super) const fn from_bits(bits: u32) -> Self {
        Self {
            target: TargetIndex(bits >> 3),
            place: (bits & 7) as u8,
        }
    }
}

impl Cloud {
    /// Every node begins to check a target: a moment after registration, and then each in its own second.
    pub(super) fn start_checks(&mut self, index: TargetIndex) {
        let target = self.elbv2.target(index);
        let group = self.elbv2.group(target.group);
        let Some(balancer) = group.balancer else { return };
        let (places, micros) = (
            self.elbv2.balancer(balancer).nodes.len(),
            interval(&group.check).as_micros(),
        );
        let (group, now) = (target.group, self.now);
        self.elbv2.targets[index.index()].expect_nodes(places, now);
        for place in 0..places {
            let phase = self
                .seed
                .draw(PHASE, u64::from(group.0), u64::from(index.0) << 3 | place as u64);
            let first = now + defaults::REGISTRATION + SimDuration::from_micros({ phase }.below(micros / 2));
            let probe = Probe {
                target: index,
                place: place as u8,
            };
            let ticket = self.events.push(first, Any::Elbv2(Event::CheckDue(probe)));
            self.elbv2.targets[index.index()].beliefs[place].next_check = ticket;
        }
    }

    /// No node checks a target any longer.
    pub(super) fn stop_checks(&mut self, index: TargetIndex) {
        for belief in &mut self.elbv2.targets[index.index()].beliefs {
            (belief.next_check, belief.verdict) = (Ticket::NONE, Ticket::NONE);
        }
    }

    /// A node checks a target.
    pub(super) fn check_due(&mut self, probe: Probe, ticket: Ticket) {
        let target = self.elbv2.target(probe.target);
        let place = usize::from(probe.place);
        if target
            .beliefs
            .get(place)
            .is_none_or(|belief| belief.next_check != ticket)
        {
            return;
        }
        let check = &self.elbv2.group(target.group).check;
        let (next, late) = (
            self.now + interval(check),
            self.now + SimDuration::from_secs(check.timeout_s.into()),
        );
        let result = self.node_is_up(probe).then(|| self.check_on_the_way(probe));
        let again = self.events.push(next, Any::Elbv2(Event::CheckDue(probe)));
        self.elbv2.targets[probe.target.index()].beliefs[place].next_check = again;
        match result {
            None => {}
            Some(Err(Failure::Timeout)) => {
                let verdict = self.events.push(late, Any::Elbv2(Event::CheckTimedOut(probe)));
                self.elbv2.targets[probe.target.index()].beliefs[place].verdict = verdict;
            }
            Some(result) => self.learn(probe, result),
        }
    }

    /// A check has waited long enough.
    pub(super) fn check_timed_out(&mut self, probe: Probe, ticket: Ticket) {
        let belief = self
            .elbv2
            .target(probe.target)
            .beliefs
            .get(usize::from(probe.place));
        if belief.is_some_and(|belief| belief.verdict == ticket) {
            self.learn(probe, Err(Failure::Timeout));
        }
    }

    fn node_is_up(&self, probe: Probe) -> bool {
        let group = self.elbv2.group(self.elbv2.target(probe.target).group);
        let node = group.balancer.and_then(|index| {
            let nodes = &self.elbv2.balancer(index).nodes;
            nodes.get(usize::from(probe.place)).copied()
        });
        node.is_some_and(|node| self.dark_since(self.elbv2.nodes[node.index()].zone).is_none())
    }

    /// What a node finds of a target, if its check and the answer get through.
    fn check_on_the_way(&self, probe: Probe) -> Result<(), Failure> {
        match self.check_is_lost(probe) {
            Some(_) => Err(Failure::Timeout),
            None => self.check_result(probe.target),
        }
    }

    /// Why a check made now is lost between the zones, if it is.
    fn check_is_lost(&self, probe: Probe) -> Option<fact::FactId> {
        let target = self.elbv2.target(probe.target);
        let balancer = self.elbv2.group(target.group).balancer?;
        let node = *self
            .elbv2
            .balancer(balancer)
            .nodes
            .get(usize::from(probe.place))?;
        let zones = [
            self.elbv2.nodes[node.index()].zone,
            self.ec2.stations[target.instance.index()].zone,
        ];
        self.lost_between(zones, (self.now.as_micros(), probe.to_bits().into()))
    }

    /// What a check of a target finds now.
    fn check_result(&self, index: TargetIndex) -> Result<(), Failure> {
        let target = self.elbv2.target(index);
        let check = &self.elbv2.group(target.group).check;
        let station = &self.ec2.stations[target.instance.index()];
        let port = check.port.unwrap_or(target.port);
        match station.inner {
            _ if !target.open => Err(Failure::Timeout),
            Door::Silent | Door::Hung => Err(Failure::Timeout),
            Door::Open if port == crate::ec2::HTTP_PORT => self.answer_to_check(station, check),
            Door::Open | Door::Refusing => Err(Failure::Connection),
        }
    }

    /// A check waits in the app's backlog like any request. All pages but `/monitor` are shallow to it: they say that the app
    /// is up, whatever DynamoDB and S3 do (simplified: the list of employees asks the table).
    fn answer_to_check(&self, station: &Station, check: &HealthCheck) -> Result<(), Failure> {
        let mean = self.app.mean_service_demand().as_micros();
        let wait = u64::from(station.waiting()) * mean / u64::from(station.vcpus.max(1));
        let deep = listener::is_deep(&check.path).then(|| self.monitor(station));
        let takes = wait + deep.map_or(0, |deep| deep.takes.as_micros());
        let code = match station.waiting() {
            waiting if waiting >= self.app.backlog_max => OVERLOADED,
            _ if takes > u64::from(check.timeout_s) * 1_000_000 => return Err(Failure::Timeout),
            _ if deep.is_some_and(|deep| !deep.well) => ERROR,
            _ if listener::app_knows(&check.path) => OK,
            _ => NOT_FOUND,
        };
        if check.passes(code) {
            Ok(())
        } else {
            Err(Failure::Code(code))
        }
    }

    /// A node has the result of a check.
    fn learn(&mut self, probe: Probe, result: Result<(), Failure>) {
        let (now, place) = (self.now, usize::from(probe.place));
        let group = self.elbv2.target(probe.target).group;
        let before = self
            .elbv2
            .target(probe.target)
            .health(now)
            .map(|health| health.state);
        let check = self.elbv2.group(group).check.clone();
        let target = &mut self.elbv2.targets[probe.target.index()];
        target.beliefs[place].verdict = Ticket::NONE;
        let was_against = target.beliefs[place].against;
        let was = target.beliefs[place].health;
        let changed = target.beliefs[place].learn(result, &check, now);
        let turned = target.beliefs[place].against > was_against && was_against == 0;
        let mut cause = target.cause;
        if turned || changed {
            cause = self.note_turn(probe, result.is_ok());
        }
        if !changed {
            return;
        }
        let slow = self.starts_slowly(probe, was);
        self.elbv2.targets[probe.target.index()].beliefs[place].slow_since = slow.then_some(now);
        let after = self
            .elbv2
            .target(probe.target)
            .health(now)
            .map(|health| health.state);
        if let Some(state) = after.filter(|_| after != before) {
            cause = self.note_target_state(probe.target, state, cause);
        }
        self.refill_at(group, place);
        if let Some(balancer) = self.elbv2.group(group).balancer {
            self.settle_dns(balancer, cause);
        }
    }

    /// Whether a target, having become something else to a node, starts slowly there: it is healthy now, is not one of its
    /// group's first, and another one has its full share.
    fn starts_slowly(&self, probe: Probe, was: Health) -> bool {
        let (target, place) = (self.elbv2.target(probe.target), usize::from(probe.place));
        let group = self.elbv2.group(target.group);
        let Some(period) = group.slow_start() else {
            return false;
        };
        let over = |since| self.now.since(since) >= period;
        let is_full = |index: &TargetIndex| {
            let belief = self.elbv2.target(*index).beliefs.get(place);
            belief.is_some_and(|belief| belief.slow_since.is_none_or(over))
        };
        let first = target.spared && was == Health::Initial;
        let healthy = target.beliefs[place].health == Health::Healthy;
        let scope = group.scopes.get(place).filter(|scope| !scope.fail_open);
        healthy && !first && scope.is_some_and(|scope| scope.eligible.iter().any(is_full))
    }

    /// A check says something new: because of what became of the instance, of the way to it, or of what is behind it.
    fn note_turn(&mut self, probe: Probe, passed: bool) -> fact::FactId {
        let target = self.elbv2.target(probe.target);
        let station = &self.ec2.stations[target.instance.index()];
        let group = self.elbv2.group(target.group);
        let balancer = group.balancer.expect("only targets in use are checked");
        let node = self.elbv2.balancer(balancer).nodes[usize::from(probe.place)];
        let on_the_way = self.trouble_between([self.elbv2.nodes[node.index()].zone, station.zone]);
        let app_is_up = target.open && station.inner == Door::Open;
        let behind =
            || (app_is_up && listener::is_deep(&group.check.path)).then(|| self.trouble_behind(station));
        let trouble = on_the_way.or_else(|| behind().flatten());
        let blame = trouble.filter(|_| !passed).unwrap_or(station.blame);
        let what = What::CheckTurned {
            target: probe.target,
            node,
            passed,
        };
        self.facts.note(self.now, blame, fact::What::Elbv2(what))
    }
}
