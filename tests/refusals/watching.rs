//! Calls about percentiles, expressions, composite alarms and labels, in an account with the topic `team`, the alarms `a` and
//! `b`, and the composite alarm `both` upon them.

use cloud::lab::Lab;

const TEAM: &str = "arn:aws:sns:us-east-2:123456789012:team";

fn account() -> Lab {
    let mut lab = Lab::new();
    let must = |lab: &mut Lab, service: &str, operation: &str, request: &str| {
        let answer = lab.call(service, operation, request);
        answer.unwrap_or_else(|error| panic!("{operation}: {error}"));
    };
    must(
        &mut lab,
        "sns",
        "CreateTopic",
        r#"{"Name": "team", "Tags": [{"Key": "a", "Value": "1"}]}"#,
    );
    for name in ["a", "b"] {
        must(
            &mut lab,
            "cloudwatch",
            "PutMetricAlarm",
            &alarm(&format!(r#""AlarmName": "{name}", "Statistic": "Sum""#)),
        );
    }
    let both = r#"{"AlarmName": "both", "AlarmRule": "ALARM(a) OR ALARM(b)"}"#;
    must(&mut lab, "cloudwatch", "PutCompositeAlarm", both);
    lab.pass_secs(600);
    lab
}

fn alarm(more: &str) -> String {
    format!(
        r#"{{"Namespace": "N", "MetricName": "m", "ComparisonOperator": "GreaterThanThreshold", "Threshold": 1,
            "Period": 60, "EvaluationPeriods": 1, {more}}}"#
    )
}

fn check(service: &str, operation: &str, refusals: &[(&str, &str)]) {
    let mut lab = account();
    let before = lab.cloud().digest();
    for (request, refusal) in refusals {
        let answer = lab.call(service, operation, &request.replace("{team}", TEAM));
        let found = answer.err().map(|error| error.to_string()).unwrap_or_default();
        assert_eq!(found, *refusal, "{operation} {request}");
        assert_eq!(lab.cloud().digest(), before, "{operation} {request}");
    }
}

