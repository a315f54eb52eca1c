//! A line that tells how far a script has come, for whoever sits at a terminal.

use std::io::{self, IsTerminal, Write};

use api::Timestamp;
use des::SimTime;

/// Goes to the beginning of the line and empties it.
const CLEAR: &str = "\r\x1b[2K";

/// The line, if there is a terminal.
pub(crate) struct Progress {
    on: bool,
    shown: bool,
}

impl Progress {
    pub(crate) fn new() -> Self {
        Self {
            on: io::stderr().is_terminal(),
            shown: false,
        }
    }

    /// Tells the time of the model.
    pub(crate) fn show(&mut self, now: SimTime, err: &mut dyn Write) -> io::Result<()> {
        if !self.on {
            return Ok(());
        }
        self.shown = true;
        write!(err, "{CLEAR}{}", Timestamp::of(now))?;
        err.flush()
    }

    /// Makes room for what is printed.
    pub(crate) fn hide(&mut self, err: &mut dyn Write) -> io::Result<()> {
        if !std::mem::take(&mut self.shown) {
            return Ok(());
        }
        write!(err, "{CLEAR}")?;
        err.flush()
    }
}
