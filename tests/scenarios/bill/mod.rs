//! What the account is charged.

mod behind;
mod resources;
mod watching;

use cloud::bill::{Item, Line, Money, prices};
use cloud::ec2::InstanceIndex;
use cloud::ec2::InstanceState::{Running, Stopped, Terminated};
use cloud::lab::Lab;
use des::SimDuration;

use super::elbv2::Web;

/// A t3.micro's price of an hour, in millionths of a dollar.
const T3_MICRO: u64 = 10_400;

fn charged(lab: &Lab, item: Item) -> Money {
    let mut lines = lab.cloud().bill.lines(lab.simulation.now());
    lines
        .find(|line| line.item == item)
        .map_or(Money::ZERO, |line| line.charged)
}

fn line(lab: &Lab, item: Item) -> Line {
    let mut lines = lab.cloud().bill.lines(lab.simulation.now());
    lines.find(|line| line.item == item).expect("it was charged for")
}

/// Quantity and price, as a bill has them.
fn words(lab: &Lab, item: Item) -> String {
    let line = line(lab, item);
    format!("{} at {}", line.quantity, line.price)
}

/// Seconds of a t3.micro that were charged for.
fn seconds_charged(lab: &Lab, instance: InstanceIndex) -> u64 {
    let nanos = charged(lab, Item::Instance(instance)).nano_dollars();
    (nanos * 3_600).div_ceil(T3_MICRO * 1_000)
}

/// Scenario 2 of the facts on EC2 and CloudWatch.
#[test]
fn a_short_run_is_charged_for_a_minute_and_a_longer_one_by_the_second() {
    let mut lab = Lab::new();
    let instance = lab.launch(1, 'a')[0];
    assert_eq!(seconds_charged(&lab, instance), 0, "pending is free");
    lab.wait_for(instance, Running);
    let begun = lab.instance(instance).state_since;
    lab.pass((begun + SimDuration::from_secs(20)).since(lab.simulation.now()));
    lab.stop(instance);
    assert_eq!(seconds_charged(&lab, instance), 60, "20 s count as a minute");
    lab.wait_for(instance, Stopped);
    lab.pass_secs(600);
    assert_eq!(
        seconds_charged(&lab, instance),
        60,
        "stopping and stopped are free"
    );
    lab.start(instance);
    lab.wait_for(instance, Running);
    let begun = lab.instance(instance).state_since;
    lab.pass((begun + SimDuration::from_secs(90)).since(lab.simulation.now()));
    lab.stop(instance);
    assert_eq!(seconds_charged(&lab, instance), 150, "60 + 90");
}

/// Scenario 3 of the facts on EC2 and CloudWatch.
#[test]
fn a_reboot_opens_no_new_minute() {
    let mut lab = Lab::new();
    let instance = lab.launch(1, 'a')[0];
    lab.wait_for(instance, Running);
    lab.pass_secs(3_000);
    let before = seconds_charged(&lab, instance);
    lab.reboot(instance);
    lab.pass_secs(10);
    assert_eq!(seconds_charged(&lab, instance), before + 10);
}

#[test]
fn a_stopped_instance_still_pays_for_its_volume_and_a_terminated_one_for_nothing() {
    let mut lab = Lab::new();
    let instance = lab.launch(1, 'a')[0];
    lab.wait_for(instance, Running);
    let running = prices::PUBLIC_IPV4.per_hour() + prices::ROOT_VOLUME.per_hour();
    let hourly = |lab: &Lab| lab.cloud().hourly_rate().per_hour();
    assert_eq!(hourly(&lab), running + Money::from_micro_dollars(T3_MICRO));
    lab.stop(instance);
    lab.wait_for(instance, Stopped);
    assert_eq!(
        hourly(&lab),
        prices::ROOT_VOLUME.per_hour(),
        "its address went back"
    );
    lab.terminate(instance);
    lab.wait_for(instance, Terminated);
    assert_eq!(hourly(&lab), Money::ZERO);
}

#[test]
fn one_instance_for_a_month_costs_what_the_price_list_says() {
    let mut lab = Lab::new();
    let instance = lab.launch(1, 'a')[0];
    lab.wait_for(instance, Running);
    let month = lab.cloud().hourly_rate().per_month();
    assert_eq!(month.to_string(), "$11.88", "7.59 + 3.65 + 8 GiB at 0.08");
}

