//! Lines of solutions that nothing would miss: each is taken out in turn, and some goal of the lesson must fail for it.

use lesson::{Lesson, Play};

use super::finding::{Code, Findings};
use super::reference::unmet;

/// Takes each line out of the solution of the step with this place.
pub(crate) fn of_step(lesson: &Lesson, index: usize, findings: &mut Findings) {
    let step = &lesson.steps[index];
    if step.goals.is_empty() {
        return;
    }
    // What fails on the way there is told by the proof of the solution itself.
    let Some(opening) = opening(lesson, &step.id) else {
        return;
    };
    for place in 0..step.solution.len() {
        let mut lines = step.solution.clone();
        let left_out = lines.remove(place);
        let pointer = format!("/steps/{index}/solution");
        if survives(opening.clone(), &pointer, &lines) {
            findings.note(
                Code::LineForNothing,
                &format!("{pointer}/{place}"),
                format!(
                    "Without the line `{}` all goals of the lesson are met all the same",
                    left_out.text
                ),
                "Take it out, or ask by a goal for what it brings about.",
            );
        }
    }
}

fn opening(lesson: &Lesson, id: &str) -> Option<Play> {
    let mut play = Play::begin(lesson.clone()).ok()?;
    play.solve_until(id).ok()?;
    Some(play)
}

/// Whether the lesson is still solved with these lines in place of the solution.
fn survives(mut play: Play, pointer: &str, lines: &[lesson::Line]) -> bool {
    if play.run(pointer, lines).is_err() || !unmet(&play).is_empty() {
        return false;
    }
    play.answer();
    if play.next() {
        return play.solve().is_ok();
    }
    play.runner().is_finished()
}
