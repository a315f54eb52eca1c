//! Everything found while a lesson is read: its mistakes, and the strings it needs.

use std::cell::RefCell;

use crate::error::{Code, LoadError};
use crate::prose::Shape;

/// Mistakes beyond this many are not listed: the first ones explain the rest.
const MISTAKES_LISTED: usize = 100;

/// A string that some part of the lesson needs.
pub(super) struct Demand {
    pub(super) key: String,
    pub(super) pointer: String,
    pub(super) shape: Shape,
    pub(super) optional: bool,
}

/// Collects mistakes instead of stopping at the first. Readers report here and go on with a harmless value;
/// a lesson is handed out only when nothing was reported.
pub(super) struct Findings {
    file: String,
    errors: RefCell<Vec<LoadError>>,
    demands: RefCell<Vec<Demand>>,
}

impl Findings {
    pub(super) fn new(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            errors: RefCell::default(),
            demands: RefCell::default(),
        }
    }

    /// Reports a mistake in the lesson's own file.
    pub(super) fn report(&self, pointer: &str, code: Code, reason: String, fix: String) {
        self.report_in(&self.file, pointer, code, reason, fix);
    }

    /// Reports a mistake in another file of the lesson.
    pub(super) fn report_in(&self, file: &str, pointer: &str, code: Code, reason: String, fix: String) {
        let mut errors = self.errors.borrow_mut();
        if errors.len() < MISTAKES_LISTED {
            let (file, pointer) = (file.to_owned(), pointer.to_owned());
            errors.push(LoadError {
                file,
                pointer,
                code,
                reason,
                fix,
            });
        }
    }

    /// Whether as many mistakes are listed as will be: looking for more is idle, and in a hostile file endless.
    pub(super) fn is_full(&self) -> bool {
        self.errors.borrow().len() >= MISTAKES_LISTED
    }

    /// Notes that the part at `pointer` needs the string `key`.
    pub(super) fn demand(&self, pointer: &str, key: String, shape: Shape) {
        self.note(Demand {
            key,
            pointer: pointer.to_owned(),
            shape,
            optional: false,
        });
    }

    /// Notes that the part at `pointer` says the string `key` if there is one.
    pub(super) fn welcome(&self, pointer: &str, key: String, shape: Shape) {
        self.note(Demand {
            key,
            pointer: pointer.to_owned(),
            shape,
            optional: true,
        });
    }

    fn note(&self, demand: Demand) {
        self.demands.borrow_mut().push(demand);
    }

    /// The strings needed so far.
    pub(super) fn take_demands(&self) -> Vec<Demand> {
        self.demands.take()
    }

    /// The mistakes, in the order in which they were found.
    pub(super) fn into_errors(self) -> Vec<LoadError> {
        self.errors.into_inner()
    }
}
