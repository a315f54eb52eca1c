//! The account as a lesson narrows it: what the shell calls goes through here, wherever in a script it stands.

use api::{ApiError, Call, Output};
use cloud::{Caller, Input, Simulation};
use des::SimTime;
use lesson::Runner;
use shell::Surroundings;

use super::refused;
use crate::session::note;

/// The code of a refusal that is the lesson's.
const NOT_IN_THIS_STEP: &str = "NotInThisStep";

/// The account, and the lesson that is asked before its door.
pub(super) struct Narrowed<'a> {
    pub(super) simulation: &'a mut Simulation,
    pub(super) runner: Option<&'a Runner>,
}

impl Surroundings for Narrowed<'_> {
    fn call(&mut self, call: Call) -> Result<Output, ApiError> {
        refused(self.runner, &call).map_err(|refusal| ApiError::new(NOT_IN_THIS_STEP, refusal.reason))?;
        let input = match call {
            Call::Read(call) => return self.simulation.read(&call),
            Call::Write(call) => Input::Api(call),
            Call::World(call) => Input::World(call),
        };
        let output = self.simulation.submit(Caller::Learner, input.clone())?;
        note(self.simulation.now(), &Call::from(input));
        Ok(output)
    }

    fn now(&self) -> SimTime {
        self.simulation.now()
    }

    fn region(&self) -> &str {
        self.simulation.cloud().region.name
    }

    fn read(&self, _name: &str) -> Option<Vec<u8>> {
        None
    }

    fn write(&mut self, _name: &str, _bytes: &[u8]) -> Result<(), String> {
        Err("there are no files here".to_owned())
    }
}
