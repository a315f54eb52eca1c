//! The lesson's own way through itself: every step solved as its solution says. What it passes is kept, so that other
//! ways can set out from there.

use des::{SimDuration, SimTime};
use lesson::format::{Goal, Step};
use lesson::view::GoalState;
use lesson::{Lesson, News, Play, Trouble};

use super::finding::{Code, Findings};
use super::text;

/// A step as it opened.
pub(crate) struct Opening {
    /// The play at that moment.
    pub(crate) play: Play,
    /// How long the solution took.
    pub(crate) took: SimDuration,
    /// How many events happened meanwhile.
    pub(crate) events: u64,
}

/// A run of the lesson as its solutions say.
pub(crate) struct Reference {
    /// Every step that was reached, in order.
    pub(crate) openings: Vec<Opening>,
    /// The play at its end.
    pub(crate) end: Play,
}

/// The lesson with another seed.
pub(crate) fn with_seed(lesson: &Lesson, seed: u64) -> Lesson {
    let mut lesson = lesson.clone();
    lesson.world.seed = seed;
    lesson
}

/// Solves the lesson in frames of this length; nothing if not even its set-up can be played. What is wrong on the way is
/// noted.
pub(crate) fn solve(lesson: Lesson, frame: SimDuration, findings: &mut Findings) -> Option<Reference> {
    let begun = Play::begin(lesson).map(|play| play.in_frames(frame));
    let mut play = begun.map_err(|trouble| line_fails(&trouble, findings)).ok()?;
    let mut openings = Vec::new();
    loop {
        text::at_opening(&play, findings);
        let before = play.clone();
        let goes_on = solve_step(&mut play, findings);
        openings.push(Opening {
            took: play.simulation.now().since(before.simulation.now()),
            events: events(&play) - events(&before),
            play: before,
        });
        if !goes_on {
            break;
        }
    }
    for trouble in play.director.troubles() {
        line_fails(trouble, findings);
    }
    Some(Reference { openings, end: play })
}

/// Solves the step that is shown. Returns whether another one opened.
fn solve_step(play: &mut Play, findings: &mut Findings) -> bool {
    let heard = play.news.len();
    if let Err(trouble) = play.solve_step() {
        line_fails(&trouble, findings);
        return false;
    }
    let index = play.runner().progress().shown;
    let place = format!("/steps/{index}");
    let solved = meets_all(play, "The solution", findings);
    decoys_seen(
        play,
        heard,
        &format!("{place}/solution"),
        "The solution",
        findings,
    );
    text::at_the_end(play, findings);
    if !solved {
        return false;
    }
    if play.next() {
        return true;
    }
    if !play.runner().is_finished() {
        let left = play.view().still_to_do.unwrap_or_default();
        findings.note(
            Code::StepStuck,
            &place,
            format!("The step is not done though its goals are met: {left}"),
            "Give the question one right choice, or take the question out.",
        );
    }
    false
}

/// Whether every goal of the step that is shown is met; those that are not are noted.
pub(crate) fn meets_all(play: &Play, who: &str, findings: &mut Findings) -> bool {
    let index = play.runner().progress().shown;
    let mut solved = true;
    for (place, goal) in play.view().goals.iter().enumerate() {
        if goal.state == GoalState::Met {
            continue;
        }
        solved = false;
        findings.note(
            Code::GoalUnmet,
            &format!("/steps/{index}/goals/{place}"),
            format!("{who} does not meet the goal `{}`: {}", goal.id, goal.measure),
            "Mend its lines, let it wait for longer, or ask for less.",
        );
    }
    solved
}

/// Notes the wrong ways that were seen since `heard`, where none should be.
pub(crate) fn decoys_seen(play: &Play, heard: usize, pointer: &str, who: &str, findings: &mut Findings) {
    for id in seen_since(play, heard) {
        findings.note(
            Code::SolutionIsDecoy,
            pointer,
            format!("{who} is taken for the wrong way `{id}`"),
            "Let its `matches` ask for more, or its `forAtLeast` be longer.",
        );
    }
}

/// The wrong ways that were recognised since `heard`, each once.
pub(crate) fn seen_since(play: &Play, heard: usize) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for (_, news) in &play.news[heard..] {
        if let News::DecoySeen(id) = news
            && !seen.contains(id)
        {
            seen.push(id.clone());
        }
    }
    seen
}

/// The ids of the goals of the step that is shown that are not met.
pub(crate) fn unmet(play: &Play) -> Vec<String> {
    let goals = play.view().goals.into_iter();
    goals
        .filter(|goal| goal.state != GoalState::Met)
        .map(|goal| goal.id)
        .collect()
}

/// Notes a line that cannot be played.
pub(crate) fn line_fails(trouble: &Trouble, findings: &mut Findings) {
    let reason: Vec<&str> = trouble.reason.split_whitespace().collect();
    findings.note(
        Code::LineFails,
        &trouble.pointer,
        format!("This line fails: {}", reason.join(" ")),
        "Mend it, or what it needs; a learner would meet the same.",
    );
}

/// The pointer of a goal of a step.
pub(crate) fn goal_pointer(step: usize, goals: &[Goal], id: &str) -> String {
    let place = goals.iter().position(|goal| goal.id == id).unwrap_or(0);
    format!("/steps/{step}/goals/{place}")
}

/// Whether the step asks for a deed: its solution does more than wait.
pub(crate) fn asks_for_a_deed(step: &Step) -> bool {
    step.solution.iter().any(|line| !line.calls.is_empty())
}

/// How many events have happened so far.
pub(crate) fn events(play: &Play) -> u64 {
    play.simulation.cloud().events_happened()
}

/// What is the same at every speed: what came to light and when, and where the learner stands at the end.
pub(crate) fn verdict(play: &Play) -> (&[(SimTime, News)], &lesson::Progress) {
    (&play.news, play.runner().progress())
}
