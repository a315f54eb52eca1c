//! `cargo xtask lessons`: the course is proven, as its instructors' own lessons are.

use anyhow::Result;

use crate::process::{self, cargo};

/// Proves every lesson on all its seeds and leaves out every line of its solutions once; warnings are shown and fail
/// nothing.
pub(crate) fn run(mut arguments: lexopt::Parser) -> Result<()> {
    if let Some(argument) = arguments.next()? {
        return Err(argument.unexpected().into());
    }
    let words = [
        "run",
        "--quiet",
        "--profile",
        "proof",
        "--package",
        "fleetlab",
        "--",
        "lesson",
        "check",
        "lessons",
        "--mutate",
    ];
    process::run(&mut cargo(&words))
}
