//! How instances reach DynamoDB and S3: by a way there, by a role, by capacity.

use api::dynamodb::DescribeTableInput;
use cloud::app::{AppModel, Dependency, Reach};
use cloud::availability::{Availability, SinglePoint};
use cloud::ec2::{Boot, InstanceIndex};
use cloud::fact::What;
use cloud::lab::Lab;
use cloud::workload::{Outcome, Record};
use cloud::{Seed, World};

use super::launch_with_user_data_and;

const PLAIN: &str =
    r#""ImageId": "ami-0e1d2c3b4a5968701", "InstanceType": "t3.micro", "MinCount": 1, "MaxCount": 1"#;
const ROLE: &str = r#""IamInstanceProfile": {"Name": "employee-directory-role"}"#;
const PRIVATE: &str = r#""NetworkInterfaces": [{"DeviceIndex": 0, "AssociatePublicIpAddress": false}]"#;

fn strict() -> Lab {
    Lab::strict(World::new(Seed(1)))
}

/// Launches one golden instance; with `more` members.
fn launch(lab: &mut Lab, more: &str) -> InstanceIndex {
    lab.ask("RunInstances", &format!("{{{PLAIN}, {more}}}"));
    lab.cloud().ec2.indexes().last().expect("it was launched")
}

fn last(lab: &Lab) -> Record {
    *lab.cloud().records.iter().last().expect("a request has ended")
}

/// The fact that the newest request failed for.
fn blamed(lab: &Lab) -> Option<What> {
    lab.cloud().facts.get(last(lab).blame).map(|fact| fact.what)
}

