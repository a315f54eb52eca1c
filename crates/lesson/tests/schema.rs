//! The schema is the one that is shipped, and it names exactly the members that the reader asks for.

use std::collections::BTreeSet;

use lesson::{Code, examine, schema};
use serde_json::Value;

const SHIPPED: &str = include_str!("../../../lessons/lesson.schema.json");

#[test]
fn the_schema_that_is_shipped_is_fresh() {
    let shipped: Value = serde_json::from_str(SHIPPED).expect("it is JSON");
    assert_eq!(
        shipped,
        schema(),
        "cargo run -p fleetlab -- lesson schema > lessons/lesson.schema.json"
    );
}

/// A lesson with one of everything. It need not be good: the reader asks for members all the same.
const EVERYTHING: &str = include_str!("everything.json");

/// Where an object stands in [`EVERYTHING`], and where the schema describes it.
const OBJECTS: &[(&str, &str)] = &[
    ("", ""),
    ("/meta", "/properties/meta"),
    ("/world", "/properties/world"),
    ("/timeline/0", "/properties/timeline/items"),
    ("/allow", "/properties/allow/anyOf/0"),
    ("/allow/limits", "/properties/allow/anyOf/0/properties/limits"),
    ("/proof", "/properties/proof"),
    ("/steps/0/number", "STEP/number"),
    ("/steps/0/curve", "STEP/curve"),
    ("/steps/0/curve/shape/0", "STEP/curve/properties/shape/items"),
    ("/steps/0/order", "STEP/order"),
    ("/steps/0/choices/0", "/definitions/choice"),
    ("/steps/1/items/0", "STEP/items/items"),
    (
        "/steps/1/items/0/misconceptions/0",
        "STEP/items/items/properties/misconceptions/items",
    ),
    ("/steps/2/acts/0", "STEP/acts/items"),
    ("/steps/2/goals/0", "STEP/goals/items"),
    ("/steps/2/alternatives/0", "STEP/alternatives/items"),
    ("/steps/2/decoys/0", "STEP/decoys/items"),
    ("/steps/2/goals/1/check/instances", "/definitions/filter"),
    ("/steps/3/questions/0", "STEP/questions/items"),
    ("/steps/0", "STEPS"),
    ("/steps/1", "STEPS"),
    ("/steps/2", "STEPS"),
    ("/steps/3", "STEPS"),
    ("/steps/4", "STEPS"),
    ("/steps/5", "STEPS"),
    ("/steps/2/goals/0/check", "CHECKS"),
    ("/steps/2/goals/1/check", "CHECKS"),
    ("/steps/2/goals/2/check", "CHECKS"),
];

/// The members that the reader asks for in the object at `pointer`.
fn asked(pointer: &str) -> BTreeSet<String> {
    const STRANGER: &str = "qqqqqqqqzzzzzzzz";
    let mut lesson: Value = serde_json::from_str(EVERYTHING).expect("it is JSON");
    let object = lesson.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}"));
    object[STRANGER] = Value::Null;
    let report = examine("x.json", &lesson.to_string(), "");
    let place = format!("{pointer}/{STRANGER}");
    let mut warnings = report.warnings.into_iter();
    let warning = warnings.find(|warning| warning.code == Code::UnknownMember && warning.pointer == place);
    let fix = warning.unwrap_or_else(|| panic!("unnoticed at {pointer}")).fix;
    let names = fix.trim_start_matches("Known here: ").trim_end_matches('.');
    names.split(", ").map(str::to_owned).collect()
}

/// The members that the schema describes at `pointer`.
fn described(pointer: &str) -> BTreeSet<String> {
    let schema = schema();
    let step = "/properties/steps/items";
    let pointer = match pointer {
        "STEPS" => step.to_owned(),
        "CHECKS" => "/definitions/check".to_owned(),
        other => other.replace("STEP", &format!("{step}/properties")),
    };
    let object = schema.pointer(&pointer).unwrap_or_else(|| panic!("{pointer}"));
    let members = object["properties"]
        .as_object()
        .unwrap_or_else(|| panic!("{pointer}"));
    members
        .keys()
        .filter(|name| *name != "$schema")
        .cloned()
        .collect()
}

#[test]
fn the_schema_names_what_the_reader_asks_for() {
    let mut unions: [(&str, BTreeSet<String>); 2] = [("STEPS", BTreeSet::new()), ("CHECKS", BTreeSet::new())];
    for (pointer, described_at) in OBJECTS {
        match unions.iter_mut().find(|(name, _)| name == described_at) {
            Some((_, union)) => union.extend(asked(pointer)),
            None => assert_eq!(asked(pointer), described(described_at), "{pointer}"),
        }
    }
    for (name, union) in unions {
        assert_eq!(union, described(name), "{name}");
    }
}

#[test]
fn every_member_is_explained() {
    fn walk(schema: &Value, at: &str) {
        let Some(members) = schema["properties"].as_object() else {
            return;
        };
        for (name, member) in members {
            let about = member["description"].as_str().unwrap_or_default();
            assert!(about.ends_with('.') && about.len() > 5, "{at}/{name}: {about:?}");
            walk(member, &format!("{at}/{name}"));
            walk(&member["items"], &format!("{at}/{name}"));
        }
    }
    walk(&schema(), "");
}
