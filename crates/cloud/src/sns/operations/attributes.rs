//! Attributes of topics and subscriptions. Policies are not modelled.

use api::sns::{
    GetSubscriptionAttributesInput, GetSubscriptionAttributesOutput, GetTopicAttributesInput,
    GetTopicAttributesOutput, SetSubscriptionAttributesInput, SetTopicAttributesInput,
};
use api::{ApiError, Map};

use super::{defaults, invalid, subscription, topic};
use crate::Cloud;
use crate::ec2::defaults::ACCOUNT_ID;
use crate::sns::Subscription;

pub(super) fn topic_attributes(
    cloud: &Cloud,
    input: &GetTopicAttributesInput,
) -> Result<GetTopicAttributesOutput, ApiError> {
    let place = topic(cloud, input.topic_arn.as_deref())?;
    let topic = &cloud.sns.all_topics[place];
    let mine = cloud
        .sns
        .all_subscriptions
        .iter()
        .filter(|one| one.topic == place);
    let count =
        |wanted: fn(&Subscription) -> bool| mine.clone().filter(|one| wanted(one)).count().to_string();
    let attributes = [
        ("TopicArn", cloud.topic_arn(topic)),
        ("Owner", ACCOUNT_ID.to_owned()),
        ("DisplayName", topic.display_name.clone()),
        ("SubscriptionsConfirmed", count(|one| !one.ended && one.confirmed)),
        ("SubscriptionsPending", count(|one| !one.ended && !one.confirmed)),
        ("SubscriptionsDeleted", count(|one| one.ended)),
    ];
    Ok(GetTopicAttributesOutput {
        attributes: map(attributes),
    })
}

fn map<const N: usize>(attributes: [(&str, String); N]) -> Map<String> {
    attributes
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

pub(super) fn set_topic(cloud: &mut Cloud, input: &SetTopicAttributesInput) -> Result<(), ApiError> {
    let place = topic(cloud, input.topic_arn.as_deref())?;
    if input.attribute_name.as_deref() != Some("DisplayName") {
        return Err(invalid("AttributeName"));
    }
    let value = input.attribute_value.clone().unwrap_or_default();
    check_display_name(&value)?;
    cloud.accept();
    cloud.sns.all_topics[place].display_name = value;
    Ok(())
}

pub(super) fn check_display_name(value: &str) -> Result<(), ApiError> {
    if value.chars().count() > defaults::DISPLAY_NAME_MAX {
        return Err(invalid("DisplayName"));
    }
    Ok(())
}

fn found(cloud: &Cloud, arn: Option<&str>) -> Result<usize, ApiError> {
    let missing = || ApiError::new("NotFound", "Subscription does not exist");
    subscription(cloud, arn)?.ok_or_else(missing)
}

pub(super) fn subscription_attributes(
    cloud: &Cloud,
    input: &GetSubscriptionAttributesInput,
) -> Result<GetSubscriptionAttributesOutput, ApiError> {
    let place = found(cloud, input.subscription_arn.as_deref())?;
    let one = &cloud.sns.all_subscriptions[place];
    let attributes = [
        ("SubscriptionArn", cloud.subscription_arn(place)),
        ("TopicArn", cloud.topic_arn(&cloud.sns.all_topics[one.topic])),
        ("Owner", ACCOUNT_ID.to_owned()),
        ("Protocol", one.protocol.clone()),
        ("Endpoint", one.endpoint.clone()),
        ("PendingConfirmation", (!one.confirmed).to_string()),
        ("ConfirmationWasAuthenticated", false.to_string()),
        ("RawMessageDelivery", false.to_string()),
    ];
    Ok(GetSubscriptionAttributesOutput {
        attributes: map(attributes),
    })
}

/// Mail has a frame around the message, so that its raw delivery can only be off.
pub(super) fn set_subscription(
    cloud: &mut Cloud,
    input: &SetSubscriptionAttributesInput,
) -> Result<(), ApiError> {
    let place = found(cloud, input.subscription_arn.as_deref())?;
    let protocol = &cloud.sns.all_subscriptions[place].protocol;
    let name = input.attribute_name.as_deref().unwrap_or_default();
    check_subscription(name, input.attribute_value.as_deref(), protocol)?;
    cloud.accept();
    Ok(())
}

pub(super) fn check_subscription(name: &str, value: Option<&str>, protocol: &str) -> Result<(), ApiError> {
    match (name, value) {
        ("RawMessageDelivery", Some("false")) => Ok(()),
        ("RawMessageDelivery", Some("true")) => Err(invalid(&format!(
            "Attributes Reason: Delivery protocol [{protocol}] does not support raw message delivery."
        ))),
        ("RawMessageDelivery", _) => Err(invalid("Attributes Reason: RawMessageDelivery: Invalid value")),
        _ => Err(invalid("AttributeName")),
    }
}
