//! CPU credits: how burstable instances earn them, spend them, slow down or pay. A stress experiment keeps all vCPUs busy.

use api::cloudwatch as watch;
use api::{Map, Timestamp, fis};
use cloud::bill::{Item, Money};
use cloud::ec2::CREDIT;
use cloud::ec2::InstanceIndex;
use cloud::ec2::InstanceState::{Running, Stopped};
use cloud::fact::What;
use cloud::lab::Lab;
use des::{SimDuration, SimTime};

fn map(pairs: &[(&str, &str)]) -> Map<String> {
    let pair = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
    pairs.iter().map(pair).collect()
}

/// All running instances are busy to the last vCPU, from now on for so many hours.
fn stress(lab: &mut Lab, hours: u32) {
    let seconds = hours * 3_600;
    let document = format!(
        r#"{{"DurationSeconds": "{seconds}", "CPU": "0", "LoadPercent": "100", "InstallDependencies": "True"}}"#
    );
    let region = lab.cloud().region.name;
    let arn = format!("arn:aws:ssm:{region}::document/AWSFIS-Run-CPU-Stress");
    let action = fis::ActionSpec {
        action_id: Some("aws:ssm:send-command".to_owned()),
        parameters: map(&[
            ("documentArn", &arn),
            ("documentParameters", &document),
            ("duration", &format!("PT{hours}H")),
        ]),
        targets: map(&[("Instances", "all")]),
        ..Default::default()
    };
    let target = fis::Target {
        resource_type: Some("aws:ec2:instance".to_owned()),
        selection_mode: Some("ALL".to_owned()),
        filters: vec![fis::TargetFilter {
            path: Some("State.Name".to_owned()),
            values: vec!["running".to_owned()],
        }],
        ..Default::default()
    };
    let token = lab.cloud().events_happened().to_string();
    let made = lab.make(fis::CreateExperimentTemplateInput {
        client_token: Some(token.clone()),
        description: Some("busy".to_owned()),
        stop_conditions: vec![fis::StopCondition {
            source: Some("none".to_owned()),
            value: None,
        }],
        targets: [("all".to_owned(), target)].into_iter().collect(),
        actions: [("stress".to_owned(), action)].into_iter().collect(),
        role_arn: Some("arn:aws:iam::123456789012:role/fis".to_owned()),
        ..Default::default()
    });
    lab.make(fis::StartExperimentInput {
        client_token: Some(token),
        experiment_template_id: made.experiment_template.and_then(|template| template.id),
        ..Default::default()
    });
}

/// An instance of a type in a mode, idle, running since a full five minutes.
fn running(lab: &mut Lab, kind: &str, mode: &str) -> InstanceIndex {
    let request = format!(
        r#"{{"ImageId": "ami-0e1d2c3b4a5968701", "InstanceType": "{kind}", "MinCount": 1, "MaxCount": 1,
            "CreditSpecification": {{"CpuCredits": "{mode}"}}}}"#
    );
    lab.ask("RunInstances", &request);
    let instance = lab.cloud().ec2.indexes().last().expect("it was launched");
    lab.wait_for(instance, Running);
    pass_to(lab, 300);
    instance
}

fn pass_to(lab: &mut Lab, seconds: u64) {
    lab.pass(SimTime::from_secs(seconds).since(lab.simulation.now()));
}

/// Balance, surplus and charged, in credits.
fn credits(lab: &Lab, instance: InstanceIndex) -> [f64; 3] {
    let credits = &lab.instance(instance).credits;
    [credits.balance(), credits.surplus(), credits.charged()].map(|n| n as f64 / CREDIT as f64)
}

