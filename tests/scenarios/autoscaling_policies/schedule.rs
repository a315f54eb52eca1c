//! Scheduled actions. The world begins on Monday, 2 November 2026, at 10:00 in UTC.

use super::{Web, shape};

fn put(web: &mut Web, name: &str, members: &str) {
    web.call(
        "PutScheduledUpdateGroupAction",
        &format!(r#"{{ {{web}}, "ScheduledActionName": "{name}", {members} }}"#),
    );
}

fn actions(web: &Web) -> Vec<shape::ScheduledUpdateGroupAction> {
    web.lab
        .look(shape::DescribeScheduledActionsInput::default())
        .actions
}

fn names(web: &Web) -> Vec<String> {
    actions(web)
        .into_iter()
        .filter_map(|action| action.action_name)
        .collect()
}

#[test]
fn an_action_runs_once_at_its_time_and_is_gone() {
    let mut web = Web::of(1, "");
    put(
        &mut web,
        "launch day",
        r#""StartTime": "2026-11-02T11:00:00Z", "MinSize": 3, "MaxSize": 6, "DesiredCapacity": 4"#,
    );
    let described = &actions(&web)[0];
    let arn = described.action_arn.clone().expect("it has one");
    assert!(arn.contains(":scheduledUpdateGroupAction:") && arn.ends_with(":scheduledActionName/launch day"));
    assert_eq!(described.start_time, described.time);
    web.pass_to(3_599);
    assert_eq!(web.desired(), 1);
    web.pass_to(3_600);
    let group = web.group();
    assert_eq!(
        (group.min_size, group.max_size, group.desired_capacity),
        (Some(3), Some(6), Some(4))
    );
    assert_eq!(names(&web), Vec::<String>::new());
    web.lab.pass_secs(60);
    assert_eq!(web.in_service(), 4);
    assert!(
        web.cause().starts_with(
            "At 2026-11-02T11:00:00Z a scheduled action update of AutoScalingGroup constraints to min: 3, max: 6, \
             desired: 4 changing the desired capacity from 1 to 4."
        ),
        "{}",
        web.cause()
    );
    let (_, fact) = web.cloud().facts.iter().next_back().expect("there are some");
    let root = web
        .cloud()
        .facts
        .chain(fact.cause)
        .last()
        .expect("it has a cause");
    assert!(matches!(root.1.what, cloud::fact::What::Input(_)));
}

#[test]
fn a_recurring_action_follows_the_clock_of_its_zone() {
    let mut web = Web::of(1, "");
    put(
        &mut web,
        "morning",
        r#""Recurrence": "0 9 * * mon-fri", "TimeZone": "America/New_York", "DesiredCapacity": 3"#,
    );
    put(
        &mut web,
        "evening",
        r#""Recurrence": "0 18 * * *", "TimeZone": "Europe/Berlin", "DesiredCapacity": 2"#,
    );
    assert_eq!(names(&web), ["morning", "evening"]);
    web.pass_to(2 * 86_400);
    let changes = web.changes();
    let hours: Vec<(u64, u32)> = changes[1..]
        .iter()
        .map(|(at, to)| (at / 3_600 + 10, *to))
        .collect();
    assert!(changes[1..].iter().all(|(at, _)| at % 3_600 == 0), "{changes:?}");
    assert_eq!(
        hours,
        [(14, 3), (17, 2), (38, 3), (41, 2)],
        "hours after Monday began in UTC"
    );
    assert_eq!(actions(&web)[0].time_zone.as_deref(), Some("America/New_York"));
}

#[test]
fn a_recurring_action_ends_before_its_end_time() {
    let mut web = Web::of(1, "");
    put(
        &mut web,
        "hourly",
        r#""Recurrence": "0 * * * *", "StartTime": "2026-11-02T12:00:00Z", "EndTime": "2026-11-02T14:00:00Z",
            "DesiredCapacity": 3"#,
    );
    web.pass_to(5_400);
    assert_eq!(web.desired(), 1, "11:00 is before its start");
    web.pass_to(7_200);
    assert_eq!(web.desired(), 3);
    web.set(1);
    web.pass_to(3 * 3_600);
    assert_eq!(web.desired(), 3, "13:00");
    assert_eq!(names(&web), Vec::<String>::new(), "14:00 is its end");
}

#[test]
fn what_is_due_while_suspended_is_passed_over_for_good() {
    let mut web = Web::of(1, "");
    put(
        &mut web,
        "once",
        r#""StartTime": "2026-11-02T10:30:00Z", "DesiredCapacity": 2"#,
    );
    put(
        &mut web,
        "hourly",
        r#""Recurrence": "0 * * * *", "DesiredCapacity": 3"#,
    );
    web.call(
        "SuspendProcesses",
        r#"{{web}, "ScalingProcesses": ["ScheduledActions"]}"#,
    );
    web.pass_to(3_660);
    assert_eq!((web.desired(), names(&web)), (1, vec!["hourly".to_owned()]));
    web.call(
        "ResumeProcesses",
        r#"{{web}, "ScalingProcesses": ["ScheduledActions"]}"#,
    );
    web.pass_to(7_199);
    assert_eq!(web.desired(), 1);
    web.pass_to(7_200);
    assert_eq!(web.desired(), 3);
}

#[test]
fn actions_due_together_run_in_the_order_of_definition() {
    let mut web = Web::of(1, "");
    put(
        &mut web,
        "first",
        r#""Recurrence": "0 12 * * *", "DesiredCapacity": 5"#,
    );
    put(
        &mut web,
        "second",
        r#""Recurrence": "0 11,12 * * *", "DesiredCapacity": 2"#,
    );
    web.pass_to(2 * 3_600);
    let sizes: Vec<u32> = web.changes().iter().map(|(_, to)| *to).collect();
    assert_eq!(sizes, [1, 2, 5, 2]);
}

#[test]
fn an_action_that_does_not_fit_leaves_a_failed_activity() {
    let mut web = Web::of(1, "");
    put(
        &mut web,
        "too many",
        r#""StartTime": "2026-11-02T11:00:00Z", "DesiredCapacity": 101"#,
    );
    web.pass_to(3_700);
    assert_eq!(web.desired(), 1);
    let activities = web
        .lab
        .look(shape::DescribeScalingActivitiesInput::default())
        .activities;
    assert_eq!(activities[0].status_code.as_deref(), Some("Failed"));
    assert_eq!(
        activities[0].status_message.as_deref(),
        Some("Desired capacity:101 must be between the specified min size:1 and max size:100")
    );
}

/// Scenario S17 of the facts on Auto Scaling and load balancing.
#[test]
fn bounds_alone_drag_the_desired_capacity_and_ignore_cooldowns() {
    let mut web = Web::of(4, "");
    web.policy(
        "one",
        r#""AdjustmentType": "ChangeInCapacity", "ScalingAdjustment": 1"#,
    );
    put(
        &mut web,
        "small",
        r#""StartTime": "2026-11-02T10:10:00Z", "MaxSize": 2"#,
    );
    web.pass_to(560);
    assert_eq!(web.execute("one", ""), 5);
    web.pass_to(600);
    assert_eq!(web.desired(), 2);
    web.lab.pass_secs(60);
    assert_eq!(web.in_service(), 2);
}

#[test]
fn an_action_of_a_known_name_gets_another_plan() {
    let mut web = Web::of(1, "");
    put(
        &mut web,
        "night",
        r#""Recurrence": "0 20 * * *", "DesiredCapacity": 1"#,
    );
    let arn = actions(&web)[0].action_arn.clone();
    put(&mut web, "night", r#""Recurrence": "30 10 * * *", "MinSize": 2"#);
    let described = actions(&web);
    assert_eq!(described.len(), 1);
    assert_eq!(described[0].action_arn, arn);
    assert_eq!(
        (described[0].min_size, described[0].desired_capacity),
        (Some(2), None)
    );
    web.pass_to(1_800);
    assert_eq!(web.desired(), 2);
    web.call(
        "DeleteScheduledAction",
        r#"{{web}, "ScheduledActionName": "night"}"#,
    );
    assert_eq!(names(&web), Vec::<String>::new());
}

#[test]
fn a_batch_tells_which_were_refused() {
    let mut web = Web::of(1, "");
    let answer = web.ask(
        "BatchPutScheduledUpdateGroupAction",
        r#"{{web}, "ScheduledUpdateGroupActions": [
            {"ScheduledActionName": "a", "Recurrence": "0 20 * * *", "DesiredCapacity": 1},
            {"ScheduledActionName": "b", "Recurrence": "never", "DesiredCapacity": 1},
            {"ScheduledActionName": "c", "Recurrence": "0 21 * * *", "DesiredCapacity": 1}]}"#,
    );
    assert_eq!(
        answer,
        r#"{"FailedScheduledUpdateGroupActions":[{"ScheduledActionName":"b","ErrorCode":"ValidationError","ErrorMessage":"Given recurrence string:never is invalid"}]}"#
    );
    assert_eq!(names(&web), ["a", "c"]);
    let answer = web.ask(
        "BatchDeleteScheduledAction",
        r#"{{web}, "ScheduledActionNames": ["a", "b"]}"#,
    );
    assert_eq!(
        answer,
        r#"{"FailedScheduledActions":[{"ScheduledActionName":"b","ErrorCode":"ValidationError","ErrorMessage":"Scheduled action name not found"}]}"#
    );
    assert_eq!(names(&web), ["c"]);
}

#[test]
fn actions_can_be_found_by_group_name_and_time() {
    let mut web = Web::of(1, "");
    put(
        &mut web,
        "noon",
        r#""Recurrence": "0 12 * * *", "DesiredCapacity": 1"#,
    );
    put(
        &mut web,
        "night",
        r#""Recurrence": "0 20 * * *", "DesiredCapacity": 1"#,
    );
    let mut found = |request: &str| {
        let output = web.call("DescribeScheduledActions", request);
        let answer = <shape::DescribeScheduledActionsInput as api::Input>::answer(output).expect("its own");
        let names = answer.actions.into_iter().filter_map(|action| action.action_name);
        names.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(found("{{web}}"), "noon night");
    assert_eq!(found(r#"{"ScheduledActionNames": ["night", "none"]}"#), "night");
    assert_eq!(found(r#"{"StartTime": "2026-11-02T13:00:00Z"}"#), "night");
    assert_eq!(found(r#"{"EndTime": "2026-11-02T13:00:00Z"}"#), "noon");
    assert_eq!(found(r#"{"AutoScalingGroupName": "none"}"#), "");
}
