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
    /// What it must refer to, so that a number in it is that of the check.
    pub(super) needs: Option<&'static str>,
}

/// Collects mistakes instead of stopping at the first. Readers report here and go on with a harmless value;
/// a lesson is handed out only when nothing was reported.
pub(super) struct Findings {
    file: String,
    errors: RefCell<Vec<LoadError>>,
    warnings: RefCell<Vec<LoadError>>,
    demands: RefCell<Vec<Demand>>,
}

impl Findings {
    pub(super) fn new(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            errors: RefCell::default(),
            warnings: RefCell::default(),
            demands: RefCell::default(),
        }
    }

    /// Reports a mistake in the lesson's own file.
    pub(super) fn report(&self, pointer: &str, code: Code, reason: String, fix: String) {
        self.report_in(&self.file, pointer, code, reason, fix);
    }

    /// Reports a mistake in another file of the lesson.
    pub(super) fn report_in(&self, file: &str, pointer: &str, code: Code, reason: String, fix: String) {
        self.enter(&self.errors, file, pointer, code, reason, fix);
    }

    /// Reports what the lesson's own file may well have, but hardly means.
    pub(super) fn warn(&self, pointer: &str, code: Code, reason: String, fix: String) {
        self.enter(&self.warnings, &self.file, pointer, code, reason, fix);
    }

    /// Warns of something in another file of the lesson.
    pub(super) fn warn_in(&self, file: &str, pointer: &str, code: Code, reason: String, fix: String) {
        self.enter(&self.warnings, file, pointer, code, reason, fix);
    }

    fn enter(
        &self,
        list: &RefCell<Vec<LoadError>>,
        file: &str,
        pointer: &str,
        code: Code,
        reason: String,
        fix: String,
    ) {
        let mut list = list.borrow_mut();
        if list.len() < MISTAKES_LISTED {
            list.push(LoadError {
                file: file.to_owned(),
                pointer: pointer.to_owned(),
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
            needs: None,
        });
    }

    /// Notes that the part at `pointer` says the string `key` if there is one.
    pub(super) fn welcome(&self, pointer: &str, key: String, shape: Shape) {
        self.note(Demand {
            key,
            pointer: pointer.to_owned(),
            shape,
            optional: true,
            needs: None,
        });
    }

    pub(super) fn note(&self, demand: Demand) {
        self.demands.borrow_mut().push(demand);
    }

    /// The strings needed so far.
    pub(super) fn take_demands(&self) -> Vec<Demand> {
        self.demands.take()
    }

    /// The mistakes and the warnings, in the order in which they were found.
    pub(super) fn into_lists(self) -> (Vec<LoadError>, Vec<LoadError>) {
        (self.errors.into_inner(), self.warnings.into_inner())
    }
}
