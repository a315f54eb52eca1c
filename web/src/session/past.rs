//! The run's past: going back to any moment, taking back what was done, and other ways from there.

use std::rc::Rc;

use cloud::EventBudget;
use des::{SimDuration, SimTime};
use history::{BranchId, History, Shown};
use view::Slots;
use view::live::Meter;

use super::marks::Marks;
use super::terminal::done;
use super::{Refused, Session};
use crate::past::{Past, TimeInput, Way};
use crate::terminal::By;
use crate::text::player_text;

/// How long before a moment the account is looked at, so that it can be told how busy its instances are then.
const LOOK_AHEAD: SimDuration = SimDuration::from_secs(1);

/// What is known of the run's past, and how it is shown.
pub(super) struct Hindsight {
    pub(super) history: History,
    /// What happened before this fact set the account up, and is no news.
    facts_begun: u64,
    /// When the run began.
    begun: SimTime,
    /// The latest thing that was done with time, as a sentence.
    told: Option<Rc<str>>,
    /// True while the page does not know yet that time has leapt.
    leapt: bool,
}

impl Hindsight {
    pub(super) fn begin(simulation: &cloud::Simulation) -> Self {
        Self {
            history: History::begin(simulation),
            facts_begun: simulation.cloud().facts.count(),
            begun: simulation.now(),
            told: None,
            leapt: false,
        }
    }

    /// Time has leapt.
    pub(super) fn leapt(&mut self) {
        self.leapt = true;
    }

    /// Whether time has leapt since this was asked last.
    pub(super) fn take_leap(&mut self) -> bool {
        std::mem::take(&mut self.leapt)
    }
}

impl Session {
    /// Whether a moment is shown that is past.
    #[must_use]
    pub fn is_past(&self) -> bool {
        self.hindsight.history.is_past(&self.simulation)
    }

    /// Does what the learner asks of time.
    pub fn time_input(&mut self, input: &TimeInput) {
        match input {
            TimeInput::GoTo(at) => {
                self.go_to(*at);
                self.rest();
            }
            TimeInput::Until(until) => self.chase(*until),
            // A lesson has one way, and what was done in it stays done.
            _ if self.lesson.is_some() => {}
            TimeInput::Undo => self.take_back(),
            TimeInput::Redo => self.do_again(),
            TimeInput::Duplicate => self.duplicate(),
            TimeInput::Contrast(contrast) => self.prepare(*contrast),
            TimeInput::KeepA => self.keep_a(),
            TimeInput::KeepB => self.keep_b(),
            // The two stay together.
            TimeInput::Fork | TimeInput::Switch(_) if self.beside.is_some() => {}
            TimeInput::Fork => {
                self.hindsight.history.fork(&self.simulation);
                self.parted();
            }
            TimeInput::Switch(way) => {
                self.switch(*way);
                self.rest();
            }
            TimeInput::Rename(way, name) => self.hindsight.history.rename(*way, name.trim()),
            TimeInput::Delete(way) => {
                self.hindsight.history.delete(*way);
            }
        }
    }

    /// Shows another moment. What waits in the terminal waits no more: it belongs to the moment that was left.
    fn go_to(&mut self, at: SimTime) {
        self.interrupt();
        (self.chase, self.prepared) = (None, None);
        self.keep_now();
        let history = &mut self.hindsight.history;
        let at = at.max(self.hindsight.begun).min(history.end());
        let before = SimTime::ZERO + at.since(SimTime::ZERO + LOOK_AHEAD);
        history.go_to(&mut self.simulation, before);
        self.meter = Meter::default();
        self.meter.look(self.simulation.cloud());
        let history = &mut self.hindsight.history;
        history.advance_to(&mut self.simulation, at, EventBudget::UNLIMITED);
        self.meter.look(self.simulation.cloud());
        self.records.renew();
        self.look_beside();
        self.hindsight.leapt = true;
    }

    fn take_back(&mut self) {
        let can_be = |entry| self.can_take_back(entry);
        if !self.hindsight.history.undoable().is_some_and(can_be) {
            return;
        }
        if let Some(edited) = self.hindsight.history.undo(&mut self.simulation) {
            let name = edited.entry.input.operation().name;
            self.edited(
                &cli::command(&edited.entry.input.into()),
                player_text().past.undone,
            );
            self.tell_of_time((player_text().past.undid)(name));
        }
    }

