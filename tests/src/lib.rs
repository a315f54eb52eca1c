//! What the tests of the whole share.

pub mod chance;
pub mod runs;
