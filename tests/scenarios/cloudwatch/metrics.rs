//! What is told of one's own metrics, and what can be asked of them.

use cloud::lab::Lab;

use super::{pass_to, tell, watch};
use api::cloudwatch as shape;

const HOUR: &str = r#""StartTime": "2026-11-02T10:00:00Z", "EndTime": "2026-11-02T11:00:00Z""#;

fn statistics(lab: &mut Lab, more: &str) -> String {
    let request = format!(r#"{{"Namespace": "Shop", "MetricName": "Orders", {HOUR}, {more}}}"#);
    watch(lab, "GetMetricStatistics", &request)
}

fn data(lab: &mut Lab, queries: &str, more: &str) -> String {
    let request = format!(r#"{{"MetricDataQueries": [{queries}], {HOUR}{more}}}"#);
    watch(lab, "GetMetricData", &request)
}

fn stat(id: &str, name: &str, returned: bool) -> String {
    format!(
        r#"{{"Id": "{id}", "ReturnData": {returned}, "MetricStat": {{"Metric": {{"Namespace": "Shop",
            "MetricName": "{name}"}}, "Period": 60, "Stat": "Sum"}}}}"#
    )
}

#[test]
fn values_and_counts_are_known_by_their_percentiles() {
    let mut lab = Lab::new();
    watch(
        &mut lab,
        "PutMetricData",
        r#"{"Namespace": "Shop", "MetricData": [{"MetricName": "Orders", "Unit": "Count",
            "Values": [1, 2, 3, 4, 100], "Counts": [10, 20, 30, 30, 10]}]}"#,
    );
    pass_to(&mut lab, 70);
    assert_eq!(
        statistics(
            &mut lab,
            r#""Period": 60, "Statistics": ["SampleCount", "Maximum"], "ExtendedStatistics": ["p50", "p95", "tm90"]"#
        ),
        r#"{"Label":"Orders","Datapoints":[{"Timestamp":"2026-11-02T10:00:00+00:00","SampleCount":100.0,"Maximum":100.0,"Unit":"Count","ExtendedStatistics":{"p50":3.0,"p95":100.0,"tm90":2.888888888888889}}]}"#
    );
    let other = statistics(
        &mut lab,
        r#""Period": 60, "Statistics": ["Sum"], "Unit": "Bytes""#,
    );
    assert_eq!(
        other, r#"{"Label":"Orders","Datapoints":[]}"#,
        "no value has this unit"
    );
}

