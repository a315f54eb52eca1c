//! `cargo xtask …`: everything that installs, builds, serves, tests and measures Fleetlab.

#![allow(clippy::print_stdout, clippy::print_stderr)] // A program for the terminal.
#![allow(clippy::disallowed_types)] // How long things take is its business.

mod bench;
mod build;
mod bundle;
mod contract;
mod lessons;
mod lint;
mod parts;
mod printed;
mod process;
mod requests;
mod serve;
mod server;
mod stages;
mod step;
mod test;
mod tidy;
mod tools;
mod workspace;

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
Usage: cargo xtask COMMAND

  serve   Build the page and serve it on localhost
          --release     as it will be published: slower to build, faster to run
          --dist        serve dist/ as it is, build nothing
          --port N      the first port to try (8080)
          --base /PATH/ serve under this path (/)
  test    Run every test, or the parts that are named: lint, native, wasm, e2e
  build   Build the page for publication into dist/ and print its sizes
  bench   Measure, or only the parts that are named: native and wasm (the engine), page (drawing, download)
  lint    Check the text: layout, format, clippy, documentation
  operations   Write crates/OPERATIONS.md, the list of all operations, from their declarations
  conformance  Compare those declarations with AWS's published models, and command lines with AWS's own command line;
               both from the Python Package Index
  lessons   Prove the course: twenty seeds, three speeds, and solutions with a line less

Every command installs what it misses, under target/ or in the package manager's own place.";

fn main() -> ExitCode {
    match run(std::env::args_os().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut words: Vec<OsString>) -> Result<()> {
    if words.is_empty() {
        words.push("help".into());
    }
    let command = words.remove(0);
    let arguments = lexopt::Parser::from_args(words);
    match command.to_str() {
        Some("serve") => serve::run(arguments),
        Some("test") => test::run(arguments),
        Some("build") => build::run(arguments),
        Some("bench") => bench::run(arguments),
        Some("lint") => lint::run(arguments),
        Some("operations") => contract::operations(arguments),
        Some("conformance") => contract::conformance(arguments),
        Some("lessons") => lessons::run(arguments),
        Some("help" | "-h" | "--help") => {
            println!("{HELP}");
            Ok(())
        }
        _ => bail!("there is no command {}\n\n{HELP}", command.display()),
    }
}
