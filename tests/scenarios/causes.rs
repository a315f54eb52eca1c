//! Whatever became so, and whatever failed, leads back to an outside input.

use cloud::fact::{FactId, What};
use cloud::lab::Lab;
use cloud::workload::Outcome;

/// What a chain ends at.
fn end(lab: &Lab, fact: FactId) -> What {
    let (_, last) = lab
        .cloud()
        .facts
        .chain(fact)
        .last()
        .expect("a fact that is there");
    last.what
}

#[test]
fn a_request_to_a_crashed_app_leads_to_the_call_that_crashed_it() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    lab.traffic(5.0);
    lab.pass_secs(30);
    let input = lab.simulation.journal().end();
    lab.fault("app-crash", instance, None);
    lab.pass_secs(30);
    let number = lab.cloud().workload.numbers.newest() - 20;
    let why = lab.cloud().why_request(number).expect("it failed");
    let chain: Vec<What> = lab.cloud().facts.chain(why).map(|(_, fact)| fact.what).collect();
    let [What::AppDown(down), What::FaultBegan(_), What::Input(number)] = chain[..] else {
        panic!("{chain:?}");
    };
    assert_eq!((down, number), (instance, input));
    assert_eq!(lab.cloud().why_instance(instance), Some(why));
}

#[test]
fn requests_to_nobody_and_to_a_full_app_lead_to_an_input() {
    let mut lab = Lab::new();
    lab.make(api::sandbox::RequestInput::default());
    lab.pass_secs(30);
    let why = lab.cloud().why_request(1).expect("nobody told it an address");
    assert!(matches!(end(&lab, why), What::Input(_)));
    lab.serving(1);
    lab.traffic(2_000.0);
    lab.pass_secs(60);
    let mut outcomes = Vec::new();
    for record in lab
        .cloud()
        .records
        .iter()
        .filter(|record| !record.outcome.is_served())
    {
        assert!(matches!(end(&lab, record.blame), What::Input(_)), "{record:?}");
        outcomes.push(record.outcome);
    }
    assert!(outcomes.contains(&Outcome::Overloaded));
    let last = lab
        .cloud()
        .records
        .iter()
        .rfind(|record| record.outcome == Outcome::Overloaded);
    let blame = last.expect("there is one").blame;
    assert_eq!(
        lab.cloud().facts.get(blame).map(|fact| fact.what),
        Some(What::TrafficChanged)
    );
}

#[test]
fn an_alarm_on_a_busy_group_leads_to_the_traffic() {
    let mut lab = Lab::new();
    let group = tests::web::balance(&mut lab);
    let instances = lab.launch(1, 'a');
    lab.pass_secs(90);
    tests::web::register(&mut lab, &group, &instances);
    lab.traffic(1.0);
    lab.pass_secs(120);
    let (_, suffix) = group.rsplit_once(":").expect("an ARN");
    let request = format!(
        r#"{{"AlarmName": "many", "Namespace": "AWS/ApplicationELB", "MetricName": "RequestCount", "Statistic": "Sum",
            "Period": 60, "EvaluationPeriods": 1, "Threshold": 1000, "ComparisonOperator": "GreaterThanThreshold",
            "Dimensions": [{{"Name": "TargetGroup", "Value": "{suffix}"}},
                {{"Name": "LoadBalancer", "Value": "{}"}}]}}"#,
        balancer_suffix(&lab)
    );
    lab.call("cloudwatch", "PutMetricAlarm", &request)
        .expect("an alarm");
    lab.pass_secs(300);
    lab.traffic(40.0);
    lab.pass_secs(300);
    let (index, alarm) = lab.cloud().cloudwatch.alarms().next().expect("it is there");
    assert_eq!(alarm.state, cloud::cloudwatch::AlarmState::Alarm);
    let why = lab.cloud().why_alarm(index).expect("it has one");
    let chain: Vec<What> = lab.cloud().facts.chain(why).map(|(_, fact)| fact.what).collect();
    assert!(
        matches!(
            chain[..],
            [What::CloudWatch(_), What::TrafficChanged, What::Input(_)]
        ),
        "{chain:?}"
    );
}

/// A load balancer as dimensions name it: `app/web/…`.
fn balancer_suffix(lab: &Lab) -> String {
    let answer = lab.look(api::elbv2::DescribeLoadBalancersInput::default());
    let arn = answer.load_balancers[0]
        .load_balancer_arn
        .clone()
        .expect("it has one");
    arn.split_once("loadbalancer/").expect("an ARN").1.to_owned()
}
