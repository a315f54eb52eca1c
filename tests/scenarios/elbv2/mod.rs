//! Load balancing: what is believed of targets, who gets requests, and what the load balancer answers itself.

mod anomaly;
mod answers;
mod deep;
mod health;
mod metrics;
mod promise;
mod routing;
mod settings;
mod shift;
mod slow_start;
mod sticky;
mod wiring;

use api::elbv2 as shape;
use api::sandbox::ClientsInput;
use cloud::ec2::InstanceIndex;
use cloud::lab::Lab;

/// A load balancer `web` in zones a and b, a target group `web`, and a listener on port 80 that forwards to it.
pub(super) struct Web {
    pub(super) lab: Lab,
    balancer: String,
    pub(super) group: String,
    pub(super) listener: String,
    dns_name: String,
}

/// How a test asks for a target group.
fn group_input(lab: &Lab, name: &str) -> shape::CreateTargetGroupInput {
    shape::CreateTargetGroupInput {
        name: Some(name.to_owned()),
        protocol: Some("HTTP".to_owned()),
        port: Some(80),
        vpc_id: Some(lab.cloud().ec2.vpc_id.clone()),
        ..Default::default()
    }
}

pub(super) fn forward(group: &str) -> Vec<shape::Action> {
    vec![shape::Action {
        action_type: Some("forward".to_owned()),
        target_group_arn: Some(group.to_owned()),
        ..Default::default()
    }]
}

/// A rule for requests to a path.
pub(super) fn path_rule(
    listener: &str,
    priority: i64,
    path: &str,
    actions: Vec<shape::Action>,
) -> shape::CreateRuleInput {
    shape::CreateRuleInput {
        listener_arn: Some(listener.to_owned()),
        priority: Some(priority),
        conditions: vec![shape::RuleCondition {
            field: Some("path-pattern".to_owned()),
            values: vec![path.to_owned()],
            ..Default::default()
        }],
        actions,
        ..Default::default()
    }
}

fn fixed_response(status_code: &str) -> Vec<shape::Action> {
    vec![shape::Action {
        action_type: Some("fixed-response".to_owned()),
        fixed_response_config: Some(shape::FixedResponseConfig {
            status_code: Some(status_code.to_owned()),
            ..Default::default()
        }),
        ..Default::default()
    }]
}

fn create_balancer(lab: &mut Lab, name: &str, zones: &[usize]) -> shape::LoadBalancer {
    let subnets = zones
        .iter()
        .map(|zone| lab.cloud().ec2.subnet_ids[*zone].clone())
        .collect();
    let created = lab.make(shape::CreateLoadBalancerInput {
        name: Some(name.to_owned()),
        subnets,
        ..Default::default()
    });
    created.load_balancers[0].clone()
}

fn create_group(lab: &mut Lab, input: shape::CreateTargetGroupInput) -> String {
    let created = lab.make(input);
    created.target_groups[0]
        .target_group_arn
        .clone()
        .expect("it has an ARN")
}

fn create_listener(lab: &mut Lab, balancer: &str, port: i64, actions: Vec<shape::Action>) -> String {
    let created = lab.make(shape::CreateListenerInput {
        load_balancer_arn: Some(balancer.to_owned()),
        protocol: Some("HTTP".to_owned()),
        port: Some(port),
        default_actions: actions,
        ..Default::default()
    });
    created.listeners[0].listener_arn.clone().expect("it has an ARN")
}

impl Web {
    /// Everything is there and active; nothing is registered.
    pub(super) fn new() -> Self {
        Self::with(|_| {})
    }

    /// The same, with a target group made to measure.
    fn with(change: impl FnOnce(&mut shape::CreateTargetGroupInput)) -> Self {
        Self::in_lab(Lab::new(), change)
    }

