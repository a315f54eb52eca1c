//! Objects: written, read, deleted, listed.

use std::collections::BTreeMap;

use api::s3api::{
    CommonPrefix, DeleteObjectInput, DeleteObjectOutput, GetObjectInput, GetObjectOutput, HeadObjectInput,
    HeadObjectOutput, ListObjectsV2Input, ListObjectsV2Output, Object as ObjectShape, PutObjectInput,
    PutObjectOutput,
};
use api::{ApiError, Timestamp, decode_base64, encode_base64};
use des::{Seed, Stream};

use super::{bare_404, bucket};
use crate::Cloud;
use crate::s3::{Object, defaults};

const ETAG: Stream = Stream::named("s3/etag");
/// Every new object is encrypted so. Source: S3 User Guide, "Server-side encryption".
const ENCRYPTION: &str = "AES256";

pub(super) fn put(cloud: &mut Cloud, input: &PutObjectInput) -> Result<PutObjectOutput, ApiError> {
    let index = bucket(cloud, input.bucket.as_deref())?;
    let body = decode_base64(input.body.as_deref().unwrap_or_default()).unwrap_or_default();
    if body.len() > defaults::BODY_BYTES_MAX {
        return Err(ApiError::new(
            "EntityTooLarge",
            "Your proposed upload exceeds the maximum allowed size",
        ));
    }
    check_pace(cloud, index, 1)?;
    cloud.accept();
    cloud.arm_metrics();
    let (now, seed) = (cloud.now, cloud.seed);
    let key = input.key.clone().unwrap_or_default();
    let object = Object {
        size: body.len() as u64,
        body: Some(body),
        content_type: input
            .content_type
            .clone()
            .unwrap_or_else(|| "binary/octet-stream".to_owned()),
        written: now,
    };
    let answer = PutObjectOutput {
        etag: Some(etag(&key, &object)),
        checksum_type: None,
        server_side_encryption: Some(ENCRYPTION.to_owned()),
    };
    let bucket = &mut cloud.s3.all_buckets[index.index()];
    bucket.requests[1].take(now, 1);
    bucket.requested[1] += 1;
    bucket.settle_added(seed);
    bucket.objects.insert(key, object);
    Ok(answer)
}

/// The sum of an object's bytes: of the form of AWS's.
fn etag(key: &str, object: &Object) -> String {
    let mut digest = des::Digest::default();
    match &object.body {
        Some(body) => digest.extend(body.iter().map(|&byte| u64::from(byte))),
        None => digest.extend(key.bytes().map(u64::from)),
    }
    let mut draw = Seed(0).draw(ETAG, digest.value(), object.size);
    format!("\"{:016x}{:016x}\"", draw.bits(), draw.bits())
}

/// Whether the prefix is asked slowly enough; `way` is 0 for reads, 1 for writes. Simplified: all of a bucket is one prefix.
fn check_pace(cloud: &Cloud, index: crate::s3::BucketIndex, way: usize) -> Result<(), ApiError> {
    if cloud.s3.get(index).requests[way].has(cloud.now, 1) {
        return Ok(());
    }
    Err(ApiError::new("SlowDown", "Please reduce your request rate."))
}

fn object(cloud: &Cloud, name: Option<&str>, key: Option<&str>) -> Result<Object, ApiError> {
    let index = bucket(cloud, name)?;
    check_pace(cloud, index, 0)?;
    let mut objects = cloud.s3.get(index).view(cloud.seed);
    let found = objects.remove(key.unwrap_or_default());
    found.ok_or_else(|| ApiError::new("NoSuchKey", "The specified key does not exist."))
}

pub(super) fn get(cloud: &Cloud, input: &GetObjectInput) -> Result<GetObjectOutput, ApiError> {
    let key = input.key.as_deref();
    let object = object(cloud, input.bucket.as_deref(), key)?;
    Ok(GetObjectOutput {
        body: object.body.as_deref().map(encode_base64),
        accept_ranges: Some("bytes".to_owned()),
        last_modified: Some(Timestamp::of(object.written)),
        content_length: i64::try_from(object.size).ok(),
        etag: Some(etag(key.unwrap_or_default(), &object)),
        content_type: Some(object.content_type),
        server_side_encryption: Some(ENCRYPTION.to_owned()),
    })
}

