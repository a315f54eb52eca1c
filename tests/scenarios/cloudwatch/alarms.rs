//! How alarms come into their states, when, and what they say of it.

use cloud::lab::Lab;

use super::{cpu_alarm, orders_alarm, pass_to, state_of, tell, wait_for, watch};

/// Tells a value every minute, `from` one minute up to another.
fn tell_minutes(lab: &mut Lab, minutes: u64, value: f64) {
    for _ in 0..minutes {
        tell(lab, value);
        lab.pass_secs(60);
    }
}

fn reason(lab: &Lab) -> String {
    super::alarm(lab).state_reason.expect("it has one")
}

#[test]
fn an_alarm_is_evaluated_every_minute_in_a_second_of_its_own() {
    let mut lab = Lab::new();
    orders_alarm(&mut lab, "orders", "");
    let mut at = Vec::new();
    for value in [20.0, 1.0, 20.0, 1.0] {
        let before = state_of(&lab, "orders");
        tell(&mut lab, value);
        while state_of(&lab, "orders") == before {
            lab.pass_secs(1);
        }
        at.push(
            super::alarm(&lab)
                .state_transitioned
                .expect("it has one")
                .as_micros()
                % 60_000_000,
        );
        let into_minute = lab.simulation.now().as_secs() % 60;
        lab.pass_secs((60 - into_minute) % 60);
    }
    assert!(at.windows(2).all(|pair| pair[0] == pair[1]), "{at:?}");
}

#[test]
fn four_minutes_at_most_for_two_values_by_the_minute_and_two_at_least() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    lab.ask("MonitorInstances", r#"{"InstanceIds": ["{id:0}"]}"#);
    let one = cpu_alarm(&lab, instance, 60, 1);
    lab.make(one);
    pass_to(&mut lab, 720);
    lab.traffic(200.0);
    let at = wait_for(&mut lab, "ALARM").as_secs() - 720;
    assert!(
        (60..=180).contains(&at),
        "one value takes one to three minutes: {at} s"
    );
    let two = cpu_alarm(&lab, instance, 60, 2);
    lab.make(two);
    lab.traffic(0.0);
    wait_for(&mut lab, "OK");
    let minute = lab.simulation.now().as_secs().next_multiple_of(60);
    pass_to(&mut lab, minute + 240);
    lab.traffic(200.0);
    let at = wait_for(&mut lab, "ALARM").as_secs() - minute - 240;
    assert!(
        (120..=240).contains(&at),
        "two values take two to four minutes: {at} s"
    );
}

#[test]
fn basic_monitoring_takes_five_to_ten_minutes_for_one_value() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    let input = cpu_alarm(&lab, instance, 300, 1);
    lab.make(input);
    pass_to(&mut lab, 900);
    lab.traffic(200.0);
    let at = wait_for(&mut lab, "ALARM").as_secs() - 900;
    assert!((300..=600).contains(&at), "{at} s");
}

#[test]
fn some_of_several_values_are_enough() {
    let mut lab = Lab::new();
    let request = r#"{"AlarmName": "orders", "Namespace": "Shop", "MetricName": "Orders", "Statistic": "Sum",
        "Threshold": 10, "ComparisonOperator": "GreaterThanThreshold", "Period": 60, "EvaluationPeriods": 5,
        "DatapointsToAlarm": 2}"#;
    watch(&mut lab, "PutMetricAlarm", request);
    tell_minutes(&mut lab, 5, 1.0);
    tell_minutes(&mut lab, 1, 20.0);
    tell_minutes(&mut lab, 3, 1.0);
    assert_eq!(state_of(&lab, "orders"), "OK", "one is not enough");
    tell_minutes(&mut lab, 1, 20.0);
    lab.pass_secs(70);
    assert_eq!(state_of(&lab, "orders"), "ALARM");
    assert!(
        reason(&lab).starts_with("Threshold Crossed: 2 out of the last 5 datapoints ["),
        "{}",
        reason(&lab)
    );
    assert!(reason(&lab).ends_with("(minimum 2 datapoints for OK -> ALARM transition)."));
}

