//! What tables, buckets, experiments and metrics of one's own are charged.

use cloud::bill::{Item, Money, Resource};
use cloud::dynamodb::{TableIndex, TableStatus};
use cloud::lab::Lab;
use cloud::s3::BucketIndex;

use super::{charged, line, words};

fn call(lab: &mut Lab, service: &str, operation: &str, request: &str) {
    let answer = lab.call(service, operation, request);
    answer.unwrap_or_else(|error| panic!("{operation} was refused: {error}"));
}

fn until_active(lab: &mut Lab, table: TableIndex) {
    while lab.cloud().dynamodb.get(table).status != TableStatus::Active {
        lab.pass_secs(1);
    }
}

/// A table `Orders` of this capacity, ready.
fn orders(lab: &mut Lab, billing: &str) -> TableIndex {
    let request = format!(
        r#"{{"TableName": "Orders", {billing},
            "AttributeDefinitions": [{{"AttributeName": "who", "AttributeType": "S"}}],
            "KeySchema": [{{"AttributeName": "who", "KeyType": "HASH"}}]}}"#
    );
    call(lab, "dynamodb", "CreateTable", &request);
    let table = lab.cloud().dynamodb.table_named("Orders").expect("it was made");
    until_active(lab, table);
    table
}

const ON_DEMAND: &str = r#""BillingMode": "PAY_PER_REQUEST""#;