    fn do_again(&mut self) {
        if let Some(edited) = self.hindsight.history.redo(&mut self.simulation) {
            let name = edited.entry.input.operation().name;
            self.edited(
                &cli::command(&edited.entry.input.into()),
                player_text().past.redone,
            );
            self.tell_of_time((player_text().past.redid)(name));
        }
    }

    /// The run is another one now: everything that was known of it is looked up anew.
    fn edited(&mut self, command: &str, what: &str) {
        self.renew();
        let line = format!("# {what}: {command}");
        self.print(done(&line, String::new(), self.simulation.now()), By::Button);
    }

    pub(super) fn switch(&mut self, way: BranchId) {
        self.interrupt();
        if self.hindsight.history.switch(&mut self.simulation, way) {
            self.renew();
            let name = self.way_name(way);
            self.tell_of_time((player_text().past.switched)(&name));
        }
    }

    /// Takes in what has just come in or how much time has passed.
    pub(super) fn record(&mut self) {
        if self.hindsight.history.record(&self.simulation).is_some() {
            self.parted();
        }
        self.follow();
    }

    fn parted(&mut self) {
        self.renew();
        let name = self.way_name(self.hindsight.history.current());
        self.tell_of_time((player_text().past.parted)(&name));
    }

    /// Says what came of the latest thing that was asked of time, or of the run.
    pub fn tell_of_time(&mut self, sentence: String) {
        self.hindsight.told = Some(sentence.into());
    }

    /// Looks up anew all that is shown of what happened.
    fn renew(&mut self) {
        self.keeping.look_again();
        self.marks = Marks::since(self.hindsight.facts_begun);
        self.marks.catch_up(&self.simulation);
        self.slots = Slots::default();
        self.records.renew();
        self.meter = Meter::default();
        self.meter.look(self.simulation.cloud());
        self.look_beside();
        self.hindsight.leapt = true;
        self.tell_black_box();
    }

    /// From now on what came in so far stays.
    pub(super) fn settle(&mut self) {
        self.hindsight.history.settle();
    }

    /// Back to where the lesson is: it takes nothing in the past.
    pub(super) fn back_to_lesson(&mut self) {
        if self.lesson.is_some() && self.is_past() {
            self.go_to(SimTime::NEVER);
        }
    }

    /// Why nothing can be done now, if the moment is one of a past that the run does not part from.
    pub(super) fn closed_past(&self) -> Result<(), Refused> {
        let words = &player_text().past;
        let has_one_way = self.lesson.is_some() || self.beside.is_some();
        if has_one_way && self.is_past() {
            return Err((words.looking_back.into(), words.closed.into()));
        }
        Ok(())
    }

    /// The past as it is shown.
    pub(super) fn past(&self) -> Past {
        let history = &self.hindsight.history;
        let own = self.lesson.is_none();
        let name = |entry: &cloud::JournalEntry| entry.input.operation().name;
        Past {
            begun: self.hindsight.begun,
            end: history.end(),
            is_past: self.is_past(),
            can_part: own,
            undo: history
                .undoable()
                .filter(|entry| own && self.can_take_back(entry))
                .map(name),
            redo: history.redoable().filter(|_| own).map(name),
            is_pair: self.beside.is_some(),
            ways: history.branches().map(|shown| self.way(shown)).collect(),
            chased: self.chase.as_ref().map(|chase| chase.what()),
            told: self.hindsight.told.clone(),
        }
    }

    /// What both twins have met is not taken back from one.
    fn can_take_back(&self, entry: &cloud::JournalEntry) -> bool {
        self.beside.is_none() || !(self.is_past() || history::is_of_the_world(&entry.input))
    }

    fn way(&self, shown: Shown<'_>) -> Way {
        Way {
            id: shown.id,
            name: self.way_name(shown.id),
            parted: shown.parted.map(|parted| parted.at),
            end: shown.end,
            inputs: shown.inputs,
            is_current: shown.is_current,
        }
    }

    fn way_name(&self, way: BranchId) -> Rc<str> {
        let shown = self.hindsight.history.branches().find(|shown| shown.id == way);
        match shown.map(|shown| shown.name) {
            Some(name) if !name.is_empty() => name.into(),
            _ => (player_text().past.way)(way.0 + 1).into(),
        }
    }
}
