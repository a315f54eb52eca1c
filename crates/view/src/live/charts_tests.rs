//! Charts show what was measured, and nothing else.

use cloud::lab::Lab;
use des::{SimDuration, SimTime};

use super::tests::grow;
use super::{Capacity, Wanted, board};
use crate::chart::{Board, CHARTS_A_PAGE, Line, Role, Topic};
use crate::fleet::Thing;
use crate::flight::Place;

fn wanted(topic: Topic) -> Wanted {
    Wanted {
        topic,
        page: 0,
        selected: None,
        start: SimTime::ZERO,
        length: SimDuration::from_mins(15),
    }
}

fn look(lab: &Lab, wanted: &Wanted) -> Board {
    board(lab.cloud(), &Capacity::default(), wanted)
}

fn sum(line: &Line, period_s: f64) -> f64 {
    line.samples.iter().map(|sample| sample.value * period_s).sum()
}

#[test]
fn employees_see_every_second_and_every_request() {
    let mut lab = Lab::new();
    let instances = lab.serving(1);
    lab.give_clients(&instances);
    lab.traffic(50.0);
    lab.pass_secs(20);
    lab.fault("instance-crash", instances[0], None);
    lab.pass_secs(20);
    let board = look(&lab, &wanted(Topic::Employees));
    let [served, sent, latency] = &*board.charts else {
        panic!("three charts")
    };
    let all = sent.line(Role::All).expect("a line");
    // The second that has begun is not shown; here none of it has passed.
    assert_eq!(sum(all, 1.0).round() as u64, lab.cloud().truth.sent);
    assert_eq!(all.samples.len() as u64, lab.cloud().now().as_secs());
    assert_eq!(served.line(Role::Served).and_then(Line::newest), Some(0.0));
    let [half, most] = [Role::P50, Role::P99].map(|role| latency.line(role).and_then(Line::most));
    assert!(half < most, "{half:?} {most:?}");
}

#[test]
fn what_a_zone_received_is_what_its_instances_received() {
    let mut lab = Lab::new();
    let instances = lab.serving(2);
    lab.give_clients(&instances);
    lab.traffic(40.0);
    lab.pass_secs(200);
    let total = |topic| {
        let board = look(&lab, &wanted(topic));
        let lines = board.charts.iter().filter_map(|chart| chart.line(Role::All));
        lines.map(|line| sum(line, 60.0)).sum::<f64>().round()
    };
    assert!(total(Topic::Zones) > 0.0);
    assert_eq!(total(Topic::Zones), total(Topic::Instances));
}

#[test]
fn many_things_are_shown_page_by_page_the_selected_one_first() {
    let mut lab = Lab::new();
    let instances = lab.launch(7, 'a');
    let mut asked = wanted(Topic::Cpu);
    let first = look(&lab, &asked);
    assert_eq!(
        (first.things, first.pages(), first.charts.len()),
        (7, 3, CHARTS_A_PAGE)
    );
    asked.page = 9;
    assert_eq!(
        look(&lab, &asked).charts.len(),
        1,
        "the last page holds what is left"
    );
    let selected = Some(Thing::Place(Place::Instance(instances[5].index() as u32)));
    let asked = Wanted {
        selected,
        ..wanted(Topic::Cpu)
    };
    assert_eq!(look(&lab, &asked).charts[0].thing, selected);
}

#[test]
fn cpu_is_what_cloudwatch_was_told() {
    let mut lab = Lab::new();
    let instances = lab.serving(1);
    lab.give_clients(&instances);
    lab.traffic(60.0);
    lab.pass_secs(900);
    let asked = Wanted {
        length: SimDuration::from_mins(60),
        ..wanted(Topic::Cpu)
    };
    let board = look(&lab, &asked);
    let average = board.charts[0].line(Role::Average).expect("a line");
    assert!(average.samples.len() >= 2, "{average:?}");
    for sample in average.samples.iter() {
        let length = sample.to.since(sample.from);
        assert_eq!(length, SimDuration::from_mins(5), "basic monitoring");
        assert!((0.0..=100.0).contains(&sample.value), "{sample:?}");
    }
}

#[test]
fn a_groups_size_is_followed_from_its_facts() {
    let mut lab = Lab::new();
    let mut capacity = Capacity::default();
    grow(&mut lab);
    for _ in 0..60 {
        lab.pass_secs(5);
        capacity.catch_up(lab.cloud());
    }
    let board = board(lab.cloud(), &capacity, &wanted(Topic::Groups));
    let lines = [Role::Desired, Role::InService].map(|role| board.charts[0].line(role).expect("a line"));
    assert_eq!(lines.map(Line::newest), [Some(4.0), Some(4.0)]);
    let [desired, serving] = lines;
    assert_eq!(
        (desired.least(), serving.least()),
        (Some(4.0), Some(0.0)),
        "they were not there at once"
    );
    let end = lab.cloud().now();
    assert_eq!(serving.samples.last().map(|sample| sample.to), Some(end));
}

#[test]
fn an_alarms_datapoints_are_told_apart_by_its_threshold() {
    let mut lab = Lab::new();
    let instances = lab.serving(1);
    lab.give_clients(&instances);
    lab.traffic(60.0);
    let id = lab.id(instances[0]);
    lab.make(api::cloudwatch::PutMetricAlarmInput {
        alarm_name: Some("cpu".to_owned()),
        namespace: Some("AWS/EC2".to_owned()),
        metric_name: Some("CPUUtilization".to_owned()),
        statistic: Some("Average".to_owned()),
        dimensions: vec![api::cloudwatch::Dimension {
            name: Some("InstanceId".to_owned()),
            value: Some(id),
        }],
        period: Some(300),
        evaluation_periods: Some(1),
        threshold: Some(1.0),
        comparison_operator: Some("GreaterThanThreshold".to_owned()),
        ..Default::default()
    });
    lab.pass_secs(900);
    let board = look(&lab, &wanted(Topic::Alarms));
    let chart = &board.charts[0];
    assert_eq!(
        chart.threshold.as_ref().map(|threshold| threshold.value),
        Some(1.0)
    );
    let values = |role| {
        chart
            .line(role)
            .expect("a line")
            .samples
            .iter()
            .map(|sample| sample.value)
    };
    assert!(values(Role::Breaching).count() >= 1);
    assert!(values(Role::Breaching).all(|value| value > 1.0));
    assert!(values(Role::Datapoint).all(|value| value <= 1.0));
}
