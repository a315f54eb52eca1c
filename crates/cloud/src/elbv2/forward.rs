//! A request's way through a node, and what the node answers when no target does.
//!
//! ```text
//!  lane out ─▶ at_node ─▶ [rule, target] ─▶ at_target ─▶ the app, as without a load balancer ─▶ lane back
//!                 │ 503, fixed, redirect        │ 502 closed port, 504 nobody answers
//! ```
//!
//! Source: Application Load Balancers guide, "Troubleshoot your Application Load Balancers". The way back through the node
//! takes no time of its own (simplified).

use des::{SimDuration, SimTime, Stream, Ticket};

use super::front::Front;
use super::{Deed, Event, NodeIndex, TargetGroupIndex, TargetIndex, defaults};
use crate::Cloud;
use crate::app::Door;
use crate::event::Event as Any;
use crate::fact::FactId;
use crate::workload::{FlightIndex, Outcome, Phase};

const CHOICE: Stream = Stream::named("elbv2/choice");

/// The node and the target that a request goes through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Via {
    /// The node; none if the client asked the instance itself.
    pub node: NodeIndex,
    /// The target that the node chose, once it has.
    pub target: TargetIndex,
    /// Its place among those it was chosen from.
    pub(crate) place: u32,
    /// How long the visit keeps the target's group; zero if not at all.
    pub(crate) keeps_group: SimDuration,
}

impl Via {
    /// No load balancer.
    pub(crate) const NONE: Self = Self {
        node: NodeIndex::NONE,
        target: TargetIndex::NONE,
        place: 0,
        keeps_group: SimDuration::ZERO,
    };
}

impl Cloud {
    /// A request arrives at a node.
    pub(crate) fn at_node(&mut self, index: FlightIndex, node: NodeIndex) {
        let listener = match self.front(node) {
            Front::Silent(blame) => return self.lose(index, blame),
            Front::Refusing(blame) => return self.answer_itself(index, Outcome::ConnectionRefused, blame),
            Front::Open(listener) => listener,
        };
        let (zone, id) = (
            self.elbv2.nodes[node.index()].zone,
            self.workload.flights[index].id,
        );
        if let Some(blame) = self.lost_on_the_way(zone, id) {
            return self.lose(index, blame);
        }
        self.workload.flights[index].via.node = node;
        let (balancer, route) = (
            self.elbv2.nodes[node.index()].balancer,
            self.workload.flights[index].route,
        );
        let blame = self.elbv2.balancer(balancer).cause;
        let host = &self.elbv2.balancer(balancer).dns_name;
        let (action, rules) = self.elbv2.all_listeners[listener.index()].decide(route, host);
        self.workload.flights[index].via.keeps_group = action.keeps_group;
        self.elbv2.nodes[node.index()].counts.connected(rules as u64);
        match &action.deed {
            Deed::Redirect => {
                self.elbv2.nodes[node.index()].counts.redirects += 1;
                self.answer_by_rule(index, node, Outcome::Served, blame);
            }
            Deed::Fixed(code) if *code < 400 => self.answer_by_rule(index, node, Outcome::Served, blame),
            Deed::Fixed(_) => self.answer_by_rule(index, node, Outcome::Unavailable, blame),
            Deed::Forward(groups) => {
                let group = match groups[..] {
                    [(only, weight)] => (weight > 0).then_some(only),
                    _ => self.weighted(index, groups),
                };
                self.forward(index, node, group, blame);
            }
        }
    }

    /// One of several groups: the one that the visit keeps, or any by weight. A group without weight gets nothing, not even
    /// from those that kept it (our choice).
    fn weighted(&self, index: FlightIndex, groups: &[(TargetGroupIndex, u32)]) -> Option<TargetGroupIndex> {
        let id = self.workload.flights[index].id;
        let all: u64 = groups.iter().map(|&(_, weight)| u64::from(weight)).sum();
        if all == 0 {
            return None;
        }
        let flight = &self.workload.flights[index];
        let sticky = flight.via.keeps_group > SimDuration::ZERO;
        let kept = flight.cookies.group(self.now).filter(|_| sticky);
        let keeps = |&&(group, weight): &&(TargetGroupIndex, u32)| kept == Some(group) && weight > 0;
        if let Some(&(group, _)) = groups.iter().find(keeps) {
            return Some(group);
        }
        let mut left = self
            .seed
            .draw(CHOICE, id.visit(), id.page_and_attempt())
            .below(all);
        let chosen = groups
            .iter()
            .find(|&&(_, weight)| match left.checked_sub(weight.into()) {
                Some(less) => {
                    left = less;
                    false
                }
                None => true,
            });
        chosen.map(|&(group, _)| group)
    }

