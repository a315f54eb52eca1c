//! Calls to Auto Scaling, in an account with the launch template `web` and these groups: `web` with two instances (`{0}`,
//! `{1}`) and the hook `up`, a minimum of two and a greatest size of three, which refreshes to a numbered version; `small`
//! with one instance (`{2}`), a minimum of one and the same greatest size; and `full`, with 50 hooks. Besides, one running instance (`{3}`), one stopped (`{4}`), and one running in another zone (`{5}`).

use cloud::ec2::InstanceState;
use cloud::lab::Lab;

fn must(lab: &mut Lab, service: &str, operation: &str, request: &str) {
    let answer = lab.call(service, operation, request);
    answer.unwrap_or_else(|error| panic!("{operation} {request} was refused: {error}"));
}

fn account() -> Lab {
    let mut lab = Lab::new();
    must(
        &mut lab,
        "ec2",
        "CreateLaunchTemplate",
        r#"{"LaunchTemplateName": "web", "LaunchTemplateData": {"ImageId": "ami-0e1d2c3b4a5968701",
            "InstanceType": "t3.micro"}}"#,
    );
    must(
        &mut lab,
        "ec2",
        "CreateLaunchTemplate",
        r#"{"LaunchTemplateName": "bad", "LaunchTemplateData": {"ImageId": "ami-00000000000000000",
            "InstanceType": "t3.micro"}}"#,
    );
    for (name, min, max) in [("web", 2, 3), ("small", 1, 1), ("full", 0, 1)] {
        let request = format!(
            r#"{{"AutoScalingGroupName": "{name}", "MinSize": {min}, "MaxSize": {max}, "AvailabilityZones": ["us-east-2a"],
                "LaunchTemplate": {{"LaunchTemplateName": "web", "Version": "1"}}}}"#
        );
        must(&mut lab, "autoscaling", "CreateAutoScalingGroup", &request);
        lab.pass_secs(40);
    }
    let own = lab.launch(2, 'a');
    lab.launch(1, 'b');
    lab.pass_secs(60);
    lab.stop(own[1]);
    lab.wait_for(own[1], InstanceState::Stopped);
    hooks(&mut lab);
    let vpc = lab.cloud().ec2.vpc_id.clone();
    let group = format!(r#"{{"Name": "web", "Protocol": "HTTP", "Port": 80, "VpcId": "{vpc}"}}"#);
    must(&mut lab, "elbv2", "CreateTargetGroup", &group);
    let refresh = r#"{"AutoScalingGroupName": "web", "DesiredConfiguration": {"LaunchTemplate": {
        "LaunchTemplateName": "web", "Version": "1"}}, "Preferences": {"SkipMatching": true, "BakeTime": 172800}}"#;
    must(&mut lab, "autoscaling", "StartInstanceRefresh", refresh);
    lab.pass_secs(120);
    lab
}

fn hooks(lab: &mut Lab) {
    let hook = |group: &str, name: &str| {
        format!(
            r#"{{"AutoScalingGroupName": "{group}", "LifecycleHookName": "{name}",
                "LifecycleTransition": "autoscaling:EC2_INSTANCE_LAUNCHING"}}"#
        )
    };
    must(lab, "autoscaling", "PutLifecycleHook", &hook("web", "up"));
    for number in 0..50 {
        let name = format!("hook-{number}");
        must(lab, "autoscaling", "PutLifecycleHook", &hook("full", &name));
    }
}

/// Members of a call for a new group but for its launch template and zones.
const NEW: &str = r#""AutoScalingGroupName": "new", "MinSize": 0, "MaxSize": 1"#;
const TEMPLATE: &str = r#""LaunchTemplate": {"LaunchTemplateName": "web"}"#;
const ZONE: &str = r#""AvailabilityZones": ["us-east-2a"]"#;

