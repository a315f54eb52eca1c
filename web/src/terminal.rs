//! What the terminal shows: data only, made by the session.

use std::ops::Range;
use std::rc::Rc;

use des::SimTime;
use view::fleet::Thing;

/// The terminal at one moment.
#[derive(Clone, Debug)]
pub struct Terminal {
    /// What was done and what came of it, oldest first.
    pub entries: Rc<[Rc<Entry>]>,
    /// How many entries are kept no more.
    pub forgotten: u64,
    /// What is waited for, if anything.
    pub waiting: Option<Waiting>,
    /// How many commands follow.
    pub queued: usize,
    /// Changes with the entries.
    pub version: u64,
}

impl PartialEq for Terminal {
    fn eq(&self, other: &Self) -> bool {
        let (one, two) = (&self.waiting, &other.waiting);
        (self.version, self.queued, one) == (other.version, other.queued, two)
    }
}

/// A command that goes on once model time has passed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// As it was written.
    pub command: Rc<str>,
    /// When it looks again, or is over.
    pub until: SimTime,
}

/// A command that has ended.
#[derive(Debug)]
pub struct Entry {
    /// Counted from 0 for ever.
    pub number: u64,
    /// Model time at its end.
    pub at: SimTime,
    /// Who submitted it.
    pub by: By,
    /// As it was written.
    pub command: Rc<str>,
    /// What it printed, as far as it is kept.
    pub output: Rc<str>,
    /// How many bytes of that are not kept.
    pub cut: usize,
    /// What it complained about.
    pub error: Rc<str>,
    /// What a shell reads of how it ended.
    pub exit: u8,
    /// Where the output names something of the picture, from left to right.
    pub links: Rc<[Link]>,
    /// The command that was probably meant.
    pub meant: Option<Meant>,
}

/// Who submitted a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// It was typed.
    Typed,
    /// A button of the page.
    Button,
}

/// A name of something in the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Where it stands in the output, in bytes.
    pub place: Range<usize>,
    /// What it names.
    pub thing: Thing,
}

/// What was probably meant by a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meant {
    /// In place of the misspelt word.
    pub word: Rc<str>,
    /// The whole command.
    pub command: Rc<str>,
}
