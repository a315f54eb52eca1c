//! Tables: items, capacity, consistency.

use api::dynamodb as shape;
use cloud::lab::Lab;

/// The answer of a call, as one line of JSON.
fn ask(lab: &mut Lab, operation: &str, request: &str) -> String {
    let answer = lab.call("dynamodb", operation, request);
    let output = answer.unwrap_or_else(|error| panic!("{operation} {request} was refused: {error}"));
    let line = |shape| api::json::compact(api::Value::Shape(shape));
    output.shape().map(line).unwrap_or_default()
}

fn refusal(lab: &mut Lab, operation: &str, request: &str) -> String {
    let answer = lab.call("dynamodb", operation, request);
    answer.expect_err("it is refused").to_string()
}

fn table(lab: &Lab, name: &str) -> shape::TableDescription {
    let input = shape::DescribeTableInput {
        table_name: Some(name.to_owned()),
    };
    lab.look(input).table.expect("it is there")
}

/// A table `Orders` with a sort key, of this capacity, ready.
fn orders(lab: &mut Lab, billing: &str) {
    let request = format!(
        r#"{{"TableName": "Orders", {billing},
            "AttributeDefinitions": [{{"AttributeName": "who", "AttributeType": "S"}},
                {{"AttributeName": "at", "AttributeType": "N"}}],
            "KeySchema": [{{"AttributeName": "who", "KeyType": "HASH"}}, {{"AttributeName": "at", "KeyType": "RANGE"}}]}}"#
    );
    ask(lab, "CreateTable", &request);
    lab.pass_secs(11);
}

const ONE_EACH: &str = r#""ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}"#;
const ON_DEMAND: &str = r#""BillingMode": "PAY_PER_REQUEST""#;

