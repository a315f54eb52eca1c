//! Keeps a lesson's run while it is played: what was done, and how far it has come.

use cloud::{Caller, Simulation};
use des::SimTime;

use crate::panel::PanelInput;
use crate::progress::{Headway, Move, Trail, keep};

/// Snapshots between two savings while nothing but time goes on: two seconds at ten a second.
const SAVE_EVERY: u32 = 20;

/// Where a run belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// The lesson's id, or another name for one from elsewhere.
    pub name: String,
    /// Its folder in the course; none for a lesson from elsewhere.
    pub folder: Option<String>,
    /// Tells this lesson from what it was before it was changed.
    pub fingerprint: u64,
}

/// What is known of a run.
pub(super) struct Keeping {
    home: Home,
    trail: Trail,
    /// How much of the account's journal has been looked through.
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
}

impl Keeping {
    /// A run at its beginning: the set-up has been played.
    pub(super) fn begin(home: Home, simulation: &Simulation) -> Self {
        Self {
            trail: Trail {
                lesson: home.fingerprint,
                seed: simulation.world().seed.0,
                ..Trail::default()
            },
            home,
            seen: simulation.journal().end(),
            reached: vec![0],
            solutions_seen: Vec::new(),
            saved: (0, SimTime::ZERO),
            since_saved: 0,
            kept: true,
            closed: false,
        }
    }

    /// Takes in what the account has accepted from the learner since the last time.
    pub(super) fn catch_up(&mut self, simulation: &Simulation) {
        let journal = simulation.journal();
        for entry in journal.from(self.seen) {
            if entry.caller == Caller::Learner {
                let line = cli::command(&entry.input.clone().into());
                self.trail.add(entry.at, Move::Call(line.into()));
            }
        }
        self.seen = journal.end();
        self.trail.now = simulation.now();
    }

    /// Leaves out what the account has accepted since the last time: it follows from a move that was noted.
    pub(super) fn pass_over(&mut self, simulation: &Simulation) {
        self.seen = simulation.journal().end();
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

    /// Saves the run if there is something new: moves at once, the passing of time now and then. True if it was saved.
    pub(super) fn save_if_due(&mut self, headway: Headway) -> bool {
        if self.closed {
            return false;
        }
        self.since_saved += 1;
        let (moves, now) = (self.trail.moves.len(), self.trail.now);
        let is_due = moves != self.saved.0 || (now != self.saved.1 && self.since_saved >= SAVE_EVERY);
        let saves = is_due && self.trail.is_worth_keeping();
        if saves {
            self.save(headway);
        }
        saves
    }

    /// Keeps this run no more: it is begun again, from something else.
    pub(super) fn close(&mut self) {
        self.closed = true;
    }

    /// Saves the run as it stands.
    pub(super) fn save(&mut self, headway: Headway) {
        if self.closed {
            return;
        }
        self.saved = (self.trail.moves.len(), self.trail.now);
        self.since_saved = 0;
        self.kept = keep::keep_run(&self.home.name, &self.trail);
        if let Some(folder) = &self.home.folder {
            keep::note(&self.home.name, headway);
            keep::note_here(folder, headway);
        }
    }
}
