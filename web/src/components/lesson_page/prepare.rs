//! From a lesson that was read to one that is played: its account set up, and its run brought back, a piece at a time.

use cloud::EventBudget;
use lesson::{SettingUp, Trouble};

use super::read::Read;
use crate::components::error_page::Fault;
use crate::progress::{Trail, keep};
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
    /// Its account is being set up.
    SettingUp(Box<Setting>),
    /// Its run is being played again.
    Resuming(Box<Resuming>),
}

/// A lesson whose account is being set up.
pub struct Setting {
    read: Read,
    account: SettingUp,
    /// The run that was left.
    left: Option<Trail>,
    /// Whether there is one that belongs to the lesson as it was before.
    is_stale: bool,
}

/// What a piece of it came to.
pub enum Came {
    /// There is more to be done.
    Further(Prepare),
    /// It can be played.
    There(Box<Session>),
}

impl Prepare {
    /// A lesson that was read. A seed that the address fixes begins a run of its own.
    pub fn new(mut read: Read, seed: Option<u64>) -> Self {
        let left = left_before(&read, seed);
        let seed = left.as_ref().map(|trail| trail.seed).or(seed);
        read.lesson.world.seed = seed.unwrap_or(read.lesson.world.seed);
        let account = SettingUp::begin(&read.lesson);
        Self::SettingUp(Box::new(Setting {
            is_stale: keep::is_stale(&read.home.name, read.home.fingerprint),
            read,
            account,
            left,
        }))
    }

    /// How far it has come.
    pub fn stage(&self) -> Stage {
        match self {
            Self::SettingUp(setting) => {
                let (through, all) = setting.account.lines();
                Stage::SetUp((100 * through / all.max(1)) as u32)
            }
            Self::Resuming(resuming) => Stage::Back(resuming.percent()),
        }
    }

    /// Lets so many events happen.
    ///
    /// # Errors
    /// The set-up line that fails.
    pub fn go_on(self, events: u64) -> Result<Came, Fault> {
        match self {
            Self::SettingUp(mut setting) => {
                let is_through = setting
                    .account
                    .go_on(EventBudget(events))
                    .map_err(|trouble| fault(&setting.read, &trouble))?;
                Ok(if is_through {
                    setting.finish()
                } else {
                    Came::Further(Self::SettingUp(setting))
                })
            }
            Self::Resuming(mut resuming) => Ok(if resuming.go_on(events) {
                Came::There(Box::new(resuming.into_session()))
            } else {
                Came::Further(Self::Resuming(resuming))
            }),
        }
    }
}

impl Setting {
    fn finish(self) -> Came {
        let Read {
            lesson,
            number,
            home,
            warnings,
        } = self.read;
        let mut session = Session::lesson(number, lesson, self.account.finish(), home);
        session.tell_author(warnings);
        if self.is_stale {
            session.tell_changed();
        }
        match self.left {
            Some(trail) => Came::Further(Prepare::Resuming(Box::new(Resuming::begin(session, trail)))),
            None => Came::There(Box::new(session)),
        }
    }
}

fn fault(read: &Read, trouble: &Trouble) -> Fault {
    Fault {
        file: read.lesson.id.as_str().into(),
        pointer: trouble.pointer.as_str().into(),
        code: "set-up".into(),
        reason: format!("{}: {}", trouble.line, trouble.reason).into(),
        fix: player_text().error.mend_set_up.into(),
    }
}

/// The run that was left, if it is still one of this lesson, and of the seed that is asked for.
fn left_before(read: &Read, seed: Option<u64>) -> Option<Trail> {
    let trail = keep::run(&read.home.name, read.home.fingerprint)?;
    seed.is_none_or(|seed| seed == trail.seed).then_some(trail)
}
