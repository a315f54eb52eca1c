//! The bill by resource, per hour and per month.

use cloud::bill::{Item, Money, Resource, prices};
use cloud::ec2::InstanceState::Running;
use cloud::lab::Lab;

use super::super::elbv2::Web;
use super::{charged, words};

fn in_dollars(money: Money) -> String {
    money.to_string()
}

#[test]
fn a_load_balancer_costs_its_hours_its_addresses_and_its_capacity_units() {
    let mut web = Web::new();
    let balancer = web.lab.cloud().elbv2.balancers().next().expect("it was made").0;
    let cost = |web: &Web| web.lab.cloud().cost_of(Resource::LoadBalancer(balancer));
    assert_eq!(web.lab.cloud().resource_name(cost(&web).resource), "web");
    assert_eq!(
        cost(&web).lines.len(),
        3,
        "itself and a node in each of two zones"
    );
    let standing = prices::APPLICATION_LOAD_BALANCER + prices::PUBLIC_IPV4 + prices::PUBLIC_IPV4;
    assert_eq!(cost(&web).per_hour(), standing);
    assert_eq!(
        in_dollars(cost(&web).per_hour().per_month()),
        "$23.73",
        "16.425 + 2 × 3.65"
    );
    let target = web.add(1, 'a')[0];
    web.seconds_until(target, "healthy");
    web.give_name();
    web.lab.traffic(50.0);
    web.lab.pass_secs(2 * 3_600);
    let units = cost(&web)
        .per_hour()
        .per_hour()
        .less(standing.per_hour())
        .dollars()
        / 0.008;
    // 50 times 12,900 bytes a second are 2.3 GB an hour, more than 50 connections a second ask for: 2.
    assert!((2.0..2.5).contains(&units), "{units}");
    assert_eq!(cost(&web).lines.len(), 4);
}

#[test]
fn a_load_balancer_pays_the_hour_that_it_has_begun() {
    let mut web = Web::new();
    let balancer = web.lab.cloud().elbv2.balancers().next().expect("it was made").0;
    let item = Item::LoadBalancer(balancer);
    assert_eq!(words(&web.lab, item), "1 load-balancer-hours at $0.0225");
    web.lab.pass_secs(3_600);
    assert_eq!(words(&web.lab, item), "2 load-balancer-hours at $0.0225");
    assert_eq!(charged(&web.lab, item), Money::from_micro_dollars(45_000));
}

#[test]
fn without_answers_from_targets_connections_decide_how_many_capacity_units() {
    let mut web = Web::new();
    web.give_name();
    web.lab.traffic(50.0);
    web.lab.pass_secs(600);
    let (_, balancer) = web.lab.cloud().elbv2.balancers().next().expect("it was made");
    let before = (balancer.capacity_unit_hours(), web.lab.cloud().truth.sent);
    web.lab.pass_secs(3_600);
    let (_, balancer) = web.lab.cloud().elbv2.balancers().next().expect("it was made");
    let units = balancer.capacity_unit_hours() - before.0;
    let a_second = (web.lab.cloud().truth.sent - before.1) as f64 / 3_600.0;
    assert!(
        (units - a_second / 25.0).abs() < 0.02 * units,
        "{units} of {a_second}"
    );
}

#[test]
fn what_goes_from_a_node_to_a_target_of_another_zone_costs_nothing_more() {
    let mut web = Web::new();
    let target = web.add(1, 'a')[0];
    web.seconds_until(target, "healthy");
    web.give_name();
    web.lab.traffic(20.0);
    web.lab.pass_secs(600);
    let counts = web
        .lab
        .cloud()
        .elbv2
        .balancers()
        .next()
        .expect("it was made")
        .1
        .nodes
        .len();
    assert_eq!(counts, 2, "half of the requests come in in zone b");
    for cost in web.lab.cloud().costs() {
        let known = |item: Item| match cost.resource {
            Resource::Instance(_) => matches!(
                item,
                Item::Instance(_) | Item::RootVolume(_) | Item::PublicAddress(_)
            ),
            Resource::LoadBalancer(_) => matches!(
                item,
                Item::LoadBalancer(_) | Item::NodeAddress(_) | Item::CapacityUnits(_)
            ),
            Resource::Table(_) => matches!(item, Item::ReadRequests(_) | Item::WriteRequests(_)),
            Resource::Bucket(_) => matches!(item, Item::BucketReads(_) | Item::BucketWrites(_)),
            _ => false,
        };
        assert!(cost.lines.iter().all(|line| known(line.item)), "{cost:?}");
    }
}

