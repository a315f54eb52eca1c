//! Marks on the track of time.

use std::rc::Rc;

use des::SimTime;

use crate::fleet::Thing;

/// What kind of thing happened; each kind has its own shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// The learner's own act.
    Own,
    /// Something broke or was broken.
    Fault,
    /// An instance, a target or a service became something else.
    Health,
    /// An alarm changed its state.
    Alarm,
    /// A group launches, replaces or ends instances.
    Scaling,
    /// A goal was met.
    Goal,
    /// The lesson announces something.
    Lesson,
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// When.
    pub at: SimTime,
    /// Its kind.
    pub kind: MarkKind,
    /// A few words for the track.
    pub label: Rc<str>,
    /// One sentence, with its cause.
    pub sentence: Rc<str>,
    /// The number of the fact that it tells, if it tells one.
    pub fact: Option<u64>,
    /// What it happened to.
    pub thing: Option<Thing>,
}

/// What happened so far, oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// The marks.
    pub marks: Rc<[Mark]>,
    /// How many were before these and are no longer kept.
    pub forgotten: usize,
}

impl Timeline {
    /// How many there ever were.
    #[must_use]
    pub fn count(&self) -> usize {
        self.forgotten + self.marks.len()
    }
}
