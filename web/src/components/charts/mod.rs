//! Charts: drawn by a small module of our own, as paths that the browser stretches.

mod board;
mod export;
pub mod plot;
mod row;
mod strip;
mod table;

pub use board::{Charts, Props};
