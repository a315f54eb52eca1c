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
