//! What a learner did in a lesson and what came of it: a file that whoever has the lesson can play again.
//!
//! ```json
//! {
//!   "resultsVersion": 1,
//!   "lesson": "one-instance",
//!   "modelVersion": "2026.11",
//!   "seed": 11,
//!   "finished": false,
//!   "ended": 412000000,
//!   "journal": [{ "at": 75300000, "line": "sandbox request" }],
//!   "steps": [
//!     {
//!       "id": "where",
//!       "opened": 60000000,
//!       "deedsBefore": 0,
//!       "doneAt": 78000000,
//!       "goals": [{ "id": "yours", "metAt": 78000000 }],
//!       "score": [],
//!       "answers": { "": ["nobody"] },
//!       "predictions": [{ "choice": "nobody", "number": 120, "certainty": 70, "right": true }],
//!       "hints": 0,
//!       "solutionSeen": false
//!     }
//!   ]
//! }
//! ```
//!
//! Times are microseconds of model time since the world began. The journal holds the learner's own deeds as command lines;
//! what the lesson itself does follows from the lesson and the seed. A step that was not reached was not `opened`; one
//! whose goals are met was `doneAt` then. What it is scored by is
//! `{ "goal": "budget", "name": "Cost", "asked": "…", "actual": "$1.14", "needed": "at most $1.30", "measured": 1.1386, "used": 0.876 }`.
//! Files of before these two members lack them. Members that are not listed here may be there, and are left alone.

mod read;
mod replay;
mod write;

use std::collections::BTreeMap;

use cloud::{Caller, Simulation};
use des::SimTime;

use crate::format::Step;
use crate::progress::{Prediction, StepProgress};
use crate::runner::Runner;
use crate::view::ScoreView;

pub use read::NoResults;
pub use replay::{Difference, Replayed, replay};

/// The version of results that this reader knows.
pub const RESULTS_VERSION: u64 = 1;
/// Longest results file, in bytes: some ten thousand deeds.
pub const RESULTS_BYTES: usize = 4 * 1024 * 1024;

/// What a learner did in a lesson and what came of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// The lesson's id.
    pub lesson: String,
    /// The version of the model that it was proven with.
    pub model_version: String,
    /// The seed of the run.
    pub seed: u64,
    /// Whether every step is done.
    pub finished: bool,
    /// When it was taken.
    pub ended: SimTime,
    /// What the learner did, in order.
    pub journal: Vec<Deed>,
    /// Every step of the lesson, in order.
    pub steps: Vec<StepResult>,
}

/// Something that the learner did to the account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deed {
    /// When.
    pub at: SimTime,
    /// What, as a command line.
    pub line: String,
}

/// How far a learner came in a step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StepResult {
    /// The step's id.
    pub id: String,
    /// When it opened, if it was reached.
    pub opened: Option<SimTime>,
    /// How many deeds were done by then: within an instant, time does not tell what came first.
    pub deeds_before: u64,
    /// When all its goals were met.
    pub done: Option<SimTime>,
    /// Its goals in order, and when each was met.
    pub goals: Vec<(String, Option<SimTime>)>,
    /// What the run is scored by here, once the step is done.
    pub score: Vec<ScoreView>,
    /// Every choice made, by the thing judged; the one question of a step has the empty name.
    pub answers: BTreeMap<String, Vec<String>>,
    /// What was predicted.
    pub prediction: Option<Prediction>,
    /// Whether that was right, if there was a right choice.
    pub right: Option<bool>,
    /// How many hints were taken.
    pub hints: u64,
    /// Whether the solution was looked at.
    pub solution_seen: bool,
}

impl Results {
    /// What has come of a run so far. `solutions_seen` are the ids of the steps whose solution was looked at.
    #[must_use]
    pub fn of(runner: &Runner, simulation: &Simulation, solutions_seen: &[String]) -> Self {
        let lesson = runner.lesson();
        let progress = runner.progress();
        let steps = lesson.steps.iter().zip(&progress.steps).enumerate();
        let step = |(index, (step, done)): (usize, (&Step, &StepProgress))| StepResult {
            opened: (index <= progress.reached).then_some(done.opening.at),
            solution_seen: solutions_seen.contains(&step.id),
            score: runner.score(index, simulation),
            ..step_result(step, done)
        };
        Self {
            lesson: lesson.id.clone(),
            model_version: lesson.model_version.clone(),
            seed: simulation.world().seed.0,
            finished: runner.is_finished(),
            ended: simulation.now(),
            journal: deeds(simulation),
            steps: steps.map(step).collect(),
        }
    }
}

/// What the learner did, in order.
fn deeds(simulation: &Simulation) -> Vec<Deed> {
    let inputs = simulation.journal().iter();
    let own = inputs.filter(|entry| entry.caller == Caller::Learner);
    own.map(|entry| Deed {
        at: entry.at,
        line: cli::command(&entry.input.clone().into()),
    })
    .collect()
}

fn step_result(step: &Step, progress: &StepProgress) -> StepResult {
    let goals = step.goals.iter().zip(&progress.goals);
    StepResult {
        id: step.id.clone(),
        deeds_before: progress.opening.deeds,
        done: progress.done_at,
        goals: goals
            .map(|(goal, progress)| (goal.id.clone(), progress.met_at))
            .collect(),
        answers: progress.answers.clone(),
        right: right(step, progress),
        prediction: progress.prediction.clone(),
        hints: progress.hints as u64,
        ..StepResult::default()
    }
}

/// Whether what was predicted is right, if there is a right choice.
fn right(step: &Step, progress: &StepProgress) -> Option<bool> {
    let choices = &step.body.question()?.choices;
    let right = choices.iter().find(|choice| choice.right)?;
    let chosen = &progress.prediction.as_ref()?.choice;
    Some(chosen.as_deref() == Some(&right.id))
}