/// Asserts that every request is refused with this code and message, the ids written out, and changes nothing.
pub(crate) fn check(operation: &str, refusals: &[(&str, &str)]) {
    let mut lab = account();
    let before = lab.cloud().digest();
    let with_ids = |lab: &Lab, text: &str| {
        let ids = lab.cloud().ec2.instances.iter().enumerate();
        let text = ids.fold(text.to_owned(), |text, (place, instance)| {
            text.replace(&format!("{{{place}}}"), &instance.id)
        });
        let (_, template) = lab.cloud().ec2.launch_templates().next().expect("there is one");
        let (_, group) = lab.cloud().elbv2.groups().next().expect("there is one");
        let text = text.replace("{tg}", &lab.cloud().target_group_arn(group));
        text.replace("{lt}", &template.id)
    };
    for (request, refusal) in refusals {
        let request = request
            .replace("{new}", NEW)
            .replace("{template}", TEMPLATE)
            .replace("{zone}", ZONE);
        let request = with_ids(&lab, &request);
        let answer = lab.call("autoscaling", operation, &request);
        let found = answer.err().map(|error| error.to_string()).unwrap_or_default();
        assert_eq!(found, with_ids(&lab, refusal), "{operation} {request}");
        assert_eq!(lab.cloud().digest(), before, "{operation} {request}");
    }
}

pub(crate) const NO_GROUP: &str =
    "(ValidationError) AutoScalingGroup name not found - AutoScalingGroup: none not found";

#[test]
fn new_groups() {
    check(
        "CreateAutoScalingGroup",
        &[
            (
                "{}",
                "(ValidationError) 1 validation error detected: Value null at 'autoScalingGroupName' failed to satisfy \
                 constraint: Member must not be null",
            ),
            (
                r#"{"AutoScalingGroupName": "web", "MinSize": 0, "MaxSize": 1, {template}, {zone}}"#,
                "(AlreadyExists) AutoScalingGroup by this name already exists - A group with the name web already exists",
            ),
            (
                r#"{"AutoScalingGroupName": "a:b", "MinSize": 0, "MaxSize": 1, {template}, {zone}}"#,
                "(ValidationError) AutoScalingGroup name must be printable ASCII without colons",
            ),
            (
                "{{new}, {zone}}",
                "(ValidationError) Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId \
                 or MixedInstancesPolicy parameter.",
            ),
            (
                "{{new}, {template}}",
                "(ValidationError) At least one Availability Zone or VPC Subnet is required.",
            ),
            (
                r#"{{new}, {zone}, "LaunchTemplate": {"LaunchTemplateName": "web", "LaunchTemplateId": "lt-0"}}"#,
                "(ValidationError) Valid requests must contain either launchTemplateId or LaunchTemplateName",
            ),
            (
                r#"{{new}, {zone}, "LaunchTemplate": {"LaunchTemplateName": "none"}}"#,
                "(ValidationError) You must use a valid fully-formed launch template. The specified launch template, with \
                 template name none, does not exist.",
            ),
            (
                r#"{{new}, {zone}, "LaunchTemplate": {"LaunchTemplateName": "bad"}}"#,
                "(ValidationError) You must use a valid fully-formed launch template. The image id \
                 '[ami-00000000000000000]' does not exist",
            ),
            (
                r#"{{new}, {template}, {zone}, "DesiredCapacity": 2}"#,
                "(ValidationError) Desired capacity:2 must be between the specified min size:0 and max size:1",
            ),
            (
                r#"{"AutoScalingGroupName": "new", "MinSize": 2, "MaxSize": 1, {template}, {zone}}"#,
                "(ValidationError) Min bound, when specified, must be less than or equal to max bound",
            ),
            (
                r#"{{new}, {template}, "AvailabilityZones": ["us-east-2z"]}"#,
                "(ValidationError) Invalid Availability Zone: us-east-2z",
            ),
            (
                r#"{{new}, {template}, {zone}, "AvailabilityZoneIds": ["use2-az1"]}"#,
                "(ValidationError) You cannot specify both AvailabilityZones and AvailabilityZoneIds in the same request.",
            ),
            (
                r#"{{new}, {template}, "VPCZoneIdentifier": "subnet-0"}"#,
                "(ValidationError) The subnet ID 'subnet-0' does not exist",
            ),
        ],
    );
}

