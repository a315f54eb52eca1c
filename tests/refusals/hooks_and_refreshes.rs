//! Calls about the lifecycle hooks and instance refreshes of groups, and for pages of groups; the account is that of
//! [`autoscaling`](super::autoscaling).

use super::autoscaling::{NO_GROUP, account, check};

#[test]
fn lifecycle_hooks() {
    check(
        "PutLifecycleHook",
        &[
            (
                r#"{"AutoScalingGroupName": "web", "LifecycleHookName": "new"}"#,
                "(ValidationError) LifecycleTransition is required when a lifecycle hook is created.",
            ),
            (
                r#"{"AutoScalingGroupName": "web", "LifecycleHookName": "at first",
                    "LifecycleTransition": "autoscaling:EC2_INSTANCE_LAUNCHING"}"#,
                "(ValidationError) 1 validation error detected: Value 'at first' at 'lifecycleHookName' failed to satisfy \
                 constraint: Member must satisfy regular expression pattern: [A-Za-z0-9\\-_\\/]+",
            ),
            (
                r#"{"AutoScalingGroupName": "full", "LifecycleHookName": "new",
                    "LifecycleTransition": "autoscaling:EC2_INSTANCE_LAUNCHING"}"#,
                "(LimitExceeded) You have already used your allocation of 50 lifecycle hooks for this Auto Scaling group",
            ),
            (
                r#"{"AutoScalingGroupName": "web", "LifecycleHookName": "up", "HeartbeatTimeout": 7201}"#,
                "(ValidationError) 1 validation error detected: Value '7201' at 'heartbeatTimeout' failed to satisfy \
                 constraint: Member must have value less than or equal to 7200",
            ),
        ],
    );
    check(
        "CompleteLifecycleAction",
        &[
            (
                r#"{"AutoScalingGroupName": "web", "LifecycleHookName": "up", "LifecycleActionResult": "CONTINUE",
                    "InstanceId": "{0}"}"#,
                "(ValidationError) No active Lifecycle Action found with instance ID {0}",
            ),
            (
                r#"{"AutoScalingGroupName": "web", "LifecycleHookName": "up", "LifecycleActionResult": "CONTINUE",
                    "LifecycleActionToken": "00000000-0000-4000-8000-000000000000"}"#,
                "(ValidationError) No active Lifecycle Action found with token 00000000-0000-4000-8000-000000000000",
            ),
            (
                r#"{"AutoScalingGroupName": "web", "LifecycleHookName": "none", "LifecycleActionResult": "CONTINUE"}"#,
                "(ValidationError) No Lifecycle Hook found with name: none",
            ),
        ],
    );
    check(
        "RecordLifecycleActionHeartbeat",
        &[(
            r#"{"AutoScalingGroupName": "web", "LifecycleHookName": "up"}"#,
            "(ValidationError) Valid requests must contain either LifecycleActionToken or InstanceId.",
        )],
    );
    check(
        "DeleteLifecycleHook",
        &[(
            r#"{"AutoScalingGroupName": "web", "LifecycleHookName": "none"}"#,
            "(ValidationError) No Lifecycle Hook found with name: none",
        )],
    );
}

#[test]
fn instance_refreshes() {
    check(
        "StartInstanceRefresh",
        &[
            (r#"{"AutoScalingGroupName": "none"}"#, NO_GROUP),
            (
                r#"{"AutoScalingGroupName": "web"}"#,
                "(InstanceRefreshInProgress) An Instance Refresh is already in progress and blocks the execution of this \
                 Instance Refresh.",
            ),
            (
                r#"{"AutoScalingGroupName": "small", "Preferences": {"CheckpointPercentages": [50, 20]}}"#,
                "(ValidationError) CheckpointPercentages must be unique numbers from 1 to 100 in ascending order.",
            ),
            (
                r#"{"AutoScalingGroupName": "small",
                    "Preferences": {"MinHealthyPercentage": 50, "MaxHealthyPercentage": 200}}"#,
                "(ValidationError) The difference between MinHealthyPercentage and MaxHealthyPercentage cannot be greater \
                 than 100.",
            ),
            (
                r#"{"AutoScalingGroupName": "small", "Preferences": {"AutoRollback": true}}"#,
                "(ValidationError) AutoRollback needs a DesiredConfiguration, and a group whose launch template has a \
                 numbered version.",
            ),
            (
                r#"{"AutoScalingGroupName": "small",
                    "DesiredConfiguration": {"LaunchTemplate": {"LaunchTemplateName": "web", "Version": "9"}}}"#,
                "(ValidationError) You must use a valid fully-formed launch template. Could not find the specified version \
                 9 for the launch template with ID {lt}.",
            ),
        ],
    );
    let none = "(ActiveInstanceRefreshNotFound) No in progress or pending Instance Refresh found for Auto Scaling group small";
    check(
        "CancelInstanceRefresh",
        &[(r#"{"AutoScalingGroupName": "small"}"#, none)],
    );
    check(
        "RollbackInstanceRefresh",
        &[(r#"{"AutoScalingGroupName": "small"}"#, none)],
    );
    let blocked = "(InstanceRefreshInProgress) An Instance Refresh is in progress and blocks this action.";
    check(
        "AttachTrafficSources",
        &[(
            r#"{"AutoScalingGroupName": "web", "TrafficSources": [{"Identifier": "{tg}", "Type": "elbv2"}]}"#,
            blocked,
        )],
    );
    check(
        "AttachLoadBalancerTargetGroups",
        &[(
            r#"{"AutoScalingGroupName": "web", "TargetGroupARNs": ["{tg}"]}"#,
            blocked,
        )],
    );
}

#[test]
fn pages() {
    for operation in [
        "DescribeAutoScalingGroups",
        "DescribeAutoScalingInstances",
        "DescribeScalingActivities",
        "DescribePolicies",
        "DescribeScheduledActions",
        "DescribeTags",
        "DescribeNotificationConfigurations",
    ] {
        check(
            operation,
            &[(
                r#"{"NextToken": "x"}"#,
                "(InvalidNextToken) The token is invalid.",
            )],
        );
        let too_many = account().call("autoscaling", operation, r#"{"MaxRecords": 101}"#);
        assert_eq!(too_many.expect_err(operation).code, "ValidationError");
    }
}
