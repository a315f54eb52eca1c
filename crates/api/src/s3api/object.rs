//! Objects.

use crate::Timestamp;
use crate::shape::shapes;

shapes! {
    /// Writes an object, in place of the one that has its key.
    pub struct PutObjectInput {
        /// What is in it.
        body: Option<String> = "Body" file,
        /// Into which bucket.
        bucket: Option<String> = "Bucket" required,
        /// What kind of thing it is.
        content_type: Option<String> = "ContentType",
        /// Its key.
        key: Option<String> = "Key" required length(1..=1024),
    }
    without "ACL CacheControl ContentDisposition ContentEncoding ContentLanguage ContentLength ContentMD5 \
        ChecksumAlgorithm ChecksumCRC32 ChecksumCRC32C ChecksumCRC64NVME ChecksumSHA1 ChecksumSHA256 \
        ChecksumSHA512 ChecksumMD5 ChecksumXXHASH64 ChecksumXXHASH3 ChecksumXXHASH128 Expires IfMatch \
        IfNoneMatch GrantFullControl GrantRead GrantReadACP GrantWriteACP WriteOffsetBytes Metadata \
        ServerSideEncryption StorageClass WebsiteRedirectLocation SSECustomerAlgorithm SSECustomerKey \
        SSECustomerKeyMD5 SSEKMSKeyId SSEKMSEncryptionContext BucketKeyEnabled RequestPayer Tagging \
        ObjectLockMode ObjectLockRetainUntilDate ObjectLockLegalHoldStatus ObjectLockEventHold \
        ObjectLockEventHoldDurationDays ObjectLockEventHoldDurationYears ExpectedBucketOwner"

    /// It is written.
    pub struct PutObjectOutput {
        /// The sum of its bytes, in quotation marks.
        etag: Option<String> = "ETag",
        /// Of what the sum is taken.
        checksum_type: Option<String> = "ChecksumType",
        /// How it is encrypted.
        server_side_encryption: Option<String> = "ServerSideEncryption",
    }

    /// Reads an object.
    pub struct GetObjectInput {
        /// Of which bucket.
        bucket: Option<String> = "Bucket" required,
        /// Its key.
        key: Option<String> = "Key" required length(1..=1024),
    }
    without "IfMatch IfModifiedSince IfNoneMatch IfUnmodifiedSince Range ResponseCacheControl \
        ResponseContentDisposition ResponseContentEncoding ResponseContentLanguage ResponseContentType \
        ResponseExpires VersionId SSECustomerAlgorithm SSECustomerKey SSECustomerKeyMD5 RequestPayer PartNumber \
        ExpectedBucketOwner ChecksumMode"

    /// The object.
    pub struct GetObjectOutput {
        /// What is in it.
        body: Option<String> = "Body" base64,
        /// `bytes`.
        accept_ranges: Option<String> = "AcceptRanges",
        /// When it was written.
        last_modified: Option<Timestamp> = "LastModified",
        /// Its bytes.
        content_length: Option<i64> = "ContentLength",
        /// The sum of its bytes, in quotation marks.
        etag: Option<String> = "ETag",
        /// What kind of thing it is.
        content_type: Option<String> = "ContentType",
        /// How it is encrypted.
        server_side_encryption: Option<String> = "ServerSideEncryption",
    }

    /// Reads what is known of an object, without the object.
    pub struct HeadObjectInput {
        /// Of which bucket.
        bucket: Option<String> = "Bucket" required,
        /// Its key.
        key: Option<String> = "Key" required length(1..=1024),
    }
    without "IfMatch IfModifiedSince IfNoneMatch IfUnmodifiedSince Range ResponseCacheControl \
        ResponseContentDisposition ResponseContentEncoding ResponseContentLanguage ResponseContentType \
        ResponseExpires VersionId SSECustomerAlgorithm SSECustomerKey SSECustomerKeyMD5 RequestPayer PartNumber \
        ExpectedBucketOwner ChecksumMode"

    /// What is known of it.
    pub struct HeadObjectOutput {
        /// `bytes`.
        accept_ranges: Option<String> = "AcceptRanges",
        /// When it was written.
        last_modified: Option<Timestamp> = "LastModified",
        /// Its bytes.
        content_length: Option<i64> = "ContentLength",
        /// The sum of its bytes, in quotation marks.
        etag: Option<String> = "ETag",
        /// What kind of thing it is.
        content_type: Option<String> = "ContentType",
        /// How it is encrypted.
        server_side_encryption: Option<String> = "ServerSideEncryption",
    }

    /// Deletes an object; one that is not there is as good as deleted.
    pub struct DeleteObjectInput {
        /// Of which bucket.
        bucket: Option<String> = "Bucket" required,
        /// Its key.
        key: Option<String> = "Key" required length(1..=1024),
    }
    without "MFA VersionId RequestPayer BypassGovernanceRetention ExpectedBucketOwner IfMatch \
        IfMatchLastModifiedTime IfMatchSize"

    /// It is deleted, or was not there.
    pub struct DeleteObjectOutput {
        /// The version that was deleted, in a bucket that keeps versions.
        version_id: Option<String> = "VersionId",
    }

    /// Lists the objects of a bucket, a page at a time.
    pub struct ListObjectsV2Input {
        /// Of which bucket.
        bucket: Option<String> = "Bucket" required,
        /// Keys that have it behind the prefix are put together up to it.
        delimiter: Option<String> = "Delimiter",
        /// The most to answer with.
        max_keys: Option<i64> = "MaxKeys" range(0..=1000) default("1000"),
        /// Only keys that begin so.
        prefix: Option<String> = "Prefix",
        /// Where to go on.
        continuation_token: Option<String> = "ContinuationToken",
        /// Go on behind this key.
        start_after: Option<String> = "StartAfter",
    }
    without "EncodingType FetchOwner RequestPayer ExpectedBucketOwner OptionalObjectAttributes"

    /// A page.
    pub struct ListObjectsV2Output {
        /// Whether there are more.
        is_truncated: Option<bool> = "IsTruncated",
        /// The objects, by key.
        contents: Vec<Object> = "Contents",
        /// The bucket.
        name: Option<String> = "Name",
        /// As asked.
        prefix: Option<String> = "Prefix",
        /// As asked.
        delimiter: Option<String> = "Delimiter",
        /// As asked.
        max_keys: Option<i64> = "MaxKeys",
        /// What the delimiter has put together.
        common_prefixes: Vec<CommonPrefix> = "CommonPrefixes",
        /// How many are answered.
        key_count: Option<i64> = "KeyCount",
        /// As asked.
        continuation_token: Option<String> = "ContinuationToken",
        /// Where to go on, if there are more.
        next_continuation_token: Option<String> = "NextContinuationToken",
        /// As asked.
        start_after: Option<String> = "StartAfter",
    }

    /// An object in a list.
    pub struct Object {
        /// Its key.
        key: Option<String> = "Key",
        /// When it was written.
        last_modified: Option<Timestamp> = "LastModified",
        /// The sum of its bytes, in quotation marks.
        etag: Option<String> = "ETag",
        /// Its bytes.
        size: Option<i64> = "Size",
        /// `STANDARD`: in at least three Availability Zones.
        storage_class: Option<String> = "StorageClass",
    }

    /// Keys put together.
    pub struct CommonPrefix {
        /// What they begin with.
        prefix: Option<String> = "Prefix",
    }
}
