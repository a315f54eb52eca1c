//! A list of lines while it is run: each gets its references when its turn comes.

use std::collections::VecDeque;

use cloud::Simulation;
use des::SimTime;
use shell::{Shell, Step, Surroundings, Transcript};

use super::Trouble;
use crate::script::Line;

/// Lines on their way through a shell.
#[derive(Clone)]
pub(crate) struct Script {
    shell: Shell,
    /// What is still to be run, and where it stands in the lesson.
    lines: VecDeque<(String, String)>,
    /// How many lines there were at the beginning.
    all: usize,
    /// Where the line stands that is being run.
    pointer: String,
    /// That line, as it stands in the lesson.
    line: String,
}

/// How far a script came.
pub(crate) enum Came {
    /// A command has ended.
    Ran(Transcript),
    /// It goes on at this time.
    Waits(SimTime),
    /// Nothing is left.
    Done,
}

impl Script {
    /// The lines that stand at `pointer` in the lesson, to be run by `shell`.
    pub(crate) fn new(shell: Shell, pointer: &str, lines: &[Line]) -> Self {
        let placed = lines.iter().enumerate();
        Self {
            shell,
            all: lines.len(),
            lines: placed
                .map(|(index, line)| (format!("{pointer}/{index}"), line.text.clone()))
                .collect(),
            pointer: String::new(),
            line: String::new(),
        }
    }

    /// The shell with all that it knows.
    pub(crate) fn shell(&self) -> &Shell {
        &self.shell
    }

    /// The same, for other lines; what is left of these is given up.
    pub(crate) fn into_shell(mut self, now: SimTime) -> Shell {
        self.shell.interrupt(now);
        self.shell
    }

    /// Whether nothing is left.
    pub(crate) fn is_done(&self) -> bool {
        self.shell.is_done() && self.lines.is_empty()
    }

    /// How many lines are through or being run, of how many.
    pub(crate) fn lines_through(&self) -> (usize, usize) {
        (self.all - self.lines.len(), self.all)
    }

    /// Something wrong with the line that is being run.
    pub(crate) fn trouble(&self, reason: &str) -> Trouble {
        Trouble {
            pointer: self.pointer.clone(),
            line: self.line.clone(),
            reason: reason.to_owned(),
        }
    }

    /// Fills the references of the next line, if its turn has come.
    pub(crate) fn prepare(
        &mut self,
        fill: &dyn Fn(&str, &Simulation) -> Result<String, String>,
        simulation: &Simulation,
    ) -> Result<(), Trouble> {
        if !self.shell.is_done() {
            return Ok(());
        }
        let Some((pointer, line)) = self.lines.pop_front() else {
            return Ok(());
        };
        (self.pointer, self.line) = (pointer, line);
        let filled = fill(&self.line, simulation).map_err(|reason| self.trouble(&reason))?;
        self.shell.start(&filled);
        Ok(())
    }

    /// Goes on to the end of the next command, or until it must wait. A command that fails is trouble.
    pub(crate) fn step(&mut self, around: &mut dyn Surroundings) -> Result<Came, Trouble> {
        match self.shell.step(around) {
            Step::Ran(ran) if ran.exit == 0 => Ok(Came::Ran(ran)),
            Step::Ran(ran) => Err(self.trouble(ran.stderr.trim())),
            Step::Waits { until } => Ok(Came::Waits(until)),
            Step::Done => Ok(Came::Done),
        }
    }
}
