//! What a load balancer tells CloudWatch.

use api::Timestamp;
use api::cloudwatch as watch;
use cloud::lab::Lab;

use super::Web;

fn named(name: &str, value: &str) -> watch::Dimension {
    watch::Dimension {
        name: Some(name.to_owned()),
        value: Some(value.to_owned()),
    }
}

/// A load balancer with a healthy target in each zone, and an hour's worth of nothing behind it.
fn healthy_web() -> Web {
    let mut web = Web::new();
    for zone in ['a', 'b'] {
        let target = web.add(1, zone)[0];
        web.seconds_until(target, "healthy");
    }
    web.give_name();
    web
}

impl Web {
    fn last_part<'a>(arn: &'a str, before: &str) -> &'a str {
        &arn[arn.find(before).expect("it is an ARN")..]
    }

    /// The dimensions of a metric: of the load balancer, of its target group if asked for, in a zone if one is given.
    pub(super) fn dimensions(&self, group: bool, zone: Option<&str>) -> Vec<watch::Dimension> {
        let balancer = Self::last_part(&self.balancer, "app/");
        let mut all = vec![named("LoadBalancer", balancer)];
        if group {
            all.push(named("TargetGroup", Self::last_part(&self.group, "targetgroup/")));
        }
        all.extend(zone.map(|zone| named("AvailabilityZone", zone)));
        all
    }

    pub(super) fn points(
        &self,
        metric: &str,
        dimensions: Vec<watch::Dimension>,
        plain: &[&str],
        extended: &[&str],
    ) -> Vec<watch::Datapoint> {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let answer = self.lab.look(watch::GetMetricStatisticsInput {
            namespace: Some("AWS/ApplicationELB".to_owned()),
            metric_name: Some(metric.to_owned()),
            dimensions,
            start_time: Some(Timestamp::WORLD_START),
            end_time: Some(Timestamp::of(self.lab.simulation.now())),
            period: Some(60),
            statistics: owned(plain),
            extended_statistics: owned(extended),
            ..Default::default()
        });
        answer.datapoints
    }

    /// The sum of all values of a metric.
    fn sum(&self, metric: &str, dimensions: Vec<watch::Dimension>) -> f64 {
        let points = self.points(metric, dimensions, &["Sum"], &[]);
        points.iter().filter_map(|point| point.sum).sum()
    }
}

#[test]
fn the_zones_of_a_metric_add_up_to_the_whole() {
    let mut web = healthy_web();
    web.lab.traffic(40.0);
    web.lab.pass_secs(600);
    let zones: Vec<&str> = web
        .lab
        .cloud()
        .region
        .zones
        .iter()
        .map(|zone| zone.name)
        .collect();
    for group in [false, true] {
        for metric in ["RequestCount", "HTTPCode_Target_2XX_Count"] {
            let all = web.sum(metric, web.dimensions(group, None));
            let of = |zone: &&str| web.sum(metric, web.dimensions(group, Some(zone)));
            let each: Vec<f64> = zones[..2].iter().map(of).collect();
            assert!(
                all > 1_000.0 && each.iter().all(|count| *count > 300.0),
                "{metric}: {each:?}"
            );
            assert_eq!(each.iter().sum::<f64>(), all, "{metric}");
        }
    }
    let hosts = |zone| {
        let points = web.points("HealthyHostCount", web.dimensions(true, zone), &["Maximum"], &[]);
        points.last().and_then(|point| point.maximum)
    };
    assert_eq!(hosts(None), Some(2.0));
    assert_eq!(hosts(Some(zones[0])), Some(1.0), "the target that is there");
}

#[test]
fn response_times_have_percentiles() {
    let mut web = healthy_web();
    web.lab.traffic(40.0);
    web.lab.pass_secs(600);
    for group in [false, true] {
        let points = web.points(
            "TargetResponseTime",
            web.dimensions(group, None),
            &["Average"],
            &[],
        );
        let average = points
            .last()
            .and_then(|point| point.average)
            .expect("there was traffic");
        let points = web.points(
            "TargetResponseTime",
            web.dimensions(group, None),
            &[],
            &["p50", "p99"],
        );
        let values = &points.last().expect("there was traffic").extended_statistics;
        let value = |name| *values.get(name).expect("it was asked for");
        let (p50, p99) = (value("p50"), value("p99"));
        assert!(
            p50 < p99 && p50 < average * 1.3 && average < p99,
            "{p50} {average} {p99}"
        );
    }
}

