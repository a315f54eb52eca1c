//! The reading panel of a lesson: what is asked, what is closed and why, and what is offered.

mod around;
mod asked;
mod offered;

use std::rc::Rc;

use lesson::{Block, Inline};
use web::components::lesson::{LessonPanel, Props};
use web::panel::{Hints, Panel, Part, Prose};
use yew::Callback;

use crate::shown::Shown;

/// A paragraph.
fn says(text: &str) -> Prose {
    [Block::Paragraph(vec![Inline::Text(text.to_owned())])].into()
}

/// The second of three steps, with nothing to be done.
fn panel() -> Panel {
    Panel {
        number: 1,
        notice: None,
        title: "One instance".into(),
        step: 1,
        steps: 3,
        strip: None,
        heading: "It answers".into(),
        prose: says("The directory answers."),
        words: Rc::default(),
        parts: Rc::default(),
        hints: Hints {
            shown: Rc::default(),
            total: 0,
        },
        finished: false,
        locked: None,
        simplified: Rc::default(),
        cues: Rc::default(),
        kept: true,
        curve: None,
        solution: None,
        fade: None,
        announced: Rc::default(),
        run_until: None,
        notes: Rc::default(),
        warnings: Rc::default(),
    }
}

async fn shown(change: impl FnOnce(&mut Panel)) -> Shown<LessonPanel> {
    let mut panel = panel();
    change(&mut panel);
    Shown::new(|send| props(panel, send)).await
}

fn props(panel: Panel, send: Callback<web::command::Command>) -> Props {
    Props {
        panel: Rc::new(panel),
        refusal: None,
        send,
    }
}

/// A step with these things to be done.
async fn to_do(parts: impl Into<Rc<[Part]>>) -> Shown<LessonPanel> {
    shown(|panel| panel.parts = parts.into()).await
}
