//! Plain pictures of a lesson for a page: everything is text or a list, filled with the learner's own run.

use des::SimDuration;

use crate::format::{CurveMetric, Fade, Kind, Pace, Target};
use crate::prose::Block;

/// The rungs of the hint ladder, in the order in which they are given.
pub const HINTS: [&str; 3] = ["look", "where", "do"];

/// A lesson as its panel shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct LessonView {
    /// The lesson's id.
    pub id: String,
    /// The lesson's title.
    pub title: String,
    /// What the model leaves out, one text each.
    pub simplifies: Vec<Vec<Block>>,
    /// Where the lesson's facts can be read.
    pub sources: Vec<String>,
    /// One for every step.
    pub pips: Vec<Pip>,
    /// Index of the step that is shown.
    pub index: usize,
    /// The step that is shown.
    pub step: StepView,
    /// Whether every step is done.
    pub is_finished: bool,
}

/// The state of a step in the row of steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pip {
    /// Done.
    Done,
    /// The one that is shown.
    Shown,
    /// Reached and not done.
    Open,
    /// Still ahead.
    Ahead,
}

/// A step as its panel shows it, from top to bottom.
#[derive(Clone, Debug, PartialEq)]
pub struct StepView {
    /// The step's id.
    pub id: String,
    /// Its kind.
    pub kind: Kind,
    /// An observation, not a topic.
    pub title: String,
    /// At most some sixty words.
    pub text: Vec<Block>,
    /// How time should pass.
    pub pace: Pace,
    /// How long it is until there is something to be seen: the page offers to let time pass until then.
    pub run_until: Option<SimDuration>,
    /// How much of the way a task shows.
    pub fade: Option<Fade>,
    /// The sibling task, to be done alone once the solution was looked at.
    pub variant: Option<Vec<Block>>,
    /// Places of the picture that are pointed at, each with its text.
    pub spotlight: Vec<(Target, String)>,
    /// What was predicted against what was measured.
    pub comparison: Option<ComparisonView>,
    /// In a `debrief` step: what the run is scored by, of every step that is done.
    pub score: Vec<ScoreView>,
    /// What the run has shown, as label and value.
    pub facts: Vec<(String, String)>,
    /// Buttons.
    pub acts: Vec<ActView>,
    /// Goals, in order.
    pub goals: Vec<GoalView>,
    /// Replies to wrong ways that are seen in the account now.
    pub replies: Vec<Vec<Block>>,
    /// What is asked of all the questions of a `judge` step.
    pub prompt: Option<String>,
    /// Questions, in order; a `judge` step has one for each thing.
    pub questions: Vec<QuestionView>,
    /// What a `predict` step asks for.
    pub prediction: Option<PredictionView>,
    /// The label of the box for own words and what is in it.
    pub own_words: Option<(String, String)>,
    /// Words explained beside the text.
    pub words: Vec<Vec<Block>>,
    /// Hints taken, in order.
    pub hints: Vec<Vec<Block>>,
    /// How many hints there are.
    pub hints_offered: usize,
    /// Whether the next step may be opened.
    pub may_go_on: bool,
    /// What is still to be done, if it may not.
    pub still_to_do: Option<String>,
}

/// A button and the commands that it submits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActView {
    /// The act's id.
    pub id: String,
    /// What the button says.
    pub label: String,
    /// The commands, filled in, as the terminal would take them.
    pub lines: Vec<String>,
    /// Why it cannot be done now.
    pub not_now: Option<String>,
}

/// A goal: its sentence, and actual against needed.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalView {
    /// The goal's id.
    pub id: String,
    /// What must come true, in words made from the check itself.
    pub sentence: String,
    /// How things stand: `12 s`, `98.9 %`, `56`.
    pub actual: String,
    /// What is needed, in the same unit.
    pub needed: String,
    /// Both in one phrase: `12 of 30 s`.
    pub measure: String,
    /// From 0 to 1.
    pub progress: f64,
    /// Where it stands.
    pub state: GoalState,
}

