//! Mails about what a group did.

use api::sns;

use super::{Web, shape};

const ALL: &str = r#"["autoscaling:EC2_INSTANCE_LAUNCH", "autoscaling:EC2_INSTANCE_TERMINATE",
    "autoscaling:EC2_INSTANCE_LAUNCH_ERROR", "autoscaling:EC2_INSTANCE_TERMINATE_ERROR"]"#;

/// A group whose topic `team` Ada reads.
fn with_reader(n: u32) -> (Web, String) {
    let mut web = Web::of(n, "");
    let topic = web.lab.make(sns::CreateTopicInput {
        name: Some("team".to_owned()),
        ..Default::default()
    });
    let arn = topic.topic_arn.expect("it has one");
    web.lab.make(sns::SubscribeInput {
        topic_arn: Some(arn.clone()),
        protocol: Some("email".to_owned()),
        endpoint: Some("ada@example.com".to_owned()),
        ..Default::default()
    });
    let mail = web
        .cloud()
        .sns
        .mails
        .iter()
        .next_back()
        .expect("a token was sent")
        .message
        .clone();
    let token = web
        .cloud()
        .sns
        .subscriptions()
        .next()
        .expect("it is there")
        .1
        .token
        .clone();
    assert!(mail.contains(&token));
    web.lab.make(sns::ConfirmSubscriptionInput {
        topic_arn: Some(arn.clone()),
        token: Some(token),
    });
    (web, arn)
}

fn put(web: &mut Web, arn: &str, kinds: &str) {
    web.call(
        "PutNotificationConfiguration",
        &format!(r#"{{ {{web}}, "TopicARN": "{arn}", "NotificationTypes": {kinds} }}"#),
    );
}

/// Subjects of the mails after the first ones.
fn subjects(web: &Web, after: u64) -> Vec<String> {
    let mails = web.cloud().sns.mails.iter().skip(after as usize);
    mails.map(|mail| mail.subject.clone()).collect()
}

#[test]
fn launches_and_terminations_are_told_to_the_topic() {
    let (mut web, arn) = with_reader(1);
    let before = web.cloud().sns.mails.end();
    put(&mut web, &arn, ALL);
    web.set(2);
    web.lab.pass_secs(60);
    web.set(1);
    web.lab.pass_secs(120);
    assert_eq!(
        subjects(&web, before),
        [
            "Auto Scaling: test notification for group \"web\"",
            "Auto Scaling: launch for group \"web\"",
            "Auto Scaling: termination for group \"web\"",
        ]
    );
    let mails: Vec<_> = web.cloud().sns.mails.iter().skip(before as usize).collect();
    assert!(
        mails[0]
            .message
            .ends_with("\"Event\":\"autoscaling:TEST_NOTIFICATION\"}"),
        "{}",
        mails[0].message
    );
    let newest = web
        .lab
        .id(web.cloud().ec2.indexes().last().expect("there are some"));
    for part in [
        "\"Event\":\"autoscaling:EC2_INSTANCE_LAUNCH\"".to_owned(),
        format!("\"EC2InstanceId\":\"{newest}\""),
        format!("\"Description\":\"Launching a new EC2 instance: {newest}\""),
        "\"StatusCode\":\"Successful\"".to_owned(),
        "\"Service\":\"AWS Auto Scaling\"".to_owned(),
        "\"AccountId\":\"123456789012\"".to_owned(),
        "\"AutoScalingGroupName\":\"web\"".to_owned(),
        "\"Availability Zone\":\"us-east-2".to_owned(),
    ] {
        assert!(mails[1].message.contains(&part), "{part} in {}", mails[1].message);
    }
    let root = web
        .cloud()
        .facts
        .chain(mails[2].cause)
        .last()
        .expect("it has a cause");
    assert!(matches!(root.1.what, cloud::fact::What::Input(_)));
}

#[test]
fn a_launch_is_told_when_its_instance_is_in_service_and_not_again_when_it_is_warm() {
    let (mut web, arn) = with_reader(1);
    put(&mut web, &arn, ALL);
    web.policy(
        "out",
        r#""PolicyType": "StepScaling", "AdjustmentType": "ChangeInCapacity", "EstimatedInstanceWarmup": 200,
            "StepAdjustments": [{"MetricIntervalLowerBound": 0, "ScalingAdjustment": 1}]"#,
    );
    web.lab.pass_secs(300);
    let before = web.cloud().sns.mails.end();
    web.execute("out", r#", "MetricValue": 60, "BreachThreshold": 50"#);
    while web.in_service() < 2 {
        web.lab.pass_secs(1);
    }
    let once = ["Auto Scaling: launch for group \"web\""];
    assert_eq!(subjects(&web, before), once);
    web.lab.pass_secs(300);
    assert_eq!(subjects(&web, before), once);
}

#[test]
fn a_launch_that_fails_is_told_as_an_error() {
    let (mut web, arn) = with_reader(1);
    put(&mut web, &arn, r#"["autoscaling:EC2_INSTANCE_LAUNCH_ERROR"]"#);
    let before = web.cloud().sns.mails.end();
    web.lab.outage('a', None);
    web.lab.outage('b', None);
    web.set(3);
    web.lab.pass_secs(30);
    let told = subjects(&web, before);
    assert!(!told.is_empty());
    assert!(
        told.iter()
            .all(|subject| subject == "Auto Scaling: failed launch for group \"web\""),
        "{told:?}"
    );
}

#[test]
fn a_topic_hears_only_of_what_it_was_told_to_hear() {
    let (mut web, arn) = with_reader(1);
    put(&mut web, &arn, ALL);
    put(&mut web, &arn, r#"["autoscaling:EC2_INSTANCE_TERMINATE"]"#);
    let listed = web
        .lab
        .look(shape::DescribeNotificationConfigurationsInput::default())
        .configurations;
    let kinds: Vec<_> = listed
        .iter()
        .filter_map(|one| one.notification_type.as_deref())
        .collect();
    assert_eq!(
        kinds,
        ["autoscaling:EC2_INSTANCE_TERMINATE"],
        "the later list takes the place of the earlier"
    );
    let before = web.cloud().sns.mails.end();
    web.set(2);
    web.lab.pass_secs(60);
    assert_eq!(subjects(&web, before), Vec::<String>::new());
    web.call(
        "DeleteNotificationConfiguration",
        &format!(r#"{{ {{web}}, "TopicARN": "{arn}" }}"#),
    );
    web.set(1);
    web.lab.pass_secs(120);
    assert_eq!(subjects(&web, before), Vec::<String>::new());
    let listed = web.lab.look(shape::DescribeNotificationConfigurationsInput {
        group_names: vec!["web".to_owned()],
        ..Default::default()
    });
    assert_eq!(listed.configurations, []);
}
