//! What can be done with a run's past: go back to any moment of it, take back what was done, and try another way from there.
//!
//! A run is a world and a journal. A [`History`] stands beside the one [`cloud::Simulation`] that is shown and knows more than it: all
//! that was done up to the end of the run, and copies of it on the way, so that no moment is far from one.
//!
//! ```text
//!            ▼ copy        ▼ copy        ▼ copy       end
//! first run ─●─────────────●──────●──────●────────────┤
//!                          │      └ cursor: the simulation that is shown
//!                          └─ ─ ─ ─ another way ─ ─ ┤
//! ```
//!
//! Going somewhere is: take the copy before it, and let it do again what the journal says. Taking back is: leave an entry out
//! of the journal, and go where one was. What comes in while the cursor is in the past parts from there as a run of its own;
//! the one it parts from stays as it was.

mod branch;
mod checkpoints;
mod edit;
mod history;
mod measured;
mod replay;
mod twin;

pub use branch::{BranchId, Parted};
pub use edit::Edited;
pub use history::{History, Shown};
pub use measured::Measured;
pub use twin::{Twin, is_of_the_world};
