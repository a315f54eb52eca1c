//! Groups and their instances.

use super::{EnabledMetric, RESULTS, TRANSITIONS, Tag, TrafficSourceIdentifier};
use crate::Timestamp;
use crate::shape::shapes;

/// What keeps a group from being deleted.
pub const DELETION_PROTECTIONS: &[&str] = &["none", "prevent-force-deletion", "prevent-all-deletion"];
/// What a group does when a zone has no room.
pub const DISTRIBUTIONS: &[&str] = &["balanced-best-effort", "balanced-only"];
/// What becomes of unhealthy instances in a zone that is shifted away from.
pub const IMPAIRED_ZONE_BEHAVIORS: &[&str] = &["ReplaceUnhealthy", "IgnoreUnhealthy"];

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
        /// Zones by id.
        availability_zone_ids: Vec<String> = "AvailabilityZoneIds",
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
        /// Its first lifecycle hooks.
        hooks: Vec<LifecycleHookSpecification> = "LifecycleHookSpecificationList",
        /// What keeps it from being deleted.
        deletion_protection: Option<String> = "DeletionProtection" one_of(DELETION_PROTECTIONS) default("none"),
        /// Tags for it, and for its instances.
        tags: Vec<Tag> = "Tags",
        /// Seconds that an instance may be in service; 0 or at least a day.
        max_lifetime: Option<i64> = "MaxInstanceLifetime",
        /// Reserved.
        context: Option<String> = "Context",
        /// Seconds until a new instance counts for scaling.
        default_warmup: Option<i64> = "DefaultInstanceWarmup" range(-1..=3_600),
        /// Where instances are registered, said in the newer way.
        traffic_sources: Vec<TrafficSourceIdentifier> = "TrafficSources",
        /// How replacements keep capacity.
        maintenance_policy: Option<InstanceMaintenancePolicy> = "InstanceMaintenancePolicy",
        /// What it does when a zone has no room.
        zone_distribution: Option<AvailabilityZoneDistribution> = "AvailabilityZoneDistribution",
        /// Whether zonal shifts concern it, and how.
        impairment_policy: Option<AvailabilityZoneImpairmentPolicy> = "AvailabilityZoneImpairmentPolicy",
        /// Whether a target group whose nodes keep to their zone is no obstacle.
        skip_shift_validation: Option<bool> = "SkipZonalShiftValidation" default("false"),
    }
    without "LaunchConfigurationName MixedInstancesPolicy InstanceId LoadBalancerNames PlacementGroup \
        CapacityRebalance=false ServiceLinkedRoleARN DesiredCapacityType=units \
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
        /// Zones by id.
        availability_zone_ids: Vec<String> = "AvailabilityZoneIds",
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
        /// Seconds that an instance may be in service; 0 or at least a day.
        max_lifetime: Option<i64> = "MaxInstanceLifetime",
        /// Reserved.
        context: Option<String> = "Context",
        /// Seconds until a new instance counts for scaling.
        default_warmup: Option<i64> = "DefaultInstanceWarmup" range(-1..=3_600),
        /// How replacements keep capacity; both numbers -1 to clear it.
        maintenance_policy: Option<InstanceMaintenancePolicy> = "InstanceMaintenancePolicy",
        /// What it does when a zone has no room.
        zone_distribution: Option<AvailabilityZoneDistribution> = "AvailabilityZoneDistribution",
        /// Whether zonal shifts concern it, and how.
        impairment_policy: Option<AvailabilityZoneImpairmentPolicy> = "AvailabilityZoneImpairmentPolicy",
        /// Whether a target group whose nodes keep to their zone is no obstacle.
        skip_shift_validation: Option<bool> = "SkipZonalShiftValidation" default("false"),
        /// What keeps it from being deleted.
        deletion_protection: Option<String> = "DeletionProtection" one_of(DELETION_PROTECTIONS),
    }
    without "LaunchConfigurationName MixedInstancesPolicy PlacementGroup ServiceLinkedRoleARN CapacityRebalance=false \
        DesiredCapacityType=units CapacityReservationSpecification InstanceLifecyclePolicy"

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
        /// Whether with their instances.
        include_instances: Option<bool> = "IncludeInstances" default("true"),
        /// Where the answer before ended.
        next_token: Option<String> = "NextToken",
        /// Entries in an answer.
        max_records: Option<i64> = "MaxRecords" range(1..=100) default("50"),
        /// Only those with these tags.
        filters: Vec<Filter> = "Filters",
    }
    without "IncludeManagedResources=false"

    /// Which groups to answer with.
    pub struct Filter {
        /// `tag-key`, `tag-value`, or `tag:` and a key.
        name: Option<String> = "Name",
        /// Any of these.
        values: Vec<String> = "Values",
    }

    /// The groups.
    pub struct DescribeAutoScalingGroupsOutput {
        /// By name.
        groups: Vec<AutoScalingGroup> = "AutoScalingGroups" always,
        /// To ask for more, if there are more.
        next_token: Option<String> = "NextToken",
    }

    /// Describes the instances of groups.
    pub struct DescribeAutoScalingInstancesInput {
        /// These; all if left out.
        instance_ids: Vec<String> = "InstanceIds",
        /// Entries in an answer.
        max_records: Option<i64> = "MaxRecords" range(1..=50) default("50"),
        /// Where the answer before ended.
        next_token: Option<String> = "NextToken",
    }
    without "IncludeManagedResources=false"

    /// The instances.
    pub struct DescribeAutoScalingInstancesOutput {
        /// In the order of launch.
        instances: Vec<AutoScalingInstanceDetails> = "AutoScalingInstances" always,
        /// To ask for more, if there are more.
        next_token: Option<String> = "NextToken",
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
        /// Its zones, by id.
        availability_zone_ids: Vec<String> = "AvailabilityZoneIds",
        /// Classic Load Balancers: none.
        load_balancer_names: Vec<String> = "LoadBalancerNames" always,
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
        /// The role that it acts in.
        service_linked_role_arn: Option<String> = "ServiceLinkedRoleARN",
        /// Seconds that an instance may be in service.
        max_lifetime: Option<i64> = "MaxInstanceLifetime",
        /// Whether it replaces Spot Instances at risk.
        capacity_rebalance: Option<bool> = "CapacityRebalance",
        /// Reserved.
        context: Option<String> = "Context",
        /// Seconds until a new instance counts for scaling.
        default_warmup: Option<i64> = "DefaultInstanceWarmup",
        /// Where instances are registered, said in the newer way.
        traffic_sources: Vec<TrafficSourceIdentifier> = "TrafficSources" always,
        /// How replacements keep capacity.
        maintenance_policy: Option<InstanceMaintenancePolicy> = "InstanceMaintenancePolicy",
        /// What keeps it from being deleted.
        deletion_protection: Option<String> = "DeletionProtection",
        /// What it does when a zone has no room.
        zone_distribution: Option<AvailabilityZoneDistribution> = "AvailabilityZoneDistribution",
        /// Whether zonal shifts concern it, and how.
        impairment_policy: Option<AvailabilityZoneImpairmentPolicy> = "AvailabilityZoneImpairmentPolicy",
    }

    /// How replacements keep capacity, in percent of what the group should have.
    pub struct InstanceMaintenancePolicy {
        /// At least so many healthy and in service.
        min_healthy: Option<i64> = "MinHealthyPercentage" range(-1..=100),
        /// At most so many, those that start included.
        max_healthy: Option<i64> = "MaxHealthyPercentage" range(-1..=200),
    }

    /// What a group does when a zone has no room.
    pub struct AvailabilityZoneDistribution {
        /// Whether it turns to other zones.
        strategy: Option<String> = "CapacityDistributionStrategy" one_of(DISTRIBUTIONS)
            default("balanced-best-effort"),
    }

    /// Whether zonal shifts concern a group, and how.
    pub struct AvailabilityZoneImpairmentPolicy {
        /// Whether they do.
        zonal_shift: Option<bool> = "ZonalShiftEnabled",
        /// What becomes of unhealthy instances in the zone that is shifted away from.
        unhealthy: Option<String> = "ImpairedZoneHealthCheckBehavior" one_of(IMPAIRED_ZONE_BEHAVIORS),
    }

    /// A lifecycle hook of a new group.
    pub struct LifecycleHookSpecification {
        /// Its name, unique in the group.
        name: Option<String> = "LifecycleHookName" required length(1..=255),
        /// When it holds an instance.
        transition: Option<String> = "LifecycleTransition" required one_of(TRANSITIONS),
        /// What to tell whoever waits for it.
        metadata: Option<String> = "NotificationMetadata" length(1..=4_000),
        /// Seconds until it gives up.
        heartbeat: Option<i64> = "HeartbeatTimeout" range(30..=7_200) default("3600"),
        /// What then holds.
        default_result: Option<String> = "DefaultResult" one_of(RESULTS) default("ABANDON"),
    }
    without "NotificationTargetARN RoleARN"

    /// An instance of a group.
    pub struct Instance {
        /// Its id.
        instance_id: Option<String> = "InstanceId",
        /// Its type.
        instance_type: Option<String> = "InstanceType",
        /// Its zone.
        availability_zone: Option<String> = "AvailabilityZone",
        /// Its zone, by id.
        availability_zone_id: Option<String> = "AvailabilityZoneId",
        /// Where it is in its life in the group.
        lifecycle_state: Option<String> = "LifecycleState",
        /// `Healthy` or `Unhealthy`.
        health_status: Option<String> = "HealthStatus",
        /// What it was launched from.
        launch_template: Option<LaunchTemplateSpecification> = "LaunchTemplate",
        /// The image that it runs.
        image_id: Option<String> = "ImageId",
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
        /// Its zone, by id.
        availability_zone_id: Option<String> = "AvailabilityZoneId",
        /// Where it is in its life in the group.
        lifecycle_state: Option<String> = "LifecycleState",
        /// `HEALTHY` or `UNHEALTHY`.
        health_status: Option<String> = "HealthStatus",
        /// What it was launched from.
        launch_template: Option<LaunchTemplateSpecification> = "LaunchTemplate",
        /// The image that it runs.
        image_id: Option<String> = "ImageId",
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
