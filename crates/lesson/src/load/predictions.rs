//! What a `predict` step asks for.

use des::SimDuration;

use super::reader::{Node, Object};
use super::{checks, questions};
use crate::error::Code;
use crate::format::{Curve, Number, Order, Predict, ShapePoint};
use crate::goal::LONGEST_WINDOW_S;
use crate::prose::Shape;

/// Fewest and most points of a curve, and how many it has if nothing is said.
const POINTS: std::ops::RangeInclusive<u64> = 2..=12;
const USUAL_POINTS: u64 = 6;

pub(super) fn predict(object: &Object<'_>, step: &str) -> Predict {
    let predict = Predict {
        question: object
            .optional("choices")
            .map(|node| questions::question(&node, step)),
        number: object.optional("number").map(|node| number(&node, step)),
        curve: object.optional("curve").map(|node| curve(&node, step)),
        order: object.optional("order").map(|node| order(&node, step)),
    };
    if predict == Predict::default() {
        object.node.report(
            Code::BadQuestion,
            "Nothing is predicted here.",
            "Add `choices`, `number`, `curve` or `order`.",
        );
    }
    predict
}

fn number(node: &Node<'_>, step: &str) -> Number {
    let object = node.object();
    let number = Number {
        measure: object.word("measure"),
        min: object.get_or_default("min", |node| node.whole(0..=1_000_000_000)),
        max: object.get("max", |node| node.whole(1..=1_000_000_000)),
    };
    if number.min >= number.max {
        let reason = format!("`min` ({}) is not below `max` ({}).", number.min, number.max);
        node.report(Code::OutOfRange, reason, "Raise `max`, or lower `min`.");
    }
    node.findings
        .demand(&node.pointer, format!("{step}.number"), Shape::Line);
    object.finish();
    number
}

fn curve(node: &Node<'_>, step: &str) -> Curve {
    let object = node.object();
    let curve = Curve {
        metric: object.word("metric"),
        over: object.get("over", Node::id),
        to: object.get("to", Node::duration),
        min: object.get_or_default("min", Node::number),
        max: object.get("max", Node::number),
        points: object
            .optional("points")
            .map_or(USUAL_POINTS, |node| node.whole(POINTS)),
        shape: object.each("shape", shape_point),
    };
    check_curve(node, &curve);
    node.findings
        .demand(&node.pointer, format!("{step}.curve"), Shape::Line);
    object.finish();
    curve
}

fn check_curve(node: &Node<'_>, curve: &Curve) {
    if !(10..=LONGEST_WINDOW_S).contains(&curve.to.as_secs()) {
        let fix = format!("Take `to` from 10s to {LONGEST_WINDOW_S}s.");
        node.report(Code::OutOfRange, "A curve cannot have this length.", fix);
    }
    if curve.min >= curve.max {
        let reason = format!("`min` ({}) is not below `max` ({}).", curve.min, curve.max);
        node.report(Code::OutOfRange, reason, "Raise `max`, or lower `min`.");
    }
    if curve.shape.is_empty() {
        node.report(
            Code::BadQuestion,
            "Nothing says what the run must show of this curve.",
            "Add `shape`, such as [{ \"at\": \"0s\", \"min\": 0.9 }].",
        );
    }
    if curve.shape.iter().any(|point| point.at > curve.to) {
        node.report(
            Code::OutOfRange,
            "The shape says something of a moment after the end of the curve.",
            "Move it before `to`.",
        );
    }
}

fn shape_point(node: &Node<'_>) -> ShapePoint {
    let object = node.object();
    let point = ShapePoint {
        at: object
            .required("at")
            .map_or(SimDuration::ZERO, |node| node.duration()),
        min: object.optional("min").map(|node| node.number()),
        max: object.optional("max").map(|node| node.number()),
    };
    if point.min.is_none() && point.max.is_none() {
        node.report(
            Code::MissingMember,
            "Nothing is said of this moment.",
            "Add `min`, `max` or both.",
        );
    }
    object.finish();
    point
}

fn order(node: &Node<'_>, step: &str) -> Order {
    let object = node.object();
    let order = Order {
        items: object.get("items", Node::ids),
        shape: object.each("shape", checks::check),
    };
    if !order.shape.is_empty() && order.shape.len() != order.items.len() {
        let reason = format!(
            "{} checks stand for {} things.",
            order.shape.len(),
            order.items.len()
        );
        node.report(
            Code::BadQuestion,
            reason,
            "Give `shape` one check for each of `items`, in the same order.",
        );
    }
    if !(2..=8).contains(&order.items.len()) {
        let reason = format!("{} things cannot be put into order here.", order.items.len());
        node.report(Code::BadQuestion, reason, "Take from 2 to 8.");
    }
    let demand = |key: String, shape| node.findings.demand(&node.pointer, key, shape);
    demand(format!("{step}.order"), Shape::Line);
    demand(format!("{step}.order-reply"), Shape::Text);
    order
        .items
        .iter()
        .for_each(|item| demand(format!("{step}.order.{item}"), Shape::Line));
    object.finish();
    order
}
