//! What can be said behind `fleetlab lesson`.

use clap::{Args, Subcommand};

use super::render::Form;

/// What can be done with lessons.
#[derive(Debug, Subcommand)]
pub enum LessonCommand {
    /// Write a small lesson that works, to begin with
    New(New),
    /// Prove lessons: they load, their solutions solve them, wrong ways do not, and what they say is so
    Check(Check),
    /// Play a script against a lesson and tell of every goal what was needed and what was reached
    Run(Run),
    /// Lay out lesson files: one order of members, one form for all
    Fmt(Fmt),
    /// Print the JSON Schema of lesson files, which editors read
    Schema,
}

/// What is written.
#[derive(Args, Debug)]
pub struct New {
    /// The folder to write it into; its name, without a number in front, becomes the lesson's id
    pub folder: String,
    /// What the lesson is called
    #[arg(long, default_value = "A lesson of one instance")]
    pub title: String,
}

/// What is proven.
#[derive(Args, Debug)]
pub struct Check {
    /// Folders of lessons, or a folder of lessons with a `course.json`
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<String>,
    /// On so many seeds, the lesson's own first [default: as the lesson says]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=1000))]
    pub seeds: Option<u64>,
    /// At these speeds, in model seconds a second, parted by commas [default: as the lesson says]
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = speed)]
    pub speeds: Vec<f64>,
    /// Take each line out of each solution in turn, and tell of those that nothing misses
    #[arg(long)]
    pub mutate: bool,
    /// On every seed, play every speed, do nothing, go wrong ways and other good ones [default: one speed in turn on each
    /// seed but the first, other ways on every fourth]
    #[arg(long)]
    pub thorough: bool,
    /// Fail on warnings, too
    #[arg(long)]
    pub strict: bool,
    /// The form of what is found
    #[arg(long, value_enum, default_value_t)]
    pub format: Form,
}

/// What is played.
#[derive(Args, Debug)]
pub struct Run {
    /// The folder of the lesson
    pub lesson: String,
    /// The script; `-` is standard input
    #[arg(default_value = "-")]
    pub script: String,
    /// The seed of every draw [default: the lesson's, or that of the results]
    #[arg(long)]
    pub seed: Option<u64>,
    /// Play the script in this step; the steps before it are solved as the lesson would [default: through the whole
    /// lesson]
    #[arg(long, value_name = "ID")]
    pub step: Option<String>,
    /// Instead of a script, play a results file again, and say whether its verdicts hold
    #[arg(long, value_name = "FILE", conflicts_with_all = ["script", "step", "seed"])]
    pub results: Option<String>,
}

/// What is laid out.
#[derive(Args, Debug)]
pub struct Fmt {
    /// Folders of lessons, or a folder of lessons with a `course.json`
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<String>,
    /// Change nothing; tell of files that would change, and fail if there are any
    #[arg(long)]
    pub check: bool,
}

fn speed(text: &str) -> Result<f64, String> {
    let speed: f64 = text.parse().map_err(|_| "this is no number".to_owned())?;
    if (0.01..=10_000.0).contains(&speed) {
        Ok(speed)
    } else {
        Err("speeds are from 0.01 to 10000".to_owned())
    }
}
