//! `CreateSecurityGroup`, `AuthorizeSecurityGroupIngress`, `RevokeSecurityGroupIngress`,
//! `DeleteSecurityGroup`, `DescribeSecurityGroups`, `DescribeSecurityGroupRules`.

use super::{Filter, Tag, TagSpecification};
use crate::shape::shapes;

shapes! {
    /// Makes a security group. Nothing may reach its instances until a rule allows it.
    pub struct CreateSecurityGroupInput {
        /// What it is for; cannot be changed.
        description: Option<String> = "Description" required length(1..=255),
        /// Its name, unique in the VPC.
        group_name: Option<String> = "GroupName" required length(1..=255),
        /// Its VPC; the default one if left out.
        vpc_id: Option<String> = "VpcId",
        /// Tags for it.
        tag_specifications: Vec<TagSpecification> = "TagSpecifications",
    }
    without "DryRun=false"

    /// The new group.
    pub struct CreateSecurityGroupOutput {
        /// Its id.
        group_id: Option<String> = "GroupId",
        /// Its labels.
        tags: Vec<Tag> = "Tags",
        /// Its name among all resources of AWS.
        security_group_arn: Option<String> = "SecurityGroupArn",
    }

    /// Allows traffic into the instances of a group.
    pub struct AuthorizeSecurityGroupIngressInput {
        /// Whence, as addresses in CIDR notation, when one rule is given in short.
        cidr_ip: Option<String> = "CidrIp",
        /// The first port, when one rule is given in short.
        from_port: Option<i64> = "FromPort" range(-1..=65_535),
        /// The group; or else its name.
        group_id: Option<String> = "GroupId",
        /// The group by name, in the default VPC.
        group_name: Option<String> = "GroupName",
        /// The rules.
        ip_permissions: Vec<IpPermission> = "IpPermissions",
        /// The protocol, when one rule is given in short.
        ip_protocol: Option<String> = "IpProtocol",
        /// The last port, when one rule is given in short.
        to_port: Option<i64> = "ToPort" range(-1..=65_535),
    }
    without "SourceSecurityGroupName SourceSecurityGroupOwnerId TagSpecifications DryRun=false"

    /// The rules made.
    pub struct AuthorizeSecurityGroupIngressOutput {
        /// True.
        r#return: Option<bool> = "Return",
        /// One entry a rule.
        security_group_rules: Vec<SecurityGroupRule> = "SecurityGroupRules" always,
    }

    /// Takes rules away that allow traffic into the instances of a group.
    pub struct RevokeSecurityGroupIngressInput {
        /// Whence, as addresses in CIDR notation, when one rule is given in short.
        cidr_ip: Option<String> = "CidrIp",
        /// The first port, when one rule is given in short.
        from_port: Option<i64> = "FromPort" range(-1..=65_535),
        /// The group; or else its name.
        group_id: Option<String> = "GroupId",
        /// The group by name, in the default VPC.
        group_name: Option<String> = "GroupName",
        /// The rules.
        ip_permissions: Vec<IpPermission> = "IpPermissions",
        /// The protocol, when one rule is given in short.
        ip_protocol: Option<String> = "IpProtocol",
        /// The last port, when one rule is given in short.
        to_port: Option<i64> = "ToPort" range(-1..=65_535),
        /// The rules by id.
        security_group_rule_ids: Vec<String> = "SecurityGroupRuleIds" length(0..=1_000),
    }
    without "SourceSecurityGroupName SourceSecurityGroupOwnerId DryRun=false"

    /// The rules taken away.
    pub struct RevokeSecurityGroupIngressOutput {
        /// True.
        r#return: Option<bool> = "Return",
        /// One entry a rule.
        revoked_security_group_rules: Vec<RevokedSecurityGroupRule> = "RevokedSecurityGroupRules" always,
    }

    /// Deletes a security group that nothing uses.
    pub struct DeleteSecurityGroupInput {
        /// The group; or else its name.
        group_id: Option<String> = "GroupId",
        /// The group by name, in the default VPC.
        group_name: Option<String> = "GroupName",
    }
    without "DryRun=false"

    /// The group that is gone.
    pub struct DeleteSecurityGroupOutput {
        /// True.
        r#return: Option<bool> = "Return",
        /// Its id.
        group_id: Option<String> = "GroupId",
    }

    /// Describes the rules of security groups one by one: all, or those named, narrowed by filters.
    pub struct DescribeSecurityGroupRulesInput {
        /// Which of them to answer with.
        filters: Vec<Filter> = "Filters",
        /// Which rules; one that does not exist fails the call.
        security_group_rule_ids: Vec<String> = "SecurityGroupRuleIds",
    }
    without "DryRun=false NextToken MaxResults"

    /// The rules.
    pub struct DescribeSecurityGroupRulesOutput {
        /// One entry a rule.
        security_group_rules: Vec<SecurityGroupRule> = "SecurityGroupRules" always,
    }

    /// Describes security groups: all, or those named, narrowed by filters.
    pub struct DescribeSecurityGroupsInput {
        /// Which groups; one that does not exist fails the call.
        group_ids: Vec<String> = "GroupIds",
        /// Which groups by name, in the default VPC.
        group_names: Vec<String> = "GroupNames",
        /// Which of them to answer with.
        filters: Vec<Filter> = "Filters",
    }
    without "NextToken MaxResults DryRun=false"

    /// The groups.
    pub struct DescribeSecurityGroupsOutput {
        /// One entry a group.
        security_groups: Vec<SecurityGroup> = "SecurityGroups" always,
    }

    /// What may reach the instances that are in it. What is allowed in may answer.
    pub struct SecurityGroup {
        /// Its id.
        group_id: Option<String> = "GroupId",
        /// What its instances may reach.
        ip_permissions_egress: Vec<IpPermission> = "IpPermissionsEgress" always,
        /// Its labels.
        tags: Vec<Tag> = "Tags",
        /// Its VPC.
        vpc_id: Option<String> = "VpcId",
        /// Its name among all resources of AWS.
        security_group_arn: Option<String> = "SecurityGroupArn",
        /// The account.
        owner_id: Option<String> = "OwnerId",
        /// Its name.
        group_name: Option<String> = "GroupName",
        /// What it is for.
        description: Option<String> = "Description",
        /// What may reach its instances.
        ip_permissions: Vec<IpPermission> = "IpPermissions" always,
    }

    /// Rules for one protocol and one span of ports.
    pub struct IpPermission {
        /// `tcp`, `udp`, `icmp`, or `-1` for all.
        ip_protocol: Option<String> = "IpProtocol" needed,
        /// The first port.
        from_port: Option<i64> = "FromPort" range(-1..=65_535),
        /// The last port.
        to_port: Option<i64> = "ToPort" range(-1..=65_535),
        /// The groups allowed.
        user_id_group_pairs: Vec<UserIdGroupPair> = "UserIdGroupPairs" always,
        /// The addresses allowed.
        ip_ranges: Vec<IpRange> = "IpRanges" always,
    }
    without "Ipv6Ranges PrefixListIds"

    /// Addresses.
    pub struct IpRange {
        /// What the rule is for.
        description: Option<String> = "Description" length(0..=255),
        /// In CIDR notation; `0.0.0.0/0` is everyone.
        cidr_ip: Option<String> = "CidrIp" needed,
    }

    /// A security group as the source of a rule.
    pub struct UserIdGroupPair {
        /// What the rule is for.
        description: Option<String> = "Description" length(0..=255),
        /// The account.
        user_id: Option<String> = "UserId",
        /// The group's name, in the default VPC.
        group_name: Option<String> = "GroupName",
        /// The group's id.
        group_id: Option<String> = "GroupId",
    }
    without "VpcId VpcPeeringConnectionId PeeringStatus"

    /// One rule.
    pub struct SecurityGroupRule {
        /// Its id.
        security_group_rule_id: Option<String> = "SecurityGroupRuleId",
        /// Its group.
        group_id: Option<String> = "GroupId",
        /// The group's account.
        group_owner_id: Option<String> = "GroupOwnerId",
        /// Whether it is about what leaves.
        is_egress: Option<bool> = "IsEgress",
        /// The protocol.
        ip_protocol: Option<String> = "IpProtocol",
        /// The first port.
        from_port: Option<i64> = "FromPort",
        /// The last port.
        to_port: Option<i64> = "ToPort",
        /// The addresses.
        cidr_ipv4: Option<String> = "CidrIpv4",
        /// The other group.
        referenced_group_info: Option<ReferencedSecurityGroup> = "ReferencedGroupInfo",
        /// What it is for.
        description: Option<String> = "Description",
    }

    /// The other group of a rule.
    pub struct ReferencedSecurityGroup {
        /// Its id.
        group_id: Option<String> = "GroupId",
        /// Its account.
        user_id: Option<String> = "UserId",
    }

    /// A rule that was taken away.
    pub struct RevokedSecurityGroupRule {
        /// Its id.
        security_group_rule_id: Option<String> = "SecurityGroupRuleId",
        /// Its group.
        group_id: Option<String> = "GroupId",
        /// Whether it was about what leaves.
        is_egress: Option<bool> = "IsEgress",
        /// The protocol.
        ip_protocol: Option<String> = "IpProtocol",
        /// The first port.
        from_port: Option<i64> = "FromPort",
        /// The last port.
        to_port: Option<i64> = "ToPort",
        /// The addresses.
        cidr_ipv4: Option<String> = "CidrIpv4",
        /// The other group.
        referenced_group_id: Option<String> = "ReferencedGroupId",
        /// What it was for.
        description: Option<String> = "Description",
    }
}
