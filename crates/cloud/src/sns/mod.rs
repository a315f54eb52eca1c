//! Amazon SNS: topics that pass messages on, and the mail that would have been sent.

pub mod defaults;
mod mail;
pub(crate) mod operations;

use des::{Digest, Log, SimTime, Stream};

pub use mail::Mail;
pub(crate) use mail::Message;

use crate::Cloud;
use crate::ec2::Tags;
use crate::ec2::defaults::ACCOUNT_ID;

const TOKEN: Stream = Stream::named("sns/token");
const MESSAGE: Stream = Stream::named("sns/message");

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
    /// Its name for readers of its mail; may be empty.
    pub display_name: String,
    /// Its labels.
    pub tags: Tags,
    pub(crate) deleted: bool,
}

/// A subscription.
#[derive(Clone, Debug)]
pub struct Subscription {
    /// To which topic, by its place among all.
    pub topic: usize,
    /// How its reader is reached: `email` or `email-json`.
    pub protocol: String,
    /// The address that mail goes to.
    pub endpoint: String,
    /// What confirms it.
    pub token: String,
    /// When the token was last mailed.
    pub asked: SimTime,
    /// Whether it is confirmed.
    pub confirmed: bool,
    pub(crate) ended: bool,
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

    fn subscription_arn(&self, place: usize) -> String {
        let one = &self.sns.all_subscriptions[place];
        let topic = self.topic_arn(&self.sns.all_topics[one.topic]);
        format!(
            "{topic}:{}",
            uuid(self.seed.draw(TOKEN, place as u64, 2).bits(), "4000")
        )
    }

    /// The id of the newest message.
    fn message_id(&self) -> String {
        uuid(self.seed.draw(MESSAGE, self.sns.published, 0).bits(), "5000")
    }
}

fn uuid(bits: u64, version: &str) -> String {
    let (head, middle, tail) = (bits >> 32, bits >> 16 & 0xffff, bits & 0xffff_ffff_ffff);
    format!("{head:08x}-{middle:04x}-{version}-8000-{tail:012x}")
}
