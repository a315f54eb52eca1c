//! `ModifyInstanceMaintenanceOptions`, and the same at launch.

use crate::shape::shapes;

/// What happens when a host fails (`InstanceAutoRecoveryState`).
pub const AUTO_RECOVERY: &[&str] = &["default", "disabled"];

shapes! {
    /// Changes whether EC2 moves an instance to another host when its own fails.
    pub struct ModifyInstanceMaintenanceOptionsInput {
        /// The instance.
        instance_id: Option<String> = "InstanceId" required,
        /// `default`: it does, where the type allows. `disabled`: it does not.
        auto_recovery: Option<String> = "AutoRecovery" one_of(AUTO_RECOVERY),
    }
    without "RebootMigration DryRun=false"

    /// How it is now.
    pub struct ModifyInstanceMaintenanceOptionsOutput {
        /// The instance.
        instance_id: Option<String> = "InstanceId",
        /// `default` or `disabled`.
        auto_recovery: Option<String> = "AutoRecovery",
    }

    /// What new instances are to do when their host fails.
    pub struct InstanceMaintenanceOptionsRequest {
        /// `default` or `disabled`.
        auto_recovery: Option<String> = "AutoRecovery" one_of(AUTO_RECOVERY),
    }

    /// What an instance does when its host fails.
    pub struct InstanceMaintenanceOptions {
        /// `default` or `disabled`.
        auto_recovery: Option<String> = "AutoRecovery",
    }
}
