//! The wrong ways of a step, and the other good ones.

use super::checks::check_at;
use super::goals::must_be_one_of;
use super::lines;
use super::reader::{Node, report_duplicates};
use crate::error::Code;
use crate::format::{Alternative, Decoy, Goal};
use crate::prose::Shape;

/// The decoys of a step, whose goals are known.
pub(super) fn decoys(list: &Node<'_>, step: &str, goals: &[Goal]) -> Vec<Decoy> {
    let nodes = list.list();
    let decoys: Vec<Decoy> = nodes.iter().map(|node| decoy(node, step, goals)).collect();
    report_duplicates(
        nodes
            .iter()
            .zip(&decoys)
            .map(|(node, decoy)| (node, decoy.id.as_str())),
    );
    decoys
}

fn decoy(node: &Node<'_>, step: &str, goals: &[Goal]) -> Decoy {
    let object = node.object();
    let decoy = Decoy {
        id: object.get("id", Node::id),
        misconception: object.get("misconception", Node::id),
        matches: check_at(&object, "matches"),
        for_at_least: object.get_or_default("forAtLeast", Node::duration),
        must_fail: object.get("mustFail", Node::ids),
        lines: object.get("lines", lines::lines),
    };
    for goal in &decoy.must_fail {
        must_be_one_of(node, "mustFail", goal, goals.iter().map(|goal| goal.id.as_str()));
    }
    if decoy.must_fail.is_empty() {
        node.report(
            Code::OutOfRange,
            "This decoy fails no goal.",
            "Name at least one in `mustFail`.",
        );
    }
    node.findings
        .demand(&node.pointer, format!("{step}.decoy.{}", decoy.id), Shape::Text);
    object.finish();
    decoy
}

/// The other good answers to a step.
pub(super) fn alternatives(list: &Node<'_>) -> Vec<Alternative> {
    let nodes = list.list();
    let alternatives: Vec<Alternative> = nodes.iter().map(alternative).collect();
    report_duplicates(
        nodes
            .iter()
            .zip(&alternatives)
            .map(|(node, other)| (node, other.id.as_str())),
    );
    alternatives
}

fn alternative(node: &Node<'_>) -> Alternative {
    let object = node.object();
    let alternative = Alternative {
        id: object.get("id", Node::id),
        lines: object.get("lines", lines::lines),
    };
    object.finish();
    alternative
}
