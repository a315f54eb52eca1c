//! Calls about scaling policies, scheduled actions, notifications, metrics and tags of groups, in an account with the group
//! `web`: one instance in service, policies `simple`, `step` and `cpu`, and a scheduled action `noon`.

use api::sns::CreateTopicInput;
use cloud::lab::Lab;

const TEAM: &str = "arn:aws:sns:us-east-2:123456789012:team";

fn fill(request: &str) -> String {
    let request = request.replace("{web}", r#""AutoScalingGroupName": "web""#);
    request.replace("{team}", TEAM)
}

fn account() -> Lab {
    let mut lab = Lab::new();
    let image = cloud::ec2::Image::named("employee-directory")
        .expect("it is there")
        .id;
    let template = format!(
        r#"{{"LaunchTemplateName": "web", "LaunchTemplateData": {{"ImageId": "{image}", "InstanceType": "t3.micro"}}}}"#
    );
    lab.ask("CreateLaunchTemplate", &template);
    lab.make(CreateTopicInput {
        name: Some("team".to_owned()),
        ..Default::default()
    });
    for (operation, request) in [
        (
            "CreateAutoScalingGroup",
            r#"{{web}, "LaunchTemplate": {"LaunchTemplateName": "web"}, "MinSize": 1, "MaxSize": 4,
                "AvailabilityZones": ["us-east-2a"]}"#,
        ),
        (
            "PutScalingPolicy",
            r#"{{web}, "PolicyName": "simple", "AdjustmentType": "ChangeInCapacity", "ScalingAdjustment": 1}"#,
        ),
        (
            "PutScalingPolicy",
            r#"{{web}, "PolicyName": "off", "AdjustmentType": "ChangeInCapacity", "ScalingAdjustment": 1,
                "Enabled": false}"#,
        ),
        (
            "PutScalingPolicy",
            r#"{{web}, "PolicyName": "step", "PolicyType": "StepScaling", "AdjustmentType": "ChangeInCapacity",
                "StepAdjustments": [{"MetricIntervalLowerBound": 0, "ScalingAdjustment": 1}]}"#,
        ),
        (
            "PutScalingPolicy",
            r#"{{web}, "PolicyName": "cpu", "PolicyType": "TargetTrackingScaling", "TargetTrackingConfiguration":
                {"TargetValue": 50, "PredefinedMetricSpecification":
                    {"PredefinedMetricType": "ASGAverageCPUUtilization"}}}"#,
        ),
        (
            "PutScheduledUpdateGroupAction",
            r#"{{web}, "ScheduledActionName": "noon", "Recurrence": "0 12 * * *", "DesiredCapacity": 1}"#,
        ),
    ] {
        let answer = lab.call("autoscaling", operation, &fill(request));
        answer.unwrap_or_else(|error| panic!("{operation}: {error}"));
    }
    lab.pass_secs(1_200);
    lab
}

fn check(operation: &str, refusals: &[(&str, &str)]) {
    let mut lab = account();
    let (before, entries) = (lab.cloud().digest(), lab.simulation.journal().end());
    for (request, refusal) in refusals {
        let answer = lab.call("autoscaling", operation, &fill(request));
        let found = answer.err().map(|error| error.to_string()).unwrap_or_default();
        assert_eq!(found, *refusal, "{operation} {request}");
        assert_eq!(lab.cloud().digest(), before, "{operation} {request}");
        assert_eq!(lab.simulation.journal().end(), entries, "{operation} {request}");
    }
}

const NO_GROUP: &str = "(ValidationError) AutoScalingGroup name not found - AutoScalingGroup: none not found";

fn not_supported(member: &str, kind: &str) -> String {
    format!("(ValidationError) {member} is not supported for policy type: {kind}")
}

