//! Prints the schema of the lesson format.

use std::io::Write as _;

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &lesson::schema())?;
    writeln!(out)
}
