//! `DescribeSecurityGroups`.
//!
//! Filters: `description`, `egress.ip-permission.*`, `group-id`, `group-name`, `ip-permission.*` (`cidr`, `from-port`,
//! `group-id`, `group-name`, `protocol`, `to-port`, `user-id`), `owner-id`, `tag:Key`, `tag-key`, `vpc-id`.

use api::ApiError;
use api::ec2::{DescribeSecurityGroupsInput, DescribeSecurityGroupsOutput};

use crate::Cloud;
use crate::ec2::SecurityGroupIndex;
use crate::filter::{FilterPath, TAGS, narrow};

pub(super) const FILTERS: &[FilterPath] = &[
    ("description", "Description"),
    ("egress.ip-permission.cidr", "IpPermissionsEgress.IpRanges.CidrIp"),
    ("egress.ip-permission.from-port", "IpPermissionsEgress.FromPort"),
    ("egress.ip-permission.protocol", "IpPermissionsEgress.IpProtocol"),
    ("egress.ip-permission.to-port", "IpPermissionsEgress.ToPort"),
    ("group-id", "GroupId"),
    ("group-name", "GroupName"),
    ("ip-permission.cidr", "IpPermissions.IpRanges.CidrIp"),
    ("ip-permission.from-port", "IpPermissions.FromPort"),
    ("ip-permission.group-id", "IpPermissions.UserIdGroupPairs.GroupId"),
    (
        "ip-permission.group-name",
        "IpPermissions.UserIdGroupPairs.GroupName",
    ),
    ("ip-permission.protocol", "IpPermissions.IpProtocol"),
    ("ip-permission.to-port", "IpPermissions.ToPort"),
    ("ip-permission.user-id", "IpPermissions.UserIdGroupPairs.UserId"),
    ("owner-id", "OwnerId"),
    (TAGS, "Tags"),
    ("vpc-id", "VpcId"),
];

pub(crate) fn describe_security_groups(
    cloud: &Cloud,
    input: &DescribeSecurityGroupsInput,
) -> Result<DescribeSecurityGroupsOutput, ApiError> {
    let named = named(cloud, input)?;
    let all = cloud.ec2.security_groups.iter().enumerate();
    let groups = all
        .filter(|(_, group)| !group.deleted)
        .filter(|(index, _)| named.is_empty() || named.contains(&SecurityGroupIndex(*index as u32)))
        .map(|(_, group)| cloud.describe_security_group(group))
        .collect();
    Ok(DescribeSecurityGroupsOutput {
        security_groups: narrow(groups, &input.filters, FILTERS)?,
    })
}

/// The groups named by id or by name; none if none is.
fn named(cloud: &Cloud, input: &DescribeSecurityGroupsInput) -> Result<Vec<SecurityGroupIndex>, ApiError> {
    let by_id = input.group_ids.iter().map(|id| cloud.ec2.group_with_id(id));
    let by_name = input.group_names.iter().map(|name| cloud.ec2.group_named(name));
    by_id.chain(by_name).collect()
}
