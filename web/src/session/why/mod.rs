//! Why something is so: from a fact back to what came in from outside, on to what came of it, and what follows by rule.

mod next;
mod rule;
mod thing;

use std::rc::Rc;

use cloud::fact::{Fact, FactId, What};
use cloud::{Cloud, Simulation};
use view::Picture;
use view::fleet::Thing;
use view::flight::Place;
use view::live::request_blame;

pub(super) use self::thing::thing;
use super::marks::sentence;
use crate::story::{Key, Opened};
use crate::text::player_text;
use crate::why::{Chain, Link};

/// Effects that are told.
const EFFECTS: usize = 6;

/// Facts that are looked through for what nobody keeps the newest of.
const LOOKED_AT: usize = 20_000;

/// What is asked about, and the answers as long as they hold.
#[derive(Default)]
pub(super) struct Why {
    asked: Option<(Key, Option<u64>)>,
    selected: Option<(Option<Thing>, u64, Option<Rc<Chain>>)>,
    opened: Option<(Key, u64, Option<Rc<Chain>>)>,
}

impl Why {
    /// Asks about something, by the number of the fact that led to it.
    pub(super) fn ask(&mut self, asked: Option<(Key, Option<u64>)>) {
        self.asked = asked;
        self.opened = None;
    }

    /// The answer to what was asked.
    pub(super) fn opened(&mut self, simulation: &Simulation) -> Option<Opened> {
        let (key, fact) = self.asked?;
        let known = simulation.cloud().facts.count();
        let answered = self
            .opened
            .as_ref()
            .filter(|(of, at, _)| (*of, *at) == (key, known));
        let chain = match answered {
            Some((_, _, chain)) => chain.clone(),
            None => fact.and_then(|fact| chain(simulation, fact)).map(Rc::new),
        };
        self.opened = Some((key, known, chain.clone()));
        Some(Opened { key, chain })
    }

    /// Why what is selected is as it is.
    pub(super) fn selected(
        &mut self,
        simulation: &Simulation,
        thing: Option<Thing>,
        picture: &Picture,
    ) -> Option<Rc<Chain>> {
        let known = news(simulation.cloud(), thing);
        let answered = self
            .selected
            .as_ref()
            .filter(|(of, at, _)| (*of, *at) == (thing, known));
        let found = match answered {
            Some((_, _, chain)) => chain.clone(),
            None => thing
                .and_then(|thing| newest(simulation.cloud(), thing))
                .and_then(|fact| chain(simulation, fact))
                .map(Rc::new),
        };
        self.selected = Some((thing, known, found.clone()));
        let next = next::next(thing?, picture);
        match found {
            Some(chain) if !next.is_empty() => Some(Rc::new(Chain {
                next: next.into(),
                ..(*chain).clone()
            })),
            found => found,
        }
    }
}

/// Differs once there may be another answer: with every new fact, or for a request with what it failed for.
fn news(cloud: &Cloud, thing: Option<Thing>) -> u64 {
    match thing {
        Some(Thing::Request(request)) => request_blame(cloud, request).map_or(0, FactId::number),
        _ => cloud.facts.count(),
    }
}

/// The number of the newest fact about something.
fn newest(cloud: &Cloud, thing: Thing) -> Option<u64> {
    let fact = match thing {
        Thing::Place(Place::Instance(index)) => {
            let index = cloud.ec2.indexes().nth(index as usize)?;
            let targets = cloud.elbv2.groups().flat_map(|(_, group)| &group.targets);
            let own = targets.filter(|target| cloud.elbv2.target(**target).instance == index);
            let believed = own.filter_map(|&target| cloud.why_target(target));
            believed.chain(cloud.why_instance(index)).max()
        }
        Thing::Alarm(index) => {
            let mut alarms = cloud.cloudwatch.alarms();
            let (index, _) = alarms.find(|(known, _)| known.index() as u32 == index)?;
            cloud.why_alarm(index)
        }
        Thing::Request(request) => request_blame(cloud, request),
        thing => about(cloud, thing),
    };
    fact.map(FactId::number)
}

/// The newest fact that tells of a zone, a load balancer, a group or the like.
fn about(cloud: &Cloud, wanted: Thing) -> Option<FactId> {
    let mut facts = cloud.facts.iter().rev().take(LOOKED_AT);
    facts
        .find(|(_, fact)| thing(cloud, fact.what) == Some(wanted))
        .map(|(id, _)| id)
}

/// The fact of an input, by its number in the journal.
pub(super) fn fact_of_input(cloud: &Cloud, number: u64) -> Option<u64> {
    let mut facts = cloud.facts.iter();
    let (id, _) = facts.find(|(_, fact)| fact.what == What::Input(number))?;
    Some(id.number())
}

fn chain(simulation: &Simulation, number: u64) -> Option<Chain> {
    let facts = &simulation.cloud().facts;
    let (id, _) = facts
        .from(number)
        .next()
        .filter(|(id, _)| id.number() == number)?;
    let mut links: Vec<Link> = facts
        .chain(id)
        .map(|(id, fact)| link(simulation, id, fact))
        .collect();
    links.reverse();
    let effects = facts
        .from(number)
        .take(LOOKED_AT)
        .filter(|(_, fact)| fact.cause == id);
    Some(Chain {
        links: links.into(),
        effects: effects
            .take(EFFECTS)
            .map(|(id, fact)| link(simulation, id, fact))
            .collect(),
        next: Rc::default(),
    })
}

fn link(simulation: &Simulation, id: FactId, fact: &Fact) -> Link {
    let (kind, sentence) = sentence(simulation, fact);
    let rule = rule::rule(simulation.cloud(), fact.what);
    Link {
        fact: id.number(),
        at: fact.at,
        kind,
        sentence: sentence.into(),
        rule: rule.and_then(|rule| (player_text().why.rule_of)(&rule)),
        thing: thing(simulation.cloud(), fact.what),
    }
}
