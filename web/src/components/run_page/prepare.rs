//! From what was asked for to a run that is played: its account set up, and what was done brought back, a piece at a
//! time.

use cloud::EventBudget;
use lesson::{SettingUp, Trouble};

use super::read::Read;
use super::wanted::{BadLink, Wanted};
use crate::components::error_page::Fault;
use crate::progress::{Trail, keep};
use crate::session::{Resuming, Session};
use crate::text::player_text;

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The set-up, in percent.
    SetUp(u32),
    /// The run, in percent; and whether it is one of a lesson.
    Back(u32, bool),
}

/// A run on its way.
pub enum Prepare {
    /// Its account is being set up.
    SettingUp(Box<Setting>),
    /// What was done is being done again.
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
    /// A lesson that was read, or its account.
    ///
    /// # Errors
    /// Why the run that is wanted cannot be had.
    pub fn lesson(mut read: Read, wanted: &Wanted) -> Result<Came, BadLink> {
        let is_stale = !wanted.is_shared() && keep::is_stale(&read.home.name, read.home.fingerprint);
        let left = wanted.run(&read.home)?;
        if wanted.is_shared() {
            read.home = read.home.shared();
        }
        read.lesson.world.seed = wanted.seed(left.as_ref()).unwrap_or(read.lesson.world.seed);
        let account = SettingUp::begin(&read.lesson);
        Ok(Came::Further(Self::SettingUp(Box::new(Setting {
            is_stale,
            read,
            account,
            left,
        }))))
    }

    /// The sandbox with its own account.
    ///
    /// # Errors
    /// Why the run that is wanted cannot be had.
    pub fn sandbox(wanted: &Wanted) -> Result<Came, BadLink> {
        let home = Session::home_of_sandbox();
        let left = wanted.run(&home)?;
        let home = if wanted.is_shared() { home.shared() } else { home };
        let session = Session::sandbox_at(home, wanted.seed(left.as_ref()));
        Ok(resume(session, left))
    }

    /// How far it has come.
    pub fn stage(&self) -> Stage {
        match self {
            Self::SettingUp(setting) => {
                let (through, all) = setting.account.lines();
                Stage::SetUp((100 * through / all.max(1)) as u32)
            }
            Self::Resuming(resuming) => Stage::Back(resuming.percent(), resuming.session().has_lesson()),
        }
    }

    /// The run that is being brought back will not be: it begins anew when it is opened next.
    pub fn give_up(self) {
        if let Self::Resuming(resuming) = self {
            keep::forget_run(&resuming.session().home().name);
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
            session.notify(player_text().progress.changed);
        }
        resume(session, self.left)
    }
}

fn resume(session: Session, left: Option<Trail>) -> Came {
    match left {
        Some(trail) => Came::Further(Prepare::Resuming(Box::new(Resuming::begin(session, trail)))),
        None => Came::There(Box::new(session)),
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
