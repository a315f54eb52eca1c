//! The native command `fleetlab`: scripts of the one script language without a page.

mod account;
mod arguments;
mod exec;
mod files;
mod lessons;
mod parse;
mod progress;
mod source;
mod taught;
mod transcript;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::CommandFactory as _;

pub use arguments::{Arguments, Command, Exec, Form};
pub use exec::exec;
pub use files::Folder;
pub use lessons::LessonCommand;
pub use parse::parse;

/// What the command says when the script itself cannot be read.
const NO_SCRIPT: u8 = 255;

/// Does what the arguments ask for.
///
/// # Errors
/// If what is printed cannot be written.
pub fn run(arguments: Arguments) -> io::Result<ExitCode> {
    let (out, err) = (&mut io::stdout().lock(), &mut io::stderr());
    match arguments.command {
        Command::Operations => operations(out).map(|()| ExitCode::SUCCESS),
        Command::Parse { script } => match source::read(&script) {
            Ok(text) => parse(&text, &Folder::here(), out).map(|()| ExitCode::SUCCESS),
            Err(reason) => complain(err, &reason),
        },
        Command::Exec(options) => {
            let scripts: Result<Vec<String>, String> =
                options.scripts.iter().map(|name| source::read(name)).collect();
            match scripts {
                Ok(scripts) => exec(&options, &scripts, &mut Folder::here(), out, err).map(ExitCode::from),
                Err(reason) => complain(err, &reason),
            }
        }
        Command::Lesson(command) => lessons::run(&command, out, err).map(ExitCode::from),
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Arguments::command(), "fleetlab", out);
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn complain(err: &mut dyn Write, reason: &str) -> io::Result<ExitCode> {
    writeln!(err, "fleetlab: {reason}")?;
    Ok(ExitCode::from(NO_SCRIPT))
}

/// Lists every operation as `service:Operation`, one a line.
///
/// # Errors
/// If the list cannot be written.
pub fn operations(out: &mut dyn Write) -> io::Result<()> {
    for operation in api::all_operations() {
        writeln!(out, "{}", operation.action())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_is_listed_once() {
        let mut out = Vec::new();
        operations(&mut out).expect("writes");
        let text = String::from_utf8(out).expect("text");
        assert_eq!(text.lines().count(), api::all_operations().count());
        assert!(text.starts_with("ec2:RunInstances\n"), "{text}");
        assert!(text.contains("\nsandbox:Metrics\n"), "{text}");
    }

    #[test]
    fn the_arguments_are_well_formed() {
        Arguments::command().debug_assert();
    }
}
