//! A step's solution, walked through: the learner looks at each line, and runs it with a press.

use cloud::Simulation;
use des::SimTime;
use shell::Transcript;

use super::director::Director;
use super::script::{Came, Script};
use super::trouble::Trouble;

/// From here on, a family of made-up words for the solution of each step.
const SOLUTION: u16 = 256;

/// The walk through the solution of one step.
#[derive(Clone)]
pub(super) struct Walk {
    /// The step, by its place.
    step: usize,
    script: Script,
    /// Until when the line waits that was run last.
    until: Option<SimTime>,
}

/// What running a line came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Walked {
    /// It has run.
    Ran(Transcript),
    /// It waits until this time: let it pass, and the next line can be run.
    Waits(SimTime),
    /// There is no line left.
    Through,
}

impl Director {
    /// Runs the next line of the solution of the step that is shown, in the learner's name.
    ///
    /// # Errors
    /// If it fails, and why. The walk can go on with the line after it.
    pub fn walk(&mut self, simulation: &mut Simulation) -> Result<Walked, Trouble> {
        let step = self.runner().progress().shown;
        let kept = self.walk.take().filter(|walk| walk.step == step);
        let mut walk = kept.unwrap_or_else(|| self.new_walk(step));
        let walked = self.walk_on(&mut walk, simulation);
        self.walk = Some(walk);
        walked
    }

    /// How many lines of the solution of the step that is shown have been run.
    #[must_use]
    pub fn walked(&self) -> usize {
        let step = self.runner().progress().shown;
        let walk = self.walk.as_ref().filter(|walk| walk.step == step);
        walk.map_or(0, |walk| walk.script.lines_through().0)
    }

    fn new_walk(&self, step: usize) -> Walk {
        let shell = self
            .shell()
            .heir(SOLUTION + u16::try_from(step).unwrap_or_default());
        let lines = &self.runner().lesson().steps[step].solution;
        Walk {
            step,
            script: Script::new(shell, &format!("/steps/{step}/solution"), lines),
            until: None,
        }
    }

    fn walk_on(&mut self, walk: &mut Walk, simulation: &mut Simulation) -> Result<Walked, Trouble> {
        loop {
            match self.step_of_learner(simulation, &mut walk.script)? {
                Came::Ran(_) if walk.until.take().is_some() => {}
                Came::Ran(transcript) => return Ok(Walked::Ran(transcript)),
                Came::Waits(until) => {
                    walk.until = Some(until);
                    return Ok(Walked::Waits(until));
                }
                Came::Done => return Ok(Walked::Through),
            }
        }
    }
}