    /// A node chooses a target, or answers 503 if it has none to choose from.
    fn forward(
        &mut self,
        index: FlightIndex,
        node: NodeIndex,
        group: Option<TargetGroupIndex>,
        blame: FactId,
    ) {
        let (id, seed, now) = (self.workload.flights[index].id, self.seed, self.now);
        let kept = self.workload.flights[index].cookies.target(now);
        let place = self.elbv2.place_of(node);
        let Some((group, place)) = group.zip(place) else {
            return self.answer_503(index, node, blame);
        };
        let group = &mut self.elbv2.all_groups[group.index()];
        let blame = group.cause;
        let draw = || seed.draw(CHOICE, id.visit(), (1 << 32) | id.page_and_attempt());
        let chosen = group.scopes.get_mut(place).and_then(|scope| {
            let chosen = scope.choose(kept, now, draw);
            scope.counts.requests += u64::from(chosen.is_some());
            scope.counts.fail_open += u64::from(chosen.is_some() && scope.fail_open);
            let moves = scope.sticky.is_some() && chosen.map(|(target, _)| target) != kept;
            scope.counts.non_sticky += u64::from(moves);
            chosen
        });
        let Some((target, at)) = chosen else {
            return self.answer_503(index, node, blame);
        };
        self.elbv2.nodes[node.index()].counts.requests += 1;
        self.elbv2.targets[target.index()].beliefs[place].outstanding += 1;
        let to = self.ec2.stations[self.elbv2.targets[target.index()].instance.index()].zone;
        let until = self.now + self.stretched(defaults::FORWARDING, to);
        let flight = &mut self.workload.flights[index];
        flight.via.target = target;
        flight.via.place = at as u32;
        flight.aimed = self.elbv2.targets[target.index()].instance;
        flight.forwarded = self.now.as_micros();
        flight.enter(Phase::Forwarding, self.now, until);
        flight.ticket = self.events.push(until, Any::Elbv2(Event::AtTarget(index)));
    }

    fn answer_503(&mut self, index: FlightIndex, node: NodeIndex, blame: FactId) {
        self.elbv2.nodes[node.index()].counts.unavailable += 1;
        self.answer_itself(index, Outcome::Unavailable, blame);
    }

    fn answer_by_rule(&mut self, index: FlightIndex, node: NodeIndex, outcome: Outcome, blame: FactId) {
        self.elbv2.nodes[node.index()].counts.fixed_or_redirect += 1;
        self.answer_itself(index, outcome, blame);
    }

    fn answer_itself(&mut self, index: FlightIndex, outcome: Outcome, blame: FactId) {
        self.workload.flights[index].blame = blame;
        self.send_back(index, outcome);
    }

    /// A request arrives at its target.
    pub(super) fn at_target(&mut self, index: FlightIndex, ticket: Ticket) {
        let flight = &self.workload.flights[index];
        if flight.ticket != ticket {
            return;
        }
        let target = self.elbv2.target(flight.via.target);
        let (instance, open) = (target.instance, target.open);
        let station = &self.ec2.stations[instance.index()];
        let blame = station.blame;
        let zones = [self.elbv2.nodes[flight.via.node.index()].zone, station.zone];
        let lost = self.lost_between(zones, (flight.id.visit(), flight.id.page_and_attempt()));
        if let Some(blame) = lost {
            return self.unanswered(index, blame);
        }
        match station.inner {
            _ if !open => self.unanswered(index, target.cause),
            Door::Silent => self.unanswered(index, blame),
            Door::Refusing => self.turn_away(index, instance, Outcome::BadGateway, blame),
            Door::Open | Door::Hung => {
                self.await_answer(index, self.idle_timeout_of(index));
                self.admit(index, instance);
            }
        }
    }

    /// Nobody answers the node. It waits, and so does the client.
    fn unanswered(&mut self, index: FlightIndex, blame: FactId) {
        self.await_answer(index, defaults::CONNECT_TIMEOUT);
        self.lose(index, blame);
    }

    fn idle_timeout_of(&self, index: FlightIndex) -> SimDuration {
        let node = self.workload.flights[index].via.node;
        let balancer = self.elbv2.nodes[node.index()].balancer;
        self.elbv2.balancer(balancer).idle_timeout
    }

