//! Timings and limits of EC2, each with its unit and source.
//!
//! "Field" means measured by others on real AWS and published: real, but not promised by AWS.

use des::{Law, SimDuration};

const fn uniform(from_secs: u64, to_secs: u64) -> Law {
    Law::Uniform {
        from: SimDuration::from_secs(from_secs),
        to: SimDuration::from_secs(to_secs),
    }
}

/// `pending` to `running`. Field: 16.4 to 17.8 s over five types (2026), 4.9 s in an older sample; our choice is the newer.
pub const PENDING: Law = uniform(15, 19);
/// `running` until the operating system answers. Field: 3.0 to 3.2 s on Amazon Linux 2023; about 23 s in an older sample.
pub const OS_BOOT: Law = uniform(3, 8);
/// The golden image's app, started by the operating system. Our choice.
pub const APP_START: Law = uniform(6, 10);
/// User data that downloads, installs and starts the app, after the operating system is up. Our choice within 1 to 3 min.
pub const USER_DATA_RUN: Law = uniform(75, 105);
/// User data whose download finds no way to S3 gives up. Source: tcp(7): a Linux connection is given up after about 127 s.
pub const DOWNLOAD_TIMEOUT: Law = Law::Constant(SimDuration::from_secs(127));
/// An orderly shutdown of the operating system, as part of a reboot. Our choice.
pub const OS_SHUTDOWN: Law = uniform(4, 8);
/// `stopping` to `stopped`. Our choice within "tens of seconds".
pub const STOPPING: Law = uniform(25, 35);
/// `shutting-down` to `terminated`. Our choice within "tens of seconds to a couple of minutes".
pub const SHUTTING_DOWN: Law = uniform(25, 35);
/// After entering `running`, status checks are `initializing` this long. AWS: "within a few minutes"; our choice.
pub const STATUS_INITIALIZING: SimDuration = SimDuration::from_secs(120);
/// Status checks run once a minute. Source: EC2 User Guide, "Status checks for your instances".
pub const STATUS_CHECK_PERIOD: SimDuration = SimDuration::from_secs(60);
/// A terminated instance stays visible for about an hour. Source: EC2 User Guide, "Terminate your instance".
pub const TERMINATED_VISIBLE: SimDuration = SimDuration::from_mins(60);
/// Usable addresses in a default `/20` subnet: 4,096 less the five that AWS reserves. Source: VPC User Guide, "Subnet CIDR blocks".
pub const SUBNET_ADDRESSES: u32 = 4_091;
/// Inbound rules that one security group may have. Source: VPC User Guide, "Amazon VPC quotas".
pub const RULES_PER_GROUP: usize = 60;
/// Security groups that a Region may have. Source: VPC User Guide, "Amazon VPC quotas".
pub const SECURITY_GROUPS: usize = 2_500;
/// Launch templates that a Region may have. Source: EC2 User Guide, "Restrictions for launch templates".
pub const LAUNCH_TEMPLATES: usize = 5_000;
/// Tags that one resource may have. Source: EC2 User Guide, "Tag your Amazon EC2 resources".
pub const TAGS_PER_RESOURCE: usize = 50;
/// The addresses of a default VPC. Source: VPC User Guide, "Default VPC".
pub const VPC_BLOCK: &str = "172.31.0.0/16";
/// The account that owns AWS's own Linux images. Source: Amazon Linux 2023 User Guide.
pub const AMAZON_ACCOUNT_ID: &str = "137112412989";
/// User data is at most this many bytes before encoding. Source: EC2 User Guide, "Run commands at launch".
pub const USER_DATA_BYTES_MAX: usize = 16 * 1024;
/// Ids that one `DescribeInstanceStatus` may name. Source: EC2 API Reference, DescribeInstanceStatus.
pub const STATUS_IDS_MAX: usize = 100;
/// Running on-demand vCPUs of the Standard families that the account may have. Our choice, so that "fifteen more" fits;
/// a real new account has fewer and asks for more.
pub const VCPU_QUOTA: u32 = 256;
/// The most credits that a burstable instance may have: what it earns in this time. Surplus beyond as much is charged for,
/// and credited starts are counted over it. Source: EC2 User Guide, "CPU credits and baseline utilization".
pub const CREDITS_KEPT: SimDuration = SimDuration::from_mins(24 * 60);
/// A stopped T3, T3a or T4g instance keeps its credits this long; T2 keeps none. Source: as above.
pub const CREDITS_KEPT_STOPPED: SimDuration = SimDuration::from_mins(7 * 24 * 60);
/// Launch credits of T2 in standard mode, for each vCPU. Source: EC2 User Guide, "Standard mode concepts".
pub const LAUNCH_CREDITS: u64 = 30;
/// Launches and starts with launch credits, in 24 hours. Source: as above.
pub const CREDITED_STARTS: usize = 100;
/// What is left of the credits would last this long at the speed beyond the baseline that they allow: so the last 15 minutes
/// are a slow fading. Our choice; AWS: "gradually".
pub const CREDITS_FADE: SimDuration = SimDuration::from_secs(180);
/// Reads and writes per second that a gp3 volume allows. Source: EBS User Guide, "General Purpose SSD volumes".
pub const ROOT_VOLUME_IOPS: i64 = 3_000;
/// MiB per second that a gp3 volume allows. Source: as above.
pub const ROOT_VOLUME_THROUGHPUT: i64 = 125;
/// Elastic IP addresses that a Region may have. Source: EC2 User Guide, "Elastic IP addresses".
pub const ELASTIC_ADDRESSES: usize = 5;
/// From the failure of a host until EC2 recovers the instance: two status checks. Our choice.
pub const RECOVERY_AFTER: SimDuration = SimDuration::from_secs(150);
/// Until it tries again where there was no host to go to. Our choice.
pub const RECOVERY_RETRY: SimDuration = SimDuration::from_mins(5);
/// Recoveries, also vain ones, of one instance within a day. Source: EC2 User Guide, "Recover your instance".
pub const RECOVERIES_PER_WINDOW: usize = 3;
/// The day.
pub const RECOVERY_WINDOW: SimDuration = SimDuration::from_mins(24 * 60);
/// The account's number, which no customer has. Our choice.
pub const ACCOUNT_ID: &str = "123456789012";

/// Who makes what is made in the account: its root user. Our choice.
#[must_use]
pub fn created_by() -> String {
    format!("arn:aws:iam::{ACCOUNT_ID}:root")
}
