//! Goals in words: the sentence, and actual against needed.

use des::SimDuration;

use super::Scene;
use crate::check::Op;
use crate::format::Goal;
use crate::goal::{GoalProgress, Measured, ratio};
use crate::phrases;
use crate::runner::waits;
use crate::view::{GoalState, GoalView};

impl Scene<'_> {
    /// The goal with this place in the step.
    pub(super) fn goal(&self, index: usize) -> GoalView {
        let (goal, progress) = (&self.step.goals[index], &self.progress.goals[index]);
        let state = if progress.met_at.is_some() {
            GoalState::Met
        } else if waits(self.step, &self.progress.goals, index) {
            GoalState::Waiting
        } else {
            GoalState::Open
        };
        goal_view(goal, progress, state)
    }
}

/// A goal in words: its sentence, and actual against needed. What decided last is what is told; while the goal holds and
/// must go on holding, that is the time.
fn goal_view(goal: &Goal, progress: &GoalProgress, state: GoalState) -> GoalView {
    let lasting = goal.for_at_least.as_secs();
    let (actual, needed, measure, share) = if lasting > 1 && progress.held > SimDuration::ZERO {
        holding(progress.held.as_secs().min(lasting), lasting)
    } else {
        reading(goal, progress)
    };
    let share = if state == GoalState::Met { 1.0 } else { share };
    GoalView {
        id: goal.id.clone(),
        sentence: phrases::goal(goal),
        actual,
        needed,
        measure,
        progress: share,
        state,
    }
}

/// For how long the check has held, of how long it must.
fn holding(held: u64, lasting: u64) -> (String, String, String, f64) {
    let (actual, needed) = (format!("{held} s"), format!("{lasting} s"));
    let measure = phrases::measure(Op::AtLeast, &actual, &needed);
    (actual, needed, measure, ratio(held, lasting))
}

/// What the deciding comparison read: actual, needed, both in a phrase, and how far it is from 0 to 1.
fn reading(goal: &Goal, progress: &GoalProgress) -> (String, String, String, f64) {
    let comparisons = goal.check.comparisons();
    let (index, measured) = progress.last.unwrap_or((0, Measured::Value(0.0)));
    let Some(decided) = comparisons.get(index) else {
        return Default::default();
    };
    let needed = phrases::amount_of(&decided.reading, decided.value);
    match measured {
        Measured::TooFew {
            finished,
            needed: sample,
        } => (
            phrases::UNKNOWN.to_owned(),
            needed,
            phrases::too_few(finished, sample),
            0.0,
        ),
        Measured::Value(value) => {
            let actual = phrases::amount_of(&decided.reading, value);
            let counted = if decided.op == Op::AtLeast {
                value.min(decided.value)
            } else {
                value
            };
            let counted = phrases::amount_of(&decided.reading, counted);
            let measure = phrases::measure(decided.op, &counted, &needed);
            (
                actual,
                needed,
                measure,
                nearness(decided.op, value, decided.value),
            )
        }
    }
}

/// How far a reading has come: only growing readings come nearer bit by bit.
fn nearness(op: Op, value: f64, needed: f64) -> f64 {
    if op.holds(value, needed) {
        1.0
    } else if value < needed {
        value / needed
    } else {
        0.0
    }
}