    /// The node waits from now on, whatever the target does with the request; after its patience it answers 504. If the
    /// client goes before that, nothing needs to happen.
    fn await_answer(&mut self, index: FlightIndex, patience: SimDuration) {
        let flight = &mut self.workload.flights[index];
        let until = self.now + patience;
        if flight.client_gone || until >= flight.sent + self.app.client_timeout {
            return;
        }
        flight.node_waits = self.events.push(until, Any::Elbv2(Event::GaveUp(index)));
    }

    /// A node has waited for a target long enough.
    pub(super) fn node_gives_up(&mut self, index: FlightIndex, ticket: Ticket) {
        let flight = &self.workload.flights[index];
        if flight.node_waits != ticket || flight.client_gone {
            return;
        }
        let blame = flight.blame;
        self.break_off(index, Outcome::GatewayTimeout, blame);
    }

    /// The node ends a request from its side; the target may work on, and nobody waits for it. Simplified: the client has
    /// the answer at once.
    pub(super) fn break_off(&mut self, index: FlightIndex, outcome: Outcome, blame: FactId) {
        if self.workload.flights[index].client_gone {
            return;
        }
        self.release_target(index, Some(outcome));
        self.workload.flights[index].blame = blame;
        self.finish(index, outcome);
        if self.workload.flights[index].phase == Phase::Lost {
            self.workload.flights.free(index);
        }
    }

    /// The node has its answer, or the client is gone: the target has one request fewer. `answer` is what the client is
    /// told; none if it no longer waits.
    pub(crate) fn release_target(&mut self, index: FlightIndex, answer: Option<Outcome>) {
        let flight = &mut self.workload.flights[index];
        let (via, sent) = (flight.via, flight.forwarded);
        let Some(target) = via.target.some() else { return };
        flight.via.target = TargetIndex::NONE;
        flight.node_waits = Ticket::NONE;
        let took = self.now.since(SimTime::from_micros(sent)).as_micros();
        let state = &self.elbv2.targets[target.index()];
        let Some(place) = self.elbv2.place_of(via.node) else {
            return;
        };
        let group = state.group;
        if let Some(belief) = self.elbv2.targets[target.index()].beliefs.get_mut(place) {
            belief.outstanding = belief.outstanding.saturating_sub(1);
            match answer.map(answer_code) {
                Some(Code::OfTarget(hundreds)) => belief.conduct.saw(hundreds == 5),
                Some(Code::NoConnection) => belief.conduct.saw(true),
                Some(Code::Own) | None => {}
            }
        }
        if let Some(scope) = self.elbv2.all_groups[group.index()].scopes.get_mut(place) {
            scope.ended(target, via.place as usize);
            match answer.map(answer_code) {
                Some(Code::OfTarget(hundreds)) => {
                    scope.counts.answers[hundreds - 2] += 1;
                    let sticky = scope.sticky;
                    let cookies = &mut self.workload.flights[index].cookies;
                    if let Some(length) = sticky {
                        cookies.keep_target(target, self.now, length);
                    }
                    if via.keeps_group > SimDuration::ZERO {
                        cookies.keep_group(group, self.now, via.keeps_group);
                    }
                    scope.counts.response_micros += took;
                    scope.times.add(took);
                }
                Some(Code::NoConnection) => scope.counts.connection_errors += 1,
                Some(Code::Own) | None => {}
            }
        }
        self.count_at_node(via.node, answer);
    }

    fn count_at_node(&mut self, node: NodeIndex, answer: Option<Outcome>) {
        let counts = &mut self.elbv2.nodes[node.index()].counts;
        match answer {
            None => counts.client_gone += 1,
            Some(Outcome::BadGateway) => counts.bad_gateway += 1,
            Some(Outcome::GatewayTimeout) => counts.gateway_timeout += 1,
            Some(_) => {}
        }
    }
}

/// Whose answer it is.
enum Code {
    /// The target's, by its first digit.
    OfTarget(usize),
    /// The node's, for it got no connection.
    NoConnection,
    /// The node's, for another reason.
    Own,
}

const fn answer_code(outcome: Outcome) -> Code {
    match outcome {
        Outcome::Served => Code::OfTarget(2),
        Outcome::Overloaded | Outcome::ErrorFromBehind => Code::OfTarget(5),
        Outcome::BadGateway => Code::NoConnection,
        _ => Code::Own,
    }
}

/// What a client of a node is told instead of what the node was told.
#[must_use]
pub(crate) const fn through_node(outcome: Outcome) -> Outcome {
    match outcome {
        Outcome::ConnectionRefused | Outcome::ConnectionReset => Outcome::BadGateway,
        other => other,
    }
}
