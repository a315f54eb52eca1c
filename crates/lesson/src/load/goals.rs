//! The goals of a step.

use super::checks::check_at;
use super::findings::Demand;
use super::reader::{Node, did_you_mean, report_duplicates};
use crate::check::{Check, Reading, Wanted};
use crate::error::Code;
use crate::format::Goal;
use crate::prose::Shape;
use crate::reference::VALUE;

/// The goals of the step `step`, in order.
pub(super) fn goals(list: &Node<'_>, step: &str) -> Vec<Goal> {
    let nodes = list.list();
    let goals: Vec<Goal> = nodes.iter().map(|node| goal(node, step)).collect();
    report_duplicates(
        nodes
            .iter()
            .zip(&goals)
            .map(|(node, goal)| (node, goal.id.as_str())),
    );
    for (index, goal) in goals.iter().enumerate() {
        let earlier = goals[..index].iter().map(|goal| goal.id.as_str());
        if let Some(after) = goal.after.as_deref() {
            must_be_one_of(&nodes[index], "after", after, earlier);
        }
    }
    goals
}

fn goal(node: &Node<'_>, step: &str) -> Goal {
    let object = node.object();
    let goal = Goal {
        id: object.get("id", Node::id),
        check: check_at(&object, "check"),
        for_at_least: object.get_or_default("forAtLeast", Node::duration),
        after: object.optional("after").map(|node| node.id()),
        latch: object.optional("latch").is_none_or(|node| node.flag()),
        guard: object.get_or_default("guard", Node::flag),
    };
    node.findings.note(Demand {
        key: format!("{step}.goal.{}", goal.id),
        pointer: node.pointer.clone(),
        shape: Shape::Line,
        optional: !is_read(&goal.check),
        needs: has_one_number(&goal.check).then_some(VALUE),
    });
    object.finish();
    goal
}

/// Whether a check asks a call: of that no sentence can be made.
fn is_read(check: &Check) -> bool {
    let mut comparisons = check.comparisons().into_iter();
    comparisons.any(|comparison| matches!(comparison.reading, Reading::Read { .. }))
}

/// Whether a check is held against one number that words must name: none and one have words of their own.
fn has_one_number(check: &Check) -> bool {
    match check.comparisons().as_slice() {
        [only] => matches!(only.value, Wanted::Number(number) if number > 1.0 || number.fract() > 0.0),
        _ => false,
    }
}

/// Reports an id that is not one of those of the goals.
pub(super) fn must_be_one_of<'g>(
    node: &Node<'_>,
    member: &str,
    id: &str,
    goals: impl Iterator<Item = &'g str>,
) {
    let goals: Vec<&str> = goals.collect();
    if !goals.contains(&id) {
        let fix = if goals.is_empty() {
            "Put that goal before it.".to_owned()
        } else {
            did_you_mean(id, goals)
        };
        node.report(
            Code::UnknownId,
            format!("`{member}` names the goal `{id}`, which is not before it."),
            fix,
        );
    }
}
