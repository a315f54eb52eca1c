//! `ModifyInstanceAttribute` and `DescribeInstanceAttribute`.

use super::GroupIdentifier;
use crate::shape::shapes;

/// What can be asked of an instance (`InstanceAttributeName`).
pub const INSTANCE_ATTRIBUTES: &[&str] = &[
    "instanceType",
    "kernel",
    "ramdisk",
    "userData",
    "disableApiTermination",
    "instanceInitiatedShutdownBehavior",
    "rootDeviceName",
    "blockDeviceMapping",
    "productCodes",
    "sourceDestCheck",
    "groupSet",
    "ebsOptimized",
    "sriovNetSupport",
    "enaSupport",
    "enclaveOptions",
    "disableApiStop",
];

shapes! {
    /// Changes one attribute of an instance; its type and its user data only while it is stopped.
    pub struct ModifyInstanceAttributeInput {
        /// Whether to refuse to stop it.
        disable_api_stop: Option<AttributeBooleanValue> = "DisableApiStop",
        /// The instance.
        instance_id: Option<String> = "InstanceId" required,
        /// Whether to refuse to terminate it.
        disable_api_termination: Option<AttributeBooleanValue> = "DisableApiTermination",
        /// Another size.
        instance_type: Option<AttributeValue> = "InstanceType",
        /// Another script; it does not run on the next start.
        user_data: Option<BlobAttributeValue> = "UserData",
        /// Other security groups, instead of all it has.
        groups: Vec<String> = "Groups" length(0..=5),
    }
    without "SourceDestCheck EnclaveOptions DryRun=false Attribute Value BlockDeviceMappings \
        Kernel Ramdisk InstanceInitiatedShutdownBehavior EbsOptimized SriovNetSupport EnaSupport"

    /// Tells one attribute of an instance.
    pub struct DescribeInstanceAttributeInput {
        /// The instance.
        instance_id: Option<String> = "InstanceId" required,
        /// Which attribute.
        attribute: Option<String> = "Attribute" required one_of(INSTANCE_ATTRIBUTES),
    }
    without "DryRun=false"

    /// The instance and the attribute.
    pub struct DescribeInstanceAttributeOutput {
        /// Whether EC2 refuses to terminate it.
        disable_api_termination: Option<AttributeBooleanValue> = "DisableApiTermination",
        /// Whether its image has the driver for enhanced networking.
        ena_support: Option<AttributeBooleanValue> = "EnaSupport",
        /// Whether it has a connection of its own to its volumes.
        ebs_optimized: Option<AttributeBooleanValue> = "EbsOptimized",
        /// The instance.
        instance_id: Option<String> = "InstanceId",
        /// What a shutdown from inside does.
        instance_initiated_shutdown_behavior: Option<AttributeValue> = "InstanceInitiatedShutdownBehavior",
        /// Its size.
        instance_type: Option<AttributeValue> = "InstanceType",
        /// Where its root volume is attached.
        root_device_name: Option<AttributeValue> = "RootDeviceName",
        /// Whether its interface drops what is not meant for it.
        source_dest_check: Option<AttributeBooleanValue> = "SourceDestCheck",
        /// Its script, as base64.
        user_data: Option<AttributeValue> = "UserData",
        /// Whether EC2 refuses to stop it.
        disable_api_stop: Option<AttributeBooleanValue> = "DisableApiStop",
        /// Its security groups.
        groups: Vec<GroupIdentifier> = "Groups",
    }

    /// A truth.
    pub struct AttributeBooleanValue {
        /// The truth.
        value: Option<bool> = "Value" needed,
    }

    /// A text.
    pub struct AttributeValue {
        /// The text.
        value: Option<String> = "Value" needed,
    }

    /// A piece of data.
    pub struct BlobAttributeValue {
        /// The data, as base64.
        value: Option<String> = "Value" needed base64,
    }
}
