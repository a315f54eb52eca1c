//! The results of a lesson as a file: seed, what was done, what came of it. Whoever has the lesson can play it again and
//! see whether it is so.

use cloud::Caller;
use lesson::Runner;
use lesson::format::{Body, Step};
use serde_json::{Value, json};

use super::Session;
use crate::progress::keep;

/// The version of the file.
const VERSION: u64 = 1;
/// The model that this page runs.
const MODEL: &str = "2026.11";

impl Session {
    /// The name and the text of the results file; none in the sandbox.
    #[must_use]
    pub fn results(&self) -> Option<(String, String)> {
        let lesson = self.lesson.as_ref()?;
        let trail = lesson.keeping.trail();
        let journal = self.simulation.journal().iter();
        let calls = journal.filter(|entry| entry.caller == Caller::Learner).map(
            |entry| json!({ "at": entry.at.as_micros(), "line": cli::command(&entry.input.clone().into()) }),
        );
        let runner = lesson.director.runner();
        let file = json!({
            "resultsVersion": VERSION,
            "lesson": runner.lesson().id,
            "modelVersion": MODEL,
            "seed": trail.seed,
            "finished": runner.is_finished(),
            "ended": trail.now.as_micros(),
            "steps": steps(runner, lesson.keeping.solutions_seen()),
            "journal": calls.collect::<Vec<_>>(),
            "moves": trail.moves.iter().map(crate::progress::Made::to_json).collect::<Vec<_>>(),
        });
        let name = format!("fleetlab-{}.json", runner.lesson().id);
        Some((name, format!("{file:#}\n")))
    }

    /// Keeps the results once the lesson is done.
    pub(super) fn keep_results(&self) {
        let done = self
            .lesson
            .as_ref()
            .filter(|lesson| lesson.director.runner().is_finished());
        if let Some((lesson, (_, file))) = done.zip(self.results()) {
            keep::keep_results(&lesson.keeping.home().name, &file);
        }
    }
}

fn steps(runner: &Runner, solutions_seen: &[String]) -> Vec<Value> {
    let steps = runner.lesson().steps.iter().zip(&runner.progress().steps);
    let step = |(step, progress): (&Step, &lesson::StepProgress)| {
        let goals = step.goals.iter().zip(&progress.goals);
        let goals: Vec<Value> = goals
            .map(|(goal, progress)| json!({ "id": goal.id, "metAt": progress.met_at.map(des::SimTime::as_micros) }))
            .collect();
        json!({
            "id": step.id,
            "goals": goals,
            "answers": progress.answers,
            "predictions": progress.prediction.iter().map(|given| prediction(&step.body, given)).collect::<Vec<_>>(),
            "hints": progress.hints,
            "solutionSeen": solutions_seen.contains(&step.id),
        })
    };
    steps.map(step).collect()
}

fn prediction(body: &Body, given: &lesson::Prediction) -> Value {
    let choices = body
        .question()
        .map(|question| question.choices.as_slice())
        .unwrap_or_default();
    let right = choices
        .iter()
        .find(|choice| choice.right)
        .map(|choice| Some(&choice.id) == given.choice.as_ref());
    json!({ "choice": given.choice, "number": given.number, "certainty": given.certainty, "right": right })
}
