//! Attributes and labels of topics and subscriptions.

use crate::Map;
use crate::shape::shapes;

shapes! {
    /// Tells the attributes of a topic.
    pub struct GetTopicAttributesInput {
        /// Which.
        topic_arn: Option<String> = "TopicArn" required,
    }

    /// The attributes.
    pub struct GetTopicAttributesOutput {
        /// By name.
        attributes: Map<String> = "Attributes",
    }

    /// Sets an attribute of a topic.
    pub struct SetTopicAttributesInput {
        /// Which topic.
        topic_arn: Option<String> = "TopicArn" required,
        /// `DisplayName`.
        attribute_name: Option<String> = "AttributeName" required,
        /// Its value; none if left out.
        attribute_value: Option<String> = "AttributeValue",
    }

    /// Tells the attributes of a subscription.
    pub struct GetSubscriptionAttributesInput {
        /// Which.
        subscription_arn: Option<String> = "SubscriptionArn" required,
    }

    /// The attributes.
    pub struct GetSubscriptionAttributesOutput {
        /// By name.
        attributes: Map<String> = "Attributes",
    }

    /// Sets an attribute of a subscription.
    pub struct SetSubscriptionAttributesInput {
        /// Which subscription.
        subscription_arn: Option<String> = "SubscriptionArn" required,
        /// `RawMessageDelivery`.
        attribute_name: Option<String> = "AttributeName" required,
        /// Its value.
        attribute_value: Option<String> = "AttributeValue",
    }

    /// Puts labels on a topic.
    pub struct TagResourceInput {
        /// Which.
        resource_arn: Option<String> = "ResourceArn" required length(1..=1_011),
        /// The labels.
        tags: Vec<Tag> = "Tags" required,
    }

    /// Takes labels off a topic.
    pub struct UntagResourceInput {
        /// Which.
        resource_arn: Option<String> = "ResourceArn" required length(1..=1_011),
        /// Their keys.
        tag_keys: Vec<String> = "TagKeys" required,
    }

    /// Lists the labels of a topic.
    pub struct ListTagsForResourceInput {
        /// Which.
        resource_arn: Option<String> = "ResourceArn" required length(1..=1_011),
    }

    /// The labels.
    pub struct ListTagsForResourceOutput {
        /// In the order in which they were put on.
        tags: Vec<Tag> = "Tags" always,
    }

    /// A label.
    pub struct Tag {
        /// At most 128 characters.
        key: Option<String> = "Key" required length(1..=128),
        /// At most 256 characters.
        value: Option<String> = "Value" required length(0..=256),
    }
}
