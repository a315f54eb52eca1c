//! The members of a lesson file outside its steps.

use cloud::region::RegionCode;
use des::SimDuration;

use super::reader::{Node, Object, did_you_mean, report_duplicates};
use super::{places, steps};
use crate::error::Code;
use crate::format::{FORMAT_VERSION, Lesson, Meta, Step, World};
use crate::prose::{Prose, Shape, is_web_address};
use crate::script::{self, Command, Line};

/// Longest lesson, in minutes.
const LONGEST_MINUTES: u64 = 60;
/// Seeds stay exact in every JSON reader.
const LARGEST_SEED: u64 = (1 << 53) - 1;

/// Reads the whole file; nothing if its version is unknown, because then the rest would be guesswork.
pub(super) fn lesson(root: &Node<'_>) -> Option<Lesson> {
    let object = root.object();
    let version = object.get("formatVersion", |node| node.whole(0..=u64::from(u32::MAX)));
    if version != FORMAT_VERSION {
        let fix = format!("Write \"formatVersion\": {FORMAT_VERSION}.");
        root.report(
            Code::FormatVersion,
            format!("Format version {version} is not known here."),
            fix,
        );
        return None;
    }
    let lesson = Lesson {
        id: object.get("id", Node::id),
        meta: meta(&object),
        world: object.get("world", world),
        allow: object.get("allow", operations),
        steps: steps_of(&object),
        prose: Prose::default(),
    };
    if !lesson.steps.is_empty() {
        check_whole(root, &lesson);
    }
    object.finish();
    Some(lesson)
}

/// What only shows when the parts are held against each other.
fn check_whole(root: &Node<'_>, lesson: &Lesson) {
    check_misconceptions(root, lesson);
    check_allowed(root, lesson);
    places::check(root.findings, lesson);
}

fn meta(object: &Object<'_>) -> Meta {
    let meta = Meta {
        minutes: object.get("minutes", |node| node.whole(1..=LONGEST_MINUTES)),
        teaches: object.get("teaches", Node::ids),
        requires: object.get_or_default("requires", Node::ids),
        misconceptions: object.get_or_default("misconceptions", Node::ids),
        sources: object.each("sources", web_address),
        simplifies: object.get_or_default("simplifies", Node::ids),
    };
    for id in &meta.simplifies {
        object
            .node
            .findings
            .demand("/simplifies", format!("simplifies.{id}"), Shape::Text);
    }
    meta
}

fn web_address(node: &Node<'_>) -> String {
    let href = node.text();
    if !is_web_address(href) {
        node.report(
            Code::BadLink,
            format!("`{href}` is not a web address."),
            "Write https://…",
        );
    }
    href.to_owned()
}

fn world(node: &Node<'_>) -> World {
    let object = node.object();
    let world = World {
        region: object.get("region", region),
        seed: object.get("seed", |node| node.whole(0..=LARGEST_SEED)),
        setup: object.get_or_default("setup", lines),
    };
    object.finish();
    world
}

fn region(node: &Node<'_>) -> String {
    let name = node.text();
    if RegionCode::named(name).is_none() {
        let fix = did_you_mean(name, RegionCode::all().map(|region| region.name));
        node.report(
            Code::UnknownWord,
            format!("The model has no Region `{name}`."),
            fix,
        );
    }
    name.to_owned()
}

/// Script lines, one text each.
pub(super) fn lines(list: &Node<'_>) -> Vec<Line> {
    list.list().iter().map(line).collect()
}

fn line(node: &Node<'_>) -> Line {
    let text = node.text();
    Line::parse(text).unwrap_or_else(|bad| {
        node.report(Code::BadLine, bad.reason, bad.fix);
        Line {
            text: text.to_owned(),
            command: Command::Wait(SimDuration::ZERO),
        }
    })
}

/// A list of operations such as `ec2:RunInstances`.
pub(super) fn operations(node: &Node<'_>) -> Vec<String> {
    node.list().iter().map(operation).collect()
}

/// One operation that the model has.
pub(super) fn operation(node: &Node<'_>) -> String {
    let name = node.text();
    if !script::is_operation(name) {
        let actions: Vec<String> = api::all_operations()
            .map(|operation| operation.action())
            .collect();
        let fix = did_you_mean(name, actions.iter().map(String::as_str));
        node.report(
            Code::UnknownOperation,
            format!("The model has no operation `{name}`."),
            fix,
        );
    }
    name.to_owned()
}

fn steps_of(object: &Object<'_>) -> Vec<Step> {
    let Some(list) = object.required("steps") else {
        return Vec::new();
    };
    let nodes = list.list();
    if nodes.is_empty() {
        list.report(Code::OutOfRange, "A lesson has at least one step.", "Add one.");
    }
    let mut steps: Vec<Step> = Vec::with_capacity(nodes.len());
    for node in &nodes {
        let step = steps::step(node, &steps);
        steps.push(step);
    }
    report_duplicates(
        nodes
            .iter()
            .zip(&steps)
            .map(|(node, step)| (node, step.id.as_str())),
    );
    steps
}

/// Wrong ideas are declared where teachers look for them, and each is met somewhere.
fn check_misconceptions(root: &Node<'_>, lesson: &Lesson) {
    let declared = &lesson.meta.misconceptions;
    for (index, step) in lesson.steps.iter().enumerate() {
        for id in step
            .misconceptions()
            .into_iter()
            .filter(|id| !declared.iter().any(|other| other == id))
        {
            let (pointer, reason) = (
                format!("/steps/{index}"),
                format!("The misconception `{id}` is not declared."),
            );
            let fix = format!("Add \"{id}\" to the lesson's `misconceptions`.");
            root.findings.report(&pointer, Code::UnknownId, reason, fix);
        }
    }
    let met: Vec<&str> = lesson.steps.iter().flat_map(Step::misconceptions).collect();
    for (index, id) in declared
        .iter()
        .enumerate()
        .filter(|(_, id)| !met.contains(&id.as_str()))
    {
        let (pointer, reason) = (
            format!("/misconceptions/{index}"),
            format!("No choice or decoy meets `{id}`."),
        );
        root.findings.report(
            &pointer,
            Code::UnusedId,
            reason,
            "Tie a choice or decoy to it.".to_owned(),
        );
    }
}

/// What the lesson itself offers must be allowed where it is offered.
fn check_allowed(root: &Node<'_>, lesson: &Lesson) {
    for (index, step) in lesson.steps.iter().enumerate() {
        let allowed = lesson.allowed(step);
        let refused = step
            .lines()
            .filter_map(Line::operation)
            .find(|operation| !allowed.iter().any(|a| a == operation));
        if let Some(operation) = refused {
            let reason = format!(
                "The step `{}` uses {operation}, which it does not allow.",
                step.id
            );
            let fix = format!("Add \"{operation}\" to `allow`, of the step or of the lesson.");
            root.findings
                .report(&format!("/steps/{index}"), Code::NotAllowed, reason, fix);
        }
    }
}
