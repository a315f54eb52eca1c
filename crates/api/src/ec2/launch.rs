//! `RunInstances`.

use super::{GroupIdentifier, Instance, Placement, TagSpecification};
use crate::shape::shapes;

shapes! {
    /// Launches instances.
    pub struct RunInstancesInput {
        /// The image (AMI) to launch from.
        image_id: Option<String> = "ImageId" needed,
        /// The size of the instances, such as `t3.micro`.
        instance_type: Option<String> = "InstanceType" needed,
        /// The most to launch; as many as fit are.
        max_count: Option<i64> = "MaxCount" required at_least(1),
        /// The least to launch; if fewer fit, none is.
        min_count: Option<i64> = "MinCount" required at_least(1),
        /// Where to launch.
        placement: Option<Placement> = "Placement",
        /// What may reach the instances, by id; the VPC's default group if left out.
        security_group_ids: Vec<String> = "SecurityGroupIds" length(0..=5),
        /// The same by name, in the default VPC.
        security_groups: Vec<String> = "SecurityGroups" length(0..=5),
        /// The subnet, and with it the Availability Zone.
        subnet_id: Option<String> = "SubnetId",
        /// A script that runs once, at the end of the first boot: at most 16 KB before it is encoded.
        user_data: Option<String> = "UserData" base64,
        /// Tags for what the launch makes.
        tag_specifications: Vec<TagSpecification> = "TagSpecifications",
        /// Whether to refuse to terminate the instances.
        disable_api_termination: Option<bool> = "DisableApiTermination" default("false"),
    }
    without "BlockDeviceMappings Ipv6AddressCount=0 Ipv6Addresses KernelId KeyName Monitoring RamdiskId \
        ElasticGpuSpecification ElasticInferenceAccelerators LaunchTemplate InstanceMarketOptions \
        CreditSpecification CpuOptions CapacityReservationSpecification HibernationOptions LicenseSpecifications \
        MetadataOptions EnclaveOptions PrivateDnsNameOptions MaintenanceOptions DisableApiStop=false \
        EnablePrimaryIpv6=false NetworkPerformanceOptions Operator SecondaryInterfaces DryRun=false \
        InstanceInitiatedShutdownBehavior=stop PrivateIpAddress ClientToken AdditionalInfo NetworkInterfaces \
        IamInstanceProfile EbsOptimized=false"

    /// One launch, and the first view of its instances.
    pub struct RunInstancesOutput {
        /// The launch's id.
        reservation_id: Option<String> = "ReservationId",
        /// The account.
        owner_id: Option<String> = "OwnerId",
        /// Empty in a VPC.
        groups: Vec<GroupIdentifier> = "Groups" always,
        /// The instances, `pending`.
        instances: Vec<Instance> = "Instances" always,
    }
}
