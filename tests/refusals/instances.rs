//! Calls about the state of instances.

use super::check;

#[test]
fn the_state_of_instances() {
    check(
        "StartInstances",
        &[(
            r#"{"InstanceIds": ["abc"]}"#,
            r#"(InvalidInstanceID.Malformed) Invalid id: "abc" (expecting "i-...")"#,
        )],
    );
    check(
        "StopInstances",
        &[
            (
                r#"{"InstanceIds": ["i-0123456789ABCDEF0"]}"#,
                r#"(InvalidInstanceID.Malformed) Invalid id: "i-0123456789ABCDEF0" (expecting "i-...")"#,
            ),
            (
                r#"{"InstanceIds": ["{id:0}", "i-0123456789abcdef0"]}"#,
                "(InvalidInstanceID.NotFound) The instance ID 'i-0123456789abcdef0' does not exist",
            ),
        ],
    );
    check(
        "TerminateInstances",
        &[(
            r#"{"InstanceIds": ["i-01234567", "{id:0}", "i-89abcdef"]}"#,
            "(InvalidInstanceID.NotFound) The instance IDs 'i-01234567, i-89abcdef' do not exist",
        )],
    );
    check(
        "RebootInstances",
        &[
            (
                r#"{"InstanceIds": ["i-0123456789abcdef0"]}"#,
                "(InvalidInstanceID.NotFound) The instance ID 'i-0123456789abcdef0' does not exist",
            ),
            (
                "{}",
                "(MissingParameter) The request must contain the parameter InstanceIds",
            ),
        ],
    );
    check(
        "StartInstances",
        &[
            (
                r#"{"InstanceIds": ["{id:1}", "{id:2}"]}"#,
                "(IncorrectInstanceState) The instance '{id:2}' is not in a state from which it can be started.",
            ),
            (
                r#"{"InstanceIds": ["{id:4}"]}"#,
                "(IncorrectInstanceState) The instance '{id:4}' is not in a state from which it can be started.",
            ),
        ],
    );
    check(
        "StopInstances",
        &[
            (
                r#"{"InstanceIds": ["{id:0}", "{id:2}"]}"#,
                "(IncorrectInstanceState) This instance '{id:2}' is not in a state from which it can be stopped.",
            ),
            (
                r#"{"InstanceIds": ["{id:5}"]}"#,
                "(IncorrectInstanceState) This instance '{id:5}' is not in a state from which it can be stopped.",
            ),
        ],
    );
    check(
        "RebootInstances",
        &[(
            r#"{"InstanceIds": ["{id:1}"]}"#,
            "(IncorrectInstanceState) The instance '{id:1}' is not in a state from which it can be rebooted.",
        )],
    );
    check(
        "TerminateInstances",
        &[(
            r#"{"InstanceIds": ["{id:0}", "{id:3}"]}"#,
            "(OperationNotPermitted) The instance '{id:3}' may not be terminated. Modify its \
                 'disableApiTermination' instance attribute and try again.",
        )],
    );
}

#[test]
fn the_attributes_of_an_instance() {
    check(
        "ModifyInstanceAttribute",
        &[
            (
                r#"{"InstanceType": {"Value": "m5.large"}}"#,
                "(MissingParameter) The request must contain the parameter InstanceId",
            ),
            (
                r#"{"InstanceId": "{id:1}"}"#,
                "(InvalidParameterCombination) No attributes specified.",
            ),
            (
                r#"{"InstanceId": "{id:1}", "InstanceType": {"Value": "m5.large"},
                    "DisableApiTermination": {"Value": true}}"#,
                "(InvalidParameterCombination) Fields for multiple attribute types specified: \
                 disableApiTermination, instanceType",
            ),
            (
                r#"{"InstanceId": "{id:0}", "InstanceType": {"Value": "m5.large"}}"#,
                "(IncorrectInstanceState) The instance '{id:0}' is not in the 'stopped' state.",
            ),
            (
                r#"{"InstanceId": "{id:0}", "UserData": {"Value": ""}}"#,
                "(IncorrectInstanceState) The instance '{id:0}' is not in the 'stopped' state.",
            ),
            (
                r#"{"InstanceId": "{id:1}", "InstanceType": {"Value": "t9.micro"}}"#,
                "(InvalidInstanceAttributeValue) Invalid value 't9.micro' for InstanceType.",
            ),
            (
                r#"{"InstanceId": "{id:0}", "Groups": ["sg-0123456789abcdef0"]}"#,
                "(InvalidGroup.NotFound) The security group 'sg-0123456789abcdef0' does not exist",
            ),
            (
                r#"{"InstanceId": "{id:2}", "DisableApiTermination": {"Value": true}}"#,
                "(IncorrectInstanceState) The instance '{id:2}' is not in a state in which its attributes \
                 can be modified.",
            ),
            (
                r#"{"InstanceId": "web", "Groups": ["sg-0123456789abcdef0"]}"#,
                r#"(InvalidInstanceID.Malformed) Invalid id: "web" (expecting "i-...")"#,
            ),
        ],
    );
}

