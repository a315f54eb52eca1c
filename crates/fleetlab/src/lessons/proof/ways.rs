//! Other ways through a step: nothing done, wrong ways, other good answers. Each sets out from the step's opening.

use des::SimDuration;
use lesson::Play;
use lesson::format::{Decoy, Step};

use super::finding::{Code, Findings};
use super::reference::{
    Opening, asks_for_a_deed, decoys_seen, goal_pointer, line_fails, meets_all, seen_since, unmet,
};
use super::text;

/// How much longer than the solution takes is waited in vain.
const IN_VAIN: SimDuration = SimDuration::from_mins(2);

/// Nothing done: no goal may be met that is not a guard.
pub(crate) fn nothing_done(index: usize, opening: &Opening, findings: &mut Findings) {
    let mut play = opening.play.clone();
    let step = play.runner().step().clone();
    if !asks_for_a_deed(&step) {
        return;
    }
    play.wait(opening.took + IN_VAIN);
    let open = unmet(&play);
    for goal in step
        .goals
        .iter()
        .filter(|goal| !goal.guard && !open.contains(&goal.id))
    {
        findings.note(
            Code::GoalForNothing,
            &goal_pointer(index, &step.goals, &goal.id),
            format!("The goal `{}` is met by doing nothing", goal.id),
            "Ask for what only the learner's act brings about, or mark it `\"guard\": true` if it only has to stay true.",
        );
    }
}

/// Every wrong way of a step: what each leaves unmet, in their order; nothing for one whose lines fail.
pub(crate) fn wrong_ways(
    index: usize,
    opening: &Opening,
    findings: &mut Findings,
) -> Vec<Option<Vec<String>>> {
    let step = opening.play.runner().step().clone();
    let ways = step.decoys.iter().enumerate();
    ways.map(|(place, decoy)| {
        let pointer = format!("/steps/{index}/decoys/{place}");
        wrong_way(&step, index, decoy, &pointer, opening.play.clone(), findings)
    })
    .collect()
}

fn wrong_way(
    step: &Step,
    index: usize,
    decoy: &Decoy,
    pointer: &str,
    mut play: Play,
    findings: &mut Findings,
) -> Option<Vec<String>> {
    let heard = play.news.len();
    if let Err(trouble) = play.run(&format!("{pointer}/lines"), &decoy.lines) {
        line_fails(&trouble, findings);
        return None;
    }
    let seen = seen_since(&play, heard);
    if !seen.contains(&decoy.id) {
        findings.note(
            Code::DecoyUnseen,
            &format!("{pointer}/matches"),
            format!(
                "The wrong way `{}` is not recognised when its lines are played",
                decoy.id
            ),
            "Let `matches` ask for less, `forAtLeast` be shorter, or its lines wait for longer.",
        );
    }
    text::at_decoy(&play, &decoy.id, findings);
    for other in seen.iter().filter(|other| **other != decoy.id) {
        findings.note(
            Code::DecoyGetsOther,
            pointer,
            format!("The wrong way `{}` gets the reply to `{other}`, too", decoy.id),
            "Let the two `matches` exclude each other.",
        );
    }
    let open = unmet(&play);
    let met = step.goals.iter().filter(|goal| !open.contains(&goal.id));
    for goal in met.filter(|goal| decoy.must_fail.contains(&goal.id) || open.is_empty()) {
        findings.note(
            Code::DecoyMeetsGoal,
            &goal_pointer(index, &step.goals, &goal.id),
            format!("The wrong way `{}` meets the goal `{}`", decoy.id, goal.id),
            "Let the goal ask for more, or take it out of the wrong way's `mustFail`.",
        );
    }
    Some(open)
}

/// Every other good answer of a step meets all goals. On the teaching seed the rest of the lesson is solved after it, too.
pub(crate) fn good_ways(index: usize, opening: &Opening, to_the_end: bool, findings: &mut Findings) {
    let step = opening.play.runner().step().clone();
    for (place, way) in step.alternatives.iter().enumerate() {
        let pointer = format!("/steps/{index}/alternatives/{place}");
        let mut play = opening.play.clone();
        let heard = play.news.len();
        if let Err(trouble) = play.run(&format!("{pointer}/lines"), &way.lines) {
            line_fails(&trouble, findings);
            continue;
        }
        play.answer();
        let who = format!("The other answer `{}`", way.id);
        decoys_seen(&play, heard, &pointer, &who, findings);
        if !meets_all(&play, &who, findings) || !to_the_end || !play.next() {
            continue;
        }
        if let Err(trouble) = play.solve() {
            findings.note(
                Code::AlternativeStrands,
                &pointer,
                format!("After the other answer `{}` the lesson cannot be solved: {trouble}", way.id),
                "Let later steps work with either answer: find things by tag or name, not by what the solution left.",
            );
        }
    }
}

/// Goals that decide nothing: no wrong way fails for their sake alone. A goal that another waits for is a stage on the
/// way, and says where the learner stands.
pub(crate) fn decisive(index: usize, step: &Step, left: &[Option<Vec<String>>], findings: &mut Findings) {
    let known: Vec<&Vec<String>> = left.iter().flatten().collect();
    if step.decoys.is_empty() || known.len() < left.len() {
        return;
    }
    for goal in &step.goals {
        let waits = |id: &String| {
            step.goals
                .iter()
                .any(|other| other.id == *id && other.after.as_deref() == Some(&goal.id))
        };
        let is_stage = step
            .goals
            .iter()
            .any(|other| other.after.as_deref() == Some(&goal.id));
        let decides = |open: &&Vec<String>| {
            open.contains(&goal.id) && open.iter().all(|id| *id == goal.id || waits(id))
        };
        if is_stage || known.iter().any(decides) {
            continue;
        }
        findings.note(
            Code::GoalDecidesNothing,
            &goal_pointer(index, &step.goals, &goal.id),
            format!("Without the goal `{}` every wrong way of the step would fail all the same", goal.id),
            "Add a wrong way that fails this goal alone, let a later goal wait for it by `after` if it is a stage, or \
             take it out.",
        );
    }
}
