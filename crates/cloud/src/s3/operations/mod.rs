//! The operations of Amazon S3.
//!
//! Source: S3 API Reference, "Error responses". Our choice: an object's `ETag` has the form of AWS's, but is another sum.

mod buckets;
mod objects;

use api::s3api::{Read, Write};
use api::{ApiError, Output};

use super::BucketIndex;
use crate::Cloud;

/// Carries out a call that changes something.
pub(crate) fn write(cloud: &mut Cloud, call: &Write) -> Result<Output, ApiError> {
    match call {
        Write::CreateBucket(input) => buckets::create(cloud, input).map(Output::from),
        Write::DeleteBucket(input) => buckets::delete(cloud, input).map(Output::from),
        Write::PutObject(input) => objects::put(cloud, input).map(Output::from),
        Write::DeleteObject(input) => objects::delete(cloud, input).map(Output::from),
    }
}

/// Answers a call that only looks.
pub(crate) fn read(cloud: &Cloud, call: &Read) -> Result<Output, ApiError> {
    match call {
        Read::ListBuckets(input) => Ok(buckets::list(cloud, input).into()),
        Read::HeadBucket(input) => buckets::head(cloud, input).map(Output::from),
        Read::GetBucketLocation(input) => buckets::location(cloud, input).map(Output::from),
        Read::GetObject(input) => objects::get(cloud, input).map(Output::from),
        Read::HeadObject(input) => objects::head(cloud, input).map(Output::from),
        Read::ListObjectsV2(input) => objects::list(cloud, input).map(Output::from),
    }
}

/// The bucket of this name.
fn bucket(cloud: &Cloud, name: Option<&str>) -> Result<BucketIndex, ApiError> {
    let found = cloud.s3.bucket_named(name.unwrap_or_default());
    found.ok_or_else(|| ApiError::new("NoSuchBucket", "The specified bucket does not exist"))
}

/// The answer to a HEAD request has no body, and so no code but the status.
fn bare_404(_: ApiError) -> ApiError {
    ApiError::new("404", "Not Found")
}
