//! The account's facts as marks on the track of time.

mod faults;
mod fleet;
mod rest;
mod tell;

use std::collections::VecDeque;

use cloud::Simulation;
use cloud::fact::{Fact, What};
use des::SimTime;
use lesson::{News, Runner};
use view::{Mark, MarkKind, Timeline};

use super::why::thing;
use crate::text::happening::Happening;
use crate::text::player_text;

/// Marks that are kept: a day of a large fleet has many more.
const KEPT: usize = 2_000;

/// Marks so far; new facts are added as they come.
pub(super) struct Marks {
    marks: VecDeque<Mark>,
    forgotten: usize,
    facts_seen: u64,
    timeline: Timeline,
}

impl Marks {
    /// Of what happens from this fact on: what set the account up is no news.
    pub(super) fn since(facts: u64) -> Self {
        Self {
            marks: VecDeque::new(),
            forgotten: 0,
            facts_seen: facts,
            timeline: Timeline::default(),
        }
    }

    /// Takes in the facts that are new.
    pub(super) fn catch_up(&mut self, simulation: &Simulation) {
        let facts = &simulation.cloud().facts;
        for (id, fact) in facts.from(self.facts_seen) {
            if let Some((kind, happening)) = tell::tell(simulation, fact) {
                let thing = thing(simulation.cloud(), fact.what);
                self.add(Mark {
                    fact: Some(id.number()),
                    thing,
                    ..said(fact.at, kind, &happening)
                });
            }
        }
        self.facts_seen = facts.count();
    }

    /// Takes in what the lesson saw.
    pub(super) fn note(&mut self, news: &News, runner: &Runner, simulation: &Simulation) {
        let at = simulation.now();
        match news {
            News::GoalMet(id) => {
                let view = runner.view(simulation);
                if let Some(goal) = view.step.goals.iter().find(|goal| goal.id == *id) {
                    self.add(said(at, MarkKind::Goal, &Happening::GoalMet(&goal.sentence)));
                }
            }
            News::EventBegins(id) => {
                if let Some(words) = runner.announcement(id, simulation) {
                    self.add(said(at, MarkKind::Lesson, &Happening::Announced(&words)));
                }
            }
            News::GoalLost(_) | News::DecoySeen(_) => {}
        }
    }

    /// All marks that are kept, shared as long as nothing is added.
    pub(super) fn timeline(&mut self) -> Timeline {
        if self.timeline.count() != self.count() {
            self.timeline = Timeline {
                marks: self.marks.iter().cloned().collect(),
                forgotten: self.forgotten,
            };
        }
        self.timeline.clone()
    }

    /// How many there ever were.
    pub(super) fn count(&self) -> usize {
        self.forgotten + self.marks.len()
    }

    /// Whether there is one after `since`, up to `until`.
    pub(super) fn is_any_within(&self, since: SimTime, until: SimTime) -> bool {
        self.marks.iter().any(|mark| mark.at > since && mark.at <= until)
    }

    fn add(&mut self, mark: Mark) {
        self.marks.push_back(mark);
        if self.marks.len() > KEPT {
            self.marks.pop_front();
            self.forgotten += 1;
        }
    }
}

/// What is told of any fact, with the kind of its mark.
pub(super) fn sentence(simulation: &Simulation, fact: &Fact) -> (MarkKind, String) {
    let told = tell::tell(simulation, fact).or_else(|| {
        let rest = rest::rest(simulation, fact.what)?;
        let own = matches!(fact.what, What::Input(_));
        let kind = if own { MarkKind::Own } else { MarkKind::Health };
        Some((kind, Happening::Rest(rest)))
    });
    told.map_or((MarkKind::Health, String::new()), |(kind, happening)| {
        (kind, (player_text().time.happening)(&happening).1)
    })
}

fn said(at: SimTime, kind: MarkKind, happening: &Happening<'_>) -> Mark {
    let (label, sentence) = (player_text().time.happening)(happening);
    Mark {
        at,
        kind,
        label: label.into(),
        sentence: sentence.into(),
        fact: None,
        thing: None,
    }
}
