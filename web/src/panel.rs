//! What the reading panel shows of a lesson: data only, made by the session ten times a second.

use std::rc::Rc;

use lesson::Block;
use lesson::format::Fade;
use view::fleet::Thing;

use crate::curve::Curve;

/// One string of a lesson: paragraphs and lists.
pub type Prose = Rc<[Block]>;

/// The lesson as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// The lesson's place in the course, from 1.
    pub number: u32,
    /// Its title.
    pub title: Rc<str>,
    /// The present step, from 0.
    pub step: usize,
    /// How many steps there are.
    pub steps: usize,
    /// Where the step stands between saying and comparing, if it is part of a prediction.
    pub strip: Option<Strip>,
    /// The step's title: an observation.
    pub heading: Rc<str>,
    /// At most sixty words.
    pub prose: Prose,
    /// Words explained in this step.
    pub words: Rc<[Prose]>,
    /// What the learner has to do, in order.
    pub parts: Rc<[Part]>,
    /// Hints seen so far, and how many there are.
    pub hints: Hints,
    /// True once every step is done.
    pub finished: bool,
    /// Why the next step is not open yet; none once it is.
    pub locked: Option<Rc<str>>,
    /// What the model leaves out; told in the last step.
    pub simplified: Rc<[Prose]>,
    /// Things of the picture that are pointed at, each with a text; the first one's stands beside it.
    pub cues: Rc<[Cue]>,
    /// False if the browser does not keep how far the learner has come.
    pub kept: bool,
    /// What the learner is told of the run as a whole.
    pub notice: Option<&'static str>,
    /// The curve that is drawn, or was, in this step; it takes the place of the picture.
    pub curve: Option<Curve>,
    /// The solution, if the step has one and it may be looked at.
    pub solution: Option<Solution>,
    /// How much of the way the step shows, if it is a task.
    pub fade: Option<Fade>,
    /// What the world has done by itself in this step; newest last.
    pub announced: Rc<[Rc<str>]>,
    /// How far time is offered to pass, in words.
    pub run_until: Option<Rc<str>>,
    /// For whoever teaches: notes, and questions for the class.
    pub notes: Rc<[Prose]>,
    /// What should be looked at in the lesson's file, told to its author.
    pub warnings: Rc<[Rc<str>]>,
}

/// A solution, looked at or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Solution {
    /// Its lines, as far as they can be filled now; empty until it is looked at.
    pub lines: Rc<[Rc<str>]>,
    /// How many of them have been run.
    pub run: usize,
    /// True while the line that was run last lets time pass.
    pub waits: bool,
    /// A sibling to be done alone afterwards.
    pub variant: Option<Prose>,
}

/// The three parts of a prediction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strip {
    /// Say what will happen.
    Predict,
    /// Let it happen.
    Run,
    /// Hold the one against the other.
    Compare,
}

/// A text that points at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Cue {
    /// What is pointed at.
    pub thing: Thing,
    /// What is to be seen there.
    pub text: Rc<str>,
}

/// Hints: look, where, do.
#[derive(Clone, Debug, PartialEq)]
pub struct Hints {
    /// Those asked for so far.
    pub shown: Rc<[Prose]>,
    /// All.
    pub total: usize,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// One choice of several.
    Question(Question),
    /// A number.
    Number(NumberQuestion),
    /// How sure the learner is, in percent from 50 to 100.
    Certainty(Certainty),
    /// A text that answers what the learner did.
    Reply(Prose),
    /// A curve.
    Curve(Curve),
    /// Things to be put into order.
    Order(OrderQuestion),
    /// What all the questions below ask.
    Prompt(Rc<str>),
    /// Commits the answers above.
    Commit(Commit),
    /// Buttons that submit commands.
    Acts(Rc<[LessonAct]>),
    /// Goals, checked against the model.
    Goals(Rc<[Goal]>),
    /// What the run is scored by.
    Score(Rc<[Score]>),
    /// What the run has shown: name and value.
    Facts(Rc<[(Rc<str>, Rc<str>)]>),
    /// A box for the learner's own words.
    OwnWords(OwnWords),
}

