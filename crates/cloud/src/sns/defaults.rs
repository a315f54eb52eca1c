//! Limits of Amazon SNS, each with its unit and source.

/// Mails that can be read again. Our choice.
pub const MAILS_KEPT: usize = 500;
/// Characters of a topic's name. Source: Amazon SNS API Reference, CreateTopic.
pub const NAME_MAX: usize = 256;
