//! The learner's way to the account: what the step does not take is refused before it comes to the door.

use api::{ApiError, Call, Output};
use cloud::{Caller, Input, Simulation};
use des::SimTime;
use shell::{Files, Surroundings};

use crate::files::LessonFiles;
use crate::runner::Runner;

/// The code of a refusal by the lesson, where AWS's codes stand.
pub const NOT_IN_THIS_STEP: &str = "NotInThisStep";

/// What surrounds a shell of the learner in a lesson.
#[derive(Debug)]
pub struct Learner<'a> {
    /// The account.
    pub simulation: &'a mut Simulation,
    /// The lesson.
    pub runner: &'a Runner,
    /// The files there are.
    pub files: &'a mut LessonFiles,
}

impl Learner<'_> {
    fn submit(&mut self, input: Input) -> Result<Output, ApiError> {
        let allowed = self.runner.allows_input(&input, self.simulation);
        allowed.map_err(|refusal| ApiError::new(NOT_IN_THIS_STEP, refusal.reason))?;
        self.simulation.submit(Caller::Learner, input)
    }
}

impl Surroundings for Learner<'_> {
    fn call(&mut self, call: Call) -> Result<Output, ApiError> {
        match call {
            Call::Read(call) => self.simulation.read(&call),
            Call::Write(call) => self.submit(Input::Api(call)),
            Call::World(call) => self.submit(Input::World(call)),
        }
    }

    fn now(&self) -> SimTime {
        self.simulation.now()
    }

    fn region(&self) -> &str {
        self.simulation.cloud().region.name
    }

    fn read(&self, name: &str) -> Option<Vec<u8>> {
        self.files.read(name)
    }

    fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), String> {
        self.files.write(name, bytes)
    }
}
