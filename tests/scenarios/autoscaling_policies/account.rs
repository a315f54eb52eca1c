//! Tags of groups, limits, and what there is to choose from.

use super::{Web, shape};

fn tags(web: &mut Web, request: &str) -> String {
    let output = web.call("DescribeTags", request);
    let answer = <shape::DescribeTagsInput as api::Input>::answer(output).expect("its own");
    let text = |tag: shape::Tag| {
        let propagate = tag.propagate.expect("it is always there");
        format!(
            "{}={} {propagate}",
            tag.key.unwrap_or_default(),
            tag.value.unwrap_or_default()
        )
    };
    answer.tags.into_iter().map(text).collect::<Vec<_>>().join(", ")
}

#[test]
fn groups_can_be_tagged_and_new_instances_bear_what_is_propagated() {
    let mut web = Web::of(
        1,
        r#""Tags": [{"Key": "team", "Value": "blue", "PropagateAtLaunch": false}],"#,
    );
    web.call(
        "CreateOrUpdateTags",
        r#"{"Tags": [
            {"ResourceId": "web", "ResourceType": "auto-scaling-group", "Key": "team", "Value": "green"},
            {"ResourceId": "web", "ResourceType": "auto-scaling-group", "Key": "stage", "Value": "test",
                "PropagateAtLaunch": true}]}"#,
    );
    assert_eq!(tags(&mut web, "{}"), "stage=test true, team=green false");
    let filtered =
        |name: &str, value: &str| format!(r#"{{"Filters": [{{"Name": "{name}", "Values": ["{value}"]}}]}}"#);
    assert_eq!(tags(&mut web, &filtered("key", "team")), "team=green false");
    assert_eq!(tags(&mut web, &filtered("value", "test")), "stage=test true");
    assert_eq!(
        tags(&mut web, &filtered("propagate-at-launch", "true")),
        "stage=test true"
    );
    assert_eq!(tags(&mut web, &filtered("auto-scaling-group", "other")), "");
    web.set(2);
    web.lab.pass_secs(60);
    let borne = |place: usize| {
        let instance = &web.cloud().ec2.instances[place];
        instance
            .tags
            .iter()
            .any(|(key, value)| key == "stage" && value == "test")
    };
    assert_eq!([borne(0), borne(1)], [false, true]);
    web.call(
        "DeleteTags",
        r#"{"Tags": [{"ResourceId": "web", "ResourceType": "auto-scaling-group", "Key": "stage"},
            {"ResourceId": "web", "ResourceType": "auto-scaling-group", "Key": "team", "Value": "other"}]}"#,
    );
    assert_eq!(
        tags(&mut web, "{}"),
        "team=green false",
        "a value must be the tag's own"
    );
}

#[test]
fn limits_and_choices_are_told() {
    let mut web = Web::of(1, "");
    assert_eq!(
        web.ask("DescribeAccountLimits", "{}"),
        r#"{"MaxNumberOfAutoScalingGroups":500,"MaxNumberOfLaunchConfigurations":200,"NumberOfAutoScalingGroups":1,"NumberOfLaunchConfigurations":0}"#
    );
    let mut has = |operation: &str, words: &[&str]| {
        let answer = web.ask(operation, "{}");
        for word in words {
            assert!(
                answer.contains(&format!("\"{word}\"")),
                "{operation}: {word} in {answer}"
            );
        }
    };
    has("DescribeAdjustmentTypes", shape::ADJUSTMENT_TYPES);
    has("DescribeAutoScalingNotificationTypes", shape::NOTIFICATION_TYPES);
    has(
        "DescribeLifecycleHookTypes",
        &[
            "autoscaling:EC2_INSTANCE_LAUNCHING",
            "autoscaling:EC2_INSTANCE_TERMINATING",
        ],
    );
    has(
        "DescribeMetricCollectionTypes",
        &["GroupDesiredCapacity", "GroupTotalCapacity", "1Minute"],
    );
    has("DescribeScalingProcessTypes", shape::PROCESSES);
    has(
        "DescribeTerminationPolicyTypes",
        &["Default", "OldestInstance", "NewestInstance"],
    );
}
