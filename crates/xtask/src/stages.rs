//! Checks that follow one another: all are made, and at the end a table tells how each one went.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::step::seconds;

/// The outcomes so far.
#[derive(Default)]
pub(crate) struct Stages(Vec<Stage>);

struct Stage {
    name: &'static str,
    took: Duration,
    passed: bool,
}

impl Stages {
    /// Makes one check. An error is printed and remembered, so that the other checks can still be made.
    pub(crate) fn check(&mut self, name: &'static str, act: impl FnOnce() -> Result<()>) {
        eprintln!("\n== {name}");
        let start = Instant::now();
        let result = act();
        if let Err(error) = &result {
            eprintln!("error: {error:#}");
        }
        self.0.push(Stage {
            name,
            took: start.elapsed(),
            passed: result.is_ok(),
        });
    }

    /// Prints the table; an error if a check failed.
    pub(crate) fn end(self) -> Result<()> {
        println!("\n{}", self.table());
        let failed: Vec<_> = self
            .0
            .iter()
            .filter(|stage| !stage.passed)
            .map(|stage| stage.name)
            .collect();
        if !failed.is_empty() {
            bail!("failed: {}", failed.join(", "));
        }
        Ok(())
    }

    fn table(&self) -> String {
        let row =
            |name: &str, took: Duration, word: &str| format!("{name:<24} {:>12}  {word}\n", seconds(took));
        let word = |stage: &Stage| if stage.passed { "passed" } else { "FAILED" };
        let rows = self
            .0
            .iter()
            .map(|stage| row(stage.name, stage.took, word(stage)));
        let total = self.0.iter().map(|stage| stage.took).sum();
        rows.chain([row("all", total, "")]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_check_does_not_stop_the_others_but_fails_the_whole() {
        let mut stages = Stages::default();
        stages.check("first", || bail!("no"));
        stages.check("second", || Ok(()));
        assert!(stages.table().contains("second"));
        assert_eq!(stages.end().unwrap_err().to_string(), "failed: first");
    }
}
