//! The members of a lesson file outside its steps.

use cloud::ec2::INSTANCE_TYPES;

use super::reader::{Node, Object, did_you_mean, report_duplicates};
use super::{lines, places, proof, steps, timeline, world};
use crate::check::{Check, Reading};
use crate::error::Code;
use crate::files::LessonFiles;
use crate::format::{Allow, Body, FORMAT_VERSION, Lesson, Limits, Meta, Predict, Status, Step};
use crate::prose::{Prose, Shape, is_web_address};
use crate::script;

/// Longest lesson, in minutes.
const LONGEST_MINUTES: u64 = 60;
/// Most comparisons, and most of them that ask a call.
const MOST_COMPARISONS: usize = 300;
const MOST_READS: usize = 50;
/// Most questions of the teacher's notes.
const MOST_QUESTIONS: u64 = 20;
/// Most instances that a lesson may let a learner have: more would make the page stutter.
const MOST_INSTANCES: u64 = 200;

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
    let timeline = object.optional("timeline");
    let lesson = Lesson {
        model_version: object.get_or_default("modelVersion", |node| node.text().to_owned()),
        id: object.get("id", Node::id),
        language: String::new(),
        meta: object.get("meta", meta),
        world: object.get("world", world::world),
        timeline: timeline.as_ref().map(timeline::timeline).unwrap_or_default(),
        allow: object.get("allow", allow),
        steps: steps_of(&object),
        proof: proof::proof(&object),
        files: LessonFiles::default(),
        prose: Prose::default(),
    };
    if let Some(list) = timeline {
        timeline::check_steps(&list, &lesson.timeline, &lesson.steps);
    }
    if !lesson.steps.is_empty() {
        check_whole(root, &lesson);
    }
    object.finish();
    Some(lesson)
}

/// What only shows when the parts are held against each other.
fn check_whole(root: &Node<'_>, lesson: &Lesson) {
    check_misconceptions(root, lesson);
    check_curves(root, lesson);
    check_amount(root, lesson);
    lines::check(root.findings, lesson);
    places::check(root.findings, lesson);
}

fn meta(node: &Node<'_>) -> Meta {
    let object = node.object();
    let meta = Meta {
        minutes: object.get("minutes", |node| node.whole(1..=LONGEST_MINUTES)),
        status: object
            .optional("status")
            .map_or(Status::Draft, |node| node.word()),
        license: object.get_or_default("license", |node| node.text().to_owned()),
        authors: object.each("authors", |node| node.text().to_owned()),
        teaches: object.get("teaches", Node::ids),
        requires: object.get_or_default("requires", Node::ids),
        misconceptions: object.get_or_default("misconceptions", Node::ids),
        sources: object.each("sources", web_address),
        simplifies: object.get_or_default("simplifies", Node::ids),
        questions: object.get_or_default("questions", |node| node.whole(0..=MOST_QUESTIONS)),
    };
    demand_strings(node, &meta);
    object.finish();
    meta
}

fn demand_strings(node: &Node<'_>, meta: &Meta) {
    let findings = node.findings;
    for (index, id) in meta.simplifies.iter().enumerate() {
        let pointer = format!("{}/simplifies/{index}", node.pointer);
        findings.demand(&pointer, format!("simplifies.{id}"), Shape::Text);
    }
    findings.welcome(&node.pointer, "notes.text".to_owned(), Shape::Text);
    for number in 1..=meta.questions {
        let pointer = format!("{}/questions", node.pointer);
        findings.demand(&pointer, format!("notes.question.{number}"), Shape::Text);
    }
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

/// What may be done: a list of operations, or an object of those and of limits.
pub(super) fn allow(node: &Node<'_>) -> Allow {
    if node.is_list() {
        return Allow {
            actions: operations(node),
            limits: Limits::default(),
        };
    }
    let object = node.object();
    let allow = Allow {
        actions: object.get_or_default("actions", operations),
        limits: object.get_or_default("limits", limits),
    };
    object.finish();
    allow
}

fn limits(node: &Node<'_>) -> Limits {
    let object = node.object();
    let limits = Limits {
        instances: object
            .optional("instances")
            .map(|node| node.whole(0..=MOST_INSTANCES)),
        instance_types: object.each("instanceTypes", instance_type),
    };
    object.finish();
    limits
}

/// An instance type that the model has.
pub(super) fn instance_type(node: &Node<'_>) -> String {
    let name = node.text();
    if !INSTANCE_TYPES.iter().any(|known| known.name == name) {
        let fix = did_you_mean(name, INSTANCE_TYPES.iter().map(|known| known.name));
        node.report(
            Code::UnknownWord,
            format!("The model has no instance type `{name}`."),
            fix,
        );
    }
    name.to_owned()
}

/// A list of operations such as `ec2:RunInstances`.
fn operations(node: &Node<'_>) -> Vec<String> {
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
            let fix = format!("Add \"{id}\" to `meta.misconceptions`.");
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
            format!("/meta/misconceptions/{index}"),
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

/// A curve is drawn over the run of a step that comes after its prediction.
fn check_curves(root: &Node<'_>, lesson: &Lesson) {
    for (index, step) in lesson.steps.iter().enumerate() {
        let Body::Predict(Predict {
            curve: Some(curve), ..
        }) = &step.body
        else {
            continue;
        };
        let later = lesson.steps[index + 1..].iter().map(|step| step.id.as_str());
        let later: Vec<&str> = later.collect();
        if !later.contains(&curve.over.as_str()) {
            let reason = format!("No later step is `{}`.", curve.over);
            let fix = did_you_mean(&curve.over, later);
            let pointer = format!("/steps/{index}/curve/over");
            root.findings.report(&pointer, Code::UnknownId, reason, fix);
        }
    }
}

/// Checks are made in every second of model time: there must not be so many that time cannot pass.
fn check_amount(root: &Node<'_>, lesson: &Lesson) {
    let readings: Vec<&Reading> = lesson
        .checks()
        .flat_map(Check::comparisons)
        .map(|comparison| &comparison.reading)
        .collect();
    let reads = readings
        .iter()
        .filter(|reading| matches!(reading, Reading::Read { .. }))
        .count();
    for (what, count, most) in [
        ("comparisons", readings.len(), MOST_COMPARISONS),
        ("`read` checks", reads, MOST_READS),
    ] {
        if count > most {
            let reason = format!("This lesson has {count} {what}.");
            root.report(Code::TooLarge, reason, format!("Keep them to {most}."));
        }
    }
}
