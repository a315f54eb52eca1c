//! What a bucket is charged for: what is stored in it, and requests by number.
//!
//! Simplified: reads through the API are not charged for, for looking changes nothing; deleting is free, as on AWS.

use super::{Item, prices};
use crate::Cloud;
use crate::s3::BucketIndex;

impl Cloud {
    /// Charges what was asked of a bucket and what was stored in it.
    pub(crate) fn bill_bucket(&mut self, index: BucketIndex) {
        let bucket = self.s3.get(index);
        let stored = bucket.byte_hours;
        let [reads, writes] = bucket.requested.map(|requests| requests * 1_000_000);
        self.bill
            .stored_up_to(Item::BucketStorage(index), stored, prices::BUCKET_STORAGE);
        self.bill
            .used_up_to(Item::BucketReads(index), reads, prices::BUCKET_READS);
        self.bill
            .used_up_to(Item::BucketWrites(index), writes, prices::BUCKET_WRITES);
    }
}
