//! `ModifyInstanceAttribute`.

use crate::shape::shapes;

shapes! {
    /// Changes one attribute of an instance; its type and its user data only while it is stopped.
    pub struct ModifyInstanceAttributeInput {
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
    without "SourceDestCheck EnclaveOptions DisableApiStop DryRun=false Attribute Value BlockDeviceMappings \
        Kernel Ramdisk InstanceInitiatedShutdownBehavior EbsOptimized SriovNetSupport EnaSupport"

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
