//! What is kept of a learner's way through the course, in this browser and nowhere else.
//!
//! A lesson's run is its seed and what the learner did, each deed with its model time: played again, they lead to the same
//! moment. Beside it stands how far each lesson has come, for the map.

pub mod deed;
pub mod keep;
pub mod record;
pub mod results;
pub mod standing;
pub mod store;

pub use deed::{Deed, Done};
pub use record::Record;
pub use standing::{Course, Standing};
