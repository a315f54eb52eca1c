//! The format as a JSON Schema, for editors: what may stand where, and what it is for.
//!
//! Words and their explanations come from the tables that the reader reads by; that the members are those which it
//! asks for, no more and no fewer, is held by a test (`tests/schema.rs`).

mod checks;
mod make;
mod steps;

use serde_json::{Value, json};

use crate::error::Code;
use crate::format::{FORMAT_VERSION, Status};
use make::{flag, ids, list, number, object, one_of, reference, text, texts, whole, word};

/// The schema of `lesson.json`.
#[must_use]
pub fn schema() -> Value {
    let mut lesson = object(
        "A lesson. Everything that is done is a line of the script language; everything that is said stands in the prose beside it.",
        &["formatVersion", "id", "meta", "world", "allow", "steps"],
        vec![
            ("$schema", text("Where the schema of this file is.")),
            ("formatVersion", version()),
            (
                "modelVersion",
                text("The version of the model that the numbers were proven with, such as `2026.11`."),
            ),
            (
                "id",
                reference("id", "Stable name. Titles may change, ids do not."),
            ),
            ("meta", meta()),
            ("world", world()),
            (
                "timeline",
                list(
                    "What the world does by itself while the learner plays.",
                    event(),
                    100,
                ),
            ),
            (
                "allow",
                allow(
                    "What the learner may do where a step does not say otherwise. Reads are always allowed.",
                ),
            ),
            ("steps", list("The steps, in order.", steps::step(), 200)),
            ("proof", proof()),
        ],
    );
    let definitions = json!({
        "id": id(),
        "duration": duration(),
        "lines": lines(),
        "operation": operation(),
        "check": checks::check(),
        "filter": checks::filter(),
        "choice": steps::choice(),
    });
    if let Value::Object(members) = &mut lesson {
        members.insert(
            "$schema".to_owned(),
            "http://json-schema.org/draft-07/schema#".into(),
        );
        members.insert("title".to_owned(), "Fleetlab lesson".into());
        members.insert("definitions".to_owned(), definitions);
    }
    lesson
}

fn version() -> Value {
    json!({ "const": FORMAT_VERSION, "description": "The version of the format." })
}

fn id() -> Value {
    json!({
        "type": "string",
        "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
        "maxLength": 60,
        "patternErrorMessage": format!("Small letters, digits and single hyphens ({}).", Code::BadId),
    })
}

fn duration() -> Value {
    json!({
        "type": "string",
        "pattern": "^([0-9]+(\\.[0-9]+)?(us|ms|s|m|h|d))+$",
        "patternErrorMessage": "A length of model time with its unit, such as `30s`, `5m` or `1h30m`.",
    })
}

fn lines() -> Value {
    json!({
        "type": "array",
        "maxItems": 200,
        "items": {
            "type": "string",
            "maxLength": 2000,
            "defaultSnippets": [
                { "label": "aws", "body": "aws ${1:ec2} ${2:describe-instances}" },
                { "label": "variable", "body": "${1:ID}=$(aws ${2} --query ${3} --output text)" },
                { "label": "wait", "body": "sandbox wait ${1:90s}" },
                { "label": "traffic", "body": "sandbox traffic --rate ${1:42}" },
            ],
        },
    })
}

fn operation() -> Value {
    json!({ "type": "string", "enum": api::all_operations().map(|known| known.action()).collect::<Vec<_>>() })
}

fn meta() -> Value {
    object(
        "For teachers, for the course map, and for the small print.",
        &["minutes", "teaches"],
        vec![
            ("minutes", whole("How long it takes, in minutes.", 1, 60)),
            ("status", word::<Status>("How far it has come.")),
            (
                "license",
                text("Under which licence it may be used, as an SPDX identifier such as `CC-BY-4.0`."),
            ),
            ("authors", texts("Who wrote it.")),
            ("teaches", ids("Concepts it teaches; the course has their words.")),
            (
                "requires",
                ids("Concepts it builds on; a lesson before teaches them."),
            ),
            (
                "misconceptions",
                ids("Wrong ideas it meets; each is tied to a choice or a decoy."),
            ),
            ("sources", texts("Where its facts can be read: http or https.")),
            (
                "simplifies",
                ids("What the model leaves out, told to the learner: prose `simplifies.ID`."),
            ),
            (
                "questions",
                whole(
                    "How many questions for the class the teacher's notes have: prose `notes.question.N`.",
                    0,
                    20,
                ),
            ),
        ],
    )
}

fn world() -> Value {
    object(
        "The account at the beginning.",
        &["region", "seed"],
        vec![
            (
                "region",
                one_of(
                    "The account's Region.",
                    cloud::region::RegionCode::all().map(|region| region.name),
                ),
            ),
            (
                "seed",
                whole(
                    "Seed of every draw: the same seed and the same acts give the same run.",
                    0,
                    (1 << 53) - 1,
                ),
            ),
            (
                "start",
                text("When the set-up begins, in the week after 2026-11-02T10:00:00Z."),
            ),
            (
                "files",
                texts("Names of files beside the lesson that lines read by `file://`."),
            ),
            (
                "setup",
                reference(
                    "lines",
                    "Lines played before the learner comes. Variables set here are known everywhere.",
                ),
            ),
        ],
    )
}

fn event() -> Value {
    object(
        "Something that the world does by itself, once.",
        &["id", "lines"],
        vec![
            ("id", reference("id", "Stable id.")),
            (
                "in",
                reference(
                    "id",
                    "The step whose opening it waits for; the first if left out.",
                ),
            ),
            ("at", reference("duration", "How long after that opening.")),
            (
                "when",
                reference("check", "What must hold, while that step is the one reached."),
            ),
            ("lines", reference("lines", "What it does.")),
            (
                "announce",
                flag("Whether the learner is told: prose `timeline.ID`."),
            ),
        ],
    )
}

/// What may be done: an object, or a bare list of actions.
fn allow(about: &str) -> Value {
    let actions = json!({ "type": "array", "maxItems": 200, "items": { "$ref": "#/definitions/operation" } });
    let whole = object(
        about,
        &[],
        vec![
            (
                "actions",
                make::with(
                    actions.clone(),
                    "Operations that may be called, such as `ec2:RunInstances`.",
                ),
            ),
            ("limits", limits()),
        ],
    );
    json!({ "description": about, "anyOf": [whole, actions] })
}

fn limits() -> Value {
    let types = one_of("", cloud::ec2::INSTANCE_TYPES.iter().map(|known| known.name));
    object(
        "How far the learner may go.",
        &[],
        vec![
            (
                "instances",
                whole("Most instances that are not terminated.", 0, 200),
            ),
            (
                "instanceTypes",
                list("The instance types that may be used.", types, 200),
            ),
        ],
    )
}

fn proof() -> Value {
    object(
        "How it is to be proven.",
        &[],
        vec![
            ("seeds", whole("On how many seeds.", 1, 1_000)),
            (
                "speeds",
                list(
                    "At which speeds, in model seconds in a real second.",
                    number("", 0.01),
                    200,
                ),
            ),
            (
                "minPassRate",
                number(
                    "On which share of the seeds a solution must meet its goals, from 0 to 1.",
                    0.0,
                ),
            ),
        ],
    )
}
