//! `RevokeSecurityGroupIngress`: takes inbound rules from a group, all named or none. Its members follow at once.
//!
//! Source: EC2 API Reference, RevokeSecurityGroupIngress; texts as seen on real AWS.

use api::ApiError;
use api::ec2::{RevokeSecurityGroupIngressInput, RevokeSecurityGroupIngressOutput};

use crate::Cloud;
use crate::ec2::permission::{asked_rules, in_short};
use crate::ec2::{InboundRule, SecurityGroupIndex};
use crate::ids::check_id;

pub(crate) fn revoke_security_group_ingress(
    cloud: &mut Cloud,
    input: &RevokeSecurityGroupIngressInput,
) -> Result<RevokeSecurityGroupIngressOutput, ApiError> {
    let group = cloud
        .ec2
        .group_of(input.group_id.as_deref(), input.group_name.as_deref())?;
    let revoked = decide(cloud, group, input)?;
    let cause = cloud.accept();
    cloud.ec2.security_groups[group.index()]
        .inbound
        .retain(|rule| !revoked.contains(rule));
    cloud.rules_changed(group, cause);
    Ok(RevokeSecurityGroupIngressOutput {
        r#return: Some(true),
        revoked_security_group_rules: revoked
            .iter()
            .map(|rule| cloud.describe_revoked_rule(group, rule))
            .collect(),
    })
}

fn decide(
    cloud: &Cloud,
    group: SecurityGroupIndex,
    input: &RevokeSecurityGroupIngressInput,
) -> Result<Vec<InboundRule>, ApiError> {
    let short = in_short(
        &input.ip_protocol,
        (input.from_port, input.to_port),
        &input.cidr_ip,
    );
    let by_rule = short.is_some() || !input.ip_permissions.is_empty();
    match (by_rule, input.security_group_rule_ids.is_empty()) {
        (true, true) => rules_alike(cloud, group, short, input),
        (false, false) => rules_with_ids(cloud, group, &input.security_group_rule_ids),
        (true, false) => Err(ApiError::invalid_parameter_combination(
            "The parameter 'securityGroupRuleIds' may not be used in combination with 'ipPermissions'",
        )),
        (false, true) => Err(ApiError::new(
            "MissingParameter",
            "Either 'ipPermissions' or 'securityGroupRuleIds' should be provided.",
        )),
    }
}

fn rules_alike(
    cloud: &Cloud,
    group: SecurityGroupIndex,
    short: Option<api::ec2::IpPermission>,
    input: &RevokeSecurityGroupIngressInput,
) -> Result<Vec<InboundRule>, ApiError> {
    let there = &cloud.ec2.security_groups[group.index()].inbound;
    let find = |permission| there.iter().find(|rule| rule.permission == permission);
    let not_found = || {
        let message = "The specified rule does not exist in this security group.";
        ApiError::new("InvalidPermission.NotFound", message)
    };
    asked_rules(&cloud.ec2, short, &input.ip_permissions)?
        .iter()
        .map(|asked| find(asked.permission).cloned().ok_or_else(not_found))
        .collect()
}

fn rules_with_ids(
    cloud: &Cloud,
    group: SecurityGroupIndex,
    ids: &[String],
) -> Result<Vec<InboundRule>, ApiError> {
    let there = &cloud.ec2.security_groups[group.index()].inbound;
    let find = |id: &String| {
        check_id(id, "sgr-", "InvalidSecurityGroupRuleId.Malformed")?;
        let rule = there.iter().find(|rule| rule.id == *id);
        rule.cloned().ok_or_else(|| {
            let message = format!("The security group rule ID '{id}' does not exist");
            ApiError::new("InvalidSecurityGroupRuleId.NotFound", message)
        })
    };
    ids.iter().map(find).collect()
}
