//! Questions with choices: each choice has its text and its reply.

use super::checks;
use super::reader::{Node, Object, did_you_mean, report_duplicates};
use crate::error::Code;
use crate::format::{Choice, Item, Judge, Question, Quiz};
use crate::prose::Shape;

/// The question of a step that must ask one.
pub(super) fn required(object: &Object<'_>, step: &str) -> Question {
    object
        .required("choices")
        .map_or_else(Question::default, |node| question(&node, step))
}

/// A question from its list of choices. At most one is right; where none is, there is no wrong answer.
pub(super) fn question(list: &Node<'_>, step: &str) -> Question {
    let demand = |key: String, shape| list.findings.demand(&list.pointer, key, shape);
    demand(format!("{step}.question"), Shape::Line);
    asked(list, &|part, choice| format!("{step}.{part}.{choice}"))
}

/// The questions of a `quiz` step.
pub(super) fn quiz(object: &Object<'_>, step: &str) -> Quiz {
    let Some(list) = object.required("questions") else {
        return Quiz {
            questions: Vec::new(),
        };
    };
    let nodes = list.list();
    if nodes.is_empty() {
        list.report(Code::BadQuestion, "This quiz asks nothing.", "Add a question.");
    }
    let questions: Vec<(String, Question)> = nodes.iter().map(|node| of_quiz(node, step)).collect();
    report_duplicates(
        nodes
            .iter()
            .zip(&questions)
            .map(|(node, (id, _))| (node, id.as_str())),
    );
    Quiz { questions }
}

fn of_quiz(node: &Node<'_>, step: &str) -> (String, Question) {
    let object = node.object();
    let id = object.get("id", Node::id);
    node.findings
        .demand(&node.pointer, format!("{step}.question.{id}"), Shape::Line);
    let question = object
        .required("choices")
        .map(|list| asked(&list, &|part, choice| format!("{step}.{part}.{id}.{choice}")));
    object.finish();
    (id, question.unwrap_or_default())
}

/// A list of choices, each with its words and its reply under the key that `key` makes.
fn asked(list: &Node<'_>, key: &dyn Fn(&str, &str) -> String) -> Question {
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
    for (node, choice) in nodes.iter().zip(&choices) {
        let demand = |part, shape| node.findings.demand(&node.pointer, key(part, &choice.id), shape);
        demand("choice", Shape::Line);
        demand("reply", Shape::Text);
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
        check: object.optional("check").map(|node| checks::check(&node)),
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
