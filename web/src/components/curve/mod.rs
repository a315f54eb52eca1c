//! A curve that is drawn before the run, and afterwards held against it: the drawing, the numbers, the gap in words.

pub mod fields;
pub mod lines;
pub mod plot;
pub mod table;

pub use self::fields::fields;
pub use self::plot::Plot;
