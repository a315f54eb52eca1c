//! Checks: what is read, and what it is held against.

use des::SimDuration;

use super::reader::{Node, Object, did_you_mean};
use super::whole;
use crate::check::{Check, Comparison, Cost, InstanceFilter, Metric, Op, Over, Reading, Wanted};
use crate::error::Code;
use crate::goal::{LONGEST_WINDOW_S, MIN_REQUESTS};
use crate::observed::Named;
use crate::reference::{self, Reference};
use crate::script::Line;
use crate::vocabulary::{Vocabulary, vocabulary};

vocabulary! {
    /// The member that says what a comparison reads.
    Subject {
        Metric = "metric",
        Instances = "instances",
        Endpoints = "endpoints",
        Calls = "calls",
        Cost = "cost",
        Read = "read",
    }
}

/// The check in the member `name`.
pub(super) fn check_at(object: &Object<'_>, name: &'static str) -> Check {
    object
        .required(name)
        .map_or(Check::All(Vec::new()), |node| check(&node))
}

/// One comparison, or `{ "all": [ … ] }`, or `{ "any": [ … ] }`.
pub(super) fn check(node: &Node<'_>) -> Check {
    let object = node.object();
    let check = match (object.optional("all"), object.optional("any")) {
        (None, None) => return Check::Compare(comparison(object)),
        (Some(list), None) => Check::All(parts(&list)),
        (None, Some(list)) => Check::Any(parts(&list)),
        (Some(list), Some(_)) => {
            let reason = "`all` and `any` stand side by side here.";
            node.report(Code::OutOfRange, reason, "Put one of them into the other's list.");
            Check::All(parts(&list))
        }
    };
    object.finish();
    check
}

fn parts(list: &Node<'_>) -> Vec<Check> {
    let parts: Vec<Check> = list.list().iter().map(check).collect();
    if parts.is_empty() {
        list.report(
            Code::OutOfRange,
            "This list is empty, so it says nothing.",
            "Add a comparison.",
        );
    }
    parts
}

fn comparison(object: Object<'_>) -> Comparison {
    let comparison = Comparison {
        reading: reading(&object),
        op: object.word::<Op>("op"),
        value: object
            .required("value")
            .map_or(Wanted::Number(0.0), |node| node.wanted()),
    };
    check_value(&object, &comparison);
    object.finish();
    comparison
}

fn check_value(object: &Object<'_>, comparison: &Comparison) {
    let report = |code, reason: String, fix: &str| object.node.report(code, reason, fix);
    match (&comparison.value, &comparison.reading) {
        (
            Wanted::Number(value),
            Reading::Metric {
                metric: Metric::ServedShare,
                ..
            },
        ) if *value > 1.0 => {
            let reason = format!("A share lies from 0 to 1, and {value} does not.");
            report(Code::OutOfRange, reason, "Write 0.99 for 99 %.");
        }
        (Wanted::Number(_), _) => {}
        (_, Reading::Read { .. }) if comparison.op.is_equality() => {}
        (_, Reading::Read { .. }) => {
            let reason = "What is no number can only be the same or another.".to_owned();
            report(
                Code::WrongType,
                reason,
                "Use \"==\" or \"!=\", or compare a number.",
            );
        }
        _ => {
            let reason = "This reading is a number.".to_owned();
            report(Code::WrongType, reason, "Write a number in `value`.");
        }
    }
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
        Subject::Cost => Reading::Cost(node.word::<Cost>()),
        Subject::Read => read(object, node),
    }
}

fn metric(object: &Object<'_>, node: &Node<'_>) -> Reading {
    let metric: Metric = node.word();
    let over = over(object, metric);
    let min_requests = object
        .optional("minRequests")
        .map_or(MIN_REQUESTS, |node| node.whole(1..=1_000_000));
    Reading::Metric {
        metric,
        over,
        min_requests,
    }
}

