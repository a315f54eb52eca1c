//! Calls of `LaunchInstances`, in the account of the other calls to Auto Scaling.

use super::autoscaling::{NO_GROUP, check};

#[test]
fn launching_at_once() {
    check(
        "LaunchInstances",
        &[
            (
                r#"{"AutoScalingGroupName": "none", "RequestedCapacity": 1, "ClientToken": "t"}"#,
                NO_GROUP,
            ),
            (
                r#"{"AutoScalingGroupName": "small", "RequestedCapacity": 0, "ClientToken": "t"}"#,
                "(ValidationError) 1 validation error detected: Value '0' at 'requestedCapacity' failed to satisfy \
                 constraint: Member must have value greater than or equal to 1",
            ),
            (
                r#"{"AutoScalingGroupName": "small", "RequestedCapacity": 1, "ClientToken": "t"}"#,
                "(ValidationError) New desired capacity 2 would be above max value 1 for the AutoScalingGroup.",
            ),
            (
                r#"{"AutoScalingGroupName": "small", "RequestedCapacity": 101, "ClientToken": "t"}"#,
                "(ValidationError) RequestedCapacity 101 is above the limit of 100 instances per launch.",
            ),
            (
                r#"{"AutoScalingGroupName": "small", "RequestedCapacity": 1, "ClientToken": "t",
                    "AvailabilityZones": ["us-east-2b"]}"#,
                "(ValidationError) The specified Availability Zone must be included in the Availability Zones of the Auto \
                 Scaling group.",
            ),
            (
                r#"{"AutoScalingGroupName": "small", "RequestedCapacity": 1, "ClientToken": "t",
                    "SubnetIds": ["subnet-0"]}"#,
                "(ValidationError) The subnet ID 'subnet-0' does not exist",
            ),
        ],
    );
}
