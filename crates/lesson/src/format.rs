//! Format version 1: what a lesson file says, once it is read and found good.
//!
//! Pure data: no code is evaluated, and order lives in lists, never in ids. Words that people read are not here but in
//! the prose, under keys made of these ids (`lessons/README.md` lists them).

mod question;
mod target;

use des::SimDuration;

use crate::check::Check;
use crate::files::LessonFiles;
use crate::prose::Prose;
use crate::script::Line;
use crate::vocabulary::vocabulary;

pub use question::{
    Choice, Curve, CurveMetric, Debrief, Explain, Item, Judge, Number, Order, Predict, Question, Quiz,
    ShapePoint,
};
pub(crate) use target::Naming;
pub use target::{Target, TargetKind};

/// The version that this reader knows.
pub const FORMAT_VERSION: u64 = 1;

/// A lesson that loaded without a mistake.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    /// The version of the model that its numbers were proven with, such as `2026.11`; empty if it does not say.
    pub model_version: String,
    /// Stable id; renaming the title breaks nothing.
    pub id: String,
    /// The language of its words, such as `en`.
    pub language: String,
    /// What it is about.
    pub meta: Meta,
    /// Where it plays.
    pub world: World,
    /// What the world does by itself while the learner plays.
    pub timeline: Vec<Event>,
    /// What the learner may do where a step does not say otherwise.
    pub allow: Allow,
    /// The steps, in order; at least one.
    pub steps: Vec<Step>,
    /// How it is to be proven.
    pub proof: Proof,
    /// The files that its scripts read, once they are there.
    pub files: LessonFiles,
    pub(crate) prose: Prose,
}

/// For teachers, for the course map, and for the honest small print.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// How long it takes, in minutes.
    pub minutes: u64,
    /// Whether it is ready for learners.
    pub status: Status,
    /// Under which licence it may be used, as an SPDX identifier; empty if it does not say.
    pub license: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Concepts it teaches.
    pub teaches: Vec<String>,
    /// Concepts it builds on.
    pub requires: Vec<String>,
    /// Wrong ideas it meets.
    pub misconceptions: Vec<String>,
    /// Where its facts can be read.
    pub sources: Vec<String>,
    /// What the model leaves out; told to the learner.
    pub simplifies: Vec<String>,
    /// How many questions for the class the teacher's notes have.
    pub questions: u64,
}

vocabulary! {
    /// How far a lesson has come.
    pub Status {
        /// Being written.
        Draft = "draft",
        /// For learners.
        Ready = "ready",
    }
}

#[expect(
    clippy::derivable_impls,
    reason = "what declares it derives the same for all words"
)]
impl Default for Status {
    fn default() -> Self {
        Self::Draft
    }
}

/// The account at the beginning.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct World {
    /// The account's Region.
    pub region: String,
    /// Seed of every draw: the same seed and the same acts give the same run.
    pub seed: u64,
    /// How long after the beginning of the model's calendar the set-up begins.
    pub start: SimDuration,
    /// Files beside the lesson that its script lines read by `file://`.
    pub files: Vec<String>,
    /// Script lines played before the learner sees the account.
    pub setup: Vec<Line>,
}

/// Something that the world does by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Stable id.
    pub id: String,
    /// The step whose opening it waits for; the first one if left out.
    pub step: Option<String>,
    /// When it begins.
    pub trigger: Trigger,
    /// What it does: script lines.
    pub lines: Vec<Line>,
    /// Whether the learner is told; the words are the prose string `timeline.ID`.
    pub announce: bool,
}

/// When an event of the timeline begins.
#[derive(Clone, Debug, PartialEq)]
pub enum Trigger {
    /// So long after its step opened, whatever step is reached by then.
    At(SimDuration),
    /// As soon as this holds while its step is the one reached.
    When(Check),
}

/// What the learner may do. Reads are always allowed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Allow {
    /// Operations that may be called, such as `ec2:RunInstances`.
    pub actions: Vec<String>,
    /// How far.
    pub limits: Limits,
}