#[test]
fn alarms_on_statistics_and_actions() {
    let one = |more: &str| alarm(&format!(r#""AlarmName": "c", {more}"#));
    let act = |metric: &str, verb: &str| {
        format!(
            r#"{{"AlarmName": "c", "Namespace": "AWS/EC2", "MetricName": "{metric}", "Statistic": "Maximum", "Threshold": 1,
                "Dimensions": [{{"Name": "InstanceId", "Value": "i-1"}}], "Period": 60, "EvaluationPeriods": 1,
                "ComparisonOperator": "GreaterThanThreshold", "AlarmActions": ["arn:aws:automate:us-east-2:ec2:{verb}"]}}"#
        )
    };
    check(
        "cloudwatch",
        "PutMetricAlarm",
        &[
            (
                &alarm(r#""AlarmName": "c""#),
                "(ValidationError) Statistic must be specified for a metric alarm",
            ),
            (
                &one(r#""Statistic": "Sum", "ExtendedStatistic": "p90""#),
                "(InvalidParameterCombination) The parameters Statistic and ExtendedStatistic are mutually exclusive and \
                 you have specified both.",
            ),
            (
                &one(r#""ExtendedStatistic": "p101""#),
                "(InvalidParameterValue) The value p101 for parameter ExtendedStatistic is not supported.",
            ),
            (
                &one(r#""Statistic": "Sum", "EvaluateLowSampleCountPercentile": "ignore""#),
                "(ValidationError) EvaluateLowSampleCountPercentile can only be used for an alarm based on a percentile",
            ),
            (
                &one(r#""Statistic": "Sum", "AlarmActions": ["team"]"#),
                "(ValidationError) Invalid arn syntax: team",
            ),
            (
                &one(r#""Statistic": "Sum", "AlarmActions": ["arn:aws:automate:us-east-2:ec2:stop"]"#),
                "(ValidationError) The action arn:aws:automate:us-east-2:ec2:stop needs an alarm on a metric with the \
                 dimension InstanceId",
            ),
            (
                &act("StatusCheckFailed_Instance", "recover"),
                "(ValidationError) The action arn:aws:automate:us-east-2:ec2:recover needs an alarm on the metric \
                 StatusCheckFailed_System",
            ),
            (
                &act("StatusCheckFailed", "explode"),
                "(ValidationError) Invalid arn syntax: arn:aws:automate:us-east-2:ec2:explode",
            ),
            (
                &one(r#""Statistic": "Sum", "Tags": [{"Key": "k", "Value": ""}, {"Key": "k", "Value": ""}]"#),
                "(InvalidParameterValue) The tag key k was specified more than once",
            ),
            (
                &alarm(r#""AlarmName": "both", "Statistic": "Sum""#),
                "(ValidationError) Alarm both is of another type and cannot be overwritten",
            ),
        ],
    );
}

#[test]
fn expressions() {
    let metric = |id: &str| {
        format!(
            r#"{{"Id": "{id}", "MetricStat": {{"Metric": {{"Namespace": "N", "MetricName": "m"}}, "Period": 60,
                "Stat": "Sum"}}}}"#
        )
    };
    let data = |queries: &str| {
        format!(
            r#"{{"MetricDataQueries": [{queries}], "StartTime": "2026-11-02T10:00:00Z", "EndTime": "2026-11-02T11:00:00Z"}}"#
        )
    };
    let expression = |text: &str| {
        data(&format!(
            r#"{}, {{"Id": "e", "Expression": "{text}"}}"#,
            metric("m")
        ))
    };
    check(
        "cloudwatch",
        "GetMetricData",
        &[
            (
                &data(&metric("M1")),
                "(ValidationError) The value M1 for parameter MetricDataQueries.member.1.Id is not matching the expected \
                 pattern ^[a-z][a-zA-Z0-9_]*$.",
            ),
            (
                &data(&format!("{}, {}", metric("m"), metric("m"))),
                "(ValidationError) The values for parameter id in MetricDataQueries are not unique.",
            ),
            (
                &data(r#"{"Id": "e"}"#),
                "(MissingParameter) The parameter MetricDataQueries.member.1 must have either MetricStat or Expression.",
            ),
            (
                &expression("m +"),
                "(ValidationError) Error in expression 'e': Unexpected end of expression",
            ),
            (
                &expression("m + n"),
                "(ValidationError) Error in expression 'e': Unknown identifier 'n'",
            ),
            (
                &expression("m + e"),
                "(ValidationError) Error in expression 'e': Circular reference",
            ),
            (
                &expression("MEDIAN(m)"),
                "(ValidationError) Error in expression 'e': Unsupported function 'MEDIAN'",
            ),
            (
                &data(&metric("m").replace(r#""Sum""#, r#""Middle""#)),
                "(InvalidParameterValue) The value Middle for parameter MetricDataQueries.member.1.MetricStat.Stat is not \
                 supported.",
            ),
            (
                &data(&metric("m")).replace("11:00:00Z\"}", "11:00:00Z\", \"NextToken\": \"x\"}"),
                "(InvalidNextToken) Invalid nextToken: x",
            ),
        ],
    );
    let watched = |metrics: &str| {
        format!(
            r#"{{"AlarmName": "c", "Threshold": 1, "ComparisonOperator": "GreaterThanThreshold", "EvaluationPeriods": 1,
                "Metrics": [{metrics}]}}"#
        )
    };
    check(
        "cloudwatch",
        "PutMetricAlarm",
        &[
            (
                &watched(&format!("{}, {}", metric("m"), metric("n"))),
                "(ValidationError) Exactly one element of the metrics list should return data.",
            ),
            (
                &watched(&metric("m"))
                    .replace(r#""Threshold": 1"#, r#""Threshold": 1, "Period": 60"#)
                    .replacen(
                        r#""AlarmName": "c""#,
                        r#""AlarmName": "c", "Statistic": "Sum""#,
                        1,
                    ),
                "(InvalidParameterCombination) The parameters Metrics and Period are mutually exclusive and you have \
                 specified both.",
            ),
        ],
    );
}

#[test]
fn composite_alarms() {
    let put = |more: &str| format!(r#"{{"AlarmName": "c", {more}}}"#);
    check(
        "cloudwatch",
        "PutCompositeAlarm",
        &[
            (
                &put(r#""AlarmRule": "ALARM(a) XOR ALARM(b)""#),
                "(ValidationError) Error in alarm rule, Unsupported token XOR",
            ),
            (
                &put(r#""AlarmRule": "ALARM(a) OR ALARM(x)""#),
                "(ValidationError) Could not save the composite alarm as alarms [x] in the alarm rule do not exist",
            ),
            (
                &put(r#""AlarmRule": "ALARM(a)", "AlarmActions": ["arn:aws:automate:us-east-2:ec2:stop"]"#),
                "(ValidationError) The action arn:aws:automate:us-east-2:ec2:stop is not supported for composite alarms",
            ),
            (
                &put(r#""AlarmRule": "ALARM(a)", "ActionsSuppressor": "b""#),
                "(ValidationError) ActionsSuppressorWaitPeriod and ActionsSuppressorExtensionPeriod must be specified with \
                 ActionsSuppressor",
            ),
            (
                &put(
                    r#""AlarmRule": "ALARM(a)", "ActionsSuppressor": "x", "ActionsSuppressorWaitPeriod": 1,
                        "ActionsSuppressorExtensionPeriod": 1"#,
                ),
                "(ValidationError) ActionsSuppressor x does not exist",
            ),
            (
                r#"{"AlarmName": "a", "AlarmRule": "TRUE"}"#,
                "(ValidationError) Alarm a is of another type and cannot be overwritten",
            ),
        ],
    );
    check(
        "cloudwatch",
        "DeleteAlarms",
        &[(
            r#"{"AlarmNames": ["a"]}"#,
            "(ValidationError) Cannot delete a as there are composite alarm(s) depending on it.",
        )],
    );
    check(
        "cloudwatch",
        "DescribeAlarms",
        &[
            (
                r#"{"AlarmNames": ["a"], "AlarmNamePrefix": "a"}"#,
                "(InvalidParameterCombination) The parameters AlarmNames and AlarmNamePrefix are mutually exclusive and \
                 you have specified both.",
            ),
            (
                r#"{"ChildrenOfAlarmName": "both", "StateValue": "OK"}"#,
                "(ValidationError) ChildrenOfAlarmName cannot be used with other parameters than MaxRecords and NextToken",
            ),
            (r#"{"NextToken": "x"}"#, "(InvalidNextToken) Invalid nextToken: x"),
        ],
    );
}

#[test]
fn states_values_and_labels() {
    check(
        "cloudwatch",
        "SetAlarmState",
        &[(
            r#"{"AlarmName": "a", "StateValue": "ALARM", "StateReason": "why", "StateReasonData": "no"}"#,
            "(InvalidFormat) StateReasonData was not syntactically valid JSON",
        )],
    );
    let datum =
        |more: &str| format!(r#"{{"Namespace": "N", "MetricData": [{{"MetricName": "m", {more}}}]}}"#);
    check(
        "cloudwatch",
        "PutMetricData",
        &[
            (
                &datum(r#""Values": [1, 2], "Counts": [1]"#),
                "(InvalidParameterValue) The parameters MetricData.member.1.Values and MetricData.member.1.Counts must be \
                 of the same size.",
            ),
            (
                &datum(r#""Value": 1, "StorageResolution": 30"#),
                "(InvalidParameterValue) The parameter MetricData.member.1.StorageResolution must be 1 or 60.",
            ),
            (
                &datum(r#""Value": 1, "Values": [1]"#),
                "(InvalidParameterCombination) The parameters Value and Values are mutually exclusive and you have \
                 specified both.",
            ),
        ],
    );
    let unknown = "arn:aws:cloudwatch:us-east-2:123456789012:alarm:x";
    let gone = format!("(ResourceNotFoundException) The resource {unknown} does not exist");
    for operation in ["ListTagsForResource", "UntagResource"] {
        let more = if operation == "UntagResource" {
            r#", "TagKeys": ["k"]"#
        } else {
            ""
        };
        let request = format!(r#"{{"ResourceARN": "{unknown}"{more}}}"#);
        check("cloudwatch", operation, &[(&request, &gone)]);
    }
    let request = r#"{"ResourceARN": "a", "Tags": [{"Key": "k", "Value": ""}]}"#;
    check(
        "cloudwatch",
        "TagResource",
        &[(request, "(InvalidParameterValue) Invalid arn syntax: a")],
    );
}

#[test]
fn topics_and_their_attributes() {
    check(
        "sns",
        "CreateTopic",
        &[
            (
                r#"{"Name": "team", "Tags": [{"Key": "a", "Value": "2"}]}"#,
                "(InvalidParameter) Invalid parameter: Tags Reason: Topic already exists with different tags",
            ),
            (
                r#"{"Name": "team", "Attributes": {"DisplayName": "x"}}"#,
                "(InvalidParameter) Invalid parameter: Attributes Reason: Topic already exists with different attributes",
            ),
        ],
    );
    let unknown = "arn:aws:sns:us-east-2:123456789012:team:0";
    check(
        "sns",
        "GetSubscriptionAttributes",
        &[(
            &format!(r#"{{"SubscriptionArn": "{unknown}"}}"#),
            "(NotFound) Subscription does not exist",
        )],
    );
    check(
        "sns",
        "Subscribe",
        &[(
            r#"{"TopicArn": "{team}", "Protocol": "email", "Endpoint": "a@b.c", "Attributes": {"RawMessageDelivery": "true"}}"#,
            "(InvalidParameter) Invalid parameter: Attributes Reason: Delivery protocol [email] does not support raw \
             message delivery.",
        )],
    );
    check(
        "sns",
        "SetTopicAttributes",
        &[(
            r#"{"TopicArn": "{team}", "AttributeName": "Colour", "AttributeValue": "red"}"#,
            "(InvalidParameter) Invalid parameter: AttributeName",
        )],
    );
    check(
        "sns",
        "Publish",
        &[(
            r#"{"TopicArn": "{team}", "Message": "hello", "Subject": "two\nlines"}"#,
            "(InvalidParameter) Invalid parameter: Subject",
        )],
    );
    check(
        "sns",
        "PublishBatch",
        &[(
            r#"{"TopicArn": "{team}", "PublishBatchRequestEntries": [{"Id": "1", "Message": "a"}, {"Id": "1", "Message": "b"}]}"#,
            "(BatchEntryIdsNotDistinct) Two or more batch entries in the request have the same Id.",
        )],
    );
    check(
        "sns",
        "TagResource",
        &[
            (
                r#"{"ResourceArn": "team", "Tags": [{"Key": "k", "Value": ""}]}"#,
                "(ResourceNotFound) Resource does not exist",
            ),
            (
                r#"{"ResourceArn": "{team}", "Tags": [{"Key": "k", "Value": ""}, {"Key": "k", "Value": ""}]}"#,
                "(InvalidParameter) Invalid parameter: Tags Reason: Duplicated keys are not allowed",
            ),
        ],
    );
    check(
        "sns",
        "ListTopics",
        &[(
            r#"{"NextToken": "x"}"#,
            "(InvalidParameter) Invalid parameter: NextToken",
        )],
    );
}
