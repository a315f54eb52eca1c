//! The timeline as it is shown: what happened and who called what, newest first.

use std::rc::Rc;

use des::SimTime;
use view::MarkKind;
use view::fleet::Thing;

use crate::why::Chain;

/// What kind of entry it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An alarm changed its state.
    Alarm,
    /// A group did something.
    Activity,
    /// An instance, a target or a service became something else.
    Health,
    /// Something broke, or was mended.
    Fault,
    /// An API call.
    Call,
    /// A request that failed.
    Request,
    /// The lesson announced something, or a goal was met.
    Lesson,
}

impl Kind {
    /// What can be chosen; failed requests are only shown when they are asked for, as they are many.
    pub const ALL: [Self; 7] = [
        Self::Alarm,
        Self::Activity,
        Self::Health,
        Self::Fault,
        Self::Call,
        Self::Request,
        Self::Lesson,
    ];

    /// The kind of a mark.
    #[must_use]
    pub const fn of(mark: MarkKind) -> Self {
        match mark {
            MarkKind::Own => Self::Call,
            MarkKind::Fault => Self::Fault,
            MarkKind::Health => Self::Health,
            MarkKind::Alarm => Self::Alarm,
            MarkKind::Scaling => Self::Activity,
            MarkKind::Goal | MarkKind::Lesson => Self::Lesson,
        }
    }

    /// The mark of the kind.
    #[must_use]
    pub const fn mark(self) -> MarkKind {
        match self {
            Self::Alarm => MarkKind::Alarm,
            Self::Activity => MarkKind::Scaling,
            Self::Health => MarkKind::Health,
            Self::Fault | Self::Request => MarkKind::Fault,
            Self::Call => MarkKind::Own,
            Self::Lesson => MarkKind::Lesson,
        }
    }
}

/// What is asked "Why?" about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A mark, by its place among all.
    Mark(u64),
    /// A call that was accepted, by its number in the journal.
    Call(u64),
    /// A call that was refused, by its number among those.
    Refused(u64),
    /// A request, by its number among the records.
    Request(u64),
    /// A fact, wherever it is told.
    Fact(u64),
}

/// The part of the timeline that is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct StoryView {
    /// Only this kind.
    pub filter: Option<Kind>,
    /// Only what has this in it.
    pub search: Rc<str>,
    /// Newest first.
    pub entries: Rc<[Entry]>,
    /// How many there are, shown or not.
    pub found: usize,
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// How it is asked about.
    pub key: Key,
    /// When.
    pub at: SimTime,
    /// Its kind.
    pub kind: Kind,
    /// What, in one sentence.
    pub sentence: Rc<str>,
    /// What it happened to.
    pub thing: Option<Thing>,
    /// The number of the fact that led to it, if one is known.
    pub fact: Option<u64>,
    /// The call, if it was one.
    pub call: Option<Rc<CallRecord>>,
}

/// An API call as CloudTrail would show it.
#[derive(Clone, Debug, PartialEq)]
pub struct CallRecord {
    /// CloudTrail's `eventName`.
    pub name: Rc<str>,
    /// CloudTrail's `eventSource`; none for what AWS has no call for.
    pub source: Option<Rc<str>>,
    /// Who called.
    pub caller: Caller,
    /// CloudTrail's `errorCode` and `errorMessage`.
    pub error: Option<(Rc<str>, Rc<str>)>,
    /// CloudTrail's `requestParameters`, or the command if the call was refused.
    pub parameters: Rc<str>,
}

/// Who called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caller {
    /// The person at the page or the terminal.
    Learner,
    /// The lesson.
    Lesson,
}

/// A request that failed.
#[derive(Clone, Copy, Debug)]
pub struct FailedRequest<'a> {
    /// As it is shown.
    pub id: &'a str,
    /// How it ended, in the word of scripts.
    pub outcome: &'static str,
    /// The instance that it was for, if one was.
    pub instance: Option<&'a str>,
    /// How long its client waited, in milliseconds.
    pub waited_ms: f64,
}

/// The chain that somebody has unfolded.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// About what.
    pub key: Key,
    /// The chain; none if nothing is known.
    pub chain: Option<Rc<Chain>>,
}
