//! What a learner did in a lesson and what came of it: a file that whoever has the lesson can play again.
//!
//! ```json
//! {
//!   "resultsVersion": 1,
//!   "lesson": "one-instance",
//!   "modelVersion": "2026.11",
//!   "seed": 11,
//!   "ended": 412000000,
//!   "journal": [{ "at": 75300000, "line": "sandbox request" }],
//!   "steps": [
//!     {
//!       "id": "where",
//!       "opened": 60000000,
//!       "deedsBefore": 0,
//!       "goals": [{ "id": "yours", "metAt": 78000000 }],
//!       "answers": { "": ["nobody"] },
//!       "prediction": { "choice": "nobody", "number": 120, "certainty": 70 },
//!       "hints": 0
//!     }
//!   ]
//! }
//! ```
//!
//! Times are microseconds of model time since the world began. The journal holds the learner's own deeds as command lines;
//! what the lesson itself does follows from the lesson and the seed. Steps that were not reached are not there.

mod read;
mod replay;
mod write;

use std::collections::BTreeMap;

use cloud::{Caller, Simulation};
use des::SimTime;

use crate::format::Lesson;
use crate::progress::{Prediction, StepProgress};
use crate::runner::Runner;

pub use read::NoResults;
pub use replay::{Difference, replay};

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
    /// When it was taken.
    pub ended: SimTime,
    /// What the learner did, in order.
    pub journal: Vec<Deed>,
    /// The steps that were reached, in order.
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
    /// When it opened.
    pub opened: SimTime,
    /// How many deeds were done by then: within an instant, time does not tell what came first.
    pub deeds_before: u64,
    /// Its goals in order, and when each was met.
    pub goals: Vec<(String, Option<SimTime>)>,
    /// Every choice made, by the thing judged; the one question of a step has the empty name.
    pub answers: BTreeMap<String, Vec<String>>,
    /// What was predicted.
    pub prediction: Option<Prediction>,
    /// How many hints were taken.
    pub hints: u64,
}

impl Results {
    /// What has come of a run so far.
    #[must_use]
    pub fn of(runner: &Runner, simulation: &Simulation) -> Self {
        let lesson = runner.lesson();
        let deeds = simulation.journal().iter();
        let own = deeds.filter(|entry| entry.caller == Caller::Learner);
        let progress = runner.progress();
        let reached = lesson.steps.iter().zip(&progress.steps).take(progress.reached + 1);
        Self {
            lesson: lesson.id.clone(),
            model_version: lesson.model_version.clone(),
            seed: simulation.world().seed.0,
            ended: simulation.now(),
            journal: own
                .map(|entry| Deed {
                    at: entry.at,
                    line: cli::command(&entry.input.clone().into()),
                })
                .collect(),
            steps: reached.map(|(step, progress)| step_result(step, progress)).collect(),
        }
    }

    /// Whether every goal of every step of the lesson is met.
    #[must_use]
    pub fn meets_all(&self, lesson: &Lesson) -> bool {
        let met = |step: &StepResult| step.goals.iter().all(|(_, met)| met.is_some());
        self.steps.len() == lesson.steps.len() && self.steps.iter().all(met)
    }
}

fn step_result(step: &crate::format::Step, progress: &StepProgress) -> StepResult {
    let goals = step.goals.iter().zip(&progress.goals);
    StepResult {
        id: step.id.clone(),
        opened: progress.opening.at,
        deeds_before: progress.opening.deeds,
        goals: goals.map(|(goal, progress)| (goal.id.clone(), progress.met_at)).collect(),
        answers: progress.answers.clone(),
        prediction: progress.prediction.clone(),
        hints: progress.hints as u64,
    }
}
