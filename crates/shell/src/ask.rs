//! One question and its answer, without printing.

use cli::{Action, Host};
use jmespath::Json;

use crate::pages;
use crate::surroundings::Surroundings;

/// The answer of one command that calls, as JSON, all its pages together and what its `--query` finds in it.
///
/// # Errors
/// What is wrong with the command, or AWS's refusal, as it would be printed.
pub fn ask(around: &mut dyn Surroundings, command: &str) -> Result<Json, String> {
    let region = around.region().to_owned();
    let host = Host {
        region: Some(&region),
        ..Host::default()
    };
    let read = cli::read(command, &host).map_err(|error| error.to_string())?;
    let Some((globals, Action::Call { call, pages, .. })) = read.map(|read| (read.globals, read.action))
    else {
        return Err("this is no call".to_owned());
    };
    let answers = pages::answer(around, call, pages, false).map_err(|failed| failed.stderr)?;
    let answer = answers.into_iter().next().unwrap_or(Json::Null);
    match globals.query {
        Some(query) => jmespath::search(&query, &answer).map_err(|error| error.to_string()),
        None => Ok(answer),
    }
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
