//! The dots: from places on wires to pixels.
//!
//! Dots are stamped as ready-made pixels into one buffer that is put onto the canvas in one call, since that costs a
//! tenth of drawing each of them with the canvas's own shapes where there is no graphics card.

pub mod fleet;
pub mod measure;
pub mod painter;
pub mod palette;
pub mod route;
pub mod stamp;
pub mod surface;
pub mod wiring;

pub use measure::{measure, place_name};
pub use painter::Painter;
pub use wiring::Wiring;
