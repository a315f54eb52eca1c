//! The first lesson proven on the model: its solutions meet every goal at every speed, doing nothing meets none, and each
//! wrong way is recognised and fails what it must.

use cloud::EventBudget;
use des::{SimDuration, SimTime};
use lesson::format::Decoy;
use lesson::view::GoalState;
use lesson::{Lesson, News, Play, load};

const SEEDS: u64 = 20;
/// Lengths of model time between two frames of a page: slowed down, as in life, and fast.
const FRAMES: [SimDuration; 3] = [
    SimDuration::from_micros(1_667),
    SimDuration::from_micros(16_667),
    SimDuration::from_millis(5_000),
];

fn begin(seed: u64) -> Play {
    Play::begin(first_lesson(seed)).unwrap_or_else(|trouble| panic!("{trouble}"))
}

/// The lesson at its step `step`, everything before it solved.
fn at(seed: u64, step: &str) -> Play {
    let mut play = begin(seed);
    play.solve_until(step)
        .unwrap_or_else(|trouble| panic!("seed {seed}: {trouble}"));
    play
}

fn met(play: &Play, goal: &str) -> bool {
    let goals = play.view().goals;
    goals
        .iter()
        .any(|view| view.id == goal && view.state == GoalState::Met)
}

fn first_lesson(seed: u64) -> Lesson {
    let json = include_str!("../../../lessons/01-one-instance/lesson.json");
    let prose = include_str!("../../../lessons/01-one-instance/en.md");
    let mut lesson = load("lesson.json", json, prose).expect("the course loads");
    lesson.world.seed = seed;
    lesson
}

#[test]
fn the_solutions_meet_every_goal_on_every_seed() {
    for seed in 0..SEEDS {
        let mut play = begin(seed);
        play.solve()
            .unwrap_or_else(|trouble| panic!("seed {seed}: {trouble}"));
        assert!(play.runner().is_finished() && play.director.troubles().is_empty());
    }
}

#[test]
fn verdicts_are_the_same_at_every_speed() {
    let play = |frame: SimDuration| {
        let mut play = begin(11).in_frames(frame);
        play.solve_until("debrief").expect("it is solved");
        (play.news.clone(), play.view(), play.simulation.cloud().digest())
    };
    let slow = play(FRAMES[0]);
    for frame in &FRAMES[1..] {
        assert_eq!(play(*frame), slow, "{frame}");
    }
}

#[test]
fn a_lesson_that_looks_on_changes_nothing() {
    let mut watched = begin(11).in_frames(FRAMES[1]);
    let mut alone = watched.simulation.clone();
    watched.wait(SimDuration::from_secs(120));
    alone.advance_to(watched.simulation.now(), EventBudget::UNLIMITED);
    assert_eq!(watched.simulation.cloud().digest(), alone.cloud().digest());
}

#[test]
fn doing_nothing_meets_no_goal_of_a_step_that_asks_for_a_deed() {
    for step in ["where", "fail", "repair"] {
        let mut play = at(11, step);
        play.wait(SimDuration::from_mins(10));
        let met: Vec<_> = play
            .view()
            .goals
            .into_iter()
            .filter(|goal| goal.state == GoalState::Met)
            .collect();
        assert_eq!(met, [], "{step}");
    }
}

#[test]
fn each_wrong_way_is_recognised_and_fails_what_it_must() {
    for decoy in first_lesson(11)
        .step("repair")
        .expect("it is there")
        .decoys
        .clone()
    {
        for seed in 0..5 {
            play_decoy(&decoy, seed);
        }
    }
}

fn play_decoy(decoy: &Decoy, seed: u64) {
    let mut play = at(seed, "repair");
    play.run("", &decoy.lines)
        .unwrap_or_else(|trouble| panic!("{trouble}"));
    let seen = News::DecoySeen(decoy.id.clone());
    let is_seen = |(_, news): &(SimTime, News)| *news == seen;
    assert!(play.news.iter().any(is_seen), "{} on seed {seed}", decoy.id);
    assert_eq!(
        play.view().replies.len(),
        1,
        "{}: one wrong way, one reply",
        decoy.id
    );
    for goal in &decoy.must_fail {
        assert!(!met(&play, goal), "{} must not meet {goal}", decoy.id);
    }
}

#[test]
fn the_outage_in_the_debrief_is_the_one_in_the_account() {
    let play = at(11, "debrief");
    let facts = play.view().facts;
    let fact = |label: &str| -> u64 {
        let (_, value) = facts.iter().find(|(known, _)| known == label).expect(label);
        value
            .trim_end_matches(" s")
            .replace(',', "")
            .parse()
            .expect("a number")
    };
    let outage = fact("Nobody was served for");
    assert_eq!(
        outage,
        fact("Until you launched an instance")
            + fact("Until its app answered")
            + fact("Until the employees had its address")
    );
    assert_eq!(fact("Failed because of DynamoDB or S3"), 0);
    assert!(fact("Failed") >= fact("Timed out") && fact("Requests") > fact("Failed"));
}
