//! What a learner did in the first lesson, written to a file, read and played again.

use lesson::results::StepResult;
use lesson::{Difference, Lesson, Play, Results, load, replay};

fn first_lesson() -> Lesson {
    let json = include_str!("../../../lessons/01-one-instance/lesson.json");
    let prose = include_str!("../../../lessons/01-one-instance/en.md");
    load("lesson.json", json, prose).expect("the course loads")
}

/// The results of a learner who did all as the lesson would, up to this step.
fn results(step: &str) -> Results {
    let mut play = Play::begin(first_lesson()).expect("begins");
    play.solve_until(step).expect("is solved");
    Results::of(play.runner(), &play.simulation, &["repair".to_owned()])
}

fn step<'a>(results: &'a mut Results, id: &str) -> &'a mut StepResult {
    let found = results.steps.iter_mut().find(|step| step.id == id);
    found.expect("it is there")
}

/// In what the results differ from what comes of them when they are played again.
fn again(results: &Results) -> Vec<Difference> {
    replay(&first_lesson(), results).expect("plays").differences
}

#[test]
fn results_are_read_as_they_were_written() {
    let mut results = results("debrief");
    assert_eq!(Results::parse(&results.to_json()), Ok(results.clone()));
    assert_eq!((results.lesson.as_str(), results.seed), ("one-instance", 11));
    assert!(!results.finished && results.journal.len() >= 4, "{results:?}");
    assert!(step(&mut results, "repair").solution_seen);
    let predicted = step(&mut results, "predict");
    assert_eq!(predicted.right, Some(true));
    assert!(predicted.prediction.is_some());
}

#[test]
fn what_is_played_again_comes_out_the_same() {
    for id in ["where", "repair", "debrief"] {
        assert_eq!(again(&results(id)), [], "{id}");
    }
}

#[test]
fn a_verdict_that_was_made_up_does_not_hold() {
    let mut results = results("repair");
    step(&mut results, "repair").goals[3].1 = Some(results.ended);
    let found = again(&results);
    let [Difference::Goal { step, goal, now, .. }] = found.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!((step.as_str(), goal.as_str(), *now), ("repair", "served", None));
}

#[test]
fn a_deed_that_was_left_out_is_missed() {
    let mut results = results("watch");
    results
        .journal
        .retain(|deed| !deed.line.contains("terminate-instances"));
    let found = again(&results);
    assert_eq!(found, [Difference::NotReached("watch".to_owned())]);
}

#[test]
fn results_of_another_lesson_or_from_nowhere_are_refused() {
    let other = Results {
        lesson: "other".to_owned(),
        ..results("judge")
    };
    let found = again(&other);
    assert_eq!(found, [Difference::Lesson("other".to_owned())]);
    let json = results("judge").to_json();
    for (from, to) in [
        ("\"resultsVersion\": 1", "\"resultsVersion\": 2"),
        ("\"seed\": 11", "\"seed\": -1"),
        ("\"journal\": [", "\"journals\": ["),
        ("\"ended\": ", "\"ended\": 99999999999"),
        ("{", "["),
    ] {
        assert!(json.contains(from), "{from} {json}");
        assert!(Results::parse(&json.replacen(from, to, 1)).is_err(), "{to}");
    }
}

#[test]
fn time_does_not_go_back() {
    let mut results = results("debrief");
    results.journal.swap(0, 2);
    let found = again(&results);
    assert!(!found.is_empty());
}

/// The first lesson, its last task scored by the share of requests served.
fn scored_lesson() -> Lesson {
    let mut lesson = first_lesson();
    let build = lesson.steps.iter_mut().find(|step| step.id == "repair");
    build.expect("it is there").score = vec!["served".to_owned()];
    lesson
}

#[test]
fn a_score_is_written_read_and_measured_again() {
    let mut play = Play::begin(scored_lesson()).expect("begins");
    play.solve().expect("is solved");
    let mut results = Results::of(play.runner(), &play.simulation, &[]);
    let repair = step(&mut results, "repair").clone();
    let [served] = repair.score.as_slice() else {
        panic!("{repair:?}")
    };
    assert_eq!(
        (served.actual.as_str(), served.needed.as_str(), served.used),
        ("100 %", "at least 99 %", Some(0.0))
    );
    assert!(repair.done > repair.opened, "{repair:?}");
    assert_eq!(Results::parse(&results.to_json()), Ok(results.clone()));
    let again = replay(&scored_lesson(), &results).expect("plays");
    assert_eq!(
        (again.differences, again.results.steps[6].score.clone()),
        (vec![], repair.score.clone())
    );

    step(&mut results, "repair").score[0].measured = 0.998;
    let again = replay(&scored_lesson(), &results).expect("plays");
    let [Difference::Score { step, .. }] = again.differences.as_slice() else {
        panic!("{:?}", again.differences)
    };
    assert_eq!(step, "repair");
}

#[test]
fn results_of_before_there_were_scores_are_still_read() {
    let json = results("debrief").to_json();
    let old: Vec<&str> = json
        .lines()
        .filter(|line| !line.contains("\"doneAt\":") && !line.contains("\"score\":"))
        .collect();
    let old = Results::parse(&old.join("\n")).expect("is read");
    assert!(
        old.steps
            .iter()
            .all(|step| step.done.is_none() && step.score.is_empty())
    );
    assert_eq!(again(&old), []);
}
