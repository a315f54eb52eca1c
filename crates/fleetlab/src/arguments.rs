//! What can be said behind `fleetlab`.

use clap::{Args, Parser, Subcommand, ValueEnum};
use cloud::region::RegionCode;

use crate::lessons::LessonCommand;

/// Runs scripts of the AWS command line on a simulated account, without a page.
#[derive(Debug, Parser)]
#[command(name = "fleetlab", version)]
pub struct Arguments {
    /// What is to be done.
    #[command(subcommand)]
    pub command: Command,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run a script in a new account, as fast as it goes
    Exec(Exec),
    /// Show the requests of a script without running it, one JSON object a line
    Parse {
        /// The script; `-` is standard input
        script: String,
    },
    /// Write, prove, play and lay out lessons
    #[command(subcommand)]
    Lesson(LessonCommand),
    /// List every supported operation as service:Operation, one a line
    Operations,
    /// Write what makes a shell complete the arguments of this command
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
}

/// How a script is run.
#[derive(Args, Debug)]
pub struct Exec {
    /// The seed of every draw: the same seed and script give the same transcript [default: 1, or the lesson's]
    #[arg(long)]
    pub seed: Option<u64>,
    /// In the end, print the digest of the account: one number for all that has happened, the same for the same run
    #[arg(long)]
    pub digest: bool,
    /// The Region of the account [default: us-east-2, or the lesson's]
    #[arg(long, value_parser = region)]
    pub region: Option<RegionCode>,
    /// Play a lesson, its `lesson.json`: its account, what it takes, and in the end how its goals stand
    #[arg(long, value_name = "FILE")]
    pub lesson: Option<String>,
    /// Tell of every command when it ended, what it printed and how it ended
    #[arg(long, value_enum)]
    pub transcript: Option<Form>,
    /// Go on after a command that fails
    #[arg(long)]
    pub keep_going: bool,
    /// The script, or several to be run one after the other; `-` is standard input
    #[arg(required = true, value_name = "SCRIPT")]
    pub scripts: Vec<String>,
}

/// The form of a transcript.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// For people
    Text,
    /// One JSON object a line
    Json,
}

fn region(name: &str) -> Result<RegionCode, String> {
    let known = || RegionCode::all().map(|region| region.name).collect::<Vec<_>>();
    RegionCode::named(name).ok_or_else(|| format!("the Regions here are {}", known().join(", ")))
}
