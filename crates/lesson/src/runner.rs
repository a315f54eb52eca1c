//! A lesson while it is played. It looks on: it draws no randomness, submits nothing and schedules nothing, so the
//! account runs the same with and without it. Goals are decided once in every second of model time.

use des::{SimDuration, SimTime};

use crate::format::{Body, Lesson, Step};
use crate::goal::{self, GoalProgress, Opening, Scope};
use crate::ledger::Ledger;
use crate::observed::Observed;
use crate::progress::{Prediction, Progress, StepProgress, THE_QUESTION};

/// How often goals are looked at, in model time.
pub const CHECK_EVERY: SimDuration = SimDuration::from_secs(1);
/// Least and greatest certainty of a prediction, in per cent: below one half one would predict the opposite.
pub const CERTAINTY: std::ops::RangeInclusive<u64> = 50..=100;
/// Longest answer in own words that is kept, in characters.
pub const OWN_WORDS_CHARS: usize = 2_000;

/// A lesson and how far the learner has come.
#[derive(Clone, Debug)]
pub struct Runner {
    pub(crate) lesson: Lesson,
    pub(crate) progress: Progress,
    pub(crate) ledger: Ledger,
}

/// Something that a check brought to light.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// A goal of the step reached is met.
    GoalMet(String),
    /// A goal that does not latch holds no longer.
    GoalLost(String),
    /// A decoy was recognised.
    DecoySeen(String),
}

impl Runner {
    /// Begins a lesson. The set-up has been played: the run counts from now.
    #[must_use]
    pub fn begin(lesson: Lesson, seen: &dyn Observed) -> Self {
        let (progress, ledger) = (Progress::none(&lesson), Ledger::open(seen));
        let mut runner = Self {
            lesson,
            progress,
            ledger,
        };
        runner.open(0, seen);
        runner
    }

    /// When the account must next be held still and shown to [`Runner::check`]: the next whole second.
    #[must_use]
    pub fn next_check(now: SimTime) -> SimTime {
        now.next_multiple_of(CHECK_EVERY)
    }

    /// Looks at the account. Anything but the first look at a new second changes nothing; whoever drives the account
    /// stops at every [`Runner::next_check`], and then verdicts are the same at every speed.
    pub fn check(&mut self, seen: &dyn Observed) -> Vec<News> {
        if !self.ledger.enter(seen) {
            return Vec::new();
        }
        let Some(step) = self.lesson.steps.get(self.progress.reached) else {
            return Vec::new();
        };
        let progress = &mut self.progress.steps[self.progress.reached];
        let StepProgress {
            opening,
            goals,
            decoys,
            ..
        } = progress;
        let scope = Scope {
            seen,
            ledger: &self.ledger,
            opening,
        };
        let mut news = check_goals(step, goals, scope);
        news.extend(check_decoys(step, decoys, scope));
        news
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

    /// Takes a choice; `item` names the thing judged where a step judges several. Unknown names change nothing.
    pub fn answer(&mut self, item: Option<&str>, choice: &str) {
        if takes_answer(&self.step().body, item, choice) {
            let slot = item.unwrap_or(THE_QUESTION).to_owned();
            self.shown_mut()
                .answers
                .entry(slot)
                .or_default()
                .push(choice.to_owned());
        }
    }

    /// Commits a prediction. Returns whether it was taken: it must be whole, within its ranges, and the first.
    pub fn predict(&mut self, prediction: Prediction) -> bool {
        let taken = self.shown_mut().prediction.is_none() && is_whole(&self.step().body, &prediction);
        if taken {
            self.shown_mut().prediction = Some(prediction);
        }
        taken
    }

    /// Keeps what the learner wrote in own words, up to [`OWN_WORDS_CHARS`].
    pub fn say(&mut self, own_words: &str) {
        self.shown_mut().own_words = own_words.chars().take(OWN_WORDS_CHARS).collect();
    }

    /// Takes the next hint, if there is one left.
    pub fn take_hint(&mut self) {
        if self.step().hints {
            let progress = self.shown_mut();
            progress.hints = (progress.hints + 1).min(crate::view::HINTS.len());
        }
    }

    /// Whether the step that is shown is done.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.is_done_at(self.progress.shown)
    }

