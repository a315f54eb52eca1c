//! Messages.

use crate::shape::shapes;

shapes! {
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

    /// Sends up to ten messages at once.
    pub struct PublishBatchInput {
        /// The topic.
        topic_arn: Option<String> = "TopicArn" required,
        /// The messages.
        entries: Vec<PublishBatchRequestEntry> = "PublishBatchRequestEntries" required,
    }

    /// One message of several.
    pub struct PublishBatchRequestEntry {
        /// A name for it in the answer.
        id: Option<String> = "Id" required,
        /// The message.
        message: Option<String> = "Message" required,
        /// The subject of mails, less than 100 characters.
        subject: Option<String> = "Subject",
    }
    without "MessageStructure MessageAttributes MessageDeduplicationId MessageGroupId"

    /// What became of them.
    pub struct PublishBatchOutput {
        /// Those that were sent.
        successful: Vec<PublishBatchResultEntry> = "Successful" always,
        /// Those that were not.
        failed: Vec<BatchResultErrorEntry> = "Failed" always,
    }

    /// A message that was sent.
    pub struct PublishBatchResultEntry {
        /// Its name.
        id: Option<String> = "Id",
        /// Its id.
        message_id: Option<String> = "MessageId",
    }
    without "SequenceNumber"

    /// A message that was not sent.
    pub struct BatchResultErrorEntry {
        /// Its name.
        id: Option<String> = "Id",
        /// The error's code.
        code: Option<String> = "Code",
        /// In a sentence.
        message: Option<String> = "Message",
        /// Whether it was the sender's fault.
        sender_fault: Option<bool> = "SenderFault",
    }
}
