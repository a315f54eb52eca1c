//! A lesson while it is played. It looks on: it draws no randomness, submits nothing and schedules nothing, so the
//! account runs the same with and without it. Goals are decided at instants of model time.

mod answer;
mod curve;
#[cfg(test)]
mod tests;
mod timeline;

use des::{SimDuration, SimTime};

use crate::check::{Check, Reading};
use crate::format::{Lesson, Step};
use crate::glance::{Glance, Memory};
use crate::goal::{self, GoalProgress, Instant, Opening, Scope};
use crate::ledger::Ledger;
use crate::observed::Observed;
use crate::progress::{Progress, StepProgress};
use crate::reference::Fact;

pub(crate) use answer::open_questions;
pub use answer::{CERTAINTY, OWN_WORDS_CHARS};
pub use curve::ShapeMiss;

/// How often goals are looked at, in model time.
pub const CHECK_EVERY: SimDuration = SimDuration::from_secs(1);
/// How often in a step that is made to be played slowed down, so that the learner need not wait for the verdict.
pub const CHECK_EVERY_SLOWED: SimDuration = SimDuration::from_millis(100);

/// A lesson and how far the learner has come.
#[derive(Clone, Debug)]
pub struct Runner {
    pub(crate) lesson: Lesson,
    pub(crate) progress: Progress,
    pub(crate) ledger: Ledger,
    checked_at: SimTime,
    memory: Memory,
}

/// Something that a check brought to light.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// A goal of the step reached is met.
    GoalMet(String),
    /// A goal that does not latch holds no longer, before the step was done.
    GoalLost(String),
    /// A decoy was recognised.
    DecoySeen(String),
    /// An event of the timeline begins: whoever lets time pass plays its lines. The runner itself only looks on.
    EventBegins(String),
}

impl Runner {
    /// Begins a lesson. The set-up has been played: the run counts from now.
    #[must_use]
    pub fn begin(lesson: Lesson, seen: &dyn Observed) -> Self {
        let keeps_latencies = lesson.checks().any(reads_latency) || curve::draws_latency(&lesson);
        let (progress, ledger) = (Progress::none(&lesson), Ledger::open(seen, keeps_latencies));
        let mut runner = Self {
            lesson,
            progress,
            ledger,
            checked_at: seen.now(),
            memory: Memory::default(),
        };
        runner.open(0, seen);
        runner
    }

    /// When the account must next be held still and shown to [`Runner::check`]. It depends on the step reached, and
    /// never on how fast time passes.
    #[must_use]
    pub fn next_check(&self, now: SimTime) -> SimTime {
        now.next_multiple_of(self.check_every())
    }

    /// Looks at the account. Whoever drives it stops at every [`Runner::next_check`]; a look at any other instant, and
    /// a second look at the same one, changes nothing. So verdicts are the same at every speed.
    pub fn check(&mut self, seen: &dyn Observed) -> Vec<News> {
        let (now, covers) = (seen.now(), self.check_every());
        if now <= self.checked_at || now.as_micros() % covers.as_micros() != 0 {
            return Vec::new();
        }
        self.checked_at = now;
        let mut memory = std::mem::take(&mut self.memory);
        let news = self.look(&Glance::new(seen, &mut memory), Instant { at: now, covers });
        self.memory = memory;
        news
    }

    fn look(&mut self, seen: &dyn Observed, check: Instant) -> Vec<News> {
        self.ledger.enter(seen);
        self.measure_curves(seen);
        let mut news = self.judge(seen, check);
        news.extend(self.due_events(seen).into_iter().map(News::EventBegins));
        news
    }

    fn judge(&mut self, seen: &dyn Observed, check: Instant) -> Vec<News> {
        let step = &self.lesson.steps[self.progress.reached];
        let StepProgress {
            opening,
            goals,
            done_at,
            decoys,
            ..
        } = &mut self.progress.steps[self.progress.reached];
        let scope = Scope {
            seen,
            ledger: &self.ledger,
            opening,
        };
        let mut news = Vec::new();
        if done_at.is_none() {
            news.extend(check_goals(step, goals, scope, check));
            let is_done = !goals.is_empty() && goals.iter().all(|goal| goal.met_at.is_some());
            *done_at = is_done.then_some(check.at);
        }
        news.extend(check_decoys(step, decoys, scope, check));
        news
    }

    fn check_every(&self) -> SimDuration {
        let is_slowed = self.reached().pace.speed.is_some_and(|speed| speed < 1.0);
        if is_slowed {
            CHECK_EVERY_SLOWED
        } else {
            CHECK_EVERY
        }
    }

