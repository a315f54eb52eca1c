//! Scheduled actions: another size at a time of the clock.

use crate::Timestamp;
use crate::shape::shapes;

shapes! {
    /// Makes a scheduled action, or gives one another plan.
    pub struct PutScheduledUpdateGroupActionInput {
        /// Of which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// Its name.
        action_name: Option<String> = "ScheduledActionName" required length(1..=255),
        /// When it runs, or from when on it recurs.
        start_time: Option<Timestamp> = "StartTime",
        /// From when on it no longer recurs.
        end_time: Option<Timestamp> = "EndTime",
        /// When it recurs: minute, hour, day, month and day of the week, as Unix cron writes them.
        recurrence: Option<String> = "Recurrence" length(1..=255),
        /// The least instances from then on.
        min_size: Option<i64> = "MinSize" range(0..=10_000),
        /// The most instances from then on.
        max_size: Option<i64> = "MaxSize" range(0..=10_000),
        /// As many as it should have from then on.
        desired_capacity: Option<i64> = "DesiredCapacity" range(0..=10_000),
        /// Whose clock the recurrence is read by.
        time_zone: Option<String> = "TimeZone" length(1..=255) default("UTC"),
    }
    without "Time"

    /// Makes several scheduled actions of a group.
    pub struct BatchPutScheduledUpdateGroupActionInput {
        /// Of which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// The actions.
        actions: Vec<ScheduledUpdateGroupActionRequest> = "ScheduledUpdateGroupActions" required,
    }

    /// A scheduled action to make.
    pub struct ScheduledUpdateGroupActionRequest {
        /// Its name.
        action_name: Option<String> = "ScheduledActionName" required length(1..=255),
        /// When it runs, or from when on it recurs.
        start_time: Option<Timestamp> = "StartTime",
        /// From when on it no longer recurs.
        end_time: Option<Timestamp> = "EndTime",
        /// When it recurs.
        recurrence: Option<String> = "Recurrence" length(1..=255),
        /// The least instances from then on.
        min_size: Option<i64> = "MinSize" range(0..=10_000),
        /// The most instances from then on.
        max_size: Option<i64> = "MaxSize" range(0..=10_000),
        /// As many as it should have from then on.
        desired_capacity: Option<i64> = "DesiredCapacity" range(0..=10_000),
        /// Whose clock the recurrence is read by.
        time_zone: Option<String> = "TimeZone" length(1..=255) default("UTC"),
    }

    /// Those that could not be made.
    pub struct BatchPutScheduledUpdateGroupActionOutput {
        /// With the reasons.
        failed: Vec<FailedScheduledUpdateGroupActionRequest> = "FailedScheduledUpdateGroupActions" always,
    }

    /// Deletes several scheduled actions of a group.
    pub struct BatchDeleteScheduledActionInput {
        /// Of which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// Their names.
        action_names: Vec<String> = "ScheduledActionNames" required,
    }

    /// Those that could not be deleted.
    pub struct BatchDeleteScheduledActionOutput {
        /// With the reasons.
        failed: Vec<FailedScheduledUpdateGroupActionRequest> = "FailedScheduledActions" always,
    }

    /// A scheduled action that was refused.
    pub struct FailedScheduledUpdateGroupActionRequest {
        /// Its name.
        action_name: Option<String> = "ScheduledActionName",
        /// The code of the refusal.
        error_code: Option<String> = "ErrorCode",
        /// The refusal in a sentence.
        error_message: Option<String> = "ErrorMessage",
    }

    /// Deletes a scheduled action.
    pub struct DeleteScheduledActionInput {
        /// Of which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// Its name.
        action_name: Option<String> = "ScheduledActionName" required length(1..=255),
    }

    /// Describes scheduled actions that have not run yet, or run again.
    pub struct DescribeScheduledActionsInput {
        /// Those of this group.
        group_name: Option<String> = "AutoScalingGroupName" length(1..=255),
        /// These, by name or ARN.
        action_names: Vec<String> = "ScheduledActionNames",
        /// Those that run then or later.
        start_time: Option<Timestamp> = "StartTime",
        /// Those that run then or before.
        end_time: Option<Timestamp> = "EndTime",
        /// Where the answer before ended.
        next_token: Option<String> = "NextToken",
        /// Entries in an answer.
        max_records: Option<i64> = "MaxRecords" range(1..=100) default("50"),
    }
    without "IncludeManagedResources=false"

    /// The scheduled actions.
    pub struct DescribeScheduledActionsOutput {
        /// In the order in which they run next.
        actions: Vec<ScheduledUpdateGroupAction> = "ScheduledUpdateGroupActions" always,
        /// To ask for more, if there are more.
        next_token: Option<String> = "NextToken",
    }

    /// A scheduled action.
    pub struct ScheduledUpdateGroupAction {
        /// Of which group.
        group_name: Option<String> = "AutoScalingGroupName",
        /// Its name.
        action_name: Option<String> = "ScheduledActionName",
        /// Its name among all resources of AWS.
        action_arn: Option<String> = "ScheduledActionARN",
        /// The same as the start time.
        time: Option<Timestamp> = "Time",
        /// When it runs next.
        start_time: Option<Timestamp> = "StartTime",
        /// From when on it no longer recurs.
        end_time: Option<Timestamp> = "EndTime",
        /// When it recurs.
        recurrence: Option<String> = "Recurrence",
        /// The least instances from then on.
        min_size: Option<i64> = "MinSize",
        /// The most instances from then on.
        max_size: Option<i64> = "MaxSize",
        /// As many as it should have from then on.
        desired_capacity: Option<i64> = "DesiredCapacity",
        /// Whose clock the recurrence is read by.
        time_zone: Option<String> = "TimeZone",
    }
}
