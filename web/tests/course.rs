//! The pages about the course, with a small course of three lessons beside them.

mod certificate;
mod check;
mod map;
mod words;

use web::progress::{Headway, keep};
use yew::html::BaseComponent;

use crate::browser::{Files, Forgetful};
use crate::shown::Shown;

const FILES: &[(&str, &str)] = &[
    (
        "lessons/course.json",
        r#"{ "lessons": ["01-one", "02-two", "03-three"], "starters": ["sandbox-one"], "repairs": ["repair-rule"],
            "check": [
                { "id": "dark", "right": "half", "choices": ["all", "half"] },
                { "id": "hung", "right": "balancer", "choices": ["machine", "balancer"] }
            ] }"#,
    ),
    (
        "lessons/course.en.md",
        "# A course\n\n## course.title\nFrom one to many\n\n## concept.zone\n**Zone**: a place of its own.\n\n\
         ## check.dark.question\nA zone goes dark. What is lost?\n\n## check.dark.choice.all\nAll\n\n\
         ## check.dark.choice.half\nHalf\n\n## check.dark.reply\nThe other half is elsewhere.\n\n\
         ## check.hung.question\nWho sees it?\n\n## check.hung.choice.machine\nEC2\n\n\
         ## check.hung.choice.balancer\nThe balancer\n",
    ),
    (
        "lessons/glossary.en.md",
        "# Words\n\n## zone\n**Zone**: a place of its own.\n\n## alarm\n**Alarm**: it tells.\n",
    ),
    (
        "01-one/lesson.json",
        r#"{ "id": "one", "meta": { "minutes": 8, "teaches": ["zone"] }, "steps": [{}, {}, {}] }"#,
    ),
    ("01-one/en.md", "# One instance\n"),
    (
        "02-two/lesson.json",
        r#"{ "id": "two", "meta": { "minutes": 9, "teaches": ["alarm"], "requires": ["zone"] }, "steps": [{}, {}] }"#,
    ),
    ("02-two/en.md", "# Two instances\n"),
    (
        "03-three/lesson.json",
        r#"{ "id": "three", "meta": { "minutes": 10, "requires": ["alarm"], "status": "draft" }, "steps": [{}] }"#,
    ),
    ("03-three/en.md", "# Three instances\n"),
    ("sandbox-one/en.md", "# One to begin with\n"),
    ("repair-rule/en.md", "# A forgotten rule\n"),
];

/// A page about the course, once it has read what it is about.
async fn page<C: BaseComponent>(props: C::Properties) -> Shown<C, ()> {
    let _files = Files::new(FILES);
    let shown = Shown::new(|_| props).await;
    shown.wait_for("main > :not(.loading)").await;
    shown
}

/// Somebody who has come so far.
async fn learner(come: &[(&str, Headway)]) -> Forgetful {
    let kept = Forgetful::new().await;
    for (lesson, headway) in come {
        keep::note(lesson, *headway);
    }
    kept
}

fn at(step: usize, steps: usize) -> Headway {
    Headway {
        step,
        steps,
        ..Headway::default()
    }
}

fn done(alone: bool) -> Headway {
    Headway {
        done: true,
        alone,
        ..at(3, 3)
    }
}
