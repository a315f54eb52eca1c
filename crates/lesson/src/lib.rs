//! Lessons: the format, its loader, goals, and a runner that looks on while an account is played with.
//!
//! A lesson is pure data: `lesson.json`, and its words in `en.md` beside it. [`load`] reads both and reports every
//! mistake with its place and its fix. A [`Runner`] is then shown the account (anything [`Observed`]) at every whole
//! second of model time and says where the learner stands. It knows no DOM, no wall clock and no randomness.

mod account;
mod allow;
pub mod check;
mod course;
mod error;
#[cfg(test)]
mod fake;
mod files;
pub mod format;
mod glance;
mod goal;
mod latency;
mod ledger;
mod load;
mod migrate;
mod named;
pub mod observed;
mod param;
mod phrases;
pub mod play;
mod progress;
pub mod prose;
mod reference;
mod resolve;
pub mod results;
mod runner;
mod schema;
mod score;
mod script;
mod show;
mod translation;
pub mod view;
mod vocabulary;

pub use allow::Refusal;
pub use course::{Course, Entry};
pub use error::{Code, LoadError, Report};
pub use files::LessonFiles;
pub use format::{FORMAT_VERSION, Lesson};
pub use goal::{GoalProgress, LONGEST_WINDOW_S, MIN_REQUESTS, Opening};
pub use ledger::{Outage, Parts};
pub use load::{DEPTH, FILE_BYTES, PROSE_BYTES, Texts, examine, load};
pub use observed::Observed;
pub use param::Param;
pub use play::{Director, Learner, Play, SetUp, SettingUp, Trouble, Walked, set_up};
pub use progress::{Prediction, Progress, StepProgress};
pub use prose::{Block, Inline, plain, strings};
pub use reference::Fact;
pub use resolve::fill_line;
pub use results::{Difference, NoResults, RESULTS_BYTES, RESULTS_VERSION, Replayed, Results, replay};
pub use runner::{CERTAINTY, CHECK_EVERY, CHECK_EVERY_SLOWED, News, OWN_WORDS_CHARS, Runner, ShapeMiss};
pub use schema::schema;
pub use script::Line;
pub use show::Unfilled;
pub use translation::{SOURCE_LANGUAGE, Translation, stamp};
pub use view::LessonView;
pub use vocabulary::Vocabulary;
