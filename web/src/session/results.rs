//! The results of a lesson as a file: what the lesson itself knows of the run, and what only the page knows of it.

use lesson::format::Step;
use lesson::{Prediction, Results, StepProgress};
use serde_json::{Value, json};

use super::Session;
use crate::progress::{Made, keep};

impl Session {
    /// The name and the text of the results file; none in the sandbox.
    #[must_use]
    pub fn results(&self) -> Option<(String, String)> {
        let lesson = self.lesson.as_ref()?;
        let runner = lesson.director.runner();
        let results = Results::of(runner, &self.simulation).to_json();
        let mut file: Value = serde_json::from_str(&results).ok()?;
        file["finished"] = runner.is_finished().into();
        file["moves"] = lesson.keeping.trail().moves.iter().map(Made::to_json).collect();
        let steps = runner.lesson().steps.iter().zip(&runner.progress().steps);
        let told = file["steps"].as_array_mut()?.iter_mut();
        for ((step, progress), told) in steps.zip(told) {
            told["solutionSeen"] = lesson.keeping.solutions_seen().contains(&step.id).into();
            told["predictions"] = predictions(step, progress);
        }
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

/// Whether each prediction that could be wrong was right.
fn predictions(step: &Step, progress: &StepProgress) -> Value {
    let judged = |given: &Prediction| {
        let question = step.body.question()?;
        let right = question.choices.iter().find(|choice| choice.right)?;
        Some(json!({ "right": Some(&right.id) == given.choice.as_ref() }))
    };
    progress.prediction.iter().filter_map(judged).collect()
}
