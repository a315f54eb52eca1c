//! The mail that would have been sent, as a reader would find it.
//!
//! Source: mails of Amazon SNS as published by their readers.

use api::Value;
use api::json::compact;
use des::SimTime;

use super::{Subscription, Topic};
use crate::Cloud;
use crate::fact::FactId;

const QUESTIONS: &str = "Please do not reply directly to this email. If you have any questions or comments regarding \
                         this email, please contact us at https://aws.amazon.com/support";

/// A mail that would have been sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// When.
    pub at: SimTime,
    /// From whom, with the topic's display name.
    pub from: String,
    /// To whom.
    pub to: String,
    /// What it is about.
    pub subject: String,
    /// The message that was published.
    pub message: String,
    /// What the mail says, with everything that Amazon SNS puts around the message.
    pub body: String,
    /// What confirms the subscription, if the mail asks for that.
    pub token: Option<String>,
    /// The fact that it tells of.
    pub cause: FactId,
}

/// What is published.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Message<'a> {
    /// The subject of mails.
    pub(crate) subject: &'a str,
    /// The message.
    pub(crate) text: &'a str,
    /// What readers of plain mail see instead.
    pub(crate) plain: Option<&'a str>,
}

impl Cloud {
    /// Sends a message to everyone who has confirmed a subscription to a topic.
    ///
    /// # Errors
    /// The reason in words, if there is no such topic.
    pub(crate) fn notify(&mut self, arn: &str, message: Message<'_>, cause: FactId) -> Result<(), String> {
        let topic = self.topic_with_arn(arn).ok_or("Topic does not exist")?;
        let confirmed = self
            .sns
            .subscriptions()
            .filter(|(_, one)| one.topic == topic && one.confirmed);
        let readers: Vec<usize> = confirmed.map(|(place, _)| place).collect();
        self.sns.published += 1;
        for place in readers {
            let one = &self.sns.all_subscriptions[place];
            let body = if one.protocol == "email-json" {
                self.envelope(arn, message)
            } else {
                self.plain_body(place, message)
            };
            let mail = self.mail(one, message.subject, message.text.to_owned(), body, cause);
            self.sns.mails.push(mail);
        }
        Ok(())
    }

    /// The mail with the token that confirms a subscription.
    pub(super) fn ask_to_confirm(&mut self, place: usize, cause: FactId) {
        let one = &self.sns.all_subscriptions[place];
        let arn = self.topic_arn(&self.sns.all_topics[one.topic]);
        let token = &one.token;
        let message =
            format!("You have chosen to subscribe to the topic. To confirm, give this token: {token}");
        let link = format!(
            "https://sns.{}.amazonaws.com/confirmation.html?TopicArn={arn}&Token={token}&Endpoint={}",
            self.region.name, one.endpoint
        );
        let body = format!(
            "You have chosen to subscribe to the topic:\n{arn}\n\nTo confirm this subscription, click or visit the link \
             below (If this was in error no action is necessary):\n{link}\n\n{QUESTIONS}"
        );
        let subject = "AWS Notification - Subscription Confirmation";
        let mail = Mail {
            token: Some(token.clone()),
            ..self.mail(one, subject, message, body, cause)
        };
        self.sns.mails.push(mail);
    }

    fn mail(&self, one: &Subscription, subject: &str, message: String, body: String, cause: FactId) -> Mail {
        Mail {
            at: self.now,
            from: sender(&self.sns.all_topics[one.topic]),
            to: one.endpoint.clone(),
            subject: subject.to_owned(),
            message,
            body,
            token: None,
            cause,
        }
    }

    fn plain_body(&self, place: usize, message: Message<'_>) -> String {
        let one = &self.sns.all_subscriptions[place];
        let text = message.plain.unwrap_or(message.text);
        format!(
            "{text}\n\n--\nIf you wish to stop receiving notifications from this topic, please click or visit the link \
             below to unsubscribe:\nhttps://sns.{}.amazonaws.com/unsubscribe.html?SubscriptionArn={}&Endpoint={}\n\n\
             {QUESTIONS}",
            self.region.name,
            self.subscription_arn(place),
            one.endpoint,
        )
    }

    fn envelope(&self, arn: &str, message: Message<'_>) -> String {
        let text = |text: &str| compact(Value::String(text));
        format!(
            "{{\"Type\":\"Notification\",\"MessageId\":\"{}\",\"TopicArn\":{},\"Subject\":{},\"Message\":{},\
             \"Timestamp\":\"{}\"}}",
            self.message_id(),
            text(arn),
            text(message.subject),
            text(message.text),
            api::Timestamp::of(self.now),
        )
    }
}

fn sender(topic: &Topic) -> String {
    let name = match topic.display_name.as_str() {
        "" => "AWS Notifications",
        name => name,
    };
    format!("{name} <no-reply@sns.amazonaws.com>")
}