/// The values of a metric of an instance: when their periods began, in minutes, and what they were.
fn values(lab: &Lab, metric: &str, instance: InstanceIndex) -> Vec<(u64, f64)> {
    let answer = lab.look(watch::GetMetricStatisticsInput {
        namespace: Some("AWS/EC2".to_owned()),
        metric_name: Some(metric.to_owned()),
        dimensions: vec![watch::Dimension {
            name: Some("InstanceId".to_owned()),
            value: Some(lab.id(instance)),
        }],
        start_time: Some(Timestamp::WORLD_START),
        end_time: Some(Timestamp::of(lab.simulation.now())),
        period: Some(300),
        statistics: vec!["Average".to_owned()],
        ..Default::default()
    });
    let value = |point: &watch::Datapoint| {
        let micros = point.timestamp.expect("it has one").as_micros() - Timestamp::WORLD_START.as_micros();
        (
            micros as u64 / 60_000_000,
            point.average.expect("it was asked for"),
        )
    };
    answer.datapoints.iter().map(value).collect()
}

fn last(lab: &Lab, metric: &str, instance: InstanceIndex) -> f64 {
    values(lab, metric, instance).last().expect("it was told").1
}

fn surplus_charged(lab: &Lab, instance: InstanceIndex) -> Money {
    let mut lines = lab.cloud().bill.lines(lab.simulation.now());
    let line = lines.find(|line| line.item == Item::SurplusCredits(instance));
    line.map_or(Money::ZERO, |line| line.charged)
}

fn switch(lab: &mut Lab, mode: &str) -> String {
    let request = format!(
        r#"{{"InstanceCreditSpecifications": [{{"InstanceId": "{{id:0}}", "CpuCredits": "{mode}"}}]}}"#
    );
    lab.ask("ModifyInstanceCreditSpecification", &request)
}

#[test]
fn an_idle_t2_micro_holds_174_credits_after_a_day_and_no_more() {
    let mut lab = Lab::new();
    let instance = running(&mut lab, "t2.micro", "standard");
    let since = lab.instance(instance).state_since;
    let ten_minutes = since + SimDuration::from_mins(10);
    lab.pass(
        ten_minutes
            .next_multiple_of(SimDuration::from_mins(1))
            .since(lab.simulation.now()),
    );
    let earned = lab.simulation.now().since(since).as_micros() as f64 / 600e6;
    assert!((credits(&lab, instance)[0] - (30.0 + earned)).abs() < 1e-9);
    pass_to(&mut lab, 86_400 + 600);
    assert_eq!(credits(&lab, instance), [174.0, 0.0, 0.0]);
    assert_eq!(last(&lab, "CPUCreditBalance", instance), 174.0);
    assert_eq!(last(&lab, "CPUCreditUsage", instance), 0.0);
    assert_eq!(lab.instance(instance).credits.speed_permille, 1_000);
}

#[test]
fn a_busy_t2_micro_slows_to_its_baseline_when_its_credits_are_spent() {
    let mut lab = Lab::new();
    let instance = running(&mut lab, "t2.micro", "standard");
    stress(&mut lab, 3);
    pass_to(&mut lab, 1_200);
    assert_eq!(last(&lab, "CPUUtilization", instance), 100.0);
    assert_eq!(
        last(&lab, "CPUCreditUsage", instance),
        5.0,
        "one vCPU for five minutes"
    );
    pass_to(&mut lab, 7_200);
    let speed = lab.instance(instance).credits.speed_permille;
    assert_eq!(speed, 100, "ten percent");
    let shown = last(&lab, "CPUUtilization", instance);
    assert!(
        (10.0..10.1).contains(&shown),
        "throttled CPU is not used: {shown}"
    );
    let usage = last(&lab, "CPUCreditUsage", instance);
    assert!((0.5..0.51).contains(&usage), "as much as it earns: {usage}");
    assert!(last(&lab, "CPUCreditBalance", instance) < 0.2);
    let slow = lab.cloud().ec2.stations[instance.index()].slowness_permille;
    assert_eq!(
        slow, 20_000,
        "ten times by its credits, two times by the other work"
    );
    let throttled = |fact: &cloud::fact::Fact| fact.what == What::CpuThrottled(instance);
    let (_, fact) = lab
        .cloud()
        .facts
        .iter()
        .find(|(_, fact)| throttled(fact))
        .expect("it was noted");
    let minutes = fact.at.as_secs() / 60;
    assert!(
        (33..=36).contains(&minutes),
        "30 credits of launch, less 0.9 a minute: {minutes}"
    );
}

