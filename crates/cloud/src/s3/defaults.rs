//! Limits of S3, each with its unit and source.

use des::SimDuration;

/// Objects read in a second under one prefix. Source: S3 User Guide, "Best practices design patterns: optimizing performance".
/// Simplified: this much and no more; AWS splits a busy prefix after a while.
pub const GETS_PER_S: u64 = 5_500;
/// Objects written in a second under one prefix. Source: the same.
pub const PUTS_PER_S: u64 = 3_500;
/// A minute without `SlowDown` ends an episode of it, and the next one is a new fact. Our choice.
pub const CALM: SimDuration = SimDuration::from_secs(60);
/// Buckets of an account. Source: S3 User Guide, "General purpose bucket quotas".
pub const BUCKETS_MAX: usize = 10_000;
/// Keys in one answer of `ListObjectsV2`. Source: S3 API Reference.
pub const KEYS_MAX: usize = 1_000;
/// Bytes of an object that a call may write. Our choice; AWS takes 5 GB.
pub const BODY_BYTES_MAX: usize = 64 * 1_024;
/// The bucket of the employee directory's photos. Ours, as the course names it.
pub const PHOTO_BUCKET: &str = "employee-photo-bucket-fl-907";
/// What all photos' keys begin with. Source: the course's app.
pub const PHOTO_PREFIX: &str = "employee_pic/";
/// Bytes of a photo of 120 × 160 points. Our choice.
pub const PHOTO_BYTES: u64 = 9_216;
/// Names that somebody else has. Ours: on AWS they are among the millions that are taken.
pub const TAKEN: &[&str] = &["test", "my-bucket", "employee-photo-bucket", "photos", "backup"];
