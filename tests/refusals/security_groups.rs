//! Calls about security groups.

use super::check;

#[test]
fn new_groups() {
    check(
        "CreateSecurityGroup",
        &[
            (
                r#"{"GroupName": "web"}"#,
                "(MissingParameter) The request must contain the parameter Description",
            ),
            (
                r#"{"GroupName": "full", "Description": "again"}"#,
                "(InvalidGroup.Duplicate) The security group 'full' already exists for VPC '{vpc}'",
            ),
            (
                r#"{"GroupName": "default", "Description": "mine"}"#,
                "(InvalidGroup.Reserved) Cannot use reserved security group name: default",
            ),
            (
                r#"{"GroupName": "sg-web", "Description": "web"}"#,
                "(InvalidParameterValue) Value (sg-web) for parameter GroupName is invalid. Group names may \
                 not be in the format sg-*.",
            ),
            (
                r#"{"GroupName": "wéb", "Description": "web"}"#,
                "(InvalidParameterValue) Value (wéb) for parameter GroupName is invalid. Character sets \
                 beyond ASCII are not supported.",
            ),
            (
                r#"{"GroupName": "web", "Description": "<all>"}"#,
                "(InvalidParameterValue) Invalid security group description. Valid descriptions are strings \
                 less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*",
            ),
            (
                r#"{"GroupName": "web", "Description": "w", "VpcId": "vpc-0123456789abcdef0"}"#,
                "(InvalidVpcID.NotFound) The vpc ID 'vpc-0123456789abcdef0' does not exist",
            ),
        ],
    );
}

#[test]
fn new_rules() {
    check(
        "AuthorizeSecurityGroupIngress",
        &[
            (
                r#"{"IpProtocol": "tcp", "FromPort": 80, "ToPort": 80, "CidrIp": "0.0.0.0/0"}"#,
                "(MissingParameter) The request must contain the parameter groupName or groupId",
            ),
            (
                r#"{"GroupId": "full", "IpProtocol": "-1", "CidrIp": "0.0.0.0/0"}"#,
                r#"(InvalidGroupId.Malformed) Invalid id: "full" (expecting "sg-...")"#,
            ),
            (
                r#"{"GroupName": "web", "IpProtocol": "-1", "CidrIp": "0.0.0.0/0"}"#,
                "(InvalidGroup.NotFound) The security group 'web' does not exist in default VPC '{vpc}'",
            ),
            (
                r#"{"GroupName": "full"}"#,
                "(MissingParameter) The request must contain the parameter IpPermissions",
            ),
            (
                r#"{"GroupName": "full", "IpProtocol": "tcp", "FromPort": 22, "ToPort": 22,
                    "CidrIp": "10.0.7.9/24"}"#,
                "(InvalidPermission.Duplicate) the specified rule \"peer: 10.0.7.0/24, TCP, from port: 22, \
                 to port: 22, ALLOW\" already exists",
            ),
            (
                r#"{"GroupName": "full", "IpProtocol": "tcp", "FromPort": 80, "ToPort": 80,
                    "CidrIp": "10.0.0.1/33"}"#,
                "(InvalidParameterValue) CIDR block 10.0.0.1/33 is malformed",
            ),
            (
                r#"{"GroupName": "full", "IpProtocol": "tcp", "FromPort": 80, "ToPort": 80,
                    "CidrIp": "0.0.0.0/0"}"#,
                "(RulesPerSecurityGroupLimitExceeded) The maximum number of rules per security group has \
                 been reached.",
            ),
            (
                r#"{"GroupName": "full", "IpProtocol": "tcpp", "FromPort": 80, "ToPort": 80,
                    "CidrIp": "0.0.0.0/0"}"#,
                "(InvalidParameterValue) Invalid value 'tcpp' for IP protocol. Unknown protocol.",
            ),
            (
                r#"{"GroupName": "full", "IpProtocol": "tcp", "FromPort": 80, "CidrIp": "0.0.0.0/0"}"#,
                "(InvalidParameterValue) Invalid value 'Must specify both from and to ports with TCP/UDP.' \
                 for portRange.",
            ),
            (
                r#"{"GroupName": "full", "IpProtocol": "tcp", "FromPort": 90, "ToPort": 80,
                    "CidrIp": "0.0.0.0/0"}"#,
                "(InvalidParameterValue) Invalid TCP/UDP port range (90:80)",
            ),
            (
                r#"{"GroupName": "full", "IpProtocol": "udp", "FromPort": -1, "ToPort": -1,
                    "CidrIp": "0.0.0.0/0"}"#,
                "(InvalidPermission.Malformed) TCP/UDP port (-1) out of range",
            ),
            (
                r#"{"GroupName": "full", "IpProtocol": "tcp", "FromPort": 80, "ToPort": 65536,
                    "CidrIp": "0.0.0.0/0"}"#,
                "(InvalidParameterValue) Value (65536) for parameter ToPort is invalid. Expecting a value \
                 from -1 to 65535.",
            ),
            (
                r#"{"GroupName": "full", "IpProtocol": "icmp", "FromPort": 8, "ToPort": 300,
                    "CidrIp": "0.0.0.0/0"}"#,
                "(InvalidParameterValue) ICMP code (300) out of range",
            ),
            (
                r#"{"GroupName": "full", "IpPermissions": [{"IpProtocol": "-1",
                    "UserIdGroupPairs": [{"GroupId": "sg-0123456789abcdef0"}]}]}"#,
                "(InvalidGroup.NotFound) The security group 'sg-0123456789abcdef0' does not exist",
            ),
            (
                r#"{"GroupName": "full", "IpPermissions": [{"IpProtocol": "-1", "UserIdGroupPairs": [{}]}]}"#,
                "(MissingParameter) Source group ID missing.",
            ),
            (
                r#"{"GroupName": "full", "IpPermissions": [{"IpProtocol": "-1",
                    "IpRanges": [{"CidrIp": "10.0.0.0/8"}, {"CidrIp": "10.9.9.9/8"}]}]}"#,
                "(InvalidParameterValue) The same permission must not appear multiple times",
            ),
            (
                r#"{"GroupName": "full", "IpProtocol": "-1", "CidrIp": "0.0.0.0/0",
                    "IpPermissions": [{"IpProtocol": "-1", "IpRanges": [{"CidrIp": "10.0.0.0/8"}]}]}"#,
                "(InvalidParameterCombination) The parameter 'ipPermissions' may not be used in combination \
                 with 'ipProtocol'",
            ),
        ],
    );
}

#[test]
fn rules_that_are_not_there() {
    check(
        "RevokeSecurityGroupIngress",
        &[
            (
                r#"{"GroupName": "full", "IpProtocol": "tcp", "FromPort": 80, "ToPort": 80,
                    "CidrIp": "0.0.0.0/0"}"#,
                "(InvalidPermission.NotFound) The specified rule does not exist in this security group.",
            ),
            (
                r#"{"GroupName": "full"}"#,
                "(MissingParameter) Either 'ipPermissions' or 'securityGroupRuleIds' should be provided.",
            ),
            (
                r#"{"GroupName": "full", "SecurityGroupRuleIds": ["rule"]}"#,
                r#"(InvalidSecurityGroupRuleId.Malformed) Invalid id: "rule" (expecting "sgr-...")"#,
            ),
            (
                r#"{"GroupName": "full", "SecurityGroupRuleIds": ["sgr-0123456789abcdef0"]}"#,
                "(InvalidSecurityGroupRuleId.NotFound) The security group rule ID 'sgr-0123456789abcdef0' \
                 does not exist",
            ),
        ],
    );
}
