//! `fleetlab`: see the library.

use std::io::{self, ErrorKind, Write as _};
use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    match fleetlab::run(fleetlab::Arguments::parse()) {
        Ok(code) => code,
        // Whoever read has read enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _told_or_not = writeln!(io::stderr(), "fleetlab: {error}");
            ExitCode::FAILURE
        }
    }
}
