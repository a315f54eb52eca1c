//! What the world does by itself.

use super::reader::{Node, report_duplicates};
use super::{checks, lines};
use crate::error::Code;
use crate::format::{Event, Step, Trigger};
use crate::prose::Shape;
use des::SimDuration;

/// Most events of a timeline.
const EVENTS: usize = 100;

/// The events of the timeline.
pub(super) fn timeline(list: &Node<'_>) -> Vec<Event> {
    let nodes = list.list();
    if nodes.len() > EVENTS {
        let reason = format!("This timeline has {} events.", nodes.len());
        list.report(Code::TooLarge, reason, format!("Keep them to {EVENTS}."));
    }
    let events: Vec<Event> = nodes.iter().map(event).collect();
    report_duplicates(
        nodes
            .iter()
            .zip(&events)
            .map(|(node, event)| (node, event.id.as_str())),
    );
    events
}

fn event(node: &Node<'_>) -> Event {
    let object = node.object();
    let at = object.optional("at").map(|node| Trigger::At(node.duration()));
    let when = object
        .optional("when")
        .map(|node| Trigger::When(checks::check(&node)));
    let event = Event {
        id: object.get("id", Node::id),
        step: object.optional("in").map(|node| node.id()),
        trigger: trigger(node, at, when),
        lines: object.get("lines", lines::lines),
        announce: object.get_or_default("announce", Node::flag),
    };
    if event.lines.is_empty() {
        node.report(Code::OutOfRange, "This event does nothing.", "Give it `lines`.");
    }
    if event.announce {
        node.findings
            .demand(&node.pointer, format!("timeline.{}", event.id), Shape::Line);
    }
    object.finish();
    event
}

fn trigger(node: &Node<'_>, at: Option<Trigger>, when: Option<Trigger>) -> Trigger {
    match (at, when) {
        (Some(one), None) | (None, Some(one)) => one,
        _ => {
            node.report(
                Code::MissingMember,
                "An event begins at a time or on a condition.",
                "Write either `at` or `when`.",
            );
            Trigger::At(SimDuration::ZERO)
        }
    }
}

/// Reports events that wait for a step that never opens.
pub(super) fn check_steps(list: &Node<'_>, events: &[Event], steps: &[Step]) {
    for (node, event) in list.list().iter().zip(events) {
        if let Some(step) = &event.step
            && !steps.iter().any(|known| known.id == *step)
        {
            let fix = super::reader::did_you_mean(step, steps.iter().map(|step| step.id.as_str()));
            node.report(Code::UnknownId, format!("There is no step `{step}`."), fix);
        }
    }
}
