//! Checks.

use serde_json::{Value, json};

use super::make::{flag, list, object, one_of, reference, text, whole, with, word};
use crate::check::{Cost, Metric, Op};
use crate::observed::{AppState, InstanceState};

/// One comparison, or several of which all or any must hold.
pub(super) fn check() -> Value {
    let parts = |about: &str| list(about, json!({ "$ref": "#/definitions/check" }), 200);
    object(
        "One reading held against a value; or `all` or `any` of several.",
        &[],
        vec![
            ("all", parts("All of these must hold.")),
            ("any", parts("At least one of these must hold.")),
            ("metric", word::<Metric>("What the employees met.")),
            (
                "window",
                reference("duration", "Of a metric: the last so many seconds, up to `1h`."),
            ),
            ("during", during()),
            (
                "minRequests",
                whole(
                    "Of a metric: fewest requests that must have come to an end in it.",
                    1,
                    1_000_000,
                ),
            ),
            (
                "instances",
                reference("filter", "How many instances are as described."),
            ),
            (
                "endpoints",
                reference(
                    "filter",
                    "How many addresses of the employees lead to an instance as described.",
                ),
            ),
            (
                "calls",
                reference(
                    "operation",
                    "How often the learner called this with success since the step opened.",
                ),
            ),
            ("cost", word::<Cost>("What the account costs, in US dollars.")),
            (
                "read",
                text("A command that only looks, with `{{references}}`. Its goal needs words of its own."),
            ),
            (
                "query",
                text("Of `read`: what is looked for in the answer, in JMESPath."),
            ),
            ("op", word::<Op>("How it is compared.")),
            (
                "value",
                json!({
                    "type": ["number", "string", "boolean"],
                    "description": "What it is held against. Shares are from 0 to 1; texts and flags are for `read` alone.",
                }),
            ),
        ],
    )
}

fn during() -> Value {
    let ends = json!({ "type": "array", "minItems": 2, "maxItems": 2, "items": { "$ref": "#/definitions/duration" } });
    with(
        ends,
        "Of a metric: from when to when after the step opened. With `window`, its worst stretch of that length.",
    )
}

/// Which instances are meant.
pub(super) fn filter() -> Value {
    object(
        "Which instances are meant; what is left out may be anything.",
        &[],
        vec![
            ("state", word::<InstanceState>("Its state, in EC2's words.")),
            ("app", word::<AppState>("What its app does, in truth.")),
            ("image", text("Name of the image it was launched from.")),
            ("zone", text("Its Availability Zone.")),
            ("name", text("Its tag `Name`.")),
            (
                "type",
                one_of(
                    "Its instance type.",
                    cloud::ec2::INSTANCE_TYPES.iter().map(|known| known.name),
                ),
            ),
            ("healthy", flag("Whether a target group believes it healthy.")),
        ],
    )
}
