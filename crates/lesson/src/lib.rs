//! Lessons: the format, its loader, goals, and a runner that looks on while an account is played with.
//!
//! A lesson is pure data: `lesson.json`, and its words in `en.md` beside it. [`load`] reads both and reports every
//! mistake with its place and its fix. A [`Runner`] is then shown the account (anything [`Observed`]) at every whole
//! second of model time and says where the learner stands. It knows no DOM, no wall clock and no randomness.

mod account;
mod allow;
pub mod check;
mod error;
#[cfg(test)]
mod fake;
pub mod format;
mod goal;
mod ledger;
mod load;
pub mod observed;
mod phrases;
mod progress;
pub mod prose;
mod reference;
mod resolve;
mod runner;
mod script;
mod set_up;
mod show;
pub mod view;
mod vocabulary;

pub use allow::Refusal;
pub use error::{Code, LoadError};
pub use format::{FORMAT_VERSION, Lesson};
pub use goal::{GoalProgress, LONGEST_WINDOW_S, MIN_REQUESTS, Opening};
pub use ledger::{Outage, Parts};
pub use load::{DEPTH, FILE_BYTES, load};
pub use observed::Observed;
pub use progress::{Prediction, Progress, StepProgress};
pub use prose::{Block, Inline, plain, strings};
pub use reference::Fact;
pub use resolve::fill_line;
pub use runner::{CERTAINTY, CHECK_EVERY, CHECK_EVERY_SLOWED, News, OWN_WORDS_CHARS, Runner};
pub use script::{Command, Line};
pub use set_up::{Trouble, set_up};
pub use view::LessonView;
pub use vocabulary::Vocabulary;
