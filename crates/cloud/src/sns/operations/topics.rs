//! Topics: made, deleted, listed; messages to them.

use api::ApiError;
use api::sns::{
    CreateTopicInput, CreateTopicOutput, DeleteTopicInput, ListTopicsOutput, PublishInput, PublishOutput,
    Topic as TopicShape,
};
use des::Stream;

use super::{invalid, topic};
use crate::Cloud;
use crate::sns::{Topic, defaults};

const MESSAGE: Stream = Stream::named("sns/message");

pub(super) fn create(cloud: &mut Cloud, input: &CreateTopicInput) -> Result<CreateTopicOutput, ApiError> {
    let name = input.name.as_deref().unwrap_or_default();
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
    if name.is_empty() || name.len() > defaults::NAME_MAX || !name.chars().all(allowed) {
        return Err(invalid("Topic Name"));
    }
    let known = cloud.sns.topics().any(|(_, topic)| topic.name == name);
    cloud.accept();
    let topic = Topic {
        name: name.to_owned(),
        deleted: false,
    };
    let topic_arn = Some(cloud.topic_arn(&topic));
    if !known {
        cloud.sns.all_topics.push(topic);
    }
    Ok(CreateTopicOutput { topic_arn })
}

/// A topic that is not there is as good as deleted.
pub(super) fn delete(cloud: &mut Cloud, input: &DeleteTopicInput) -> Result<(), ApiError> {
    let found = match topic(cloud, input.topic_arn.as_deref().unwrap_or_default()) {
        Err(error) if error.code == "NotFound" => None,
        found => Some(found?),
    };
    cloud.accept();
    if let Some(place) = found {
        cloud.sns.all_topics[place].deleted = true;
    }
    Ok(())
}

pub(super) fn list(cloud: &Cloud) -> ListTopicsOutput {
    let topic = |(_, topic)| TopicShape {
        topic_arn: Some(cloud.topic_arn(topic)),
    };
    ListTopicsOutput {
        topics: cloud.sns.topics().map(topic).collect(),
    }
}

pub(super) fn publish(cloud: &mut Cloud, input: &PublishInput) -> Result<PublishOutput, ApiError> {
    let arn = input
        .topic_arn
        .as_deref()
        .ok_or_else(|| invalid("TopicArn or TargetArn Reason: no value for required parameter"))?;
    topic(cloud, arn)?;
    let message = input.message.clone().unwrap_or_default();
    if message.is_empty() {
        return Err(invalid("Empty message"));
    }
    let cause = cloud.accept();
    let subject = input
        .subject
        .clone()
        .unwrap_or_else(|| "AWS Notification Message".to_owned());
    cloud
        .notify(arn, &subject, &message, cause)
        .map_err(|why| ApiError::new("NotFound", why))?;
    let bits = cloud.seed.draw(MESSAGE, cloud.sns.published, 0).bits();
    Ok(PublishOutput {
        message_id: Some(format!(
            "{:08x}-{:04x}-5000-8000-{:012x}",
            bits >> 32,
            bits >> 16 & 0xffff,
            bits & 0xffff_ffff_ffff
        )),
    })
}
