//! How a lesson is to be proven.

use super::reader::{Node, Object};
use super::steps::SPEEDS;
use crate::error::Code;
use crate::format::Proof;

/// Reads `proof`; what is left out is as the course has it.
pub(super) fn proof(object: &Object<'_>) -> Proof {
    let usual = Proof::default();
    let Some(node) = object.optional("proof") else {
        return usual;
    };
    let object = node.object();
    let proof = Proof {
        seeds: object
            .optional("seeds")
            .map_or(usual.seeds, |node| node.whole(1..=1_000)),
        speeds: object
            .optional("speeds")
            .map_or(usual.speeds, |node| node.list().iter().map(speed).collect()),
        min_pass_rate: object
            .optional("minPassRate")
            .map_or(usual.min_pass_rate, |node| rate(&node)),
    };
    object.finish();
    proof
}

/// A speed of time, in model seconds in a real second.
pub(super) fn speed(node: &Node<'_>) -> f64 {
    let speed = node.number();
    if !SPEEDS.contains(&speed) {
        let fix = format!("Take one from {} to {}.", SPEEDS.start(), SPEEDS.end());
        node.report(
            Code::OutOfRange,
            format!("Time cannot pass {speed} times as fast."),
            fix,
        );
    }
    speed
}

fn rate(node: &Node<'_>) -> f64 {
    let rate = node.number();
    if rate > 1.0 {
        node.report(
            Code::OutOfRange,
            format!("A share lies from 0 to 1, and {rate} does not."),
            "Write 0.95 for 95 %.",
        );
    }
    rate
}