#[test]
fn a_slowed_instance_that_rests_works_at_full_speed_again() {
    let mut lab = Lab::new();
    let instance = running(&mut lab, "t2.micro", "standard");
    stress(&mut lab, 1);
    pass_to(&mut lab, 3_600);
    assert!(lab.instance(instance).credits.speed_permille < 110);
    pass_to(&mut lab, 3_900 + 1_800);
    assert_eq!(lab.instance(instance).credits.speed_permille, 1_000);
    let facts = lab.cloud().facts.iter();
    let freed: Vec<_> = facts
        .filter(|(_, fact)| fact.what == What::CpuUnthrottled(instance))
        .collect();
    assert_eq!(freed.len(), 1);
    let (id, _) = freed[0];
    let first = lab.cloud().facts.chain(id).last().expect("it has a cause").1.what;
    assert!(matches!(first, What::Input(_)), "{first:?}");
}

#[test]
fn an_unlimited_t3_micro_goes_on_and_pays_for_what_a_day_does_not_earn_back() {
    let mut lab = Lab::new();
    let instance = running(&mut lab, "t3.micro", "unlimited");
    stress(&mut lab, 12);
    pass_to(&mut lab, 3_600);
    let [balance, surplus, charged] = credits(&lab, instance);
    assert_eq!((balance, charged), (0.0, 0.0));
    let spent = |lab: &Lab| {
        let minutes = |since: SimTime| lab.simulation.now().since(since).as_micros() as f64 / 60e6;
        let busy_since = lab.cloud().active_faults().next().expect("the stress").began;
        2.0 * minutes(busy_since) - 0.2 * minutes(lab.instance(instance).state_since)
    };
    assert!((surplus - spent(&lab)).abs() < 1e-6, "{surplus}");
    assert_eq!(last(&lab, "CPUUtilization", instance), 100.0);
    assert_eq!(last(&lab, "CPUCreditUsage", instance), 10.0);
    assert_eq!(surplus_charged(&lab, instance), Money::ZERO);

    pass_to(&mut lab, 4 * 3_600);
    let [_, surplus, charged] = credits(&lab, instance);
    assert_eq!(surplus, 288.0, "no more than a day earns");
    assert!((charged + 288.0 - spent(&lab)).abs() < 1e-6, "{charged}");
    let dollars = surplus_charged(&lab, instance).dollars();
    assert!((dollars - charged * 0.05 / 60.0).abs() < 1e-7, "{dollars}");
    pass_to(&mut lab, 4 * 3_600 + 180); // values can be read a while after their period
    assert_eq!(last(&lab, "CPUSurplusCreditBalance", instance), 288.0);
    assert_eq!(last(&lab, "CPUSurplusCreditsCharged", instance), charged);
}

#[test]
fn what_was_spent_in_advance_is_charged_on_stop_and_t3_keeps_its_credits_for_a_week() {
    let mut lab = Lab::new();
    let instance = running(&mut lab, "t3.micro", "unlimited");
    pass_to(&mut lab, 3_600);
    let had = credits(&lab, instance)[0];
    lab.stop(instance);
    lab.wait_for(instance, Stopped);
    lab.pass(SimDuration::from_mins(6 * 24 * 60));
    assert_eq!(credits(&lab, instance)[0], had);
    lab.start(instance);
    lab.wait_for(instance, Running);
    assert_eq!(credits(&lab, instance)[0], had, "kept for less than a week");
    lab.stop(instance);
    lab.wait_for(instance, Stopped);
    lab.pass(SimDuration::from_mins(7 * 24 * 60));
    lab.start(instance);
    lab.wait_for(instance, Running);
    assert!(credits(&lab, instance)[0] < 0.01, "lost after a week");

    stress(&mut lab, 1);
    lab.pass_secs(3_000);
    let before = credits(&lab, instance);
    assert!(before[1] > 80.0 && before[2] == 0.0, "{before:?}");
    lab.stop(instance);
    let [balance, surplus, charged] = credits(&lab, instance);
    assert_eq!((balance, surplus), (0.0, 0.0));
    assert!(charged >= before[1], "{charged}");
    assert!(surplus_charged(&lab, instance) > Money::ZERO);
}

