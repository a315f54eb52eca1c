//! Commands of several parts do all of them, or those that are named.

use anyhow::{Result, ensure};
use lexopt::{Arg, ValueExt};

/// The parts that a user asked for.
pub(crate) struct Parts(Vec<String>);

impl Parts {
    /// Reads the names of parts; an unknown one is an error that names those there are.
    pub(crate) fn read(mut arguments: lexopt::Parser, known: &[&str]) -> Result<Self> {
        let mut wanted = Vec::new();
        while let Some(argument) = arguments.next()? {
            let Arg::Value(part) = argument else {
                return Err(argument.unexpected().into());
            };
            wanted.push(part.string()?);
        }
        let unknown = wanted.iter().find(|part| !known.contains(&part.as_str()));
        ensure!(
            unknown.is_none(),
            "the parts of this command are {}",
            known.join(", ")
        );
        Ok(Self(wanted))
    }

    /// Whether this part is to be done.
    pub(crate) fn want(&self, part: &str) -> bool {
        self.0.is_empty() || self.0.iter().any(|wanted| wanted == part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Result<Parts> {
        Parts::read(lexopt::Parser::from_args(words), &["lint", "native"])
    }

    #[test]
    fn all_parts_are_done_unless_some_are_named() {
        assert!(read(&[]).unwrap().want("native"));
        let parts = read(&["lint"]).unwrap();
        assert!(parts.want("lint") && !parts.want("native"));
    }

    #[test]
    fn a_slip_names_the_parts_there_are() {
        let error = read(&["lnit"]).err().unwrap();
        assert_eq!(error.to_string(), "the parts of this command are lint, native");
    }
}
