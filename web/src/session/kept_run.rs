//! What a run is to the page around it: it is kept, begun again, and handed on as a link.

use super::{Home, Origin, Session};
use crate::progress::{Trail, keep, link};
use crate::route::{Route, sandbox_with};

/// Why there is no link to a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoLink {
    /// It would have so many characters.
    TooLong(usize),
    /// The lesson is on this machine alone.
    Elsewhere,
}

impl Session {
    /// Where the run belongs.
    #[must_use]
    pub fn home(&self) -> &Home {
        self.keeping.home()
    }

    /// Tells the learner something of the run as a whole.
    pub fn notify(&mut self, notice: &'static str) {
        self.keeping.notify(notice);
    }

    /// Keeps what is new.
    pub(super) fn keep(&mut self) {
        // What is past was kept before.
        if self.is_past() {
            return;
        }
        let headway = self.headway();
        self.keeping.catch_up(&self.simulation);
        if self.keeping.save_if_due(headway) {
            self.keep_results();
        }
    }

    /// Keeps all there is, as when the page is left.
    pub fn keep_now(&mut self) {
        if self.is_past() {
            return;
        }
        let headway = self.headway();
        self.keeping.catch_up(&self.simulation);
        if self.keeping.is_worth_keeping() {
            self.keeping.save(headway);
            self.keep_results();
        }
    }

    /// Makes the run what it was when the step was reached: it is played from there when the lesson is opened next.
    pub fn go_back_to_step(&mut self) {
        self.keeping.close();
        keep::keep_run(&self.home().name, &self.keeping.at_step());
    }

    /// Forgets the run: it begins anew when it is opened next.
    pub fn forget(&mut self) {
        self.keeping.close();
        keep::forget_run(&self.home().name);
    }

    /// The fragment of an address that leads to this run, up to the moment that is shown.
    ///
    /// # Errors
    /// Why there is none.
    pub fn link(&mut self) -> Result<String, NoLink> {
        let (sandbox, origin) = (self.lesson.is_none(), &self.home().origin);
        let way = match origin {
            Origin::Elsewhere => return Err(NoLink::Elsewhere),
            Origin::Sandbox => format!("{}?", Route::Sandbox.href()),
            Origin::Course(folder) if sandbox => format!("{}&", sandbox_with(folder)),
            Origin::Course(folder) => format!("{}?", Route::Lesson(folder.clone()).href()),
        };
        Ok(format!("{way}run={}", self.packed()?))
    }

    /// The run up to the moment that is shown, packed.
    ///
    /// # Errors
    /// That it is too long.
    pub fn packed(&mut self) -> Result<String, NoLink> {
        link::pack(&self.trail_shown()).map_err(NoLink::TooLong)
    }

    /// The run up to the moment that is shown.
    fn trail_shown(&mut self) -> Trail {
        if !self.is_past() {
            self.keeping.catch_up(&self.simulation);
        }
        Trail {
            events: Some(self.simulation.cloud().events_happened()),
            ..self.keeping.trail().until(self.simulation.now())
        }
    }
}
