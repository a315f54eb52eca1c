//! Groups and their instances.

use super::{EnabledMetric, Tag};
use crate::Timestamp;
use crate::shape::shapes;

shapes! {
    /// Makes a group, which launches its instances at once.
    pub struct CreateAutoScalingGroupInput {
        /// Its name, unique in the Region.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// What to launch.
        launch_template: Option<LaunchTemplateSpecification> = "LaunchTemplate",
        /// The least instances.
        min_size: Option<i64> = "MinSize" required range(0..=10_000),
        /// The most instances.
        max_size: Option<i64> = "MaxSize" required range(0..=10_000),
        /// As many as it should have; the least if left out.
        desired_capacity: Option<i64> = "DesiredCapacity" range(0..=10_000),
        /// Seconds between simple scaling acts.
        default_cooldown: Option<i64> = "DefaultCooldown" range(0..=172_800) default("300"),
        /// Zones by name; the subnets' if left out.
        availability_zones: Vec<String> = "AvailabilityZones",
        /// Where instances are registered.
        target_group_arns: Vec<String> = "TargetGroupARNs",
        /// Whose checks count: `EC2`, or `ELB` besides.
        health_check_type: Option<String> = "HealthCheckType" length(1..=32) default("EC2"),
        /// Seconds after coming into service in which failed checks do not count.
        grace_period: Option<i64> = "HealthCheckGracePeriod" range(0..=86_400) default("0"),
        /// Subnets, parted by commas.
        vpc_zone_identifier: Option<String> = "VPCZoneIdentifier" length(1..=5_000),
        /// Which instance goes first, in order.
        termination_policies: Vec<String> = "TerminationPolicies",
        /// Whether new instances are protected from scale-in.
        protect_new: Option<bool> = "NewInstancesProtectedFromScaleIn" default("false"),
        /// Tags for it, and for its instances.
        tags: Vec<Tag> = "Tags",
        /// Seconds until a new instance counts for scaling.
        default_warmup: Option<i64> = "DefaultInstanceWarmup" range(-1..=3_600),
    }
    without "LaunchConfigurationName MixedInstancesPolicy InstanceId AvailabilityZoneIds LoadBalancerNames PlacementGroup \
        CapacityRebalance=false LifecycleHookSpecificationList DeletionProtection=none ServiceLinkedRoleARN \
        MaxInstanceLifetime Context DesiredCapacityType=units TrafficSources InstanceMaintenancePolicy \
        AvailabilityZoneDistribution AvailabilityZoneImpairmentPolicy SkipZonalShiftValidation=false \
        CapacityReservationSpecification InstanceLifecyclePolicy Operator"

    /// Changes a group; what is left out stays.
    pub struct UpdateAutoScalingGroupInput {
        /// Which.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// What to launch from now on.
        launch_template: Option<LaunchTemplateSpecification> = "LaunchTemplate",
        /// The least instances.
        min_size: Option<i64> = "MinSize" range(0..=10_000),
        /// The most instances.
        max_size: Option<i64> = "MaxSize" range(0..=10_000),
        /// As many as it should have.
        desired_capacity: Option<i64> = "DesiredCapacity" range(0..=10_000),
        /// Seconds between simple scaling acts.
        default_cooldown: Option<i64> = "DefaultCooldown" range(0..=172_800),
        /// Zones by name.
        availability_zones: Vec<String> = "AvailabilityZones",
        /// Whose checks count.
        health_check_type: Option<String> = "HealthCheckType" length(1..=32),
        /// Seconds after coming into service in which failed checks do not count.
        grace_period: Option<i64> = "HealthCheckGracePeriod" range(0..=86_400),
        /// Subnets, parted by commas.
        vpc_zone_identifier: Option<String> = "VPCZoneIdentifier" length(1..=5_000),
        /// Which instance goes first, in order.
        termination_policies: Vec<String> = "TerminationPolicies",
        /// Whether new instances are protected from scale-in.
        protect_new: Option<bool> = "NewInstancesProtectedFromScaleIn",
        /// Seconds until a new instance counts for scaling.
        default_warmup: Option<i64> = "DefaultInstanceWarmup" range(-1..=3_600),
    }
    without "LaunchConfigurationName MixedInstancesPolicy AvailabilityZoneIds PlacementGroup ServiceLinkedRoleARN \
        MaxInstanceLifetime CapacityRebalance=false Context DesiredCapacityType=units InstanceMaintenancePolicy \
        AvailabilityZoneDistribution AvailabilityZoneImpairmentPolicy SkipZonalShiftValidation=false \
        CapacityReservationSpecification InstanceLifecyclePolicy DeletionProtection=none"

    /// Deletes a group; with force, its instances too.
    pub struct DeleteAutoScalingGroupInput {
        /// Which.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// Whether its instances are terminated.
        force_delete: Option<bool> = "ForceDelete" default("false"),
    }

    /// Describes groups.
    pub struct DescribeAutoScalingGroupsInput {
        /// These; all if left out. One that is not there is passed over.
        group_names: Vec<String> = "AutoScalingGroupNames",
    }
    without "IncludeInstances=true IncludeManagedResources=false NextToken MaxRecords Filters"

    /// The groups.
    pub struct DescribeAutoScalingGroupsOutput {
        /// By name.
        groups: Vec<AutoScalingGroup> = "AutoScalingGroups" always,
    }

    /// Describes the instances of groups.
    pub struct DescribeAutoScalingInstancesInput {
        /// These; all if left out.
        instance_ids: Vec<String> = "InstanceIds",
    }
    without "IncludeManagedResources=false MaxRecords NextToken"

    /// The instances.
    pub struct DescribeAutoScalingInstancesOutput {
        /// In the order of launch.
        instances: Vec<AutoScalingInstanceDetails> = "AutoScalingInstances" always,
    }

    /// A launch template and its version.
    pub struct LaunchTemplateSpecification {
        /// The template, by id.
        id: Option<String> = "LaunchTemplateId" length(1..=255),
        /// The template, by name.
        name: Option<String> = "LaunchTemplateName" length(3..=128),
        /// A number, `$Latest` or `$Default`; the default if left out.
        version: Option<String> = "Version" length(1..=255),
    }

    /// A group.
    pub struct AutoScalingGroup {
        /// Its name.
        group_name: Option<String> = "AutoScalingGroupName",
        /// Its name among all resources of AWS.
        group_arn: Option<String> = "AutoScalingGroupARN",
        /// What it launches.
        launch_template: Option<LaunchTemplateSpecification> = "LaunchTemplate",
        /// The least instances.
        min_size: Option<i64> = "MinSize",
        /// The most instances.
        max_size: Option<i64> = "MaxSize",
        /// As many as it should have.
        desired_capacity: Option<i64> = "DesiredCapacity",
        /// Seconds between simple scaling acts.
        default_cooldown: Option<i64> = "DefaultCooldown",
        /// Its zones, by name.
        availability_zones: Vec<String> = "AvailabilityZones" always,
        /// Where instances are registered.
        target_group_arns: Vec<String> = "TargetGroupARNs" always,
        /// Whose checks count.
        health_check_type: Option<String> = "HealthCheckType",
        /// Seconds after coming into service in which failed checks do not count.
        grace_period: Option<i64> = "HealthCheckGracePeriod",
        /// Its instances.
        instances: Vec<Instance> = "Instances" always,
        /// When it was made.
        created_time: Option<Timestamp> = "CreatedTime",
        /// What it does not do at the moment.
        suspended_processes: Vec<SuspendedProcess> = "SuspendedProcesses" always,
        /// Its subnets, parted by commas.
        vpc_zone_identifier: Option<String> = "VPCZoneIdentifier",
        /// The metrics of it that are told.
        enabled_metrics: Vec<EnabledMetric> = "EnabledMetrics" always,
        /// `Delete in progress` while it is being deleted.
        status: Option<String> = "Status",
        /// Its tags.
        tags: Vec<Tag> = "Tags" always,
        /// Which instance goes first.
        termination_policies: Vec<String> = "TerminationPolicies" always,
        /// Whether new instances are protected from scale-in.
        protect_new: Option<bool> = "NewInstancesProtectedFromScaleIn",
        /// Seconds until a new instance counts for scaling.
        default_warmup: Option<i64> = "DefaultInstanceWarmup",
    }

    /// An instance of a group.
    pub struct Instance {
        /// Its id.
        instance_id: Option<String> = "InstanceId",
        /// Its type.
        instance_type: Option<String> = "InstanceType",
        /// Its zone.
        availability_zone: Option<String> = "AvailabilityZone",
        /// Where it is in its life in the group.
        lifecycle_state: Option<String> = "LifecycleState",
        /// `Healthy` or `Unhealthy`.
        health_status: Option<String> = "HealthStatus",
        /// What it was launched from.
        launch_template: Option<LaunchTemplateSpecification> = "LaunchTemplate",
        /// Whether scale-in passes it over.
        protected: Option<bool> = "ProtectedFromScaleIn",
    }

    /// An instance of a group, with its group.
    pub struct AutoScalingInstanceDetails {
        /// Its id.
        instance_id: Option<String> = "InstanceId",
        /// Its type.
        instance_type: Option<String> = "InstanceType",
        /// Its group.
        group_name: Option<String> = "AutoScalingGroupName",
        /// Its zone.
        availability_zone: Option<String> = "AvailabilityZone",
        /// Where it is in its life in the group.
        lifecycle_state: Option<String> = "LifecycleState",
        /// `HEALTHY` or `UNHEALTHY`.
        health_status: Option<String> = "HealthStatus",
        /// What it was launched from.
        launch_template: Option<LaunchTemplateSpecification> = "LaunchTemplate",
        /// Whether scale-in passes it over.
        protected: Option<bool> = "ProtectedFromScaleIn",
    }

    /// Something that a group does not do at the moment.
    pub struct SuspendedProcess {
        /// What.
        process_name: Option<String> = "ProcessName",
        /// Since when.
        suspension_reason: Option<String> = "SuspensionReason",
    }
}
