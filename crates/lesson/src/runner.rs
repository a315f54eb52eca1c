//! A lesson while it is played. It looks on: it draws no randomness, submits nothing and schedules nothing, so the
//! account runs the same with and without it. Goals are decided at instants of model time.

use des::{SimDuration, SimTime};

use crate::format::{Body, Lesson, Step};
use crate::goal::{self, GoalProgress, Instant, Opening, Scope};
use crate::ledger::Ledger;
use crate::observed::Observed;
use crate::progress::{Prediction, Progress, StepProgress, THE_QUESTION};

/// How often goals are looked at, in model time.
pub const CHECK_EVERY: SimDuration = SimDuration::from_secs(1);
/// How often in a step that is made to be played slowed down, so that the learner need not wait for the verdict.
pub const CHECK_EVERY_SLOWED: SimDuration = SimDuration::from_millis(100);
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
    checked_at: SimTime,
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
            checked_at: seen.now(),
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
        self.ledger.enter(seen);
        self.judge(seen, Instant { at: now, covers })
    }

    fn judge(&mut self, seen: &dyn Observed, check: Instant) -> Vec<News> {
        let step = &self.lesson.steps[self.progress.reached];
        let StepProgress {
            opening,
            goals,
            decoys,
            ..
        } = &mut self.progress.steps[self.progress.reached];
        let scope = Scope {
            seen,
            ledger: &self.ledger,
            opening,
        };
        let mut news = check_goals(step, goals, scope, check);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fake::{FIRST_ADDRESS, Fake, lesson_one};
    use crate::observed::AppState;
    use crate::view::{GoalState, GoalView, Pip};

    const NEW_ADDRESS: &str = "203.0.113.26";

    /// The first lesson at its first step, after a minute of quiet.
    fn begun() -> (Fake, Runner) {
        let mut fake = Fake::serving(42);
        (0..60).for_each(|_| fake.tick());
        let runner = Runner::begin(lesson_one(), &fake);
        (fake, runner)
    }

    fn prediction() -> Prediction {
        Prediction {
            choice: Some("restart".to_owned()),
            number: Some(60),
            certainty: 80,
        }
    }

    fn send_three(fake: &mut Fake, runner: &mut Runner) {
        fake.yours = (1..=3)
            .map(|n| fake.now() + SimDuration::from_millis(200 * n))
            .collect();
        fake.play(1, runner);
        assert!(runner.next(fake));
    }

    fn judge_and_predict(fake: &mut Fake, runner: &mut Runner) {
        for item in ["instance", "dynamodb", "s3"] {
            runner.answer(Some(item), "many-zones");
        }
        assert!(runner.next(fake));
        assert!(runner.predict(prediction()));
        assert!(runner.next(fake));
    }

    fn fail_and_watch(fake: &mut Fake, runner: &mut Runner) {
        fake.fail_everything();
        fake.play(1, runner);
        assert!(runner.next(fake));
        fake.play(40, runner);
        assert!(runner.next(fake));
        runner.answer(None, "somebody");
        assert!(runner.next(fake));
    }

    /// The first lesson at its step `repair`.
    fn broken() -> (Fake, Runner) {
        let (mut fake, mut runner) = begun();
        send_three(&mut fake, &mut runner);
        judge_and_predict(&mut fake, &mut runner);
        fail_and_watch(&mut fake, &mut runner);
        assert_eq!(runner.step().id, "repair");
        (fake, runner)
    }

    fn goal(runner: &Runner, fake: &Fake, id: &str) -> GoalView {
        let goals = runner.view(fake).step.goals;
        goals.into_iter().find(|goal| goal.id == id).expect(id)
    }

    #[test]
    fn the_first_lesson_can_be_played_to_its_end() {
        let (mut fake, mut runner) = broken();
        let new = fake.launch(NEW_ADDRESS);
        fake.play(30, &mut runner);
        fake.answer(&new);
        fake.play(5, &mut runner);
        fake.point_at(NEW_ADDRESS);
        fake.play(40, &mut runner);
        assert!(runner.next(&fake));
        let comparison = runner.view(&fake).step.comparison.expect("this step compares");
        assert_eq!(comparison.numbers, Some(("60 s".to_owned(), "76 s".to_owned())));
        runner.answer(None, "deciding");
        assert!(runner.next(&fake));
        runner.answer(None, "half");
        assert!(runner.is_finished());
        let view = runner.view(&fake);
        assert!(
            view.step
                .facts
                .contains(&("Nobody was served for".to_owned(), "76 s".to_owned()))
        );
        assert!(view.pips[..8].iter().all(|pip| *pip == Pip::Done));
    }

    #[test]
    fn doing_nothing_opens_nothing() {
        let (mut fake, mut runner) = begun();
        fake.play(600, &mut runner);
        assert!(!runner.next(&fake));
        let (mut fake, mut runner) = broken();
        fake.play(600, &mut runner);
        assert!(
            runner
                .view(&fake)
                .step
                .goals
                .iter()
                .all(|goal| goal.state != GoalState::Met)
        );
    }

    #[test]
    fn looking_twice_at_one_second_changes_nothing() {
        let (mut fake, mut runner) = broken();
        fake.answer_everything_at(NEW_ADDRESS);
        fake.play(12, &mut runner);
        let held = goal(&runner, &fake, "served").actual;
        (0..100).for_each(|_| assert_eq!(runner.check(&fake), []));
        assert_eq!(goal(&runner, &fake, "served").actual, held);
    }

    #[test]
    fn a_goal_tells_actual_against_needed() {
        let (mut fake, mut runner) = broken();
        fake.launch(NEW_ADDRESS);
        fake.play(1, &mut runner);
        assert_eq!(goal(&runner, &fake, "running").state, GoalState::Met);
        assert_eq!(goal(&runner, &fake, "ready").measure, "0 of 1");
        assert_eq!(goal(&runner, &fake, "served").state, GoalState::Waiting);
        fake.answer_everything_at(NEW_ADDRESS);
        fake.play(12, &mut runner);
        let served = goal(&runner, &fake, "served");
        assert_eq!(served.sentence, "99 % of requests are served, for 30 s");
        assert_eq!((served.actual.as_str(), served.needed.as_str()), ("8 s", "30 s"));
        assert_eq!(served.measure, "8 of 30 s");
    }

    #[test]
    fn a_held_goal_begins_anew_after_a_break() {
        let (mut fake, mut runner) = broken();
        fake.answer_everything_at(NEW_ADDRESS);
        fake.play(20, &mut runner);
        fake.fail_everything();
        fake.play(2, &mut runner);
        assert_eq!(goal(&runner, &fake, "served").measure, "60 %, needed 99 %");
    }

    #[test]
    fn a_decoy_is_answered_until_it_is_mended() {
        let (mut fake, mut runner) = broken();
        let new = fake.launch(NEW_ADDRESS);
        fake.answer(&new);
        fake.play(20, &mut runner);
        let replies = runner.view(&fake).step.replies;
        assert_eq!(replies.len(), 1);
        let reply = crate::prose::plain(&replies[0]);
        assert!(
            reply.contains(FIRST_ADDRESS) && reply.contains(NEW_ADDRESS),
            "{reply}"
        );
        fake.point_at(NEW_ADDRESS);
        fake.play(1, &mut runner);
        assert_eq!(runner.view(&fake).step.replies.len(), 0);
    }

    #[test]
    fn an_instance_without_an_app_is_recognised() {
        let (mut fake, mut runner) = broken();
        fake.launch(NEW_ADDRESS);
        fake.instances[1].app = AppState::Absent;
        let mut news = Vec::new();
        for _ in 0..20 {
            fake.tick();
            news.extend(runner.check(&fake));
        }
        assert!(news.contains(&News::DecoySeen("no-app".to_owned())));
    }

    #[test]
    fn an_act_waits_for_what_it_needs() {
        let (mut fake, runner) = broken();
        let tell = |fake: &Fake| runner.view(fake).step.acts[1].clone();
        assert_eq!(
            tell(&fake).not_now.as_deref(),
            Some("There is no new instance with a public address yet.")
        );
        fake.launch(NEW_ADDRESS);
        assert_eq!(tell(&fake).lines, ["sandbox clients --endpoint 203.0.113.26"]);
    }

    #[test]
    fn a_prediction_is_whole_and_taken_once() {
        let (mut fake, mut runner) = begun();
        assert!(!runner.predict(prediction()), "this step asks for none");
        send_three(&mut fake, &mut runner);
        ["instance", "dynamodb", "s3"]
            .iter()
            .for_each(|item| runner.answer(Some(item), "one-zone"));
        assert!(runner.next(&fake));
        let without_number = Prediction {
            number: None,
            ..prediction()
        };
        let too_sure = Prediction {
            certainty: 101,
            ..prediction()
        };
        assert!(!runner.predict(without_number) && !runner.predict(too_sure) && !runner.next(&fake));
        assert!(runner.predict(prediction()) && !runner.predict(prediction()));
    }

    #[test]
    fn what_a_step_does_not_take_is_refused_in_its_words() {
        let (mut fake, mut runner) = begun();
        let refusal = runner
            .allows("ec2:TerminateInstances")
            .expect_err("it is too early");
        assert!(
            refusal.reason.starts_with("Nothing is broken yet"),
            "{}",
            refusal.reason
        );
        send_three(&mut fake, &mut runner);
        judge_and_predict(&mut fake, &mut runner);
        assert_eq!(runner.allows("ec2:TerminateInstances"), Ok(()));
        let refusal = runner.allows("ec2:RunInstances").expect_err("that comes later");
        assert!(
            refusal.reason.contains("ec2:TerminateInstances"),
            "{}",
            refusal.reason
        );
    }

    #[test]
    fn going_back_reads_and_changes_nothing() {
        let (fake, mut runner) = broken();
        runner.back();
        assert_eq!(
            (runner.step().id.as_str(), runner.reached().id.as_str()),
            ("explain", "repair")
        );
        assert!(runner.next(&fake));
        assert_eq!(runner.step().id, "repair");
    }

    #[test]
    fn hints_come_one_by_one_and_end() {
        let (fake, mut runner) = broken();
        (0..5).for_each(|_| runner.take_hint());
        let step = runner.view(&fake).step;
        assert_eq!((step.hints.len(), step.hints_offered), (3, 3));
    }
}