#[test]
fn clients_that_go_are_4xx_and_requests_astray_are_counted() {
    let mut web = Web::new();
    let target = web.add(1, 'a')[0];
    web.seconds_until(target, "healthy");
    web.give_name();
    web.lab.fault("app-hang", target, None);
    web.seconds_until(target, "unhealthy Target.Timeout");
    let before = web.lab.cloud().records.end();
    web.lab.make(api::sandbox::RequestInput::default());
    web.lab.pass_secs(15);
    let record = web.lab.cloud().records.get(before).expect("it has ended");
    assert_eq!(record.outcome.name(), "timed-out");
    web.lab.pass_secs(180);
    assert_eq!(
        web.sum("HTTPCode_ELB_4XX_Count", web.dimensions(false, None)),
        1.0
    );
    let astray = web.sum("UnhealthyRoutingRequestCount", web.dimensions(true, None));
    assert_eq!(
        astray, 1.0,
        "all were unhealthy, so it went to one of them all the same"
    );
    assert_eq!(web.sum("NewConnectionCount", web.dimensions(false, None)), 1.0);
}

#[test]
fn a_balancer_without_requests_uses_no_capacity_units() {
    let mut web = Web::in_lab(Lab::new(), |_| {});
    web.lab.pass_secs(600);
    assert_eq!(web.sum("ConsumedLCUs", web.dimensions(false, None)), 0.0);
    assert!(
        web.points("NewConnectionCount", web.dimensions(false, None), &["Sum"], &[])
            .is_empty()
    );
}

/// The newest maximum of a metric of the target group.
fn newest(web: &Web, metric: &str, zone: Option<&str>) -> Option<f64> {
    let points = web.points(metric, web.dimensions(true, zone), &["Maximum"], &[]);
    points.last().and_then(|point| point.maximum)
}

#[test]
fn a_draining_host_is_neither_healthy_nor_unhealthy() {
    let mut web = Web::new();
    let targets = web.add(2, 'a');
    for target in &targets {
        web.seconds_until(*target, "healthy");
    }
    web.lab.pass_secs(120);
    let hosts =
        |web: &Web| ["HealthyHostCount", "UnHealthyHostCount"].map(|metric| newest(web, metric, None));
    assert_eq!(hosts(&web), [Some(2.0), Some(0.0)]);
    web.deregister(&targets[..1]);
    web.lab.pass_secs(120);
    assert_eq!(web.health(targets[0]), "draining Target.DeregistrationInProgress");
    assert_eq!(hosts(&web), [Some(1.0), Some(0.0)]);
}

