//! The operations of Amazon SNS.
//!
//! Source: Amazon SNS API Reference, version 2010-03-31.

mod subscriptions;
mod topics;

use api::sns::{Read, Write};
use api::{ApiError, Output};

use crate::Cloud;

/// Carries out a call that changes something.
pub(crate) fn write(cloud: &mut Cloud, call: &Write) -> Result<Output, ApiError> {
    match call {
        Write::CreateTopic(input) => topics::create(cloud, input).map(Output::from),
        Write::DeleteTopic(input) => topics::delete(cloud, input).map(Output::from),
        Write::Subscribe(input) => subscriptions::subscribe(cloud, input).map(Output::from),
        Write::ConfirmSubscription(input) => subscriptions::confirm(cloud, input).map(Output::from),
        Write::Unsubscribe(input) => subscriptions::unsubscribe(cloud, input).map(Output::from),
        Write::Publish(input) => topics::publish(cloud, input).map(Output::from),
    }
}

/// Answers a call that only looks.
pub(crate) fn read(cloud: &Cloud, call: &Read) -> Result<Output, ApiError> {
    match call {
        Read::ListTopics(_) => Ok(topics::list(cloud).into()),
        Read::ListSubscriptions(_) => Ok(subscriptions::list(cloud).into()),
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
fn topic(cloud: &Cloud, arn: &str) -> Result<usize, ApiError> {
    if !arn.starts_with("arn:aws:sns:") || arn.split(':').count() != 6 {
        return Err(invalid("TopicArn"));
    }
    cloud
        .topic_with_arn(arn)
        .ok_or_else(|| ApiError::new("NotFound", "Topic does not exist"))
}
