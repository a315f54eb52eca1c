//! Questions with choices: each choice has its text and its reply.

use super::reader::{Node, Object, did_you_mean, report_duplicates};
use crate::error::Code;
use crate::format::{Choice, Item, Judge, Question};
use crate::prose::Shape;

/// The question of a step that must ask one.
pub(super) fn required(object: &Object<'_>, step: &str) -> Question {
    let none = Question { choices: Vec::new() };
    object
        .required("choices")
        .map_or(none, |node| question(&node, step))
}

/// A question from its list of choices. At most one is right; where none is, there is no wrong answer.
pub(super) fn question(list: &Node<'_>, step: &str) -> Question {
    let nodes = list.list();
    let choices: Vec<Choice> = nodes.iter().map(choice).collect();
    check_choices(
        list,
        choices.len(),
        choices.iter().filter(|choice| choice.right).count(),
    );
    report_duplicates(
        nodes
            .iter()
            .zip(&choices)
            .map(|(node, choice)| (node, choice.id.as_str())),
    );
    list.findings
        .demand(&list.pointer, format!("{step}.question"), Shape::Line);
    for (node, choice) in nodes.iter().zip(&choices) {
        node.findings
            .demand(&node.pointer, format!("{step}.choice.{}", choice.id), Shape::Line);
        node.findings
            .demand(&node.pointer, format!("{step}.reply.{}", choice.id), Shape::Text);
    }
    Question { choices }
}

fn check_choices(list: &Node<'_>, choices: usize, right: usize) {
    if choices < 2 {
        list.report(
            Code::BadQuestion,
            "A question has at least two choices.",
            "Add another.",
        );
    }
    if right > 1 {
        let reason = format!("{right} choices are right.");
        list.report(
            Code::BadQuestion,
            reason,
            "Mark one, or none where every answer is a fair one.",
        );
    }
}

fn choice(node: &Node<'_>) -> Choice {
    let object = node.object();
    let choice = Choice {
        id: object.get("id", Node::id),
        right: object.get_or_default("right", Node::flag),
        misconception: object.optional("misconception").map(|node| node.id()),
    };
    if choice.right && choice.misconception.is_some() {
        node.report(
            Code::BadQuestion,
            "A right choice cannot be a misconception.",
            "Take one of the two out.",
        );
    }
    object.finish();
    choice
}

/// The things of a `judge` step and the choices they share.
pub(super) fn judge(object: &Object<'_>, step: &str) -> Judge {
    let choices = object.get("choices", Node::ids);
    let Some(list) = object.required("items") else {
        return Judge {
            choices,
            items: Vec::new(),
        };
    };
    let nodes = list.list();
    check_choices(&list, choices.len(), 0);
    let items: Vec<Item> = nodes.iter().map(|node| item(node, step, &choices)).collect();
    report_duplicates(
        nodes
            .iter()
            .zip(&items)
            .map(|(node, item)| (node, item.id.as_str())),
    );
    list.findings
        .demand(&list.pointer, format!("{step}.question"), Shape::Line);
    for id in &choices {
        list.findings
            .demand(&list.pointer, format!("{step}.choice.{id}"), Shape::Line);
    }
    Judge { choices, items }
}

fn item(node: &Node<'_>, step: &str, choices: &[String]) -> Item {
    let object = node.object();
    let item = Item {
        id: object.get("id", Node::id),
        answer: object.get("answer", |node| choice_of(node, choices)),
        misconceptions: object.each("misconceptions", |node| belief(node, choices)),
    };
    node.findings
        .demand(&node.pointer, format!("{step}.item.{}", item.id), Shape::Line);
    for choice in choices {
        node.findings.demand(
            &node.pointer,
            format!("{step}.reply.{}.{choice}", item.id),
            Shape::Text,
        );
    }
    object.finish();
    item
}

/// Which choice shows which wrong idea.
fn belief(node: &Node<'_>, choices: &[String]) -> (String, String) {
    let object = node.object();
    let belief = (
        object.get("choice", |node| choice_of(node, choices)),
        object.get("id", Node::id),
    );
    object.finish();
    belief
}

fn choice_of(node: &Node<'_>, choices: &[String]) -> String {
    let id = node.id();
    if !choices.contains(&id) {
        let fix = did_you_mean(&id, choices.iter().map(String::as_str));
        node.report(Code::UnknownId, format!("`{id}` is not one of the choices."), fix);
    }
    id
}
