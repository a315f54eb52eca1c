//! What surrounds a shell.

use api::{ApiError, Call, Output};
use des::SimTime;

/// What a shell asks of whoever runs it.
pub trait Surroundings {
    /// Makes a call.
    ///
    /// # Errors
    /// AWS's code and message if it is refused.
    fn call(&mut self, call: Call) -> Result<Output, ApiError>;

    /// The present.
    fn now(&self) -> SimTime;

    /// The Region of the account.
    fn region(&self) -> &str;

    /// The bytes of a file by its name.
    fn read(&self, name: &str) -> Option<Vec<u8>>;

    /// The names of the files there are, as far as they can be told.
    fn files(&self) -> Vec<String> {
        Vec::new()
    }

    /// Writes a file.
    ///
    /// # Errors
    /// If it cannot be written: why.
    fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), String>;
}