#[test]
fn reasons_tell_the_values_and_their_times_as_text_and_as_json() {
    let mut lab = Lab::new();
    orders_alarm(&mut lab, "orders", "");
    tell(&mut lab, 12.0);
    lab.pass_secs(130);
    assert_eq!(
        reason(&lab).replace("[12.0 (02/11/26 10:00:00)]", "…"),
        "Threshold Crossed: 1 out of the last 1 datapoints … was greater than or equal to the threshold (10.0) (minimum 1 \
         datapoint for OK -> ALARM transition)."
    );
    let data = super::alarm(&lab).state_reason_data.expect("it has one");
    assert!(
        data.starts_with(r#"{"version":"1.0","queryDate":"2026-11-02T10:0"#),
        "{data}"
    );
    assert!(
        data.ends_with(
            r#""startDate":"2026-11-02T10:00:00.000+0000","statistic":"Sum","period":60,"recentDatapoints":[12.0],"threshold":10.0,"evaluatedDatapoints":[{"timestamp":"2026-11-02T10:00:00.000+0000","sampleCount":1.0,"value":12.0}]}"#
        ),
        "{data}"
    );
}

#[test]
fn what_stands_in_for_missing_values_is_told() {
    for (treatment, state, word) in [
        ("breaching", "ALARM", "Breaching"),
        ("notBreaching", "OK", "NonBreaching"),
    ] {
        let mut lab = Lab::new();
        orders_alarm(
            &mut lab,
            "orders",
            &format!(r#", "TreatMissingData": "{treatment}""#),
        );
        lab.pass_secs(200);
        assert_eq!(state_of(&lab, "orders"), state);
        assert_eq!(
            reason(&lab),
            format!(
                "Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint was treated as \
                 [{word}]."
            )
        );
    }
    let mut lab = Lab::new();
    orders_alarm(&mut lab, "orders", r#", "TreatMissingData": "ignore""#);
    tell(&mut lab, 12.0);
    lab.pass_secs(900);
    assert_eq!(state_of(&lab, "orders"), "ALARM", "it keeps its state");
}

#[test]
fn ten_seconds_make_an_alarm_quick() {
    let mut lab = Lab::new();
    orders_alarm(&mut lab, "orders", "");
    let request = r#"{"AlarmName": "quick", "Namespace": "Shop", "MetricName": "Orders", "Statistic": "Sum",
        "Threshold": 10, "ComparisonOperator": "GreaterThanThreshold", "Period": 10, "EvaluationPeriods": 1}"#;
    watch(&mut lab, "PutMetricAlarm", request);
    pass_to(&mut lab, 600);
    let request = r#"{"Namespace": "Shop", "MetricData": [{"MetricName": "Orders", "Value": 50, "StorageResolution": 1}]}"#;
    watch(&mut lab, "PutMetricData", request);
    pass_to(&mut lab, 631);
    assert_eq!(state_of(&lab, "quick"), "ALARM");
    assert_eq!(
        state_of(&lab, "orders"),
        "INSUFFICIENT_DATA",
        "its minute is not over"
    );
}

#[test]
fn a_percentile_of_few_samples_may_be_passed_over() {
    for (low, state) in [("evaluate", "ALARM"), ("ignore", "INSUFFICIENT_DATA")] {
        let mut lab = Lab::new();
        let request = format!(
            r#"{{"AlarmName": "slow", "Namespace": "Shop", "MetricName": "Orders", "ExtendedStatistic": "p90",
                "Threshold": 10, "ComparisonOperator": "GreaterThanThreshold", "Period": 60, "EvaluationPeriods": 1,
                "EvaluateLowSampleCountPercentile": "{low}"}}"#
        );
        watch(&mut lab, "PutMetricAlarm", &request);
        tell(&mut lab, 50.0);
        lab.pass_secs(130);
        assert_eq!(state_of(&lab, "slow"), state, "100 samples would do");
        let alarm = super::alarm(&lab);
        assert_eq!(
            (alarm.statistic, alarm.extended_statistic.as_deref()),
            (None, Some("p90"))
        );
    }
}

