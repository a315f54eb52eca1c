//! What predictions are held against: the answer that is marked right is what the run shows.

use des::SimDuration;
use lesson::Play;
use lesson::check::Check;
use lesson::format::{Body, Lesson, Number, Order, Question};

use super::finding::{Code, Findings};
use super::reference::{Opening, Reference};

/// Notes every prediction whose right answer the run does not show.
pub(crate) fn check(lesson: &Lesson, reference: &Reference, findings: &mut Findings) {
    for (index, step) in lesson.steps.iter().enumerate() {
        let Body::Predict(predict) = &step.body else {
            continue;
        };
        let play = compared_at(lesson, &step.id, reference);
        let place = format!("/steps/{index}");
        if let Some(number) = &predict.number {
            number_fits(number, play, &format!("{place}/number"), findings);
        }
        if let Some(question) = &predict.question {
            choices_fit(question, index, play, &place, findings);
        }
        curve_fits(index, &reference.end, &place, findings);
        if let Some(order) = &predict.order {
            order_fits(order, index, reference, &format!("{place}/order"), findings);
        }
    }
}

/// The moment at which the prediction is held against the run: when the step opens that looks back on it, or the end.
fn compared_at<'r>(lesson: &Lesson, id: &str, reference: &'r Reference) -> &'r Play {
    let looks_back = lesson.steps.iter().position(|step| match &step.body {
        Body::Explain(explain) => explain.compare_to.as_deref() == Some(id),
        _ => false,
    });
    let opening = looks_back.and_then(|step| reference.openings.get(step));
    opening.map_or(&reference.end, |opening| &opening.play)
}

fn number_fits(number: &Number, play: &Play, pointer: &str, findings: &mut Findings) {
    let found = play.runner().fact(number.measure, &play.simulation);
    let (min, max) = (number.min, number.max);
    let what = match found {
        Some(value) if (min..=max).contains(&value) => return,
        Some(value) => format!("The run shows {value}, and from {min} to {max} can be predicted"),
        None => "The run does not show the number that is predicted".to_owned(),
    };
    let fix = "Widen `min` and `max`, or ask for what the run shows when the prediction is looked back on.";
    findings.note(Code::PredictionWrong, pointer, what, fix);
}

/// What a choice says is counted from the opening of the step after the question, in which the run shows it.
fn choices_fit(question: &Question, step: usize, play: &Play, place: &str, findings: &mut Findings) {
    let after = (step + 1).min(play.runner().lesson().steps.len() - 1);
    for (index, choice) in question.choices.iter().enumerate() {
        let Some(check) = &choice.check else { continue };
        if play.runner().holds(check, after, &play.simulation) == choice.right {
            continue;
        }
        let (is, shows) = if choice.right {
            ("right", "not")
        } else {
            ("wrong", "")
        };
        findings.note(
            Code::PredictionWrong,
            &format!("{place}/choices/{index}/check"),
            format!(
                "The choice `{}` is marked {is}, and the run does {shows} show it",
                choice.id
            )
            .replace("  ", " "),
            "Mark the choice that the run shows, or mend its `check`.",
        );
    }
}

fn curve_fits(step: usize, end: &Play, place: &str, findings: &mut Findings) {
    for miss in end.runner().shape_misses(step) {
        let found = miss
            .found
            .map_or_else(|| "nothing".to_owned(), |value| format!("{value:.3}"));
        findings.note(
            Code::PredictionWrong,
            &format!("{place}/curve/shape/{}", miss.index),
            format!("The run shows {found} at this moment"),
            "Ask of the curve what the run shows, or let the run go on for longer.",
        );
    }
}

/// Things that are put into order come about in the step after the question, which is watched.
fn order_fits(order: &Order, step: usize, reference: &Reference, place: &str, findings: &mut Findings) {
    let Some(opening) = reference.openings.get(step + 1) else {
        return;
    };
    let seen = first_seen(&order.shape, step + 1, opening);
    for (index, pair) in seen.windows(2).enumerate() {
        if matches!(pair, [Some(first), Some(second)] if first <= second) {
            continue;
        }
        let [first, second] = [0, 1].map(|next| told(&order.items[index + next], pair[next]));
        findings.note(
            Code::PredictionWrong,
            &format!("{place}/shape/{}", index + 1),
            format!("In the run {first}, and {second}"),
            "Put `items` into the order in which they come about, or mend the check.",
        );
    }
}

/// When each check first held while the step was watched, in time since it opened.
fn first_seen(checks: &[Check], step: usize, opening: &Opening) -> Vec<Option<SimDuration>> {
    let (mut play, mut seen) = (opening.play.clone(), vec![None; checks.len()]);
    let opened = play.simulation.now();
    while seen.contains(&None) && play.simulation.now() < opened + opening.took {
        play.wait(SimDuration::from_secs(1));
        for (check, at) in checks.iter().zip(&mut seen) {
            if at.is_none() && play.runner().holds(check, step, &play.simulation) {
                *at = Some(play.simulation.now().since(opened));
            }
        }
    }
    seen
}

fn told(item: &str, seen: Option<SimDuration>) -> String {
    match seen {
        Some(after) => format!("`{item}` comes after {} s", after.as_secs()),
        None => format!("`{item}` does not come"),
    }
}
