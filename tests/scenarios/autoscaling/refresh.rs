//! Instance refresh: the instances of a group are replaced, a few at a time.

use api::autoscaling as shape;

use super::{Fleet, cause, word};

/// A refresh to version 2.
fn to_second(preferences: &str) -> String {
    format!(
        r#", "DesiredConfiguration": {{"LaunchTemplate": {{"LaunchTemplateName": "web", "Version": "2"}}}},
            "Preferences": {{{preferences}}}"#
    )
}

fn refresh(fleet: &Fleet) -> shape::InstanceRefresh {
    let answer = fleet.lab.look(shape::DescribeInstanceRefreshesInput {
        group_name: Some("web".to_owned()),
        ..Default::default()
    });
    answer.refreshes.into_iter().next().expect("a refresh")
}

fn status(fleet: &Fleet) -> String {
    refresh(fleet).status.unwrap_or_default()
}

/// The versions that the instances in service were launched from: `122`.
fn versions(fleet: &Fleet) -> String {
    let all = fleet.group().instances;
    let in_service = all
        .into_iter()
        .filter(|instance| instance.lifecycle_state.as_deref() == Some("InService"));
    let mut versions: Vec<String> = in_service
        .filter_map(|instance| instance.launch_template?.version)
        .collect();
    versions.sort_unstable();
    versions.concat()
}

