//! The solution of a step, run line by line as the learner presses.

use lesson::{Trouble, Walked};

use super::Session;
use crate::text::player_text;

impl Session {
    /// Runs the next line of the solution of the step that is shown.
    pub(super) fn run_line(&mut self) {
        let Some(lesson) = &mut self.lesson else { return };
        let before = self.simulation.journal().end();
        let walked = lesson.director.walk(&mut self.simulation);
        lesson.keeping.pass_over(&self.simulation);
        self.note_since(before);
        match walked {
            Ok(Walked::Ran(ran)) => {
                let answer = (!ran.stdout.is_empty()).then(|| ran.stdout.trim_end().into());
                self.remember(ran.command, Ok(answer));
            }
            Ok(Walked::Waits(until)) => self.rush_until(until),
            Ok(Walked::Through) => {}
            Err(Trouble { line, reason, .. }) => {
                self.remember(line, Err((player_text().lesson.not_done.into(), reason.into())));
            }
        }
        self.look();
    }
}
