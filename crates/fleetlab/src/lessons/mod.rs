//! `fleetlab lesson`: lessons written, proven, played and laid out.

mod arguments;
mod check;
mod diagnostic;
mod fmt;
mod folders;
mod jobs;
mod json;
mod loaded;
mod new;
mod proof;
mod render;
mod run;
mod schema;
mod told;
mod typed;

use std::io::{self, Write};

pub use arguments::LessonCommand;

/// The exit code if something is wrong with a lesson.
pub(crate) const ERRORS: u8 = 1;
/// The exit code if it was not said well what to do.
pub(crate) const USAGE: u8 = 2;

/// Does what is asked for; the exit code.
///
/// # Errors
/// If what is printed cannot be written.
pub(crate) fn run(command: &LessonCommand, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    match command {
        LessonCommand::Fmt(options) => fmt::run(options, out, err),
        LessonCommand::Check(options) => check::run(options, out, err),
        LessonCommand::New(options) => new::run(options, out, err),
        LessonCommand::Run(options) => run::run(options, out, err),
        LessonCommand::Schema => schema::run(out),
    }
}
