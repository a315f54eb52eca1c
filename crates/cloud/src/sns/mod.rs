//! Amazon SNS: topics that pass messages on, and the mail that would have been sent.

pub mod defaults;
pub(crate) mod operations;

use des::{Digest, Log, SimTime, Stream};

use crate::Cloud;
use crate::ec2::defaults::ACCOUNT_ID;
use crate::fact::FactId;

const TOKEN: Stream = Stream::named("sns/token");

/// The account's Amazon SNS.
#[derive(Clone, Debug)]
pub struct Sns {
    /// All topics ever made.
    pub(crate) all_topics: Vec<Topic>,
    /// All subscriptions ever made.
    pub(crate) all_subscriptions: Vec<Subscription>,
    /// The newest mails that would have been sent, oldest first.
    pub mails: Log<Mail>,
    /// Messages published so far: numbers them.
    pub(crate) published: u64,
}

/// A topic.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Its name.
    pub name: String,
    pub(crate) deleted: bool,
}

/// A subscription.
#[derive(Clone, Debug)]
pub struct Subscription {
    /// To which topic, by its place among all.
    pub topic: usize,
    /// The address that mail goes to.
    pub endpoint: String,
    /// What confirms it.
    pub token: String,
    /// Whether it is confirmed.
    pub confirmed: bool,
    pub(crate) ended: bool,
}

/// A mail that would have been sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// When.
    pub at: SimTime,
    /// To whom.
    pub to: String,
    /// What it is about.
    pub subject: String,
    /// What it says.
    pub message: String,
    /// The fact that it tells of.
    pub cause: FactId,
}

impl Default for Sns {
    fn default() -> Self {
        Self {
            all_topics: Vec::new(),
            all_subscriptions: Vec::new(),
            mails: Log::bounded(defaults::MAILS_KEPT),
            published: 0,
        }
    }
}

impl Sns {
    /// The topics that are there, by their places among all.
    pub fn topics(&self) -> impl Iterator<Item = (usize, &Topic)> {
        self.all_topics
            .iter()
            .enumerate()
            .filter(|(_, topic)| !topic.deleted)
    }

    /// The subscriptions that are there, by their places among all.
    pub fn subscriptions(&self) -> impl Iterator<Item = (usize, &Subscription)> {
        let there =
            |subscription: &Subscription| !subscription.ended && !self.all_topics[subscription.topic].deleted;
        self.all_subscriptions
            .iter()
            .enumerate()
            .filter(move |(_, subscription)| there(subscription))
    }

    /// Everything that makes a difference.
    pub(crate) fn add_to(&self, digest: &mut Digest) {
        digest.add_debug(&(&self.all_topics, &self.all_subscriptions));
        digest.extend([self.mails.end(), self.published]);
    }
}

impl Cloud {
    /// The ARN of a topic.
    #[must_use]
    pub fn topic_arn(&self, topic: &Topic) -> String {
        format!("arn:aws:sns:{}:{ACCOUNT_ID}:{}", self.region.name, topic.name)
    }

    /// The topic with this ARN, by its place among all.
    pub(crate) fn topic_with_arn(&self, arn: &str) -> Option<usize> {
        let mut topics = self.sns.topics();
        topics
            .find(|(_, topic)| self.topic_arn(topic) == arn)
            .map(|(place, _)| place)
    }

    /// Sends a message to everyone who has confirmed a subscription to a topic.
    ///
    /// # Errors
    /// The reason in words, if there is no such topic.
    pub(crate) fn notify(
        &mut self,
        arn: &str,
        subject: &str,
        message: &str,
        cause: FactId,
    ) -> Result<(), String> {
        let topic = self.topic_with_arn(arn).ok_or("Topic does not exist")?;
        let confirmed = self
            .sns
            .subscriptions()
            .filter(|(_, one)| one.topic == topic && one.confirmed);
        let readers: Vec<String> = confirmed.map(|(_, one)| one.endpoint.clone()).collect();
        self.sns.published += 1;
        for to in readers {
            self.mail(to, subject, message.to_owned(), cause);
        }
        Ok(())
    }

    fn mail(&mut self, to: String, subject: &str, message: String, cause: FactId) {
        self.sns.mails.push(Mail {
            at: self.now,
            to,
            subject: subject.to_owned(),
            message,
            cause,
        });
    }
}
