//! What the sandbox tells about the world around the account.

use api::Timestamp;
use api::sandbox::{
    AvailabilityInput, BillInput, MailInput, MetricsInput, NowInput, TimelineInput, WhyInput,
};
use cloud::lab::Lab;
use des::SimDuration;

#[test]
fn now_is_the_start_of_the_world_and_what_has_passed_and_an_offset() {
    let mut lab = Lab::new();
    lab.pass_secs(900);
    let now = |offset: Option<&str>| {
        lab.look(NowInput {
            offset: offset.map(str::to_owned),
        })
        .now
    };
    let start = Timestamp::WORLD_START.as_micros();
    assert_eq!(now(None), Some(Timestamp::from_micros(start + 900_000_000)));
    assert_eq!(
        now(Some("-10m")),
        Some(Timestamp::from_micros(start + 300_000_000))
    );
    assert_eq!(now(Some("1m")), Some(Timestamp::from_micros(start + 960_000_000)));
}

#[test]
fn metrics_count_what_the_employees_met_and_looking_changes_nothing() {
    let mut lab = Lab::new();
    let instances = lab.serving(1);
    lab.traffic(5.0);
    lab.pass_secs(600);
    let before = lab.cloud().digest();
    let all = lab.look(MetricsInput {
        last: Some("1h".to_owned()),
    });
    assert_eq!(lab.cloud().digest(), before);
    assert_eq!(all.requests, Some(lab.cloud().truth.ended_total() as i64));
    assert!(all.p50 <= all.p95 && all.p95 <= all.p99 && all.p50 > Some(0.0));
    let recent = lab.look(MetricsInput::default());
    assert!(recent.requests > Some(0) && recent.requests < all.requests);
    lab.fault("instance-crash", instances[0], None);
    lab.pass_secs(60);
    let after = lab.look(MetricsInput {
        last: Some("30s".to_owned()),
    });
    assert_eq!(after.success_share, Some(0.0));
    let failed: i64 = after.failures.iter().filter_map(|row| row.count).sum();
    assert_eq!(Some(failed), after.requests);
}

#[test]
fn why_leads_from_an_instance_to_an_input_by_facts_of_the_timeline() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    let id = lab.id(instance);
    lab.fault("instance-crash", instance, None);
    lab.pass_secs(60);
    let all = lab.look(TimelineInput::default()).facts;
    assert_eq!(all.len() as u64, lab.cloud().facts.count());
    let chain = lab.look(WhyInput { subject: Some(id) }).facts;
    assert!(chain.iter().all(|fact| all.contains(fact)));
    let last = chain.last().expect("an instance has a cause");
    assert_eq!((last.kind.as_deref(), last.cause), (Some("input"), None));
    for pair in chain.windows(2) {
        assert_eq!(pair[0].cause, pair[1].id);
    }
    let recent = lab
        .look(TimelineInput {
            last: Some("70s".to_owned()),
        })
        .facts;
    assert!(
        recent
            .iter()
            .any(|fact| fact.kind.as_deref() == Some("fault-began"))
    );
    assert!(recent.len() < all.len());
}

#[test]
fn the_bill_adds_up() {
    let mut lab = Lab::new();
    lab.serving(2);
    lab.pass(SimDuration::from_mins(60));
    let bill = lab.look(BillInput::default());
    let ours = |line: &&api::sandbox::BillLine| line.item.as_deref() == Some("instance");
    let instances: Vec<_> = bill.lines.iter().filter(ours).collect();
    assert_eq!(instances.len(), 2);
    for line in instances {
        assert_eq!(line.unit.as_deref(), Some("instance-hours"));
        assert!(line.resource.as_deref().is_some_and(|id| id.starts_with("i-")));
        assert!(
            line.quantity > Some(1.0) && line.price.as_deref() == Some("$0.0104"),
            "{line:?}"
        );
    }
    let sum: f64 = bill.lines.iter().filter_map(|line| line.charged).sum();
    assert!((sum - bill.charged.unwrap_or_default()).abs() < 1e-9 && sum > 0.0);
}

