//! Messages to topics.

use api::ApiError;
use api::sns::{
    BatchResultErrorEntry, PublishBatchInput, PublishBatchOutput, PublishBatchRequestEntry,
    PublishBatchResultEntry, PublishInput, PublishOutput,
};

use super::{invalid, topic};
use crate::Cloud;
use crate::fact::FactId;
use crate::sns::{Message, defaults};

pub(super) fn publish(cloud: &mut Cloud, input: &PublishInput) -> Result<PublishOutput, ApiError> {
    let arn = input
        .topic_arn
        .as_deref()
        .ok_or_else(|| invalid("TopicArn or TargetArn Reason: no value for required parameter"))?;
    topic(cloud, Some(arn))?;
    let text = input.message.as_deref().unwrap_or_default();
    check(text, input.subject.as_deref())?;
    let cause = cloud.accept();
    let message_id = send(cloud, arn, text, input.subject.as_deref(), cause)?;
    Ok(PublishOutput {
        message_id: Some(message_id),
    })
}

fn check(text: &str, subject: Option<&str>) -> Result<(), ApiError> {
    if text.is_empty() {
        return Err(invalid("Empty message"));
    }
    if text.len() > defaults::MESSAGE_MAX {
        return Err(invalid("Message too long"));
    }
    let Some(subject) = subject else {
        return Ok(());
    };
    let begins =
        subject.starts_with(|letter: char| letter.is_ascii_alphanumeric() || letter.is_ascii_punctuation());
    let plain = subject
        .chars()
        .all(|letter| letter.is_ascii() && !letter.is_ascii_control());
    if begins && plain && subject.len() <= defaults::SUBJECT_MAX {
        return Ok(());
    }
    Err(invalid("Subject"))
}

fn send(
    cloud: &mut Cloud,
    arn: &str,
    text: &str,
    subject: Option<&str>,
    cause: FactId,
) -> Result<String, ApiError> {
    let message = Message {
        subject: subject.unwrap_or("AWS Notification Message"),
        text,
        plain: None,
    };
    let sent = cloud.notify(arn, message, cause);
    sent.map_err(|why| ApiError::new("NotFound", why))?;
    Ok(cloud.message_id())
}

/// Each message is sent or not, whatever becomes of the others.
pub(super) fn publish_batch(
    cloud: &mut Cloud,
    input: &PublishBatchInput,
) -> Result<PublishBatchOutput, ApiError> {
    let arn = input.topic_arn.as_deref().unwrap_or_default();
    topic(cloud, Some(arn))?;
    check_batch(&input.entries)?;
    let cause = cloud.accept();
    let mut output = PublishBatchOutput::default();
    for entry in &input.entries {
        let (text, subject) = (
            entry.message.as_deref().unwrap_or_default(),
            entry.subject.as_deref(),
        );
        match check(text, subject).and_then(|()| send(cloud, arn, text, subject, cause)) {
            Ok(message_id) => output.successful.push(PublishBatchResultEntry {
                id: entry.id.clone(),
                message_id: Some(message_id),
            }),
            Err(error) => output.failed.push(BatchResultErrorEntry {
                id: entry.id.clone(),
                code: Some(error.code.to_owned()),
                message: Some(error.message),
                sender_fault: Some(true),
            }),
        }
    }
    Ok(output)
}

fn check_batch(entries: &[PublishBatchRequestEntry]) -> Result<(), ApiError> {
    if entries.len() > defaults::BATCH_MAX {
        let message = "The batch request contains more entries than permissible.";
        return Err(ApiError::new("TooManyEntriesInBatchRequest", message));
    }
    let mut ids: Vec<_> = entries.iter().map(|entry| entry.id.as_deref()).collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.len() < entries.len() {
        let message = "Two or more batch entries in the request have the same Id.";
        return Err(ApiError::new("BatchEntryIdsNotDistinct", message));
    }
    Ok(())
}
