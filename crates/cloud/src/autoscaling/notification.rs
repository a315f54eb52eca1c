//! What a group tells topics of Amazon SNS when it has launched or terminated an instance, or could not.
//!
//! Source: Auto Scaling User Guide, "Amazon SNS notification options for Amazon EC2 Auto Scaling"; members and subjects as
//! seen in published mails.

use api::{Timestamp, Value};

use super::group::GroupIndex;
use crate::Cloud;
use crate::ec2::defaults::ACCOUNT_ID;
use crate::fact::FactId;

/// A topic that a group tells something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notification {
    /// Which group.
    pub group: GroupIndex,
    /// Which topic.
    pub topic_arn: String,
    /// Of what, in AWS's words.
    pub kinds: Vec<String>,
}

const LAUNCHING: &str = "Launching a new EC2 instance";
const TERMINATING: &str = "Terminating EC2 instance";

/// AWS's word for the end of an activity, and the subject's; none if nobody is told of it.
fn kind_of(description: &str, status: &str) -> Option<(&'static str, &'static str)> {
    let good = !matches!(status, "Failed" | "Cancelled");
    if description.starts_with(LAUNCHING) {
        return Some(if good {
            ("autoscaling:EC2_INSTANCE_LAUNCH", "launch")
        } else {
            ("autoscaling:EC2_INSTANCE_LAUNCH_ERROR", "failed launch")
        });
    }
    if description.starts_with(TERMINATING) {
        return Some(if good {
            ("autoscaling:EC2_INSTANCE_TERMINATE", "termination")
        } else {
            ("autoscaling:EC2_INSTANCE_TERMINATE_ERROR", "failed termination")
        });
    }
    None
}

impl Cloud {
    /// An activity is over: topics that are to know of it are told.
    pub(super) fn notify_of_activity(&mut self, number: u64) {
        let Some(activity) = self.autoscaling.activity(number) else {
            return;
        };
        let Some((kind, word)) = kind_of(&activity.description, activity.status) else {
            return;
        };
        let group = activity.group;
        let topics = self.topics_told(group, kind);
        if topics.is_empty() {
            return;
        }
        let message = self.activity_message(number, kind);
        self.tell_topics(&topics, group, word, &message);
    }

    /// A topic that is to be told things is told that it will be.
    pub(super) fn notify_of_test(&mut self, group: GroupIndex, topic_arn: &str, cause: FactId) {
        self.autoscaling.all_groups[group.index()].cause = cause;
        let message = format!(
            "{{{},\"Event\":\"autoscaling:TEST_NOTIFICATION\"}}",
            self.common_members(group)
        );
        self.tell_topics(&[topic_arn.to_owned()], group, "test notification", &message);
    }

    fn topics_told(&self, group: GroupIndex, kind: &str) -> Vec<String> {
        let all = self.autoscaling.notifications.iter();
        let told = all.filter(|one| one.group == group && one.kinds.iter().any(|known| known == kind));
        told.map(|one| one.topic_arn.clone()).collect()
    }

    fn tell_topics(&mut self, topics: &[String], group: GroupIndex, word: &str, message: &str) {
        let state = &self.autoscaling.all_groups[group.index()];
        let (subject, cause) = (
            format!("Auto Scaling: {word} for group \"{}\"", state.spec.name),
            state.cause,
        );
        for arn in topics {
            // A topic that was deleted meanwhile hears nothing.
            let message = crate::sns::Message {
                subject: &subject,
                text: message,
                plain: None,
            };
            let _heard_or_not = self.notify(arn, message, cause);
        }
    }

    fn activity_message(&self, number: u64, kind: &str) -> String {
        let activity = self.autoscaling.activity(number).expect("it is just over");
        let time = |at: des::SimTime| text(&utc(at));
        let details = activity.zone.map_or_else(String::new, |zone| {
            format!(
                "\"Subnet ID\":{},\"Availability Zone\":{}",
                text(&self.ec2.subnet_ids[zone.index()]),
                text(self.region.zone(zone).name)
            )
        });
        let id = text(&self.activity_id(number));
        // The description ends with the instance's id, if there is one.
        let instance = activity
            .description
            .rsplit(": ")
            .next()
            .filter(|id| id.starts_with("i-"));
        format!(
            "{{\"Progress\":{},{},\"RequestId\":{id},\"ActivityId\":{id},\"Description\":{},\"Cause\":{},\
             \"StartTime\":{},\"EndTime\":{},\"StatusCode\":{},\"StatusMessage\":{},\"EC2InstanceId\":{},\
             \"Details\":{{{details}}},\"Event\":{}}}",
            activity.progress,
            self.common_members(activity.group),
            text(&activity.description),
            text(&activity.cause),
            time(activity.start),
            time(activity.end.unwrap_or(self.now)),
            text(activity.status),
            text(activity.message.as_deref().unwrap_or_default()),
            text(instance.unwrap_or_default()),
            text(kind),
        )
    }

    fn common_members(&self, group: GroupIndex) -> String {
        let state = &self.autoscaling.all_groups[group.index()];
        format!(
            "\"AccountId\":{},\"AutoScalingGroupName\":{},\"AutoScalingGroupARN\":{},\"Service\":\"AWS Auto Scaling\",\
             \"Time\":{}",
            text(ACCOUNT_ID),
            text(&state.spec.name),
            text(&self.group_arn(group)),
            text(&utc(self.now)),
        )
    }

    fn group_arn(&self, group: GroupIndex) -> String {
        let state = &self.autoscaling.all_groups[group.index()];
        format!(
            "arn:aws:autoscaling:{}:{ACCOUNT_ID}:autoScalingGroup:{}:autoScalingGroupName/{}",
            self.region.name, state.number, state.spec.name
        )
    }
}

fn text(text: &str) -> String {
    api::json::compact(Value::String(text))
}

/// `2026-11-02T10:05:00Z`.
fn utc(at: des::SimTime) -> String {
    format!("{}Z", &Timestamp::of(at).to_string()[..19])
}
