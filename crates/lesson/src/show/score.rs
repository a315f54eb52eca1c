//! What a run is scored by, in words: actual against needed, and how much of what is allowed that is.

use super::Scene;
use crate::format::Kind;
use crate::observed::Observed;
use crate::phrases;
use crate::runner::Runner;
use crate::score::{Scored, scored};
use crate::view::ScoreView;

impl Runner {
    /// What the run is scored by in the step with this place, once that is done.
    #[must_use]
    pub fn score(&self, step: usize, seen: &dyn Observed) -> Vec<ScoreView> {
        let (lesson, progress) = (&self.lesson, &self.progress.steps[step]);
        let scene = Scene {
            step: &lesson.steps[step],
            progress,
            ..self.scene(seen)
        };
        let rows = scored(scene.step, progress);
        rows.map(|(goal, scored)| scene.score_row(goal, &scored))
            .collect()
    }

    /// The same of all steps, where the step that is shown looks back.
    pub(super) fn score_told(&self, seen: &dyn Observed) -> Vec<ScoreView> {
        if self.step().body.kind() != Kind::Debrief {
            return Vec::new();
        }
        let steps = 0..self.lesson.steps.len();
        steps.flat_map(|step| self.score(step, seen)).collect()
    }
}

impl Scene<'_> {
    fn score_row(&self, goal: &str, scored: &Scored<'_>) -> ScoreView {
        let place = self.step.goals.iter().position(|known| known.id == goal);
        let reading = &scored.asked.reading;
        let needed = phrases::amount_of(reading, scored.needed);
        ScoreView {
            goal: goal.to_owned(),
            name: self.own_line(&format!("score.{goal}")),
            asked: place.map(|place| self.goal(place).sentence).unwrap_or_default(),
            actual: phrases::exact_amount_of(reading, scored.measured),
            needed: phrases::bounded(scored.asked.op, &needed),
            measured: scored.measured,
            used: scored.used(),
        }
    }
}
