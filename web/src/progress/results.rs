//! What came of a lesson, as its file says it: enough for the certificate, and to be read again.

use serde_json::Value;

/// What the certificate says of one lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Whether it was done without looking at a solution.
    pub alone: bool,
    /// Predictions with a right and a wrong answer, and how many were right.
    pub predictions: usize,
    /// How many of them were right.
    pub right: usize,
    /// How many hints were asked for.
    pub hints: u64,
    /// What the run is scored by.
    pub score: Vec<Scored>,
    /// The seed of the run.
    pub seed: u64,
    /// The model it was played with.
    pub model: String,
}

/// One of the things that a run is scored by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scored {
    /// What it is called.
    pub name: String,
    /// What was measured.
    pub actual: String,
    /// What was needed.
    pub needed: String,
}

impl Summary {
    /// Reads a results file; none if it is none, or of a lesson that was not done.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let file: Value = serde_json::from_str(text).ok()?;
        if !file.get("finished")?.as_bool()? {
            return None;
        }
        let steps = file.get("steps")?.as_array()?;
        let judged: Vec<bool> = steps.iter().flat_map(judged).collect();
        Some(Self {
            alone: !steps.iter().any(|step| flag(step, "solutionSeen")),
            predictions: judged.len(),
            right: judged.iter().filter(|right| **right).count(),
            hints: steps.iter().filter_map(|step| step.get("hints")?.as_u64()).sum(),
            score: steps.iter().flat_map(scored).collect(),
            seed: file.get("seed")?.as_u64()?,
            model: file
                .get("modelVersion")
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned(),
        })
    }
}

fn flag(step: &Value, name: &str) -> bool {
    step.get(name).and_then(Value::as_bool).unwrap_or_default()
}

fn scored(step: &Value) -> Vec<Scored> {
    let rows = step.get("score").and_then(Value::as_array).into_iter().flatten();
    let row = |row: &Value| {
        let word = |name: &str| row.get(name).and_then(Value::as_str).map(str::to_owned);
        Some(Scored {
            name: word("name")?,
            actual: word("actual")?,
            needed: word("needed")?,
        })
    };
    rows.filter_map(row).collect()
}

/// Whether each prediction of a step that could be wrong was right.
fn judged(step: &Value) -> Vec<bool> {
    let predictions = step
        .get("predictions")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    predictions
        .filter_map(|prediction| prediction.get("right")?.as_bool())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lesson_that_was_done_is_summed_up() {
        let file = r#"{ "finished": true, "seed": 7, "modelVersion": "2026.11", "steps": [
            { "hints": 2, "predictions": [{ "right": true }, { "given": 3 }] },
            { "hints": 1, "solutionSeen": true, "predictions": [{ "right": false }],
              "score": [{ "name": "Cost", "actual": "$1.14", "needed": "at most $1.30", "measured": 1.1386 }, {}] } ] }"#;
        let summary = Summary::read(file).unwrap();
        assert_eq!((summary.alone, summary.predictions, summary.right), (false, 2, 1));
        assert_eq!(
            (summary.hints, summary.seed, summary.model.as_str()),
            (3, 7, "2026.11")
        );
        let [cost] = summary.score.as_slice() else {
            panic!("{:?}", summary.score)
        };
        assert_eq!((cost.name.as_str(), cost.actual.as_str()), ("Cost", "$1.14"));
    }

    #[test]
    fn what_is_not_done_is_not_summed_up() {
        assert_eq!(
            Summary::read(r#"{ "finished": false, "seed": 7, "steps": [] }"#),
            None
        );
        assert_eq!(Summary::read("[]"), None);
    }
}