fn provisioned(read: u64, write: u64) -> String {
    format!(r#""ProvisionedThroughput": {{"ReadCapacityUnits": {read}, "WriteCapacityUnits": {write}}}"#)
}

/// Writes an item of about so many bytes.
fn write(lab: &mut Lab, bytes: usize) {
    let note = "x".repeat(bytes - 20);
    let item =
        format!(r#"{{"TableName": "Orders", "Item": {{"who": {{"S": "ana"}}, "note": {{"S": "{note}"}}}}}}"#);
    call(lab, "dynamodb", "PutItem", &item);
}

fn bucket(lab: &Lab, name: &str) -> BucketIndex {
    lab.cloud().s3.bucket_named(name).expect("it is there")
}

/// Of the table's capacity: what an hour of reads and of writes costs.
fn hourly(lab: &Lab, table: TableIndex) -> [u64; 2] {
    let items = [Item::ReadCapacity(table), Item::WriteCapacity(table)];
    items.map(|item| line(lab, item).rate.per_hour().nano_dollars())
}

#[test]
fn provisioned_capacity_is_paid_for_used_or_not_and_at_its_new_size_once_the_table_is_updated() {
    let mut lab = Lab::new();
    let table = orders(&mut lab, &provisioned(10, 5));
    let reads = Item::ReadCapacity(table);
    lab.pass_secs(3_600);
    assert_eq!(words(&lab, reads), "10 RCU-hours at $0.00013");
    assert_eq!(words(&lab, Item::WriteCapacity(table)), "5 WCU-hours at $0.00065");
    assert_eq!(hourly(&lab, table), [1_300_000, 3_250_000]);
    let update = format!(r#"{{"TableName": "Orders", {}}}"#, provisioned(20, 1));
    call(&mut lab, "dynamodb", "UpdateTable", &update);
    assert_eq!(
        hourly(&lab, table),
        [1_300_000, 3_250_000],
        "not before it is done"
    );
    until_active(&mut lab, table);
    assert_eq!(hourly(&lab, table), [2_600_000, 650_000]);
    let before = charged(&lab, reads);
    lab.pass_secs(3_600);
    assert_eq!(
        charged(&lab, reads).less(before),
        Money::from_micro_dollars(2_600)
    );
    call(&mut lab, "dynamodb", "DeleteTable", r#"{"TableName": "Orders"}"#);
    let before = lab.cloud().charged();
    lab.pass_secs(600);
    assert_eq!(hourly(&lab, table), [0, 0]);
    assert_eq!(lab.cloud().charged(), before, "a deleted table costs nothing");
}

#[test]
fn a_table_on_demand_is_paid_for_by_the_request_unit() {
    let mut lab = Lab::new();
    let table = orders(&mut lab, ON_DEMAND);
    lab.pass_secs(3_600);
    let cost = lab.cloud().cost_of(Resource::Table(table));
    assert!(cost.lines.is_empty(), "nothing is stored, nothing was asked");
    (0..3).for_each(|_| write(&mut lab, 1_500));
    lab.pass_secs(60);
    let writes = Item::WriteRequests(table);
    assert_eq!(words(&lab, writes), "6 write request units at $0.625 per 1000000");
    assert_eq!(charged(&lab, writes).nano_dollars(), 6 * 625);
}

#[test]
fn what_was_asked_before_a_table_is_provisioned_stays_on_the_bill_and_what_is_asked_after_is_not() {
    let mut lab = Lab::new();
    let table = orders(&mut lab, ON_DEMAND);
    write(&mut lab, 900);
    let update = format!(
        r#"{{"TableName": "Orders", "BillingMode": "PROVISIONED", {}}}"#,
        provisioned(5, 5)
    );
    call(&mut lab, "dynamodb", "UpdateTable", &update);
    write(&mut lab, 900);
    until_active(&mut lab, table);
    assert_eq!(
        words(&lab, Item::WriteRequests(table)),
        "2 write request units at $0.625 per 1000000"
    );
    write(&mut lab, 900);
    lab.pass_secs(120);
    assert_eq!(charged(&lab, Item::WriteRequests(table)).nano_dollars(), 2 * 625);
    assert!(charged(&lab, Item::WriteCapacity(table)) > Money::ZERO);
}

#[test]
fn the_apps_reads_and_writes_are_on_the_bill_of_its_table_and_bucket() {
    let mut lab = Lab::new();
    lab.serving(1);
    let table = lab
        .cloud()
        .dynamodb
        .table_named("Employees")
        .expect("the directory's");
    let photos = bucket(&lab, "employee-photo-bucket-fl-907");
    let count = |route: &str, n: u32, lab: &mut Lab| {
        call(
            lab,
            "sandbox",
            "Request",
            &format!(r#"{{"Route": "{route}", "Count": {n}}}"#),
        );
        lab.pass_secs(11);
    };
    count("list", 3, &mut lab);
    count("view", 1, &mut lab);
    count("add", 2, &mut lab);
    count("photo", 4, &mut lab);
    lab.pass_secs(60);
    // A list scans 8 KB, a view reads one item: 1 and a half unit, eventually consistent.
    assert_eq!(
        words(&lab, Item::ReadRequests(table)),
        "3.5 read request units at $0.125 per 1000000"
    );
    assert_eq!(
        words(&lab, Item::WriteRequests(table)),
        "2 write request units at $0.625 per 1000000"
    );
    assert_eq!(
        words(&lab, Item::BucketReads(photos)),
        "4 requests at $0.0004 per 1000"
    );
    assert_eq!(
        words(&lab, Item::BucketWrites(photos)),
        "2 requests at $0.005 per 1000"
    );
}

#[test]
fn what_is_stored_is_found_every_hour() {
    let mut lab = Lab::new();
    let here = r#""Bucket": "reports-fl-1""#;
    let location = r#""CreateBucketConfiguration": {"LocationConstraint": "us-east-2"}"#;
    call(
        &mut lab,
        "s3api",
        "CreateBucket",
        &format!("{{{here}, {location}}}"),
    );
    let reports = bucket(&lab, "reports-fl-1");
    let body = api::encode_base64(&[0; 64 * 1_024]);
    for key in 0..16 {
        let put = format!(r#"{{{here}, "Key": "{key}", "Body": "{body}"}}"#);
        call(&mut lab, "s3api", "PutObject", &put);
    }
    lab.pass_secs(60);
    assert_eq!(
        words(&lab, Item::BucketWrites(reports)),
        "17 requests at $0.005 per 1000",
        "the bucket itself is one"
    );
    assert_eq!(charged(&lab, Item::BucketStorage(reports)), Money::ZERO);
    lab.pass_secs(730 * 3_600);
    assert_eq!(
        words(&lab, Item::BucketStorage(reports)),
        "0.000976 GB-months at $0.023",
        "one of 1,024 MB"
    );
    let stored = line(&lab, Item::BucketStorage(reports));
    let per_month = stored.per_hour().per_month().dollars();
    assert!((per_month - 0.023 / 1_024.0).abs() < 1e-6, "{per_month}");
}

#[test]
fn an_action_is_paid_for_by_the_minute_and_one_that_has_begun_counts_whole() {
    let mut lab = Lab::new();
    let template = r#"{"clientToken": "one", "description": "a pause", "roleArn": "arn:aws:iam::123456789012:role/fis",
        "stopConditions": [{"source": "none"}],
        "actions": {"one": {"actionId": "aws:fis:wait", "parameters": {"duration": "PT2M"}},
            "two": {"actionId": "aws:fis:wait", "parameters": {"duration": "PT3M"}, "startAfter": ["one"]}}}"#;
    let made = lab
        .call("fis", "CreateExperimentTemplate", template)
        .expect("it is right");
    let made = api::json::compact(api::Value::Shape(made.shape().expect("an answer")));
    let at = made.find("EXT").expect("it has an id");
    let start = format!(
        r#"{{"clientToken": "two", "experimentTemplateId": "{}"}}"#,
        &made[at..at + 17]
    );
    call(&mut lab, "fis", "StartExperiment", &start);
    assert_eq!(lab.cloud().charged(), Money::ZERO, "nothing is done yet");
    lab.pass_secs(62);
    assert_eq!(
        lab.cloud().hourly_rate().to_owned().per_hour(),
        Money::from_micro_dollars(6_000_000)
    );
    let lines = |lab: &Lab| {
        let lines = lab.cloud().bill.lines(lab.simulation.now());
        let actions = lines.filter(|line| matches!(line.item, Item::FaultAction(..)));
        actions
            .map(|line| format!("{} at {}", line.quantity, line.price))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        lines(&lab),
        ["2 action-minutes at $0.10"],
        "the second minute has begun"
    );
    lab.pass_secs(600);
    let charged = lab.cloud().charged().dollars();
    assert!((0.5..=0.7).contains(&charged), "two and three minutes: {charged}");
    assert_eq!(lab.cloud().hourly_rate().per_hour(), Money::ZERO);
}

#[test]
fn metrics_of_ones_own_are_paid_for_in_the_hours_in_which_they_are_told() {
    let mut lab = Lab::new();
    let put = r#"{"Namespace": "Shop", "MetricData": [{"MetricName": "Orders", "Value": 1},
        {"MetricName": "Errors", "Value": 0}]}"#;
    for _ in 0..73 {
        call(&mut lab, "cloudwatch", "PutMetricData", put);
        lab.pass_secs(3_600);
    }
    lab.pass_secs(20 * 3_600);
    assert_eq!(words(&lab, Item::CustomMetrics), "0.2 metric-months at $0.30");
    assert_eq!(
        charged(&lab, Item::CustomMetrics),
        Money::from_micro_dollars(60_000)
    );
}