#[test]
fn a_stopped_t2_loses_its_credits_and_gets_new_ones_for_the_start() {
    let mut lab = Lab::new();
    let instance = running(&mut lab, "t2.small", "standard");
    pass_to(&mut lab, 36_000);
    assert!(credits(&lab, instance)[0] > 140.0);
    lab.stop(instance);
    assert_eq!(credits(&lab, instance)[0], 0.0);
    lab.wait_for(instance, Stopped);
    lab.start(instance);
    lab.wait_for(instance, Running);
    let balance = credits(&lab, instance)[0];
    assert!((30.0..30.1).contains(&balance), "{balance}");
}

#[test]
fn a_hundred_starts_a_day_get_launch_credits_and_no_more() {
    let mut lab = Lab::new();
    lab.ask(
        "RunInstances",
        r#"{"ImageId": "ami-0e1d2c3b4a5968701", "InstanceType": "t2.nano", "MinCount": 101, "MaxCount": 101}"#,
    );
    lab.pass_secs(20);
    let with = |lab: &Lab| {
        let all: Vec<_> = lab.cloud().ec2.indexes().collect();
        all.into_iter()
            .filter(|index| credits(lab, *index)[0] >= 30.0)
            .count()
    };
    assert_eq!(with(&lab), 100);
}

