//! What a player plays, and where it begins.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::components::head::Title;
use crate::session::{About, Session};
use crate::snapshot::Snapshot;
use crate::text::player_text;

/// What is played.
#[derive(Clone)]
pub enum Scope {
    /// A lesson.
    Lesson(Rc<Loaded>),
    /// The account of a lesson, without it.
    Account(Rc<Loaded>),
    /// The sandbox's own account.
    Sandbox(Rc<Loaded>),
}

/// A run that can be played.
pub struct Loaded {
    /// Its place in the course, from 1; 0 if it is not part of it.
    pub number: u32,
    /// The lesson's title; empty where there is none.
    pub title: String,
    /// The address that leads to it.
    pub way_back: Option<String>,
    /// What is said of its account, if it is there for that alone.
    pub about: Option<About>,
    /// Its run, until a player takes it.
    pub session: RefCell<Option<Session>>,
}

impl Loaded {
    /// The way back from the sandbox; none to what is there for its account alone.
    pub(in crate::components) fn way_from_sandbox(&self) -> Option<String> {
        self.way_back.clone().filter(|_| self.about.is_none())
    }
}

impl Scope {
    /// What is said of the account that the sandbox began with.
    pub(super) fn about(&self) -> Option<&About> {
        match self {
            Self::Account(loaded) => loaded.about.as_ref(),
            Self::Lesson(_) | Self::Sandbox(_) => None,
        }
    }
}

impl PartialEq for Scope {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Lesson(a), Self::Lesson(b))
            | (Self::Account(a), Self::Account(b))
            | (Self::Sandbox(a), Self::Sandbox(b)) => Rc::ptr_eq(a, b),
            _ => false,
        }
    }
}

/// Where the scope begins. Its run was prepared for the one player that takes it.
pub(super) fn session(scope: &Scope, seed: Option<u64>) -> Session {
    let (Scope::Lesson(loaded) | Scope::Account(loaded) | Scope::Sandbox(loaded)) = scope;
    let mut session = loaded.session.take().unwrap_or_else(|| Session::sandbox(seed));
    if let Scope::Account(_) = scope {
        session.leave_lesson(None);
    }
    session
}

/// What the head says.
pub(super) fn title(scope: &Scope, snapshot: &Snapshot) -> Title {
    let (sandbox, progress) = (&player_text().sandbox, &player_text().progress);
    match (&snapshot.panel, scope) {
        (Some(panel), _) => Title {
            number: (panel.number > 0).then_some(panel.number),
            title: panel.title.clone().into(),
            is_lesson: true,
            way_back: None,
        },
        (None, Scope::Account(loaded)) => Title {
            number: None,
            title: (progress.sandbox_of)(&loaded.title).into(),
            is_lesson: false,
            way_back: loaded.way_from_sandbox(),
        },
        _ => Title {
            number: None,
            title: AttrValue::Static(sandbox.title),
            is_lesson: false,
            way_back: None,
        },
    }
}
