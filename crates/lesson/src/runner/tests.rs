//! The first lesson played against a small account.

use super::*;
use crate::check::{Comparison, Cost, Metric, Op, Over, Wanted};
use crate::fake::{FIRST_ADDRESS, Fake, lesson_one};
use crate::format::Goal;
use crate::observed::AppState;
use crate::progress::Prediction;
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
        ..Prediction::default()
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
    fake.comes_up(&new);
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
    fake.comes_up(&new);
    fake.play(40, &mut runner);
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

/// The first lesson with a first step that is scored: by the share served, and by a budget that does not latch.
fn scored() -> Lesson {
    let mut lesson = lesson_one();
    let goal = |id: &str, check: Check, latch| Goal {
        id: id.to_owned(),
        check,
        for_at_least: SimDuration::ZERO,
        after: None,
        latch,
        guard: !latch,
    };
    let compare = |reading, op, value| {
        Check::Compare(Comparison {
            reading,
            op,
            value: Wanted::Number(value),
        })
    };
    let share = Reading::Metric {
        metric: Metric::ServedShare,
        over: Over::During {
            from: SimDuration::ZERO,
            to: SimDuration::from_secs(30),
            window: None,
        },
        min_requests: 20,
    };
    let first = &mut lesson.steps[0];
    first.goals = vec![
        goal("objective", compare(share, Op::AtLeast, 0.9), true),
        goal(
            "budget",
            compare(Reading::Cost(Cost::SinceStep), Op::AtMost, 0.001),
            false,
        ),
    ];
    first.score = vec!["objective".to_owned(), "budget".to_owned()];
    lesson
}

#[test]
fn a_step_is_scored_by_what_its_goals_read_when_it_was_done_and_by_nothing_later() {
    let mut fake = Fake::serving(42);
    let mut runner = Runner::begin(scored(), &fake);
    fake.play(29, &mut runner);
    assert_eq!(runner.score(0, &fake), []);
    fake.play(1, &mut runner);
    let score = runner.score(0, &fake);
    let told: Vec<(&str, &str)> = score
        .iter()
        .map(|one| (one.actual.as_str(), one.needed.as_str()))
        .collect();
    assert_eq!(told, [("100 %", "at least 90 %"), ("$0.0001", "at most $0.0010")]);
    assert_eq!(runner.progress().steps[0].done_at, Some(fake.now()));
    fake.fail_everything();
    fake.play(3_000, &mut runner);
    assert!(runner.is_done());
    assert_eq!(runner.score(0, &fake), score);
}