#[test]
fn an_alarm_can_watch_an_expression() {
    let mut lab = Lab::new();
    let request = r#"{"AlarmName": "sum", "Threshold": 10, "ComparisonOperator": "GreaterThanThreshold",
        "EvaluationPeriods": 1, "Metrics": [
            {"Id": "m", "ReturnData": false, "MetricStat": {"Metric": {"Namespace": "Shop", "MetricName": "Orders"},
                "Period": 60, "Stat": "Sum"}},
            {"Id": "twice", "Expression": "m * 2"}]}"#;
    watch(&mut lab, "PutMetricAlarm", request);
    tell(&mut lab, 6.0);
    lab.pass_secs(130);
    assert_eq!(state_of(&lab, "sum"), "ALARM", "twice six is more than ten");
    let alarm = super::alarm(&lab);
    assert_eq!((alarm.metric_name, alarm.metrics.len()), (None, 2));
    lab.pass_secs(600);
    assert_eq!(
        super::alarm(&lab).evaluation_state.as_deref(),
        Some("PARTIAL_DATA")
    );
}

/// Scenario 24 of the facts on EC2 and CloudWatch: capacity is told in minutes that use some, and not in others.
#[test]
fn an_alarm_on_a_metric_of_dynamodb_keeps_its_state_whatever_it_says() {
    for treatment in ["missing", "ignore", "breaching", "notBreaching"] {
        let mut lab = Lab::new();
        let alarm = format!(
            r#"{{"AlarmName": "table", "Namespace": "AWS/DynamoDB", "MetricName": "ConsumedWriteCapacityUnits",
                "Dimensions": [{{"Name": "TableName", "Value": "Orders"}}], "Statistic": "Sum", "Threshold": 1,
                "ComparisonOperator": "GreaterThanOrEqualToThreshold", "Period": 60, "EvaluationPeriods": 1,
                "TreatMissingData": "{treatment}"}}"#
        );
        watch(&mut lab, "PutMetricAlarm", &alarm);
        lab.pass_secs(600);
        assert_eq!(state_of(&lab, "table"), "INSUFFICIENT_DATA", "{treatment}");
        write(&mut lab);
        lab.pass_secs(120);
        assert_eq!(state_of(&lab, "table"), "ALARM", "{treatment}");
        lab.pass_secs(3_600);
        assert_eq!(
            state_of(&lab, "table"),
            "ALARM",
            "{treatment}: nothing is told any more"
        );
        let shown = super::alarm(&lab).treat_missing_data;
        assert_eq!(shown.as_deref(), Some(treatment));
    }
}

/// Writes an item to a new table.
fn write(lab: &mut Lab) {
    let table = r#"{"TableName": "Orders", "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": [{"AttributeName": "who", "AttributeType": "S"}],
        "KeySchema": [{"AttributeName": "who", "KeyType": "HASH"}]}"#;
    super::say(lab, "dynamodb", "CreateTable", table);
    lab.pass_secs(11);
    let item = r#"{"TableName": "Orders", "Item": {"who": {"S": "ana"}}}"#;
    super::say(lab, "dynamodb", "PutItem", item);
}

