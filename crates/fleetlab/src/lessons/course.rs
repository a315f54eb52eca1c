//! Lessons in their order: what one needs, an earlier one has taught.

use std::collections::BTreeMap;

use super::diagnostic::{Diagnostic, Severity};
use super::proof::Case;

/// What is wrong with the order of a course's lessons.
pub(crate) fn check(cases: &[Case]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut ids: BTreeMap<&str, &str> = BTreeMap::new();
    let mut taught: Vec<&String> = Vec::new();
    for case in cases {
        let meta = &case.lesson.meta;
        if let Some(other) = ids.insert(&case.lesson.id, &case.json) {
            found.push(same_id(case, other));
        }
        let lacking = meta.requires.iter().enumerate().filter(|(_, concept)| !taught.contains(concept));
        found.extend(lacking.map(|(place, concept)| not_taught(case, place, concept)));
        taught.extend(&meta.teaches);
    }
    found
}

fn same_id(case: &Case, other: &str) -> Diagnostic {
    mistake(
        case,
        "/id",
        "duplicate-id",
        format!("The lesson {other} has the id `{}`, too.", case.lesson.id),
        "Give each lesson its own id: progress is kept under it.",
    )
}

fn not_taught(case: &Case, place: usize, concept: &str) -> Diagnostic {
    mistake(
        case,
        &format!("/meta/requires/{place}"),
        "concept-not-taught",
        format!("The concept `{concept}` is required here, and no earlier lesson teaches it."),
        "Put it among what an earlier lesson `teaches`, move the lesson, or take it out.",
    )
}

fn mistake(case: &Case, pointer: &str, code: &str, sentence: String, fix: &str) -> Diagnostic {
    Diagnostic {
        severity: Severity::Error,
        file: case.json.clone(),
        pointer: pointer.to_owned(),
        code: code.to_owned(),
        sentence,
        fix: fix.to_owned(),
    }
}
