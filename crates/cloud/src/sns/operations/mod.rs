//! The operations of Amazon SNS.
//!
//! Source: Amazon SNS API Reference, version 2010-03-31.

mod attributes;
mod publish;
mod subscriptions;
mod tags;
mod topics;

use api::sns::{Read, Write};
use api::{ApiError, Output};

use super::defaults;
use crate::Cloud;

/// Carries out a call that changes something.
pub(crate) fn write(cloud: &mut Cloud, call: &Write) -> Result<Output, ApiError> {
    match call {
        Write::CreateTopic(input) => topics::create(cloud, input).map(Output::from),
        Write::DeleteTopic(input) => topics::delete(cloud, input).map(Output::from),
        Write::SetTopicAttributes(input) => attributes::set_topic(cloud, input).map(Output::from),
        Write::Subscribe(input) => subscriptions::subscribe(cloud, input).map(Output::from),
        Write::ConfirmSubscription(input) => subscriptions::confirm(cloud, input).map(Output::from),
        Write::Unsubscribe(input) => subscriptions::unsubscribe(cloud, input).map(Output::from),
        Write::SetSubscriptionAttributes(input) => {
            attributes::set_subscription(cloud, input).map(Output::from)
        }
        Write::Publish(input) => publish::publish(cloud, input).map(Output::from),
        Write::PublishBatch(input) => publish::publish_batch(cloud, input).map(Output::from),
        Write::TagResource(input) => tags::add(cloud, input).map(Output::from),
        Write::UntagResource(input) => tags::remove(cloud, input).map(Output::from),
    }
}

/// Answers a call that only looks.
pub(crate) fn read(cloud: &Cloud, call: &Read) -> Result<Output, ApiError> {
    match call {
        Read::GetTopicAttributes(input) => attributes::topic_attributes(cloud, input).map(Output::from),
        Read::GetSubscriptionAttributes(input) => {
            attributes::subscription_attributes(cloud, input).map(Output::from)
        }
        Read::ListTagsForResource(input) => tags::list(cloud, input).map(Output::from),
        Read::ListTopics(input) => topics::list(cloud, input).map(Output::from),
        Read::ListSubscriptions(input) => subscriptions::list(cloud, input).map(Output::from),
        Read::ListSubscriptionsByTopic(input) => subscriptions::list_by_topic(cloud, input).map(Output::from),
    }
}

fn invalid(message: &str) -> ApiError {
    ApiError::new("InvalidParameter", format!("Invalid parameter: {message}"))
}

/// The topic with this ARN, by its place among all.
///
/// # Errors
/// `InvalidParameter` for what is no ARN of a topic, `NotFound` if there is none.
fn topic(cloud: &Cloud, arn: Option<&str>) -> Result<usize, ApiError> {
    let arn = arn.unwrap_or_default();
    if !arn.starts_with("arn:aws:sns:") || arn.split(':').count() != 6 {
        return Err(invalid("TopicArn"));
    }
    cloud
        .topic_with_arn(arn)
        .ok_or_else(|| ApiError::new("NotFound", "Topic does not exist"))
}

/// The subscription with this ARN, by its place among all, if it is there.
///
/// # Errors
/// `InvalidParameter` for what is no ARN of a subscription.
fn subscription(cloud: &Cloud, arn: Option<&str>) -> Result<Option<usize>, ApiError> {
    let arn = arn.unwrap_or_default();
    if !arn.starts_with("arn:aws:sns:") || arn.split(':').count() != 7 {
        return Err(invalid("SubscriptionArn"));
    }
    let mut places = cloud.sns.subscriptions().map(|(place, _)| place);
    Ok(places.find(|place| cloud.subscription_arn(*place) == arn))
}

/// A hundred items from where the last answer ended, and where to go on if there are more.
fn page<T>(
    items: impl Iterator<Item = T>,
    token: Option<&str>,
) -> Result<(Vec<T>, Option<String>), ApiError> {
    let start: usize = match token {
        Some(token) => token.parse().map_err(|_| invalid("NextToken"))?,
        None => 0,
    };
    let mut rest = items.skip(start);
    let found: Vec<T> = rest.by_ref().take(defaults::LISTED_AT_ONCE).collect();
    let next = rest
        .next()
        .map(|_| (start + defaults::LISTED_AT_ONCE).to_string());
    Ok((found, next))
}
