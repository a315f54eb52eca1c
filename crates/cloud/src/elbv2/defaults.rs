//! Timings and limits of Elastic Load Balancing, each with its unit and source.

use des::SimDuration;

/// `provisioning` to `active`. Published logs of real load balancers: 2 min 15 s to 3 min 7 s; our choice within.
pub const PROVISIONING: SimDuration = SimDuration::from_secs(150);
/// A new target is `Elb.RegistrationInProgress` this long. Not published; our choice within 2 to 10 s.
pub const REGISTRATION: SimDuration = SimDuration::from_secs(5);
/// From a node to a target, and what the node itself takes. Not published; our choice.
pub const FORWARDING: SimDuration = SimDuration::from_micros(800);
/// A node waits this long for a connection to a target. Source: Application Load Balancers guide, "Troubleshoot".
pub const CONNECT_TIMEOUT: SimDuration = SimDuration::from_secs(10);
/// Clients keep a DNS answer this long. Source: Application Load Balancers guide, TTL of the name.
pub const DNS_TTL: SimDuration = SimDuration::from_secs(60);
/// A node that is gone leaves DNS after this long. Not published; our choice.
pub const NODE_DETECTION: SimDuration = SimDuration::from_secs(30);
/// Load balancers of a Region. Source: Application Load Balancers guide, "Quotas".
pub const LOAD_BALANCERS: usize = 50;
/// Target groups of a Region. Source: likewise.
pub const TARGET_GROUPS: usize = 3_000;
/// Addresses that a subnet must have left for a load balancer's node. Source: Application Load Balancers guide, "Subnets".
pub const FREE_ADDRESSES: u32 = 8;
/// Listeners of a load balancer. Source: likewise.
pub const LISTENERS: usize = 50;
/// Rules of a load balancer, default ones not counted. Source: likewise.
pub const RULES: usize = 100;
/// Target groups of a load balancer. Source: likewise.
pub const GROUPS_PER_BALANCER: usize = 100;
/// Targets of all groups of a load balancer. Source: likewise.
pub const TARGETS_PER_BALANCER: usize = 1_000;
/// Targets of a target group. Source: likewise.
pub const TARGETS: usize = 1_000;
/// Target groups that one action forwards to. Source: likewise.
pub const GROUPS_PER_ACTION: usize = 5;
/// Values that the conditions of one rule may have. Source: likewise.
pub const VALUES_PER_RULE: usize = 5;
/// Wildcards (`*` and `?`) that the conditions of one rule may have. Source: likewise; another page of that guide says 5.
pub const WILDCARDS_PER_RULE: usize = 6;
/// From one health check to the next, in seconds. Source: Application Load Balancers guide, "Health checks".
pub const CHECK_INTERVAL_S: u32 = 30;
/// How long a health check waits, in seconds. Source: likewise.
pub const CHECK_TIMEOUT_S: u32 = 5;
/// Passed checks that make an unhealthy target healthy. Source: likewise.
pub const HEALTHY_THRESHOLD: u32 = 5;
/// Failed checks that make a healthy target unhealthy. Source: likewise.
pub const UNHEALTHY_THRESHOLD: u32 = 2;
/// How long a target that is deregistered may finish what it has. Source: ELB User Guide for Application Load Balancers,
/// "Deregistration delay".
pub const DEREGISTRATION_DELAY: SimDuration = SimDuration::from_secs(300);
/// The hosted zone of load balancers' names in us-east-2. Source: AWS General Reference, "Elastic Load Balancing endpoints".
pub const HOSTED_ZONE: &str = "Z3AADJGX6KTTL2";
/// From one look at anomalous targets to the next. Source: Application Load Balancers guide, "Automatic Target Weights".
pub const ANOMALY_LOOK: SimDuration = SimDuration::from_secs(5);
/// With fewer healthy targets none is compared with its peers. Source: likewise.
pub const ANOMALY_LEAST_HEALTHY: usize = 3;
/// A visit keeps a group of a weighted forward at most this long, in seconds. Source: Elastic Load Balancing API reference,
/// `TargetGroupStickinessConfig`.
pub const STICKINESS_MAX_S: i64 = 604_800;
