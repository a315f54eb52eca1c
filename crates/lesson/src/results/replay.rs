//! Results played again: the same lesson, the same seed, the same deeds at the same times.

use std::fmt;

use des::SimTime;

use super::{Deed, Results, StepResult};
use crate::format::Lesson;
use crate::play::{Play, Trouble};
use crate::view::ScoreView;

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
    /// Another score comes out.
    Score {
        /// The step.
        step: String,
        /// What it is called.
        name: String,
        /// What was measured by the results.
        then: String,
        /// What is measured now, if anything is.
        now: Option<String>,
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
            Self::Score {
                step,
                name,
                then,
                now,
            } => {
                let now = now.as_deref().unwrap_or("not measured");
                write!(f, "in the step `{step}`, `{name}` was {then} and is {now}")
            }
            Self::Order => f.write_str("what was done is not in the order of time"),
        }
    }
}

/// Results that were played again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Replayed {
    /// In what the run differs from them; nothing if every verdict holds.
    pub differences: Vec<Difference>,
    /// What came of it this time; nothing if they are of another lesson.
    pub results: Results,
}

/// Plays results again.
///
/// # Errors
/// If the lesson's own set-up fails.
pub fn replay(lesson: &Lesson, results: &Results) -> Result<Replayed, Trouble> {
    if lesson.id != results.lesson {
        return Ok(Replayed {
            differences: vec![Difference::Lesson(results.lesson.clone())],
            ..Replayed::default()
        });
    }
    let mut lesson = lesson.clone();
    lesson.world.seed = results.seed;
    let play = Play::begin(lesson)?;
    let mut again = Again { play, results };
    let ran = again.run();
    let now = Results::of(again.play.runner(), &again.play.simulation, &[]);
    let differences = match ran {
        Ok(()) => differing(results, &now),
        Err(difference) => vec![difference],
    };
    Ok(Replayed {
        differences,
        results: now,
    })
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
}

/// The goals that stand otherwise, and the scores.
fn differing(then: &Results, now: &Results) -> Vec<Difference> {
    let pairs = then.steps.iter().zip(&now.steps);
    pairs
        .flat_map(|(then, now)| judged_anew(then, now).chain(scored_anew(then, now)))
        .collect()
}

/// Goals that are met at another time.
fn judged_anew<'a>(then: &'a StepResult, now: &'a StepResult) -> impl Iterator<Item = Difference> + 'a {
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

/// Scores that come out otherwise. A number may have lost its last digit on its way through a file.
fn scored_anew<'a>(then: &'a StepResult, now: &'a StepResult) -> impl Iterator<Item = Difference> + 'a {
    then.score.iter().filter_map(|was| {
        let is = now.score.iter().find(|is| is.goal == was.goal);
        let same = |is: &ScoreView| (is.measured - was.measured).abs() < 1e-9 && is.actual == was.actual;
        (!is.is_some_and(same)).then(|| Difference::Score {
            step: then.id.clone(),
            name: was.name.clone(),
            then: was.actual.clone(),
            now: is.map(|is| is.actual.clone()),
        })
    })
}
