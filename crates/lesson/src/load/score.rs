//! What a step is scored by.

use super::reader::{Node, did_you_mean};
use crate::error::Code;
use crate::format::Goal;
use crate::prose::Shape;
use crate::score::allowance;

/// The goals that the step `step` is scored by, each with a name in the prose.
pub(super) fn score(list: &Node<'_>, step: &str, goals: &[Goal]) -> Vec<String> {
    let ids = list.ids();
    for (index, id) in ids.iter().enumerate() {
        let place = format!("{}/{index}", list.pointer);
        list.findings
            .demand(&place, format!("{step}.score.{id}"), Shape::Line);
        let report = |code, reason: String, fix: String| list.findings.report(&place, code, reason, fix);
        match goals.iter().find(|goal| goal.id == *id) {
            None => report(
                Code::UnknownId,
                format!("The step has no goal `{id}`."),
                did_you_mean(id, goals.iter().map(|goal| goal.id.as_str())),
            ),
            Some(goal) if allowance(&goal.check).is_none() => report(
                Code::NotScored,
                format!("The goal `{id}` is not one metric or cost held against a bound."),
                "Score a goal whose check is one `metric` or `cost`, with `>=`, `<=`, `>` or `<`.".to_owned(),
            ),
            Some(_) => {}
        }
    }
    ids
}
