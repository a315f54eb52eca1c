//! Steps, and what they ask.

use serde_json::{Value, json};

use super::make::{flag, ids, list, number, object, reference, text, whole, with, word};
use super::{allow, lines};
use crate::format::{CurveMetric, Fade, Kind, TargetKind};
use crate::reference::Fact;
use crate::vocabulary::Vocabulary;

/// A step: what every kind has, and what only some have.
pub(super) fn step() -> Value {
    let mut members = of_every_kind();
    members.extend(of_some_kinds());
    object(
        "A step. Its words are under `ID.title` and `ID.text`.",
        &["id", "kind"],
        members,
    )
}

fn of_every_kind() -> Vec<(&'static str, Value)> {
    vec![
        (
            "id",
            reference("id", "Stable id, and the beginning of its prose keys."),
        ),
        ("kind", word::<Kind>("What the learner does.")),
        (
            "speed",
            number(
                "How time should pass, in model seconds in a real second. No verdict hangs on it.",
                0.01,
            ),
        ),
        ("pause", flag("Whether it opens paused.")),
        (
            "runUntil",
            reference(
                "duration",
                "How long after its opening there is something to be seen.",
            ),
        ),
        (
            "words",
            ids("Terms explained beside the text: from the glossary, or prose `word.ID`."),
        ),
        (
            "spotlight",
            list(
                "Places pointed at, each with its text `ID.spotlight.PLACE`.",
                target(),
                200,
            ),
        ),
        (
            "allow",
            allow("What the learner may do here, instead of the lesson's."),
        ),
        ("acts", list("Buttons: calls, made at once.", act(), 200)),
        (
            "goals",
            list("What must come true before the next step.", goal(), 200),
        ),
        (
            "score",
            ids(
                "The goals that the run is scored by, told in the debrief: each one metric or cost held against a bound, \
                 with its name in the prose `ID.score.GOAL`.",
            ),
        ),
        (
            "hints",
            flag("Whether there are three hints: `ID.hint.look`, `ID.hint.where`, `ID.hint.do`."),
        ),
        (
            "solution",
            with(
                lines(),
                "Lines that meet all goals; `sandbox wait` is enough where one only watches.",
            ),
        ),
        (
            "alternatives",
            list("Other good answers, proven alike.", alternative(), 200),
        ),
        (
            "decoys",
            list("Wrong ways that are recognised and answered.", decoy(), 200),
        ),
        ("fade", word::<Fade>("How much of the way a `build` step shows.")),
        (
            "variant",
            flag("Whether a sibling task is offered: prose `ID.variant`."),
        ),
    ]
}

fn of_some_kinds() -> Vec<(&'static str, Value)> {
    let facts = list(
        "Of `debrief`: what is told of the learner's own run.",
        word::<Fact>(""),
        200,
    );
    vec![
        ("choices", choices()),
        ("items", list("Of `judge`: the things to be sorted.", item(), 200)),
        ("number", number_asked()),
        ("curve", curve()),
        ("order", order()),
        (
            "compareTo",
            reference(
                "id",
                "Of `explain`: the `predict` step that is held against the run.",
            ),
        ),
        (
            "ownWords",
            flag("Of `explain`: whether a box asks for the learner's own words."),
        ),
        ("questions", list("Of `quiz`: the questions.", question(), 200)),
        ("facts", facts),
    ]
}

/// Choices with their replies; in a `judge` step bare ids.
fn choices() -> Value {
    let either = json!({ "anyOf": [{ "$ref": "#/definitions/choice" }, { "$ref": "#/definitions/id" }] });
    list(
        "The choices, in order. Where none is right, all are fair answers. In a `judge` step, bare ids.",
        either,
        200,
    )
}

/// One choice of a question.
pub(super) fn choice() -> Value {
    object(
        "A choice: prose `S.choice.ID` and `S.reply.ID`.",
        &["id"],
        vec![
            ("id", reference("id", "Stable id.")),
            ("right", flag("Whether it is right.")),
            ("misconception", reference("id", "The wrong idea behind it.")),
            (
                "check",
                reference(
                    "check",
                    "In a prediction: what the run shows by the comparison if it is right.",
                ),
            ),
        ],
    )
}

fn question() -> Value {
    object(
        "A question: prose `S.question.ID`.",
        &["id", "choices"],
        vec![
            ("id", reference("id", "Stable id.")),
            (
                "choices",
                list(
                    "The choices, in order.",
                    json!({ "$ref": "#/definitions/choice" }),
                    200,
                ),
            ),
        ],
    )
}

