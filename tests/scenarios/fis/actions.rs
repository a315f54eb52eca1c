//! What each action does.

use api::fis as shape;
use api::sandbox::RequestInput;
use cloud::ec2::InstanceState::Running;
use cloud::lab::{Lab, run_instances};
use cloud::workload::Outcome;

use super::{action, codes, filter, lab, map, reason, start, state, target, template};

fn running(mode: &str) -> shape::Target {
    shape::Target {
        filters: vec![filter("State.Name", "running")],
        ..target("aws:ec2:instance", mode)
    }
}

#[test]
fn actions_wait_for_one_another() {
    let mut lab = lab();
    lab.launch(1, 'a');
    lab.pass_secs(120);
    let reboot = |after: &[&str]| action("aws:ec2:reboot-instances", &[], Some(("Instances", "all")), after);
    let wait = action("aws:fis:wait", &[("duration", "PT2M")], None, &[]);
    let actions = vec![
        ("last", reboot(&["wait"])),
        ("wait", wait),
        ("first", reboot(&[])),
    ];
    let id = start(&mut lab, template(vec![("all", running("ALL"))], actions));
    lab.pass_secs(2);
    assert_eq!(
        state(&lab, &id),
        "running (first completed, last pending, wait running)"
    );
    lab.pass_secs(119);
    assert_eq!(
        state(&lab, &id),
        "running (first completed, last pending, wait running)"
    );
    lab.pass_secs(1);
    assert_eq!(
        state(&lab, &id),
        "completed (first completed, last completed, wait completed)"
    );
    assert_eq!(
        lab.cloud().ec2.instances[0].boots,
        2,
        "the second reboot has just begun"
    );
    assert_eq!(codes(&lab), [16]);
}

#[test]
fn a_stop_without_an_end_completes_when_all_have_stopped() {
    let mut lab = lab();
    let instances = lab.launch(2, 'a');
    lab.pass_secs(60);
    let by_arn = shape::Target {
        resource_arns: vec![format!(
            "arn:aws:ec2:us-east-1:123456789012:instance/{}",
            lab.id(instances[1])
        )],
        ..target("aws:ec2:instance", "ALL")
    };
    let stop = action("aws:ec2:stop-instances", &[], Some(("Instances", "one")), &[]);
    let id = start(&mut lab, template(vec![("one", by_arn)], vec![("stop", stop)]));
    lab.pass_secs(3);
    assert_eq!(
        (state(&lab, &id), codes(&lab)),
        ("running (stop running)".to_owned(), vec![16, 64])
    );
    lab.pass_secs(120);
    assert_eq!(
        (state(&lab, &id), codes(&lab)),
        ("completed (stop completed)".to_owned(), vec![16, 80])
    );
}

#[test]
fn a_protected_instance_fails_the_experiment() {
    let mut lab = lab();
    lab.launch(1, 'a');
    lab.pass_secs(60);
    lab.ask(
        "ModifyInstanceAttribute",
        r#"{"InstanceId": "{id:0}", "DisableApiTermination": {"Value": true}}"#,
    );
    let kill = action(
        "aws:ec2:terminate-instances",
        &[],
        Some(("Instances", "all")),
        &[],
    );
    let id = start(
        &mut lab,
        template(vec![("all", running("ALL"))], vec![("kill", kill)]),
    );
    lab.pass_secs(5);
    assert_eq!(
        (state(&lab, &id), codes(&lab)),
        ("failed (kill failed)".to_owned(), vec![16])
    );
    assert!(
        reason(&lab, &id).starts_with("Action kill failed: The instance 'i-"),
        "{}",
        reason(&lab, &id)
    );
}

#[test]
fn launches_fail_for_want_of_capacity_as_long_as_the_action_lasts() {
    let mut lab = lab();
    let role = shape::Target {
        resource_arns: vec![super::ROLE.to_owned()],
        ..target("aws:iam:role", "ALL")
    };
    let parameters = [
        ("duration", "PT5M"),
        ("availabilityZoneIdentifiers", "us-east-1a,us-east-1b"),
    ];
    let errors = action(
        "aws:ec2:api-insufficient-instance-capacity-error",
        &parameters,
        Some(("Roles", "me")),
        &[],
    );
    let id = start(&mut lab, template(vec![("me", role)], vec![("ice", errors)]));
    lab.pass_secs(2);
    let launch = |lab: &mut Lab, zone: &str| {
        let launch = run_instances("employee-directory", "t3.micro", 1, zone);
        lab.submit(launch).map(drop).map_err(|error| error.code)
    };
    for (zone, expected) in [
        ("us-east-1a", Err("InsufficientInstanceCapacity")),
        ("us-east-1b", Err("InsufficientInstanceCapacity")),
        ("us-east-1c", Ok(())),
    ] {
        assert_eq!(launch(&mut lab, zone), expected, "{zone}");
    }
    lab.pass_secs(300);
    assert_eq!(state(&lab, &id), "completed (ice completed)");
    assert_eq!(launch(&mut lab, "us-east-1a"), Ok(()));
}

