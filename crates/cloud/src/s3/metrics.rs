//! What buckets tell CloudWatch: once a day, how much is in them.
//!
//! Source: S3 User Guide, "Metrics and dimensions". Request metrics cost extra and must be asked for; they are not modelled.

use crate::Cloud;
use crate::cloudwatch::Statistics;
use crate::cloudwatch::publish::Publisher;

const NAMESPACE: &str = "AWS/S3";
/// Minutes of a day.
const DAY: u64 = 24 * 60;

/// Every bucket tells its day, and what it is charged for.
pub(crate) fn publish(cloud: &mut Cloud, out: &mut Publisher<'_>) {
    let hour = (out.minute() + 1).is_multiple_of(60);
    let buckets: Vec<_> = cloud.s3.buckets().map(|(index, _)| index).collect();
    for index in buckets {
        let bucket = &mut cloud.s3.all_buckets[index.index()];
        if hour {
            bucket.byte_hours += bucket.size()[1];
        }
        cloud.bill_bucket(index);
    }
    if !(out.minute() + 1).is_multiple_of(DAY) {
        return;
    }
    for (_, bucket) in cloud.s3.buckets() {
        let [objects, bytes] = bucket.size().map(|count| Statistics::of(count as f64));
        let metrics = [
            ("NumberOfObjects", "AllStorageTypes", "Count", objects),
            ("BucketSizeBytes", "StandardStorage", "Bytes", bytes),
        ];
        for (name, storage, unit, values) in metrics {
            let dimensions = [("BucketName", bucket.name.as_str()), ("StorageType", storage)];
            out.put_of(DAY, NAMESPACE, name, &dimensions, unit, values);
        }
    }
}
