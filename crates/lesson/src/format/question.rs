//! What a lesson asks: questions with choices, predictions, things to be sorted.

use des::SimDuration;

use crate::check::Check;
use crate::reference::Fact;
use crate::vocabulary::vocabulary;

/// The same choices for several things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judge {
    /// Ids of the choices.
    pub choices: Vec<String>,
    /// The things, in order.
    pub items: Vec<Item>,
}

/// One thing to be judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Stable id.
    pub id: String,
    /// The choice that is right for it.
    pub answer: String,
    /// Wrong ideas behind choices: choice and misconception.
    pub misconceptions: Vec<(String, String)>,
}

/// One question, one choice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Question {
    /// The choices, in order. Where none is right, each has its reply and all count as answers.
    pub choices: Vec<Choice>,
}

/// One choice of a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Stable id.
    pub id: String,
    /// Whether it is right.
    pub right: bool,
    /// The wrong idea behind it.
    pub misconception: Option<String>,
    /// What the run shows if it is right, in a prediction: proven of the right one, and that no other one's holds.
    pub check: Option<Check>,
}

/// Several questions, each with choices of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Quiz {
    /// The questions, in order: their ids, and what can be chosen.
    pub questions: Vec<(String, Question)>,
}

/// A prediction: one or several of these, and how sure the learner is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Predict {
    /// What will happen.
    pub question: Option<Question>,
    /// How much of it.
    pub number: Option<Number>,
    /// How it will go over time.
    pub curve: Option<Curve>,
    /// In which order things will happen.
    pub order: Option<Order>,
}

/// A number to be predicted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// What it is compared with afterwards.
    pub measure: Fact,
    /// Smallest number that is taken.
    pub min: u64,
    /// Largest number that is taken.
    pub max: u64,
}

/// A curve to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// What goes up and down.
    pub metric: CurveMetric,
    /// The step over whose run it is drawn.
    pub over: String,
    /// From the opening of that step until so long after.
    pub to: SimDuration,
    /// The lower end of the drawing.
    pub min: f64,
    /// Its upper end.
    pub max: f64,
    /// How many points are drawn, evenly spaced, the first at the opening.
    pub points: u64,
    /// What the run must show.
    pub shape: Vec<ShapePoint>,
}

/// What a run must show of a curve at one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShapePoint {
    /// After the opening of the step.
    pub at: SimDuration,
    /// At least so much.
    pub min: Option<f64>,
    /// At most so much.
    pub max: Option<f64>,
}

vocabulary! {
    /// What can be drawn over time.
    pub CurveMetric {
        /// Served requests among those of the last ten seconds, from 0 to 1.
        ServedShare = "servedShare",
        /// Requests that the employees send in a second, over the last ten.
        RequestRate = "requestRate",
        /// What 99 of 100 served requests of the last ten seconds did not exceed, in milliseconds.
        LatencyP99Ms = "latencyP99Ms",
        /// Instances that run and whose app answers.
        InstancesInService = "instancesInService",
        /// What an hour costs as things are, in US dollars.
        CostPerHour = "costPerHour",
    }
}

/// Things to be put into order.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// Their ids in the right order.
    pub items: Vec<String>,
    /// What the run shows of each, if it is told: in the next step these come true one after another.
    pub shape: Vec<Check>,
}

impl Order {
    /// Their ids as they are offered: by name, and backwards if that gives the answer away.
    #[must_use]
    pub fn offered(&self) -> Vec<String> {
        let mut offered = self.items.clone();
        offered.sort();
        if offered == self.items {
            offered.reverse();
        }
        offered
    }
}

/// A question after the run.
#[derive(Clone, Debug, PartialEq)]
pub struct Explain {
    /// The question.
    pub question: Question,
    /// The step whose prediction is held against the run here.
    pub compare_to: Option<String>,
    /// Whether a box asks for the learner's own words.
    pub own_words: bool,
}

/// The end of a lesson.
#[derive(Clone, Debug, PartialEq)]
pub struct Debrief {
    /// What is told of the learner's own run.
    pub facts: Vec<Fact>,
    /// A changed case, to carry the idea over.
    pub transfer: Question,
}
