//! Which events of the timeline are due. They are told once, at a check; playing their lines is up to whoever lets time
//! pass.

use super::Runner;
use crate::format::{Event, Trigger};
use crate::goal::{self, Scope};
use crate::observed::Observed;

impl Runner {
    /// The ids of the events that begin now.
    pub(super) fn due_events(&mut self, seen: &dyn Observed) -> Vec<String> {
        let waiting = |index: &usize| self.progress.events[*index].is_none();
        let all = (0..self.lesson.timeline.len()).filter(waiting);
        let due: Vec<usize> = all
            .filter(|index| self.is_due(&self.lesson.timeline[*index], seen))
            .collect();
        due.iter()
            .for_each(|index| self.progress.events[*index] = Some(seen.now()));
        due.iter()
            .map(|index| self.lesson.timeline[*index].id.clone())
            .collect()
    }

    fn is_due(&self, event: &Event, seen: &dyn Observed) -> bool {
        let Some(step) = self.step_of(event).filter(|step| *step <= self.progress.reached) else {
            return false;
        };
        let opening = &self.progress.steps[step].opening;
        match &event.trigger {
            Trigger::At(after) => seen.now().as_secs() >= opening.second + after.as_secs(),
            Trigger::When(check) => {
                let scope = Scope {
                    seen,
                    ledger: &self.ledger,
                    opening,
                };
                step == self.progress.reached && goal::judge(check, scope).holds
            }
        }
    }

    /// The place of the step whose opening an event waits for.
    fn step_of(&self, event: &Event) -> Option<usize> {
        let Some(id) = &event.step else { return Some(0) };
        self.lesson.steps.iter().position(|step| step.id == *id)
    }
}