fn request(lab: &mut Lab, route: &str) -> Outcome {
    lab.call(
        "sandbox",
        "Request",
        &format!(r#"{{"Route": "{route}", "Count": 1}}"#),
    )
    .expect("the employee may ask");
    lab.pass_secs(11);
    last(lab).outcome
}

fn endpoint(lab: &mut Lab, service: &str) -> String {
    let (vpc, table) = (
        lab.cloud().ec2.vpc_id.clone(),
        lab.cloud().ec2.route_table_id.clone(),
    );
    lab.ask(
        "CreateVpcEndpoint",
        &format!(
            r#"{{"VpcId": "{vpc}", "ServiceName": "com.amazonaws.us-east-2.{service}", "RouteTableIds": ["{table}"]}}"#
        ),
    )
}

#[test]
fn without_an_instance_profile_the_app_is_denied() {
    let mut lab = strict();
    let instance = launch(&mut lab, r#""DisableApiTermination": false"#);
    lab.pass_secs(60);
    lab.give_clients(&[instance]);
    assert_eq!(request(&mut lab, "list"), Outcome::ErrorFromBehind);
    let denied = |dependency| What::ReachChanged {
        instance,
        dependency,
        reach: Reach::Denied,
    };
    assert_eq!(blamed(&lab), Some(denied(Dependency::DynamoDb)));
    assert_eq!(request(&mut lab, "photo"), Outcome::ErrorFromBehind);
    assert_eq!(blamed(&lab), Some(denied(Dependency::S3)));
    let give = format!(r#"{{"InstanceId": "{{id:0}}", {ROLE}}}"#);
    let given = lab.ask("AssociateIamInstanceProfile", &give);
    assert!(given.contains(r#""State":"associating""#), "{given}");
    assert_eq!(request(&mut lab, "list"), Outcome::Served);
    let described = lab.ask("DescribeIamInstanceProfileAssociations", "{}");
    assert!(described.contains(r#""State":"associated""#), "{described}");
    let id = lab
        .cloud()
        .ec2
        .profile_associations()
        .next()
        .expect("one")
        .1
        .id
        .clone();
    lab.ask(
        "ReplaceIamInstanceProfileAssociation",
        &format!(r#"{{"AssociationId": "{id}", {ROLE}}}"#),
    );
    assert_eq!(request(&mut lab, "list"), Outcome::Served);
    let id = lab
        .cloud()
        .ec2
        .profile_associations()
        .next()
        .expect("one")
        .1
        .id
        .clone();
    lab.ask(
        "DisassociateIamInstanceProfile",
        &format!(r#"{{"AssociationId": "{id}"}}"#),
    );
    assert_eq!(request(&mut lab, "view"), Outcome::ErrorFromBehind);
}

#[test]
fn a_launch_may_name_the_profile() {
    let mut lab = strict();
    let instance = launch(&mut lab, ROLE);
    assert!(lab.describe_instances()[0].iam_instance_profile.is_some());
    lab.pass_secs(60);
    lab.give_clients(&[instance]);
    for route in ["list", "view", "add", "photo"] {
        assert_eq!(request(&mut lab, route), Outcome::Served, "{route}");
    }
}

#[test]
fn without_a_public_address_or_endpoint_user_data_downloads_nothing() {
    let mut lab = strict();
    let members = format!(", {ROLE}, {PRIVATE}");
    let first = launch_with_user_data_and(&mut lab, &members);
    lab.pass_secs(170);
    assert_eq!(lab.instance(first).public_ip(), None);
    assert_eq!(lab.instance(first).boot, Boot::NoApp);
    let made = endpoint(&mut lab, "s3");
    assert!(made.contains(r#""State":"available""#), "{made}");
    let second = launch_with_user_data_and(&mut lab, &members);
    lab.pass_secs(150);
    assert_eq!(lab.instance(second).boot, Boot::AppUp);
    let table = lab.ask("DescribeRouteTables", "{}");
    assert!(
        table.contains(r#""DestinationPrefixListId":"pl-7ba54012""#),
        "{table}"
    );
    let lists = lab.ask("DescribePrefixLists", r#"{"PrefixListIds": ["pl-7ba54012"]}"#);
    assert!(lists.contains("com.amazonaws.us-east-2.s3"), "{lists}");
}

#[test]
fn an_endpoint_heals_a_running_app() {
    let mut lab = strict();
    let instance = launch(&mut lab, &format!("{ROLE}, {PRIVATE}"));
    lab.pass_secs(60);
    let reach = |lab: &Lab| lab.cloud().ec2.stations[instance.index()].reach;
    assert_eq!(reach(&lab), [Reach::NoWay; 2]);
    endpoint(&mut lab, "dynamodb");
    assert_eq!(reach(&lab), [Reach::Granted, Reach::NoWay]);
    endpoint(&mut lab, "s3");
    assert_eq!(reach(&lab), [Reach::Granted; 2]);
    let ids: Vec<String> = lab
        .cloud()
        .ec2
        .endpoints()
        .map(|(_, endpoint)| endpoint.id.clone())
        .collect();
    let table = lab.cloud().ec2.route_table_id.clone();
    let modify = format!(
        r#"{{"VpcEndpointId": "{}", "RemoveRouteTableIds": ["{table}"]}}"#,
        ids[0]
    );
    assert_eq!(lab.ask("ModifyVpcEndpoint", &modify), r#"{"Return":true}"#);
    assert_eq!(reach(&lab), [Reach::NoWay, Reach::Granted]);
    let delete = format!(r#"{{"VpcEndpointIds": ["{}", "vpce-00000000"]}}"#, ids[1]);
    let answer = lab.ask("DeleteVpcEndpoints", &delete);
    assert!(answer.contains("InvalidVpcEndpointId.NotFound"), "{answer}");
    assert_eq!(reach(&lab), [Reach::NoWay; 2]);
    assert_eq!(lab.cloud().ec2.endpoints().count(), 1);
    assert!(lab.ask("DescribeVpcEndpoints", "{}").contains(&ids[0]));
}

#[test]
fn a_subnet_may_give_no_public_addresses() {
    let mut lab = strict();
    let subnet = lab.cloud().ec2.subnet_ids[0].clone();
    let request = format!(r#"{{"SubnetId": "{subnet}", "MapPublicIpOnLaunch": {{"Value": false}}}}"#);
    lab.ask("ModifySubnetAttribute", &request);
    let more = format!(r#"{ROLE}, "SubnetId": "{subnet}""#);
    let private = launch(&mut lab, &more);
    assert_eq!(lab.instance(private).public_ip(), None);
    let wanted = format!(
        r#"{ROLE}, "NetworkInterfaces": [{{"DeviceIndex": 0, "SubnetId": "{subnet}", "AssociatePublicIpAddress": true}}]"#
    );
    let public = launch(&mut lab, &wanted);
    assert!(lab.instance(public).public_ip().is_some());
    let shown = lab.ask(
        "DescribeSubnets",
        r#"{"Filters": [{"Name": "map-public-ip-on-launch", "Values": ["false"]}]}"#,
    );
    assert!(shown.contains(&subnet), "{shown}");
}

#[test]
fn the_apps_own_requests_use_the_tables_capacity() {
    let mut lab = Lab::new();
    lab.serving(1);
    let update = r#"{"TableName": "Employees", "BillingMode": "PROVISIONED",
        "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}}"#;
    lab.call("dynamodb", "UpdateTable", update)
        .expect("it may change");
    lab.traffic(20.0);
    lab.pass_secs(120);
    let table = lab.cloud().dynamodb.tables().next().expect("the directory's").0;
    let throttled = cloud::dynamodb::What::Throttling { table, writes: false };
    let blames = |record: &Record| {
        let fact = lab.cloud().facts.get(record.blame);
        fact.is_some_and(|fact| fact.what == What::DynamoDb(throttled))
    };
    let failed: Vec<&Record> = lab
        .cloud()
        .records
        .iter()
        .filter(|record| blames(record))
        .collect();
    assert!(failed.len() > 100, "{}", failed.len());
    assert!(
        failed
            .into_iter()
            .all(|record| record.outcome == Outcome::ErrorFromBehind)
    );
    let facts = lab.cloud().facts.iter();
    let episodes = facts
        .filter(|(_, fact)| fact.what == What::DynamoDb(throttled))
        .count();
    assert_eq!(episodes, 1, "one fact as long as it goes on");
    let metric = r#"{"Namespace": "AWS/DynamoDB", "MetricName": "ReadThrottleEvents"}"#;
    let listed = lab
        .call("cloudwatch", "ListMetrics", metric)
        .expect("it is listed");
    let text = api::json::compact(api::Value::Shape(listed.shape().expect("an answer")));
    assert!(text.contains("Employees"), "{text}");
}

#[test]
fn what_the_app_adds_can_be_read() {
    let mut lab = Lab::new();
    lab.serving(1);
    assert_eq!(request(&mut lab, "add"), Outcome::Served);
    let items = lab
        .cloud()
        .dynamodb
        .tables()
        .next()
        .expect("the directory's")
        .1
        .true_size()[0];
    let photos = lab.cloud().s3.buckets().next().expect("the directory's").1.size()[0];
    assert_eq!((items, photos), (25, 25));
    let count = lab.call(
        "dynamodb",
        "Scan",
        r#"{"TableName": "Employees", "Select": "COUNT"}"#,
    );
    let count = api::json::compact(api::Value::Shape(
        count.expect("it serves").shape().expect("an answer"),
    ));
    assert_eq!(count, r#"{"Count":25,"ScannedCount":25}"#);
    let described = DescribeTableInput {
        table_name: Some("Employees".to_owned()),
    };
    let told = lab.look(described).table.and_then(|table| table.item_count);
    assert_eq!(told, Some(24), "AWS counts every six hours");
}

#[test]
fn a_dark_zone_takes_neither_table_nor_bucket() {
    let mut lab = Lab::new();
    let there = lab.launch(1, 'b');
    lab.pass_secs(60);
    lab.give_clients(&there);
    lab.outage('a', None);
    for route in ["list", "view", "add", "photo"] {
        assert_eq!(request(&mut lab, route), Outcome::Served, "{route}");
    }
}

#[test]
fn without_its_table_the_app_fails_and_says_so() {
    let mut lab = Lab::new();
    lab.serving(1);
    lab.call("dynamodb", "DeleteTable", r#"{"TableName": "Employees"}"#)
        .expect("it may go");
    assert_eq!(request(&mut lab, "list"), Outcome::ErrorFromBehind);
    assert!(
        matches!(blamed(&lab), Some(What::DynamoDb(_))),
        "{:?}",
        blamed(&lab)
    );
    assert_eq!(request(&mut lab, "photo"), Outcome::Served);
}

#[test]
fn an_instance_that_reaches_neither_table_nor_bucket_is_no_server() {
    let mut lab = strict();
    let instance = launch(&mut lab, ROLE);
    lab.pass_secs(60);
    lab.give_clients(&[instance]);
    let point = |lab: &Lab| lab.cloud().design().single_point;
    assert_eq!(point(&lab), Some(SinglePoint::Instance(instance)));
    let id = lab
        .cloud()
        .ec2
        .profile_associations()
        .next()
        .expect("one")
        .1
        .id
        .clone();
    let take = format!(r#"{{"AssociationId": "{id}"}}"#);
    lab.ask("DisassociateIamInstanceProfile", &take);
    assert_eq!(point(&lab), Some(SinglePoint::Nothing));
    assert_eq!(lab.cloud().design().whole, Availability(0.0));
}

#[test]
fn what_dynamodb_fails_is_measured_by_its_calls() {
    let mut app = AppModel::EMPLOYEE_DIRECTORY;
    app.routes[1].calls[0]
        .as_mut()
        .expect("a view asks the table")
        .failures_per_million = 250_000;
    let mut lab = Lab::of(World {
        app,
        ..World::new(Seed(1))
    });
    lab.serving(1);
    let measured = |lab: &Lab, dependency| lab.cloud().measured_dependency(dependency);
    assert_eq!(
        measured(&lab, Dependency::DynamoDb),
        None,
        "nobody has asked it yet"
    );
    lab.traffic(20.0);
    lab.pass_secs(1_200);
    // Three in ten requests view an employee, of seven and a half that ask the table; those that fail are tried again.
    let share = measured(&lab, Dependency::DynamoDb).expect("it was asked").0;
    assert!((0.86..0.93).contains(&share), "{share}");
    assert_eq!(measured(&lab, Dependency::S3), Some(Availability(1.0)));
}

#[test]
fn a_store_of_unused_capacity_carries_the_app_through_a_busy_while() {
    let mut lab = Lab::new();
    lab.serving(2);
    let update = r#"{"TableName": "Employees", "BillingMode": "PROVISIONED",
        "ProvisionedThroughput": {"ReadCapacityUnits": 20, "WriteCapacityUnits": 20}}"#;
    lab.call("dynamodb", "UpdateTable", update)
        .expect("it may change");
    lab.pass_secs(600);
    let failed = |lab: &Lab| lab.cloud().truth.ended[Outcome::ErrorFromBehind as usize];
    // Sixty requests a second read some 33 units: the 6,000 that are kept last for about eight minutes.
    lab.traffic(60.0);
    lab.pass_secs(300);
    assert_eq!(failed(&lab), 0);
    lab.pass_secs(600);
    let throttled = failed(&lab);
    assert!(throttled > 100, "{throttled}");
    let more = update.replace("\"ReadCapacityUnits\": 20", "\"ReadCapacityUnits\": 100");
    lab.call("dynamodb", "UpdateTable", &more).expect("it may change");
    lab.pass_secs(60);
    let before = failed(&lab);
    lab.pass_secs(300);
    assert_eq!(
        failed(&lab),
        before,
        "with enough capacity nothing is turned away"
    );
}

#[test]
fn table_and_bucket_answer_whichever_zone_is_dark() {
    for dark in ['a', 'b', 'c'] {
        let mut lab = Lab::new();
        let there = lab.launch(1, if dark == 'a' { 'b' } else { 'a' });
        lab.pass_secs(60);
        lab.give_clients(&there);
        lab.outage(dark, Some("600s"));
        lab.traffic(10.0);
        for _ in 0..30 {
            lab.pass_secs(10);
            let item = r#"{"TableName": "Employees", "Item": {"id": {"S": "x"}}}"#;
            lab.call("dynamodb", "PutItem", item).expect("the table is up");
            let object = r#"{"Bucket": "employee-photo-bucket-fl-907", "Key": "x", "Body": ""}"#;
            lab.call("s3api", "PutObject", object).expect("the bucket is up");
        }
        assert_eq!(
            lab.cloud().measured().requests,
            Some(Availability(1.0)),
            "zone {dark}"
        );
    }
}
