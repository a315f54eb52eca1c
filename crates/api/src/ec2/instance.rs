//! An instance as EC2 describes it, and `DescribeInstances`.

use super::{Filter, IamInstanceProfile, InstanceMaintenanceOptions, Tag};
use crate::Timestamp;
use crate::shape::shapes;

/// The states of an instance (`InstanceStateName`).
pub const INSTANCE_STATE_NAMES: &[&str] = &[
    "pending",
    "running",
    "shutting-down",
    "terminated",
    "stopping",
    "stopped",
];

shapes! {
    /// A virtual server.
    pub struct Instance {
        /// Of its image.
        architecture: Option<String> = "Architecture",
        /// What runs it; EC2 says `xen` for Nitro too.
        hypervisor: Option<String> = "Hypervisor",
        /// The role that it acts in.
        iam_instance_profile: Option<IamInstanceProfile> = "IamInstanceProfile",
        /// Where the root volume is attached.
        root_device_name: Option<String> = "RootDeviceName",
        /// `ebs`: the root volume outlives a stop.
        root_device_type: Option<String> = "RootDeviceType",
        /// What may reach it.
        security_groups: Vec<GroupIdentifier> = "SecurityGroups" always,
        /// Why it last changed its state.
        state_reason: Option<StateReason> = "StateReason",
        /// Its labels.
        tags: Vec<Tag> = "Tags",
        /// How its image is virtualised.
        virtualization_type: Option<String> = "VirtualizationType",
        /// Its processors.
        cpu_options: Option<CpuOptions> = "CpuOptions",
        /// The operating system as the bill names it.
        platform_details: Option<String> = "PlatformDetails",
        /// What happens when its host fails.
        maintenance_options: Option<InstanceMaintenanceOptions> = "MaintenanceOptions",
        /// Its id: `i-` and 17 hexadecimal digits.
        instance_id: Option<String> = "InstanceId",
        /// What it was launched from.
        image_id: Option<String> = "ImageId",
        /// Where it is in its life.
        state: Option<InstanceState> = "State",
        /// Its name inside the VPC.
        private_dns_name: Option<String> = "PrivateDnsName",
        /// Its name on the internet; empty while it has no public address.
        public_dns_name: Option<String> = "PublicDnsName",
        /// Why it last changed its state, with the time, in EC2's words; empty if there is nothing to say.
        state_transition_reason: Option<String> = "StateTransitionReason",
        /// Its position in the launch it came from.
        ami_launch_index: Option<i64> = "AmiLaunchIndex",
        /// Its size.
        instance_type: Option<String> = "InstanceType",
        /// When it was last launched or started.
        launch_time: Option<Timestamp> = "LaunchTime",
        /// Where it stands.
        placement: Option<Placement> = "Placement",
        /// How closely CloudWatch watches it.
        monitoring: Option<Monitoring> = "Monitoring",
        /// The subnet it is in.
        subnet_id: Option<String> = "SubnetId",
        /// The VPC it is in.
        vpc_id: Option<String> = "VpcId",
        /// Its address inside the VPC; kept while it is stopped.
        private_ip_address: Option<String> = "PrivateIpAddress",
        /// Its address on the internet; given back on stop, a new one on start.
        public_ip_address: Option<String> = "PublicIpAddress",
    }

    /// A security group by id and name.
    pub struct GroupIdentifier {
        /// Its id.
        group_id: Option<String> = "GroupId",
        /// Its name.
        group_name: Option<String> = "GroupName",
    }

    /// Where an instance is in its life.
    pub struct InstanceState {
        /// 0 pending, 16 running, 32 shutting-down, 48 terminated, 64 stopping, 80 stopped.
        code: Option<i64> = "Code",
        /// The same in a word.
        name: Option<String> = "Name" one_of(INSTANCE_STATE_NAMES),
    }

    /// Why something changed its state.
    pub struct StateReason {
        /// A code such as `Client.UserInitiatedShutdown`.
        code: Option<String> = "Code",
        /// A sentence.
        message: Option<String> = "Message",
    }

    /// The processors of an instance.
    pub struct CpuOptions {
        /// Cores.
        core_count: Option<i64> = "CoreCount",
        /// Threads in each core; cores times threads are the vCPUs.
        threads_per_core: Option<i64> = "ThreadsPerCore",
    }

    /// Where an instance stands.
    pub struct Placement {
        /// The zone's id, the same in every account.
        availability_zone_id: Option<String> = "AvailabilityZoneId",
        /// Whether the hardware is shared.
        tenancy: Option<String> = "Tenancy" one_of(&["default"]) default("default"),
        /// The zone's name.
        availability_zone: Option<String> = "AvailabilityZone",
    }
    without "Affinity GroupName PartitionNumber HostId SpreadDomain HostResourceGroupArn GroupId"

    /// How closely CloudWatch watches an instance.
    pub struct Monitoring {
        /// `disabled`: a value every five minutes; `enabled`: every minute.
        state: Option<String> = "State" one_of(&["disabled", "disabling", "enabled", "pending"]),
    }

    /// The instances of one launch.
    pub struct Reservation {
        /// The launch's id.
        reservation_id: Option<String> = "ReservationId",
        /// The account.
        owner_id: Option<String> = "OwnerId",
        /// Empty in a VPC.
        groups: Vec<GroupIdentifier> = "Groups" always,
        /// The instances.
        instances: Vec<Instance> = "Instances" always,
    }

    /// Describes instances: all, or those named, narrowed by filters.
    pub struct DescribeInstancesInput {
        /// Which instances; one that does not exist fails the call.
        instance_ids: Vec<String> = "InstanceIds",
        /// Which of them to answer with.
        filters: Vec<Filter> = "Filters",
    }
    without "IncludeManagedResources DryRun=false NextToken MaxResults"

    /// The instances, launch by launch.
    pub struct DescribeInstancesOutput {
        /// The launches.
        reservations: Vec<Reservation> = "Reservations" always,
    }
}
