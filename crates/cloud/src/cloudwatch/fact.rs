//! What can become so in Amazon CloudWatch.

/// What became so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {}
