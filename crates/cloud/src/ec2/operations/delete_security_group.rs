//! `DeleteSecurityGroup`: only of a group that no instance, no load balancer and no other group's rule uses.
//!
//! Source: EC2 API Reference, DeleteSecurityGroup; texts as seen on real AWS.

use api::ApiError;
use api::ec2::{DeleteSecurityGroupInput, DeleteSecurityGroupOutput};

use crate::Cloud;
use crate::ec2::{SecurityGroup, SecurityGroupIndex};
use crate::fact::What;

pub(super) fn delete_security_group(
    cloud: &mut Cloud,
    input: &DeleteSecurityGroupInput,
) -> Result<DeleteSecurityGroupOutput, ApiError> {
    let index = cloud
        .ec2
        .group_of(input.group_id.as_deref(), input.group_name.as_deref())?;
    check_free(cloud, index)?;
    let cause = cloud.accept();
    let what = What::SecurityGroupChanged(index.index() as u32);
    cloud.facts.note(cloud.now, cause, what);
    let group = &mut cloud.ec2.security_groups[index.index()];
    group.deleted = true;
    group.inbound.clear();
    Ok(DeleteSecurityGroupOutput {
        r#return: Some(true),
        group_id: Some(group.id.clone()),
    })
}

fn check_free(cloud: &Cloud, index: SecurityGroupIndex) -> Result<(), ApiError> {
    let id = &cloud.ec2.security_groups[index.index()].id;
    if index == SecurityGroupIndex::DEFAULT {
        let message = format!("the specified group: \"{id}\" name: \"default\" cannot be deleted by a user");
        return Err(ApiError::new("CannotDelete", message));
    }
    let refers = |group: &SecurityGroup| {
        let mut rules = group.inbound.iter();
        group.id != *id && rules.any(|rule| rule.permission.source.group() == Some(index))
    };
    let balanced = cloud
        .elbv2
        .balancers()
        .any(|(_, balancer)| balancer.groups.contains(&index));
    if balanced || !cloud.ec2.members(index).is_empty() || cloud.ec2.security_groups.iter().any(refers) {
        let message = format!("resource {id} has a dependent object");
        return Err(ApiError::new("DependencyViolation", message));
    }
    Ok(())
}