#[test]
fn the_mode_can_change_while_the_instance_runs() {
    let mut lab = Lab::new();
    let instance = running(&mut lab, "t3.micro", "standard");
    let speed = |lab: &Lab| lab.instance(instance).credits.speed_permille;
    stress(&mut lab, 3);
    pass_to(&mut lab, 2_400);
    assert_eq!(speed(&lab), 100, "T3 gets no launch credits");
    let answer = switch(&mut lab, "unlimited");
    let id = lab.id(instance);
    let changed = format!(r#""SuccessfulInstanceCreditSpecifications":[{{"InstanceId":"{id}"}}]"#);
    assert!(answer.contains(&changed), "{answer}");
    assert_eq!(speed(&lab), 1_000, "at once");
    let shown = lab.ask("DescribeInstanceCreditSpecifications", "{}");
    assert!(shown.contains(r#""CpuCredits":"unlimited""#), "{shown}");

    pass_to(&mut lab, 3_600);
    assert!(credits(&lab, instance)[1] > 30.0);
    assert_eq!(surplus_charged(&lab, instance), Money::ZERO);
    switch(&mut lab, "standard");
    assert_eq!(credits(&lab, instance)[1], 0.0);
    assert_eq!(speed(&lab), 100);
    let charged = credits(&lab, instance)[2];
    let dollars = surplus_charged(&lab, instance).dollars();
    assert!(
        (dollars - charged * 0.05 / 60.0).abs() < 1e-7 && charged > 30.0,
        "{charged} {dollars}"
    );
    let shown = lab.ask("DescribeInstanceCreditSpecifications", "{}");
    assert_eq!(
        shown, r#"{"InstanceCreditSpecifications":[]}"#,
        "only unlimited ones, unless named"
    );
}

#[test]
fn instances_that_cannot_be_changed_are_named_with_the_reason() {
    let mut lab = Lab::new();
    lab.launch_type(1, 'a', "m5.large");
    let request = r#"{"InstanceCreditSpecifications": [{"InstanceId": "{id:0}", "CpuCredits": "unlimited"},
        {"InstanceId": "i-0123456789abcdef0", "CpuCredits": "unlimited"}]}"#;
    let answer = lab.ask("ModifyInstanceCreditSpecification", request);
    assert!(
        answer.contains(r#""SuccessfulInstanceCreditSpecifications":[]"#),
        "{answer}"
    );
    for code in [
        "InstanceCreditSpecification.NotSupported",
        "InvalidInstanceID.NotFound",
    ] {
        assert!(answer.contains(&format!(r#""Code":"{code}""#)), "{answer}");
    }
}

#[test]
fn the_default_of_a_family_holds_for_new_instances_and_a_template_goes_before_it() {
    let mut lab = Lab::new();
    let mode = |lab: &Lab, place: usize| lab.cloud().ec2.instances[place].credits.mode.name();
    let get = r#"{"InstanceFamily": "t3"}"#;
    assert!(
        lab.ask("GetDefaultCreditSpecification", get)
            .contains(r#""CpuCredits":"unlimited""#)
    );
    lab.launch(1, 'a');
    lab.launch_type(1, 'a', "t2.micro");
    assert_eq!((mode(&lab, 0), mode(&lab, 1)), ("unlimited", "standard"));
    let set = r#"{"InstanceFamily": "t3", "CpuCredits": "standard"}"#;
    let answer = lab.ask("ModifyDefaultCreditSpecification", set);
    assert!(
        answer.contains(r#""InstanceFamily":"t3","CpuCredits":"standard""#),
        "{answer}"
    );
    lab.launch(1, 'a');
    assert_eq!((mode(&lab, 0), mode(&lab, 2)), ("unlimited", "standard"));
    lab.ask(
        "CreateLaunchTemplate",
        r#"{"LaunchTemplateName": "burst", "LaunchTemplateData": {"ImageId": "ami-0e1d2c3b4a5968701",
            "InstanceType": "t3.micro", "CreditSpecification": {"CpuCredits": "unlimited"},
            "MaintenanceOptions": {"AutoRecovery": "disabled"}, "DisableApiStop": true}}"#,
    );
    lab.ask(
        "RunInstances",
        r#"{"LaunchTemplate": {"LaunchTemplateName": "burst"}, "MinCount": 1, "MaxCount": 1}"#,
    );
    assert_eq!(mode(&lab, 3), "unlimited");
    let launched = &lab.cloud().ec2.instances[3];
    assert!(launched.stop_protection && !launched.auto_recovery);
}

#[test]
fn another_family_begins_without_credits_and_a_smaller_size_keeps_what_it_can() {
    let mut lab = Lab::new();
    let instance = running(&mut lab, "t3.small", "unlimited");
    pass_to(&mut lab, 86_400);
    assert!(credits(&lab, instance)[0] > 570.0);
    lab.stop(instance);
    lab.wait_for(instance, Stopped);
    let resize = |lab: &mut Lab, kind: &str| {
        let request = format!(r#"{{"InstanceId": "{{id:0}}", "InstanceType": {{"Value": "{kind}"}}}}"#);
        lab.ask("ModifyInstanceAttribute", &request);
    };
    resize(&mut lab, "t3.nano");
    assert_eq!(credits(&lab, instance)[0], 144.0);
    resize(&mut lab, "t2.micro");
    assert_eq!(credits(&lab, instance)[0], 0.0);
    assert_eq!(lab.instance(instance).credits.mode.name(), "standard");
}

#[test]
fn a_type_without_credits_has_no_metrics_of_them() {
    let mut lab = Lab::new();
    let instance = lab.launch_type(1, 'a', "m5.large")[0];
    lab.pass_secs(900);
    assert!(values(&lab, "CPUCreditBalance", instance).is_empty());
    assert!(!values(&lab, "CPUUtilization", instance).is_empty());
}
