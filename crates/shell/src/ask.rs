//! One question and its answer, without printing.

use api::Call;
use cli::{Action, Host, Pages};
use jmespath::{Expression, Json};

use crate::pages;
use crate::surroundings::Surroundings;

/// A command that calls, read once, to be asked as often as one likes.
#[derive(Clone, Debug)]
pub struct Question {
    call: Call,
    pages: Pages,
    query: Option<Expression>,
}

impl Question {
    /// Reads a command as it would be typed in `region`.
    ///
    /// # Errors
    /// What is wrong with the command, as it would be printed.
    pub fn read(command: &str, region: &str) -> Result<Self, String> {
        let host = Host {
            region: Some(region),
            ..Host::default()
        };
        let read = cli::read(command, &host).map_err(|error| error.to_string())?;
        let Some((globals, Action::Call { call, pages, .. })) = read.map(|read| (read.globals, read.action))
        else {
            return Err("this is no call".to_owned());
        };
        let query = globals.query.as_deref().map(Expression::compile).transpose();
        Ok(Self {
            call,
            pages,
            query: query.map_err(|error| error.to_string())?,
        })
    }

    /// The answer as JSON, all its pages together, and what the command's `--query` finds in it.
    ///
    /// # Errors
    /// AWS's refusal, as it would be printed.
    pub fn ask(&self, around: &mut dyn Surroundings) -> Result<Json, String> {
        let answers = pages::answer(around, self.call.clone(), self.pages.clone(), false)
            .map_err(|failed| failed.stderr)?;
        let answer = answers.into_iter().next().unwrap_or(Json::Null);
        match &self.query {
            Some(query) => query.search(&answer).map_err(|error| error.to_string()),
            None => Ok(answer),
        }
    }
}

/// The answer of one command that calls, as JSON, all its pages together and what its `--query` finds in it.
///
/// # Errors
/// What is wrong with the command, or AWS's refusal, as it would be printed.
pub fn ask(around: &mut dyn Surroundings, command: &str) -> Result<Json, String> {
    let region = around.region().to_owned();
    Question::read(command, &region)?.ask(around)
}

#[cfg(test)]
mod tests {
    use cloud::{Seed, Simulation, World};

    use super::*;
    use crate::account::Looking;

    fn asked(command: &str) -> Result<Json, String> {
        ask(&mut Looking(&Simulation::new(World::new(Seed(1)))), command)
    }

    #[test]
    fn a_question_is_answered_without_printing() {
        let zones =
            asked("aws ec2 describe-subnets --query 'Subnets[].AvailabilityZone'").expect("an answer");
        let zones = jmespath::json::compact(&zones);
        assert_eq!(zones, r#"["us-east-2a","us-east-2b","us-east-2c"]"#);
        assert_eq!(
            asked("aws ec2 describe-subnets --query 'Nothing'"),
            Ok(Json::Null)
        );
    }

    #[test]
    fn what_only_looks_does_nothing_else() {
        let refused =
            asked("aws ec2 create-security-group --group-name a --description b").expect_err("a write");
        assert!(refused.contains("ReadOnly"), "{refused}");
        assert_eq!(asked("sandbox wait 5s"), Err("this is no call".to_owned()));
        assert!(asked("aws ec2 describe-instances --instance-ids i-0123456789abcdef0").is_err());
    }
}