    /// The lesson.
    #[must_use]
    pub fn lesson(&self) -> &Lesson {
        &self.lesson
    }

    /// How far the learner has come.
    #[must_use]
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// The step that is shown.
    #[must_use]
    pub fn step(&self) -> &Step {
        &self.lesson.steps[self.progress.shown]
    }

    /// The furthest step reached: its goals are checked, and its rules say what may be called.
    #[must_use]
    pub fn reached(&self) -> &Step {
        &self.lesson.steps[self.progress.reached]
    }

    /// A fact of the run as a number, if it is one and can be told yet.
    #[must_use]
    pub fn fact(&self, fact: Fact, seen: &dyn Observed) -> Option<u64> {
        self.scene(seen).source.number(fact)
    }

    /// Whether a check holds now, counted from the opening of the step with this index.
    #[must_use]
    pub fn holds(&self, check: &Check, step: usize, seen: &dyn Observed) -> bool {
        let scope = Scope {
            seen,
            ledger: &self.ledger,
            opening: &self.progress.steps[step].opening,
        };
        goal::judge(check, scope).holds
    }

    /// Whether the step that is shown is done.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.is_done_at(self.progress.shown)
    }

    pub(crate) fn is_done_at(&self, index: usize) -> bool {
        answer::is_done(&self.lesson.steps[index].body, &self.progress.steps[index])
    }

    /// Whether every step is done.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        (0..self.lesson.steps.len()).all(|index| self.is_done_at(index))
    }

    /// Goes on to the next step, if the one shown is done. Returns whether it did.
    pub fn next(&mut self, seen: &dyn Observed) -> bool {
        let next = self.progress.shown + 1;
        if !self.is_done() || next >= self.lesson.steps.len() {
            return false;
        }
        self.progress.shown = next;
        if next > self.progress.reached {
            self.progress.reached = next;
            self.open(next, seen);
        }
        true
    }

    /// Goes back to an earlier step, to read it again.
    pub fn back(&mut self) {
        self.progress.shown = self.progress.shown.saturating_sub(1);
    }

    fn open(&mut self, index: usize, seen: &dyn Observed) {
        let step = &self.lesson.steps[index];
        let events = self.lesson.timeline.iter().filter_map(|event| event.condition());
        let operations: Vec<&str> = step
            .checks()
            .chain(events)
            .flat_map(goal::counted_operations)
            .collect();
        self.progress.steps[index].opening = Opening::take(seen, &self.ledger, &operations);
    }

    fn shown_mut(&mut self) -> &mut StepProgress {
        &mut self.progress.steps[self.progress.shown]
    }
}

/// Whether a check asks how long requests take: only then it is counted.
fn reads_latency(check: &Check) -> bool {
    check
        .comparisons()
        .iter()
        .any(|comparison| match comparison.reading {
            Reading::Metric { metric, .. } => metric.percentile().is_some(),
            _ => false,
        })
}

fn check_goals(step: &Step, goals: &mut [GoalProgress], scope: Scope<'_>, check: Instant) -> Vec<News> {
    let mut news = Vec::new();
    for (index, goal) in step.goals.iter().enumerate() {
        let stays_met = goal.latch && goals[index].met_at.is_some();
        if stays_met || waits(step, goals, index) {
            continue;
        }
        let judged = goal::judge(&goal.check, scope);
        match goals[index].advance(judged, goal.for_at_least, check) {
            Some(true) => news.push(News::GoalMet(goal.id.clone())),
            Some(false) => news.push(News::GoalLost(goal.id.clone())),
            None => {}
        }
    }
    news
}

/// Whether a goal waits for another to be met first.
pub(crate) fn waits(step: &Step, goals: &[GoalProgress], index: usize) -> bool {
    let Some(after) = &step.goals[index].after else {
        return false;
    };
    let mut pairs = step.goals.iter().zip(goals);
    !pairs.any(|(goal, progress)| goal.id == *after && progress.met_at.is_some())
}

/// A decoy is seen for as long as it matches: its reply goes when the learner has mended it.
fn check_decoys(step: &Step, decoys: &mut [GoalProgress], scope: Scope<'_>, check: Instant) -> Vec<News> {
    let mut news = Vec::new();
    for (decoy, progress) in step.decoys.iter().zip(decoys) {
        let judged = goal::judge(&decoy.matches, scope);
        if progress.advance(judged, decoy.for_at_least, check) == Some(true) {
            news.push(News::DecoySeen(decoy.id.clone()));
        }
    }
    news
}