#[test]
fn summed_up_values_have_no_percentiles_unless_they_are_all_the_same() {
    let mut lab = Lab::new();
    let set = |minimum: u32| {
        format!(
            r#"{{"Namespace": "Shop", "MetricData": [{{"MetricName": "Orders", "StatisticValues":
                {{"SampleCount": 2, "Sum": 10, "Minimum": {minimum}, "Maximum": 5}}}}]}}"#
        )
    };
    let ask = r#""Period": 60, "ExtendedStatistics": ["p90"]"#;
    watch(&mut lab, "PutMetricData", &set(3));
    pass_to(&mut lab, 70);
    assert_eq!(statistics(&mut lab, ask), r#"{"Label":"Orders","Datapoints":[]}"#);
    watch(&mut lab, "PutMetricData", &set(5));
    pass_to(&mut lab, 130);
    assert!(statistics(&mut lab, ask).contains(r#""ExtendedStatistics":{"p90":5.0}"#));
}

#[test]
fn high_resolution_is_kept_by_the_second_for_three_hours() {
    let mut lab = Lab::new();
    for second in 0..3 {
        let request = format!(
            r#"{{"Namespace": "Shop", "MetricData": [{{"MetricName": "Orders", "Value": 2, "StorageResolution": 1,
                "Timestamp": "2026-11-02T10:00:{:02}Z"}}]}}"#,
            second * 10
        );
        watch(&mut lab, "PutMetricData", &request);
    }
    pass_to(&mut lab, 90);
    let points = |lab: &mut Lab, period: u32| {
        let answer = statistics(lab, &format!(r#""Period": {period}, "Statistics": ["Sum"]"#));
        answer.matches("\"Sum\"").count()
    };
    assert_eq!(points(&mut lab, 10), 3);
    assert_eq!(points(&mut lab, 60), 1);
    lab.pass_secs(3 * 3_600 + 60);
    lab.pass_secs(86_400);
    assert_eq!(points(&mut lab, 10), 0);
    assert_eq!(points(&mut lab, 60), 1);
}

#[test]
fn metrics_are_listed_while_they_have_values() {
    let mut lab = Lab::new();
    tell(&mut lab, 1.0);
    let listed = |lab: &Lab, recently: bool| {
        let answer = lab.look(shape::ListMetricsInput {
            namespace: Some("Shop".to_owned()),
            recently_active: recently.then(|| "PT3H".to_owned()),
            ..Default::default()
        });
        answer.metrics.len()
    };
    assert_eq!([listed(&lab, true), listed(&lab, false)], [1, 1]);
    lab.pass_secs(4 * 3_600);
    assert_eq!([listed(&lab, true), listed(&lab, false)], [0, 1]);
    lab.pass_secs(14 * 86_400);
    assert_eq!(listed(&lab, false), 0);
}

#[test]
fn expressions_are_answered_period_by_period() {
    let mut lab = Lab::new();
    for (orders, errors) in [(10, 1), (20, 5)] {
        let request = format!(
            r#"{{"Namespace": "Shop", "MetricData": [{{"MetricName": "Orders", "Value": {orders}}},
                {{"MetricName": "Errors", "Value": {errors}}}]}}"#
        );
        watch(&mut lab, "PutMetricData", &request);
        lab.pass_secs(60);
    }
    lab.pass_secs(10);
    let queries = format!(
        r#"{}, {}, {{"Id": "rate", "Expression": "errors / orders * 100", "Label": "Error rate"}},
           {{"Id": "all", "Expression": "SUM(METRICS())"}}"#,
        stat("orders", "Orders", true),
        stat("errors", "Errors", false)
    );
    assert_eq!(
        data(&mut lab, &queries, r#", "ScanBy": "TimestampAscending""#),
        concat!(
            r#"{"MetricDataResults":[{"Id":"orders","Label":"Orders","Timestamps":["2026-11-02T10:00:00+00:00","2026-11-02T10:01:00+00:00"],"Values":[10.0,20.0],"StatusCode":"Complete"},"#,
            r#"{"Id":"rate","Label":"Error rate","Timestamps":["2026-11-02T10:00:00+00:00","2026-11-02T10:01:00+00:00"],"Values":[10.0,25.0],"StatusCode":"Complete"},"#,
            r#"{"Id":"all","Label":"all","Timestamps":["2026-11-02T10:00:00+00:00","2026-11-02T10:01:00+00:00"],"Values":[11.0,25.0],"StatusCode":"Complete"}]}"#,
        )
    );
    let first = data(
        &mut lab,
        &stat("orders", "Orders", true),
        r#", "MaxDatapoints": 1"#,
    );
    assert!(
        first.contains(r#""Values":[20.0],"StatusCode":"PartialData""#),
        "newest first: {first}"
    );
    assert!(first.ends_with(r#""NextToken":"1"}"#), "{first}");
    let next = data(
        &mut lab,
        &stat("orders", "Orders", true),
        r#", "MaxDatapoints": 1, "NextToken": "1""#,
    );
    assert!(
        next.contains(r#""Values":[10.0],"StatusCode":"Complete""#),
        "{next}"
    );
}

#[test]
fn what_is_missing_can_be_filled() {
    let mut lab = Lab::new();
    tell(&mut lab, 7.0);
    lab.pass_secs(120);
    tell(&mut lab, 9.0);
    lab.pass_secs(70);
    let answer = |lab: &mut Lab, expression: &str| {
        let query = format!(
            r#"{}, {{"Id": "e", "Expression": "{expression}"}}"#,
            stat("m", "Orders", false)
        );
        let answer = data(lab, &query, r#", "ScanBy": "TimestampAscending""#);
        let (_, after) = answer.split_once(r#""Values":["#).expect("it has values");
        after.split(']').next().unwrap_or_default().to_owned()
    };
    assert_eq!(answer(&mut lab, "m"), "7.0,9.0");
    assert_eq!(answer(&mut lab, "FILL(m, 0)"), "7.0,0.0,9.0");
    assert_eq!(answer(&mut lab, "FILL(m, REPEAT)"), "7.0,7.0,9.0");
    assert_eq!(answer(&mut lab, "IF(FILL(m, 0) > 5, 1, 0)"), "1.0,0.0,1.0");
    assert_eq!(answer(&mut lab, "m * PERIOD(m) - AVG(m)"), "412.0,532.0");
}

#[test]
fn memory_of_metrics_stays_bounded_over_months() {
    let mut lab = Lab::new();
    tell(&mut lab, 1.0);
    lab.pass_secs(500 * 86_400);
    let name = cloud::cloudwatch::MetricName::new("Shop", "Orders", &[]);
    assert_eq!(lab.cloud().cloudwatch.metrics.period(&name, 0, 3_600), None);
}
