//! Calls about credits, Elastic IP addresses, recovery, attributes, tags, groups, rules, interfaces, volumes.

use cloud::lab::Lab;

use super::check;

#[test]
fn elastic_addresses() {
    check(
        "AllocateAddress",
        &[
            (
                r#"{"Domain": "standard"}"#,
                "(InvalidParameterValue) Value (standard) for parameter Domain is invalid. Expecting one of: vpc.",
            ),
            (
                r#"{"TagSpecifications": [{"ResourceType": "instance", "Tags": [{"Key": "a"}]}]}"#,
                "(InvalidParameterValue) 'instance' is not a valid taggable resource type for this operation.",
            ),
        ],
    );
    check(
        "AssociateAddress",
        &[
            (
                r#"{"InstanceId": "{id:0}"}"#,
                "(MissingParameter) The request must contain the parameter AllocationId",
            ),
            (
                r#"{"AllocationId": "eipalloc-0123456789abcdef0"}"#,
                "(MissingParameter) The request must contain the parameter InstanceId",
            ),
            (
                r#"{"AllocationId": "web", "InstanceId": "{id:0}"}"#,
                r#"(InvalidAllocationID.Malformed) Invalid id: "web" (expecting "eipalloc-...")"#,
            ),
            (
                r#"{"AllocationId": "eipalloc-0123456789abcdef0", "InstanceId": "{id:0}"}"#,
                "(InvalidAllocationID.NotFound) The allocation ID 'eipalloc-0123456789abcdef0' does not exist",
            ),
        ],
    );
    check(
        "DisassociateAddress",
        &[
            (
                "{}",
                "(MissingParameter) The request must contain the parameter AssociationId",
            ),
            (
                r#"{"AssociationId": "eipassoc-0123456789abcdef0"}"#,
                "(InvalidAssociationID.NotFound) The association ID 'eipassoc-0123456789abcdef0' does not exist",
            ),
        ],
    );
    check(
        "ReleaseAddress",
        &[
            (
                "{}",
                "(MissingParameter) The request must contain the parameter AllocationId",
            ),
            (
                r#"{"AllocationId": "eipalloc-0123456789abcdef0"}"#,
                "(InvalidAllocationID.NotFound) The allocation ID 'eipalloc-0123456789abcdef0' does not exist",
            ),
        ],
    );
    check(
        "DescribeAddresses",
        &[
            (
                r#"{"PublicIps": ["203.0.113.77"]}"#,
                "(InvalidAddress.NotFound) Address '203.0.113.77' not found.",
            ),
            (
                r#"{"AllocationIds": ["eipalloc-0123456789abcdef0"]}"#,
                "(InvalidAllocationID.NotFound) The allocation ID 'eipalloc-0123456789abcdef0' does not exist",
            ),
        ],
    );
}

/// Asserts that a call is refused so, and changes nothing.
fn refused(lab: &mut Lab, operation: &str, request: &str, expected: &str) {
    let before = lab.cloud().digest();
    let refusal = lab.call("ec2", operation, request).expect_err(operation);
    assert_eq!(refusal.to_string(), expected, "{operation} {request}");
    assert_eq!(lab.cloud().digest(), before, "{operation} {request}");
}

