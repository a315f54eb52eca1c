//! Security groups and their rules in the words of EC2's API.

use api::ec2 as shape;

use crate::Cloud;
use crate::ec2::{
    InboundRule, Permission, Protocol, SecurityGroup, SecurityGroupIndex, Source, defaults, tag,
};

impl Cloud {
    /// The group as `DescribeSecurityGroups` shows it.
    pub(crate) fn describe_security_group(&self, group: &SecurityGroup) -> shape::SecurityGroup {
        shape::SecurityGroup {
            group_id: Some(group.id.clone()),
            ip_permissions_egress: vec![everything_out()],
            tags: tag::to_api(&group.tags),
            vpc_id: Some(self.ec2.vpc_id.clone()),
            security_group_arn: Some(self.security_group_arn(group)),
            owner_id: Some(defaults::ACCOUNT_ID.to_owned()),
            group_name: Some(group.name.clone()),
            description: Some(group.description.clone()),
            ip_permissions: self.ip_permissions(&group.inbound),
        }
    }

    /// The group's name among all resources of AWS.
    pub(crate) fn security_group_arn(&self, group: &SecurityGroup) -> String {
        self.arn("security-group", &group.id)
    }

    /// A rule as the call that made it shows it.
    pub(crate) fn describe_rule(
        &self,
        group: SecurityGroupIndex,
        rule: &InboundRule,
    ) -> shape::SecurityGroupRule {
        let account = || Some(defaults::ACCOUNT_ID.to_owned());
        let Permission {
            protocol,
            ports,
            source,
        } = rule.permission;
        let referenced = |group: SecurityGroupIndex| shape::ReferencedSecurityGroup {
            group_id: Some(self.group_id(group)),
            user_id: account(),
        };
        shape::SecurityGroupRule {
            security_group_rule_id: Some(rule.id.clone()),
            group_id: Some(self.group_id(group)),
            group_owner_id: account(),
            is_egress: Some(false),
            ip_protocol: Some(protocol.name().to_owned()),
            from_port: Some(ports.0.into()),
            to_port: Some(ports.1.into()),
            cidr_ipv4: source.cidr(),
            referenced_group_info: source.group().map(referenced),
            description: rule.description.clone(),
        }
    }

    /// A rule as the call that took it away shows it.
    pub(crate) fn describe_revoked_rule(
        &self,
        group: SecurityGroupIndex,
        rule: &InboundRule,
    ) -> shape::RevokedSecurityGroupRule {
        let Permission {
            protocol,
            ports,
            source,
        } = rule.permission;
        shape::RevokedSecurityGroupRule {
            security_group_rule_id: Some(rule.id.clone()),
            group_id: Some(self.group_id(group)),
            is_egress: Some(false),
            ip_protocol: Some(protocol.name().to_owned()),
            from_port: Some(ports.0.into()),
            to_port: Some(ports.1.into()),
            cidr_ipv4: source.cidr(),
            referenced_group_id: source.group().map(|group| self.group_id(group)),
            description: rule.description.clone(),
        }
    }

    /// Rules for the same protocol and ports share an entry.
    fn ip_permissions(&self, rules: &[InboundRule]) -> Vec<shape::IpPermission> {
        let mut keys: Vec<(Protocol, (i32, i32))> = Vec::new();
        let mut entries: Vec<shape::IpPermission> = Vec::new();
        for rule in rules {
            let key = (rule.permission.protocol, rule.permission.ports);
            let place = keys.iter().position(|known| *known == key).unwrap_or_else(|| {
                keys.push(key);
                entries.push(entry(key));
                entries.len() - 1
            });
            self.add_source(&mut entries[place], rule);
        }
        entries
    }

    fn add_source(&self, entry: &mut shape::IpPermission, rule: &InboundRule) {
        let description = rule.description.clone();
        match rule.permission.source {
            Source::Cidr(..) => entry.ip_ranges.push(shape::IpRange {
                description,
                cidr_ip: rule.permission.source.cidr(),
            }),
            Source::Group(group) => entry.user_id_group_pairs.push(shape::UserIdGroupPair {
                description,
                user_id: Some(defaults::ACCOUNT_ID.to_owned()),
                group_name: None,
                group_id: Some(self.group_id(group)),
            }),
        }
    }

    fn group_id(&self, group: SecurityGroupIndex) -> String {
        self.ec2.security_groups[group.index()].id.clone()
    }
}

/// An entry without sources; for everything, AWS leaves the ports out.
fn entry((protocol, (from, to)): (Protocol, (i32, i32))) -> shape::IpPermission {
    let port = |port: i32| (protocol != Protocol::All).then_some(i64::from(port));
    shape::IpPermission {
        ip_protocol: Some(protocol.name().to_owned()),
        from_port: port(from),
        to_port: port(to),
        ..shape::IpPermission::default()
    }
}

/// What every group allows out.
fn everything_out() -> shape::IpPermission {
    let anywhere = shape::IpRange {
        cidr_ip: Source::ANYWHERE.cidr(),
        ..shape::IpRange::default()
    };
    shape::IpPermission {
        ip_ranges: vec![anywhere],
        ..entry((Protocol::All, (-1, -1)))
    }
}
