//! Topics, who reads them, and the mail that would have been sent.

use cloud::lab::Lab;

use super::{orders_alarm, say, watch};

const TEAM: &str = "arn:aws:sns:us-east-2:123456789012:team";

fn sns(lab: &mut Lab, operation: &str, request: &str) -> String {
    say(lab, "sns", operation, &request.replace("{team}", TEAM))
}

/// The topic `team` with a reader who has confirmed; the reader's subscription.
fn team(protocol: &str) -> (Lab, String) {
    let mut lab = Lab::new();
    let topic = r#"{"Name": "team", "Attributes": {"DisplayName": "The team"}, "Tags": [{"Key": "a", "Value": "1"}]}"#;
    assert_eq!(
        sns(&mut lab, "CreateTopic", topic),
        format!(r#"{{"TopicArn":"{TEAM}"}}"#)
    );
    let request = format!(
        r#"{{"TopicArn": "{{team}}", "Protocol": "{protocol}", "Endpoint": "ada@example.com",
            "ReturnSubscriptionArn": true, "Attributes": {{"RawMessageDelivery": "false"}}}}"#
    );
    let answer = sns(&mut lab, "Subscribe", &request);
    let arn = answer.split('"').nth(3).unwrap_or_default().to_owned();
    let mail = lab.cloud().sns.mails.last().expect("a token was mailed").clone();
    let (_, token) = mail.body.split_once("&Token=").expect("a link confirms");
    let token = token.split('&').next().unwrap_or_default();
    let request = format!(r#"{{"TopicArn": "{{team}}", "Token": "{token}"}}"#);
    sns(&mut lab, "ConfirmSubscription", &request);
    (lab, arn)
}

