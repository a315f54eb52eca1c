//! Playing a lesson: its account is set up, time passes, the learner and the world do what they do.
//!
//! A [`Director`] lets time pass for an account that somebody else holds, as the page does; a [`Play`] holds its own
//! and goes as fast as it goes, as checkers and tests want it.

mod director;
mod headless;
mod learner;
mod script;
mod set_up;
mod solution;
mod trouble;

pub use director::Director;
pub use headless::Play;
pub use learner::{Learner, NOT_IN_THIS_STEP};
pub use set_up::{SET_UP_EVENTS, SET_UP_TIME, SetUp, SettingUp, set_up};
pub use solution::Walked;
pub use trouble::Trouble;