#[test]
fn the_bill_never_falls() {
    let mut lab = Lab::new();
    let mut before = Money::ZERO;
    let mut watch = |lab: &mut Lab| {
        for _ in 0..50 {
            lab.pass_secs(1);
            let now = lab.cloud().charged();
            assert!(now >= before);
            before = now;
        }
    };
    for instance_type in ["t3.nano", "m5.large", "t2.micro"] {
        let instance = lab.launch_type(1, 'b', instance_type)[0];
        watch(&mut lab);
        lab.stop(instance);
        watch(&mut lab);
        lab.start(instance);
        watch(&mut lab);
        lab.terminate(instance);
        watch(&mut lab);
    }
}

#[test]
fn a_load_balancer_pays_for_the_capacity_units_it_uses_and_never_less() {
    let mut web = Web::new();
    let target = web.add(1, 'a')[0];
    web.seconds_until(target, "healthy");
    web.give_name();
    let (index, _) = web.lab.cloud().elbv2.balancers().next().expect("it was made");
    let item = Item::CapacityUnits(index);
    web.lab.pass_secs(120);
    assert_eq!(charged(&web.lab, item), Money::ZERO, "nothing was asked for");
    web.lab.traffic(50.0);
    let mut before = Money::ZERO;
    for _ in 0..10 {
        web.lab.pass_secs(60);
        let now = charged(&web.lab, item);
        assert!(now >= before);
        before = now;
    }
    let hours = web.lab.cloud().elbv2.balancer(index).capacity_unit_hours();
    let expected = hours * prices::LCU.money.dollars();
    assert!(
        hours > 0.1 && (before.dollars() - expected).abs() < 1e-7,
        "{hours} {before}"
    );
}

#[test]
fn a_line_says_how_much_of_what_at_which_price() {
    let mut lab = Lab::new();
    let instance = lab.launch(1, 'a')[0];
    lab.wait_for(instance, Running);
    lab.pass_secs(45_000);
    assert_eq!(
        words(&lab, Item::Instance(instance)),
        "12.5 instance-hours at $0.0104"
    );
    assert_eq!(
        words(&lab, Item::PublicAddress(instance)),
        "12.5 address-hours at $0.005"
    );
    lab.pass_secs(365 * 3_600 - 45_000);
    lab.stop(instance);
    lab.wait_for(instance, Stopped);
    assert_eq!(
        words(&lab, Item::Instance(instance)),
        "365 instance-hours at $0.0104"
    );
    assert_eq!(words(&lab, Item::RootVolume(instance)), "4 GB-months at $0.08");
}

#[test]
fn what_was_used_of_another_type_stays_on_the_line_and_its_price_is_the_new_one() {
    let mut lab = Lab::new();
    let instance = lab.launch(1, 'a')[0];
    lab.wait_for(instance, Running);
    lab.pass_secs(3_600);
    lab.stop(instance);
    lab.wait_for(instance, Stopped);
    let small = charged(&lab, Item::Instance(instance));
    let kind = r#"{"InstanceId": "{id:0}", "InstanceType": {"Value": "t3.small"}}"#;
    lab.ask("ModifyInstanceAttribute", kind);
    lab.start(instance);
    lab.wait_for(instance, Running);
    lab.pass_secs(7_200);
    let both = charged(&lab, Item::Instance(instance)).less(small);
    assert_eq!(
        (small.to_string(), both.to_string()),
        ("$0.0104".to_owned(), "$0.0416".to_owned())
    );
    assert_eq!(
        words(&lab, Item::Instance(instance)),
        "3 instance-hours at $0.0208"
    );
}

#[test]
fn detailed_monitoring_is_seven_metrics_and_an_alarm_one() {
    let mut lab = Lab::new();
    let instance = lab.launch(1, 'a')[0];
    lab.wait_for(instance, Running);
    lab.ask("MonitorInstances", r#"{"InstanceIds": ["{id:0}"]}"#);
    let alarm = r#"{"AlarmName": "busy", "Namespace": "AWS/EC2", "MetricName": "CPUUtilization", "Statistic": "Average",
        "Period": 60, "EvaluationPeriods": 1, "Threshold": 70, "ComparisonOperator": "GreaterThanThreshold",
        "Dimensions": [{"Name": "InstanceId", "Value": "{id:0}"}]}"#;
    lab.call("cloudwatch", "PutMetricAlarm", alarm)
        .expect("it is right");
    lab.pass_secs(73 * 3_600);
    assert_eq!(
        words(&lab, Item::DetailedMonitoring(instance)),
        "0.7 metric-months at $0.30"
    );
    let lines = lab.cloud().bill.lines(lab.simulation.now());
    let alarms: Vec<String> = lines
        .filter(|line| matches!(line.item, Item::Alarm(_)))
        .map(|line| format!("{} at {}", line.quantity, line.price))
        .collect();
    assert_eq!(alarms, ["0.1 alarm-months at $0.10"]);
}
