//! A small account, built by a script, and everything it answers.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use api::{Access, Call};
use cloud::lab::Lab;
use jmespath::Json;

/// What an operation answered.
pub(super) struct Answer {
    /// AWS's name of the operation.
    pub(super) operation: String,
    pub(super) answer: Json,
}

/// Runs the script on an account with a balanced group of instances, then asks all that can be asked without a request.
pub(super) fn answers(script: &str) -> Result<Vec<Answer>> {
    let mut lab = Lab::new();
    lab.serving(1);
    let group = tests::web::balance(&mut lab);
    tests::web::scale(&mut lab, &group);
    lab.pass_secs(300);
    let mut account = Account {
        lab,
        names: BTreeMap::new(),
        answers: Vec::new(),
    };
    for line in script
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        account.line(line).with_context(|| line.to_owned())?;
    }
    account.ask_all();
    Ok(account.answers)
}

struct Account {
    lab: Lab,
    names: BTreeMap<String, String>,
    answers: Vec<Answer>,
}

impl Account {
    fn line(&mut self, line: &str) -> Result<()> {
        if let Some((name, query)) = line.split_once(" <- ") {
            return self.name(name, query);
        }
        if let Some(seconds) = line.strip_prefix("pass ") {
            self.lab.pass_secs(seconds.parse()?);
            return Ok(());
        }
        let mut words = line.splitn(3, ' ');
        let mut word = || words.next().context("service, operation and request");
        let (service, operation, request) = (word()?, word()?, word()?);
        let request = self.names.iter().fold(request.to_owned(), |text, (name, value)| {
            text.replace(&format!("${name}"), value)
        });
        let output = self.lab.call(service, operation, &request)?;
        let answer = output.shape().map_or_else(nothing, api::json::to_json);
        self.keep(operation, answer);
        Ok(())
    }

    fn name(&mut self, name: &str, query: &str) -> Result<()> {
        let last = self.answers.last().context("an answer before")?;
        let Json::String(value) = jmespath::search(query, &last.answer)? else {
            anyhow::bail!("no text there");
        };
        self.names.insert(name.to_owned(), value.to_string());
        Ok(())
    }

    /// Every question that needs no request, as far as it is answered.
    fn ask_all(&mut self) {
        for operation in api::all_operations().filter(|operation| operation.access == Access::Read) {
            let Call::Read(call) = (operation.empty)() else {
                continue;
            };
            let checked = api::validate(operation, call.input()).is_ok();
            if let (true, Ok(output)) = (checked, self.lab.simulation.read(&call)) {
                self.keep(
                    operation.name,
                    output.shape().map_or_else(nothing, api::json::to_json),
                );
            }
        }
    }

    fn keep(&mut self, operation: &str, answer: Json) {
        let operation = operation.to_owned();
        self.answers.push(Answer { operation, answer });
    }
}

fn nothing() -> Json {
    Json::object(Vec::new())
}
