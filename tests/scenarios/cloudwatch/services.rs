//! What services tell of themselves: instances under basic monitoring, tables, buckets.

use cloud::app::{AppModel, DependencyCall};
use cloud::cloudwatch::{MetricName, Metrics};
use cloud::ec2::InstanceIndex;
use cloud::lab::Lab;
use cloud::{Seed, World};

use super::watch;

fn metrics(lab: &Lab) -> &Metrics {
    &lab.cloud().cloudwatch.metrics
}

/// A metric of DynamoDB, of an operation on the directory's table.
fn of_operation(name: &str, operation: &str) -> MetricName {
    let dimensions = [("TableName", "Employees"), ("Operation", operation)];
    MetricName::new("AWS/DynamoDB", name, &dimensions)
}

/// What came together from the beginning of the world until now.
fn sum(lab: &Lab, name: &MetricName) -> Option<f64> {
    let minutes = lab.simulation.now().as_secs() / 60;
    let periods = (0..minutes).filter_map(|minute| metrics(lab).period(name, minute * 60, 60));
    periods.map(|values| values.sum).reduce(|all, one| all + one)
}

fn cpu(lab: &Lab, instance: InstanceIndex) -> MetricName {
    MetricName::new("AWS/EC2", "CPUUtilization", &[("InstanceId", &lab.id(instance))])
}

#[test]
fn five_minutes_of_basic_monitoring_know_their_percentiles() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    lab.traffic(5.0);
    lab.pass_secs(600 - 60);
    lab.traffic(60.0);
    lab.pass_secs(120);
    lab.traffic(20.0);
    lab.pass_secs(200);
    let name = cpu(&lab, instance);
    let of = |stat: &str| metrics(&lab).statistic(&name, 600, 300, stat);
    let (minimum, samples) = of("Minimum").expect("five minutes are over");
    assert_eq!(samples, 5.0);
    let maximum = of("Maximum").expect("they are").0;
    assert_eq!(of("p0"), Some((minimum, 5.0)));
    assert_eq!(of("p100"), Some((maximum, 5.0)));
    let [p50, p90] = ["p50", "p90"].map(|stat| of(stat).expect("it is known").0);
    assert!(
        minimum < p50 && p50 < p90 && p90 == maximum,
        "{minimum} {p50} {p90}"
    );
    assert!(maximum > 2.0 * p50, "two busy minutes of five: {maximum} {p50}");
    let shown = watch(
        &mut lab,
        "GetMetricStatistics",
        r#"{"Namespace": "AWS/EC2", "MetricName": "CPUUtilization", "Period": 300, "ExtendedStatistics": ["p90"],
            "Dimensions": [{"Name": "InstanceId", "Value": "{id:0}"}],
            "StartTime": "2026-11-02T10:10:00Z", "EndTime": "2026-11-02T10:15:00Z"}"#,
    );
    assert!(shown.contains(r#""ExtendedStatistics":{"p90":"#), "{shown}");
}

#[test]
fn an_alarm_on_a_percentile_sees_basic_monitoring() {
    let mut lab = Lab::new();
    lab.serving(1);
    let alarm = r#"{"AlarmName": "busy", "Namespace": "AWS/EC2", "MetricName": "CPUUtilization",
        "ExtendedStatistic": "p90", "Period": 300, "EvaluationPeriods": 1, "Threshold": 30,
        "ComparisonOperator": "GreaterThanThreshold", "Dimensions": [{"Name": "InstanceId", "Value": "{id:0}"}]}"#;
    watch(&mut lab, "PutMetricAlarm", alarm);
    lab.traffic(80.0);
    lab.pass_secs(660);
    let (_, alarm) = lab.cloud().cloudwatch.alarms().next().expect("it was made");
    assert_eq!(alarm.state.name(), "ALARM");
}

