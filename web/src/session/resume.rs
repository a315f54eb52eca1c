//! Plays a run again, a piece at a time, so that the page does not freeze: seed and moves lead to the same moment.

use std::collections::VecDeque;

use des::SimTime;

use super::Session;
use crate::progress::{Made, Move, Trail};

/// A run on its way back to where it was left.
pub struct Resuming {
    session: Session,
    left: VecDeque<Made>,
    begun: SimTime,
    until: SimTime,
}

impl Resuming {
    /// From the beginning of a lesson to where `trail` was left.
    #[must_use]
    pub fn begin(session: Session, trail: Trail) -> Self {
        Self {
            begun: session.simulation.now(),
            session,
            left: trail.moves.into(),
            until: trail.now,
        }
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
        self.session
    }
}

impl Session {
    fn redo(&mut self, what: &Move) {
        match what {
            Move::Panel(input) => self.panel_input(input),
            Move::Call(line) => {
                if let Ok(Some(cli::Line::Call(call))) = cli::parse(line) {
                    // It was accepted then; if it is refused now, the run says so itself.
                    let _ = self.door(call);
                    self.look();
                }
            }
        }
    }
}