    pub(crate) fn is_done_at(&self, index: usize) -> bool {
        is_done(&self.lesson.steps[index].body, &self.progress.steps[index])
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
        let checks = step
            .goals
            .iter()
            .map(|goal| &goal.check)
            .chain(step.decoys.iter().map(|decoy| &decoy.matches));
        let operations: Vec<&str> = checks.flat_map(goal::counted_operations).collect();
        self.progress.steps[index].opening = Opening::take(seen, &self.ledger, &operations);
    }

    fn shown_mut(&mut self) -> &mut StepProgress {
        &mut self.progress.steps[self.progress.shown]
    }
}

fn check_goals(step: &Step, goals: &mut [GoalProgress], scope: Scope<'_>) -> Vec<News> {
    let mut news = Vec::new();
    for (index, goal) in step.goals.iter().enumerate() {
        let stays_met = goal.latch && goals[index].met_at.is_some();
        if stays_met || waits(step, goals, index) {
            continue;
        }
        let (holds, last) = goal::judge(&goal.check, scope);
        match goals[index].advance(holds, last, goal.for_at_least, scope.seen.now()) {
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
fn check_decoys(step: &Step, decoys: &mut [GoalProgress], scope: Scope<'_>) -> Vec<News> {
    let mut news = Vec::new();
    for (decoy, progress) in step.decoys.iter().zip(decoys) {
        let (is_seen, last) = goal::judge(&decoy.matches, scope);
        if progress.advance(is_seen, last, decoy.for_at_least, scope.seen.now()) == Some(true) {
            news.push(News::DecoySeen(decoy.id.clone()));
        }
    }
    news
}

fn is_done(body: &Body, progress: &StepProgress) -> bool {
    let predicts = matches!(body, Body::Predict(_));
    let is_committed = !predicts || progress.prediction.is_some();
    let all_met = progress.goals.iter().all(|goal| goal.met_at.is_some());
    all_met && is_committed && open_questions(body, progress) == 0
}

/// How many questions of a step have no answer yet. A prediction is not a question: it is committed as a whole.
pub(crate) fn open_questions(body: &Body, progress: &StepProgress) -> usize {
    match body {
        Body::Read | Body::Act | Body::Observe | Body::Build | Body::Predict(_) => 0,
        Body::Judge(judge) => judge
            .items
            .iter()
            .filter(|item| progress.answer(&item.id).is_none())
            .count(),
        Body::Explain(_) | Body::Debrief(_) => usize::from(progress.answer(THE_QUESTION).is_none()),
    }
}

fn takes_answer(body: &Body, item: Option<&str>, choice: &str) -> bool {
    match (body, item) {
        (Body::Judge(judge), Some(item)) => {
            judge.items.iter().any(|known| known.id == item)
                && judge.choices.iter().any(|known| known == choice)
        }
        (Body::Explain(_) | Body::Debrief(_), None) => has_choice(body, choice),
        _ => false,
    }
}

fn has_choice(body: &Body, choice: &str) -> bool {
    body.question()
        .is_some_and(|question| question.choices.iter().any(|known| known.id == choice))
}

fn is_whole(body: &Body, prediction: &Prediction) -> bool {
    let Body::Predict(asked) = body else { return false };
    let choice_fits = match &prediction.choice {
        Some(choice) => has_choice(body, choice),
        None => asked.question.is_none(),
    };
    let number_fits = match (asked.number, prediction.number) {
        (Some(asked), Some(number)) => (asked.min..=asked.max).contains(&number),
        (asked, given) => asked.is_none() && given.is_none(),
    };
    choice_fits && number_fits && CERTAINTY.contains(&prediction.certainty)
}
