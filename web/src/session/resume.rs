//! Plays a run again, a piece at a time, so that the page does not freeze: seed and moves lead to the same moment.

use std::collections::VecDeque;

use api::Call;
use cloud::{Caller, Input};
use des::SimTime;

use super::Session;
use crate::progress::{Made, Move, Trail};
use crate::text::player_text;

/// A run on its way back to where it was left.
pub struct Resuming {
    session: Session,
    left: VecDeque<Made>,
    begun: SimTime,
    until: SimTime,
    /// Events that had happened by then, if somebody else made the run.
    events: Option<u64>,
}

impl Resuming {
    /// From the beginning of a lesson or an account to where `trail` was left.
    #[must_use]
    pub fn begin(mut session: Session, trail: Trail) -> Self {
        if trail.left.is_some() {
            session.leave_lesson(trail.left);
        }
        Self {
            begun: session.simulation.now(),
            session,
            left: trail.moves.into(),
            until: trail.now,
            events: trail.events,
        }
    }

    /// The session on its way.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Goes on for so many events; true once it is there. What the account does not take any more is passed over: the
    /// run goes on from what became of it.
    pub fn go_on(&mut self, events: u64) -> bool {
        let last = self.happened() + events;
        loop {
            let next = self.left.front().map_or(self.until, |done| done.at);
            let left = last.saturating_sub(self.happened());
            if left == 0 || !self.session.pass(next, left) {
                return false;
            }
            match self.left.pop_front() {
                Some(done) => self.session.redo(&done.what),
                None => return true,
            }
        }
    }

    fn happened(&self) -> u64 {
        self.session.simulation.cloud().events_happened()
    }

    /// How far it has come, in percent.
    #[must_use]
    pub fn percent(&self) -> u32 {
        let whole = self.until.since(self.begun).as_secs_f64();
        let done = self.session.simulation.now().since(self.begun).as_secs_f64();
        if whole > 0.0 {
            (100.0 * done / whole) as u32
        } else {
            100
        }
    }

    /// The session, standing still.
    #[must_use]
    pub fn into_session(mut self) -> Session {
        self.session.rest();
        let words = &player_text().past;
        match self.events {
            Some(events) if events == self.happened() => self.session.notify(words.shared),
            Some(_) => self.session.notify(words.shared_differs),
            // A lesson says itself where it stands.
            None if self.session.has_lesson() => {}
            None => self.session.tell_of_time(words.as_left.to_owned()),
        }
        self.session
    }
}

impl Session {
    fn redo(&mut self, what: &Move) {
        match what {
            Move::Panel(input) => self.panel_input(input),
            Move::Call(line) => self.redo_call(Caller::Learner, line),
            Move::Scenario(line) => self.redo_call(Caller::Lesson, line),
        }
    }

    fn redo_call(&mut self, caller: Caller, line: &str) {
        let input = match cli::parse(line) {
            Ok(Some(cli::Line::Call(Call::Write(call)))) => Input::Api(call),
            Ok(Some(cli::Line::Call(Call::World(call)))) => Input::World(call),
            _ => return,
        };
        // It was accepted then; if it is refused now, the run says so itself.
        let _ = self.let_in(caller, input);
        self.look();
    }
}
