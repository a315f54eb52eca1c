//! What came of a run, told at the end: goals met, time used, hints taken, and what the run is scored by.

use std::io::{self, Write};

use des::{SimDuration, SimTime};
use lesson::view::ScoreView;
use lesson::{Play, Results, results::StepResult};

/// Tells of results whose verdicts hold: what the learner did as the file has it, what was measured as it came out again.
pub(crate) fn results(file: &Results, again: &Results, out: &mut dyn Write) -> io::Result<()> {
    let goals = || again.steps.iter().flat_map(|step| &step.goals);
    let met = goals().filter(|(_, met)| met.is_some()).count();
    writeln!(
        out,
        "The verdicts hold: {met} of {} goals are met.",
        goals().count()
    )?;
    for (step, measured) in file.steps.iter().zip(&again.steps) {
        if let (Some(opened), Some(done)) = (measured.opened, measured.done) {
            writeln!(out, "step {}: {}", step.id, done_after(step, opened, done))?;
        }
        measured.score.iter().try_for_each(|score| row(score, out))?;
    }
    Ok(())
}

/// Tells what a run is scored by so far.
pub(crate) fn scores(play: &Play, out: &mut dyn Write) -> io::Result<()> {
    let runner = play.runner();
    let steps = 0..runner.lesson().steps.len();
    let mut rows = steps.flat_map(|step| runner.score(step, &play.simulation));
    rows.try_for_each(|score| row(&score, out))
}

fn done_after(step: &StepResult, opened: SimTime, done: SimTime) -> String {
    let hints = match step.hints {
        0 => "no hints".to_owned(),
        1 => "1 hint".to_owned(),
        many => format!("{many} hints"),
    };
    let solution = if step.solution_seen {
        ", after a look at the solution"
    } else {
        ""
    };
    format!("done after {}, {hints}{solution}", length(done.since(opened)))
}

/// A length of model time: `90 min 1 s`.
fn length(length: SimDuration) -> String {
    let (minutes, seconds) = (length.as_secs() / 60, length.as_secs() % 60);
    if minutes > 0 {
        format!("{minutes} min {seconds} s")
    } else {
        format!("{seconds} s")
    }
}

fn row(score: &ScoreView, out: &mut dyn Write) -> io::Result<()> {
    let ScoreView {
        name,
        actual,
        needed,
        asked,
        ..
    } = score;
    write!(out, "  score {name}: {actual}, needed {needed}")?;
    if let Some(used) = score.used {
        write!(out, "; {:.0} % of what is allowed was used", used * 100.0)?;
    }
    writeln!(out, " ({asked})")
}
