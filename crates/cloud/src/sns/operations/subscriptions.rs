//! Subscriptions: asked for, confirmed, ended, listed.

use api::ApiError;
use api::sns::{
    ConfirmSubscriptionInput, ConfirmSubscriptionOutput, ListSubscriptionsByTopicInput,
    ListSubscriptionsByTopicOutput, ListSubscriptionsInput, ListSubscriptionsOutput, SubscribeInput,
    SubscribeOutput, Subscription as SubscriptionShape, UnsubscribeInput,
};

use super::attributes::check_subscription;
use super::{invalid, page, subscription, topic};
use crate::Cloud;
use crate::ec2::defaults::ACCOUNT_ID;
use crate::sns::{Subscription, TOKEN, defaults};

/// The reader gets a mail with a token; nothing else arrives before they have confirmed with it. Who asks again before that
/// gets it again.
pub(super) fn subscribe(cloud: &mut Cloud, input: &SubscribeInput) -> Result<SubscribeOutput, ApiError> {
    let new = read(cloud, input)?;
    let same = |one: &Subscription| {
        one.topic == new.topic && one.endpoint == new.endpoint && one.protocol == new.protocol
    };
    let known = cloud
        .sns
        .subscriptions()
        .find(|(_, one)| same(one))
        .map(|(place, _)| place);
    let cause = cloud.accept();
    let place = known.unwrap_or(cloud.sns.all_subscriptions.len());
    if known.is_none() {
        let token = cloud.token(place);
        cloud.sns.all_subscriptions.push(Subscription { token, ..new });
    }
    if !cloud.sns.all_subscriptions[place].confirmed {
        cloud.sns.all_subscriptions[place].asked = cloud.now;
        cloud.ask_to_confirm(place, cause);
    }
    let told = cloud.sns.all_subscriptions[place].confirmed || input.return_subscription_arn == Some(true);
    let arn = if told {
        cloud.subscription_arn(place)
    } else {
        "pending confirmation".to_owned()
    };
    Ok(SubscribeOutput {
        subscription_arn: Some(arn),
    })
}

fn read(cloud: &Cloud, input: &SubscribeInput) -> Result<Subscription, ApiError> {
    let topic = topic(cloud, input.topic_arn.as_deref())?;
    let protocol = input.protocol.clone().unwrap_or_default();
    let endpoint = input.endpoint.clone().unwrap_or_default();
    let parts = endpoint.split_once('@');
    let is_address = parts.is_some_and(|(name, domain)| !name.is_empty() && domain.contains('.'));
    if !is_address || endpoint.contains(char::is_whitespace) {
        return Err(invalid("Email address"));
    }
    for (name, value) in &input.attributes.0 {
        check_subscription(name, Some(value), &protocol)?;
    }
    Ok(Subscription {
        topic,
        protocol,
        endpoint,
        token: String::new(),
        asked: cloud.now,
        confirmed: false,
        ended: false,
    })
}

impl Cloud {
    fn token(&self, place: usize) -> String {
        let draw = |word: u64| self.seed.draw(TOKEN, place as u64, word).bits();
        format!("{:016x}{:016x}", draw(0), draw(1))
    }
}

pub(super) fn confirm(
    cloud: &mut Cloud,
    input: &ConfirmSubscriptionInput,
) -> Result<ConfirmSubscriptionOutput, ApiError> {
    let topic = topic(cloud, input.topic_arn.as_deref())?;
    let token = input.token.as_deref().unwrap_or_default();
    let is_meant = |one: &Subscription| {
        let valid = one.confirmed || cloud.now.since(one.asked) <= defaults::TOKEN_VALID;
        one.topic == topic && one.token == token && valid
    };
    let found = cloud.sns.subscriptions().find(|(_, one)| is_meant(one));
    let place = found.map(|(place, _)| place).ok_or_else(|| invalid("Token"))?;
    cloud.accept();
    cloud.sns.all_subscriptions[place].confirmed = true;
    Ok(ConfirmSubscriptionOutput {
        subscription_arn: Some(cloud.subscription_arn(place)),
    })
}

/// A subscription that is not there is as good as ended.
pub(super) fn unsubscribe(cloud: &mut Cloud, input: &UnsubscribeInput) -> Result<(), ApiError> {
    let found = subscription(cloud, input.subscription_arn.as_deref())?;
    cloud.accept();
    if let Some(place) = found {
        cloud.sns.all_subscriptions[place].ended = true;
    }
    Ok(())
}

pub(super) fn list(
    cloud: &Cloud,
    input: &ListSubscriptionsInput,
) -> Result<ListSubscriptionsOutput, ApiError> {
    let all = cloud.sns.subscriptions().map(|(place, _)| describe(cloud, place));
    let (subscriptions, next_token) = page(all, input.next_token.as_deref())?;
    Ok(ListSubscriptionsOutput {
        subscriptions,
        next_token,
    })
}

pub(super) fn list_by_topic(
    cloud: &Cloud,
    input: &ListSubscriptionsByTopicInput,
) -> Result<ListSubscriptionsByTopicOutput, ApiError> {
    let topic = topic(cloud, input.topic_arn.as_deref())?;
    let of_topic = cloud.sns.subscriptions().filter(|(_, one)| one.topic == topic);
    let all = of_topic.map(|(place, _)| describe(cloud, place));
    let (subscriptions, next_token) = page(all, input.next_token.as_deref())?;
    Ok(ListSubscriptionsByTopicOutput {
        subscriptions,
        next_token,
    })
}

fn describe(cloud: &Cloud, place: usize) -> SubscriptionShape {
    let one = &cloud.sns.all_subscriptions[place];
    let arn = if one.confirmed {
        cloud.subscription_arn(place)
    } else {
        "PendingConfirmation".to_owned()
    };
    SubscriptionShape {
        subscription_arn: Some(arn),
        owner: Some(ACCOUNT_ID.to_owned()),
        protocol: Some(one.protocol.clone()),
        endpoint: Some(one.endpoint.clone()),
        topic_arn: Some(cloud.topic_arn(&cloud.sns.all_topics[one.topic])),
    }
}
