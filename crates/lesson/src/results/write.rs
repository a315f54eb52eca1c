//! Results as JSON.

use des::SimTime;
use serde_json::{Value, json};

use super::{RESULTS_VERSION, Results, StepResult};
use crate::progress::Prediction;
use crate::view::ScoreView;

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
            "finished": self.finished,
            "ended": self.ended.as_micros(),
            "journal": journal.map(|deed| json!({ "at": deed.at.as_micros(), "line": deed.line })).collect::<Value>(),
            "steps": self.steps.iter().map(step).collect::<Value>(),
        });
        format!("{value:#}\n")
    }
}

fn step(step: &StepResult) -> Value {
    let goals = step.goals.iter();
    json!({
        "id": step.id,
        "opened": step.opened.map(SimTime::as_micros),
        "deedsBefore": step.deeds_before,
        "doneAt": step.done.map(SimTime::as_micros),
        "goals": goals
            .map(|(id, met)| json!({ "id": id, "metAt": met.map(SimTime::as_micros) }))
            .collect::<Value>(),
        "score": step.score.iter().map(scored).collect::<Value>(),
        "answers": step.answers,
        "predictions": step.prediction.iter().map(|given| predicted(given, step.right)).collect::<Value>(),
        "hints": step.hints,
        "solutionSeen": step.solution_seen,
    })
}

fn scored(score: &ScoreView) -> Value {
    json!({
        "goal": score.goal,
        "name": score.name,
        "asked": score.asked,
        "actual": score.actual,
        "needed": score.needed,
        "measured": score.measured,
        "used": score.used,
    })
}

fn predicted(prediction: &Prediction, right: Option<bool>) -> Value {
    json!({
        "choice": prediction.choice,
        "number": prediction.number,
        "curve": prediction.curve,
        "order": prediction.order,
        "certainty": prediction.certainty,
        "right": right,
    })
}
