//! Time that passes as fast as can be watched, until a moment at which there is something to be seen.

use des::{SimDuration, SimTime};
use lesson::format::Pace;

use super::Session;

/// Frames that a rush takes, however long it is: about three seconds.
const FRAMES: u64 = 180;

/// Model time that passes in a frame while a twin run is prepared.
const PREPARING: SimDuration = SimDuration::from_secs(2);

/// Until when, and how much of it passes in a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rush {
    until: SimTime,
    a_frame: SimDuration,
}

impl Session {
    /// Lets time pass until then, and stands still there.
    pub(super) fn rush_until(&mut self, until: SimTime) {
        let now = self.simulation.now();
        let Some(lesson) = self.lesson.as_mut().filter(|_| until > now) else {
            return;
        };
        let a_frame = SimDuration::from_micros(until.since(now).as_micros() / FRAMES + 1);
        lesson.rush = Some(Rush { until, a_frame });
        self.go_on();
    }

    /// Lets time pass.
    pub(super) fn go_on(&mut self) {
        let speed = self.pace.and_then(|pace| pace.speed);
        self.pace = Some(Pace { speed, pause: false });
    }

    /// Lets time pass until there is something to be seen in the step that is shown.
    pub fn run_until(&mut self) {
        self.back_to_lesson();
        let Some(lesson) = &self.lesson else { return };
        let step = lesson.director.runner().view(&self.simulation).step;
        if let Some(left) = step.run_until {
            self.rush_until(self.simulation.now() + left);
        }
    }

    /// How much time passes in this frame, where `due` would pass without a rush.
    pub(super) fn rushed(&self, due: SimDuration) -> SimDuration {
        // Nobody waits for what is only prepared.
        let due = if self.is_preparing() {
            due.max(PREPARING)
        } else {
            due
        };
        let rush = self.lesson.as_ref().and_then(|lesson| lesson.rush);
        rush.map_or(due, |rush| {
            rush.until.since(self.simulation.now()).min(rush.a_frame.max(due))
        })
    }

    /// Stands still where the rush was to end.
    pub(super) fn end_rush(&mut self) {
        let now = self.simulation.now();
        let Some(lesson) = &mut self.lesson else { return };
        if lesson.rush.take_if(|rush| rush.until <= now).is_some() {
            self.rest();
        }
    }

    /// Time is the learner's again.
    pub fn give_up_rush(&mut self) {
        self.chase = None;
        if let Some(lesson) = &mut self.lesson {
            lesson.rush = None;
        }
    }
}
