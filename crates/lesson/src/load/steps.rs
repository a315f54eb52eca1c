//! Steps: what every kind has, and what only one kind has.

use super::proof::speed;
use super::reader::{Node, Object, did_you_mean, report_duplicates};
use super::{decoys, goals, lines, predictions, questions, score, whole};
use crate::error::Code;
use crate::format::{Act, Body, Debrief, Explain, Kind, Naming, Pace, Step, Target, TargetKind};
use crate::prose::Shape;
use crate::vocabulary::Vocabulary;

/// Slowest and fastest that a step may ask for, in model seconds in a real second.
pub(super) const SPEEDS: std::ops::RangeInclusive<f64> = 0.01..=1_000.0;

/// Reads one step; `earlier` are those before it.
pub(super) fn step(node: &Node<'_>, earlier: &[Step]) -> Step {
    let object = node.object();
    let id = object.get("id", Node::id);
    let goals = object.get_or_default("goals", |node| goals::goals(node, &id));
    let score = object.get_or_default("score", |node| score::score(node, &id, &goals));
    let step = Step {
        body: body(&object, &id, earlier),
        pace: pace(&object),
        words: object.get_or_default("words", Node::ids),
        spotlight: object.each("spotlight", target),
        allow: object.get_or_default("allow", |node| Some(whole::allow(node))),
        acts: object.get_or_default("acts", acts),
        hints: object.get_or_default("hints", Node::flag),
        solution: object.get_or_default("solution", lines::lines),
        alternatives: object.get_or_default("alternatives", decoys::alternatives),
        decoys: object.get_or_default("decoys", |node| decoys::decoys(node, &id, &goals)),
        fade: object.optional("fade").map(|node| node.word()),
        has_variant: object.get_or_default("variant", Node::flag),
        run_until: object.optional("runUntil").map(|node| node.duration()),
        goals,
        score,
        id,
    };
    demand_strings(node, &step);
    check_complete(node, &step);
    object.finish();
    step
}

fn body(object: &Object<'_>, id: &str, earlier: &[Step]) -> Body {
    match object.word::<Kind>("kind") {
        Kind::Read => Body::Read,
        Kind::Judge => Body::Judge(questions::judge(object, id)),
        Kind::Predict => Body::Predict(predictions::predict(object, id)),
        Kind::Act => Body::Act,
        Kind::Observe => Body::Observe,
        Kind::Explain => Body::Explain(explain(object, id, earlier)),
        Kind::Build => Body::Build,
        Kind::Quiz => Body::Quiz(questions::quiz(object, id)),
        Kind::Debrief => Body::Debrief(debrief(object, id)),
    }
}

fn explain(object: &Object<'_>, id: &str, earlier: &[Step]) -> Explain {
    let compare_to = object.optional("compareTo").map(|node| {
        let other = node.id();
        if !earlier
            .iter()
            .any(|step| step.id == other && matches!(step.body, Body::Predict(_)))
        {
            let reason = format!("No earlier step `{other}` asks for a prediction.");
            node.report(
                Code::UnknownId,
                reason,
                "Name a step of kind \"predict\" before this one.",
            );
        }
        other
    });
    let own_words = object.get_or_default("ownWords", Node::flag);
    if own_words {
        object
            .node
            .findings
            .demand(&object.node.pointer, format!("{id}.own-words"), Shape::Line);
    }
    Explain {
        question: questions::required(object, id),
        compare_to,
        own_words,
    }
}

fn debrief(object: &Object<'_>, id: &str) -> Debrief {
    Debrief {
        facts: object.each("facts", Node::word),
        transfer: questions::required(object, id),
    }
}

fn pace(object: &Object<'_>) -> Pace {
    let speed = object.optional("speed").map(|node| speed(&node));
    Pace {
        speed,
        pause: object.get_or_default("pause", Node::flag),
    }
}

fn target(node: &Node<'_>) -> Target {
    let text = node.text();
    Target::parse(text).unwrap_or_else(|| {
        let words = TargetKind::WORDS.iter().map(|(word, _)| *word);
        let (what, _) = text.split_once(':').unwrap_or((text, ""));
        let fix = match TargetKind::from_word(what).map(TargetKind::naming) {
            Some(Naming::Must) => format!("Write {what}:NAME."),
            Some(Naming::Never | Naming::May) => format!("Write {what}."),
            None => did_you_mean(what, words),
        };
        node.report(Code::UnknownWord, format!("`{text}` points at nothing."), fix);
        Target {
            what: TargetKind::Clients,
            name: String::new(),
        }
    })
}

fn acts(list: &Node<'_>) -> Vec<Act> {
    let nodes = list.list();
    let acts: Vec<Act> = nodes.iter().map(act).collect();
    report_duplicates(nodes.iter().zip(&acts).map(|(node, act)| (node, act.id.as_str())));
    acts
}

fn act(node: &Node<'_>) -> Act {
    let object = node.object();
    let act = Act {
        id: object.get("id", Node::id),
        lines: object.get("lines", lines::lines),
    };
    if act.lines.is_empty() || act.lines.iter().any(|line| line.waits) {
        node.report(
            Code::OutOfRange,
            "A button runs its lines at once.",
            "Give it `lines`, and no wait among them.",
        );
    }
    object.finish();
    act
}

/// The strings that every kind of step says.
fn demand_strings(node: &Node<'_>, step: &Step) {
    let (findings, id) = (node.findings, &step.id);
    let demand = |key: String, shape| findings.demand(&node.pointer, key, shape);
    demand(format!("{id}.title"), Shape::Line);
    demand(format!("{id}.text"), Shape::Text);
    findings.welcome(&node.pointer, format!("{id}.refusal"), Shape::Text);
    step.words
        .iter()
        .for_each(|word| demand(format!("word.{word}"), Shape::Line));
    step.spotlight
        .iter()
        .for_each(|target| demand(format!("{id}.spotlight.{target}"), Shape::Line));
    step.acts
        .iter()
        .for_each(|act| demand(format!("{id}.act.{}", act.id), Shape::Line));
    if step.has_variant {
        demand(format!("{id}.variant"), Shape::Text);
    }
    if step.hints {
        ["look", "where", "do"]
            .iter()
            .for_each(|rung| demand(format!("{id}.hint.{rung}"), Shape::Text));
    }
}

/// What a step must have so that a learner can finish it and an author can prove it.
fn check_complete(node: &Node<'_>, step: &Step) {
    let lacks = |what: &str, fix: &str| {
        node.report(
            Code::IncompleteStep,
            format!("The step `{}` {what}.", step.id),
            fix,
        );
    };
    let kind = step.body.kind();
    if matches!(kind, Kind::Act | Kind::Observe | Kind::Build) && step.goals.is_empty() {
        lacks("has no goal, so it never ends", "Add `goals`.");
    }
    if !step.goals.is_empty() && step.solution.is_empty() {
        lacks(
            "has goals and nothing that meets them",
            "Add a `solution`; `sandbox wait` is enough where one only watches.",
        );
    }
    if step.solution.is_empty() && !step.alternatives.is_empty() {
        lacks(
            "has alternatives to a solution and no solution",
            "Add a `solution`.",
        );
    }
    if kind != Kind::Build && step.fade.is_some() {
        lacks(
            "is no task and cannot fade",
            "Take `fade` out, or make it a \"build\" step.",
        );
    }
    if kind == Kind::Build && !step.hints {
        lacks(
            "leaves the learner alone",
            "Set \"hints\": true and write the three of them.",
        );
    }
}
