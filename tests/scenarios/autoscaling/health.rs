//! Who is not healthy, and what becomes of it.

use cloud::workload::Outcome;

use super::{Fleet, cause, seconds_between, word};

const LAUNCHED: &str =
    "an instance was launched in response to an unhealthy instance needing to be replaced.";

/// A group of two behind a load balancer whose targets are healthy; the target group's ARN.
fn balanced(health_check_type: &str, grace: i64) -> (Fleet, String) {
    let mut fleet = Fleet::new();
    let arn = fleet.balance();
    fleet.create(2, 2, 4, |input| {
        input.target_group_arns = vec![arn.clone()];
        input.health_check_type = Some(health_check_type.to_owned());
        input.grace_period = Some(grace);
    });
    fleet.lab.pass_secs(120);
    let members = fleet.members();
    assert!(
        members
            .iter()
            .all(|instance| fleet.target(&arn, *instance) == "healthy")
    );
    (fleet, arn)
}

/// Scenario S8 of the facts on Auto Scaling and load balancing.
#[test]
fn an_instance_that_someone_terminates_in_ec2_is_replaced() {
    let mut fleet = Fleet::with(1, 1, 4, |input| input.grace_period = Some(3_600));
    fleet.ask(
        "PutScalingPolicy",
        r#", "PolicyName": "out", "AdjustmentType": "ChangeInCapacity", "ScalingAdjustment": 1, "Cooldown": 600"#,
    );
    fleet.ask("ExecutePolicy", r#", "PolicyName": "out""#);
    fleet.seconds_until(30, |fleet| fleet.zones() == "ab");
    fleet.lab.pass_secs(10);
    let one = fleet.members()[0];
    fleet.lab.terminate(one);
    fleet.lab.pass_secs(5);
    assert_eq!(fleet.state(one), "InService Unhealthy", "seen, not acted upon");
    fleet.lab.pass_secs(1);
    assert_eq!(
        fleet.state(one),
        "Terminating Unhealthy",
        "neither cooldown nor grace delay it"
    );
    let id = fleet.lab.id(one);
    let gone = fleet.activity(&format!("Terminating EC2 instance: {id}"));
    assert_eq!(
        cause(&gone),
        format!(
            "At {} an instance was taken out of service in response to an EC2 health check indicating it has been \
             terminated or stopped.",
            fleet.at()
        )
    );
    fleet.lab.pass_secs(1);
    assert_eq!(fleet.in_state("Pending"), 1, "another begins a second later");
    let launch = fleet.activity("Launching a new EC2 instance: ");
    assert_eq!(cause(&launch), format!("At {} {LAUNCHED}", fleet.at()));
    assert_eq!(seconds_between(&gone, &launch), 1);
    assert_eq!(fleet.desired(), 2);
    fleet.seconds_until(20, |fleet| fleet.zones() == "ab");
    fleet.seconds_until(30, |fleet| fleet.state(one).is_empty());
    for beginning in ["Terminating", "Launching"] {
        let status = fleet.activity(beginning).status_code;
        assert_eq!(status.as_deref(), Some("Successful"), "{beginning}");
    }
    let (facts, instance) = (&fleet.lab.cloud().facts, fleet.lab.instance(one));
    let (_, root) = facts.chain(instance.cause).last().expect("it has a cause");
    assert!(matches!(root.what, cloud::fact::What::Input(_)));
}

/// Scenario S9 of the facts on Auto Scaling and load balancing.
#[test]
fn a_load_balancers_verdict_does_not_count_unless_the_group_heeds_it() {
    let (mut fleet, arn) = balanced("EC2", 0);
    let [one, other] = [fleet.members()[0], fleet.members()[1]];
    fleet.lab.fault("app-crash", one, None);
    fleet.lab.pass_secs(65);
    assert_eq!(fleet.target(&arn, one), "unhealthy");
    use_for_a_minute(&mut fleet);
    let records = || fleet.lab.cloud().records.iter();
    assert!(records().count() > 500);
    assert!(records().all(|record| record.outcome == Outcome::Served && record.target == other));
    fleet.lab.pass_secs(3_600);
    assert_eq!(fleet.state(one), "InService Healthy");
    fleet.ask("UpdateAutoScalingGroup", r#", "HealthCheckType": "ELB""#);
    fleet.seconds_until(31, |fleet| fleet.state(one) == "Terminating Unhealthy");
    let gone = fleet.activity("Terminating");
    assert!(cause(&gone).ends_with(
        "Z an instance was taken out of service in response to an ELB system health check failure."
    ));
    fleet.lab.pass_secs(1);
    let launch = fleet.activity("Launching a new EC2 instance: ");
    assert!(cause(&launch).ends_with(LAUNCHED), "{}", cause(&launch));
    assert_eq!(seconds_between(&gone, &launch), 1);
    assert_eq!(fleet.desired(), 2);
    fleet.seconds_until(60, |fleet| fleet.in_state("InService") == 2);
    let seconds = fleet.seconds_until(310, |fleet| fleet.state(one).is_empty());
    assert!(seconds > 240, "it drains for 300 s first: {seconds}");
    assert_eq!(fleet.zones(), "ab");
}

/// The employees use the load balancer for a minute.
fn use_for_a_minute(fleet: &mut Fleet) {
    let balancers = fleet.say("elbv2", "DescribeLoadBalancers", "{}");
    let endpoint = vec![word(&balancers, "DNSName")];
    fleet.lab.make(api::sandbox::ClientsInput { endpoint });
    fleet.lab.traffic(10.0);
    fleet.lab.pass_secs(60);
    fleet.lab.traffic(0.0);
}

/// Scenario S10 of the facts on Auto Scaling and load balancing.
#[test]
fn the_grace_period_protects_an_app_that_never_answers_until_it_is_over() {
    let mut fleet = Fleet::new();
    let arn = fleet.balance();
    fleet.second_version("employee-directory-bad");
    fleet.create(1, 1, 2, |input| {
        input.target_group_arns = vec![arn];
        input.health_check_type = Some("ELB".to_owned());
        input.grace_period = Some(300);
        input.launch_template = Some(super::template("2"));
    });
    fleet.seconds_until(60, |fleet| fleet.in_state("InService") == 1);
    let one = fleet.members()[0];
    let seconds = fleet.seconds_until(400, |fleet| fleet.state(one) == "Terminating Unhealthy");
    assert!((300..=331).contains(&seconds), "{seconds}");
}

/// Scenario S10 of the facts on Auto Scaling and load balancing.
#[test]
fn without_grace_a_group_that_is_slow_to_answer_replaces_for_ever() {
    let mut fleet = Fleet::new();
    let target_group = fleet.balance();
    fleet.second_version("employee-directory-bad");
    fleet.create(1, 1, 2, |input| {
        input.target_group_arns = vec![target_group.clone()];
        input.health_check_type = Some("ELB,EC2".to_owned());
        input.launch_template = Some(super::template("2"));
    });
    fleet.seconds_until(60, |fleet| fleet.in_state("InService") == 1);
    let one = fleet.members()[0];
    while fleet.target(&target_group, one) != "unhealthy" {
        assert_eq!(fleet.state(one), "InService Healthy");
        fleet.lab.pass_secs(1);
    }
    let seconds = fleet.seconds_until(30, |fleet| fleet.state(one) == "Terminating Unhealthy");
    assert!(seconds <= 30, "at the first look after that: {seconds}");
    fleet.lab.pass_secs(1_200);
    let activities = fleet.activities();
    let launches = activities
        .iter()
        .filter(|activity| cause(activity).ends_with(LAUNCHED));
    assert!(launches.count() >= 5);
}

/// Scenario S10 of the facts on Auto Scaling and load balancing.
#[test]
fn a_stopped_instance_is_replaced_despite_its_grace_period() {
    let mut fleet = Fleet::new();
    let arn = fleet.balance();
    fleet.create(1, 1, 2, |input| {
        input.target_group_arns = vec![arn];
        input.health_check_type = Some("ELB".to_owned());
        input.grace_period = Some(300);
    });
    fleet.seconds_until(60, |fleet| fleet.in_state("InService") == 1);
    let one = fleet.members()[0];
    fleet.lab.pass_secs(10);
    fleet.lab.stop(one);
    fleet.lab.pass_secs(5);
    assert_eq!(fleet.state(one), "InService Unhealthy");
    fleet.lab.pass_secs(1);
    assert_eq!(fleet.state(one), "Terminating Unhealthy");
    fleet.lab.pass_secs(1);
    assert_eq!(fleet.in_state("Pending"), 1, "another begins a second later");
    fleet.seconds_until(400, |fleet| {
        fleet.in_state("InService") == 1 && fleet.state(one).is_empty()
    });
    assert_eq!(fleet.lab.instance(one).state.name(), "terminated");
}

#[test]
fn an_impaired_status_check_counts_after_minutes() {
    let mut fleet = Fleet::of(1, 1, 2);
    fleet.lab.pass_secs(300);
    let one = fleet.members()[0];
    fleet.lab.fault("instance-crash", one, None);
    let seconds = fleet.seconds_until(600, |fleet| fleet.state(one) == "Terminating Unhealthy");
    assert!((300..=400).contains(&seconds), "{seconds}");
    let gone = fleet.activity("Terminating");
    assert!(cause(&gone).ends_with("in response to an EC2 instance status check failure."));
}

#[test]
fn an_impaired_volume_counts_at_the_next_look_if_the_group_heeds_it() {
    for (kind, least, most) in [("EC2", 300, 400), ("EC2,EBS", 0, 91)] {
        let mut fleet = Fleet::with(1, 1, 2, |input| input.health_check_type = Some(kind.to_owned()));
        fleet.lab.pass_secs(300);
        let one = fleet.members()[0];
        fleet.lab.outage('a', None);
        let seconds = fleet.seconds_until(600, |fleet| fleet.state(one) == "Terminating Unhealthy");
        assert!((least..=most).contains(&seconds), "{kind}: {seconds}");
        let gone = fleet.activity("Terminating");
        let volume = cause(&gone).ends_with("in response to an EBS volume health check failure.");
        assert_eq!(volume, kind == "EC2,EBS", "{}", cause(&gone));
    }
}

#[test]
fn a_tenth_of_a_large_group_is_replaced_at_a_time_though_one_is_missing() {
    let mut fleet = Fleet::of(1, 20, 30);
    fleet.lab.pass_secs(300);
    for zone in ["us-east-2a", "us-east-2b"] {
        fleet.lab.make(api::sandbox::CapacityInput {
            zone: Some(zone.to_owned()),
            instance_type: Some("t3.micro".to_owned()),
            free: Some(0),
        });
    }
    fleet.ask("SetDesiredCapacity", r#", "DesiredCapacity": 21"#);
    fleet.lab.pass_secs(60);
    for instance in &fleet.members()[..3] {
        fleet.lab.fault("instance-crash", *instance, None);
    }
    fleet.seconds_until(400, |fleet| fleet.in_state("Terminating") > 0);
    assert_eq!(fleet.in_state("Terminating"), 2, "a tenth of 21");
    let others = fleet.activities();
    let others = others
        .iter()
        .filter(|one| one.description.as_deref().unwrap_or_default().starts_with("Term"));
    assert_eq!(others.count(), 2);
}

#[test]
fn what_somebody_calls_unhealthy_is_replaced_unless_the_grace_period_spares_it() {
    let mut fleet = Fleet::with(1, 2, 2, |input| input.grace_period = Some(600));
    let one = fleet.members()[0];
    let say = |health: &str, respect: bool, fleet: &mut Fleet| {
        let request = format!(
            r#"{{"InstanceId": "{}", "HealthStatus": "{health}", "ShouldRespectGracePeriod": {respect}}}"#,
            fleet.lab.id(one)
        );
        fleet.say("autoscaling", "SetInstanceHealth", &request);
    };
    say("Unhealthy", true, &mut fleet);
    fleet.lab.pass_secs(60);
    assert_eq!(fleet.state(one), "InService Healthy");
    say("Unhealthy", false, &mut fleet);
    assert_eq!(fleet.state(one), "InService Unhealthy");
    say("Healthy", false, &mut fleet);
    fleet.lab.pass_secs(60);
    assert_eq!(fleet.state(one), "InService Healthy", "it was taken back in time");
    say("Unhealthy", false, &mut fleet);
    fleet.seconds_until(30, |fleet| fleet.state(one) == "Terminating Unhealthy");
    let gone = fleet.activity("Terminating");
    assert!(cause(&gone).ends_with("in response to a user health-check."));
}

#[test]
fn those_that_fail_their_checks_are_replaced_one_after_the_other() {
    let (mut fleet, _) = balanced("ELB", 0);
    let members = fleet.members();
    for instance in &members {
        fleet.lab.fault("app-crash", *instance, None);
    }
    fleet.seconds_until(120, |fleet| fleet.in_state("Terminating") == 1);
    let mut both_wait = true;
    let seconds = fleet.seconds_until(600, |fleet| fleet.in_state("Terminating") == 2);
    both_wait &= seconds >= 30;
    assert!(
        both_wait,
        "the second waits until the first one's successor is healthy: {seconds}"
    );
}

#[test]
fn a_group_that_does_not_check_replaces_nothing_until_it_does_again() {
    let mut fleet = Fleet::of(1, 1, 2);
    fleet.ask("SuspendProcesses", r#", "ScalingProcesses": ["HealthCheck"]"#);
    let one = fleet.members()[0];
    fleet.lab.terminate(one);
    fleet.lab.pass_secs(300);
    assert_eq!(fleet.state(one), "InService Healthy");
    fleet.ask("ResumeProcesses", r#", "ScalingProcesses": ["HealthCheck"]"#);
    fleet.seconds_until(90, |fleet| {
        fleet.in_state("InService") == 1 && fleet.state(one).is_empty()
    });
}

/// Scenario S11 of the facts on Auto Scaling and load balancing.
#[test]
fn the_termination_of_a_balanced_instance_waits_for_the_whole_deregistration_delay() {
    let (mut fleet, arn) = balanced("EC2", 0);
    let one = fleet.members()[0];
    let id = fleet.lab.id(one);
    let request = format!(r#"{{"InstanceId": "{id}", "ShouldDecrementDesiredCapacity": false}}"#);
    fleet.say("autoscaling", "TerminateInstanceInAutoScalingGroup", &request);
    fleet.lab.pass_secs(5);
    assert_eq!(fleet.target(&arn, one), "draining");
    assert_eq!(fleet.state(one), "Terminating Healthy");
    assert_eq!(fleet.lab.instance(one).state.name(), "running");
    let activity = fleet.activity("Terminating");
    assert_eq!(
        activity.status_code.as_deref(),
        Some("WaitingForELBConnectionDraining")
    );
    assert_eq!(activity.progress, Some(50));
    assert_eq!(
        activity.description,
        Some(format!(
            "Terminating EC2 instance: {id} - Waiting For ELB Connection Draining."
        ))
    );
    fleet.seconds_until(60, |fleet| fleet.in_state("InService") == 2);
    fleet.seconds_until(400, |fleet| fleet.members().len() == 2);
    let activity = fleet.activity("Terminating");
    let ends = activity.end_time.expect("it is over").to_sim_time();
    let lasted = ends.since(activity.start_time.expect("it began").to_sim_time());
    assert!(
        (300_000_000..=310_000_000).contains(&lasted.as_micros()),
        "{lasted:?}"
    );
    assert_eq!(
        activity.description,
        Some(format!("Terminating EC2 instance: {id}"))
    );
}

/// Scenario S11 of the facts on Auto Scaling and load balancing.
#[test]
fn without_a_deregistration_delay_it_ends_in_seconds() {
    let (mut fleet, arn) = balanced("EC2", 0);
    let request = format!(
        r#"{{"TargetGroupArn": "{arn}", "Attributes": [
            {{"Key": "deregistration_delay.timeout_seconds", "Value": "0"}}]}}"#
    );
    fleet.say("elbv2", "ModifyTargetGroupAttributes", &request);
    let one = fleet.members()[0];
    let request = format!(
        r#"{{"InstanceId": "{}", "ShouldDecrementDesiredCapacity": false}}"#,
        fleet.lab.id(one)
    );
    fleet.say("autoscaling", "TerminateInstanceInAutoScalingGroup", &request);
    fleet.lab.pass_secs(1);
    assert_eq!(fleet.in_state("Pending"), 1, "the other comes at the same time");
    fleet.lab.pass_secs(9);
    let activity = fleet.activity("Terminating");
    assert_eq!(activity.status_code.as_deref(), Some("Successful"));
    fleet.seconds_until(45, |fleet| fleet.state(one).is_empty());
}