/// One of the things that a run is scored by: what was asked and what was measured. It makes no points of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScoreView {
    /// The goal's id.
    pub goal: String,
    /// What it is called: `Availability`.
    pub name: String,
    /// What was asked, and over which time: the sentence of the goal.
    pub asked: String,
    /// What was measured: `99.46 %`, `344 ms`, `$1.14`.
    pub actual: String,
    /// What was needed, in the same unit: `at least 99 %`.
    pub needed: String,
    /// What was measured, as a plain number.
    pub measured: f64,
    /// How much of what is allowed was used, 1 for all of it; nothing where more is always better.
    pub used: Option<f64>,
}

/// Where a goal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoalState {
    /// Met.
    Met,
    /// Looked at now.
    Open,
    /// Waits for another goal.
    Waiting,
}

/// A question with its choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionView {
    /// The thing judged; none where the step has one question.
    pub item: Option<String>,
    /// What is asked.
    pub text: String,
    /// The choices, in order.
    pub choices: Vec<ChoiceView>,
    /// The reply to the choice made.
    pub reply: Option<ReplyView>,
}

/// One choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceView {
    /// The choice's id.
    pub id: String,
    /// What it says.
    pub text: String,
    /// Whether it is the one that was made.
    pub is_chosen: bool,
}

/// What is said to a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplyView {
    /// Whether the choice is right; nothing where no choice is wrong.
    pub right: Option<bool>,
    /// What is said to it.
    pub text: Vec<Block>,
}

/// What is to be predicted, or what was.
#[derive(Clone, Debug, PartialEq)]
pub struct PredictionView {
    /// What will happen: the choices, the committed one marked; replies come after the run.
    pub question: Option<QuestionView>,
    /// How much of it.
    pub number: Option<NumberView>,
    /// How it will go over time.
    pub curve: Option<CurveView>,
    /// In which order things will happen.
    pub order: Option<OrderView>,
    /// The certainty committed, in per cent.
    pub certainty: Option<u64>,
    /// Whether it is committed and can no longer be changed.
    pub is_committed: bool,
}

/// A number that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberView {
    /// What is asked, with the unit.
    pub label: String,
    /// Smallest and largest that is taken.
    pub range: (u64, u64),
    /// The number committed.
    pub given: Option<u64>,
}

/// A curve that is to be drawn, or was.
#[derive(Clone, Debug, PartialEq)]
pub struct CurveView {
    /// What is asked.
    pub label: String,
    /// What goes up and down.
    pub metric: CurveMetric,
    /// How long it is.
    pub length: SimDuration,
    /// The lower and the upper end of the drawing.
    pub range: (f64, f64),
    /// How many points are drawn, evenly spaced from the beginning to the end.
    pub points: u64,
    /// The values of the points, if they were said.
    pub given: Option<Vec<f64>>,
}

/// Things that are to be put into order, or were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderView {
    /// What is asked.
    pub label: String,
    /// The things as they are offered, or in the order said: id and words.
    pub items: Vec<(String, String)>,
}

/// A drawn curve and the measured one.
#[derive(Clone, Debug, PartialEq)]
pub struct CurveComparison {
    /// What was asked, and what was drawn.
    pub curve: CurveView,
    /// What the run has shown: seconds after the beginning, and values.
    pub measured: Vec<(u64, f64)>,
}

/// A prediction held against the run.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparisonView {
    /// What was chosen, and the reply to it.
    pub chosen: Option<(String, ReplyView)>,
    /// The number predicted and the number measured.
    pub numbers: Option<(String, String)>,
    /// The curve drawn and the curve measured.
    pub curve: Option<CurveComparison>,
    /// The things in the order said and in the right one, and the reply.
    pub order: Option<OrderComparison>,
    /// The certainty, in per cent.
    pub certainty: u64,
}

/// What was put into order, and what the order is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderComparison {
    /// As it was said.
    pub said: Vec<String>,
    /// As it is.
    pub right: Vec<String>,
    /// What is said to it.
    pub reply: ReplyView,
}