fn item() -> Value {
    let belief = object(
        "A wrong idea behind a choice.",
        &["choice", "id"],
        vec![
            ("choice", reference("id", "The choice.")),
            ("id", reference("id", "The misconception.")),
        ],
    );
    object(
        "A thing to be sorted: prose `S.item.ID`, and `S.reply.ID.CHOICE` for every choice.",
        &["id", "answer"],
        vec![
            ("id", reference("id", "Stable id.")),
            ("answer", reference("id", "The choice that is right for it.")),
            ("misconceptions", list("Wrong ideas behind choices.", belief, 200)),
        ],
    )
}

fn number_asked() -> Value {
    object(
        "Of `predict`: a number. Prose `S.number`.",
        &["measure", "max"],
        vec![
            ("measure", word::<Fact>("What it is compared with afterwards.")),
            ("min", whole("Smallest number that is taken.", 0, 1_000_000_000)),
            ("max", whole("Largest number that is taken.", 1, 1_000_000_000)),
        ],
    )
}

fn curve() -> Value {
    let point = object(
        "What the run must show at one moment.",
        &["at"],
        vec![
            ("at", reference("duration", "After the opening of the step.")),
            ("min", number("At least so much.", 0.0)),
            ("max", number("At most so much.", 0.0)),
        ],
    );
    object(
        "Of `predict`: a curve to be drawn. Prose `S.curve`.",
        &["metric", "over", "to", "max", "shape"],
        vec![
            ("metric", word::<CurveMetric>("What goes up and down.")),
            (
                "over",
                reference("id", "The later step over whose run it is drawn."),
            ),
            (
                "to",
                reference("duration", "From the opening of that step until so long after."),
            ),
            ("min", number("The lower end of the drawing.", 0.0)),
            ("max", number("Its upper end.", 0.0)),
            (
                "points",
                whole("How many points are drawn, evenly spaced.", 2, 12),
            ),
            ("shape", list("What the run must show.", point, 200)),
        ],
    )
}

fn order() -> Value {
    object(
        "Of `predict`: things to be put into order. Prose `S.order`, `S.order.ID`, `S.order-reply`.",
        &["items"],
        vec![
            ("items", ids("The things in the right order, 2 to 8 of them.")),
            (
                "shape",
                list(
                    "What the run shows of each, in the same order: checks that first hold one after another in the next step, in \
                     which nothing is done but to watch. Proven.",
                    json!({ "$ref": "#/definitions/check" }),
                    8,
                ),
            ),
        ],
    )
}

fn act() -> Value {
    object(
        "A button: prose `S.act.ID`.",
        &["id", "lines"],
        vec![
            ("id", reference("id", "Stable id.")),
            (
                "lines",
                reference("lines", "What it submits: calls, and no wait."),
            ),
        ],
    )
}

fn goal() -> Value {
    object(
        "Something to come true. Its sentence is made from the check; prose `S.goal.ID` takes its place.",
        &["id", "check"],
        vec![
            ("id", reference("id", "Stable id.")),
            (
                "check",
                reference("check", "What is checked, once in every second of model time."),
            ),
            (
                "forAtLeast",
                reference("duration", "How long it must hold without a break."),
            ),
            ("after", reference("id", "The goal that must be met before.")),
            (
                "latch",
                flag("Whether it stays met once it is; yes, if left out."),
            ),
            (
                "guard",
                flag("Whether it may hold from the start, as a budget does."),
            ),
        ],
    )
}

fn alternative() -> Value {
    object(
        "Another good answer.",
        &["id", "lines"],
        vec![
            ("id", reference("id", "Stable id.")),
            ("lines", reference("lines", "Lines that meet all goals.")),
        ],
    )
}

fn decoy() -> Value {
    object(
        "A wrong way: prose `S.decoy.ID` answers it.",
        &["id", "misconception", "matches", "mustFail", "lines"],
        vec![
            ("id", reference("id", "Stable id.")),
            ("misconception", reference("id", "The wrong idea behind it.")),
            ("matches", reference("check", "How it is recognised.")),
            (
                "forAtLeast",
                reference("duration", "How long that must hold before it is answered."),
            ),
            ("mustFail", ids("Goals that it must not meet.")),
            ("lines", reference("lines", "How to go it.")),
        ],
    )
}

fn target() -> Value {
    let words: Vec<&str> = TargetKind::WORDS.iter().map(|(word, _)| *word).collect();
    let mut target = text(&format!(
        "One of {}; names stand behind a colon, as in `zone:us-east-2a`.",
        words.join(", ")
    ));
    target["pattern"] = format!("^({})(:.+)?$", words.join("|")).into();
    target
}
