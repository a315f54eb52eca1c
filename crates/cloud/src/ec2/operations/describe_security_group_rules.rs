//! `DescribeSecurityGroupRules`: the rules of all groups, one by one. Each group has one about what leaves: everything may.
//!
//! Filters: `group-id`, `security-group-rule-id`.

use api::ApiError;
use api::ec2::{DescribeSecurityGroupRulesInput, DescribeSecurityGroupRulesOutput, SecurityGroupRule};

use crate::Cloud;
use crate::ec2::{InboundRule, Permission, Protocol, SecurityGroupIndex, Source};
use crate::filter::{FilterPath, narrow};
use crate::ids::{IdOf, check_id, id};

pub(super) const FILTERS: &[FilterPath] = &[
    ("group-id", "GroupId"),
    ("security-group-rule-id", "SecurityGroupRuleId"),
];

/// Outbound rules are numbered by their groups, far from the inbound ones.
const OUTBOUND: u64 = 1 << 40;

pub(crate) fn describe_security_group_rules(
    cloud: &Cloud,
    input: &DescribeSecurityGroupRulesInput,
) -> Result<DescribeSecurityGroupRulesOutput, ApiError> {
    let groups = (0..).map(SecurityGroupIndex).zip(&cloud.ec2.security_groups);
    let living = groups.filter(|(_, group)| !group.deleted);
    let mut rules: Vec<SecurityGroupRule> = living.flat_map(|(index, _)| rules_of(cloud, index)).collect();
    let ids = &input.security_group_rule_ids;
    if !ids.is_empty() {
        check_known(&rules, ids)?;
        rules.retain(|rule| {
            rule.security_group_rule_id
                .as_ref()
                .is_some_and(|id| ids.contains(id))
        });
    }
    Ok(DescribeSecurityGroupRulesOutput {
        security_group_rules: narrow(rules, &input.filters, FILTERS)?,
    })
}

fn check_known(rules: &[SecurityGroupRule], ids: &[String]) -> Result<(), ApiError> {
    for id in ids {
        check_id(id, "sgr-", "InvalidSecurityGroupRuleId.Malformed")?;
        if !rules
            .iter()
            .any(|rule| rule.security_group_rule_id.as_ref() == Some(id))
        {
            let message = format!("The security group rule ID '{id}' does not exist");
            return Err(ApiError::new("InvalidSecurityGroupRuleId.NotFound", message));
        }
    }
    Ok(())
}

fn rules_of(cloud: &Cloud, index: SecurityGroupIndex) -> Vec<SecurityGroupRule> {
    let everything = InboundRule {
        id: id(
            cloud.seed,
            IdOf::SecurityGroupRule,
            OUTBOUND + index.index() as u64,
        ),
        permission: Permission {
            protocol: Protocol::All,
            ports: (-1, -1),
            source: Source::ANYWHERE,
        },
        description: None,
    };
    let out = SecurityGroupRule {
        is_egress: Some(true),
        ..cloud.describe_rule(index, &everything)
    };
    let inbound = cloud.ec2.security_groups[index.index()].inbound.iter();
    let mut rules: Vec<SecurityGroupRule> = inbound.map(|rule| cloud.describe_rule(index, rule)).collect();
    rules.push(out);
    rules
}
