//! Calls about load balancing, in an account with the load balancer `web` (zones a and b), its listener on port 80 with a
//! rule of priority 10, the group `web` with the running instance 0, the stopped instance 1, and the load balancer `kept`
//! (zones a and b) with deletion protection.

#![allow(clippy::too_many_lines)] // tables

mod limits;
mod listeners_and_rules;
mod load_balancers;
mod target_groups;

use cloud::lab::Lab;

const LB: &str = "arn:aws:elasticloadbalancing:us-east-2:123456789012:loadbalancer/app/no/0123456789abcdef";
const TG: &str = "arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/no/0123456789abcdef";
const LISTENER: &str =
    "arn:aws:elasticloadbalancing:us-east-2:123456789012:listener/app/no/0123456789abcdef/0123456789abcdef";
const RULE: &str = "arn:aws:elasticloadbalancing:us-east-2:123456789012:listener-rule/app/no/0123456789abcdef/\
    0123456789abcdef/0123456789abcdef";

struct Account {
    lab: Lab,
    names: Vec<(&'static str, String)>,
}

impl Account {
    fn new() -> Self {
        let mut lab = Lab::new();
        let instances = lab.launch(2, 'a');
        lab.pass_secs(60);
        let subnets = &lab.cloud().ec2.subnet_ids;
        let mut names = vec![
            ("{subnet:a}", subnets[0].clone()),
            ("{subnet:b}", subnets[1].clone()),
            ("{vpc}", lab.cloud().ec2.vpc_id.clone()),
            ("{none:lb}", LB.to_owned()),
            ("{none:tg}", TG.to_owned()),
            ("{none:listener}", LISTENER.to_owned()),
            ("{none:rule}", RULE.to_owned()),
        ];
        lab.stop(instances[1]);
        let mut account = Self {
            lab,
            names: Vec::new(),
        };
        account.names.append(&mut names);
        account.make(
            "CreateLoadBalancer",
            r#"{"Name": "web", "Subnets": ["{subnet:a}", "{subnet:b}"]}"#,
            "{lb}",
        );
        account.make(
            "CreateTargetGroup",
            r#"{"Name": "web", "Protocol": "HTTP", "Port": 80, "VpcId": "{vpc}"}"#,
            "{tg}",
        );
        let forward = r#"[{"Type": "forward", "TargetGroupArn": "{tg}"}]"#;
        let listener = format!(
            r#"{{"LoadBalancerArn": "{{lb}}", "Protocol": "HTTP", "Port": 80, "DefaultActions": {forward}}}"#
        );
        account.make("CreateListener", &listener, "{listener}");
        let rule = format!(
            r#"{{"ListenerArn": "{{listener}}", "Priority": 10, "Actions": {forward},
                "Conditions": [{{"Field": "path-pattern", "Values": ["/a"]}}]}}"#
        );
        account.make("CreateRule", &rule, "{rule}");
        account.make(
            "CreateLoadBalancer",
            r#"{"Name": "kept", "Subnets": ["{subnet:a}", "{subnet:b}"]}"#,
            "{kept}",
        );
        let protection = r#"{"LoadBalancerArn": "{kept}", "Attributes": [
            {"Key": "deletion_protection.enabled", "Value": "true"}]}"#;
        account.must("ModifyLoadBalancerAttributes", protection);
        account.lab.pass_secs(200);
        account
    }

    /// Makes something and remembers the first ARN of the answer under a name.
    fn make(&mut self, operation: &str, request: &str, name: &'static str) {
        let answer = self.call(operation, request).expect("it is accepted");
        let text = api::json::compact(api::Value::Shape(answer.shape().expect("it answers")));
        let start = text.find("arn:aws:").expect("there is an ARN");
        let end = text[start..].find('"').expect("it ends") + start;
        self.names.push((name, text[start..end].to_owned()));
    }

    fn must(&mut self, operation: &str, request: &str) {
        let answer = self.call(operation, request);
        answer.unwrap_or_else(|error| panic!("{operation} {request}: {error}"));
    }

    fn call(&mut self, operation: &str, request: &str) -> Result<api::Output, api::ApiError> {
        let request = self.filled_in(request);
        self.lab.call("elbv2", operation, &request)
    }

    fn filled_in(&self, text: &str) -> String {
        let names = self.names.iter();
        names.fold(text.to_owned(), |text, (name, value)| text.replace(name, value))
    }
}

fn check(operation: &str, refusals: &[(&str, &str)]) {
    check_in(&mut Account::new(), operation, refusals);
}

fn check_in(account: &mut Account, operation: &str, refusals: &[(&str, &str)]) {
    let before = account.lab.cloud().digest();
    for (request, refusal) in refusals {
        let found = account
            .call(operation, request)
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default();
        let expected = account.filled_in(refusal);
        let expected = account
            .lab
            .cloud()
            .ec2
            .instances
            .iter()
            .enumerate()
            .fold(expected, |text, (place, instance)| {
                text.replace(&format!("{{id:{place}}}"), &instance.id)
            });
        assert_eq!(found, expected, "{operation} {request}");
        assert_eq!(account.lab.cloud().digest(), before, "{operation} {request}");
    }
}
