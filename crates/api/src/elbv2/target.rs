//! Targets and their health.

use crate::shape::shapes;

shapes! {
    /// Registers instances as targets; each must run.
    pub struct RegisterTargetsInput {
        /// Where.
        target_group_arn: Option<String> = "TargetGroupArn" required,
        /// Which.
        targets: Vec<TargetDescription> = "Targets" required,
    }

    /// Deregisters targets: no new requests, and gone when those in flight had time to end.
    pub struct DeregisterTargetsInput {
        /// From where.
        target_group_arn: Option<String> = "TargetGroupArn" required,
        /// Which.
        targets: Vec<TargetDescription> = "Targets" required,
    }

    /// Describes what the load balancer believes of targets.
    pub struct DescribeTargetHealthInput {
        /// The group.
        target_group_arn: Option<String> = "TargetGroupArn" required,
        /// Which of its targets; all if left out.
        targets: Vec<TargetDescription> = "Targets",
        /// What else is shown: either word asks for anomalies.
        include: Vec<String> = "Include" one_of(&["AnomalyDetection", "All"]),
    }

    /// The targets.
    pub struct DescribeTargetHealthOutput {
        /// In the order of registration.
        descriptions: Vec<TargetHealthDescription> = "TargetHealthDescriptions" always,
    }

    /// A target.
    pub struct TargetDescription {
        /// The instance.
        id: Option<String> = "Id" required,
        /// The port; the group's if left out.
        port: Option<i64> = "Port" range(1..=65_535),
    }
    without "AvailabilityZone QuicServerId"

    /// A target, and what is believed of it.
    pub struct TargetHealthDescription {
        /// The target.
        target: Option<TargetDescription> = "Target",
        /// The port that is checked.
        health_check_port: Option<String> = "HealthCheckPort",
        /// What is believed.
        target_health: Option<TargetHealth> = "TargetHealth",
        /// Whether it fails more than its peers.
        anomaly_detection: Option<AnomalyDetection> = "AnomalyDetection",
        /// Whether a zonal shift keeps requests from it.
        administrative_override: Option<AdministrativeOverride> = "AdministrativeOverride",
    }

    /// Whether a zonal shift keeps requests from a target.
    pub struct AdministrativeOverride {
        /// In a word.
        state: Option<String> = "State",
        /// AWS's code for it.
        reason: Option<String> = "Reason",
        /// The same in a sentence.
        description: Option<String> = "Description",
    }

    /// Whether a target fails more than its peers.
    pub struct AnomalyDetection {
        /// `normal` or `anomalous`.
        result: Option<String> = "Result",
        /// Whether it gets less because of that: `yes` or `no`.
        mitigation_in_effect: Option<String> = "MitigationInEffect",
    }

    /// What is believed of a target.
    pub struct TargetHealth {
        /// In a word.
        state: Option<String> = "State",
        /// Why, unless it is healthy.
        reason: Option<String> = "Reason",
        /// The same in a sentence.
        description: Option<String> = "Description",
    }
}
