//! Buckets: made, deleted, listed.

use api::s3api::{
    Bucket as BucketShape, CreateBucketInput, CreateBucketOutput, DeleteBucketInput, GetBucketLocationInput,
    GetBucketLocationOutput, HeadBucketInput, HeadBucketOutput, ListBucketsInput, ListBucketsOutput, Owner,
};
use api::{ApiError, Timestamp};

use super::{bare_404, bucket};
use crate::Cloud;
use crate::fact;
use crate::s3::{Bucket, BucketIndex, What, defaults};

/// The Region whose buckets are made without saying where.
const CLASSIC: &str = "us-east-1";
/// The account's canonical id. Ours.
const OWNER: &str = "75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a";

pub(super) fn create(cloud: &mut Cloud, input: &CreateBucketInput) -> Result<CreateBucketOutput, ApiError> {
    let name = input.bucket.as_deref().unwrap_or_default();
    if !is_bucket_name(name) {
        return Err(ApiError::new(
            "InvalidBucketName",
            "The specified bucket is not valid.",
        ));
    }
    check_location(cloud, input)?;
    let region = cloud.region.name;
    if cloud.s3.bucket_named(name).is_some() {
        if region != CLASSIC {
            return Err(ApiError::new(
                "BucketAlreadyOwnedByYou",
                "Your previous request to create the named bucket succeeded and you already own it.",
            ));
        }
        cloud.accept();
        return Ok(created(region, name));
    }
    if defaults::TAKEN.contains(&name) {
        return Err(ApiError::new(
            "BucketAlreadyExists",
            "The requested bucket name is not available. The bucket namespace is shared by all users of the system. \
             Please select a different name and try again.",
        ));
    }
    if cloud.s3.buckets().count() >= defaults::BUCKETS_MAX {
        return Err(ApiError::new(
            "TooManyBuckets",
            "You have attempted to create more buckets than allowed",
        ));
    }
    let cause = cloud.accept();
    let index = BucketIndex(u32::try_from(cloud.s3.all_buckets.len()).expect("few buckets"));
    let what = fact::What::S3(What::BucketCreated(index));
    let made = cloud.facts.note(cloud.now, cause, what);
    let mut bucket = Bucket::new(name, cloud.now);
    bucket.cause = made;
    bucket.requested[1] += 1;
    cloud.s3.all_buckets.push(bucket);
    cloud.arm_metrics();
    cloud.find_photos(made);
    Ok(created(region, name))
}

fn created(region: &str, name: &str) -> CreateBucketOutput {
    let location = if region == CLASSIC {
        format!("/{name}")
    } else {
        format!("http://{name}.s3.amazonaws.com/")
    };
    CreateBucketOutput {
        location: Some(location),
        bucket_arn: Some(arn(name)),
    }
}

fn arn(name: &str) -> String {
    format!("arn:aws:s3:::{name}")
}

/// 3 to 63 small letters, digits, dots and hyphens, a letter or digit at both ends, no two dots side by side, not like an
/// address. Source: S3 User Guide, "Bucket naming rules".
fn is_bucket_name(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let bytes = name.as_bytes();
    let ends = [bytes.first(), bytes.last()];
    (3..=63).contains(&bytes.len())
        && bytes.iter().all(|&byte| plain(byte) || b".-".contains(&byte))
        && ends.into_iter().flatten().all(|&byte| plain(byte))
        && !name.contains("..")
        && name.parse::<std::net::Ipv4Addr>().is_err()
        && !["xn--", "sthree-"].iter().any(|prefix| name.starts_with(prefix))
        && !["-s3alias", "--ol-s3"]
            .iter()
            .any(|suffix| name.ends_with(suffix))
}

fn check_location(cloud: &Cloud, input: &CreateBucketInput) -> Result<(), ApiError> {
    let configuration = input.create_bucket_configuration.as_ref();
    let wanted = configuration.and_then(|configuration| configuration.location_constraint.as_deref());
    let incompatible = |what: &str| {
        Err(ApiError::new(
            "IllegalLocationConstraintException",
            format!(
                "The {what} location constraint is incompatible for the region specific endpoint this request was sent to."
            ),
        ))
    };
    match wanted {
        None if cloud.region.name == CLASSIC => Ok(()),
        None => incompatible("unspecified"),
        Some(CLASSIC) => Err(ApiError::new(
            "InvalidLocationConstraint",
            "The specified location-constraint is not valid",
        )),
        Some(name) if name == cloud.region.name => Ok(()),
        Some(other) => incompatible(other),
    }
}

pub(super) fn delete(cloud: &mut Cloud, input: &DeleteBucketInput) -> Result<(), ApiError> {
    let index = bucket(cloud, input.bucket.as_deref())?;
    if cloud.s3.get(index).size()[0] > 0 {
        return Err(ApiError::new(
            "BucketNotEmpty",
            "The bucket you tried to delete is not empty",
        ));
    }
    let cause = cloud.accept();
    let what = fact::What::S3(What::BucketDeleted(index));
    let gone = cloud.facts.note(cloud.now, cause, what);
    cloud.s3.all_buckets[index.index()].deleted = true;
    cloud.find_photos(gone);
    cloud.bill_bucket(index);
    Ok(())
}

pub(super) fn list(cloud: &Cloud, input: &ListBucketsInput) -> ListBucketsOutput {
    let prefix = input.prefix.as_deref().unwrap_or_default();
    let asked = cloud
        .s3
        .buckets()
        .filter(|(_, bucket)| bucket.name.starts_with(prefix));
    let shape = |bucket: &Bucket| BucketShape {
        name: Some(bucket.name.clone()),
        creation_date: Some(Timestamp::of(bucket.created)),
        bucket_region: input.prefix.as_ref().map(|_| cloud.region.name.to_owned()),
        bucket_arn: Some(arn(&bucket.name)),
    };
    let mut buckets: Vec<BucketShape> = asked.map(|(_, bucket)| shape(bucket)).collect();
    buckets.sort_by(|one, other| one.name.cmp(&other.name));
    ListBucketsOutput {
        buckets,
        owner: Some(Owner {
            id: Some(OWNER.to_owned()),
        }),
        prefix: input.prefix.clone(),
    }
}

pub(super) fn head(cloud: &Cloud, input: &HeadBucketInput) -> Result<HeadBucketOutput, ApiError> {
    let index = bucket(cloud, input.bucket.as_deref()).map_err(bare_404)?;
    Ok(HeadBucketOutput {
        bucket_arn: Some(arn(&cloud.s3.get(index).name)),
        bucket_region: Some(cloud.region.name.to_owned()),
        access_point_alias: Some(false),
    })
}

pub(super) fn location(
    cloud: &Cloud,
    input: &GetBucketLocationInput,
) -> Result<GetBucketLocationOutput, ApiError> {
    bucket(cloud, input.bucket.as_deref())?;
    Ok(GetBucketLocationOutput {
        location_constraint: Some(cloud.region.name)
            .filter(|name| *name != CLASSIC)
            .map(str::to_owned),
    })
}
