//! Results from JSON. They may be anybody's: nothing in them is trusted.

use std::collections::BTreeMap;
use std::fmt;

use des::SimTime;
use serde_json::Value;

use super::{Deed, RESULTS_BYTES, RESULTS_VERSION, Results, StepResult};
use crate::progress::Prediction;
use crate::view::ScoreView;

/// No lesson takes longer: whoever plays results again is not to wait for ever.
const LATEST: SimTime = SimTime::from_secs(14 * 24 * 3600);

/// Why a text holds no results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoResults(pub String);

impl fmt::Display for NoResults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NoResults {}

impl Results {
    /// Reads a file of results.
    ///
    /// # Errors
    /// The first thing in it that is not as it should be.
    pub fn parse(text: &str) -> Result<Self, NoResults> {
        if text.len() > RESULTS_BYTES {
            return Err(NoResults(format!("it has more than {RESULTS_BYTES} bytes")));
        }
        let json: Value =
            serde_json::from_str(text).map_err(|error| NoResults(format!("it is not JSON: {error}")))?;
        let version = whole(&json, "resultsVersion")?;
        if version != RESULTS_VERSION {
            let known = format!("its version is {version}, and this program reads {RESULTS_VERSION}");
            return Err(NoResults(known));
        }
        Ok(Self {
            lesson: word(&json, "lesson")?,
            model_version: word(&json, "modelVersion")?,
            seed: whole(&json, "seed")?,
            finished: truth(&json, "finished")?,
            ended: time(&json, "ended")?,
            journal: list(&json, "journal")?
                .iter()
                .map(deed)
                .collect::<Result<_, _>>()?,
            steps: list(&json, "steps")?.iter().map(step).collect::<Result<_, _>>()?,
        })
    }
}

fn deed(json: &Value) -> Result<Deed, NoResults> {
    Ok(Deed {
        at: time(json, "at")?,
        line: word(json, "line")?,
    })
}

fn step(json: &Value) -> Result<StepResult, NoResults> {
    let answers = json["answers"]
        .as_object()
        .ok_or_else(|| lacks("answers", "an object"))?;
    let predicted = list(json, "predictions")?.first();
    let answers = answers
        .iter()
        .map(|(slot, made)| Ok((slot.clone(), words(made)?)));
    Ok(StepResult {
        id: word(json, "id")?,
        opened: time_or_none(json, "opened")?,
        deeds_before: whole(json, "deedsBefore")?,
        done: time_or_none(json, "doneAt")?,
        goals: list(json, "goals")?.iter().map(goal).collect::<Result<_, _>>()?,
        score: list_or_none(json, "score")?
            .iter()
            .map(scored)
            .collect::<Result<_, _>>()?,
        answers: answers.collect::<Result<BTreeMap<_, _>, NoResults>>()?,
        prediction: predicted.map(prediction).transpose()?,
        right: predicted.and_then(|one| one["right"].as_bool()),
        hints: whole(json, "hints")?,
        solution_seen: truth(json, "solutionSeen")?,
    })
}

fn goal(json: &Value) -> Result<(String, Option<SimTime>), NoResults> {
    Ok((word(json, "id")?, time_or_none(json, "metAt")?))
}

fn scored(json: &Value) -> Result<ScoreView, NoResults> {
    Ok(ScoreView {
        goal: word(json, "goal")?,
        name: word(json, "name")?,
        asked: word(json, "asked")?,
        actual: word(json, "actual")?,
        needed: word(json, "needed")?,
        measured: json["measured"]
            .as_f64()
            .ok_or_else(|| lacks("measured", "a number"))?,
        used: json["used"].as_f64(),
    })
}

fn prediction(json: &Value) -> Result<Prediction, NoResults> {
    Ok(Prediction {
        choice: json.get("choice").and_then(Value::as_str).map(str::to_owned),
        number: json.get("number").and_then(Value::as_u64),
        curve: json["curve"]
            .as_array()
            .map(|points| numbers(points))
            .transpose()?,
        order: json
            .get("order")
            .filter(|order| order.is_array())
            .map(words)
            .transpose()?,
        certainty: whole(json, "certainty")?,
    })
}

fn numbers(points: &[Value]) -> Result<Vec<f64>, NoResults> {
    let numbers = points.iter().map(Value::as_f64).collect::<Option<_>>();
    numbers.ok_or_else(|| lacks("curve", "a list of numbers"))
}

fn words(json: &Value) -> Result<Vec<String>, NoResults> {
    let all = json
        .as_array()
        .ok_or_else(|| lacks("answers", "lists of texts"))?;
    let word = |one: &Value| one.as_str().map(str::to_owned);
    all.iter()
        .map(word)
        .collect::<Option<_>>()
        .ok_or_else(|| lacks("answers", "lists of texts"))
}

fn word(json: &Value, name: &str) -> Result<String, NoResults> {
    json[name]
        .as_str()
        .map(str::to_owned)
        .ok_or_else(|| lacks(name, "a text"))
}

fn whole(json: &Value, name: &str) -> Result<u64, NoResults> {
    json[name].as_u64().ok_or_else(|| lacks(name, "a whole number"))
}

fn time(json: &Value, name: &str) -> Result<SimTime, NoResults> {
    let time = SimTime::from_micros(whole(json, name)?);
    if time > LATEST {
        return Err(lacks(name, "a time within two weeks"));
    }
    Ok(time)
}

fn time_or_none(json: &Value, name: &str) -> Result<Option<SimTime>, NoResults> {
    match &json[name] {
        Value::Null => Ok(None),
        _ => time(json, name).map(Some),
    }
}

fn truth(json: &Value, name: &str) -> Result<bool, NoResults> {
    json[name].as_bool().ok_or_else(|| lacks(name, "true or false"))
}

fn list<'a>(json: &'a Value, name: &str) -> Result<&'a Vec<Value>, NoResults> {
    json[name].as_array().ok_or_else(|| lacks(name, "a list"))
}

/// The same of a member that files of before it do not have.
fn list_or_none<'a>(json: &'a Value, name: &str) -> Result<&'a [Value], NoResults> {
    match &json[name] {
        Value::Null => Ok(&[]),
        _ => list(json, name).map(Vec::as_slice),
    }
}

fn lacks(name: &str, what: &str) -> NoResults {
    NoResults(format!("`{name}` is to be {what}"))
}
