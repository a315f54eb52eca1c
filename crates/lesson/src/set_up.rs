//! Plays a lesson's set-up lines on a new account, through its door and in the lesson's own name.

use std::fmt;

use api::Call;
use cloud::region::RegionCode;
use cloud::{Caller, EventBudget, Input, Seed, Simulation, World};

use crate::format::Lesson;
use crate::phrases;
use crate::resolve::fill_line;

/// A line that could not be played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The line, as far as its references could be filled.
    pub line: String,
    /// Why.
    pub reason: String,
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.line, self.reason)
    }
}

impl std::error::Error for Trouble {}

/// The lesson's account as the learner finds it.
///
/// # Errors
/// The first set-up line that the account refuses, with AWS's reason.
pub fn set_up(lesson: &Lesson) -> Result<Simulation, Trouble> {
    let region = RegionCode::named(&lesson.world.region).unwrap_or_default();
    let mut simulation = Simulation::new(World {
        region,
        ..World::new(Seed(lesson.world.seed))
    });
    for line in &lesson.world.setup {
        play(&mut simulation, &line.text)?;
    }
    Ok(simulation)
}

fn play(simulation: &mut Simulation, line: &str) -> Result<(), Trouble> {
    let trouble = |reason: String| Trouble {
        line: line.to_owned(),
        reason,
    };
    let text = fill_line(line, simulation).map_err(|missing| trouble(phrases::not_now(&missing)))?;
    match cli::parse(&text).map_err(|error| trouble(error.to_string()))? {
        Some(cli::Line::Call(call)) => submit(simulation, call).map_err(|error| trouble(error.to_string())),
        Some(cli::Line::Wait(length)) => {
            simulation.advance_to(simulation.now() + length, EventBudget::UNLIMITED);
            Ok(())
        }
        None => Ok(()),
    }
}

fn submit(simulation: &mut Simulation, call: Call) -> Result<(), api::ApiError> {
    match call {
        Call::Read(call) => simulation.read(&call).map(drop),
        Call::Write(call) => simulation.submit(Caller::Lesson, Input::Api(call)).map(drop),
        Call::World(call) => simulation.submit(Caller::Lesson, Input::World(call)).map(drop),
    }
}
