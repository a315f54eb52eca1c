//! What the terminal wants of the run that is no wish: answers to questions, and the run as scripts.

use std::rc::Rc;

use cli::{Completion, Correction};
use yew::Callback;

use crate::driver::Driver;
use crate::files;
use crate::session::Session;

/// What the terminal asks of the run.
pub struct Asking {
    /// What could stand at the end of a text.
    pub complete: Callback<Rc<str>, Completion>,
    /// What was meant by a text with a misspelt word.
    pub correct: Callback<Rc<str>, Option<Correction>>,
}

impl Asking {
    /// Asks the run of this driver.
    pub fn of(driver: &Driver<Session>) -> Self {
        Self {
            complete: driver.asking(|session, text: Rc<str>| session.complete(&text)),
            correct: driver.asking(|session, text: Rc<str>| session.correct(&text)),
        }
    }
}

/// Hands the session over as scripts.
pub fn save(session: &Session) {
    for (name, script) in session.scripts() {
        files::save(&name, &script);
    }
}