pub(super) fn head(cloud: &Cloud, input: &HeadObjectInput) -> Result<HeadObjectOutput, ApiError> {
    let key = input.key.as_deref();
    let object = object(cloud, input.bucket.as_deref(), key).map_err(bare_404)?;
    Ok(HeadObjectOutput {
        accept_ranges: Some("bytes".to_owned()),
        last_modified: Some(Timestamp::of(object.written)),
        content_length: i64::try_from(object.size).ok(),
        etag: Some(etag(key.unwrap_or_default(), &object)),
        content_type: Some(object.content_type),
        server_side_encryption: Some(ENCRYPTION.to_owned()),
    })
}

/// An object that is not there is as good as deleted.
pub(super) fn delete(cloud: &mut Cloud, input: &DeleteObjectInput) -> Result<DeleteObjectOutput, ApiError> {
    let index = bucket(cloud, input.bucket.as_deref())?;
    cloud.accept();
    let seed = cloud.seed;
    let bucket = &mut cloud.s3.all_buckets[index.index()];
    bucket.settle_added(seed);
    bucket.objects.remove(input.key.as_deref().unwrap_or_default());
    Ok(DeleteObjectOutput::default())
}

pub(super) fn list(cloud: &Cloud, input: &ListObjectsV2Input) -> Result<ListObjectsV2Output, ApiError> {
    let index = bucket(cloud, input.bucket.as_deref())?;
    let after = match &input.continuation_token {
        Some(token) => Some(read_token(token)?),
        None => input.start_after.clone(),
    };
    let objects = cloud.s3.get(index).view(cloud.seed);
    let wanted = usize::try_from(input.max_keys.unwrap_or(1_000)).unwrap_or(defaults::KEYS_MAX);
    let (page, next) = page(&objects, input, after.as_deref(), wanted);
    let answered = page.contents.len() + page.prefixes.len();
    Ok(ListObjectsV2Output {
        is_truncated: Some(next.is_some()),
        contents: page.contents,
        name: input.bucket.clone(),
        prefix: Some(input.prefix.clone().unwrap_or_default()),
        delimiter: input.delimiter.clone(),
        max_keys: i64::try_from(wanted).ok(),
        common_prefixes: page
            .prefixes
            .into_iter()
            .map(|prefix| CommonPrefix { prefix: Some(prefix) })
            .collect(),
        key_count: i64::try_from(answered).ok(),
        continuation_token: input.continuation_token.clone(),
        next_continuation_token: next.map(|key| encode_base64(key.as_bytes())),
        start_after: input.start_after.clone(),
    })
}

fn read_token(token: &str) -> Result<String, ApiError> {
    let bytes = decode_base64(token).filter(|bytes| !bytes.is_empty());
    bytes
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .ok_or_else(|| ApiError::new("InvalidArgument", "The continuation token provided is incorrect"))
}

#[derive(Default)]
struct Page {
    contents: Vec<ObjectShape>,
    prefixes: Vec<String>,
}

/// A page, and the last key of it if there are more.
fn page(
    objects: &BTreeMap<String, Object>,
    input: &ListObjectsV2Input,
    after: Option<&str>,
    wanted: usize,
) -> (Page, Option<String>) {
    let prefix = input.prefix.as_deref().unwrap_or_default();
    let (mut page, mut last) = (Page::default(), None);
    let asked = objects
        .iter()
        .filter(|(key, _)| key.starts_with(prefix) && after.is_none_or(|after| key.as_str() > after));
    for (key, object) in asked {
        let common = common_prefix(key, prefix, input.delimiter.as_deref());
        let known = common.is_some() && common == page.prefixes.last().map(String::as_str);
        if !known && page.contents.len() + page.prefixes.len() >= wanted {
            return (page, last);
        }
        last = Some(key.clone());
        match common {
            Some(_) if known => {}
            Some(common) => page.prefixes.push(common.to_owned()),
            None => page.contents.push(shape(key, object)),
        }
    }
    (page, None)
}

fn common_prefix<'a>(key: &'a str, prefix: &str, delimiter: Option<&str>) -> Option<&'a str> {
    let delimiter = delimiter.filter(|delimiter| !delimiter.is_empty())?;
    let at = key[prefix.len()..].find(delimiter)?;
    Some(&key[..prefix.len() + at + delimiter.len()])
}

fn shape(key: &str, object: &Object) -> ObjectShape {
    ObjectShape {
        key: Some(key.to_owned()),
        last_modified: Some(Timestamp::of(object.written)),
        etag: Some(etag(key, object)),
        size: i64::try_from(object.size).ok(),
        storage_class: Some("STANDARD".to_owned()),
    }
}