#[test]
fn requests_to_a_table_that_is_not_there_are_user_errors_of_the_account() {
    let mut lab = Lab::new();
    lab.serving(1);
    lab.call("dynamodb", "DeleteTable", r#"{"TableName": "Employees"}"#)
        .expect("it may go");
    lab.pass_secs(60);
    let before = lab.cloud().truth.sent;
    lab.call("sandbox", "Request", r#"{"Route": "list", "Count": 3}"#)
        .expect("they may ask");
    lab.pass_secs(120);
    let asked = (lab.cloud().truth.sent - before) as f64;
    let name = MetricName::new("AWS/DynamoDB", "UserErrors", &[]);
    assert!(asked >= 3.0);
    assert_eq!(sum(&lab, &name), Some(asked), "a retry is one more");
}

#[test]
fn an_app_without_a_role_makes_user_errors_of_dynamodb_alone() {
    let mut lab = Lab::strict(World::new(Seed(1)));
    lab.serving(1);
    for route in ["view", "photo"] {
        lab.call(
            "sandbox",
            "Request",
            &format!(r#"{{"Route": "{route}", "Count": 1}}"#),
        )
        .expect("they may ask");
    }
    lab.pass_secs(120);
    let views = lab.cloud().records.iter();
    let views = views
        .filter(|record| record.route == cloud::app::Route::View)
        .count();
    let name = MetricName::new("AWS/DynamoDB", "UserErrors", &[]);
    assert_eq!(sum(&lab, &name), Some(views as f64));
}

#[test]
fn what_dynamodb_itself_fails_is_a_system_error_as_often_as_the_sdk_tries() {
    let mut app = AppModel::EMPLOYEE_DIRECTORY;
    let fails = |call: &mut Option<DependencyCall>| {
        if let Some(call) = call {
            call.failures_per_million = 1_000_000;
        }
    };
    fails(&mut app.routes[1].calls[0]);
    app.retries_max = 0;
    let world = World {
        app,
        ..World::new(Seed(1))
    };
    let mut lab = Lab::of(world);
    lab.serving(1);
    lab.call("sandbox", "Request", r#"{"Route": "view", "Count": 2}"#)
        .expect("they may ask");
    lab.pass_secs(120);
    let views = lab.cloud().records.iter();
    let views = views
        .filter(|record| record.route == cloud::app::Route::View)
        .count();
    assert_eq!(
        sum(&lab, &of_operation("SystemErrors", "GetItem")),
        Some(4.0 * views as f64)
    );
    assert_eq!(sum(&lab, &of_operation("SystemErrors", "Scan")), None);
}

#[test]
fn throttled_requests_are_told_by_operation() {
    let mut lab = Lab::new();
    lab.serving(1);
    let narrow = r#"{"TableName": "Employees", "BillingMode": "PROVISIONED",
        "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}}"#;
    lab.call("dynamodb", "UpdateTable", narrow)
        .expect("it may change");
    lab.traffic(20.0);
    lab.pass_secs(300);
    let total = |name| {
        sum(
            &lab,
            &MetricName::new("AWS/DynamoDB", name, &[("TableName", "Employees")]),
        )
    };
    let by_operation = ["Scan", "GetItem"].map(|name| sum(&lab, &of_operation("ThrottledRequests", name)));
    let by_operation: f64 = by_operation.into_iter().flatten().sum();
    assert!(by_operation > 100.0, "{by_operation}");
    assert_eq!(total("ReadThrottleEvents"), Some(by_operation));
}

#[test]
fn a_bucket_tells_its_size_once_a_day() {
    let mut lab = Lab::new();
    lab.launch(1, 'a');
    lab.pass_secs(86_400 - 1);
    let of = |name: &str, storage: &str| {
        let dimensions = [
            ("BucketName", "employee-photo-bucket-fl-907"),
            ("StorageType", storage),
        ];
        MetricName::new("AWS/S3", name, &dimensions)
    };
    let (objects, bytes) = (
        of("NumberOfObjects", "AllStorageTypes"),
        of("BucketSizeBytes", "StandardStorage"),
    );
    assert_eq!(
        metrics(&lab).period(&objects, 0, 86_400),
        None,
        "the day is not over"
    );
    lab.pass_secs(1);
    let day = |name| {
        metrics(&lab)
            .period(name, 0, 86_400)
            .map(|values| (values.count, values.sum))
    };
    assert_eq!(day(&objects), Some((1.0, 24.0)));
    assert_eq!(day(&bytes), Some((1.0, 24.0 * 9_216.0)));
}
