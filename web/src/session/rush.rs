//! Time that passes as fast as can be watched, until a moment at which there is something to be seen.

use des::{SimDuration, SimTime};
use lesson::format::Pace;

use super::Session;

/// How long a rush takes, in real seconds, however much time passes in it.
const LASTS_S: f64 = 3.0;

/// Model seconds in a real second while a twin run is prepared.
const PREPARING: f64 = 120.0;

/// Until when, and how fast: in model seconds in a real second.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rush {
    until: SimTime,
    speed: f64,
}

impl Session {
    /// Lets time pass until then, and stands still there.
    pub(super) fn rush_until(&mut self, until: SimTime) {
        let now = self.simulation.now();
        let Some(lesson) = self.lesson.as_mut().filter(|_| until > now) else {
            return;
        };
        lesson.rush = Some(Rush {
            until,
            speed: until.since(now).as_secs_f64() / LASTS_S,
        });
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

    /// How fast time passes at least.
    pub(super) fn rush_speed(&self) -> f64 {
        let rush = self.lesson.as_ref().and_then(|lesson| lesson.rush);
        // Nobody waits for what is only prepared.
        let preparing = if self.is_preparing() { PREPARING } else { 0.0 };
        rush.map_or(preparing, |rush| rush.speed)
    }

    /// How much of the time that is due passes in this frame: a rush ends when it is to end.
    pub(super) fn rushed(&self, due: SimDuration) -> SimDuration {
        let rush = self.lesson.as_ref().and_then(|lesson| lesson.rush);
        rush.map_or(due, |rush| due.min(rush.until.since(self.simulation.now())))
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
