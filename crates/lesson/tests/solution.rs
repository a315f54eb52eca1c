//! A solution is walked through line by line, as the learner presses.

use lesson::{Play, Walked, load};

fn lesson_one() -> lesson::Lesson {
    let json = include_str!("../../../lessons/01-one-instance/lesson.json");
    let prose = include_str!("../../../lessons/01-one-instance/en.md");
    load("lesson.json", json, prose).expect("the course loads")
}

#[test]
fn every_line_runs_with_its_press_and_the_goals_are_met() {
    let mut play = Play::begin(lesson_one()).expect("the set-up is sound");
    play.solve_until("repair").expect("the solutions are sound");
    let lines = play.runner().solution_lines(&play.simulation).len();
    let mut ran = 0;
    loop {
        match play.director.walk(&mut play.simulation).expect("no line fails") {
            Walked::Ran(_) => ran += 1,
            Walked::Waits(until) => {
                ran += 1;
                play.pass_until(until);
            }
            Walked::Through => break,
        }
        assert_eq!(play.director.walked(), ran);
    }
    assert_eq!(ran, lines);
    assert!(play.runner().is_done(), "{:?}", play.view().goals);
}

#[test]
fn what_is_announced_and_noted_stands_beside_the_step() {
    let play = Play::begin(lesson_one()).expect("the set-up is sound");
    assert!(play.runner().announced(&play.simulation).is_empty());
}
