//! Topics, subscriptions, messages.

use crate::shape::shapes;

/// How a subscriber is reached.
pub const PROTOCOLS: &[&str] = &["email"];

shapes! {
    /// Makes a topic; one of the same name is answered again.
    pub struct CreateTopicInput {
        /// At most 256 letters, digits, hyphens and underscores.
        name: Option<String> = "Name" required,
    }
    without "Attributes Tags DataProtectionPolicy"

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

    /// Lists topics.
    pub struct ListTopicsInput {
    }
    without "NextToken"

    /// The topics.
    pub struct ListTopicsOutput {
        /// In the order in which they were made.
        topics: Vec<Topic> = "Topics" always,
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
        /// Whether to answer with the ARN even before it is confirmed.
        return_subscription_arn: Option<bool> = "ReturnSubscriptionArn" default("false"),
    }
    without "Attributes"

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

    /// Lists subscriptions.
    pub struct ListSubscriptionsInput {
    }
    without "NextToken"

    /// The subscriptions.
    pub struct ListSubscriptionsOutput {
        /// In the order in which they were made.
        subscriptions: Vec<Subscription> = "Subscriptions" always,
    }

    /// Lists the subscriptions to a topic.
    pub struct ListSubscriptionsByTopicInput {
        /// Which.
        topic_arn: Option<String> = "TopicArn" required,
    }
    without "NextToken"

    /// The subscriptions.
    pub struct ListSubscriptionsByTopicOutput {
        /// In the order in which they were made.
        subscriptions: Vec<Subscription> = "Subscriptions" always,
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

    /// Sends a message to all who are subscribed to a topic.
    pub struct PublishInput {
        /// The topic.
        topic_arn: Option<String> = "TopicArn",
        /// The message.
        message: Option<String> = "Message" required,
        /// The subject of mails, less than 100 characters.
        subject: Option<String> = "Subject" length(0..=99),
    }
    without "TargetArn PhoneNumber MessageStructure MessageAttributes MessageDeduplicationId MessageGroupId"

    /// The message.
    pub struct PublishOutput {
        /// Its id.
        message_id: Option<String> = "MessageId",
    }
}