#[test]
fn the_mail_about_an_alarm_reads_as_aws_writes_it() {
    let (mut lab, arn) = team("email");
    orders_alarm(
        &mut lab,
        "orders",
        &format!(r#", "AlarmActions": ["{TEAM}"], "AlarmDescription": "too many""#),
    );
    watch(
        &mut lab,
        "SetAlarmState",
        r#"{"AlarmName": "orders", "StateValue": "ALARM", "StateReason": "a test"}"#,
    );
    let mail = lab.cloud().sns.mails.last().expect("there is one");
    assert_eq!(mail.subject, r#"ALARM: "orders" in US East (Ohio)"#);
    assert_eq!(mail.from, "The team <no-reply@sns.amazonaws.com>");
    assert!(
        mail.body.starts_with(
            "You are receiving this email because your Amazon CloudWatch Alarm \"orders\" in the US East (Ohio) region has \
             entered the ALARM state, because \"a test\" at \"Monday 02 November, 2026 10:00:00 UTC\"."
        ),
        "{}",
        mail.body
    );
    assert!(
        mail.body
            .contains("- State Change:               INSUFFICIENT_DATA -> ALARM\n")
    );
    assert!(mail.body.contains(&format!(
        "unsubscribe.html?SubscriptionArn={arn}&Endpoint=ada@example.com"
    )));
    assert!(
        mail.message
            .contains(r#""Trigger":{"MetricName":"Orders","Namespace":"Shop""#),
        "{}",
        mail.message
    );
}

#[test]
fn mail_as_json_is_an_envelope_around_the_message() {
    let (mut lab, _) = team("email-json");
    let answer = sns(
        &mut lab,
        "Publish",
        r#"{"TopicArn": "{team}", "Message": "hello", "Subject": "Hi"}"#,
    );
    let mail = lab.cloud().sns.mails.last().expect("there is one");
    let id = answer.split('"').nth(3).unwrap_or_default();
    assert!(
        mail.body
            .starts_with(&format!(r#"{{"Type":"Notification","MessageId":"{id}""#)),
        "{}",
        mail.body
    );
    assert!(
        mail.body.contains(r#""Subject":"Hi","Message":"hello""#),
        "{}",
        mail.body
    );
}

#[test]
fn a_token_confirms_for_two_days_and_is_mailed_again_on_demand() {
    let (mut lab, _) = team("email");
    let subscribe = r#"{"TopicArn": "{team}", "Protocol": "email", "Endpoint": "bob@example.com"}"#;
    sns(&mut lab, "Subscribe", subscribe);
    let mail = lab.cloud().sns.mails.last().expect("a token was mailed");
    let token = mail.message.rsplit(' ').next().unwrap_or_default().to_owned();
    let confirm = format!(r#"{{"TopicArn": "{TEAM}", "Token": "{token}"}}"#);
    lab.pass_secs(2 * 86_400 + 1);
    let refused = lab.call("sns", "ConfirmSubscription", &confirm);
    assert_eq!(
        refused.err().map(|error| error.to_string()).as_deref(),
        Some("(InvalidParameter) Invalid parameter: Token")
    );
    sns(&mut lab, "Subscribe", subscribe);
    sns(&mut lab, "ConfirmSubscription", &confirm);
    sns(
        &mut lab,
        "Publish",
        r#"{"TopicArn": "{team}", "Message": "hello"}"#,
    );
    assert_eq!(
        lab.cloud().sns.mails.last().map(|mail| mail.to.as_str()),
        Some("bob@example.com")
    );
}

#[test]
fn attributes_and_labels_of_topics_can_be_read_and_set() {
    let (mut lab, arn) = team("email");
    let set = r#"{"TopicArn": "{team}", "AttributeName": "DisplayName", "AttributeValue": "Us"}"#;
    sns(&mut lab, "SetTopicAttributes", set);
    assert_eq!(
        sns(&mut lab, "GetTopicAttributes", r#"{"TopicArn": "{team}"}"#),
        format!(
            r#"{{"Attributes":{{"DisplayName":"Us","Owner":"123456789012","SubscriptionsConfirmed":"1","SubscriptionsDeleted":"0","SubscriptionsPending":"0","TopicArn":"{TEAM}"}}}}"#
        )
    );
    let raw = format!(
        r#"{{"SubscriptionArn": "{arn}", "AttributeName": "RawMessageDelivery", "AttributeValue": "false"}}"#
    );
    sns(&mut lab, "SetSubscriptionAttributes", &raw);
    let told = sns(
        &mut lab,
        "GetSubscriptionAttributes",
        &format!(r#"{{"SubscriptionArn": "{arn}"}}"#),
    );
    assert!(
        told.contains(r#""PendingConfirmation":"false""#) && told.contains(r#""RawMessageDelivery":"false""#),
        "{told}"
    );
    sns(
        &mut lab,
        "TagResource",
        r#"{"ResourceArn": "{team}", "Tags": [{"Key": "b", "Value": "2"}]}"#,
    );
    sns(
        &mut lab,
        "UntagResource",
        r#"{"ResourceArn": "{team}", "TagKeys": ["a"]}"#,
    );
    let tags = sns(&mut lab, "ListTagsForResource", r#"{"ResourceArn": "{team}"}"#);
    assert_eq!(tags, r#"{"Tags":[{"Key":"b","Value":"2"}]}"#);
}

#[test]
fn a_batch_sends_what_can_be_sent() {
    let (mut lab, _) = team("email");
    let before = lab.cloud().sns.mails.end();
    let batch = r#"{"TopicArn": "{team}", "PublishBatchRequestEntries": [
        {"Id": "1", "Message": "hello"}, {"Id": "2", "Message": "no", "Subject": " no"}]}"#;
    let answer = sns(&mut lab, "PublishBatch", batch);
    assert!(
        answer.starts_with(r#"{"Successful":[{"Id":"1","MessageId":""#),
        "{answer}"
    );
    assert!(
        answer.ends_with(
            r#""Failed":[{"Id":"2","Code":"InvalidParameter","Message":"Invalid parameter: Subject","SenderFault":true}]}"#
        ),
        "{answer}"
    );
    assert_eq!(lab.cloud().sns.mails.end() - before, 1);
}

#[test]
fn topics_are_listed_a_hundred_at_once() {
    let mut lab = Lab::new();
    for number in 0..101 {
        sns(&mut lab, "CreateTopic", &format!(r#"{{"Name": "t{number}"}}"#));
    }
    let first = sns(&mut lab, "ListTopics", "{}");
    assert_eq!(first.matches("\"TopicArn\"").count(), 100);
    assert!(first.ends_with(r#""NextToken":"100"}"#));
    assert_eq!(
        sns(&mut lab, "ListTopics", r#"{"NextToken": "100"}"#)
            .matches("\"TopicArn\"")
            .count(),
        1
    );
}
