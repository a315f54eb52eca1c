//! Calls to CloudWatch and SNS, in an account with the topic `team`.

use api::sns::CreateTopicInput;
use cloud::lab::Lab;

const TEAM: &str = "arn:aws:sns:us-east-2:123456789012:team";

fn check(service: &str, operation: &str, refusals: &[(&str, &str)]) {
    let mut lab = Lab::new();
    lab.make(CreateTopicInput {
        name: Some("team".to_owned()),
        ..Default::default()
    });
    lab.pass_secs(3_600);
    let before = lab.cloud().digest();
    for (request, refusal) in refusals {
        let answer = lab.call(service, operation, &request.replace("{team}", TEAM));
        let found = answer.err().map(|error| error.to_string()).unwrap_or_default();
        assert_eq!(found, *refusal, "{operation} {request}");
        assert_eq!(lab.cloud().digest(), before, "{operation} {request}");
    }
}

#[test]
fn alarms() {
    let alarm = |more: &str| {
        format!(
            r#"{{"AlarmName": "a", "Namespace": "AWS/EC2", "MetricName": "CPUUtilization", "Statistic": "Average",
                "ComparisonOperator": "GreaterThanThreshold", "Threshold": 70, {more}}}"#
        )
    };
    check(
        "cloudwatch",
        "PutMetricAlarm",
        &[
            (
                "{}",
                "(ValidationError) 1 validation error detected: Value null at 'alarmName' failed to satisfy constraint: \
                 Member must not be null",
            ),
            (
                r#"{"AlarmName": "a"}"#,
                "(ValidationError) Namespace must be specified for a metric alarm",
            ),
            (
                &alarm(r#""Period": 60"#),
                "(ValidationError) EvaluationPeriods must be specified for a metric alarm",
            ),
            (
                &alarm(r#""Period": 90, "EvaluationPeriods": 1"#),
                "(ValidationError) Period must be 10, 20, 30 or a multiple of 60",
            ),
            (
                &alarm(r#""Period": 300, "EvaluationPeriods": 289"#),
                "(ValidationError) Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be \
                 <= 86400.)",
            ),
            (
                &alarm(r#""Period": 60, "EvaluationPeriods": 2, "DatapointsToAlarm": 3"#),
                "(ValidationError) DatapointsToAlarm must be less than or equal to EvaluationPeriods",
            ),
            (
                &alarm(r#""Period": 60, "EvaluationPeriods": 1, "TreatMissingData": "zero""#),
                "(ValidationError) 1 validation error detected: Value 'zero' at 'treatMissingData' failed to satisfy \
                 constraint: Member must satisfy enum value set: [missing, ignore, breaching, notBreaching]",
            ),
        ],
    );
    check(
        "cloudwatch",
        "SetAlarmState",
        &[
            (
                r#"{"AlarmName": "a", "StateValue": "ALARM", "StateReason": "why"}"#,
                "(ResourceNotFound) ",
            ),
            (
                r#"{"AlarmName": "a", "StateValue": "RED", "StateReason": "why"}"#,
                "(ValidationError) 1 validation error detected: Value 'RED' at 'stateValue' failed to satisfy constraint: \
                 Member must satisfy enum value set: [OK, ALARM, INSUFFICIENT_DATA]",
            ),
        ],
    );
    check(
        "cloudwatch",
        "DescribeAlarmHistory",
        &[(
            r#"{"HistoryItemType": "Nothing"}"#,
            "(ValidationError) 1 validation error detected: Value 'Nothing' at 'historyItemType' failed to satisfy \
             constraint: Member must satisfy enum value set: [ConfigurationUpdate, StateUpdate, Action]",
        )],
    );
}

#[test]
fn metrics() {
    check(
        "cloudwatch",
        "PutMetricData",
        &[
            (
                r#"{"Namespace": "AWS/EC2", "MetricData": [{"MetricName": "m", "Value": 1}]}"#,
                "(InvalidParameterValue) The value AWS/ for parameter Namespace is invalid: it is reserved for AWS",
            ),
            (
                r#"{"Namespace": "N", "MetricData": [{"MetricName": "m"}]}"#,
                "(MissingParameter) At least one of the parameters Value, Values and StatisticValues must be specified.",
            ),
            (
                r#"{"Namespace": "N", "MetricData": [{"MetricName": "m", "Value": 1e300}]}"#,
                "(InvalidParameterValue) The value of a metric must be a number from -2^360 to 2^360, of at least one \
                 sample.",
            ),
            (
                r#"{"Namespace": "N", "MetricData": [{"MetricName": "m", "Value": 1, "Timestamp": "2026-11-03T10:00:00Z"}]}"#,
                "(InvalidParameterValue) The parameter MetricData.member.1.Timestamp must specify a time no more than two \
                 weeks in the past and no more than two hours in the future.",
            ),
            (
                r#"{"Namespace": "N", "MetricData": [{"MetricName": "m", "Value": 1, "StatisticValues":
                    {"SampleCount": 1, "Sum": 1, "Minimum": 1, "Maximum": 1}}]}"#,
                "(InvalidParameterCombination) The parameters Value and StatisticValues are mutually exclusive and you \
                 have specified both.",
            ),
        ],
    );
    let ask = |more: &str| format!(r#"{{"Namespace": "N", "MetricName": "m", {more}}}"#);
    let day = r#""StartTime": "2026-11-02T10:00:00Z", "EndTime": "2026-11-05T10:00:00Z""#;
    check(
        "cloudwatch",
        "GetMetricStatistics",
        &[
            (
                &ask(&format!(r#"{day}, "Period": 60"#)),
                "(MissingParameter) At least one of the parameters Statistics and ExtendedStatistics must be specified.",
            ),
            (
                &ask(&format!(r#"{day}, "Period": 61, "Statistics": ["Sum"]"#)),
                "(InvalidParameterValue) The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60, but it is 61.",
            ),
            (
                &ask(&format!(r#"{day}, "Period": 60, "Statistics": ["Sum"]"#)),
                "(InvalidParameterCombination) You have requested up to 4320 datapoints, which exceeds the limit of 1440. \
                 You may reduce the datapoints requested by increasing Period, or decreasing the time range.",
            ),
            (
                &ask(
                    r#""StartTime": "2026-11-05T10:00:00Z", "EndTime": "2026-11-02T10:00:00Z", "Period": 60,
                        "Statistics": ["Sum"]"#,
                ),
                "(InvalidParameterValue) The parameter StartTime must be less than the parameter EndTime.",
            ),
        ],
    );
}

#[test]
fn topics() {
    let name = "(InvalidParameter) Invalid parameter: Topic Name";
    let not_there = "(NotFound) Topic does not exist";
    let other = "arn:aws:sns:us-east-2:123456789012:other";
    check(
        "sns",
        "CreateTopic",
        &[(r#"{"Name": "a b"}"#, name), (r#"{"Name": ""}"#, name)],
    );
    check(
        "sns",
        "DeleteTopic",
        &[(
            r#"{"TopicArn": "team"}"#,
            "(InvalidParameter) Invalid parameter: TopicArn",
        )],
    );
    check(
        "sns",
        "Subscribe",
        &[
            (
                &format!(r#"{{"TopicArn": "{other}", "Protocol": "email", "Endpoint": "a@b.c"}}"#),
                not_there,
            ),
            (
                r#"{"TopicArn": "{team}", "Protocol": "email", "Endpoint": "ada"}"#,
                "(InvalidParameter) Invalid parameter: Email address",
            ),
            (
                r#"{"TopicArn": "{team}", "Protocol": "pigeon", "Endpoint": "ada"}"#,
                "(InvalidParameter) 1 validation error detected: Value 'pigeon' at 'protocol' failed to satisfy \
                 constraint: Member must satisfy enum value set: [email, email-json]",
            ),
        ],
    );
    check(
        "sns",
        "ConfirmSubscription",
        &[(
            r#"{"TopicArn": "{team}", "Token": "1"}"#,
            "(InvalidParameter) Invalid parameter: Token",
        )],
    );
    check(
        "sns",
        "Unsubscribe",
        &[(
            r#"{"SubscriptionArn": "ada"}"#,
            "(InvalidParameter) Invalid parameter: SubscriptionArn",
        )],
    );
    check(
        "sns",
        "Publish",
        &[
            (
                r#"{"Message": "hello"}"#,
                "(InvalidParameter) Invalid parameter: TopicArn or TargetArn Reason: no value for required parameter",
            ),
            (
                &format!(r#"{{"TopicArn": "{other}", "Message": "hello"}}"#),
                not_there,
            ),
            (
                r#"{"TopicArn": "{team}", "Message": ""}"#,
                "(InvalidParameter) Invalid parameter: Empty message",
            ),
        ],
    );
    check(
        "sns",
        "ListSubscriptionsByTopic",
        &[(&format!(r#"{{"TopicArn": "{other}"}}"#), not_there)],
    );
}