/// How far the learner may go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Most instances that are not terminated.
    pub instances: Option<u64>,
    /// The instance types that may be used; any if empty.
    pub instance_types: Vec<String>,
}

/// How a lesson is to be proven.
#[derive(Clone, Debug, PartialEq)]
pub struct Proof {
    /// On how many seeds, the lesson's own and those that follow.
    pub seeds: u64,
    /// At which speeds, in model seconds in a real second.
    pub speeds: Vec<f64>,
    /// On which share of the seeds a solution must meet its goals, from 0 to 1.
    pub min_pass_rate: f64,
}

impl Default for Proof {
    fn default() -> Self {
        Self {
            seeds: 20,
            speeds: vec![0.1, 60.0, 1_000.0],
            min_pass_rate: 1.0,
        }
    }
}

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Stable id, and the beginning of its prose keys.
    pub id: String,
    /// What the learner does here, with what only this kind of step has.
    pub body: Body,
    /// How time should pass; the page may be told otherwise by the learner, and no verdict depends on it.
    pub pace: Pace,
    /// Words explained beside the text.
    pub words: Vec<String>,
    /// Places of the picture that are pointed at, each with a text.
    pub spotlight: Vec<Target>,
    /// What the learner may do here, if other than in the whole lesson.
    pub allow: Option<Allow>,
    /// Buttons, each of them script lines.
    pub acts: Vec<Act>,
    /// What must come true before the next step.
    pub goals: Vec<Goal>,
    /// The goals that the step is scored by: what each read once all were met is told in the debrief.
    pub score: Vec<String>,
    /// Whether the three hints (look, where, do) are there.
    pub hints: bool,
    /// Script lines that meet all goals.
    pub solution: Vec<Line>,
    /// Other good answers.
    pub alternatives: Vec<Alternative>,
    /// How much of the way is shown, in a `build` step.
    pub fade: Option<Fade>,
    /// Whether a sibling task is offered, to be done alone once the solution was looked at; its words are `STEP.variant`.
    pub has_variant: bool,
    /// How long after the step opened there is something to be seen: the page offers to let time pass until then.
    pub run_until: Option<SimDuration>,
    /// Wrong ways that are recognised and answered.
    pub decoys: Vec<Decoy>,
}

/// Another good answer to a step, proven as the solution is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// Stable id.
    pub id: String,
    /// Script lines that meet all goals.
    pub lines: Vec<Line>,
}

vocabulary! {
    /// How much of the way a `build` step shows: over a course it should become less.
    pub Fade {
        /// The whole way is shown, to be followed.
        Worked = "worked",
        /// A part is done, and the rest is to be completed.
        Completion = "completion",
        /// Nothing is shown.
        Independent = "independent",
    }
}

/// The kinds of steps.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Look around.
    Read,
    /// Sort things: one choice for each.
    Judge(Judge),
    /// Say beforehand what will happen.
    Predict(Predict),
    /// Do one thing.
    Act,
    /// Watch what follows.
    Observe,
    /// Say why.
    Explain(Explain),
    /// Bring about the goals.
    Build,
    /// Answer questions.
    Quiz(Quiz),
    /// What the run has shown.
    Debrief(Debrief),
}

/// How time should pass in a step.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pace {
    /// Model seconds in a real second; the page's own choice if left out.
    pub speed: Option<f64>,
    /// Whether the step opens paused.
    pub pause: bool,
}

/// A button: script lines with references, shown as the commands that they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// Stable id.
    pub id: String,
    /// What it submits.
    pub lines: Vec<Line>,
}

/// Something to come true.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// Stable id.
    pub id: String,
    /// What is checked, once in every second of model time.
    pub check: Check,
    /// How long it must hold without a break; zero means that once is enough.
    pub for_at_least: SimDuration,
    /// The goal that must be met before this one is looked at.
    pub after: Option<String>,
    /// Whether it stays met once it is.
    pub latch: bool,
    /// Whether it may hold from the start, as a budget does: nobody need do anything for it.
    pub guard: bool,
}

