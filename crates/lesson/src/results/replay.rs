//! Results played again: the same lesson, the same seed, the same deeds at the same times.

use std::fmt;

use des::SimTime;

use super::{Deed, Results, StepResult};
use crate::format::Lesson;
use crate::play::{Play, Trouble};

/// Something in which a run that is played again differs from its results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The results are of this other lesson.
    Lesson(String),
    /// The account refuses a deed now.
    Refused {
        /// The deed.
        line: String,
        /// Why.
        reason: String,
    },
    /// The step cannot be reached so.
    NotReached(String),
    /// A goal is met at another time, or not, or only now.
    Goal {
        /// The step.
        step: String,
        /// The goal.
        goal: String,
        /// When it was met by the results.
        then: Option<SimTime>,
        /// When it is met now.
        now: Option<SimTime>,
    },
    /// Time does not go back.
    Order,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let met = |at: &Option<SimTime>| match at {
            Some(at) => format!("met at {} s", at.as_secs()),
            None => "not met".to_owned(),
        };
        match self {
            Self::Lesson(id) => write!(f, "the results are of the lesson `{id}`"),
            Self::Refused { line, reason } => write!(f, "`{line}` is refused: {reason}"),
            Self::NotReached(step) => write!(f, "the step `{step}` cannot be reached so"),
            Self::Goal {
                step,
                goal,
                then,
                now,
            } => write!(
                f,
                "in the step `{step}` the goal `{goal}` was {} and is {}",
                met(then),
                met(now)
            ),
            Self::Order => f.write_str("what was done is not in the order of time"),
        }
    }
}

/// Plays results again and tells in what the run differs from them; nothing if every verdict holds.
///
/// # Errors
/// If the lesson's own set-up fails.
pub fn replay(lesson: &Lesson, results: &Results) -> Result<Vec<Difference>, Trouble> {
    if lesson.id != results.lesson {
        return Ok(vec![Difference::Lesson(results.lesson.clone())]);
    }
    let mut lesson = lesson.clone();
    lesson.world.seed = results.seed;
    let play = Play::begin(lesson)?;
    let mut again = Again { play, results };
    match again.run() {
        Ok(()) => Ok(again.goals()),
        Err(difference) => Ok(vec![difference]),
    }
}

struct Again<'a> {
    play: Play,
    results: &'a Results,
}

impl Again<'_> {
    fn run(&mut self) -> Result<(), Difference> {
        let later = self.results.steps.iter().skip(1);
        let mut steps = later.take_while(|step| step.opened.is_some()).peekable();
        for (done, deed) in (0_u64..).zip(&self.results.journal) {
            while let Some(step) = steps.next_if(|step| step.deeds_before <= done) {
                self.open(step)?;
            }
            self.redo(deed)?;
        }
        steps.try_for_each(|step| self.open(step))?;
        self.pass_until(self.results.ended)
    }

    /// Goes on to the next step as the learner did, with the same answers before.
    fn open(&mut self, step: &StepResult) -> Result<(), Difference> {
        self.pass_until(step.opened.unwrap_or_default())?;
        self.answer();
        let is_it = self.play.next() && self.play.runner().step().id == step.id;
        is_it
            .then_some(())
            .ok_or_else(|| Difference::NotReached(step.id.clone()))
    }

    fn answer(&mut self) {
        let shown = self.play.runner().progress().shown;
        let Some(step) = self.results.steps.get(shown) else {
            return;
        };
        let runner = self.play.runner_mut();
        if let Some(prediction) = &step.prediction {
            runner.predict(prediction.clone());
        }
        for (slot, made) in &step.answers {
            let item = Some(slot.as_str()).filter(|slot| !slot.is_empty());
            made.iter().for_each(|choice| runner.answer(item, choice));
        }
    }

    fn redo(&mut self, deed: &Deed) -> Result<(), Difference> {
        self.pass_until(deed.at)?;
        let refused = |reason: String| Difference::Refused {
            line: deed.line.clone(),
            reason,
        };
        let call = match cli::parse(&deed.line).map_err(|error| refused(error.to_string()))? {
            Some(cli::Line::Call(call)) => call,
            _ => return Err(refused("this is no call".to_owned())),
        };
        let Play {
            director, simulation, ..
        } = &mut self.play;
        let mut learner = director.surroundings(simulation);
        let done = shell::Surroundings::call(&mut learner, call);
        done.map(drop).map_err(|error| refused(error.to_string()))
    }

    fn pass_until(&mut self, until: SimTime) -> Result<(), Difference> {
        if until < self.play.simulation.now() {
            return Err(Difference::Order);
        }
        self.play.pass_until(until);
        Ok(())
    }

    /// The goals that stand otherwise.
    fn goals(&self) -> Vec<Difference> {
        let now = Results::of(self.play.runner(), &self.play.simulation, &[]);
        let pairs = self.results.steps.iter().zip(&now.steps);
        pairs.flat_map(|(then, now)| differing(then, now)).collect()
    }
}

fn differing<'a>(then: &'a StepResult, now: &'a StepResult) -> impl Iterator<Item = Difference> + 'a {
    then.goals.iter().filter_map(|(goal, met)| {
        let now_met = now
            .goals
            .iter()
            .find(|(id, _)| id == goal)
            .and_then(|(_, met)| *met);
        (now_met != *met).then(|| Difference::Goal {
            step: then.id.clone(),
            goal: goal.clone(),
            then: *met,
            now: now_met,
        })
    })
}
