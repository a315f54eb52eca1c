//! What can become so in S3.

use super::BucketIndex;

/// What became so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A bucket was made.
    BucketCreated(BucketIndex),
    /// A bucket was deleted.
    BucketDeleted(BucketIndex),
    /// A prefix of a bucket began to answer `SlowDown`.
    SlowDown {
        /// Which bucket.
        bucket: BucketIndex,
        /// Whether writes, else reads.
        writes: bool,
    },
}
