//! What a lesson is to the page around its run: how far it has come, what is said of it, and that it can be left.

use std::rc::Rc;

use lesson::format::{Kind, Pace};

use super::Session;
use crate::panel::Prose;
use crate::progress::Headway;

/// What is said of an account that the sandbox can begin with.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    /// One line.
    pub heading: String,
    /// What stands there, and what is worth trying.
    pub prose: Prose,
}

impl Session {
    /// Whether a lesson looks on.
    #[must_use]
    pub fn has_lesson(&self) -> bool {
        self.lesson.is_some()
    }

    /// The lesson's place in the course, from 1; 0 if it is not part of it.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.lesson.as_ref().map_or(0, |lesson| lesson.number)
    }

    /// The lesson's title.
    #[must_use]
    pub fn title(&self) -> String {
        let lesson = self.lesson.as_ref();
        lesson.map_or_else(String::new, |lesson| {
            lesson.director.runner().view(&self.simulation).title
        })
    }

    /// What the lesson says of its account, if it is there for that alone: if it asks for nothing but to be read.
    #[must_use]
    pub fn about(&self) -> Option<About> {
        let runner = self.lesson.as_ref()?.director.runner();
        let [step] = runner.lesson().steps.as_slice() else {
            return None;
        };
        (step.body.kind() == Kind::Read).then(|| {
            let step = runner.view(&self.simulation).step;
            About {
                heading: step.title,
                prose: step.text.as_slice().into(),
            }
        })
    }

    /// How far the lesson has come; none in the sandbox.
    #[must_use]
    pub fn headway(&self) -> Option<Headway> {
        let lesson = self.lesson.as_ref()?;
        let done = lesson.director.runner().is_finished();
        Some(Headway {
            step: lesson.director.runner().progress().reached + 1,
            steps: lesson.director.runner().lesson().steps.len(),
            done,
            alone: done && self.keeping.solutions_seen().is_empty(),
        })
    }

    /// Shows what the lesson's author should look at.
    pub fn tell_author(&mut self, warnings: Rc<[Rc<str>]>) {
        if let Some(lesson) = &mut self.lesson {
            lesson.warnings = warnings;
        }
    }

    /// Leaves the lesson if it is still there, and goes on with its account. `left` is how far the lesson had come when
    /// the run to be brought back left it; none if it is left now.
    pub fn leave_lesson(&mut self, left: Option<u64>) {
        self.back_to_lesson();
        if self.lesson.take().is_some() {
            self.settle();
            // How far the lesson had come counts what was done since the run was looked at last.
            self.keeping.catch_up(&self.simulation);
            self.keeping.leave_lesson(left);
            self.tell_black_box();
        }
    }

    /// Stands still, whatever the step would have.
    pub(super) fn rest(&mut self) {
        let pace = self.pace.unwrap_or_default();
        self.pace = Some(Pace { pause: true, ..pace });
    }
}
