//! The metrics of groups.

use super::{Web, watch};

/// The values of a metric of the group, oldest first, by the minutes at which they stand.
fn values(web: &Web, metric: &str) -> Vec<(u64, f64)> {
    let answer = web.lab.look(watch::GetMetricStatisticsInput {
        namespace: Some("AWS/AutoScaling".to_owned()),
        metric_name: Some(metric.to_owned()),
        dimensions: vec![watch::Dimension {
            name: Some("AutoScalingGroupName".to_owned()),
            value: Some("web".to_owned()),
        }],
        start_time: Some(api::Timestamp::WORLD_START),
        end_time: Some(api::Timestamp::of(web.lab.simulation.now())),
        period: Some(60),
        statistics: vec!["Average".to_owned()],
        ..Default::default()
    });
    let value = |point: &watch::Datapoint| {
        let at = point.timestamp.expect("it has one").to_sim_time().as_secs() / 60;
        (at, point.average.expect("it was asked for"))
    };
    answer.datapoints.iter().map(value).collect()
}

#[test]
fn a_group_tells_its_sizes_every_minute_once_it_is_asked_to() {
    let mut web = Web::of(2, "");
    web.pass_to(310);
    assert_eq!(values(&web, "GroupDesiredCapacity"), []);
    web.call("EnableMetricsCollection", r#"{{web}, "Granularity": "1Minute"}"#);
    assert_eq!(web.group().enabled_metrics.len(), 13);
    web.set(4);
    web.pass_to(370);
    for (metric, value) in [
        ("GroupMinSize", 1.0),
        ("GroupMaxSize", 100.0),
        ("GroupDesiredCapacity", 4.0),
        ("GroupInServiceInstances", 4.0),
        ("GroupPendingInstances", 0.0),
        ("GroupStandbyInstances", 0.0),
        ("GroupTerminatingInstances", 0.0),
        ("GroupTotalInstances", 4.0),
        ("GroupTotalCapacity", 4.0),
    ] {
        assert_eq!(values(&web, metric), [(5, value)], "{metric}");
    }
    web.pass_to(410);
    web.set(1);
    web.pass_to(430);
    let (terminating, total) = (
        values(&web, "GroupTerminatingInstances"),
        values(&web, "GroupTotalInstances"),
    );
    assert_eq!((terminating[1], total[1]), ((6, 3.0), (6, 4.0)));
}

#[test]
fn metrics_can_be_chosen_and_given_up() {
    let mut web = Web::of(1, "");
    web.call(
        "EnableMetricsCollection",
        r#"{{web}, "Granularity": "1Minute", "Metrics": ["GroupMinSize", "GroupTotalInstances"]}"#,
    );
    web.call(
        "DisableMetricsCollection",
        r#"{{web}, "Metrics": ["GroupMinSize"]}"#,
    );
    let enabled = web.group().enabled_metrics;
    assert_eq!(enabled.len(), 1);
    assert_eq!(enabled[0].metric.as_deref(), Some("GroupTotalInstances"));
    assert_eq!(enabled[0].granularity.as_deref(), Some("1Minute"));
    web.pass_to(250);
    assert_eq!(values(&web, "GroupTotalInstances").len(), 2);
    web.call("DisableMetricsCollection", "{{web}}");
    web.pass_to(500);
    assert_eq!(values(&web, "GroupTotalInstances").len(), 2);
    assert_eq!(web.group().enabled_metrics, []);
}
