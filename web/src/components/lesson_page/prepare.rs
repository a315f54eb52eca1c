//! From a lesson that was read to one that is played: its account set up, and its run brought back, a piece at a time.

use super::read::Read;
use crate::components::error_page::Fault;
use crate::progress::{Record, keep};
use crate::session::{Resuming, Session};
use crate::text::player_text;

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The set-up, in percent.
    SetUp(u32),
    /// The run, in percent.
    Back(u32),
}

/// A lesson on its way.
pub enum Prepare {
    /// Its account is to be set up.
    New(Box<Read>, Option<u64>),
    /// Its run is being played again.
    Resuming(Box<Resuming>),
}

/// What a piece of it came to.
pub enum Came {
    /// There is more to be done.
    Further(Box<Prepare>),
    /// It can be played.
    There(Box<Session>),
}

impl Prepare {
    /// A lesson that was read. A seed that the address fixes begins a run of its own.
    pub fn new(read: Read, seed: Option<u64>) -> Self {
        Self::New(Box::new(read), seed)
    }

    /// How far it has come.
    pub fn stage(&self) -> Stage {
        match self {
            Self::New(..) => Stage::SetUp(0),
            Self::Resuming(resuming) => Stage::Back(resuming.percent()),
        }
    }

    /// Lets so many events happen.
    ///
    /// # Errors
    /// The set-up line that the account refuses.
    pub fn go_on(self, events: u64) -> Result<Came, Fault> {
        match self {
            Self::New(read, seed) => set_up(*read, seed),
            Self::Resuming(mut resuming) => Ok(if resuming.go_on(events) {
                Came::There(Box::new(resuming.into_session()))
            } else {
                Came::Further(Box::new(Self::Resuming(resuming)))
            }),
        }
    }
}

fn set_up(read: Read, seed: Option<u64>) -> Result<Came, Fault> {
    let left = left_before(&read, seed);
    let seed = left.as_ref().map(|record| record.seed).or(seed);
    let session = Session::lesson(read.number, &read.lesson, seed, read.home).map_err(|trouble| Fault {
        file: read.lesson.id.as_str().into(),
        pointer: "/world/setup".into(),
        code: "set-up".into(),
        reason: trouble.to_string().into(),
        fix: player_text().error.mend_set_up.into(),
    })?;
    Ok(match left {
        Some(record) => Came::Further(Box::new(Prepare::Resuming(Box::new(Resuming::begin(session, record))))),
        None => Came::There(Box::new(session)),
    })
}

/// The run that was left, if it is still one of this lesson, and of the seed that is asked for.
fn left_before(read: &Read, seed: Option<u64>) -> Option<Record> {
    let record = keep::run(&read.home.name, read.home.fingerprint)?;
    seed.is_none_or(|seed| seed == record.seed).then_some(record)
}
