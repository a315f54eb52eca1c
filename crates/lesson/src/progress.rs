//! What the learner has done so far in a lesson: plain data.

use std::collections::BTreeMap;

use des::SimTime;

use crate::format::Lesson;
use crate::goal::{GoalProgress, Opening};

/// The slot under which the one question of a step keeps its answers.
pub(crate) const THE_QUESTION: &str = "";

/// Where a learner stands in a lesson.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// Index of the step that is shown.
    pub shown: usize,
    /// Index of the furthest step reached; its goals are the ones checked.
    pub reached: usize,
    /// One entry for every step, in order.
    pub steps: Vec<StepProgress>,
    /// When each event of the timeline began, in order.
    pub events: Vec<Option<SimTime>>,
}

/// What a learner has done in one step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StepProgress {
    /// How things stood when the step opened.
    pub opening: Opening,
    /// Its goals, in order.
    pub goals: Vec<GoalProgress>,
    /// When all its goals were met. From then on its verdict stands, and what its goals read then is what it is scored by.
    pub done_at: Option<SimTime>,
    /// Its decoys, in order.
    pub decoys: Vec<GoalProgress>,
    /// Every choice made, by the thing judged (one question has the empty name); the last one counts.
    pub answers: BTreeMap<String, Vec<String>>,
    /// What was predicted; it cannot be changed.
    pub prediction: Option<Prediction>,
    /// What the run has shown so far of the curve that was asked for: seconds after the opening of its step, and values.
    pub measured: Vec<(u64, f64)>,
    /// What the learner wrote.
    pub own_words: String,
    /// How many hints were taken; remembered, never held against anyone.
    pub hints: usize,
}

/// A prediction, once it is committed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prediction {
    /// The choice.
    pub choice: Option<String>,
    /// The number.
    pub number: Option<u64>,
    /// The values of the points of the curve.
    pub curve: Option<Vec<f64>>,
    /// The ids of the things in the order said.
    pub order: Option<Vec<String>>,
    /// How sure the learner is, from 50 to 100 per cent.
    pub certainty: u64,
}

impl Progress {
    /// Nothing done yet.
    pub(crate) fn none(lesson: &Lesson) -> Self {
        let of_step = |step: &crate::format::Step| StepProgress {
            goals: vec![GoalProgress::default(); step.goals.len()],
            decoys: vec![GoalProgress::default(); step.decoys.len()],
            ..StepProgress::default()
        };
        Self {
            shown: 0,
            reached: 0,
            steps: lesson.steps.iter().map(of_step).collect(),
            events: vec![None; lesson.timeline.len()],
        }
    }
}

impl StepProgress {
    /// The choice that counts for a thing judged, or for the one question.
    #[must_use]
    pub fn answer(&self, slot: &str) -> Option<&str> {
        self.answers
            .get(slot)
            .and_then(|made| made.last())
            .map(String::as_str)
    }
}
