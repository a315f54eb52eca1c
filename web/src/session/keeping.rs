//! Keeps a run while it is played: what was done, and how far it has come.

use cloud::{Caller, JournalEntry, Simulation};
use des::SimTime;

use crate::panel::PanelInput;
use crate::progress::{Headway, Move, Trail, keep};

/// Snapshots between two savings while nothing but time goes on: two seconds at ten a second.
const SAVE_EVERY: u32 = 20;

/// Where a run belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// The name that it is kept under.
    pub name: String,
    /// What it begins with.
    pub origin: Origin,
    /// Tells what it begins with from what that was before it was changed.
    pub fingerprint: u64,
}

/// What a run begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A lesson of the course, by its folder.
    Course(String),
    /// A lesson from elsewhere.
    Elsewhere,
    /// The sandbox's own account.
    Sandbox,
}

impl Home {
    /// Where a run belongs that goes on without its lesson.
    #[must_use]
    pub fn without_lesson(&self) -> Self {
        let name = match self.is_shared() {
            true => self.name.clone(),
            false => format!("sandbox.{}", self.name),
        };
        Self { name, ..self.clone() }
    }

    /// Where a run with the same beginning belongs that came by a link.
    #[must_use]
    pub fn shared(&self) -> Self {
        Self {
            name: keep::SHARED.to_owned(),
            ..self.clone()
        }
    }

    /// Whether the run came by a link: it says nothing of how far this learner has come.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        self.name == keep::SHARED
    }
}

/// What is known of a run.
pub(super) struct Keeping {
    home: Home,
    trail: Trail,
    /// Where the account's journal stood when it was set up.
    begun: u64,
    /// How much of it has been looked through.
    seen: u64,
    /// How many moves had been done when each step was reached.
    reached: Vec<usize>,
    /// The steps whose solutions were looked at.
    solutions_seen: Vec<String>,
    saved: (usize, SimTime),
    since_saved: u32,
    kept: bool,
    /// True once what is kept is no longer this run.
    closed: bool,
    /// What the learner is told of the run as a whole.
    notice: Option<&'static str>,
}

impl Keeping {
    /// A run at its beginning: the set-up has been played.
    pub(super) fn begin(home: Home, simulation: &Simulation) -> Self {
        let begun = simulation.journal().end();
        Self {
            trail: Trail {
                lesson: home.fingerprint,
                seed: simulation.world().seed.0,
                ..Trail::default()
            },
            home,
            begun,
            seen: begun,
            reached: vec![0],
            solutions_seen: Vec::new(),
            saved: (0, SimTime::ZERO),
            since_saved: 0,
            kept: true,
            closed: false,
            notice: None,
        }
    }

    /// Takes in what the account has accepted since the last time: from the learner, and where no lesson will do it
    /// again, from the scenario.
    pub(super) fn catch_up(&mut self, simulation: &Simulation) {
        let (journal, alone) = (simulation.journal(), self.is_alone());
        for entry in journal.from(self.seen) {
            if let Some(what) = as_move(entry, alone) {
                self.trail.add(entry.at, what);
            }
        }
        self.seen = journal.end();
        self.trail.now = simulation.now();
    }

    /// Leaves out what the account has accepted since the last time: it follows from a move that was noted.
    pub(super) fn pass_over(&mut self, simulation: &Simulation) {
        self.seen = simulation.journal().end();
    }

    /// The run, caught up with, goes on without its lesson from here; `left` is how far that had come if it is not this run that shows it.
    pub(super) fn leave_lesson(&mut self, left: Option<u64>) {
        self.home = self.home.without_lesson();
        self.trail.left = left.or_else(|| Some(self.trail.way()));
        self.look_again();
    }

    /// What was done is no longer what it was: all of it is taken in anew.
    pub(super) fn look_again(&mut self) {
        self.trail.moves.clear();
        self.seen = self.begun;
    }

    /// Notes what was done in the panel, before it is done.
    pub(super) fn note(&mut self, input: &PanelInput, step: &str, simulation: &Simulation) {
        self.catch_up(simulation);
        if *input == PanelInput::ShowSolution && !self.solutions_seen.iter().any(|seen| seen == step) {
            self.solutions_seen.push(step.to_owned());
        }
        self.trail.add(simulation.now(), Move::Panel(input.clone()));
    }

    /// Notes how far the lesson has come: `step` is the furthest one reached, from 0.
    pub(super) fn note_reached(&mut self, step: usize) {
        while self.reached.len() <= step {
            self.reached.push(self.trail.moves.len());
        }
    }

    /// The run as it stands.
    pub(super) fn trail(&self) -> &Trail {
        &self.trail
    }

    /// The run as it stood when the step was reached that was reached last.
    pub(super) fn at_step(&self) -> Trail {
        self.trail.cut(self.reached.last().copied().unwrap_or_default())
    }

    /// Where the run belongs.
    pub(super) fn home(&self) -> &Home {
        &self.home
    }

    /// The steps whose solutions were looked at.
    pub(super) fn solutions_seen(&self) -> &[String] {
        &self.solutions_seen
    }

    /// Whether the browser has kept what was to be kept.
    pub(super) fn is_kept(&self) -> bool {
        self.kept
    }

    /// What the learner is told of the run as a whole.
    pub(super) fn notice(&self) -> Option<&'static str> {
        self.notice
    }

    /// Tells the learner that.
    pub(super) fn notify(&mut self, notice: &'static str) {
        self.notice = Some(notice);
    }

    /// Saves the run if there is something new: moves at once, the passing of time now and then. True if it was saved.
    pub(super) fn save_if_due(&mut self, headway: Option<Headway>) -> bool {
        if self.closed {
            return false;
        }
        self.since_saved += 1;
        let (moves, now) = (self.trail.moves.len(), self.trail.now);
        let is_due = moves != self.saved.0 || (now != self.saved.1 && self.since_saved >= SAVE_EVERY);
        let saves = is_due && self.is_worth_keeping();
        if saves {
            self.save(headway);
        }
        saves
    }

    /// Whether anything would be missed, or something is kept that is no longer true.
    pub(super) fn is_worth_keeping(&self) -> bool {
        self.trail.is_worth_keeping() || self.saved.0 > 0
    }

    /// Keeps this run no more: it is begun again, from something else.
    pub(super) fn close(&mut self) {
        self.closed = true;
    }

    /// Saves the run as it stands.
    pub(super) fn save(&mut self, headway: Option<Headway>) {
        if self.closed {
            return;
        }
        self.saved = (self.trail.moves.len(), self.trail.now);
        self.since_saved = 0;
        self.kept = keep::keep_run(&self.home.name, &self.trail);
        if let (Origin::Course(folder), Some(headway), false) =
            (&self.home.origin, headway, self.home.is_shared())
        {
            keep::note(&self.home.name, headway);
            keep::note_here(folder, headway);
        }
    }

    /// Whether no lesson looks on that would do its part again.
    fn is_alone(&self) -> bool {
        self.trail.left.is_some() || self.home.origin == Origin::Sandbox
    }
}

/// What an entry of the journal is as a move.
fn as_move(entry: &JournalEntry, alone: bool) -> Option<Move> {
    let line = || cli::command(&entry.input.clone().into()).into();
    match entry.caller {
        Caller::Learner => Some(Move::Call(line())),
        Caller::Lesson => alone.then(|| Move::Scenario(line())),
    }
}
