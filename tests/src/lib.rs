//! What the tests of the whole share.

pub mod anyone;
pub mod chance;
pub mod runs;
pub mod soak;
pub mod web;
