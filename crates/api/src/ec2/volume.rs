//! `DescribeVolumes`: the root volumes of instances.

use super::Filter;
use crate::Timestamp;
use crate::shape::shapes;

shapes! {
    /// Describes EBS volumes: all, or those named, narrowed by filters. Here they are the root volumes of instances.
    pub struct DescribeVolumesInput {
        /// Which volumes; one that does not exist fails the call.
        volume_ids: Vec<String> = "VolumeIds",
        /// Which of them to answer with.
        filters: Vec<Filter> = "Filters",
    }
    without "IncludeManagedResources=false DryRun=false NextToken MaxResults"

    /// The volumes.
    pub struct DescribeVolumesOutput {
        /// One entry a volume.
        volumes: Vec<Volume> = "Volumes" always,
    }

    /// A disk in one Availability Zone.
    pub struct Volume {
        /// The zone's id.
        availability_zone_id: Option<String> = "AvailabilityZoneId",
        /// Reads and writes per second that it allows.
        iops: Option<i64> = "Iops",
        /// Its kind.
        volume_type: Option<String> = "VolumeType",
        /// Whether several instances may have it at a time.
        multi_attach_enabled: Option<bool> = "MultiAttachEnabled",
        /// MiB per second that it allows.
        throughput: Option<i64> = "Throughput",
        /// `vol-` and 17 hexadecimal digits.
        volume_id: Option<String> = "VolumeId",
        /// In GiB.
        size: Option<i64> = "Size",
        /// The zone's name.
        availability_zone: Option<String> = "AvailabilityZone",
        /// `in-use` while an instance has it.
        state: Option<String> = "State",
        /// When it was made.
        create_time: Option<Timestamp> = "CreateTime",
        /// Who has it.
        attachments: Vec<VolumeAttachment> = "Attachments" always,
        /// Whether what is on it is encrypted.
        encrypted: Option<bool> = "Encrypted",
    }

    /// An instance that has a volume.
    pub struct VolumeAttachment {
        /// Whether the volume goes with the instance.
        delete_on_termination: Option<bool> = "DeleteOnTermination",
        /// The volume.
        volume_id: Option<String> = "VolumeId",
        /// The instance.
        instance_id: Option<String> = "InstanceId",
        /// Where it is attached.
        device: Option<String> = "Device",
        /// `attached`.
        state: Option<String> = "State",
        /// Since when.
        attach_time: Option<Timestamp> = "AttachTime",
    }
}
