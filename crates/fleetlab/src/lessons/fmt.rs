//! `fleetlab lesson fmt`: one layout for all lesson files.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::arguments::Fmt;
use super::folders::{self, COURSE, LESSON};
use super::json::{self, Node};
use super::{ERRORS, USAGE};

/// Lays out the files of the paths; the exit code.
///
/// # Errors
/// If what is told cannot be written.
pub(crate) fn run(options: &Fmt, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let mut exit = 0;
    for path in &options.paths {
        let found = match folders::find(path) {
            Ok(found) => found,
            Err(reason) => return writeln!(err, "fleetlab: {reason}").map(|()| USAGE),
        };
        let lessons = found.lessons.iter().map(|folder| folder.join(LESSON));
        let course = found.course.iter().map(|folder| folder.join(COURSE));
        for file in course.chain(lessons) {
            match lay_out(&file, options.check) {
                Ok(false) => {}
                Ok(true) => {
                    exit = if options.check { ERRORS } else { exit };
                    writeln!(out, "{}", file.display())?;
                }
                Err(reason) => {
                    exit = ERRORS;
                    writeln!(err, "fleetlab: {}: {reason}", file.display())?;
                }
            }
        }
    }
    Ok(exit)
}

/// Whether the file was, or is to be, changed.
fn lay_out(file: &Path, only_look: bool) -> Result<bool, String> {
    let text = folders::read(file).map_err(|error| error.to_string())?;
    let root = Node::parse(&text).map_err(|error| {
        let (line, column) = json::line_and_column(&text, error.at);
        format!("this is not JSON at line {line}, column {column}: {error}")
    })?;
    let formatted = json::formatted(&text, &root);
    if formatted == text {
        return Ok(false);
    }
    if !only_look {
        fs::write(file, formatted).map_err(|error| error.to_string())?;
    }
    Ok(true)
}