#[test]
fn settings_of_new_groups() {
    check(
        "CreateAutoScalingGroup",
        &[
            (
                r#"{{new}, {template}, {zone}, "TargetGroupARNs": ["arn"]}"#,
                "(ValidationError) Provided Target Groups may not be valid. Please ensure they exist and try again.",
            ),
            (
                r#"{{new}, {template}, {zone}, "TrafficSources": [{"Identifier": "x", "Type": "vpc-lattice"}]}"#,
                "(ValidationError) Invalid traffic source type: vpc-lattice. elbv2 is modelled here",
            ),
            (
                r#"{{new}, {template}, {zone}, "HealthCheckType": "EC2,VPC_LATTICE"}"#,
                "(ValidationError) Invalid HealthCheckType: EC2,VPC_LATTICE. EC2, ELB and EBS are modelled here",
            ),
            (
                r#"{{new}, {template}, {zone}, "TerminationPolicies": ["Default", "OldestInstance"]}"#,
                "(ValidationError) The Default termination policy must be the last policy specified",
            ),
            (
                r#"{{new}, {template}, {zone}, "TerminationPolicies": ["Youngest"]}"#,
                "(ValidationError) Invalid termination policy: Youngest",
            ),
            (
                r#"{{new}, {template}, {zone}, "MaxInstanceLifetime": 3600}"#,
                "(ValidationError) MaxInstanceLifetime must be equal to 0 or greater than or equal to 86400",
            ),
            (
                r#"{{new}, {template}, {zone}, "DefaultInstanceWarmup": 7200}"#,
                "(ValidationError) 1 validation error detected: Value '7200' at 'defaultInstanceWarmup' failed to satisfy \
                 constraint: Member must have value less than or equal to 3600",
            ),
            (
                r#"{{new}, {template}, {zone}, "DeletionProtection": "all"}"#,
                "(ValidationError) 1 validation error detected: Value 'all' at 'deletionProtection' failed to satisfy \
                 constraint: Member must satisfy enum value set: [none, prevent-force-deletion, prevent-all-deletion]",
            ),
            (
                r#"{{new}, {template}, {zone}, "InstanceMaintenancePolicy": {"MinHealthyPercentage": 90}}"#,
                "(ValidationError) InstanceMaintenancePolicy must have a MinHealthyPercentage of 0 to 100 and a \
                 MaxHealthyPercentage of 100 to 200, or -1 for both.",
            ),
            (
                r#"{{new}, {template}, {zone},
                    "InstanceMaintenancePolicy": {"MinHealthyPercentage": 50, "MaxHealthyPercentage": 200}}"#,
                "(ValidationError) The difference between MinHealthyPercentage and MaxHealthyPercentage cannot be greater \
                 than 100.",
            ),
            (
                r#"{{new}, {template}, {zone}, "Tags": [{"Key": "a"}, {"Key": "a"}]}"#,
                "(ValidationError) Duplicate tag key: a",
            ),
            (
                r#"{{new}, {template}, {zone}, "LifecycleHookSpecificationList": [{"LifecycleHookName": "a",
                    "LifecycleTransition": "autoscaling:EC2_INSTANCE_LAUNCHING", "HeartbeatTimeout": 20}]}"#,
                "(ValidationError) 1 validation error detected: Value '20' at \
                 'lifecycleHookSpecificationList.1.member.heartbeatTimeout' failed to satisfy constraint: Member must have \
                 value greater than or equal to 30",
            ),
        ],
    );
}

