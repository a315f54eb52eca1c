//! What can become so in Amazon EC2 Auto Scaling.

/// What became so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {}
