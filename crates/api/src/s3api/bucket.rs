//! Buckets.

use crate::Timestamp;
use crate::shape::shapes;

shapes! {
    /// Makes a bucket.
    pub struct CreateBucketInput {
        /// 3 to 63 small letters, digits, `.` and `-`; unique among all buckets of all accounts.
        bucket: Option<String> = "Bucket" required,
        /// Where; needed everywhere but in us-east-1.
        create_bucket_configuration: Option<CreateBucketConfiguration> = "CreateBucketConfiguration",
    }
    without "ACL GrantFullControl GrantRead GrantReadACP GrantWrite GrantWriteACP ObjectLockEnabledForBucket \
        ObjectOwnership BucketNamespace"

    /// Where a bucket is to be.
    pub struct CreateBucketConfiguration {
        /// The Region's name.
        location_constraint: Option<String> = "LocationConstraint",
    }
    without "Location Bucket Tags"

    /// The bucket.
    pub struct CreateBucketOutput {
        /// Where it is reached.
        location: Option<String> = "Location",
        /// Its name among all resources of AWS.
        bucket_arn: Option<String> = "BucketArn",
    }

    /// Deletes an empty bucket.
    pub struct DeleteBucketInput {
        /// Which.
        bucket: Option<String> = "Bucket" required,
    }
    without "ExpectedBucketOwner"

    /// Names the account's buckets.
    pub struct ListBucketsInput {
        /// Only names that begin so.
        prefix: Option<String> = "Prefix",
    }
    without "MaxBuckets ContinuationToken BucketRegion"

    /// Buckets.
    pub struct ListBucketsOutput {
        /// In alphabetical order.
        buckets: Vec<Bucket> = "Buckets" always,
        /// The account.
        owner: Option<Owner> = "Owner",
        /// As asked.
        prefix: Option<String> = "Prefix",
    }

    /// A bucket.
    pub struct Bucket {
        /// Its name.
        name: Option<String> = "Name",
        /// When it was made.
        creation_date: Option<Timestamp> = "CreationDate",
        /// Where it is, if it was asked for.
        bucket_region: Option<String> = "BucketRegion",
        /// Its name among all resources of AWS.
        bucket_arn: Option<String> = "BucketArn",
    }

    /// An account.
    pub struct Owner {
        /// Its canonical id.
        id: Option<String> = "ID",
    }

    /// Asks whether a bucket is there.
    pub struct HeadBucketInput {
        /// Which.
        bucket: Option<String> = "Bucket" required,
    }
    without "ExpectedBucketOwner"

    /// It is there.
    pub struct HeadBucketOutput {
        /// Its name among all resources of AWS.
        bucket_arn: Option<String> = "BucketArn",
        /// Where it is.
        bucket_region: Option<String> = "BucketRegion",
        /// Whether the name was an access point's.
        access_point_alias: Option<bool> = "AccessPointAlias",
    }

    /// Tells where a bucket is.
    pub struct GetBucketLocationInput {
        /// Which.
        bucket: Option<String> = "Bucket" required,
    }
    without "ExpectedBucketOwner"

    /// Where it is.
    pub struct GetBucketLocationOutput {
        /// The Region's name; nothing for us-east-1.
        location_constraint: Option<String> = "LocationConstraint",
    }
}
