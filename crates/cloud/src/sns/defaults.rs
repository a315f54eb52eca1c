//! Limits of Amazon SNS, each with its unit and source.

use des::SimDuration;

/// Mails that can be read again. Our choice.
pub const MAILS_KEPT: usize = 500;
/// Characters of a topic's name. Source: Amazon SNS API Reference, CreateTopic.
pub const NAME_MAX: usize = 256;
/// Characters of a topic's `DisplayName`. Source: Amazon SNS API Reference, SetTopicAttributes.
pub const DISPLAY_NAME_MAX: usize = 100;
/// Bytes of a message: 256 KiB. Source: Amazon SNS API Reference, Publish.
pub const MESSAGE_MAX: usize = 262_144;
/// Characters of a subject: less than 100. Source: the same.
pub const SUBJECT_MAX: usize = 99;
/// Messages of one `PublishBatch`. Source: Amazon SNS API Reference, PublishBatch.
pub const BATCH_MAX: usize = 10;
/// How long a token confirms: two days. Source: Amazon SNS API Reference, Subscribe.
pub const TOKEN_VALID: SimDuration = SimDuration::from_secs(2 * 86_400);
/// Topics of an account. Source: Amazon SNS endpoints and quotas.
pub const TOPICS_MAX: usize = 100_000;
/// Topics or subscriptions that one answer lists. Source: Amazon SNS API Reference, ListTopics.
pub const LISTED_AT_ONCE: usize = 100;
/// Labels of a topic. Source: Amazon SNS API Reference, TagResource.
pub const TAGS_MAX: usize = 50;