fn group(lab: &mut Lab) {
    let data = r#"{"ImageId": "ami-0e1d2c3b4a5968701", "InstanceType": "t3.micro"}"#;
    let request = format!(r#"{{"LaunchTemplateName": "web", "LaunchTemplateData": {data}}}"#);
    lab.ask("CreateLaunchTemplate", &request);
    let request = r#"{"AutoScalingGroupName": "web", "MinSize": 0, "MaxSize": 4, "DesiredCapacity": 0,
        "LaunchTemplate": {"LaunchTemplateName": "web"}, "AvailabilityZones": ["us-east-1a", "us-east-1b"]}"#;
    lab.call("autoscaling", "CreateAutoScalingGroup", request)
        .expect("a group");
}

#[test]
fn a_groups_launches_fail_in_the_zone_and_go_to_the_other() {
    let mut lab = lab();
    group(&mut lab);
    let web = shape::Target {
        filters: vec![filter("AutoScalingGroupName", "web")],
        ..target("aws:ec2:autoscaling-group", "ALL")
    };
    let zone = &lab.cloud().region.zones[0];
    let parameters = [
        ("duration", "PT30M"),
        ("availabilityZoneIdentifiers", zone.id),
        ("percentage", "100"),
    ];
    let zone = zone.name;
    let errors = action(
        "aws:ec2:asg-insufficient-instance-capacity-error",
        &parameters,
        Some(("AutoScalingGroups", "web")),
        &[],
    );
    let id = start(&mut lab, template(vec![("web", web)], vec![("ice", errors)]));
    lab.pass_secs(2);
    assert_eq!(state(&lab, &id), "running (ice running)");
    let desired = r#"{"AutoScalingGroupName": "web", "DesiredCapacity": 4}"#;
    lab.call("autoscaling", "SetDesiredCapacity", desired)
        .expect("it may");
    lab.pass_secs(120);
    let zones = lab
        .cloud()
        .ec2
        .instances
        .iter()
        .map(|instance| lab.cloud().region.zone(instance.zone).name);
    let zones: Vec<&str> = zones.collect();
    assert_eq!(zones.len(), 4);
    assert!(!zones.contains(&zone), "{zones:?} without {zone}");
    let mut failed = lab
        .cloud()
        .autoscaling
        .activities()
        .filter(|(_, activity)| activity.status == "Failed");
    let (number, activity) = failed.next_back().expect("some failed");
    assert!(
        activity
            .message
            .as_ref()
            .is_some_and(|text| text.contains("sufficient t3.micro capacity"))
    );
    assert!(lab.cloud().why_activity(number).is_some());
}

#[test]
fn a_cut_off_subnet_answers_nobody_while_its_instances_run_on() {
    let mut lab = lab();
    let instance = lab.serving(1)[0];
    lab.pass_secs(120);
    let subnet = shape::Target {
        parameters: map(&[("availabilityZoneIdentifier", "us-east-1a")]),
        ..target("aws:ec2:subnet", "ALL")
    };
    let cut = action(
        "aws:network:disrupt-connectivity",
        &[("duration", "PT2M"), ("scope", "all")],
        Some(("Subnets", "a")),
        &[],
    );
    let id = start(&mut lab, template(vec![("a", subnet)], vec![("cut", cut)]));
    lab.pass_secs(2);
    let ask = |lab: &mut Lab| {
        lab.make(RequestInput::default());
        lab.pass_secs(11);
        let record = lab.cloud().records.iter().last().expect("it ended");
        (record.outcome, record.blame.some().is_some())
    };
    assert_eq!(ask(&mut lab), (Outcome::TimedOut, true));
    assert_eq!(lab.instance(instance).state, Running);
    assert_eq!(lab.cloud().status_checks(instance).passed(), (3, 3));
    lab.pass_secs(120);
    assert_eq!(state(&lab, &id), "completed (cut completed)");
    assert_eq!(ask(&mut lab), (Outcome::Served, false));
}

