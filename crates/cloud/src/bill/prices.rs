//! List prices, each with its source. All are us-east-1's, used for every Region (simplified), without free tiers.
//!
//! What goes between Availability Zones costs $0.01 per GB each way, but not where it goes between a load balancer and its
//! targets, nor to DynamoDB, S3 and the balancer's own nodes. Instances here speak to nobody else, so there is no line for it.
//! Source: Amazon EC2 On-Demand Pricing, "Data Transfer"; Elastic Load Balancing pricing.
//!
//! What an instance costs stands beside its type: [`InstanceType::price_micro_dollars`](crate::ec2::InstanceType).

use super::meter::Standing;
use super::money::Rate;
use super::quantity::Price;

/// A public IPv4 address, whether an instance, a load balancer or nobody uses it. Source: AWS announcement, since 2024-02-01.
pub const PUBLIC_IPV4: Rate = Rate::micro_dollars_per_hour(5_000);
/// Surplus CPU credits of T2, T3 and T3a under Linux, for each vCPU-hour, which is 60 credits. Source: Amazon EC2 On-Demand
/// Pricing, "T2/T3/T4g Unlimited Mode Pricing".
pub const SURPLUS_CREDITS: Price = Price::micro_dollars(50_000, 1);
/// The same of T4g. Source: as above.
pub const SURPLUS_CREDITS_T4G: Price = Price::micro_dollars(40_000, 1);
/// A gibibyte of a gp3 volume for a month, in millionths of a dollar. Source: AWS Price List, 2024.
pub const GP3_GIB_MONTH_MICRO_DOLLARS: u64 = 80_000;
/// Size of an instance's root volume, in GiB. Source: Amazon Linux 2023's image.
pub const ROOT_VOLUME_GIB: u64 = 8;
/// The root volume of an instance.
pub const ROOT_VOLUME: Rate = Rate::micro_dollars_per_month(GP3_GIB_MONTH_MICRO_DOLLARS * ROOT_VOLUME_GIB);
/// Its size and price.
pub const ROOT_VOLUME_GB: Standing = Standing {
    rate: ROOT_VOLUME,
    things: ROOT_VOLUME_GIB,
};
/// Metrics that detailed monitoring tells of one instance. Source: Amazon CloudWatch pricing, "Detailed monitoring".
pub const DETAILED_METRICS: u64 = 7;
/// Detailed monitoring of one instance: seven metrics at $0.30 a month. Source: AWS Price List, 2024.
pub const DETAILED_MONITORING: Standing = Standing {
    rate: Rate::micro_dollars_per_month(300_000 * DETAILED_METRICS),
    things: DETAILED_METRICS,
};
/// A standard-resolution alarm, for each metric it watches. Source: AWS Price List, 2024.
pub const ALARM: Rate = Rate::micro_dollars_per_month(100_000);
/// A high-resolution alarm, for each metric it watches. Source: AWS Price List, 2024.
pub const HIGH_RESOLUTION_ALARM: Rate = Rate::micro_dollars_per_month(300_000);
/// A composite alarm. Source: published copies of Amazon CloudWatch's prices.
pub const COMPOSITE_ALARM: Rate = Rate::micro_dollars_per_month(500_000);
/// An Application Load Balancer, for each hour or part of one. Source: AWS Price List, 2024.
pub const APPLICATION_LOAD_BALANCER: Rate = Rate::micro_dollars_per_hour(22_500);
/// A load balancer capacity unit, for each hour. Source: AWS Price List, 2024.
pub const LCU: Price = Price::micro_dollars(8_000, 1);
/// A read and a write capacity unit of a table, for each hour. Source: AWS Price List, 2024.
pub const CAPACITY: [Rate; 2] = [
    Rate::micro_dollars_per_hour(130),
    Rate::micro_dollars_per_hour(650),
];
/// Read and write request units of a table on demand. Source: AWS announcement, since 2024-11-01.
pub const REQUEST_UNITS: [Price; 2] = [
    Price::micro_dollars(125_000, 1_000_000),
    Price::micro_dollars(625_000, 1_000_000),
];
/// A gigabyte of a table for a month. Source: AWS Price List, 2024.
pub const TABLE_STORAGE: Price = Price::micro_dollars(250_000, 1);
/// A gigabyte of a bucket for a month, S3 Standard, its first 50 TB. Source: AWS Price List, 2024.
pub const BUCKET_STORAGE: Price = Price::micro_dollars(23_000, 1);
/// PUT, COPY, POST and LIST. Source: AWS Price List, 2024.
pub const BUCKET_WRITES: Price = Price::micro_dollars(5_000, 1_000);
/// GET and all other requests. Source: AWS Price List, 2024.
pub const BUCKET_READS: Price = Price::micro_dollars(400, 1_000);
/// Bytes of a gigabyte of storage. Source: Amazon S3 pricing; our choice for DynamoDB.
pub const GB_BYTES: u64 = 1 << 30;
/// An action of an experiment: $0.10 a minute. Source: AWS Fault Injection Service pricing.
pub const FAULT_ACTION: Rate = Rate::micro_dollars_per_hour(6_000_000);
/// A metric of one's own for a month. Source: AWS Price List, 2024; by the hour in which it was told.
pub const CUSTOM_METRIC: Price = Price::micro_dollars(300_000, 1);