#[test]
fn history_tells_everything_and_outlives_the_alarm() {
    let mut lab = Lab::new();
    orders_alarm(&mut lab, "orders", r#", "Tags": [{"Key": "team", "Value": "a"}]"#);
    let set = r#"{"AlarmName": "orders", "StateValue": "ALARM", "StateReason": "a test",
        "StateReasonData": "{\"recentDatapoints\":[99.5]}"}"#;
    watch(&mut lab, "SetAlarmState", set);
    watch(
        &mut lab,
        "DeleteAlarms",
        r#"{"AlarmNames": ["orders", "nothing"]}"#,
    );
    let history = watch(
        &mut lab,
        "DescribeAlarmHistory",
        r#"{"AlarmName": "orders", "ScanBy": "TimestampAscending"}"#,
    );
    let told: Vec<usize> = [
        r#"Alarm \"orders\" created"#,
        "Alarm updated from INSUFFICIENT_DATA to ALARM",
        r#"Alarm \"orders\" deleted"#,
    ]
    .into_iter()
    .filter_map(|text| history.find(text))
    .collect();
    assert!(told.len() == 3 && told.is_sorted(), "{history}");
    assert!(history.contains(r#"\"newState\":{\"stateValue\":\"ALARM\",\"stateReason\":\"a test\",\"stateReasonData\":{\"recentDatapoints\":[99.5]}}"#), "{history}");
    let page = watch(&mut lab, "DescribeAlarmHistory", r#"{"MaxRecords": 2}"#);
    assert!(page.ends_with(r#""NextToken":"2"}"#), "{page}");
}

#[test]
fn alarms_bear_labels() {
    let mut lab = Lab::new();
    orders_alarm(&mut lab, "orders", r#", "Tags": [{"Key": "team", "Value": "a"}]"#);
    let arn = "arn:aws:cloudwatch:us-east-2:123456789012:alarm:orders";
    watch(
        &mut lab,
        "TagResource",
        &format!(r#"{{"ResourceARN": "{arn}", "Tags": [{{"Key": "n", "Value": "1"}}]}}"#),
    );
    watch(
        &mut lab,
        "UntagResource",
        &format!(r#"{{"ResourceARN": "{arn}", "TagKeys": ["team"]}}"#),
    );
    let tags = watch(
        &mut lab,
        "ListTagsForResource",
        &format!(r#"{{"ResourceARN": "{arn}"}}"#),
    );
    assert_eq!(tags, r#"{"Tags":[{"Key":"n","Value":"1"}]}"#);
}

#[test]
fn alarms_can_be_told_apart_by_what_they_do_and_how_they_are() {
    let mut lab = Lab::new();
    for name in ["a1", "a2", "b1"] {
        orders_alarm(
            &mut lab,
            name,
            r#", "AlarmActions": ["arn:aws:sns:us-east-2:123456789012:team"]"#,
        );
    }
    let count = |lab: &mut Lab, request: &str| {
        watch(lab, "DescribeAlarms", request)
            .matches("\"AlarmName\"")
            .count()
    };
    assert_eq!(count(&mut lab, r#"{"AlarmNamePrefix": "a"}"#), 2);
    assert_eq!(count(&mut lab, r#"{"AlarmNames": ["b1", "c"]}"#), 1);
    assert_eq!(count(&mut lab, r#"{"ActionPrefix": "arn:aws:sns"}"#), 3);
    assert_eq!(count(&mut lab, r#"{"ActionPrefix": "arn:aws:automate"}"#), 0);
    assert_eq!(count(&mut lab, r#"{"StateValue": "OK"}"#), 0);
    assert_eq!(count(&mut lab, r#"{"MaxRecords": 2}"#), 2);
    assert_eq!(count(&mut lab, r#"{"MaxRecords": 2, "NextToken": "2"}"#), 1);
    let upon = r#"{"Namespace": "Shop", "MetricName": "Orders", "Statistic": "Sum", "Period": 60}"#;
    assert_eq!(
        watch(&mut lab, "DescribeAlarmsForMetric", upon)
            .matches("\"AlarmName\"")
            .count(),
        3
    );
    let upon = r#"{"Namespace": "Shop", "MetricName": "Orders", "Period": 300}"#;
    assert_eq!(
        watch(&mut lab, "DescribeAlarmsForMetric", upon)
            .matches("\"AlarmName\"")
            .count(),
        0
    );
}

#[test]
fn an_alarm_costs_one_event_a_minute_and_nothing_between() {
    let mut lab = Lab::new();
    orders_alarm(&mut lab, "one", "");
    lab.pass_secs(600);
    let count = |lab: &mut Lab| {
        let before = lab.cloud().events_happened();
        lab.pass_secs(3_600);
        lab.cloud().events_happened() - before
    };
    let with_one = count(&mut lab);
    orders_alarm(&mut lab, "two", "");
    lab.pass_secs(600);
    assert_eq!(count(&mut lab) - with_one, 60);
}