#[test]
fn a_busy_cpu_shows_in_its_metric_and_slows_the_app() {
    let mut lab = lab();
    let instance = lab.serving(1)[0];
    lab.ask("MonitorInstances", r#"{"InstanceIds": ["{id:0}"]}"#);
    let stress = action(
        "aws:ssm:send-command",
        &[
            (
                "documentArn",
                "arn:aws:ssm:us-east-1::document/AWSFIS-Run-CPU-Stress",
            ),
            (
                "documentParameters",
                r#"{"DurationSeconds": "300", "CPU": "0", "LoadPercent": "80", "InstallDependencies": "True"}"#,
            ),
            ("duration", "PT5M"),
        ],
        Some(("Instances", "all")),
        &[],
    );
    let id = start(
        &mut lab,
        template(vec![("all", running("ALL"))], vec![("stress", stress)]),
    );
    lab.pass_secs(130);
    assert_eq!(
        lab.cloud().ec2.stations[instance.index()].slowness_permille,
        1_800
    );
    let request = format!(
        r#"{{"Namespace": "AWS/EC2", "MetricName": "CPUUtilization", "Period": 60, "Statistics": ["Maximum"],
            "Dimensions": [{{"Name": "InstanceId", "Value": "{}"}}],
            "StartTime": "2000-01-01T00:00:00Z", "EndTime": "2100-01-01T00:00:00Z"}}"#,
        lab.id(instance)
    );
    let request = request.replace("2000-01-01T00:00:00Z", &api::Timestamp::WORLD_START.to_string());
    let end = api::Timestamp::of(lab.simulation.now() + des::SimDuration::from_secs(60)).to_string();
    let answer = lab.call(
        "cloudwatch",
        "GetMetricStatistics",
        &request.replace("2100-01-01T00:00:00Z", &end),
    );
    let shown = answer.expect("it answers");
    let shown = api::json::compact(api::Value::Shape(shown.shape().expect("it has one")));
    assert!(shown.contains("\"Maximum\":80"), "{shown}");
    lab.pass_secs(300);
    assert_eq!(state(&lab, &id), "completed (stress completed)");
    assert_eq!(
        lab.cloud().ec2.stations[instance.index()].slowness_permille,
        1_000
    );
}

#[test]
fn an_experiment_that_only_looks_breaks_nothing() {
    let mut lab = lab();
    lab.launch(1, 'a');
    lab.pass_secs(60);
    let template = lab
        .make(super::power_interruption())
        .experiment_template
        .expect("it was made");
    let started = lab.make(shape::StartExperimentInput {
        client_token: Some("look".to_owned()),
        experiment_template_id: template.id,
        experiment_options: Some(shape::StartOptions {
            actions_mode: Some("skip-all".to_owned()),
        }),
        ..Default::default()
    });
    let id = started
        .experiment
        .and_then(|experiment| experiment.id)
        .expect("it has an id");
    lab.pass_secs(5);
    assert_eq!(
        (state(&lab, &id), codes(&lab)),
        ("completed (stop skipped)".to_owned(), vec![16])
    );
}

#[test]
fn a_subnet_cut_from_other_zones_still_serves_its_own() {
    let mut lab = lab();
    let group = tests::web::balance(&mut lab);
    let mut instances = lab.launch(1, 'a');
    instances.extend(lab.launch(1, 'b'));
    lab.pass_secs(60);
    tests::web::register(&mut lab, &group, &instances);
    lab.pass_secs(120);
    let subnet = shape::Target {
        filters: vec![filter("AvailabilityZone", "us-east-1a")],
        ..target("aws:ec2:subnet", "ALL")
    };
    let cut = action(
        "aws:network:disrupt-connectivity",
        &[("duration", "PT10M"), ("scope", "availability-zone")],
        Some(("Subnets", "a")),
        &[],
    );
    start(&mut lab, template(vec![("a", subnet)], vec![("cut", cut)]));
    lab.pass_secs(300);
    let served = |lab: &mut Lab| {
        let before = lab.cloud().truth.ended;
        lab.traffic(10.0);
        lab.pass_secs(60);
        lab.traffic(0.0);
        lab.pass_secs(20);
        let after = lab.cloud().truth.ended;
        after.iter().sum::<u64>() - before.iter().sum::<u64>() == after[0] - before[0]
    };
    let beliefs: Vec<Vec<bool>> = lab
        .cloud()
        .elbv2
        .targets
        .iter()
        .map(|target| {
            target
                .beliefs
                .iter()
                .map(|belief| belief.health == cloud::elbv2::Health::Healthy)
                .collect()
        })
        .collect();
    assert_eq!(
        beliefs,
        [[true, false], [false, true]],
        "each node sees its own zone alone"
    );
    assert!(served(&mut lab), "each node sends to its own zone alone");
    lab.pass_secs(600);
    assert!(served(&mut lab));
}
