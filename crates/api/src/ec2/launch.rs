//! `RunInstances`.

use super::{
    CreditSpecificationRequest, GroupIdentifier, IamInstanceProfileSpecification, Instance,
    InstanceMaintenanceOptionsRequest, InstanceNetworkInterfaceSpecification, LaunchTemplateSpecification,
    Placement, TagSpecification,
};
use crate::shape::shapes;

shapes! {
    /// Launches instances.
    pub struct RunInstancesInput {
        /// The image (AMI) to launch from; needed unless the launch template names one.
        image_id: Option<String> = "ImageId",
        /// The size of the instances, such as `t3.micro`; needed unless the launch template names one.
        instance_type: Option<String> = "InstanceType",
        /// The most to launch; as many as fit are.
        max_count: Option<i64> = "MaxCount" required at_least(1),
        /// The least to launch; if fewer fit, none is.
        min_count: Option<i64> = "MinCount" required at_least(1),
        /// Whether metrics come every minute instead of every five, for a price.
        monitoring: Option<RunInstancesMonitoring> = "Monitoring",
        /// Where to launch.
        placement: Option<Placement> = "Placement",
        /// What may reach the instances, by id; the VPC's default group if left out.
        security_group_ids: Vec<String> = "SecurityGroupIds" length(0..=5),
        /// The same by name, in the default VPC; not beside a subnet.
        security_groups: Vec<String> = "SecurityGroups" length(0..=5),
        /// The subnet, and with it the Availability Zone.
        subnet_id: Option<String> = "SubnetId",
        /// A script that runs once, at the end of the first boot: at most 16 KB before it is encoded.
        user_data: Option<String> = "UserData" base64,
        /// Tags for what the launch makes.
        tag_specifications: Vec<TagSpecification> = "TagSpecifications",
        /// What holds for everything that is not said here.
        launch_template: Option<LaunchTemplateSpecification> = "LaunchTemplate",
        /// What burstable instances do when their CPU credits are spent.
        credit_specification: Option<CreditSpecificationRequest> = "CreditSpecification",
        /// What the instances do when their host fails.
        maintenance_options: Option<InstanceMaintenanceOptionsRequest> = "MaintenanceOptions",
        /// Whether to refuse to stop the instances.
        disable_api_stop: Option<bool> = "DisableApiStop" default("false"),
        /// Whether only to say if it would be done.
        dry_run: Option<bool> = "DryRun" default("false"),
        /// Whether to refuse to terminate the instances.
        disable_api_termination: Option<bool> = "DisableApiTermination" default("false"),
        /// A word of the caller's: the same call with the same word is carried out once.
        client_token: Option<String> = "ClientToken" length(0..=64),
        /// The network interface; in place of the subnet and the security groups.
        network_interfaces: Vec<InstanceNetworkInterfaceSpecification> = "NetworkInterfaces" length(0..=1),
        /// The role that the instances act in: without one, AWS's other services answer them `AccessDenied`.
        iam_instance_profile: Option<IamInstanceProfileSpecification> = "IamInstanceProfile",
    }
    without "BlockDeviceMappings Ipv6AddressCount=0 Ipv6Addresses KernelId KeyName RamdiskId \
        ElasticGpuSpecification ElasticInferenceAccelerators InstanceMarketOptions \
        CpuOptions CapacityReservationSpecification HibernationOptions LicenseSpecifications \
        MetadataOptions EnclaveOptions PrivateDnsNameOptions \
        EnablePrimaryIpv6=false NetworkPerformanceOptions Operator SecondaryInterfaces \
        InstanceInitiatedShutdownBehavior=stop PrivateIpAddress AdditionalInfo \
        EbsOptimized=false"

    /// How closely CloudWatch is to watch.
    pub struct RunInstancesMonitoring {
        /// True for detailed monitoring: metrics every minute.
        enabled: Option<bool> = "Enabled" required,
    }
    without "MetricCategoryIds"

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
