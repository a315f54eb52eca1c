//! A lesson and its run, turned into plain pictures.

mod extras;
mod goal;
mod prediction;
mod question;
mod score;
mod unfilled;

pub use unfilled::Unfilled;

use des::SimDuration;

use crate::format::{Act, Body, Lesson, Step};
use crate::observed::Observed;
use crate::phrases;
use crate::progress::StepProgress;
use crate::prose::{Block, TITLE, fill, plain};
use crate::reference::Fact;
use crate::resolve::Source;
use crate::runner::{Runner, open_questions};
use crate::view::{ActView, HINTS, LessonView, Pip, StepView};

/// One step and everything that its picture is made from.
pub(crate) struct Scene<'a> {
    lesson: &'a Lesson,
    step: &'a Step,
    progress: &'a StepProgress,
    pub(crate) source: Source<'a>,
}

impl Runner {
    /// The lesson as a page shows it now.
    #[must_use]
    pub fn view(&self, seen: &dyn Observed) -> LessonView {
        let (lesson, index) = (&self.lesson, self.progress.shown);
        let scene = self.scene(seen);
        LessonView {
            id: lesson.id.clone(),
            title: scene.line(TITLE),
            simplifies: lesson
                .meta
                .simplifies
                .iter()
                .map(|id| scene.text(&format!("simplifies.{id}")))
                .collect(),
            sources: lesson.meta.sources.clone(),
            pips: (0..lesson.steps.len()).map(|step| self.pip(step)).collect(),
            index,
            step: scene.step(self),
            is_finished: self.is_finished(),
        }
    }

    /// What is told of an event of the timeline as it begins; nothing if it is not announced.
    #[must_use]
    pub fn announcement(&self, event: &str, seen: &dyn Observed) -> Option<String> {
        let mut timeline = self.lesson.timeline.iter();
        let told = timeline.any(|known| known.id == event && known.announce);
        told.then(|| self.scene(seen).line(&format!("timeline.{event}")))
    }

    /// A script line with its references filled from the run.
    ///
    /// # Errors
    /// Why that cannot be done now, in a sentence.
    pub fn fill_line(&self, line: &str, seen: &dyn Observed) -> Result<String, String> {
        self.scene(seen)
            .source
            .fill_line(line)
            .map_err(|missing| phrases::not_now(&missing))
    }

    pub(crate) fn scene<'a>(&'a self, seen: &'a dyn Observed) -> Scene<'a> {
        let progress = &self.progress.steps[self.progress.shown];
        let prediction = self
            .progress
            .steps
            .iter()
            .rev()
            .find_map(|step| step.prediction.as_ref());
        let source = Source {
            seen,
            ledger: &self.ledger,
            prediction,
        };
        Scene {
            lesson: &self.lesson,
            step: self.step(),
            progress,
            source,
        }
    }

    fn pip(&self, step: usize) -> Pip {
        if step == self.progress.shown {
            Pip::Shown
        } else if step > self.progress.reached {
            Pip::Ahead
        } else if self.is_done_at(step) {
            Pip::Done
        } else {
            Pip::Open
        }
    }
}

impl Scene<'_> {
    fn step(&self, runner: &Runner) -> StepView {
        let (step, id) = (self.step, &self.step.id);
        let hints = self.progress.hints;
        StepView {
            id: id.clone(),
            kind: step.body.kind(),
            title: self.own_line("title"),
            text: self.own_text("text"),
            pace: step.pace,
            run_until: self.run_until(),
            fade: step.fade,
            variant: step.has_variant.then(|| self.own_text("variant")),
            spotlight: step
                .spotlight
                .iter()
                .map(|at| (at.clone(), self.own_line(&format!("spotlight.{at}"))))
                .collect(),
            comparison: self.comparison(runner),
            score: runner.score_told(self.source.seen),
            facts: self.facts(),
            acts: step.acts.iter().map(|act| self.act(act)).collect(),
            goals: (0..step.goals.len()).map(|index| self.goal(index)).collect(),
            replies: self.decoy_replies(),
            prompt: matches!(step.body, Body::Judge(_)).then(|| self.own_line("question")),
            questions: self.questions(),
            prediction: self.prediction(),
            own_words: self.own_words(),
            words: step
                .words
                .iter()
                .map(|word| self.text(&format!("word.{word}")))
                .collect(),
            hints: HINTS[..hints]
                .iter()
                .map(|rung| self.own_text(&format!("hint.{rung}")))
                .collect(),
            hints_offered: if step.hints { HINTS.len() } else { 0 },
            may_go_on: runner.is_done(),
            still_to_do: self.still_to_do(runner),
        }
    }

    /// How long it is until there is something to be seen; nothing once that is past.
    fn run_until(&self) -> Option<SimDuration> {
        let moment = self.progress.opening.second + self.step.run_until?.as_secs();
        let left = moment.checked_sub(self.source.seen.now().as_secs())?;
        (left > 0).then(|| SimDuration::from_secs(left))
    }

    fn still_to_do(&self, runner: &Runner) -> Option<String> {
        let goals = self
            .progress
            .goals
            .iter()
            .filter(|goal| goal.met_at.is_none())
            .count();
        let predicts = matches!(self.step.body, Body::Predict(_)) && self.progress.prediction.is_none();
        let questions = open_questions(&self.step.body, self.progress);
        (!runner.is_done()).then(|| phrases::still_to_do(goals, questions, predicts))
    }

    fn act(&self, act: &Act) -> ActView {
        let filled = act.lines.iter().map(|line| self.source.fill_line(&line.text));
        let filled: Result<Vec<String>, String> = filled.collect();
        ActView {
            id: act.id.clone(),
            label: self.own_line(&format!("act.{}", act.id)),
            not_now: filled.as_ref().err().map(|missing| phrases::not_now(missing)),
            lines: filled.unwrap_or_default(),
        }
    }

    /// Replies to the decoys that match now, while the step is not done.
    fn decoy_replies(&self) -> Vec<Vec<Block>> {
        let pairs = self.step.decoys.iter().zip(&self.progress.decoys);
        let seen = pairs.filter(|(_, progress)| progress.met_at.is_some());
        seen.map(|(decoy, _)| self.own_text(&format!("decoy.{}", decoy.id)))
            .collect()
    }

    fn facts(&self) -> Vec<(String, String)> {
        let Body::Debrief(debrief) = &self.step.body else {
            return Vec::new();
        };
        let told = |fact: &Fact| {
            let value = self.source.fact(*fact)?;
            Some((phrases::fact(*fact).to_owned(), value + phrases::unit(*fact)))
        };
        debrief.facts.iter().filter_map(told).collect()
    }

    fn own_words(&self) -> Option<(String, String)> {
        let asks = matches!(&self.step.body, Body::Explain(explain) if explain.own_words);
        asks.then(|| (self.own_line("own-words"), self.progress.own_words.clone()))
    }

    fn own_line(&self, key: &str) -> String {
        self.line(&format!("{}.{key}", self.step.id))
    }

    fn own_text(&self, key: &str) -> Vec<Block> {
        self.text(&format!("{}.{key}", self.step.id))
    }

    fn line(&self, key: &str) -> String {
        plain(&self.text(key))
    }

    fn text(&self, key: &str) -> Vec<Block> {
        fill(self.lesson.prose.blocks(key), &|name| self.source.text(name))
    }
}
