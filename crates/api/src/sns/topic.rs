//! Topics and subscriptions.

use super::Tag;
use crate::Map;
use crate::shape::shapes;

/// How a subscriber is reached.
pub const PROTOCOLS: &[&str] = &["email", "email-json"];

shapes! {
    /// Makes a topic; one of the same name is answered again.
    pub struct CreateTopicInput {
        /// At most 256 letters, digits, hyphens and underscores.
        name: Option<String> = "Name" required,
        /// `DisplayName` alone.
        attributes: Map<String> = "Attributes",
        /// Labels.
        tags: Vec<Tag> = "Tags" length(0..=50),
    }
    without "DataProtectionPolicy"

    /// The topic.
    pub struct CreateTopicOutput {
        /// Its name among all resources of AWS.
        topic_arn: Option<String> = "TopicArn",
    }

    /// Deletes a topic with its subscriptions.
    pub struct DeleteTopicInput {
        /// Which.
        topic_arn: Option<String> = "TopicArn" required,
    }

    /// Lists topics, a hundred at once.
    pub struct ListTopicsInput {
        /// Where the last answer ended.
        next_token: Option<String> = "NextToken",
    }

    /// The topics.
    pub struct ListTopicsOutput {
        /// In the order in which they were made.
        topics: Vec<Topic> = "Topics" always,
        /// If there are more, where to go on.
        next_token: Option<String> = "NextToken",
    }

    /// A topic.
    pub struct Topic {
        /// Its name among all resources of AWS.
        topic_arn: Option<String> = "TopicArn",
    }

    /// Subscribes someone; mail must be confirmed first.
    pub struct SubscribeInput {
        /// To which topic.
        topic_arn: Option<String> = "TopicArn" required,
        /// How they are reached.
        protocol: Option<String> = "Protocol" required one_of(PROTOCOLS),
        /// Where.
        endpoint: Option<String> = "Endpoint",
        /// `RawMessageDelivery` alone.
        attributes: Map<String> = "Attributes",
        /// Whether to answer with the ARN even before it is confirmed.
        return_subscription_arn: Option<bool> = "ReturnSubscriptionArn" default("false"),
    }

    /// The subscription.
    pub struct SubscribeOutput {
        /// Its ARN, or `pending confirmation`.
        subscription_arn: Option<String> = "SubscriptionArn",
    }

    /// Confirms a subscription with the token that was mailed.
    pub struct ConfirmSubscriptionInput {
        /// To which topic.
        topic_arn: Option<String> = "TopicArn" required,
        /// The token.
        token: Option<String> = "Token" required,
    }
    without "AuthenticateOnUnsubscribe"

    /// The subscription.
    pub struct ConfirmSubscriptionOutput {
        /// Its ARN.
        subscription_arn: Option<String> = "SubscriptionArn",
    }

    /// Ends a subscription.
    pub struct UnsubscribeInput {
        /// Which.
        subscription_arn: Option<String> = "SubscriptionArn" required,
    }

    /// Lists subscriptions, a hundred at once.
    pub struct ListSubscriptionsInput {
        /// Where the last answer ended.
        next_token: Option<String> = "NextToken",
    }

    /// The subscriptions.
    pub struct ListSubscriptionsOutput {
        /// In the order in which they were made.
        subscriptions: Vec<Subscription> = "Subscriptions" always,
        /// If there are more, where to go on.
        next_token: Option<String> = "NextToken",
    }

    /// Lists the subscriptions to a topic.
    pub struct ListSubscriptionsByTopicInput {
        /// Which.
        topic_arn: Option<String> = "TopicArn" required,
        /// Where the last answer ended.
        next_token: Option<String> = "NextToken",
    }

    /// The subscriptions.
    pub struct ListSubscriptionsByTopicOutput {
        /// In the order in which they were made.
        subscriptions: Vec<Subscription> = "Subscriptions" always,
        /// If there are more, where to go on.
        next_token: Option<String> = "NextToken",
    }

    /// A subscription.
    pub struct Subscription {
        /// Its ARN, or `PendingConfirmation`.
        subscription_arn: Option<String> = "SubscriptionArn",
        /// The account.
        owner: Option<String> = "Owner",
        /// How they are reached.
        protocol: Option<String> = "Protocol",
        /// Where.
        endpoint: Option<String> = "Endpoint",
        /// The topic.
        topic_arn: Option<String> = "TopicArn",
    }
}
