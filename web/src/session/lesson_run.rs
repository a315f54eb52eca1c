//! What a lesson's run is to the page around it: it can be kept, begun again, left, and handed over.

use std::rc::Rc;

use lesson::format::{Kind, Pace};

use super::{Home, Session};
use crate::panel::Prose;
use crate::progress::{Headway, keep};
use crate::text::player_text;

/// What is said of an account that the sandbox can begin with.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    /// One line.
    pub heading: String,
    /// What stands there, and what is worth trying.
    pub prose: Prose,
}

impl Session {
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

    /// Where the run belongs; none in the sandbox.
    #[must_use]
    pub fn home(&self) -> Option<&Home> {
        Some(self.lesson.as_ref()?.keeping.home())
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
            alone: done && lesson.keeping.solutions_seen().is_empty(),
        })
    }

    /// Keeps what is new.
    pub(super) fn keep(&mut self) {
        if self.is_past() {
            return;
        }
        let headway = self.headway();
        if let Some((lesson, headway)) = self.lesson.as_mut().zip(headway) {
            lesson.keeping.catch_up(&self.simulation);
            if lesson.keeping.save_if_due(headway) {
                self.keep_results();
            }
        }
    }

    /// Keeps all there is, as when the page is left.
    pub fn keep_now(&mut self) {
        // What is past was kept before.
        if self.is_past() {
            return;
        }
        let headway = self.headway();
        if let Some((lesson, headway)) = self.lesson.as_mut().zip(headway) {
            lesson.keeping.catch_up(&self.simulation);
            if lesson.keeping.trail().is_worth_keeping() {
                lesson.keeping.save(headway);
                self.keep_results();
            }
        }
    }

    /// Makes the run what it was when the step was reached: it is played from there when the lesson is opened next.
    pub fn go_back_to_step(&mut self) {
        if let Some(lesson) = &mut self.lesson {
            lesson.keeping.close();
            keep::keep_run(&lesson.keeping.home().name, &lesson.keeping.at_step());
        }
    }

    /// Forgets the run: the lesson begins anew when it is opened next.
    pub fn forget(&mut self) {
        if let Some(lesson) = &mut self.lesson {
            lesson.keeping.close();
            keep::forget_run(&lesson.keeping.home().name);
        }
    }

    /// Shows what the lesson's author should look at.
    pub fn tell_author(&mut self, warnings: Rc<[Rc<str>]>) {
        if let Some(lesson) = &mut self.lesson {
            lesson.warnings = warnings;
        }
    }

    /// Tells the learner that the lesson begins again because it is not what it was.
    pub fn tell_changed(&mut self) {
        if let Some(lesson) = &mut self.lesson {
            lesson.notice = Some(player_text().progress.changed);
        }
    }

    /// Leaves the lesson, and goes on with its account.
    pub fn leave_lesson(&mut self) {
        self.back_to_lesson();
        self.lesson = None;
        self.settle();
    }

    /// Stands still, whatever the step would have.
    pub(super) fn rest(&mut self) {
        let pace = self.pace.unwrap_or_default();
        self.pace = Some(Pace { pause: true, ..pace });
    }
}
