//! Subscriptions: asked for, confirmed, ended, listed.

use api::ApiError;
use api::sns::{
    ConfirmSubscriptionInput, ConfirmSubscriptionOutput, ListSubscriptionsByTopicInput,
    ListSubscriptionsByTopicOutput, ListSubscriptionsOutput, SubscribeInput, SubscribeOutput,
    Subscription as SubscriptionShape, UnsubscribeInput,
};

use super::{invalid, topic};
use crate::Cloud;
use crate::ec2::defaults::ACCOUNT_ID;
use crate::sns::{Subscription, TOKEN};

/// The reader gets a mail with a token; nothing else arrives before they have confirmed with it.
pub(super) fn subscribe(cloud: &mut Cloud, input: &SubscribeInput) -> Result<SubscribeOutput, ApiError> {
    let topic = topic(cloud, input.topic_arn.as_deref().unwrap_or_default())?;
    let endpoint = input.endpoint.clone().unwrap_or_default();
    if !endpoint.contains('@') {
        return Err(invalid("Email address"));
    }
    let known = cloud
        .sns
        .subscriptions()
        .find(|(_, one)| one.topic == topic && one.endpoint == endpoint);
    let known = known.map(|(place, _)| place);
    let cause = cloud.accept();
    let place = known.unwrap_or(cloud.sns.all_subscriptions.len());
    if known.is_none() {
        let draw = |word: u64| cloud.seed.draw(TOKEN, place as u64, word).bits();
        let token = format!("{:016x}{:016x}", draw(0), draw(1));
        let message =
            format!("You have chosen to subscribe to the topic. To confirm, give this token: {token}");
        cloud.sns.all_subscriptions.push(Subscription {
            topic,
            endpoint: endpoint.clone(),
            token,
            confirmed: false,
            ended: false,
        });
        cloud.mail(
            endpoint,
            "AWS Notification - Subscription Confirmation",
            message,
            cause,
        );
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

pub(super) fn confirm(
    cloud: &mut Cloud,
    input: &ConfirmSubscriptionInput,
) -> Result<ConfirmSubscriptionOutput, ApiError> {
    let topic = topic(cloud, input.topic_arn.as_deref().unwrap_or_default())?;
    let token = input.token.as_deref().unwrap_or_default();
    let found = cloud
        .sns
        .subscriptions()
        .find(|(_, one)| one.topic == topic && one.token == token);
    let place = found.map(|(place, _)| place).ok_or_else(|| invalid("Token"))?;
    cloud.accept();
    cloud.sns.all_subscriptions[place].confirmed = true;
    Ok(ConfirmSubscriptionOutput {
        subscription_arn: Some(cloud.subscription_arn(place)),
    })
}

pub(super) fn unsubscribe(cloud: &mut Cloud, input: &UnsubscribeInput) -> Result<(), ApiError> {
    let arn = input.subscription_arn.as_deref().unwrap_or_default();
    if !arn.starts_with("arn:aws:sns:") || arn.split(':').count() != 7 {
        return Err(invalid("SubscriptionArn"));
    }
    let found = cloud
        .sns
        .subscriptions()
        .map(|(place, _)| place)
        .find(|place| cloud.subscription_arn(*place) == arn);
    cloud.accept();
    if let Some(place) = found {
        cloud.sns.all_subscriptions[place].ended = true;
    }
    Ok(())
}

pub(super) fn list(cloud: &Cloud) -> ListSubscriptionsOutput {
    ListSubscriptionsOutput {
        subscriptions: cloud
            .sns
            .subscriptions()
            .map(|(place, _)| describe(cloud, place))
            .collect(),
    }
}

pub(super) fn list_by_topic(
    cloud: &Cloud,
    input: &ListSubscriptionsByTopicInput,
) -> Result<ListSubscriptionsByTopicOutput, ApiError> {
    let topic = topic(cloud, input.topic_arn.as_deref().unwrap_or_default())?;
    let of_topic = cloud.sns.subscriptions().filter(|(_, one)| one.topic == topic);
    Ok(ListSubscriptionsByTopicOutput {
        subscriptions: of_topic.map(|(place, _)| describe(cloud, place)).collect(),
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
        protocol: Some("email".to_owned()),
        endpoint: Some(one.endpoint.clone()),
        topic_arn: Some(cloud.topic_arn(&cloud.sns.all_topics[one.topic])),
    }
}

impl Cloud {
    fn subscription_arn(&self, place: usize) -> String {
        let one = &self.sns.all_subscriptions[place];
        let bits = self.seed.draw(TOKEN, place as u64, 2).bits();
        let topic = self.topic_arn(&self.sns.all_topics[one.topic]);
        format!(
            "{topic}:{:08x}-{:04x}-4000-8000-{:012x}",
            bits >> 32,
            bits >> 16 & 0xffff,
            bits & 0xffff_ffff_ffff
        )
    }
}
