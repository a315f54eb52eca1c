//! A simulation as the surroundings of a shell.

use api::{ApiError, Call, Output};
use cloud::{Caller, Input, Simulation};
use des::SimTime;

use crate::surroundings::Surroundings;

/// The files that a script knows.
pub trait Files {
    /// The bytes of a file by its name, as it stands behind `file://`.
    fn read(&self, name: &str) -> Option<Vec<u8>>;

    /// Writes a file.
    ///
    /// # Errors
    /// If it cannot be written: why.
    fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), String>;
}

/// There are none.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoFiles;

/// A simulation through its door, with files.
#[derive(Debug)]
pub struct Account<'a, F> {
    /// The account and the world around it.
    pub simulation: &'a mut Simulation,
    /// Who calls.
    pub caller: Caller,
    /// The files there are.
    pub files: &'a mut F,
}

/// A simulation that is only looked at, without files.
#[derive(Clone, Copy, Debug)]
pub struct Looking<'a>(pub &'a Simulation);

impl Files for NoFiles {
    fn read(&self, _name: &str) -> Option<Vec<u8>> {
        None
    }

    fn write(&mut self, _name: &str, _bytes: &[u8]) -> Result<(), String> {
        Err("there are no files here".to_owned())
    }
}

impl<F: Files> Surroundings for Account<'_, F> {
    fn call(&mut self, call: Call) -> Result<Output, ApiError> {
        match call {
            Call::Read(call) => self.simulation.read(&call),
            Call::Write(call) => self.simulation.submit(self.caller, Input::Api(call)),
            Call::World(call) => self.simulation.submit(self.caller, Input::World(call)),
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

impl Surroundings for Looking<'_> {
    fn call(&mut self, call: Call) -> Result<Output, ApiError> {
        match call {
            Call::Read(call) => self.0.read(&call),
            Call::Write(_) | Call::World(_) => {
                Err(ApiError::new("ReadOnly", "Here it is only looked at the account"))
            }
        }
    }

    fn now(&self) -> SimTime {
        self.0.now()
    }

    fn region(&self) -> &str {
        self.0.cloud().region.name
    }

    fn read(&self, _name: &str) -> Option<Vec<u8>> {
        None
    }

    fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), String> {
        NoFiles.write(name, bytes)
    }
}
