//! Timings and limits of DynamoDB, each with its unit and source.

use des::{Law, SimDuration};

const fn uniform(from_ms: u64, to_ms: u64) -> Law {
    Law::Uniform {
        from: SimDuration::from_millis(from_ms),
        to: SimDuration::from_millis(to_ms),
    }
}

/// `CREATING` to `ACTIVE`. Our choice within "seconds".
pub const CREATING: Law = uniform(6_000, 10_000);
/// `UPDATING` to `ACTIVE`. Our choice within "seconds to minutes".
pub const UPDATING: Law = uniform(15_000, 30_000);
/// `DELETING` until it is gone. Our choice within "seconds".
pub const DELETING: Law = uniform(5_000, 9_000);
/// How long an eventually consistent read may miss a write. Source: Developer Guide, "Read consistency": "usually within one
/// second or less".
pub const LAG: Law = uniform(100, 1_000);
/// Bytes of one read. Source: Developer Guide, "Read/write capacity mode".
pub const READ_BYTES: u64 = 4_096;
/// Bytes of one write. Source: the same.
pub const WRITE_BYTES: u64 = 1_024;
/// Bytes of an item. Source: Developer Guide, "Service quotas".
pub const ITEM_BYTES_MAX: u64 = 400 * 1_024;
/// Bytes of a page of Scan or Query. Source: Developer Guide, "Paginating table query results".
pub const PAGE_BYTES: u64 = 1_024 * 1_024;
/// Seconds of unused capacity that are kept. Source: Developer Guide, "Burst capacity".
pub const BURST_S: u64 = 300;
/// Reads and writes that a new on-demand table serves in a second. Source: Developer Guide, "On-demand mode": 12,000 reads and
/// 4,000 writes; later up to twice the highest minute so far.
pub const ON_DEMAND: [u64; 2] = [12_000, 4_000];
/// Read and write units a second that one table may have, in either mode. Source: Developer Guide, "Service quotas".
pub const TABLE_MAX: u64 = 40_000;
/// The same for all tables of the account.
pub const ACCOUNT_MAX: u64 = 80_000;
/// Tables of the account in a Region. Source: Developer Guide, "Service quotas".
pub const TABLES_MAX: usize = 2_500;
/// Decreases of provisioned capacity that a table may always have in a day (UTC). Source: Developer Guide, "Service quotas".
/// Simplified: the further ones that AWS allows after hours without one are not.
pub const DECREASES_A_DAY: u32 = 4;
/// `ItemCount` and `TableSizeBytes` are told anew after so many minutes. Source: API Reference, TableDescription.
pub const COUNTED_EVERY_MIN: u64 = 360;
/// Tags of a table. Source: Developer Guide, "Tagging".
pub const TAGS_MAX: usize = 50;
/// A minute without throttling ends an episode of it, and the next one is a new fact. Our choice.
pub const CALM: SimDuration = SimDuration::from_secs(60);
/// The table of the employee directory. Source: the course.
pub const DIRECTORY_TABLE: &str = "Employees";
/// Bytes of an employee that the app has added and that is only counted. Our choice: what one of those kept comes to.
pub const EMPLOYEE_BYTES: u64 = 200;