fn order(who: &str, at: u32, more: &str) -> String {
    format!(r#"{{"TableName": "Orders", "Item": {{"who": {{"S": "{who}"}}, "at": {{"N": "{at}"}}{more}}}}}"#)
}

#[test]
fn the_directory_has_its_table_from_the_beginning() {
    let mut lab = Lab::new();
    let names = ask(&mut lab, "ListTables", "{}");
    assert_eq!(names, r#"{"TableNames":["Employees"]}"#);
    let employees = table(&lab, "Employees");
    assert_eq!(employees.table_status.as_deref(), Some("ACTIVE"));
    assert_eq!(employees.item_count, Some(24));
    let page = ask(
        &mut lab,
        "Scan",
        r#"{"TableName": "Employees", "Limit": 1, "ProjectionExpression": "full_name, badges", "ReturnConsumedCapacity": "TOTAL"}"#,
    );
    assert!(
        page.contains("full_name") && !page.contains("job_title"),
        "{page}"
    );
    assert!(
        page.contains(r#""Count":1,"ScannedCount":1,"LastEvaluatedKey":{"id""#),
        "{page}"
    );
    assert!(
        page.ends_with(r#""ConsumedCapacity":{"TableName":"Employees","CapacityUnits":0.5}}"#),
        "{page}"
    );
}

#[test]
fn a_table_is_made_in_seconds_and_gone_in_seconds() {
    let mut lab = Lab::new();
    orders(&mut lab, ONE_EACH);
    let made = table(&lab, "Orders");
    assert_eq!(made.table_status.as_deref(), Some("ACTIVE"));
    assert_eq!(
        made.table_arn.as_deref(),
        Some("arn:aws:dynamodb:us-east-2:123456789012:table/Orders")
    );
    let tag = r#"{"ResourceArn": "arn:aws:dynamodb:us-east-2:123456789012:table/Orders",
        "Tags": [{"Key": "team", "Value": "web"}]}"#;
    ask(&mut lab, "TagResource", tag);
    let tags = ask(
        &mut lab,
        "ListTagsOfResource",
        r#"{"ResourceArn": "arn:aws:dynamodb:us-east-2:123456789012:table/Orders"}"#,
    );
    assert_eq!(tags, r#"{"Tags":[{"Key":"team","Value":"web"}]}"#);
    assert!(ask(&mut lab, "DescribeLimits", "{}").contains(r#""TableMaxReadCapacityUnits":40000"#));
    let answer = ask(&mut lab, "DeleteTable", r#"{"TableName": "Orders"}"#);
    assert!(answer.contains("DELETING"), "{answer}");
    lab.pass_secs(10);
    assert_eq!(
        refusal(&mut lab, "DescribeTable", r#"{"TableName": "Orders"}"#),
        "(ResourceNotFoundException) Requested resource not found: Table: Orders not found"
    );
}

/// Scenario 24 of the facts on EC2 and CloudWatch.
#[test]
fn provisioned_capacity_throttles_and_on_demand_does_not() {
    let mut lab = Lab::new();
    orders(&mut lab, ONE_EACH);
    let kilobyte = format!(r#", "note": {{"S": "{}"}}"#, "x".repeat(900));
    let write = |at: u32| order("ana", at, &kilobyte);
    let mut burst = 0;
    while lab.call("dynamodb", "PutItem", &write(burst)).is_ok() {
        burst += 1;
    }
    assert!((4..=12).contains(&burst), "what was unused is kept: {burst}");
    lab.pass_secs(1);
    ask(&mut lab, "PutItem", &write(1_000));
    for at in 1_001..1_005 {
        let error = lab
            .call("dynamodb", "PutItem", &write(at))
            .expect_err("it is throttled");
        assert_eq!(error.code, "ProvisionedThroughputExceededException");
        assert_eq!(error.http_status(), 400);
    }
    ask(
        &mut lab,
        "UpdateTable",
        r#"{"TableName": "Orders", "BillingMode": "PAY_PER_REQUEST"}"#,
    );
    assert_eq!(table(&lab, "Orders").table_status.as_deref(), Some("UPDATING"));
    lab.pass_secs(31);
    for at in 2_000..2_005 {
        ask(&mut lab, "PutItem", &write(at));
    }
}

/// Scenario 24 of the facts on EC2 and CloudWatch.
#[test]
fn an_eventually_consistent_read_may_miss_a_write_for_a_second() {
    let mut lab = Lab::new();
    orders(&mut lab, ON_DEMAND);
    ask(&mut lab, "PutItem", &order("ana", 1, r#", "note": {"S": "new"}"#));
    let get = |more: &str| {
        format!(r#"{{"TableName": "Orders", "Key": {{"who": {{"S": "ana"}}, "at": {{"N": "1.0"}}}}{more}}}"#)
    };
    assert_eq!(ask(&mut lab, "GetItem", &get("")), "{}");
    let strong = ask(&mut lab, "GetItem", &get(r#", "ConsistentRead": true"#));
    assert!(strong.contains(r#""note":{"S":"new"}"#), "{strong}");
    lab.pass_secs(1);
    assert_eq!(ask(&mut lab, "GetItem", &get("")), strong);
}

#[test]
fn a_query_finds_the_items_of_one_partition_by_sort_key() {
    let mut lab = Lab::new();
    orders(&mut lab, ON_DEMAND);
    for at in [9, 10, 100] {
        ask(
            &mut lab,
            "PutItem",
            &order("ana", at, r#", "open": {"BOOL": true}"#),
        );
    }
    ask(&mut lab, "PutItem", &order("bo", 1, ""));
    lab.pass_secs(2);
    let query = |condition: &str, more: &str| {
        format!(
            r##"{{"TableName": "Orders", "KeyConditionExpression": "{condition}", "ProjectionExpression": "#t",
                "ExpressionAttributeNames": {{"#t": "at"}}, {more}}}"##
        )
    };
    let all = query("who = :w", r#""ExpressionAttributeValues": {":w": {"S": "ana"}}"#);
    assert_eq!(
        ask(&mut lab, "Query", &all),
        r#"{"Items":[{"at":{"N":"9"}},{"at":{"N":"10"}},{"at":{"N":"100"}}],"Count":3,"ScannedCount":3}"#
    );
    let some = query(
        "who = :w AND #t BETWEEN :a AND :b",
        r#""ScanIndexForward": false, "ExpressionAttributeValues": {":w": {"S": "ana"}, ":a": {"N": "9"}, ":b": {"N": "50"}}"#,
    );
    assert_eq!(
        ask(&mut lab, "Query", &some),
        r#"{"Items":[{"at":{"N":"10"}},{"at":{"N":"9"}}],"Count":2,"ScannedCount":2}"#
    );
    let open = r#"{"TableName": "Orders", "FilterExpression": "attribute_exists(open) AND NOT at < :ten", "Select": "COUNT",
        "ExpressionAttributeValues": {":ten": {"N": "10"}}}"#;
    assert_eq!(ask(&mut lab, "Scan", open), r#"{"Count":2,"ScannedCount":4}"#);
}

#[test]
fn conditions_guard_writes_and_updates_change_attributes() {
    let mut lab = Lab::new();
    orders(&mut lab, ON_DEMAND);
    let once = order("ana", 1, r#", "n": {"N": "1"}"#).replacen(
        '{',
        r#"{"ConditionExpression": "attribute_not_exists(who)", "#,
        1,
    );
    ask(&mut lab, "PutItem", &once);
    assert_eq!(
        refusal(&mut lab, "PutItem", &once),
        "(ConditionalCheckFailedException) The conditional request failed"
    );
    let key = r#""TableName": "Orders", "Key": {"who": {"S": "ana"}, "at": {"N": "1"}}"#;
    let update = format!(
        r##"{{{key}, "UpdateExpression": "SET n = n + :one, tags = :t REMOVE gone", "ReturnValues": "ALL_NEW",
            "ExpressionAttributeValues": {{":one": {{"N": "1"}}, ":t": {{"L": []}}}}}}"##
    );
    assert_eq!(
        ask(&mut lab, "UpdateItem", &update),
        r#"{"Attributes":{"at":{"N":"1"},"n":{"N":"2"},"who":{"S":"ana"},"tags":{"L":[]}}}"#
    );
    let delete = format!(r#"{{{key}, "ReturnValues": "ALL_OLD"}}"#);
    assert!(ask(&mut lab, "DeleteItem", &delete).contains(r#""n":{"N":"2"}"#));
    assert_eq!(ask(&mut lab, "DeleteItem", &delete), "{}");
}

#[test]
fn every_error_of_the_callers_is_a_400() {
    let mut lab = Lab::new();
    orders(&mut lab, ON_DEMAND);
    let key = r#""Key": {"who": {"S": "ana"}, "at": {"N": "1"}}"#;
    for (operation, request, code) in [
        (
            "DescribeTable",
            r#"{"TableName": "Nowhere"}"#.to_owned(),
            "ResourceNotFoundException",
        ),
        (
            "Scan",
            r#"{"TableName": "Nowhere"}"#.to_owned(),
            "ResourceNotFoundException",
        ),
        (
            "DeleteTable",
            r#"{"TableName": "Nowhere"}"#.to_owned(),
            "ResourceNotFoundException",
        ),
        (
            "ListTagsOfResource",
            r#"{"ResourceArn": "arn:aws:dynamodb:us-east-2:123456789012:table/Nowhere"}"#.to_owned(),
            "ResourceNotFoundException",
        ),
        ("Scan", r#"{"TableName": "no"}"#.to_owned(), "ValidationException"),
        (
            "DeleteItem",
            format!(r#"{{"TableName": "Orders", {key}, "ConditionExpression": "attribute_exists(who)"}}"#),
            "ConditionalCheckFailedException",
        ),
    ] {
        let error = lab
            .call("dynamodb", operation, &request)
            .expect_err("it is refused");
        assert_eq!(
            (error.code, error.http_status()),
            (code, 400),
            "{operation} {request}"
        );
    }
}

#[test]
fn five_minutes_of_unused_capacity_are_kept_and_no_more() {
    let mut lab = Lab::new();
    let five = r#""ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}"#;
    orders(&mut lab, five);
    lab.pass_secs(2_000);
    let write = order("ana", 1, "");
    let count = |lab: &mut Lab| {
        let calls = std::iter::repeat_with(|| lab.call("dynamodb", "PutItem", &write));
        calls.take_while(Result::is_ok).count()
    };
    assert_eq!(count(&mut lab), 5 * 300);
    lab.pass_secs(1);
    assert_eq!(count(&mut lab), 5, "what comes in a second");
    lab.pass_secs(100);
    assert_eq!(count(&mut lab), 500, "what was not used in a hundred");
}

#[test]
fn a_new_table_on_demand_takes_four_thousand_writes_in_a_second() {
    let mut lab = Lab::new();
    orders(&mut lab, ON_DEMAND);
    let write = order("ana", 1, "");
    for _ in 0..4_000 {
        ask(&mut lab, "PutItem", &write);
    }
    let error = lab
        .call("dynamodb", "PutItem", &write)
        .expect_err("it is throttled");
    assert_eq!((error.code, error.http_status()), ("ThrottlingException", 400));
    lab.pass_secs(1);
    ask(&mut lab, "PutItem", &write);
}
