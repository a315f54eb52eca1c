//! The solution of a step, run line by line as the learner presses.

use std::rc::Rc;

use cloud::Simulation;
use lesson::format::Fade;
use lesson::view::{HINTS, StepView};
use lesson::{Trouble, Walked};

use super::keeping::Keeping;
use super::{Lessoned, Session};
use crate::panel::{Prose, Solution};
use crate::terminal::By;
use crate::text::player_text;

/// The solution of the step that is shown: open from the start where the step is a worked example, otherwise to be asked
/// for once all hints were taken.
pub(super) fn solution(
    lesson: &Lessoned,
    keeping: &Keeping,
    step: &StepView,
    simulation: &Simulation,
) -> Option<Solution> {
    let runner = lesson.director.runner();
    let is_worked = step.fade == Some(Fade::Worked);
    let hints_taken = step.hints.len() >= HINTS.len().min(step.hints_offered);
    if runner.step().solution.is_empty() || step.goals.is_empty() || !(is_worked || hints_taken) {
        return None;
    }
    let is_seen = keeping.solutions_seen().contains(&step.id);
    let lines = match is_worked || is_seen {
        true => runner.solution_lines(simulation),
        false => Vec::new(),
    };
    let variant = step.variant.clone().filter(|_| is_seen && step.may_go_on);
    Some(Solution {
        lines: lines.iter().map(|line| Rc::from(line.as_str())).collect(),
        run: lesson.director.walked(),
        waits: lesson.rush.is_some(),
        variant: variant.map(Prose::from),
    })
}

impl Session {
    /// Runs the next line of the solution of the step that is shown.
    pub(super) fn run_line(&mut self) {
        let Some(lesson) = &mut self.lesson else { return };
        let before = self.simulation.journal().end();
        let walked = lesson.director.walk(&mut self.simulation);
        self.keeping.pass_over(&self.simulation);
        self.note_since(before);
        match walked {
            Ok(Walked::Ran(ran)) => {
                self.remember(ran.command.clone(), None);
                self.print(ran, By::Button);
            }
            Ok(Walked::Waits(until)) => self.rush_until(until),
            Ok(Walked::Through) => {}
            Err(Trouble { line, reason, .. }) => {
                self.remember(line, Some((player_text().lesson.not_done.into(), reason.into())));
            }
        }
        self.look();
    }
}
