//! Which operations Amazon S3 has here: one line each.

#[allow(clippy::wildcard_imports)] // every shape of the service is named here
use super::*;
use crate::operation::operations;

operations! {
    S3

    /// A call that changes something.
    Write(WriteCall) {
        CreateBucket(CreateBucketInput) -> CreateBucketOutput;
        DeleteBucket(DeleteBucketInput);
        PutObject(PutObjectInput) -> PutObjectOutput;
        DeleteObject(DeleteObjectInput) -> DeleteObjectOutput;
    }

    /// A call that only looks.
    Read(ReadCall) {
        ListBuckets(ListBucketsInput)
            -> ListBucketsOutput paged "ContinuationToken MaxBuckets ContinuationToken Buckets";
        HeadBucket(HeadBucketInput) -> HeadBucketOutput;
        GetBucketLocation(GetBucketLocationInput) -> GetBucketLocationOutput;
        GetObject(GetObjectInput) -> GetObjectOutput;
        HeadObject(HeadObjectInput) -> HeadObjectOutput;
        ListObjectsV2(ListObjectsV2Input)
            -> ListObjectsV2Output paged "ContinuationToken MaxKeys NextContinuationToken Contents CommonPrefixes";
    }
}
