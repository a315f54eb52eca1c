//! Checks, goals and decoys of a step.

use des::SimDuration;

use super::reader::{Node, Object, did_you_mean, report_duplicates};
use super::whole;
use crate::check::{Check, Comparison, InstanceFilter, Metric, Op, Reading};
use crate::error::Code;
use crate::format::{Decoy, Goal};
use crate::goal::{LONGEST_WINDOW_S, MIN_REQUESTS};
use crate::prose::Shape;
use crate::vocabulary::{Vocabulary, vocabulary};

vocabulary! {
    /// The member that says what a comparison reads.
    Subject {
        Metric = "metric",
        Instances = "instances",
        Endpoints = "endpoints",
        Calls = "calls",
    }
}

/// The goals of a step, in order.
pub(super) fn goals(list: &Node<'_>) -> Vec<Goal> {
    let nodes = list.list();
    let goals: Vec<Goal> = nodes.iter().map(goal).collect();
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

fn goal(node: &Node<'_>) -> Goal {
    let object = node.object();
    let goal = Goal {
        id: object.get("id", Node::id),
        check: check_at(&object, "check"),
        for_at_least: object.get_or_default("forAtLeast", Node::duration),
        after: object.optional("after").map(|node| node.id()),
        latch: object.optional("latch").is_none_or(|node| node.flag()),
    };
    object.finish();
    goal
}

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
        lines: object.get("lines", whole::lines),
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

fn must_be_one_of<'g>(node: &Node<'_>, member: &str, id: &str, goals: impl Iterator<Item = &'g str>) {
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

fn check_at(object: &Object<'_>, name: &'static str) -> Check {
    object
        .required(name)
        .map_or(Check::All(Vec::new()), |node| check(&node))
}

/// One comparison, or `{ "all": [ … ] }`.
fn check(node: &Node<'_>) -> Check {
    let object = node.object();
    let Some(list) = object.optional("all") else {
        return Check::Compare(comparison(object));
    };
    let all: Vec<Comparison> = list.list().iter().map(|node| comparison(node.object())).collect();
    if all.is_empty() {
        list.report(
            Code::OutOfRange,
            "This list is empty, so it would always hold.",
            "Add a comparison.",
        );
    }
    object.finish();
    Check::All(all)
}

fn comparison(object: Object<'_>) -> Comparison {
    let reading = reading(&object);
    let comparison = Comparison {
        reading,
        op: object.word::<Op>("op"),
        value: object.get("value", Node::number),
    };
    if is_share(&comparison.reading) && comparison.value > 1.0 {
        let reason = format!("A share lies from 0 to 1, and {} does not.", comparison.value);
        object
            .node
            .report(Code::OutOfRange, reason, "Write 0.99 for 99 %.");
    }
    object.finish();
    comparison
}

fn is_share(reading: &Reading) -> bool {
    matches!(
        reading,
        Reading::Metric {
            metric: Metric::ServedShare,
            ..
        }
    )
}

/// What is read: exactly one of the members that say so.
fn reading(object: &Object<'_>) -> Reading {
    let mut given = Subject::WORDS
        .iter()
        .filter_map(|(word, subject)| Some((*subject, object.optional(word)?)));
    let (first, second) = (given.next(), given.next());
    match (first, second) {
        (Some((subject, node)), None) => subject_reading(object, subject, &node),
        _ => {
            let reason = "A comparison reads exactly one thing.";
            object.node.report(
                Code::MissingMember,
                reason,
                did_you_mean("", Subject::WORDS.iter().map(|(word, _)| *word)),
            );
            Reading::Calls(String::new())
        }
    }
}

fn subject_reading(object: &Object<'_>, subject: Subject, node: &Node<'_>) -> Reading {
    match subject {
        Subject::Metric => metric(object, node),
        Subject::Instances => Reading::Instances(filter(node)),
        Subject::Endpoints => Reading::Endpoints(filter(node)),
        Subject::Calls => Reading::Calls(whole::operation(node)),
    }
}

fn metric(object: &Object<'_>, node: &Node<'_>) -> Reading {
    let metric: Metric = node.word();
    let window = object.optional("window").map(|node| window(&node, metric));
    let min_requests = object
        .optional("minRequests")
        .map_or(MIN_REQUESTS, |node| node.whole(1..=1_000_000));
    Reading::Metric {
        metric,
        window,
        min_requests,
    }
}

fn window(node: &Node<'_>, metric: Metric) -> SimDuration {
    let length = node.duration();
    if matches!(metric, Metric::YourServedRequests | Metric::SecondsWithoutService) {
        let reason = format!("`{}` is not counted in a window.", metric.word());
        node.report(Code::UnknownMember, reason, "Take the window out.");
    }
    if !(1..=LONGEST_WINDOW_S).contains(&length.as_secs()) {
        let fix = format!("Take one from 1s to {LONGEST_WINDOW_S}s.");
        node.report(Code::OutOfRange, "A window cannot have this length.", fix);
    }
    length
}

fn filter(node: &Node<'_>) -> InstanceFilter {
    let object = node.object();
    let filter = InstanceFilter {
        state: object.optional("state").map(|node| node.word()),
        app: object.optional("app").map(|node| node.word()),
        image: object.optional("image").map(|node| node.text().to_owned()),
        zone: object.optional("zone").map(|node| node.text().to_owned()),
    };
    object.finish();
    filter
}
