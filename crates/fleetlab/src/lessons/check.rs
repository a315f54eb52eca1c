//! `fleetlab lesson check`: lessons are read and proven.

use std::io::{self, Write};

use super::arguments::Check;
use super::diagnostic::Severity;
use super::folders;
use super::loaded;
use super::proof::{self, Plan};
use super::render::{self, Form, Sources};
use super::{ERRORS, USAGE};

/// Proves the lessons of the paths and tells what is wrong; the exit code.
///
/// # Errors
/// If what is told cannot be written.
pub(crate) fn run(options: &Check, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let (mut sources, mut found, mut cases) = (Sources::default(), Vec::new(), Vec::new());
    let mut lessons = 0;
    for path in &options.paths {
        let there = match folders::find(path) {
            Ok(there) => there,
            Err(reason) => return writeln!(err, "fleetlab: {reason}").map(|()| USAGE),
        };
        lessons += there.lessons.len();
        let loaded = loaded::load(&there, &mut sources);
        found.extend(loaded.found);
        cases.extend(loaded.cases);
    }
    let plan = Plan {
        seeds: options.seeds,
        speeds: options.speeds.clone(),
        mutate: options.mutate,
        thorough: options.thorough,
    };
    found.extend(proof::prove(&cases, &plan).into_iter().flatten());
    render::write(&found, &sources, options.format, out)?;
    let count = |severity| found.iter().filter(|one| one.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    if options.format == Form::Text {
        writeln!(out, "{}", summary(lessons, errors, warnings))?;
    }
    let fails = errors > 0 || (options.strict && warnings > 0);
    Ok(if fails { ERRORS } else { 0 })
}

fn summary(lessons: usize, errors: usize, warnings: usize) -> String {
    let some = |count: usize, what: &str| match count {
        1 => format!("1 {what}"),
        _ => format!("{count} {what}s"),
    };
    match (errors, warnings) {
        (0, 0) => format!("{}: all proven.", some(lessons, "lesson")),
        _ => format!(
            "{}: {}, {}.",
            some(lessons, "lesson"),
            some(errors, "error"),
            some(warnings, "warning")
        ),
    }
}
