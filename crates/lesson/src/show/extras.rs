//! What stands around a step: its solution line by line, its variant, what was announced, and the teacher's notes.

use des::SimTime;

use super::Scene;
use crate::observed::Observed;
use crate::prose::Block;
use crate::runner::Runner;

/// The most questions for the class that a lesson's notes have.
const QUESTIONS: u64 = 20;

impl Runner {
    /// The lines of the solution of the step that is shown, as far as their references can be filled now.
    #[must_use]
    pub fn solution_lines(&self, seen: &dyn Observed) -> Vec<String> {
        let lines = self.step().solution.iter();
        lines
            .map(|line| {
                self.fill_line(&line.text, seen)
                    .unwrap_or_else(|_| line.text.clone())
            })
            .collect()
    }

    /// What the world has done by itself since the step that is shown opened, as far as it was announced; newest last.
    #[must_use]
    pub fn announced(&self, seen: &dyn Observed) -> Vec<String> {
        let opened = self.shown_since();
        let events = self.lesson.timeline.iter().zip(&self.progress.events);
        let mut begun: Vec<(SimTime, &str)> = events
            .filter_map(|(event, begun)| Some(((*begun)?, event.id.as_str())))
            .filter(|(begun, _)| *begun >= opened)
            .collect();
        begun.sort_by_key(|(begun, _)| *begun);
        begun
            .iter()
            .filter_map(|(_, id)| self.announcement(id, seen))
            .collect()
    }

    /// The notes for whoever teaches the lesson, and the questions for the class.
    #[must_use]
    pub fn notes(&self, seen: &dyn Observed) -> (Vec<Block>, Vec<Vec<Block>>) {
        let scene: Scene<'_> = self.scene(seen);
        let questions = 1..=self.lesson.meta.questions.min(QUESTIONS);
        let questions = questions.map(|number| scene.text(&format!("notes.question.{number}")));
        (scene.text("notes.text"), questions.collect())
    }

    /// When the step that is shown was opened: the whole second.
    fn shown_since(&self) -> SimTime {
        let opening = &self.progress.steps[self.progress.shown].opening;
        SimTime::from_micros(opening.second * 1_000_000)
    }
}
