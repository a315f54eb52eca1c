//! `AuthorizeSecurityGroupIngress`: adds inbound rules to a group, all or none. Its members follow at once.
//!
//! Source: EC2 API Reference, AuthorizeSecurityGroupIngress; texts as seen on real AWS. AWS: "possibly after a short
//! delay"; ours takes none.

use api::ApiError;
use api::ec2::{AuthorizeSecurityGroupIngressInput, AuthorizeSecurityGroupIngressOutput};

use crate::Cloud;
use crate::ec2::permission::{AskedRule, asked_rules, in_short};
use crate::ec2::security_group::Spelled;
use crate::ec2::{InboundRule, SecurityGroupIndex, defaults};
use crate::ids::{IdOf, id};

pub(crate) fn authorize_security_group_ingress(
    cloud: &mut Cloud,
    input: &AuthorizeSecurityGroupIngressInput,
) -> Result<AuthorizeSecurityGroupIngressOutput, ApiError> {
    let group = cloud
        .ec2
        .group_of(input.group_id.as_deref(), input.group_name.as_deref())?;
    let asked = decide(cloud, group, input)?;
    let cause = cloud.accept();
    let rules: Vec<InboundRule> = asked.into_iter().map(|rule| make(cloud, rule)).collect();
    let output = AuthorizeSecurityGroupIngressOutput {
        r#return: Some(true),
        security_group_rules: rules
            .iter()
            .map(|rule| cloud.describe_rule(group, rule))
            .collect(),
    };
    cloud.ec2.security_groups[group.index()].inbound.extend(rules);
    cloud.rules_changed(group, cause);
    Ok(output)
}

fn decide(
    cloud: &Cloud,
    group: SecurityGroupIndex,
    input: &AuthorizeSecurityGroupIngressInput,
) -> Result<Vec<AskedRule>, ApiError> {
    let short = in_short(
        &input.ip_protocol,
        (input.from_port, input.to_port),
        &input.cidr_ip,
    );
    let asked = asked_rules(&cloud.ec2, short, &input.ip_permissions)?;
    let there = &cloud.ec2.security_groups[group.index()].inbound;
    let is_there = |rule: &&AskedRule| there.iter().any(|known| known.permission == rule.permission);
    if asked.is_empty() {
        return Err(ApiError::missing_parameter("IpPermissions"));
    }
    if let Some(rule) = asked.iter().find(is_there) {
        let rule = Spelled(&cloud.ec2, rule.permission);
        let message = format!("the specified rule \"{rule}\" already exists");
        return Err(ApiError::new("InvalidPermission.Duplicate", message));
    }
    if there.len() + asked.len() > defaults::RULES_PER_GROUP {
        let message = "The maximum number of rules per security group has been reached.";
        return Err(ApiError::new("RulesPerSecurityGroupLimitExceeded", message));
    }
    Ok(asked)
}

fn make(cloud: &mut Cloud, asked: AskedRule) -> InboundRule {
    let number = cloud.ec2.rules;
    cloud.ec2.rules += 1;
    InboundRule {
        id: id(cloud.seed, IdOf::SecurityGroupRule, number),
        permission: asked.permission,
        description: asked.description,
    }
}

#[cfg(test)]
mod tests {
    use crate::app::Door;
    use crate::lab::Lab;

    #[test]
    fn opening_and_shutting_a_port_moves_every_members_door_at_once() {
        let mut lab = Lab::new();
        let instance = lab.serving(1)[0];
        let door = |lab: &Lab| lab.cloud().ec2.stations[instance.index()].door;
        assert_eq!(door(&lab), Door::Open);
        lab.shut_port_80("default");
        assert_eq!(door(&lab), Door::Silent);
        let blame = lab.cloud().ec2.stations[instance.index()].blame;
        let fact = lab.cloud().facts.get(blame).expect("the door knows why");
        assert_eq!(fact.what, crate::fact::What::SecurityGroupChanged(0));
        lab.open_port_80("default");
        assert_eq!(door(&lab), Door::Open);
    }
}
