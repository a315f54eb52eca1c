//! Results as JSON.

use serde_json::{Map, Value, json};

use super::{RESULTS_VERSION, Results, StepResult};
use crate::progress::Prediction;

impl Results {
    /// As they stand in a file.
    #[must_use]
    pub fn to_json(&self) -> String {
        let journal = self.journal.iter();
        let value = json!({
            "resultsVersion": RESULTS_VERSION,
            "lesson": self.lesson,
            "modelVersion": self.model_version,
            "seed": self.seed,
            "ended": self.ended.as_micros(),
            "journal": journal.map(|deed| json!({ "at": deed.at.as_micros(), "line": deed.line })).collect::<Value>(),
            "steps": self.steps.iter().map(step).collect::<Value>(),
        });
        format!("{value:#}\n")
    }
}

fn step(step: &StepResult) -> Value {
    let goals = step.goals.iter();
    let mut value = json!({
        "id": step.id,
        "opened": step.opened.as_micros(),
        "deedsBefore": step.deeds_before,
        "goals": goals
            .map(|(id, met)| json!({ "id": id, "metAt": met.map(des::SimTime::as_micros) }))
            .collect::<Value>(),
        "answers": step.answers,
        "hints": step.hints,
    });
    if let Some(prediction) = &step.prediction {
        value["prediction"] = predicted(prediction);
    }
    value
}

fn predicted(prediction: &Prediction) -> Value {
    let mut value = Map::new();
    if let Some(choice) = &prediction.choice {
        value.insert("choice".to_owned(), choice.clone().into());
    }
    if let Some(number) = prediction.number {
        value.insert("number".to_owned(), number.into());
    }
    value.insert("certainty".to_owned(), prediction.certainty.into());
    value.into()
}
