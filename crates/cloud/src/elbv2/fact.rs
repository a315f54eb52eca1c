//! What can become so in Elastic Load Balancing.

/// What became so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {}