    fn in_lab(mut lab: Lab, change: impl FnOnce(&mut shape::CreateTargetGroupInput)) -> Self {
        let made = create_balancer(&mut lab, "web", &[0, 1]);
        let balancer = made.load_balancer_arn.expect("it has an ARN");
        let mut input = group_input(&lab, "web");
        change(&mut input);
        let group = create_group(&mut lab, input);
        let listener = create_listener(&mut lab, &balancer, 80, forward(&group));
        lab.pass_secs(150);
        Self {
            lab,
            balancer,
            group,
            listener,
            dns_name: made.dns_name.expect("it has a name"),
        }
    }

    /// Launches `n` instances in a zone, waits until their app is up, and registers them.
    pub(super) fn add(&mut self, n: u32, zone: char) -> Vec<InstanceIndex> {
        let instances = self.lab.launch(n, zone);
        self.lab.pass_secs(60);
        self.register(&instances);
        instances
    }

    fn register(&mut self, instances: &[InstanceIndex]) {
        let targets = self.targets(instances);
        self.lab.make(shape::RegisterTargetsInput {
            target_group_arn: Some(self.group.clone()),
            targets,
        });
    }

    fn deregister(&mut self, instances: &[InstanceIndex]) {
        let targets = self.targets(instances);
        self.lab.make(shape::DeregisterTargetsInput {
            target_group_arn: Some(self.group.clone()),
            targets,
        });
    }

    fn targets(&self, instances: &[InstanceIndex]) -> Vec<shape::TargetDescription> {
        let target = |index: &InstanceIndex| shape::TargetDescription {
            id: Some(self.lab.id(*index)),
            ..Default::default()
        };
        instances.iter().map(target).collect()
    }

    /// The state and reason that `DescribeTargetHealth` shows of an instance: `unhealthy Target.Timeout`.
    fn health(&self, instance: InstanceIndex) -> String {
        let answer = self.lab.look(shape::DescribeTargetHealthInput {
            target_group_arn: Some(self.group.clone()),
            targets: self.targets(&[instance]),
            ..Default::default()
        });
        let health = answer.descriptions[0]
            .target_health
            .clone()
            .expect("it is always there");
        let words = [health.state, health.reason];
        words.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// Seconds until an instance is something else than it is now.
    pub(super) fn seconds_until(&mut self, instance: InstanceIndex, expected: &str) -> u64 {
        for seconds in 0..1_000 {
            if self.health(instance) == expected {
                return seconds;
            }
            self.lab.pass_secs(1);
        }
        panic!("still {} after 1,000 s", self.health(instance));
    }

    /// The employees use the load balancer's name.
    pub(super) fn give_name(&mut self) {
        let endpoint = vec![self.dns_name.clone()];
        self.lab.make(ClientsInput { endpoint });
    }

    fn set_group_attribute(&mut self, key: &str, value: &str) {
        self.lab.make(shape::ModifyTargetGroupAttributesInput {
            target_group_arn: Some(self.group.clone()),
            attributes: vec![attribute(key, value)],
        });
    }

    /// Ended requests by outcome, since the last look; nothing for those that did not happen.
    fn outcomes(&mut self, seconds: u64) -> Vec<(&'static str, u64)> {
        let before = self.lab.cloud().truth.ended;
        self.lab.pass_secs(seconds);
        let after = self.lab.cloud().truth.ended;
        let all = cloud::workload::Outcome::ALL.into_iter();
        let counted = all.map(|outcome| (outcome.name(), after[outcome as usize] - before[outcome as usize]));
        counted.filter(|(_, count)| *count > 0).collect()
    }

    /// Requests that ended at each instance, of the newest records.
    fn shares(&self, instances: &[InstanceIndex]) -> Vec<f64> {
        let records: Vec<_> = self.lab.cloud().records.iter().collect();
        let all = records
            .iter()
            .filter(|record| instances.contains(&record.target))
            .count() as f64;
        let of = |index: &InstanceIndex| {
            records.iter().filter(|record| record.target == *index).count() as f64 / all * 100.0
        };
        instances.iter().map(of).collect()
    }
}

fn attribute(key: &str, value: &str) -> shape::Attribute {
    shape::Attribute {
        key: Some(key.to_owned()),
        value: Some(value.to_owned()),
    }
}
