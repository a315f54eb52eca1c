//! Topics: made, deleted, listed.

use api::ApiError;
use api::sns::{
    CreateTopicInput, CreateTopicOutput, DeleteTopicInput, ListTopicsInput, ListTopicsOutput,
    Topic as TopicShape,
};

use super::attributes::check_display_name;
use super::tags::read_tags;
use super::{invalid, page, topic};
use crate::Cloud;
use crate::sns::{Topic, defaults};

/// A topic of the same name is answered again, if it is the same.
pub(super) fn create(cloud: &mut Cloud, input: &CreateTopicInput) -> Result<CreateTopicOutput, ApiError> {
    let topic = read(input)?;
    let known = cloud.sns.topics().find(|(_, known)| known.name == topic.name);
    match known {
        Some((_, known)) if !topic.tags.is_empty() && known.tags != topic.tags => {
            return Err(invalid("Tags Reason: Topic already exists with different tags"));
        }
        Some((_, known)) if !topic.display_name.is_empty() && known.display_name != topic.display_name => {
            return Err(invalid(
                "Attributes Reason: Topic already exists with different attributes",
            ));
        }
        None if cloud.sns.topics().count() >= defaults::TOPICS_MAX => {
            return Err(ApiError::new("TopicLimitExceeded", "Topic limit exceeded"));
        }
        _ => {}
    }
    let is_new = known.is_none();
    cloud.accept();
    let topic_arn = Some(cloud.topic_arn(&topic));
    if is_new {
        cloud.sns.all_topics.push(topic);
    }
    Ok(CreateTopicOutput { topic_arn })
}

fn read(input: &CreateTopicInput) -> Result<Topic, ApiError> {
    let name = input.name.as_deref().unwrap_or_default();
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
    if name.is_empty() || name.len() > defaults::NAME_MAX || !name.chars().all(allowed) {
        return Err(invalid("Topic Name"));
    }
    let mut display_name = String::new();
    for (attribute, value) in &input.attributes.0 {
        if attribute != "DisplayName" {
            return Err(invalid(&format!(
                "Attributes Reason: Unknown attribute {attribute}"
            )));
        }
        check_display_name(value)?;
        display_name.clone_from(value);
    }
    Ok(Topic {
        name: name.to_owned(),
        display_name,
        tags: read_tags(&input.tags)?,
        deleted: false,
    })
}

/// A topic that is not there is as good as deleted.
pub(super) fn delete(cloud: &mut Cloud, input: &DeleteTopicInput) -> Result<(), ApiError> {
    let found = match topic(cloud, input.topic_arn.as_deref()) {
        Err(error) if error.code == "NotFound" => None,
        found => Some(found?),
    };
    cloud.accept();
    if let Some(place) = found {
        cloud.sns.all_topics[place].deleted = true;
    }
    Ok(())
}

pub(super) fn list(cloud: &Cloud, input: &ListTopicsInput) -> Result<ListTopicsOutput, ApiError> {
    let topic = |(_, topic)| TopicShape {
        topic_arn: Some(cloud.topic_arn(topic)),
    };
    let (topics, next_token) = page(cloud.sns.topics().map(topic), input.next_token.as_deref())?;
    Ok(ListTopicsOutput { topics, next_token })
}
