//! `fleetlab lesson run`: a learner's script, or a learner's results, against a lesson.

use std::io::{self, Write};
use std::path::Path;

use lesson::{Play, Results, plain, replay};

use super::arguments::Run;
use super::folders;
use super::loaded;
use super::render::{self, Form, Sources};
use super::told;
use super::typed::Typed;
use super::{ERRORS, USAGE};

/// Plays what is asked for and tells what came of it; the exit code.
///
/// # Errors
/// If what is told cannot be written.
pub(crate) fn run(options: &Run, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let (mut sources, mut found) = (Sources::default(), Vec::new());
    let there = match folders::find(&options.lesson) {
        Ok(there) => there,
        Err(reason) => return complain(err, &reason),
    };
    let [folder] = there.lessons.as_slice() else {
        return complain(
            err,
            &format!("{} is a course; name one of its lessons", options.lesson),
        );
    };
    let case = loaded::one(folder, &mut sources, &mut found);
    let Some(mut case) = case else {
        render::write(&found, &sources, Form::Text, out)?;
        return Ok(ERRORS);
    };
    case.lesson.world.seed = options.seed.unwrap_or(case.lesson.world.seed);
    match &options.results {
        Some(file) => again(&case.lesson, file, out, err),
        None => script(case.lesson, options, out, err),
    }
}

fn complain(err: &mut dyn Write, reason: &str) -> io::Result<u8> {
    writeln!(err, "fleetlab: {reason}")?;
    Ok(USAGE)
}

/// Plays results again.
fn again(lesson: &lesson::Lesson, file: &str, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let read = crate::source::bounded(Path::new(file), lesson::RESULTS_BYTES);
    let results = match read
        .map_err(|error| error.to_string())
        .map(|text| Results::parse(&text))
    {
        Ok(Ok(results)) => results,
        Ok(Err(error)) => return complain(err, &format!("{file}: {error}")),
        Err(error) => return complain(err, &format!("{file}: {error}")),
    };
    if results.model_version != lesson.model_version {
        let (then, now) = (&results.model_version, &lesson.model_version);
        writeln!(
            err,
            "fleetlab: these results are of model version {then}, the lesson is proven with {now}"
        )?;
    }
    let again = match replay(lesson, &results) {
        Ok(again) => again,
        Err(trouble) => return complain(err, &trouble.to_string()),
    };
    for difference in &again.differences {
        writeln!(out, "differs: {difference}")?;
    }
    if !again.differences.is_empty() {
        return Ok(ERRORS);
    }
    told::results(&results, &again.results, out)?;
    Ok(0)
}

/// Plays a script.
fn script(lesson: lesson::Lesson, options: &Run, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    if let Some(step) = options.step.as_ref().filter(|id| lesson.step(id).is_none()) {
        let ids: Vec<&str> = lesson.steps.iter().map(|step| step.id.as_str()).collect();
        return complain(
            err,
            &format!("there is no step `{step}`; the steps are {}", ids.join(", ")),
        );
    }
    let text = match crate::source::read(&options.script) {
        Ok(text) => text,
        Err(reason) => return complain(err, &reason),
    };
    let begun = Play::begin(lesson).and_then(|mut play| {
        options.step.iter().try_for_each(|step| play.solve_until(step))?;
        Ok(play)
    });
    let play = match begun {
        Ok(play) => play,
        Err(trouble) => return writeln!(err, "fleetlab: {trouble}").map(|()| ERRORS),
    };
    let mut typed = Typed::new(play, options.step.is_none());
    typed.run(&text, out, err)?;
    report(&typed, out)
}

/// What came of it: every goal of the steps that were played, and what was said to wrong ways.
fn report(typed: &Typed, out: &mut dyn Write) -> io::Result<u8> {
    let mut all_met = true;
    for step in &typed.steps {
        if !step.goals.is_empty() {
            writeln!(out, "step {}", step.id)?;
        }
        for goal in &step.goals {
            let state = if goal.state == lesson::view::GoalState::Met {
                "met "
            } else {
                "open"
            };
            all_met &= state == "met ";
            writeln!(out, "  {state}  {}: {}", goal.sentence, goal.measure)?;
        }
        for reply in &step.replies {
            writeln!(out, "  said  {}", plain(reply))?;
        }
    }
    told::scores(&typed.play, out)?;
    if !typed.is_finished {
        writeln!(out, "The script ended in the step {}.", typed.play.view().id)?;
    }
    Ok(if all_met && typed.is_finished { 0 } else { ERRORS })
}