#[test]
fn launches() {
    check(
        "RunInstances",
        &[
            (
                "{}",
                "(MissingParameter) The request must contain the parameter MaxCount",
            ),
            (
                r#"{"ImageId": "ami-0e1d2c3b4a5968701", "InstanceType": "t9.micro", "MinCount": 1,
                    "MaxCount": 1}"#,
                "(InvalidParameterValue) Invalid value 't9.micro' for InstanceType.",
            ),
            (
                r#"{"ImageId": "ami-0123456789abcdef0", "InstanceType": "t3.micro", "MinCount": 1,
                    "MaxCount": 1}"#,
                "(InvalidAMIID.NotFound) The image id '[ami-0123456789abcdef0]' does not exist",
            ),
            (
                r#"{"ImageId": "linux", "InstanceType": "t3.micro", "MinCount": 1, "MaxCount": 1}"#,
                r#"(InvalidAMIID.Malformed) Invalid id: "linux" (expecting "ami-...")"#,
            ),
            (
                r#"{"ImageId": "ami-0e1d2c3b4a5968701", "InstanceType": "t3.micro", "MinCount": 0,
                    "MaxCount": 1}"#,
                "(InvalidParameterValue) Value (0) for parameter MinCount is invalid. Expecting a value of \
                 at least 1.",
            ),
            (
                r#"{"ImageId": "ami-0e1d2c3b4a5968701", "InstanceType": "t3.micro", "MinCount": 3,
                    "MaxCount": 2}"#,
                "(InvalidParameterValue) Value (3) for parameter minCount is invalid. It may not exceed \
                 maxCount (2).",
            ),
            (
                r#"{{golden}, "Placement": {"AvailabilityZone": "us-east-2d"}}"#,
                "(InvalidParameterValue) Invalid availability zone: [us-east-2d]",
            ),
            (
                r#"{{golden}, "Placement": {"AvailabilityZone": "use2-az1"}}"#,
                "(InvalidParameterValue) Invalid availability zone: [use2-az1]",
            ),
            (
                r#"{{golden}, "Placement": {"AvailabilityZoneId": "us-east-2a"}}"#,
                "(InvalidParameterValue) Invalid availability zone-id: [us-east-2a]",
            ),
            (
                r#"{{golden}, "SubnetId": "subnet-0123456789abcdef0"}"#,
                "(InvalidSubnetID.NotFound) The subnet ID 'subnet-0123456789abcdef0' does not exist",
            ),
            (
                r#"{{golden}, "SecurityGroupIds": ["sg-0123456789abcdef0"]}"#,
                "(InvalidGroup.NotFound) The security group 'sg-0123456789abcdef0' does not exist",
            ),
            (
                r#"{{golden}, "SecurityGroups": ["web"]}"#,
                "(InvalidGroup.NotFound) The security group 'web' does not exist in default VPC '{vpc}'",
            ),
            (
                r#"{{golden}, "UserData": "!"}"#,
                "(InvalidParameterValue) Invalid BASE64 encoding of UserData.",
            ),
            (
                r#"{{golden}, "TagSpecifications": [{"ResourceType": "vpc"}]}"#,
                "(InvalidParameterValue) 'vpc' is not a valid taggable resource type for this operation.",
            ),
            (
                r#"{"ImageId": "ami-0e1d2c3b4a5968701", "InstanceType": "m7i.48xlarge", "MinCount": 2,
                    "MaxCount": 2}"#,
                "(VcpuLimitExceeded) You have requested more vCPU capacity than your current vCPU limit of \
                 256 allows for the instance bucket that the specified instance type belongs to. Please visit \
                 http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit.",
            ),
        ],
    );
}