#[test]
fn a_refresh_replaces_every_instance_and_changes_the_groups_template() {
    let mut fleet = Fleet::of(2, 4, 6);
    let old = fleet.members();
    fleet.second_version("employee-directory");
    let answer = fleet.ask("StartInstanceRefresh", &to_second(r#""InstanceWarmup": 60"#));
    assert_eq!(word(&answer, "InstanceRefreshId").len(), 36);
    assert_eq!(status(&fleet), "Pending");
    fleet.seconds_until(15, |fleet| status(fleet) == "InProgress");
    assert_eq!(refresh(&fleet).instances_to_update, Some(4));
    let mut least = 4;
    let mut percents = Vec::new();
    while status(&fleet) == "InProgress" {
        fleet.lab.pass_secs(1);
        least = least.min(fleet.in_state("InService"));
        percents.push(refresh(&fleet).percentage_complete.unwrap_or_default());
    }
    assert_eq!(least, 3, "90 % of four, but for one");
    assert!(percents.is_sorted(), "{percents:?}");
    percents.dedup();
    assert_eq!(percents, [0, 25, 50, 75, 100]);
    let done = refresh(&fleet);
    assert_eq!(done.status.as_deref(), Some("Successful"));
    assert_eq!(done.instances_to_update, Some(0));
    let members = fleet.members();
    assert!(
        old.iter()
            .all(|instance| !members.contains(instance) || !fleet.state(*instance).starts_with("InService"))
    );
    assert_eq!(versions(&fleet), "2222");
    let template = fleet.group().launch_template.unwrap_or_default();
    assert_eq!(template.version.as_deref(), Some("2"));
    let gone = fleet.activity("Terminating");
    assert!(cause(&gone).contains("was taken out of service in response to an instance refresh."));
    let launch = fleet.activity("Launching");
    assert!(cause(&launch).ends_with("an instance was launched in response to an instance refresh."));
}

#[test]
fn a_greatest_percentage_launches_first() {
    let mut fleet = Fleet::of(2, 2, 2);
    fleet.second_version("employee-directory");
    let preferences = r#""MinHealthyPercentage": 100, "MaxHealthyPercentage": 100, "InstanceWarmup": 0"#;
    fleet.ask("StartInstanceRefresh", &to_second(preferences));
    let mut sizes = (9, 0);
    for _ in 0..300 {
        fleet.lab.pass_secs(1);
        let there = fleet.in_state("InService");
        sizes = (sizes.0.min(there), sizes.1.max(there + fleet.in_state("Pending")));
    }
    assert_eq!(status(&fleet), "Successful");
    assert_eq!(sizes, (2, 3), "never fewer than two, never more than three");
    assert_eq!(fleet.zones(), "ab", "each comes where its predecessor goes");
    assert_eq!(versions(&fleet), "22");
}

#[test]
fn instances_that_match_are_skipped_if_the_caller_wants_it() {
    let mut fleet = Fleet::of(2, 2, 2);
    let old = fleet.members();
    let request = r#", "DesiredConfiguration": {"LaunchTemplate": {"LaunchTemplateName": "web", "Version": "1"}},
        "Preferences": {"SkipMatching": true}"#;
    fleet.ask("StartInstanceRefresh", request);
    fleet.lab.pass_secs(60);
    assert_eq!(status(&fleet), "Successful");
    assert_eq!(refresh(&fleet).percentage_complete, Some(100));
    assert_eq!(fleet.members(), old);
}

#[test]
fn a_refresh_pauses_at_its_checkpoints_and_bakes_at_the_end() {
    let mut fleet = Fleet::of(2, 2, 2);
    fleet.second_version("employee-directory");
    let preferences =
        r#""CheckpointPercentages": [50, 100], "CheckpointDelay": 600, "InstanceWarmup": 0, "BakeTime": 900"#;
    fleet.ask("StartInstanceRefresh", &to_second(preferences));
    fleet.seconds_until(120, |fleet| refresh(fleet).percentage_complete == Some(50));
    fleet.lab.pass_secs(590);
    assert_eq!(versions(&fleet), "12", "it waits");
    fleet.seconds_until(200, |fleet| refresh(fleet).percentage_complete == Some(100));
    fleet.seconds_until(700, |fleet| status(fleet) == "Baking");
    let seconds = fleet.seconds_until(1_000, |fleet| status(fleet) == "Successful");
    assert!((890..=935).contains(&seconds), "{seconds}");
}

#[test]
fn a_refresh_to_a_broken_image_gets_stuck_at_its_first_instance_and_is_rolled_back() {
    let mut fleet = Fleet::new();
    let arn = fleet.balance();
    fleet.create(3, 3, 4, |input| {
        input.target_group_arns = vec![arn];
        input.health_check_type = Some("ELB".to_owned());
        input.grace_period = Some(60);
    });
    fleet.lab.pass_secs(180);
    fleet.second_version("employee-directory-bad");
    fleet.ask("StartInstanceRefresh", &to_second(""));
    fleet.lab.pass_secs(1_200);
    assert_eq!(status(&fleet), "InProgress");
    assert_eq!(refresh(&fleet).percentage_complete, Some(0));
    let old = versions(&fleet).matches('1').count();
    assert_eq!(old, 2, "the others serve on");
    let launches = fleet.activities();
    let again = launches
        .iter()
        .filter(|activity| cause(activity).ends_with("an unhealthy instance needing to be replaced."));
    assert!(again.count() >= 3, "the bad one is replaced again and again");
    let answer = fleet.ask("RollbackInstanceRefresh", "");
    assert_eq!(
        Some(word(&answer, "InstanceRefreshId")),
        refresh(&fleet).refresh_id
    );
    assert_eq!(status(&fleet), "RollbackInProgress");
    fleet.seconds_until(900, |fleet| status(fleet) == "RollbackSuccessful");
    assert_eq!(versions(&fleet), "111");
    let rollback = refresh(&fleet).rollback_details.expect("it was rolled back");
    assert_eq!(rollback.percentage_complete, Some(0));
    assert_eq!(
        fleet
            .group()
            .launch_template
            .and_then(|template| template.version)
            .as_deref(),
        Some("1")
    );
}

#[test]
fn a_refresh_that_comes_no_further_for_an_hour_fails_and_may_roll_back_by_itself() {
    let mut fleet = Fleet::new();
    let arn = fleet.balance();
    fleet.create(2, 2, 4, |input| {
        input.target_group_arns = vec![arn];
        input.health_check_type = Some("ELB".to_owned());
    });
    fleet.lab.pass_secs(180);
    fleet.second_version("employee-directory-bad");
    fleet.ask("StartInstanceRefresh", &to_second(r#""AutoRollback": true"#));
    let seconds = fleet.seconds_until(4_000, |fleet| status(fleet) == "RollbackInProgress");
    assert!((3_600..=3_660).contains(&seconds), "{seconds}");
    fleet.seconds_until(900, |fleet| status(fleet) == "RollbackSuccessful");
    fleet.seconds_until(400, |fleet| versions(fleet) == "11");

    fleet.ask("StartInstanceRefresh", &to_second(""));
    fleet.seconds_until(4_000, |fleet| status(fleet) == "Failed");
    assert!(refresh(&fleet).status_reason.is_some());
}

#[test]
fn a_cancelled_refresh_waits_for_those_that_come_and_go_and_leaves_the_rest() {
    let mut fleet = Fleet::of(2, 2, 2);
    fleet.second_version("employee-directory");
    fleet.ask("StartInstanceRefresh", &to_second(r#""InstanceWarmup": 300"#));
    fleet.seconds_until(60, |fleet| fleet.in_state("Pending") == 1);
    fleet.ask("CancelInstanceRefresh", "");
    assert_eq!(status(&fleet), "Cancelling");
    fleet.seconds_until(120, |fleet| status(fleet) == "Cancelled");
    assert_eq!(versions(&fleet), "12");
    let template = fleet.group().launch_template.unwrap_or_default();
    assert_eq!(template.version.as_deref(), Some("1"));
    let refusal = fleet.refused("CancelInstanceRefresh", "");
    assert!(
        refusal.starts_with("(ActiveInstanceRefreshNotFound) "),
        "{refusal}"
    );
}

#[test]
fn protected_instances_and_those_in_standby_are_waited_for_unless_the_caller_says_otherwise() {
    let mut fleet = Fleet::with(1, 2, 3, |input| input.protect_new = Some(true));
    fleet.second_version("employee-directory");
    fleet.ask("StartInstanceRefresh", &to_second(r#""InstanceWarmup": 0"#));
    fleet.lab.pass_secs(600);
    assert_eq!(
        (status(&fleet), versions(&fleet)),
        ("InProgress".to_owned(), "11".to_owned())
    );
    fleet.ask(
        "CancelInstanceRefresh",
        r#", "WaitForTransitioningInstances": false"#,
    );
    let preferences = r#""InstanceWarmup": 0, "ScaleInProtectedInstances": "Refresh""#;
    fleet.ask("StartInstanceRefresh", &to_second(preferences));
    fleet.seconds_until(300, |fleet| status(fleet) == "Successful");
    assert_eq!(versions(&fleet), "22");
}

#[test]
fn a_suspended_refresh_pauses() {
    let mut fleet = Fleet::of(2, 2, 2);
    fleet.second_version("employee-directory");
    fleet.ask("SuspendProcesses", r#", "ScalingProcesses": ["InstanceRefresh"]"#);
    fleet.ask("StartInstanceRefresh", &to_second(r#""InstanceWarmup": 0"#));
    fleet.lab.pass_secs(7_200);
    assert_eq!(
        (status(&fleet), versions(&fleet)),
        ("Pending".to_owned(), "11".to_owned())
    );
    fleet.ask("ResumeProcesses", "");
    fleet.seconds_until(300, |fleet| status(fleet) == "Successful");
}
