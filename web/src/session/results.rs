//! The results of a lesson as a file: what the lesson itself knows of the run, and beside it the trail, which plays on.

use lesson::Results;
use serde_json::Value;

use super::Session;
use crate::progress::{Made, keep};

impl Session {
    /// The name and the text of the results file; none in the sandbox.
    #[must_use]
    pub fn results(&self) -> Option<(String, String)> {
        let lesson = self.lesson.as_ref()?;
        let runner = lesson.director.runner();
        let results = Results::of(runner, &self.simulation, self.keeping.solutions_seen());
        let mut file: Value = serde_json::from_str(&results.to_json()).ok()?;
        file["moves"] = self.keeping.trail().moves.iter().map(Made::to_json).collect();
        let name = format!("fleetlab-{}.json", runner.lesson().id);
        Some((name, format!("{file:#}\n")))
    }

    /// Keeps the results once the lesson is done; of a shared run they are not the learner's own.
    pub(super) fn keep_results(&self) {
        let done = self
            .lesson
            .as_ref()
            .filter(|lesson| lesson.director.runner().is_finished() && !self.keeping.home().is_shared());
        if let Some((_, file)) = done.and_then(|_| self.results()) {
            keep::keep_results(&self.keeping.home().name, &file);
        }
    }
}
