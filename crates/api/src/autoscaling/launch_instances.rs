//! Launching instances into a group at once, with an answer that tells which.

use crate::shape::shapes;

/// What becomes of instances that cannot be launched at once.
pub const RETRY_STRATEGIES: &[&str] = &["retry-with-group-configuration", "none"];

shapes! {
    /// Launches instances into a group at once; the group should have as many more from now on.
    pub struct LaunchInstancesInput {
        /// Into which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// How many; at most 100.
        requested_capacity: Option<i64> = "RequestedCapacity" required range(1..=i64::MAX),
        /// A word of the caller's: the same one launches nothing twice.
        client_token: Option<String> = "ClientToken" required length(1..=64),
        /// The zone, by name; a group of one zone needs none.
        availability_zones: Vec<String> = "AvailabilityZones" length(0..=1),
        /// The zone, by id.
        availability_zone_ids: Vec<String> = "AvailabilityZoneIds" length(0..=1),
        /// The zone, by its subnet.
        subnet_ids: Vec<String> = "SubnetIds" length(0..=1),
        /// Whether the group goes on by itself, in any of its zones, where there was no room.
        retry_strategy: Option<String> = "RetryStrategy" one_of(RETRY_STRATEGIES) default("none"),
    }

    /// What was launched, and what was not.
    pub struct LaunchInstancesOutput {
        /// The group.
        group_name: Option<String> = "AutoScalingGroupName",
        /// The caller's word.
        client_token: Option<String> = "ClientToken",
        /// The instances.
        instances: Vec<InstanceCollection> = "Instances" always,
        /// Why there are not as many as were asked for.
        errors: Vec<LaunchInstancesError> = "Errors" always,
    }

    /// Instances that were launched together.
    pub struct InstanceCollection {
        /// Their type.
        instance_type: Option<String> = "InstanceType",
        /// `OnDemand`.
        market_type: Option<String> = "MarketType",
        /// Their subnet.
        subnet_id: Option<String> = "SubnetId",
        /// Their zone, by name.
        availability_zone: Option<String> = "AvailabilityZone",
        /// Their zone, by id.
        availability_zone_id: Option<String> = "AvailabilityZoneId",
        /// Their ids.
        instance_ids: Vec<String> = "InstanceIds" always,
    }

    /// Why instances could not be launched.
    pub struct LaunchInstancesError {
        /// Their type.
        instance_type: Option<String> = "InstanceType",
        /// `OnDemand`.
        market_type: Option<String> = "MarketType",
        /// The subnet.
        subnet_id: Option<String> = "SubnetId",
        /// The zone, by name.
        availability_zone: Option<String> = "AvailabilityZone",
        /// The zone, by id.
        availability_zone_id: Option<String> = "AvailabilityZoneId",
        /// EC2's code: `InsufficientInstanceCapacity`.
        error_code: Option<String> = "ErrorCode",
        /// EC2's message.
        error_message: Option<String> = "ErrorMessage",
    }
}
