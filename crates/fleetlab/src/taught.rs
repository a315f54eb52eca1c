//! A script in a lesson: the lesson narrows what it may do, and looks on.

use std::io::{self, Write};

use api::{ApiError, Call, Output};
use des::{SimDuration, SimTime};
use lesson::view::{GoalState, GoalView};
use lesson::{Learner, Play};
use shell::{Files, Shell, Step, Surroundings};

/// Model time that passes at once, at most, while nothing is told.
const SLICE: SimDuration = SimDuration::from_mins(10);

/// Runs everything a shell has to run in a lesson; steps that ask something are answered as the lesson wants it, and the
/// next one opens as soon as it may. `each` is told of every step of the shell, and says whether to go on.
pub(crate) fn run<F: Files>(
    play: &mut Play,
    shell: &mut Shell,
    files: &mut F,
    each: &mut dyn FnMut(Step, SimTime) -> bool,
) {
    loop {
        go_on(play);
        let learner = play.director.surroundings(&mut play.simulation);
        let step = shell.step(&mut Taught { learner, files });
        let until = match step {
            Step::Done => return,
            Step::Ran(_) => None,
            Step::Waits { until } => Some(until.min(play.simulation.now() + SLICE)),
        };
        if !each(step, play.simulation.now()) {
            return;
        }
        if let Some(until) = until {
            play.pass_until(until);
        }
    }
}

/// Opens every step that may be opened.
fn go_on(play: &mut Play) {
    loop {
        play.answer();
        if !play.next() {
            return;
        }
    }
}

/// Tells how the goals stand of every step that was reached.
///
/// # Errors
/// If it cannot be written.
pub(crate) fn goals(play: &Play, err: &mut dyn Write) -> io::Result<()> {
    for (title, goals) in reached(play) {
        if goals.is_empty() {
            continue;
        }
        writeln!(err, "{title}")?;
        for goal in goals {
            let state = match goal.state {
                GoalState::Met => "met",
                GoalState::Open | GoalState::Waiting => "not met",
            };
            writeln!(err, "  {state}: {} ({})", goal.sentence, goal.measure)?;
        }
    }
    let end = if play.runner().is_finished() {
        "The lesson is done."
    } else {
        "The lesson is not done."
    };
    writeln!(err, "{end}")
}

/// The steps that were reached, with their goals.
fn reached(play: &Play) -> Vec<(String, Vec<GoalView>)> {
    let (mut runner, mut steps) = (play.runner().clone(), Vec::new());
    loop {
        let view = runner.view(&play.simulation);
        steps.push((view.step.title, view.step.goals));
        if view.index == 0 {
            steps.reverse();
            return steps;
        }
        runner.back();
    }
}

/// The learner's way to the account, with the files of the working directory besides the lesson's.
struct Taught<'a, F> {
    learner: Learner<'a>,
    files: &'a mut F,
}

impl<F: Files> Surroundings for Taught<'_, F> {
    fn call(&mut self, call: Call) -> Result<Output, ApiError> {
        self.learner.call(call)
    }

    fn now(&self) -> SimTime {
        self.learner.now()
    }

    fn region(&self) -> &str {
        self.learner.region()
    }

    fn read(&self, name: &str) -> Option<Vec<u8>> {
        self.files.read(name).or_else(|| self.learner.read(name))
    }

    fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), String> {
        self.files.write(name, bytes)
    }
}