fn over(object: &Object<'_>, metric: Metric) -> Over {
    let window = object.optional("window").map(|node| window(&node, metric));
    match (object.optional("during"), window) {
        (Some(node), window) => during(&node, metric, window),
        (None, Some(length)) => Over::Last(length),
        (None, None) => Over::Step,
    }
}

fn window(node: &Node<'_>, metric: Metric) -> SimDuration {
    let length = node.duration();
    check_has_window(node, metric);
    if !(1..=LONGEST_WINDOW_S).contains(&length.as_secs()) {
        let fix = format!("Take one from 1s to {LONGEST_WINDOW_S}s.");
        node.report(Code::OutOfRange, "A window cannot have this length.", fix);
    }
    length
}

fn check_has_window(node: &Node<'_>, metric: Metric) {
    if !metric.has_window() {
        let reason = format!("`{}` is not counted over a stretch of time.", metric.word());
        node.report(Code::OutOfRange, reason, "Take it out.");
    }
}

/// `["60s", "180s"]`, after the step opened.
fn during(node: &Node<'_>, metric: Metric, window: Option<SimDuration>) -> Over {
    check_has_window(node, metric);
    let ends: Vec<SimDuration> = node.list().iter().map(Node::duration).collect();
    let (from, to) = match ends.as_slice() {
        [from, to] => (*from, *to),
        _ => {
            node.report(
                Code::OutOfRange,
                "A stretch of time has a beginning and an end.",
                "Write two lengths after the opening of the step, such as [\"60s\", \"180s\"].",
            );
            return Over::Step;
        }
    };
    let length = to.as_secs().saturating_sub(from.as_secs());
    if !(1..=LONGEST_WINDOW_S).contains(&length) {
        let fix = format!("Let it last from 1s to {LONGEST_WINDOW_S}s.");
        node.report(
            Code::OutOfRange,
            "This stretch of time cannot have this length.",
            fix,
        );
    }
    if window.is_some_and(|window| window.as_secs() > length) {
        node.report(
            Code::OutOfRange,
            "The window is longer than the stretch of time.",
            "Shorten `window`.",
        );
    }
    Over::During { from, to, window }
}

fn filter(node: &Node<'_>) -> InstanceFilter {
    let object = node.object();
    let text = |name| object.optional(name).map(|node: Node<'_>| node.text().to_owned());
    let filter = InstanceFilter {
        state: object.optional("state").map(|node| node.word()),
        app: object.optional("app").map(|node| node.word()),
        image: text("image"),
        zone: text("zone"),
        name: text("name"),
        instance_type: object.optional("type").map(|node| whole::instance_type(&node)),
        healthy: object.optional("healthy").map(|node| node.flag()),
    };
    object.finish();
    filter
}

/// A command that only looks, and a query of its answer.
fn read(object: &Object<'_>, node: &Node<'_>) -> Reading {
    let command = node.text();
    check_command(node, command);
    let query = object.optional("query");
    if let Some(node) = &query
        && let Err(error) = jmespath::Expression::compile(node.text())
    {
        let reason = format!("This query cannot be read: {error}.");
        node.report(Code::BadQuery, reason, "Write it in JMESPath, as behind --query.");
    }
    Reading::Read {
        command: command.to_owned(),
        query: query.map_or_else(String::new, |node| node.text().to_owned()),
    }
}

fn check_command(node: &Node<'_>, command: &str) {
    let line = match Line::parse(command) {
        Ok(line) => line,
        Err(bad) => return node.report(Code::BadLine, bad.reason, bad.fix),
    };
    if line.does() || !line.sets.is_empty() || !line.needs.is_empty() || !line.files.is_empty() {
        node.report(
            Code::BadQuery,
            "A check only looks, and knows no variables.",
            "Write one call that describes or gets something, with {{references}} for names.",
        );
    }
    for name in reference::all_in(command) {
        if !matches!(Reference::parse(name), Some(Reference::Named(..))) {
            let fix = did_you_mean(name, Named::WORDS.iter().map(|(word, _)| *word));
            let reason = format!("A check cannot refer to `{name}`.");
            node.report(Code::UnknownReference, reason, fix);
        }
    }
}