#[test]
fn each_code_of_the_load_balancers_own_is_counted_apart_from_those_of_targets() {
    let mut web = Web::new();
    let target = web.add(1, 'a')[0];
    web.seconds_until(target, "healthy");
    web.give_name();
    web.lab.make(api::elbv2::ModifyLoadBalancerAttributesInput {
        load_balancer_arn: Some(web.balancer.clone()),
        attributes: vec![super::attribute("idle_timeout.timeout_seconds", "5")],
    });
    let ask = |web: &mut Web| {
        web.lab.make(api::sandbox::RequestInput::default());
        web.lab.pass_secs(11);
    };
    ask(&mut web); // 200 of the target
    web.lab.fault("app-hang", target, Some("12s"));
    ask(&mut web); // 504
    web.lab.pass_secs(2);
    web.lab.fault("app-crash", target, Some("12s"));
    ask(&mut web); // 502
    web.lab.pass_secs(30);
    web.lab
        .call("dynamodb", "DeleteTable", r#"{"TableName": "Employees"}"#)
        .expect("it may go");
    ask(&mut web); // 500 of the target
    web.deregister(&[target]);
    ask(&mut web); // 503
    web.lab.pass_secs(180);
    let counts = [
        ("HTTPCode_Target_2XX_Count", 1.0),
        ("HTTPCode_Target_5XX_Count", 1.0),
        ("HTTPCode_ELB_502_Count", 1.0),
        ("HTTPCode_ELB_503_Count", 1.0),
        ("HTTPCode_ELB_504_Count", 1.0),
        ("HTTPCode_ELB_5XX_Count", 3.0),
        ("HTTPCode_ELB_4XX_Count", 0.0),
        ("TargetConnectionErrorCount", 1.0),
        ("NewConnectionCount", 5.0),
    ];
    for (metric, expected) in counts {
        assert_eq!(web.sum(metric, web.dimensions(false, None)), expected, "{metric}");
    }
    let requests = web.sum("RequestCount", web.dimensions(false, None));
    assert_eq!(requests, 4.0, "for the fifth, no target was chosen");
}

#[test]
fn requests_that_find_no_target_to_keep_are_counted() {
    let mut web = Web::new();
    web.set_group_attribute("stickiness.enabled", "true");
    let targets = web.add(2, 'a');
    for target in &targets {
        web.seconds_until(*target, "healthy");
    }
    web.give_name();
    web.lab.pass_secs(60);
    web.lab.traffic(20.0);
    web.lab.pass_secs(300);
    web.lab.traffic(0.0);
    web.lab.pass_secs(300);
    let records: Vec<_> = web.lab.cloud().records.iter().collect();
    assert!(records.iter().all(|record| record.outcome.is_served()));
    let visits = records.iter().filter(|record| record.id.page() == 0).count();
    let all = web.sum("RequestCount", web.dimensions(false, None));
    let moved = web.sum("NonStickyRequestCount", web.dimensions(false, None));
    assert_eq!((all, moved), (records.len() as f64, visits as f64));
    assert!(moved < all * 0.7 && moved > 1_000.0, "{moved} of {all}");
}

#[test]
fn zones_with_enough_healthy_targets_are_counted() {
    let mut web = Web::new();
    web.set_group_attribute("load_balancing.cross_zone.enabled", "false");
    let key = "target_group_health.dns_failover.minimum_healthy_targets.percentage";
    web.set_group_attribute(key, "80");
    let mut targets = web.add(2, 'a');
    targets.extend(web.add(2, 'b'));
    for target in &targets {
        web.seconds_until(*target, "healthy");
    }
    web.lab.pass_secs(180);
    let zones: Vec<&str> = web
        .lab
        .cloud()
        .region
        .zones
        .iter()
        .map(|zone| zone.name)
        .collect();
    let states = |web: &Web, zone| {
        let metrics = [
            "HealthyStateDNS",
            "UnhealthyStateDNS",
            "HealthyStateRouting",
            "UnhealthyStateRouting",
        ];
        metrics.map(|metric| newest(web, metric, zone).expect("it is told"))
    };
    assert_eq!(states(&web, None), [2.0, 0.0, 2.0, 0.0]);
    web.lab.fault("app-crash", targets[2], None);
    web.lab.pass_secs(180);
    assert_eq!(states(&web, None), [1.0, 1.0, 2.0, 0.0]);
    assert_eq!(states(&web, Some(zones[0])), [1.0, 0.0, 1.0, 0.0]);
    assert_eq!(states(&web, Some(zones[1])), [0.0, 1.0, 1.0, 0.0]);
    web.lab.fault("app-crash", targets[3], None);
    web.lab.pass_secs(180);
    assert_eq!(states(&web, None), [1.0, 1.0, 1.0, 1.0]);
}

#[test]
fn what_a_rule_answers_is_counted_apart_and_reaches_no_target() {
    use api::elbv2 as shape;
    let mut web = healthy_web();
    let elsewhere = shape::Action {
        action_type: Some("redirect".to_owned()),
        redirect_config: Some(shape::RedirectConfig {
            host: Some("example.com".to_owned()),
            status_code: Some("HTTP_301".to_owned()),
            ..Default::default()
        }),
        ..Default::default()
    };
    let sorry = shape::Action {
        action_type: Some("fixed-response".to_owned()),
        fixed_response_config: Some(shape::FixedResponseConfig {
            message_body: Some("We are moving house.".to_owned()),
            status_code: Some("503".to_owned()),
            content_type: Some("text/plain".to_owned()),
        }),
        ..Default::default()
    };
    for (action, outcome) in [(elsewhere, "served"), (sorry, "unavailable")] {
        web.lab.make(shape::ModifyListenerInput {
            listener_arn: Some(web.listener.clone()),
            default_actions: vec![action],
            ..Default::default()
        });
        let before = web.lab.cloud().records.end();
        web.lab.make(api::sandbox::RequestInput::default());
        web.lab.pass_secs(5);
        let record = web.lab.cloud().records.get(before).expect("it has ended");
        assert_eq!(record.outcome.name(), outcome);
        assert_eq!(record.aimed.some(), None);
    }
    web.lab.pass_secs(180);
    for (metric, expected) in [
        ("HTTP_Redirect_Count", 1.0),
        ("HTTPCode_ELB_3XX_Count", 1.0),
        ("HTTP_Fixed_Response_Count", 1.0),
        ("NewConnectionCount", 2.0),
        ("RequestCount", 0.0),
    ] {
        assert_eq!(web.sum(metric, web.dimensions(false, None)), expected, "{metric}");
    }
}