#[test]
fn use_is_expected_to_go_on_as_in_the_last_hour() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    let standing = lab.cloud().hourly_rate();
    lab.traffic(20.0);
    lab.pass_secs(600);
    let table = lab
        .cloud()
        .dynamodb
        .table_named("Employees")
        .expect("the directory's");
    let use_of = |lab: &Lab| {
        lab.cloud()
            .cost_of(Resource::Table(table))
            .per_hour()
            .per_hour()
            .nano_dollars()
    };
    let young = use_of(&lab);
    lab.pass_secs(2 * 3_600);
    let steady = use_of(&lab);
    assert!(
        young > steady * 8 / 10 && young < steady * 12 / 10,
        "{young} {steady}"
    );
    let whole = lab.cloud().projected_rate().per_hour();
    assert!(whole > standing.per_hour(), "{whole}");
    assert_eq!(lab.cloud().hourly_rate(), standing, "use is apart");
    lab.traffic(0.0);
    lab.pass_secs(1_800);
    let half = use_of(&lab);
    assert!(
        half > steady * 4 / 10 && half < steady * 6 / 10,
        "{half} {steady}"
    );
    lab.pass_secs(1_900);
    let reads = lab.cloud().cost_of(Resource::Table(table)).lines;
    let reads = reads.iter().find(|line| line.item == Item::ReadRequests(table));
    assert_eq!(reads.map(|line| line.recent.per_hour()), Some(Money::ZERO));
    assert_eq!(
        lab.cloud().resource_name(Resource::Instance(instance)),
        lab.id(instance)
    );
}

#[test]
fn a_stopped_instance_pays_for_its_volume_and_its_elastic_address_pays_on() {
    let mut lab = Lab::new();
    let instance = lab.launch(1, 'a')[0];
    lab.wait_for(instance, Running);
    lab.ask("AllocateAddress", "{}");
    let elastic = lab.cloud().ec2.elastic_addresses().next().expect("it is ours").0;
    let id = lab
        .cloud()
        .resource_name(Resource::ElasticAddress(elastic))
        .to_owned();
    lab.ask(
        "AssociateAddress",
        &format!(r#"{{"AllocationId": "{id}", "InstanceId": "{{id:0}}"}}"#),
    );
    lab.stop(instance);
    lab.wait_for(instance, cloud::ec2::InstanceState::Stopped);
    let per_hour = |lab: &Lab, resource| lab.cloud().cost_of(resource).per_hour();
    assert_eq!(per_hour(&lab, Resource::Instance(instance)), prices::ROOT_VOLUME);
    assert_eq!(
        per_hour(&lab, Resource::ElasticAddress(elastic)),
        prices::PUBLIC_IPV4
    );
    let month = lab.cloud().projected_rate().per_month();
    assert_eq!(in_dollars(month), "$4.29", "0.64 + 3.65");
}

#[test]
fn lines_and_resources_add_up_to_the_whole_and_nothing_ever_falls() {
    let mut web = Web::new();
    let target = web.add(2, 'a')[0];
    web.give_name();
    web.lab.traffic(30.0);
    let wide = r#"{"TableName": "Employees", "BillingMode": "PROVISIONED",
        "ProvisionedThroughput": {"ReadCapacityUnits": 50, "WriteCapacityUnits": 5}}"#;
    let narrow = r#"{"TableName": "Employees", "BillingMode": "PAY_PER_REQUEST"}"#;
    let mut before = web.lab.cloud().costs();
    for step in 0..120 {
        match step {
            20 => drop(web.lab.call("dynamodb", "UpdateTable", wide).expect("it may")),
            40 => web.lab.stop(target),
            60 => drop(web.lab.call("dynamodb", "UpdateTable", narrow).expect("it may")),
            80 => web.lab.start(target),
            _ => {}
        }
        web.lab.pass_secs(47);
        let cloud = web.lab.cloud();
        let costs = cloud.costs();
        let by_resource: Money = costs.iter().map(cloud::bill::Cost::charged).sum();
        let by_line: Money = cloud
            .bill
            .lines(web.lab.simulation.now())
            .map(|line| line.charged)
            .sum();
        assert_eq!((by_resource, by_line), (cloud.charged(), cloud.charged()));
        let hours: Money = costs.iter().map(|cost| cost.per_hour().per_hour()).sum();
        assert_eq!(hours, cloud.projected_rate().per_hour());
        for old in before.iter().flat_map(|cost| &cost.lines) {
            let mut new = costs.iter().flat_map(|cost| &cost.lines);
            let new = new.find(|line| line.item == old.item).expect("a line stays");
            assert!(new.charged >= old.charged && new.quantity.micro_units >= old.quantity.micro_units);
        }
        before = costs;
    }
}