/// One choice of several.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Which question, for the answer.
    pub id: Rc<str>,
    /// What is asked.
    pub prompt: Rc<str>,
    /// The choices, in order.
    pub choices: Rc<[Rc<str>]>,
    /// Short choices stand side by side.
    pub inline: bool,
    /// The one that is chosen.
    pub chosen: Option<usize>,
    /// The answer to the choice.
    pub reply: Option<Reply>,
    /// True once it may not be changed any more.
    pub fixed: bool,
}

/// The answer to a choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// Whether the choice was right; none where no choice is.
    pub right: Option<bool>,
    /// Why.
    pub text: Prose,
}

/// A number to be said beforehand.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberQuestion {
    /// Which, for the answer.
    pub id: Rc<str>,
    /// What is asked.
    pub prompt: Rc<str>,
    /// Its unit.
    pub unit: Rc<str>,
    /// The smallest and the largest number that is taken.
    pub range: (u64, u64),
    /// What was said so far.
    pub value: Option<u64>,
    /// True once it may not be changed any more.
    pub fixed: bool,
}

/// Things to be put into order.
#[derive(Clone, Debug, PartialEq)]
pub struct OrderQuestion {
    /// Which, for the answer.
    pub id: Rc<str>,
    /// What is asked.
    pub prompt: Rc<str>,
    /// The things, in the order in which the learner has put them.
    pub items: Rc<[Rc<str>]>,
    /// True once it may not be changed any more.
    pub fixed: bool,
}

/// How sure the learner is.
#[derive(Clone, Debug, PartialEq)]
pub struct Certainty {
    /// In percent, from 50 to 100.
    pub percent: u8,
    /// True once it may not be changed any more.
    pub fixed: bool,
}

/// The button that commits a prediction.
#[derive(Clone, Debug, PartialEq)]
pub struct Commit {
    /// What is still missing; none once it can be pressed.
    pub missing: Option<Rc<str>>,
}

/// A button that submits commands.
#[derive(Clone, Debug, PartialEq)]
pub struct LessonAct {
    /// Which, for the answer.
    pub id: Rc<str>,
    /// What the button says.
    pub label: Rc<str>,
    /// The command lines it submits.
    pub commands: Rc<[Rc<str>]>,
    /// Why it cannot be pressed now.
    pub refused: Option<Rc<str>>,
}

/// A goal, in words with actual against needed.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// What is to come true.
    pub sentence: Rc<str>,
    /// Actual against needed: `12 of 30 s`.
    pub measure: Rc<str>,
    /// From 0 to 100.
    pub percent: u8,
    /// Whether it is met.
    pub met: bool,
}

/// One of the things that a run is scored by.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// What it is called.
    pub name: Rc<str>,
    /// What was asked, and over which time.
    pub asked: Rc<str>,
    /// What was measured.
    pub actual: Rc<str>,
    /// What was needed.
    pub needed: Rc<str>,
    /// How much of what is allowed was used, in per cent; none where more is always better.
    pub used: Option<u32>,
}

/// A box for the learner's own words.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnWords {
    /// What is asked.
    pub prompt: Rc<str>,
    /// What was written so far.
    pub text: Rc<str>,
}

/// What the learner does in the panel.
#[derive(Clone, Debug, PartialEq)]
pub enum PanelInput {
    /// Chooses an answer of a question.
    Choose(Rc<str>, usize),
    /// Says a number.
    Number(Rc<str>, u64),
    /// Sets a point of a curve: which curve, which point, and its number.
    Curve(Rc<str>, usize, f64),
    /// Moves a thing one place up in its order: which order, and the place where it stands.
    MoveUp(Rc<str>, usize),
    /// Asks for the solution.
    ShowSolution,
    /// Runs the next line of the solution.
    RunLine,
    /// Says how sure.
    Certainty(u8),
    /// Commits the prediction.
    Commit,
    /// Presses a button.
    Act(Rc<str>),
    /// Writes.
    OwnWords(String),
    /// Asks for the next hint.
    Hint,
    /// Goes to the next step.
    Next,
    /// Goes back to the step before.
    Back,
}