#[test]
fn changed_and_deleted_groups() {
    check(
        "UpdateAutoScalingGroup",
        &[
            (r#"{"AutoScalingGroupName": "none"}"#, NO_GROUP),
            (
                r#"{"AutoScalingGroupName": "web", "DesiredCapacity": 4}"#,
                "(ValidationError) Desired capacity:4 must be between the specified min size:2 and max size:3",
            ),
            (
                r#"{"AutoScalingGroupName": "web", {template}}"#,
                "(ValidationError) An active instance refresh with a desired configuration exists. All configuration \
                 options derived from the desired configuration are not available for update while the instance refresh \
                 is active.",
            ),
            (
                r#"{"AutoScalingGroupName": "small", "VPCZoneIdentifier": "subnet-0"}"#,
                "(ValidationError) The subnet ID 'subnet-0' does not exist",
            ),
        ],
    );
    check(
        "DeleteAutoScalingGroup",
        &[
            (r#"{"AutoScalingGroupName": "none"}"#, NO_GROUP),
            (
                r#"{"AutoScalingGroupName": "web"}"#,
                "(ResourceInUse) You cannot delete an AutoScalingGroup while there are instances or pending Spot instance \
                 request(s) still in the group.",
            ),
        ],
    );
    check(
        "DescribeAutoScalingGroups",
        &[(
            r#"{"Filters": [{"Name": "name", "Values": ["web"]}]}"#,
            "(ValidationError) Filter type name is not correct. Allowed Filter types are: tag-key tag-value tag:<key>",
        )],
    );
}

#[test]
fn sizes() {
    check(
        "SetDesiredCapacity",
        &[
            (
                r#"{"AutoScalingGroupName": "none", "DesiredCapacity": 1}"#,
                NO_GROUP,
            ),
            (
                r#"{"AutoScalingGroupName": "web"}"#,
                "(ValidationError) 1 validation error detected: Value null at 'desiredCapacity' failed to satisfy \
                 constraint: Member must not be null",
            ),
            (
                r#"{"AutoScalingGroupName": "web", "DesiredCapacity": 4}"#,
                "(ValidationError) New SetDesiredCapacity value 4 is above max value 3 for the AutoScalingGroup.",
            ),
            (
                r#"{"AutoScalingGroupName": "web", "DesiredCapacity": 1}"#,
                "(ValidationError) New SetDesiredCapacity value 1 is below min value 2 for the AutoScalingGroup.",
            ),
        ],
    );
}

#[test]
fn single_instances() {
    check(
        "TerminateInstanceInAutoScalingGroup",
        &[
            (
                r#"{"InstanceId": "i-00000000000000000", "ShouldDecrementDesiredCapacity": true}"#,
                "(ValidationError) Instance Id not found - No managed instance found for instance ID i-00000000000000000",
            ),
            (
                r#"{"InstanceId": "{3}", "ShouldDecrementDesiredCapacity": true}"#,
                "(ValidationError) Instance Id not found - No managed instance found for instance ID {3}",
            ),
            (
                r#"{"InstanceId": "{2}", "ShouldDecrementDesiredCapacity": true}"#,
                "(ValidationError) Currently, desiredSize equals minSize (1). Terminating instance without replacement \
                 will violate group's min size constraint. Either set shouldDecrementDesiredCapacity flag to false or \
                 lower group's min size.",
            ),
            (
                r#"{"InstanceIds": ["{0}", "{2}"], "AutoScalingGroupName": "web",
                    "ShouldDecrementDesiredCapacity": false}"#,
                "(ValidationError) The instance {2} is not part of Auto Scaling group web.",
            ),
            (
                r#"{"ShouldDecrementDesiredCapacity": false}"#,
                "(ValidationError) Valid requests must contain either InstanceId, or InstanceIds and \
                 AutoScalingGroupName.",
            ),
        ],
    );
    check(
        "SetInstanceHealth",
        &[
            (
                r#"{"InstanceId": "{3}", "HealthStatus": "Unhealthy"}"#,
                "(ValidationError) Instance Id not found - No managed instance found for instance ID {3}",
            ),
            (
                r#"{"InstanceId": "{0}", "HealthStatus": "Sick"}"#,
                "(ValidationError) 1 validation error detected: Value 'Sick' at 'healthStatus' failed to satisfy \
                 constraint: Member must satisfy enum value set: [Healthy, Unhealthy]",
            ),
        ],
    );
    check(
        "SetInstanceProtection",
        &[(
            r#"{"AutoScalingGroupName": "small", "InstanceIds": ["{0}"], "ProtectedFromScaleIn": true}"#,
            "(ValidationError) The instance {0} is not part of Auto Scaling group small.",
        )],
    );
}

#[test]
fn instances_that_come_and_go() {
    check(
        "AttachInstances",
        &[
            (
                r#"{"AutoScalingGroupName": "none", "InstanceIds": ["{3}"]}"#,
                NO_GROUP,
            ),
            (
                r#"{"AutoScalingGroupName": "small", "InstanceIds": ["{3}"]}"#,
                "(ValidationError) AutoScalingGroup small has min-size=1, max-size=1, and desired-size=1. To attach 1 \
                 instance, please update the AutoScalingGroup sizes appropriately.",
            ),
            (
                r#"{"AutoScalingGroupName": "web", "InstanceIds": ["{2}"]}"#,
                "(ValidationError) The Instance: {2} is already part of AutoScalingGroup:small",
            ),
            (
                r#"{"AutoScalingGroupName": "web", "InstanceIds": ["{4}"]}"#,
                "(ValidationError) Instance {4} is not in correct state. Instance(s) must be in 'running' state.",
            ),
            (
                r#"{"AutoScalingGroupName": "web", "InstanceIds": ["{5}"]}"#,
                "(ValidationError) The Instance: {5} is in Availability Zone us-east-2b, which is not one of the \
                 AutoScalingGroup.",
            ),
            (
                r#"{"AutoScalingGroupName": "web", "InstanceIds": ["i-00000000000000000"]}"#,
                "(ValidationError) Invalid Instance ID(s): [i-00000000000000000] specified",
            ),
        ],
    );
    check(
        "DetachInstances",
        &[
            (
                r#"{"AutoScalingGroupName": "web", "InstanceIds": ["{0}"], "ShouldDecrementDesiredCapacity": true}"#,
                "(ValidationError) AutoScalingGroup web has min-size=2, max-size=3, and desired-size=2. To detach 1 \
                 instance, please update the AutoScalingGroup sizes appropriately.",
            ),
            (
                r#"{"AutoScalingGroupName": "web", "InstanceIds": ["{3}"], "ShouldDecrementDesiredCapacity": true}"#,
                "(ValidationError) The instance {3} is not part of Auto Scaling group web.",
            ),
        ],
    );
    check(
        "EnterStandby",
        &[(
            r#"{"AutoScalingGroupName": "web", "InstanceIds": ["{0}", "{1}"], "ShouldDecrementDesiredCapacity": true}"#,
            "(ValidationError) AutoScalingGroup web has min-size=2, max-size=3, and desired-size=2. To place into standby \
             2 instances, please update the AutoScalingGroup sizes appropriately.",
        )],
    );
    check(
        "ExitStandby",
        &[(
            r#"{"AutoScalingGroupName": "web", "InstanceIds": ["{0}"]}"#,
            "(ValidationError) The instance {0} is not in Standby.",
        )],
    );
}

#[test]
fn suspended_processes() {
    check(
        "SuspendProcesses",
        &[
            (r#"{"AutoScalingGroupName": "none"}"#, NO_GROUP),
            (
                r#"{"AutoScalingGroupName": "web", "ScalingProcesses": ["Sleep"]}"#,
                "(ValidationError) 1 validation error detected: Value 'Sleep' at 'scalingProcesses.1.member' failed to \
                 satisfy constraint: Member must satisfy enum value set: [AZRebalance, AddToLoadBalancer, \
                 AlarmNotification, HealthCheck, InstanceRefresh, Launch, ReplaceUnhealthy, ScheduledActions, Terminate]",
            ),
        ],
    );
}

#[test]
fn target_groups() {
    let eleven = [r#""arn""#; 11].join(", ");
    check(
        "AttachLoadBalancerTargetGroups",
        &[
            (
                r#"{"AutoScalingGroupName": "none", "TargetGroupARNs": ["arn"]}"#,
                NO_GROUP,
            ),
            (
                r#"{"AutoScalingGroupName": "small", "TargetGroupARNs": ["arn"]}"#,
                "(ValidationError) Provided Target Groups may not be valid. Please ensure they exist and try again.",
            ),
            (
                &format!(r#"{{"AutoScalingGroupName": "small", "TargetGroupARNs": [{eleven}]}}"#),
                "(ValidationError) Trying to update too many Load Balancers/Target Groups at once. The limit is 10",
            ),
        ],
    );
    let not_there = "(ValidationError) Trying to remove Target Groups that are not part of the group";
    check(
        "DetachLoadBalancerTargetGroups",
        &[(
            r#"{"AutoScalingGroupName": "small", "TargetGroupARNs": ["{tg}"]}"#,
            not_there,
        )],
    );
    check(
        "DetachTrafficSources",
        &[(
            r#"{"AutoScalingGroupName": "small", "TrafficSources": [{"Identifier": "{tg}"}]}"#,
            not_there,
        )],
    );
}

#[test]
fn lifecycle_hooks() {
    check(
        "PutLifecycleHook",
        &[
            (
                r#"{"AutoScalingGroupName": "web", "LifecycleHookName": "new"}"#,
                "(ValidationError) LifecycleTransition is required when a lifecycle hook is created.",
            ),
            (
                r#"{"AutoScalingGroupName": "full", "LifecycleHookName": "new",
                    "LifecycleTransition": "autoscaling:EC2_INSTANCE_LAUNCHING"}"#,
                "(LimitExceeded) You have already used your allocation of 50 lifecycle hooks for this Auto Scaling group",
            ),
            (
                r#"{"AutoScalingGroupName": "web", "LifecycleHookName": "up", "HeartbeatTimeout": 7201}"#,
                "(ValidationError) 1 validation error detected: Value '7201' at 'heartbeatTimeout' failed to satisfy \
                 constraint: Member must have value less than or equal to 7200",
            ),
        ],
    );
    check(
        "CompleteLifecycleAction",
        &[
            (
                r#"{"AutoScalingGroupName": "web", "LifecycleHookName": "up", "LifecycleActionResult": "CONTINUE",
                    "InstanceId": "{0}"}"#,
                "(ValidationError) No active Lifecycle Action found with instance ID {0}",
            ),
            (
                r#"{"AutoScalingGroupName": "web", "LifecycleHookName": "up", "LifecycleActionResult": "CONTINUE",
                    "LifecycleActionToken": "00000000-0000-4000-8000-000000000000"}"#,
                "(ValidationError) No active Lifecycle Action found with token 00000000-0000-4000-8000-000000000000",
            ),
            (
                r#"{"AutoScalingGroupName": "web", "LifecycleHookName": "none", "LifecycleActionResult": "CONTINUE"}"#,
                "(ValidationError) No Lifecycle Hook found with name: none",
            ),
        ],
    );
    check(
        "RecordLifecycleActionHeartbeat",
        &[(
            r#"{"AutoScalingGroupName": "web", "LifecycleHookName": "up"}"#,
            "(ValidationError) Valid requests must contain either LifecycleActionToken or InstanceId.",
        )],
    );
    check(
        "DeleteLifecycleHook",
        &[(
            r#"{"AutoScalingGroupName": "web", "LifecycleHookName": "none"}"#,
            "(ValidationError) No Lifecycle Hook found with name: none",
        )],
    );
}

#[test]
fn instance_refreshes() {
    check(
        "StartInstanceRefresh",
        &[
            (r#"{"AutoScalingGroupName": "none"}"#, NO_GROUP),
            (
                r#"{"AutoScalingGroupName": "web"}"#,
                "(InstanceRefreshInProgress) An Instance Refresh is already in progress and blocks the execution of this \
                 Instance Refresh.",
            ),
            (
                r#"{"AutoScalingGroupName": "small", "Preferences": {"CheckpointPercentages": [50, 20]}}"#,
                "(ValidationError) CheckpointPercentages must be unique numbers from 1 to 100 in ascending order.",
            ),
            (
                r#"{"AutoScalingGroupName": "small",
                    "Preferences": {"MinHealthyPercentage": 50, "MaxHealthyPercentage": 200}}"#,
                "(ValidationError) The difference between MinHealthyPercentage and MaxHealthyPercentage cannot be greater \
                 than 100.",
            ),
            (
                r#"{"AutoScalingGroupName": "small", "Preferences": {"AutoRollback": true}}"#,
                "(ValidationError) AutoRollback needs a DesiredConfiguration, and a group whose launch template has a \
                 numbered version.",
            ),
            (
                r#"{"AutoScalingGroupName": "small",
                    "DesiredConfiguration": {"LaunchTemplate": {"LaunchTemplateName": "web", "Version": "9"}}}"#,
                "(ValidationError) You must use a valid fully-formed launch template. Could not find the specified version \
                 9 for the launch template with ID {lt}.",
            ),
        ],
    );
    let none = "(ActiveInstanceRefreshNotFound) No in progress or pending Instance Refresh found for Auto Scaling group small";
    check(
        "CancelInstanceRefresh",
        &[(r#"{"AutoScalingGroupName": "small"}"#, none)],
    );
    check(
        "RollbackInstanceRefresh",
        &[(r#"{"AutoScalingGroupName": "small"}"#, none)],
    );
    let blocked = "(InstanceRefreshInProgress) An Instance Refresh is in progress and blocks this action.";
    check(
        "AttachTrafficSources",
        &[(
            r#"{"AutoScalingGroupName": "web", "TrafficSources": [{"Identifier": "{tg}", "Type": "elbv2"}]}"#,
            blocked,
        )],
    );
    check(
        "AttachLoadBalancerTargetGroups",
        &[(
            r#"{"AutoScalingGroupName": "web", "TargetGroupARNs": ["{tg}"]}"#,
            blocked,
        )],
    );
}

#[test]
fn pages() {
    for operation in [
        "DescribeAutoScalingGroups",
        "DescribeAutoScalingInstances",
        "DescribeScalingActivities",
        "DescribePolicies",
        "DescribeScheduledActions",
        "DescribeTags",
        "DescribeNotificationConfigurations",
    ] {
        check(
            operation,
            &[(
                r#"{"NextToken": "x"}"#,
                "(InvalidNextToken) The token is invalid.",
            )],
        );
        let too_many = account().call("autoscaling", operation, r#"{"MaxRecords": 101}"#);
        assert_eq!(too_many.expect_err(operation).code, "ValidationError");
    }
}
