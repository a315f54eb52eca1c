//! Marks on the track of time.

use std::rc::Rc;

use des::SimTime;

/// What kind of thing happened; each kind has its own shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// The learner's own act.
    Own,
    /// Something broke or was broken.
    Fault,
    /// An instance changed its state.
    Health,
    /// A goal was met.
    Goal,
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
}

/// What happened so far, oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// The marks.
    pub marks: Rc<[Mark]>,
}