/// A wrong way: how it is recognised, and which goals it cannot meet.
#[derive(Clone, Debug, PartialEq)]
pub struct Decoy {
    /// Stable id.
    pub id: String,
    /// The wrong idea behind it.
    pub misconception: String,
    /// How it is recognised.
    pub matches: Check,
    /// How long that must hold before the reply is given.
    pub for_at_least: SimDuration,
    /// Goals that it must not meet.
    pub must_fail: Vec<String>,
    /// Script lines that play it.
    pub lines: Vec<Line>,
}

impl Lesson {
    /// The step with this id.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id)
    }

    /// What the learner may do in a step.
    #[must_use]
    pub fn allowed<'a>(&'a self, step: &'a Step) -> &'a Allow {
        step.allow.as_ref().unwrap_or(&self.allow)
    }

    /// Every check that is made while it is played.
    pub(crate) fn checks(&self) -> impl Iterator<Item = &Check> {
        let events = self.timeline.iter().filter_map(Event::condition);
        self.steps.iter().flat_map(Step::checks).chain(events)
    }
}

impl Event {
    /// What it waits for, if it is no time.
    #[must_use]
    pub fn condition(&self) -> Option<&Check> {
        match &self.trigger {
            Trigger::At(_) => None,
            Trigger::When(check) => Some(check),
        }
    }
}

impl Step {
    /// Every check that is made while it is the step reached, events of the timeline aside.
    pub fn checks(&self) -> impl Iterator<Item = &Check> {
        let goals = self.goals.iter().map(|goal| &goal.check);
        goals.chain(self.decoys.iter().map(|decoy| &decoy.matches))
    }

    /// The wrong ideas that its choices and decoys meet.
    #[must_use]
    pub fn misconceptions(&self) -> Vec<&str> {
        let of_decoys = self.decoys.iter().map(|decoy| decoy.misconception.as_str());
        self.body.misconceptions().into_iter().chain(of_decoys).collect()
    }
}

impl Body {
    /// The question with choices that this kind of step asks, if it asks one.
    #[must_use]
    pub fn question(&self) -> Option<&Question> {
        match self {
            Self::Predict(predict) => predict.question.as_ref(),
            Self::Explain(explain) => Some(&explain.question),
            Self::Debrief(debrief) => Some(&debrief.transfer),
            Self::Read | Self::Judge(_) | Self::Quiz(_) | Self::Act | Self::Observe | Self::Build => None,
        }
    }

    /// Every question with choices.
    pub(crate) fn questions(&self) -> Vec<&Question> {
        match self {
            Self::Quiz(quiz) => quiz.questions.iter().map(|(_, question)| question).collect(),
            body => body.question().into_iter().collect(),
        }
    }

    fn misconceptions(&self) -> Vec<&str> {
        if let Self::Judge(judge) = self {
            let of_items = judge.items.iter().flat_map(|item| &item.misconceptions);
            return of_items.map(|(_, id)| id.as_str()).collect();
        }
        let choices = self
            .questions()
            .into_iter()
            .flat_map(|question| &question.choices);
        choices
            .filter_map(|choice| choice.misconception.as_deref())
            .collect()
    }

    /// The word for this kind in a lesson file.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Read => Kind::Read,
            Self::Judge(_) => Kind::Judge,
            Self::Predict(_) => Kind::Predict,
            Self::Act => Kind::Act,
            Self::Observe => Kind::Observe,
            Self::Explain(_) => Kind::Explain,
            Self::Build => Kind::Build,
            Self::Quiz(_) => Kind::Quiz,
            Self::Debrief(_) => Kind::Debrief,
        }
    }
}

vocabulary! {
    /// The kinds of steps by their words.
    pub Kind {
        /// Look around.
        Read = "read",
        /// Sort things.
        Judge = "judge",
        /// Say beforehand.
        Predict = "predict",
        /// Do one thing.
        Act = "act",
        /// Watch.
        Observe = "observe",
        /// Say why.
        Explain = "explain",
        /// Bring about.
        Build = "build",
        /// Answer questions.
        Quiz = "quiz",
        /// Look back.
        Debrief = "debrief",
    }
}
