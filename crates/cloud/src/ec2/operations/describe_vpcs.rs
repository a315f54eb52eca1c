//! `DescribeVpcs`: the default VPC.
//!
//! Filters: `cidr`, `is-default` (also as `isDefault`), `owner-id`, `state`, `tag:Key`, `tag-key`, `vpc-id`.

use api::ApiError;
use api::ec2::{DescribeVpcsInput, DescribeVpcsOutput, Vpc};

use crate::Cloud;
use crate::ec2::{defaults, tag};
use crate::filter::{FilterPath, TAGS, narrow};

pub(super) const FILTERS: &[FilterPath] = &[
    ("cidr", "CidrBlock"),
    ("is-default", "IsDefault"),
    ("isDefault", "IsDefault"),
    ("owner-id", "OwnerId"),
    ("state", "State"),
    (TAGS, "Tags"),
    ("vpc-id", "VpcId"),
];

pub(crate) fn describe_vpcs(
    cloud: &Cloud,
    input: &DescribeVpcsInput,
) -> Result<DescribeVpcsOutput, ApiError> {
    if let Some(id) = input.vpc_ids.iter().find(|id| **id != cloud.ec2.vpc_id) {
        return Err(ApiError::vpc_not_found(id));
    }
    Ok(DescribeVpcsOutput {
        vpcs: narrow(vec![default_vpc(cloud)], &input.filters, FILTERS)?,
    })
}

fn default_vpc(cloud: &Cloud) -> Vpc {
    Vpc {
        owner_id: Some(defaults::ACCOUNT_ID.to_owned()),
        instance_tenancy: Some("default".to_owned()),
        is_default: Some(true),
        tags: tag::to_api(&cloud.ec2.vpc_tags),
        vpc_id: Some(cloud.ec2.vpc_id.clone()),
        state: Some("available".to_owned()),
        cidr_block: Some(defaults::VPC_BLOCK.to_owned()),
    }
}
