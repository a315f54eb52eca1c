//! Notifications: what a group tells topics of Amazon SNS.

use crate::shape::shapes;

/// What a topic can be told of.
pub const NOTIFICATION_TYPES: &[&str] = &[
    "autoscaling:EC2_INSTANCE_LAUNCH",
    "autoscaling:EC2_INSTANCE_LAUNCH_ERROR",
    "autoscaling:EC2_INSTANCE_TERMINATE",
    "autoscaling:EC2_INSTANCE_TERMINATE_ERROR",
    "autoscaling:TEST_NOTIFICATION",
];

shapes! {
    /// Lets a group tell a topic what it does; another list of kinds takes the place of an earlier one.
    pub struct PutNotificationConfigurationInput {
        /// Which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// Which topic.
        topic_arn: Option<String> = "TopicARN" required length(1..=255),
        /// Of what.
        notification_types: Vec<String> = "NotificationTypes" required one_of(NOTIFICATION_TYPES),
    }

    /// Lets a group no longer tell a topic anything.
    pub struct DeleteNotificationConfigurationInput {
        /// Which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// Which topic.
        topic_arn: Option<String> = "TopicARN" required length(1..=255),
    }

    /// Describes which topics groups tell what.
    pub struct DescribeNotificationConfigurationsInput {
        /// Those of these groups; all if left out.
        group_names: Vec<String> = "AutoScalingGroupNames",
        /// Where the answer before ended.
        next_token: Option<String> = "NextToken",
        /// Entries in an answer.
        max_records: Option<i64> = "MaxRecords" range(1..=100) default("50"),
    }
    without "IncludeManagedResources=false"

    /// The topics.
    pub struct DescribeNotificationConfigurationsOutput {
        /// One entry for each group, topic and kind.
        configurations: Vec<NotificationConfiguration> = "NotificationConfigurations" always,
        /// To ask for more, if there are more.
        next_token: Option<String> = "NextToken",
    }

    /// One kind of notification to one topic.
    pub struct NotificationConfiguration {
        /// Of which group.
        group_name: Option<String> = "AutoScalingGroupName",
        /// To which topic.
        topic_arn: Option<String> = "TopicARN",
        /// Of what.
        notification_type: Option<String> = "NotificationType",
    }

    /// Describes what a topic can be told of.
    pub struct DescribeAutoScalingNotificationTypesInput {
    }

    /// The kinds.
    pub struct DescribeAutoScalingNotificationTypesOutput {
        /// By AWS's words.
        notification_types: Vec<String> = "AutoScalingNotificationTypes" always,
    }
}
