//! What is kept of a learner's way through the course, in this browser and nowhere else.
//!
//! A run's trail is its seed and the learner's moves, each with its model time: played again, they lead to the same
//! moment. Packed, it is a link that anybody can open. Beside it stands how far each lesson has come, for the map.

pub mod headway;
pub mod keep;
pub mod link;
pub mod moves;
pub mod results;
pub mod store;
pub mod trail;

pub use headway::{Course, Headway};
pub use moves::{Made, Move};
pub use trail::Trail;
