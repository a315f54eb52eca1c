//! Goals in words: the sentence, and actual against needed.

use des::SimDuration;

use super::Scene;
use crate::check::{Comparison, Op, Wanted};
use crate::format::Goal;
use crate::goal::{GoalProgress, Measured, plain_value, ratio};
use crate::phrases;
use crate::prose::{fill, plain};
use crate::reference::{ACTUAL, VALUE};
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
        let mut view = goal_view(goal, progress, state);
        let own = self
            .lesson
            .prose
            .blocks(&format!("{}.goal.{}", self.step.id, goal.id));
        if !own.is_empty() {
            view.sentence = plain(&fill(own, &|name| self.of_goal(goal, &view.actual, name)));
        }
        view
    }

    /// What stands for a reference in the words of a goal.
    fn of_goal(&self, goal: &Goal, actual: &str, name: &str) -> String {
        match name {
            VALUE => {
                let comparisons = goal.check.comparisons();
                let first = comparisons.first();
                first.map_or_else(String::new, |first| phrases::wanted(&first.reading, &first.value))
            }
            ACTUAL => actual.to_owned(),
            _ => self.source.text(name),
        }
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
    let nothing = (0, Measured::Nothing);
    let (index, measured) = progress.last.as_ref().unwrap_or(&nothing);
    let Some(decided) = comparisons.get(*index) else {
        return Default::default();
    };
    let needed = phrases::wanted(&decided.reading, &decided.value);
    let unknown = |measure| (phrases::UNKNOWN.to_owned(), needed.clone(), measure, 0.0);
    match (measured, &decided.value) {
        (Measured::TooFew { finished, needed }, _) => unknown(phrases::too_few(*finished, *needed)),
        (Measured::NotYet { seconds }, _) => unknown(phrases::not_yet(*seconds)),
        (Measured::Value(value), Wanted::Number(wanted)) => number(decided, *value, *wanted, needed),
        (other, _) => {
            let actual = plain_value(other).unwrap_or_else(|| phrases::UNKNOWN.to_owned());
            let measure = phrases::measure(decided.op, &actual, &needed);
            (actual, needed, measure, 0.0)
        }
    }
}

fn number(decided: &Comparison, value: f64, wanted: f64, needed: String) -> (String, String, String, f64) {
    let actual = phrases::amount_of(&decided.reading, value);
    let counted = if decided.op == Op::AtLeast {
        value.min(wanted)
    } else {
        value
    };
    let counted = phrases::amount_of(&decided.reading, counted);
    let measure = phrases::measure(decided.op, &counted, &needed);
    (actual, needed, measure, nearness(decided.op, value, wanted))
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