#[test]
fn simple_policies() {
    let put = |members: &str| format!(r#"{{ {{web}}, "PolicyName": "p", {members} }}"#);
    let simple = r#""AdjustmentType": "ChangeInCapacity", "ScalingAdjustment": 1"#;
    check(
        "PutScalingPolicy",
        &[
            (r#"{"AutoScalingGroupName": "none", "PolicyName": "p"}"#, NO_GROUP),
            (
                r#"{{web}, "PolicyName": "p", "PolicyType": "PredictiveScaling"}"#,
                "(ValidationError) 1 validation error detected: Value 'PredictiveScaling' at 'policyType' failed to \
                 satisfy constraint: Member must satisfy enum value set: [SimpleScaling, StepScaling, \
                 TargetTrackingScaling]",
            ),
            (
                &put(r#""ScalingAdjustment": 1"#),
                "(ValidationError) You must specify an AdjustmentType for policy type: SimpleScaling",
            ),
            (
                &put(r#""AdjustmentType": "ChangeInCapacity""#),
                "(ValidationError) You must specify a ScalingAdjustment for policy type: SimpleScaling",
            ),
            (
                &put(r#""AdjustmentType": "ExactCapacity", "ScalingAdjustment": -1"#),
                "(ValidationError) ScalingAdjustment must not be negative for adjustment type ExactCapacity, but it is -1",
            ),
            (
                &put(&format!(r#"{simple}, "MinAdjustmentMagnitude": 2"#)),
                "(ValidationError) MinAdjustmentMagnitude is not supported for adjustment type: ChangeInCapacity",
            ),
            (
                &put(&format!(r#"{simple}, "EstimatedInstanceWarmup": 60"#)),
                &not_supported("EstimatedInstanceWarmup", "SimpleScaling"),
            ),
            (
                &put(&format!(r#"{simple}, "MetricAggregationType": "Average""#)),
                &not_supported("MetricAggregationType", "SimpleScaling"),
            ),
            (
                &put(&format!(
                    r#"{simple}, "StepAdjustments": [{{"ScalingAdjustment": 1}}]"#
                )),
                &not_supported("StepAdjustments", "SimpleScaling"),
            ),
        ],
    );
}

#[test]
fn step_policies() {
    let put = |steps: &str| {
        format!(
            r#"{{ {{web}}, "PolicyName": "p", "PolicyType": "StepScaling", "AdjustmentType": "PercentChangeInCapacity",
                "StepAdjustments": [{steps}] }}"#
        )
    };
    let step = |lower: &str, upper: &str| {
        let bound = |name: &str, value: &str| match value {
            "" => String::new(),
            value => format!(r#""MetricInterval{name}Bound": {value}, "#),
        };
        format!(
            r#"{{ {}{}"ScalingAdjustment": 10 }}"#,
            bound("Lower", lower),
            bound("Upper", upper)
        )
    };
    let steps = |bounds: &[(&str, &str)]| {
        let all: Vec<String> = bounds.iter().map(|(lower, upper)| step(lower, upper)).collect();
        put(&all.join(", "))
    };
    let many: Vec<String> = (0..21)
        .map(|n| step(&n.to_string(), &(n + 1).to_string()))
        .collect();
    check(
        "PutScalingPolicy",
        &[
            (
                &put(""),
                "(ValidationError) You must specify at least one StepAdjustment for policy type: StepScaling",
            ),
            (
                &put(&many.join(", ")),
                "(LimitExceeded) At most 20 StepAdjustments are allowed in a policy",
            ),
            (
                &steps(&[("", "")]),
                "(ValidationError) At least one of MetricIntervalLowerBound and MetricIntervalUpperBound must be specified \
                 in a StepAdjustment",
            ),
            (
                &steps(&[("10", "10")]),
                "(ValidationError) MetricIntervalLowerBound must be less than MetricIntervalUpperBound in a StepAdjustment",
            ),
            (
                &steps(&[("0", "20"), ("10", "")]),
                "(ValidationError) StepAdjustment intervals can't overlap",
            ),
            (
                &steps(&[("0", ""), ("10", "")]),
                "(ValidationError) StepAdjustment intervals can't overlap",
            ),
            (
                &steps(&[("10", ""), ("0", "5")]),
                "(ValidationError) StepAdjustment intervals can't have gaps between them",
            ),
            (
                &steps(&[("-20", "-10"), ("-10", "0")]),
                "(ValidationError) There must be a StepAdjustment with an unspecified lower bound when one has a negative \
                 lower bound",
            ),
            (
                &steps(&[("0", "10"), ("10", "20")]),
                "(ValidationError) There must be a StepAdjustment with an unspecified upper bound when one has a positive \
                 upper bound",
            ),
            (
                &steps(&[("0", "")]).replace("\"StepAdj", "\"Cooldown\": 10, \"StepAdj"),
                &not_supported("Cooldown", "StepScaling"),
            ),
            (
                &steps(&[("0", "")]).replace("\"StepAdj", "\"ScalingAdjustment\": 10, \"StepAdj"),
                &not_supported("ScalingAdjustment", "StepScaling"),
            ),
            (
                &steps(&[("0", "")]).replace("\"StepAdj", "\"MetricAggregationType\": \"Sum\", \"StepAdj"),
                "(ValidationError) 1 validation error detected: Value 'Sum' at 'metricAggregationType' failed to satisfy \
                 constraint: Member must satisfy enum value set: [Minimum, Maximum, Average]",
            ),
        ],
    );
}

#[test]
fn target_tracking_policies() {
    let put = |configuration: &str| {
        format!(
            r#"{{ {{web}}, "PolicyName": "p", "PolicyType": "TargetTrackingScaling",
                "TargetTrackingConfiguration": {{ {configuration} }} }}"#
        )
    };
    let predefined = |kind: &str, more: &str| {
        put(&format!(
            r#""TargetValue": 50, "PredefinedMetricSpecification": {{"PredefinedMetricType": "{kind}"{more} }}"#
        ))
    };
    let label = |label: &str| {
        predefined(
            "ALBRequestCountPerTarget",
            &format!(r#", "ResourceLabel": "{label}""#),
        )
    };
    let no_label = |label: &str| {
        format!(
            "(ValidationError) '{label}' is not a valid ResourceLabel: it must be app/<load balancer>/<id>/targetgroup/<target \
             group>/<id>"
        )
    };
    check(
        "PutScalingPolicy",
        &[
            (
                r#"{{web}, "PolicyName": "p", "PolicyType": "TargetTrackingScaling"}"#,
                "(ValidationError) You must specify a TargetTrackingConfiguration for policy type: TargetTrackingScaling",
            ),
            (
                &put(r#""TargetValue": 50"#),
                "(ValidationError) You must specify exactly one of PredefinedMetricSpecification and \
                 CustomizedMetricSpecification",
            ),
            (
                &predefined("ASGAverageNetworkIn", "").replace("50", "0"),
                "(ValidationError) TargetValue must be greater than 0",
            ),
            (
                &predefined("ASGAverageCPUUtilization", ""),
                "(ValidationError) Only one TargetTrackingScaling policy for a given metric specification is allowed.",
            ),
            (
                &predefined(
                    "ASGAverageNetworkIn",
                    r#", "ResourceLabel": "app/a/b/targetgroup/c/d""#,
                ),
                "(ValidationError) ResourceLabel is not supported for predefined metric type: ASGAverageNetworkIn",
            ),
            (&predefined("ALBRequestCountPerTarget", ""), &no_label("")),
            (
                &label("app/a/targetgroup/c/d"),
                &no_label("app/a/targetgroup/c/d"),
            ),
            (
                &label("net/a/b/targetgroup/c/d"),
                &no_label("net/a/b/targetgroup/c/d"),
            ),
            (
                &label("app/a/b/targetgroup/c/d"),
                "(ValidationError) The resource label app/a/b/targetgroup/c/d does not refer to a target group that is \
                 attached to the Auto Scaling group",
            ),
            (
                &put(r#""TargetValue": 50, "CustomizedMetricSpecification": {"MetricName": "Load"}"#),
                "(ValidationError) MetricName, Namespace and Statistic must be specified in a CustomizedMetricSpecification",
            ),
            (
                &predefined("ASGAverageNetworkIn", "").replace(
                    "\"TargetTrackingC",
                    "\"AdjustmentType\": \"ExactCapacity\", \"TargetTrackingC",
                ),
                &not_supported("AdjustmentType", "TargetTrackingScaling"),
            ),
        ],
    );
}

#[test]
fn policies_that_cannot_be_found_or_run() {
    check(
        "DeletePolicy",
        &[
            (
                r#"{{web}, "PolicyName": "p"}"#,
                "(ValidationError) ScalingPolicy name not found - Policy: p not found",
            ),
            (
                r#"{"PolicyName": "arn:aws:autoscaling:p"}"#,
                "(ValidationError) PolicyARN arn:aws:autoscaling:p is not found",
            ),
            (r#"{"AutoScalingGroupName": "none", "PolicyName": "p"}"#, NO_GROUP),
        ],
    );
    check(
        "ExecutePolicy",
        &[
            (
                r#"{{web}, "PolicyName": "cpu"}"#,
                "(ValidationError) ExecutePolicy is not supported for policy type: TargetTrackingScaling",
            ),
            (
                r#"{{web}, "PolicyName": "off"}"#,
                "(ValidationError) Policy off is disabled",
            ),
            (
                r#"{{web}, "PolicyName": "step", "MetricValue": 1}"#,
                "(ValidationError) MetricValue and BreachThreshold must be specified for policy type: StepScaling",
            ),
            (
                r#"{{web}, "PolicyName": "step", "MetricValue": 1, "BreachThreshold": 2}"#,
                "(ValidationError) No step adjustment found for metric value [1] and breach delta -1",
            ),
            (
                r#"{{web}, "PolicyName": "step", "MetricValue": 3, "BreachThreshold": 2, "HonorCooldown": false}"#,
                &not_supported("HonorCooldown", "StepScaling"),
            ),
            (
                r#"{{web}, "PolicyName": "simple", "MetricValue": 1}"#,
                &not_supported("MetricValue", "SimpleScaling"),
            ),
            (
                r#"{{web}, "PolicyName": "simple", "BreachThreshold": 1}"#,
                &not_supported("BreachThreshold", "SimpleScaling"),
            ),
        ],
    );
}

#[test]
fn scheduled_actions() {
    let put = |members: &str| format!(r#"{{ {{web}}, "ScheduledActionName": "a", {members} }}"#);
    let when = |members: &str| put(&format!(r#""DesiredCapacity": 1, {members}"#));
    let cron = |text: &str| when(&format!(r#""Recurrence": "{text}""#));
    let no_cron = |text: &str| format!("(ValidationError) Given recurrence string:{text} is invalid");
    let zones: Vec<&str> = cloud::autoscaling::time_zone::ZONES
        .iter()
        .map(|zone| zone.name)
        .collect();
    check(
        "PutScheduledUpdateGroupAction",
        &[
            (
                r#"{"AutoScalingGroupName": "none", "ScheduledActionName": "a"}"#,
                NO_GROUP,
            ),
            (
                &put(r#""Recurrence": "0 0 * * *""#),
                "(ValidationError) At least one of MinSize, MaxSize and DesiredCapacity must be specified",
            ),
            (
                &put(r#""DesiredCapacity": 1"#),
                "(ValidationError) Either StartTime or Recurrence must be specified",
            ),
            (
                &put(r#""MinSize": 3, "MaxSize": 2, "Recurrence": "0 0 * * *""#),
                "(ValidationError) Min bound, when specified, must be less than or equal to max bound",
            ),
            (
                &put(r#""MinSize": 3, "DesiredCapacity": 2, "Recurrence": "0 0 * * *""#),
                "(ValidationError) Desired capacity:2 must be between the specified min size and max size",
            ),
            (
                &when(r#""StartTime": "2026-11-02T10:19:59Z""#),
                "(ValidationError) Given start time is in the past",
            ),
            (
                &when(r#""Recurrence": "0 0 * * *", "EndTime": "2026-11-02T10:00:00Z""#),
                "(ValidationError) Given end time is in the past",
            ),
            (
                &when(r#""StartTime": "2026-11-04T10:00:00Z", "EndTime": "2026-11-03T10:00:00Z""#),
                "(ValidationError) Given start time must be before the end time",
            ),
            (&cron("0 9 * *"), &no_cron("0 9 * *")),
            (&cron("60 9 * * *"), &no_cron("60 9 * * *")),
            (&cron("@daily"), &no_cron("@daily")),
            (
                &cron("0 0 30 2 *"),
                "(ValidationError) The scheduled action would never run",
            ),
            (
                &when(r#""Recurrence": "0 0 * * *", "TimeZone": "Mars/Olympus""#),
                &format!(
                    "(ValidationError) The time zone Mars/Olympus is not modelled here. These are: {}",
                    zones.join(", ")
                ),
            ),
            (
                &when(r#""StartTime": "2026-11-02T12:00:00Z""#),
                "(AlreadyExists) A scheduled action with this scheduled start time already exists",
            ),
        ],
    );
    check(
        "DeleteScheduledAction",
        &[(
            r#"{{web}, "ScheduledActionName": "a"}"#,
            "(ValidationError) Scheduled action name not found",
        )],
    );
    let many = |entry: &dyn Fn(usize) -> String| (0..51).map(entry).collect::<Vec<_>>().join(", ");
    let too_many = "(ValidationError) At most 50 scheduled actions are allowed in one call";
    let names = many(&|n| format!("\"a{n}\""));
    check(
        "BatchDeleteScheduledAction",
        &[(
            &format!(r#"{{ {{web}}, "ScheduledActionNames": [{names}] }}"#),
            too_many,
        )],
    );
    let actions = many(&|n| format!(r#"{{"ScheduledActionName": "a{n}"}}"#));
    check(
        "BatchPutScheduledUpdateGroupAction",
        &[(
            &format!(r#"{{ {{web}}, "ScheduledUpdateGroupActions": [{actions}] }}"#),
            too_many,
        )],
    );
}

#[test]
fn notifications_and_metrics() {
    check(
        "PutNotificationConfiguration",
        &[
            (
                r#"{{web}, "TopicARN": "arn:aws:sns:us-east-2:123456789012:none",
                    "NotificationTypes": ["autoscaling:EC2_INSTANCE_LAUNCH"]}"#,
                "(ValidationError) An active SNS topic with ARN arn:aws:sns:us-east-2:123456789012:none was not found",
            ),
            (
                r#"{{web}, "TopicARN": "{team}", "NotificationTypes": ["everything"]}"#,
                "(ValidationError) 1 validation error detected: Value 'everything' at 'notificationTypes.1.member' failed to \
                 satisfy constraint: Member must satisfy enum value set: [autoscaling:EC2_INSTANCE_LAUNCH, \
                 autoscaling:EC2_INSTANCE_LAUNCH_ERROR, autoscaling:EC2_INSTANCE_TERMINATE, \
                 autoscaling:EC2_INSTANCE_TERMINATE_ERROR, autoscaling:TEST_NOTIFICATION]",
            ),
        ],
    );
    check(
        "DeleteNotificationConfiguration",
        &[(
            r#"{{web}, "TopicARN": "{team}"}"#,
            "(ValidationError) No notification configuration found for topic \
             arn:aws:sns:us-east-2:123456789012:team",
        )],
    );
    check(
        "EnableMetricsCollection",
        &[
            (
                r#"{{web}, "Granularity": "5Minutes"}"#,
                "(ValidationError) 1 validation error detected: Value '5Minutes' at 'granularity' failed to satisfy \
                 constraint: Member must satisfy enum value set: [1Minute]",
            ),
            (
                r#"{"AutoScalingGroupName": "none", "Granularity": "1Minute"}"#,
                NO_GROUP,
            ),
        ],
    );
    check(
        "DisableMetricsCollection",
        &[(r#"{"AutoScalingGroupName": "none"}"#, NO_GROUP)],
    );
}

#[test]
fn tags() {
    let tag = |members: &str| format!(r#"{{"Tags": [{{"ResourceId": "web", {members} }}]}}"#);
    let many: Vec<String> = (0..51)
        .map(|n| format!(r#"{{"ResourceId": "web", "ResourceType": "auto-scaling-group", "Key": "k{n}"}}"#))
        .collect();
    check(
        "CreateOrUpdateTags",
        &[
            (
                &tag(r#""ResourceType": "instance", "Key": "k""#),
                "(ValidationError) Invalid resource type instance. The only supported value is auto-scaling-group",
            ),
            (
                &tag(r#""Key": "aws:k""#),
                "(ValidationError) The tag key aws:k is reserved: keys must not begin with aws:",
            ),
            (
                &format!(r#"{{"Tags": [{}]}}"#, many.join(", ")),
                "(LimitExceeded) You have reached the limit of 50 tags of a group",
            ),
            (r#"{"Tags": [{"ResourceId": "none", "Key": "k"}]}"#, NO_GROUP),
        ],
    );
    check(
        "DeleteTags",
        &[(r#"{"Tags": [{"ResourceId": "none", "Key": "k"}]}"#, NO_GROUP)],
    );
    check(
        "DescribeTags",
        &[(
            r#"{"Filters": [{"Name": "colour", "Values": ["red"]}]}"#,
            "(ValidationError) Filter type colour is not correct. Allowed types are: auto-scaling-group, key, value, \
             propagate-at-launch",
        )],
    );
}

#[test]
fn quotas() {
    let mut lab = account();
    let mut put = |operation: &str, request: String| {
        let answer = lab.call("autoscaling", operation, &fill(&request));
        answer.err().map(|error| error.to_string()).unwrap_or_default()
    };
    let policy = |n: usize| {
        format!(
            r#"{{ {{web}}, "PolicyName": "p{n}", "AdjustmentType": "ChangeInCapacity", "ScalingAdjustment": 1 }}"#
        )
    };
    let found: Vec<String> = (4..51).map(|n| put("PutScalingPolicy", policy(n))).collect();
    assert!(found[..46].iter().all(String::is_empty), "{found:?}");
    assert_eq!(
        found[46],
        "(LimitExceeded) You have reached the limit of 50 policies of a group"
    );
    assert_eq!(
        put("PutScalingPolicy", policy(10)),
        "",
        "a known one can still be changed"
    );
    let action = |n: usize| {
        format!(
            r#"{{ {{web}}, "ScheduledActionName": "a{n}", "Recurrence": "{} {} * * *", "MinSize": 1 }}"#,
            n % 59 + 1,
            n / 59
        )
    };
    let found: Vec<String> = (1..126)
        .map(|n| put("PutScheduledUpdateGroupAction", action(n)))
        .collect();
    assert!(found[..124].iter().all(String::is_empty), "{found:?}");
    assert_eq!(
        found[124],
        "(LimitExceeded) You have reached the limit of 125 scheduled actions of a group"
    );
}