#[test]
fn an_elastic_address_that_is_bound() {
    let mut lab = super::account();
    lab.ask("AllocateAddress", "{}");
    let elastic = lab.cloud().ec2.elastic_addresses().next().expect("one").1;
    let (allocation, ip) = (elastic.allocation_id.clone(), elastic.address.ip());
    let to = |place: usize, more: &str| {
        format!(r#"{{"AllocationId": "{allocation}", "InstanceId": "{{id:{place}}}"{more}}}"#)
    };
    for (place, state) in [(2, "terminated"), (5, "pending")] {
        let id = lab.cloud().ec2.instances[place].id.clone();
        let expected = format!(
            "(IncorrectInstanceState) The {state} instance '{id}' is not in a valid state for this operation."
        );
        refused(&mut lab, "AssociateAddress", &to(place, ""), &expected);
    }
    lab.ask("AssociateAddress", &to(0, ""));
    let elastic = lab.cloud().ec2.elastic_addresses().next().expect("one").1;
    let bond = elastic.association.as_ref().expect("bound").id.clone();
    let expected = format!(
        "(Resource.AlreadyAssociated) resource {allocation} is already associated with associate-id {bond}"
    );
    let keep = to(3, r#", "AllowReassociation": false"#);
    refused(&mut lab, "AssociateAddress", &keep, &expected);
    let release = format!(r#"{{"AllocationId": "{allocation}"}}"#);
    let expected = format!("(InvalidIPAddress.InUse) Address {ip} is in use.");
    refused(&mut lab, "ReleaseAddress", &release, &expected);
}

#[test]
fn credits() {
    check(
        "ModifyInstanceCreditSpecification",
        &[
            (
                "{}",
                "(MissingParameter) The request must contain the parameter InstanceCreditSpecifications",
            ),
            (
                r#"{"InstanceCreditSpecifications": [{"InstanceId": "{id:0}", "CpuCredits": "endless"}]}"#,
                "(InvalidParameterValue) Value (endless) for parameter InstanceCreditSpecifications[0].CpuCredits is invalid. Expecting one of: standard, unlimited.",
            ),
        ],
    );
    check(
        "DescribeInstanceCreditSpecifications",
        &[(
            r#"{"InstanceIds": ["i-0123456789abcdef0"]}"#,
            "(InvalidInstanceID.NotFound) The instance ID 'i-0123456789abcdef0' does not exist",
        )],
    );
    check(
        "GetDefaultCreditSpecification",
        &[(
            r#"{"InstanceFamily": "m5"}"#,
            "(InvalidParameterValue) Value (m5) for parameter InstanceFamily is invalid. Expecting one of: t2, t3, t3a, t4g.",
        )],
    );
    check(
        "ModifyDefaultCreditSpecification",
        &[(
            r#"{"InstanceFamily": "t3"}"#,
            "(MissingParameter) The request must contain the parameter CpuCredits",
        )],
    );
    check(
        "RunInstances",
        &[
            (
                r#"{"ImageId": "ami-0e1d2c3b4a5968701", "InstanceType": "m5.large", "MinCount": 1, "MaxCount": 1,
                    "CreditSpecification": {"CpuCredits": "unlimited"}}"#,
                "(InvalidParameterCombination) The instance type m5.large does not support a credit specification.",
            ),
            (
                r#"{{golden}, "CreditSpecification": {}}"#,
                "(MissingParameter) The request must contain the parameter CreditSpecification.CpuCredits",
            ),
        ],
    );
}

#[test]
fn another_architecture() {
    let mismatch = "The architecture 'arm64' of the specified instance type does not match the architecture 'x86_64' of \
                    the specified AMI. Specify an instance type and an AMI that have matching architectures, and try \
                    again. You can use 'describe-instance-types' or 'describe-images' to discover the architecture of \
                    the instance type or AMI.";
    check(
        "RunInstances",
        &[(
            r#"{"ImageId": "ami-0e1d2c3b4a5968701", "InstanceType": "t4g.micro", "MinCount": 1, "MaxCount": 1}"#,
            &format!("(InvalidParameterValue) {mismatch}"),
        )],
    );
    check(
        "ModifyInstanceAttribute",
        &[
            (
                r#"{"InstanceId": "{id:1}", "InstanceType": {"Value": "t4g.small"}}"#,
                &format!("(InvalidInstanceAttributeValue) {mismatch}"),
            ),
            (
                r#"{"InstanceId": "{id:1}", "DisableApiStop": {"Value": true}, "DisableApiTermination": {"Value": true}}"#,
                "(InvalidParameterCombination) Fields for multiple attribute types specified: disableApiStop, disableApiTermination",
            ),
        ],
    );
}

#[test]
fn maintenance_attributes_and_the_console() {
    check(
        "ModifyInstanceMaintenanceOptions",
        &[
            (
                r#"{"AutoRecovery": "disabled"}"#,
                "(MissingParameter) The request must contain the parameter InstanceId",
            ),
            (
                r#"{"InstanceId": "{id:0}", "AutoRecovery": "always"}"#,
                "(InvalidParameterValue) Value (always) for parameter AutoRecovery is invalid. Expecting one of: default, disabled.",
            ),
            (
                r#"{"InstanceId": "{id:2}", "AutoRecovery": "disabled"}"#,
                "(IncorrectInstanceState) The instance '{id:2}' is not in a state in which its maintenance options can be modified.",
            ),
        ],
    );
    check(
        "DescribeInstanceAttribute",
        &[
            (
                r#"{"InstanceId": "{id:0}"}"#,
                "(MissingParameter) The request must contain the parameter Attribute",
            ),
            (
                r#"{"InstanceId": "i-0123456789abcdef0", "Attribute": "userData"}"#,
                "(InvalidInstanceID.NotFound) The instance ID 'i-0123456789abcdef0' does not exist",
            ),
        ],
    );
    check(
        "GetConsoleOutput",
        &[(
            r#"{"InstanceId": "i-0123456789abcdef0"}"#,
            "(InvalidInstanceID.NotFound) The instance ID 'i-0123456789abcdef0' does not exist",
        )],
    );
    check(
        "DescribeAccountAttributes",
        &[(
            r#"{"AttributeNames": ["max-instances"]}"#,
            "(InvalidParameterValue) Invalid attribute name: [max-instances]",
        )],
    );
    check(
        "DescribeInstanceTypeOfferings",
        &[
            (
                r#"{"LocationType": "outpost"}"#,
                "(InvalidParameterValue) Value (outpost) for parameter LocationType is invalid. Expecting one of: availability-zone, availability-zone-id, region.",
            ),
            (
                r#"{"Filters": [{"Name": "zone", "Values": ["a"]}]}"#,
                "(InvalidParameterValue) The filter 'zone' is invalid",
            ),
        ],
    );
}

#[test]
fn tags_groups_rules_interfaces_and_volumes() {
    check(
        "DeleteTags",
        &[
            (
                "{}",
                "(MissingParameter) The request must contain the parameter Resources",
            ),
            (
                r#"{"Resources": ["{id:0}", "i-0123456789abcdef0"]}"#,
                "(InvalidInstanceID.NotFound) The instance ID 'i-0123456789abcdef0' does not exist",
            ),
            (
                r#"{"Resources": ["eipalloc-0123456789abcdef0"]}"#,
                "(InvalidAllocationID.NotFound) The allocation ID 'eipalloc-0123456789abcdef0' does not exist",
            ),
        ],
    );
    check(
        "DeleteSecurityGroup",
        &[
            (
                "{}",
                "(MissingParameter) The request must contain the parameter groupName or groupId",
            ),
            (
                r#"{"GroupId": "sg-0123456789abcdef0"}"#,
                "(InvalidGroup.NotFound) The security group 'sg-0123456789abcdef0' does not exist",
            ),
        ],
    );
    check(
        "DescribeSecurityGroupRules",
        &[
            (
                r#"{"SecurityGroupRuleIds": ["web"]}"#,
                r#"(InvalidSecurityGroupRuleId.Malformed) Invalid id: "web" (expecting "sgr-...")"#,
            ),
            (
                r#"{"SecurityGroupRuleIds": ["sgr-0123456789abcdef0"]}"#,
                "(InvalidSecurityGroupRuleId.NotFound) The security group rule ID 'sgr-0123456789abcdef0' does not exist",
            ),
        ],
    );
    check(
        "DescribeNetworkInterfaces",
        &[(
            r#"{"NetworkInterfaceIds": ["eni-0123456789abcdef0"]}"#,
            "(InvalidNetworkInterfaceID.NotFound) The networkInterface ID 'eni-0123456789abcdef0' does not exist",
        )],
    );
    check(
        "DescribeVolumes",
        &[(
            r#"{"VolumeIds": ["vol-0123456789abcdef0"]}"#,
            "(InvalidVolume.NotFound) The volume 'vol-0123456789abcdef0' does not exist.",
        )],
    );
}

#[test]
fn the_default_group_stays() {
    let mut lab = super::account();
    let id = lab.cloud().ec2.security_groups[0].id.clone();
    let expected =
        format!("(CannotDelete) the specified group: \"{id}\" name: \"default\" cannot be deleted by a user");
    refused(
        &mut lab,
        "DeleteSecurityGroup",
        r#"{"GroupName": "default"}"#,
        &expected,
    );
}
