//! Calls about tags, and calls that only look.

use super::check;

#[test]
fn tags() {
    check(
        "CreateTags",
        &[
            (
                r#"{"Resources": ["web"], "Tags": [{"Key": "a"}]}"#,
                "(InvalidID) The ID 'web' is not valid",
            ),
            (
                r#"{"Resources": ["{id:1}", "i-0123456789abcdef0"], "Tags": [{"Key": "a"}]}"#,
                "(InvalidInstanceID.NotFound) The instance ID 'i-0123456789abcdef0' does not exist",
            ),
            (
                r#"{"Resources": ["sg-0123456789abcdef0"], "Tags": [{"Key": "a"}]}"#,
                "(InvalidGroup.NotFound) The security group 'sg-0123456789abcdef0' does not exist",
            ),
            (
                r#"{"Resources": ["{id:1}", "{id:0}"], "Tags": [{"Key": "a"}]}"#,
                "(TagLimitExceeded) More than 50 tags specified",
            ),
            (
                r#"{"Resources": ["{id:1}"], "Tags": [{"Key": "aws:a"}]}"#,
                "(InvalidParameterValue) Tag keys starting with 'aws:' are reserved for internal use",
            ),
            (
                r#"{"Resources": ["{id:1}"], "Tags": [{"Key": "a"}, {"Key": "a"}]}"#,
                "(InvalidParameterValue) Duplicate tag key 'a' specified.",
            ),
            (
                r#"{"Resources": ["{id:1}"]}"#,
                "(MissingParameter) The request must contain the parameter Tags",
            ),
        ],
    );
}

#[test]
fn offerings() {
    check(
        "DescribeInstanceTypeOfferings",
        &[(
            r#"{"Filters": [{"Name": "zone", "Values": ["us-east-2a"]}]}"#,
            "(InvalidParameterValue) The filter 'zone' is invalid",
        )],
    );
}

#[test]
fn tags_to_take() {
    check(
        "DeleteTags",
        &[
            (
                r#"{"Resources": ["{id:0}", "i-0123456789abcdef0"], "Tags": [{"Key": "k0"}]}"#,
                "(InvalidInstanceID.NotFound) The instance ID 'i-0123456789abcdef0' does not exist",
            ),
            (
                r#"{"Resources": ["{id:0}"], "Tags": [{"Key": "aws:a"}]}"#,
                "(InvalidParameterValue) Tag keys starting with 'aws:' are reserved for internal use",
            ),
            (
                r#"{"Tags": [{"Key": "k0"}]}"#,
                "(MissingParameter) The request must contain the parameter Resources",
            ),
        ],
    );
}

#[test]
fn looking() {
    check(
        "DescribeInstances",
        &[
            (
                r#"{"InstanceIds": ["{id:0}", "i-0123456789abcdef0"]}"#,
                "(InvalidInstanceID.NotFound) The instance ID 'i-0123456789abcdef0' does not exist",
            ),
            (
                r#"{"Filters": [{"Name": "state", "Values": ["running"]}]}"#,
                "(InvalidParameterValue) The filter 'state' is invalid",
            ),
            (
                r#"{"Filters": [{"Name": "instance-state-name"}]}"#,
                "(MissingParameter) The request must contain the parameter Filters[0].Values",
            ),
        ],
    );
    check(
        "DescribeInstanceStatus",
        &[(
            r#"{"InstanceIds": ["web"]}"#,
            r#"(InvalidInstanceID.Malformed) Invalid id: "web" (expecting "i-...")"#,
        )],
    );
    check(
        "DescribeInstanceTypes",
        &[(
            r#"{"InstanceTypes": ["t3.micro", "t9.micro", "x"]}"#,
            "(InvalidInstanceType) The following supplied instance types do not exist: [t9.micro, x]",
        )],
    );
    check(
        "DescribeRegions",
        &[
            (
                r#"{"RegionNames": ["us-moon-1"]}"#,
                "(InvalidParameterValue) Invalid region name: [us-moon-1]",
            ),
            (
                r#"{"Filters": [{"Name": "tag:Name", "Values": ["*"]}]}"#,
                "(InvalidParameterValue) The filter 'tag:Name' is invalid",
            ),
        ],
    );
    check(
        "DescribeAvailabilityZones",
        &[
            (
                r#"{"ZoneNames": ["us-east-1a"]}"#,
                "(InvalidParameterValue) Invalid availability zone: [us-east-1a]",
            ),
            (
                r#"{"ZoneIds": ["us-east-2a"]}"#,
                "(InvalidParameterValue) Invalid availability zone-id: [us-east-2a]",
            ),
        ],
    );
    check(
        "DescribeSubnets",
        &[(
            r#"{"SubnetIds": ["subnet-0123456789abcdef0"]}"#,
            "(InvalidSubnetID.NotFound) The subnet ID 'subnet-0123456789abcdef0' does not exist",
        )],
    );
    check(
        "DescribeVpcs",
        &[(
            r#"{"VpcIds": ["vpc-0123456789abcdef0"]}"#,
            "(InvalidVpcID.NotFound) The vpc ID 'vpc-0123456789abcdef0' does not exist",
        )],
    );
    check(
        "DescribeImages",
        &[(
            r#"{"ImageIds": ["ami-0123456789abcdef0"]}"#,
            "(InvalidAMIID.NotFound) The image id '[ami-0123456789abcdef0]' does not exist",
        )],
    );
    check(
        "DescribeSecurityGroups",
        &[
            (
                r#"{"GroupNames": ["web"]}"#,
                "(InvalidGroup.NotFound) The security group 'web' does not exist in default VPC '{vpc}'",
            ),
            (
                r#"{"GroupIds": ["web"]}"#,
                r#"(InvalidGroupId.Malformed) Invalid id: "web" (expecting "sg-...")"#,
            ),
        ],
    );
    check(
        "DescribeTags",
        &[(
            r#"{"Filters": [{"Name": "Key", "Values": ["a"]}]}"#,
            "(InvalidParameterValue) The filter 'Key' is invalid",
        )],
    );
}