#[test]
fn availability_is_what_is_promised_and_what_was_measured() {
    let mut lab = Lab::new();
    assert_eq!(lab.look(AvailabilityInput::default()).measured_requests, None);
    lab.serving(1);
    lab.traffic(5.0);
    lab.pass_secs(300);
    let seen = lab.look(AvailabilityInput::default());
    assert_eq!(seen.zones, ["us-east-2a"]);
    assert_eq!(seen.designed, Some(lab.cloud().design().whole.0));
    assert_eq!(seen.measured_time, Some(1.0));
    let stages: Vec<usize> = seen.stages.iter().map(|stage| stage.parts.len()).collect();
    assert_eq!(stages, [1, 1, 1], "the instance, DynamoDB, S3");
    assert_eq!(
        seen.single_point_of_failure.as_ref(),
        seen.stages[0].parts.first()
    );
}

#[test]
fn a_timeline_tells_of_groups_alarms_and_zones_by_their_names() {
    let mut lab = Lab::new();
    lab.serving(1);
    let request = r#"{"AlarmName":"quiet","Namespace":"AWS/EC2","MetricName":"CPUUtilization","Statistic":"Average",
        "Period":60,"EvaluationPeriods":1,"Threshold":90,"ComparisonOperator":"GreaterThanThreshold"}"#;
    lab.call("cloudwatch", "PutMetricAlarm", request)
        .expect("a fit alarm");
    lab.call("sandbox", "Fault", r#"{"Kind":"az-outage","Zone":"us-east-2a"}"#)
        .expect("a zone may go dark");
    lab.pass_secs(300);
    let facts = lab.look(TimelineInput::default()).facts;
    let has = |kind: &str, subject: &str| {
        let same = |fact: &&api::sandbox::Fact| {
            (fact.kind.as_deref(), fact.subject.as_deref()) == (Some(kind), Some(subject))
        };
        facts.iter().any(|fact| same(&fact))
    };
    assert!(has("alarm-created", "quiet") && has("zone-dark", "us-east-2a") && has("fault-began", "fault-1"));
    let chain = why(&lab, "quiet");
    assert_eq!(chain.last().and_then(|fact| fact.kind.as_deref()), Some("input"));
}

#[test]
fn why_a_request_failed_leads_to_the_fault() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    lab.fault("instance-crash", instance, None);
    lab.traffic(2.0);
    lab.pass_secs(60);
    let kinds: Vec<_> = why(&lab, "1").into_iter().filter_map(|fact| fact.kind).collect();
    assert!(kinds.contains(&"fault-began".to_owned()), "{kinds:?}");
}

fn why(lab: &Lab, subject: &str) -> Vec<api::sandbox::Fact> {
    let subject = Some(subject.to_owned());
    lab.look(WhyInput { subject }).facts
}

#[test]
fn mail_tells_what_was_sent_and_the_token_that_confirms() {
    let mut lab = Lab::new();
    let call = |lab: &mut Lab, operation: &str, request: &str| {
        lab.call("sns", operation, request).expect("it is accepted");
    };
    call(&mut lab, "CreateTopic", r#"{"Name": "team"}"#);
    let arn = "arn:aws:sns:us-east-2:123456789012:team";
    let subscribe = format!(r#"{{"TopicArn": "{arn}", "Protocol": "email", "Endpoint": "ada@example.com"}}"#);
    call(&mut lab, "Subscribe", &subscribe);
    lab.pass_secs(60);
    let publish = format!(r#"{{"TopicArn": "{arn}", "Message": "hello", "Subject": "Hi"}}"#);
    call(&mut lab, "Publish", &publish);
    let [asking] = &lab.look(MailInput::default()).mails[..] else {
        panic!("nothing is sent before the subscription is confirmed");
    };
    let token = asking.token.clone().expect("it holds what confirms");
    let confirm = format!(r#"{{"TopicArn": "{arn}", "Token": "{token}"}}"#);
    call(&mut lab, "ConfirmSubscription", &confirm);
    call(&mut lab, "Publish", &publish);
    let recent = lab.look(MailInput {
        last: Some("30s".to_owned()),
    });
    let [hello] = &recent.mails[..] else {
        panic!("one mail is younger than half a minute");
    };
    assert_eq!(
        (hello.to.as_deref(), hello.subject.as_deref(), &hello.token),
        (Some("ada@example.com"), Some("Hi"), &None)
    );
    assert!(hello.body.as_deref().is_some_and(|body| body.contains("hello")));
}
