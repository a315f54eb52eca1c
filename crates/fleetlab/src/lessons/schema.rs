//! `fleetlab lesson schema`: the format as editors read it.

use std::io::{self, Write};

/// Prints the JSON Schema of `lesson.json`, as it lies beside the lessons; the exit code.
///
/// # Errors
/// If it cannot be written.
pub(crate) fn run(out: &mut dyn Write) -> io::Result<u8> {
    serde_json::to_writer_pretty(&mut *out, &lesson::schema())?;
    writeln!(out)?;
    Ok(0)
}
