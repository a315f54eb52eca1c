//! Auto Scaling: groups keep as many healthy instances as they should have, in balance over their zones.

mod attachment;
mod groups;
mod health;
mod launch_instances;
mod lifecycle_hooks;
mod load_balancing;
mod maintenance;
mod processes;
mod refresh;
mod scale_in;
mod standby;
mod zonal_shift;
mod zones;

use api::Value;
use api::autoscaling as shape;
use api::ec2::CreateLaunchTemplateInput;
use cloud::ec2::{Image, InstanceIndex};
use cloud::lab::Lab;

/// An account with the launch template `web` of the golden image, and what tests ask of the group `web`.
struct Fleet {
    lab: Lab,
}

impl Fleet {
    /// The template is there, no group yet.
    fn new() -> Self {
        let mut lab = Lab::new();
        lab.make(CreateLaunchTemplateInput {
            launch_template_name: Some("web".to_owned()),
            launch_template_data: Some(template_data("employee-directory")),
            ..Default::default()
        });
        Self { lab }
    }

    /// A group in zones a and b whose instances are in service.
    fn of(min: i64, desired: i64, max: i64) -> Self {
        Self::with(min, desired, max, |_| {})
    }

    /// The same, made to measure.
    fn with(
        min: i64,
        desired: i64,
        max: i64,
        change: impl FnOnce(&mut shape::CreateAutoScalingGroupInput),
    ) -> Self {
        let mut fleet = Self::new();
        fleet.create(min, desired, max, change);
        fleet.lab.pass_secs(40);
        fleet
    }

    fn create(
        &mut self,
        min: i64,
        desired: i64,
        max: i64,
        change: impl FnOnce(&mut shape::CreateAutoScalingGroupInput),
    ) {
        let mut input = shape::CreateAutoScalingGroupInput {
            group_name: Some("web".to_owned()),
            launch_template: Some(template("1")),
            min_size: Some(min),
            max_size: Some(max),
            desired_capacity: Some(desired),
            availability_zones: vec!["us-east-2a".to_owned(), "us-east-2b".to_owned()],
            ..Default::default()
        };
        change(&mut input);
        self.lab.make(input);
    }

    /// A load balancer in zones a and b that forwards to the target group `web`, active; the group's ARN.
    fn balance(&mut self) -> String {
        let subnets = self.lab.cloud().ec2.subnet_ids[..2].join(r#"", ""#);
        let vpc = self.lab.cloud().ec2.vpc_id.clone();
        let balancer = self.say(
            "elbv2",
            "CreateLoadBalancer",
            &format!(r#"{{"Name": "web", "Subnets": ["{subnets}"]}}"#),
        );
        let group = self.say(
            "elbv2",
            "CreateTargetGroup",
            &format!(r#"{{"Name": "web", "Protocol": "HTTP", "Port": 80, "VpcId": "{vpc}"}}"#),
        );
        let (balancer, group) = (word(&balancer, "LoadBalancerArn"), word(&group, "TargetGroupArn"));
        let listener = format!(
            r#"{{"LoadBalancerArn": "{balancer}", "Protocol": "HTTP", "Port": 80,
                "DefaultActions": [{{"Type": "forward", "TargetGroupArn": "{group}"}}]}}"#
        );
        self.say("elbv2", "CreateListener", &listener);
        self.lab.pass_secs(150);
        group
    }

    /// Makes a call that must be accepted; its answer as one line of JSON.
    fn say(&mut self, service: &str, operation: &str, request: &str) -> String {
        let output = self.lab.call(service, operation, request);
        let output = output.unwrap_or_else(|error| panic!("{operation} {request} was refused: {error}"));
        let line = |shape| api::json::compact(Value::Shape(shape));
        output.shape().map(line).unwrap_or_default()
    }

    /// The same for Auto Scaling and the group `web`; `request` is what follows the group's name.
    fn ask(&mut self, operation: &str, request: &str) -> String {
        let request = format!(r#"{{"AutoScalingGroupName": "web"{request}}}"#);
        self.say("autoscaling", operation, &request)
    }

    /// What such a call is refused for.
    fn refused(&mut self, operation: &str, request: &str) -> String {
        let request = format!(r#"{{"AutoScalingGroupName": "web"{request}}}"#);
        let answer = self.lab.call("autoscaling", operation, &request);
        answer.expect_err("a refusal").to_string()
    }

    /// The group, as it is described.
    fn group(&self) -> shape::AutoScalingGroup {
        let answer = self.lab.look(shape::DescribeAutoScalingGroupsInput::default());
        answer.groups.into_iter().next().expect("there is a group")
    }

    fn desired(&self) -> i64 {
        self.group().desired_capacity.expect("it is always there")
    }

    /// Its instances.
    fn members(&self) -> Vec<InstanceIndex> {
        let ids = self.group().instances;
        let ids = ids.into_iter().filter_map(|instance| instance.instance_id);
        ids.map(|id| self.index(&id)).collect()
    }

    fn index(&self, id: &str) -> InstanceIndex {
        let mut all = self.lab.cloud().ec2.indexes();
        all.find(|index| self.lab.id(*index) == id)
            .expect("an instance with this id")
    }

    /// State and health of an instance in the group: `InService Healthy`; empty if it is not there.
    fn state(&self, instance: InstanceIndex) -> String {
        let id = self.lab.id(instance);
        let all = self.group().instances;
        let found = all
            .into_iter()
            .find(|known| known.instance_id.as_ref() == Some(&id));
        let words = found.map(|instance| [instance.lifecycle_state, instance.health_status]);
        words
            .into_iter()
            .flatten()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// How many instances are in a state: `in_state("InService")`.
    fn in_state(&self, state: &str) -> usize {
        let all = self.group().instances;
        let is_in = |instance: &&shape::Instance| instance.lifecycle_state.as_deref() == Some(state);
        all.iter().filter(is_in).count()
    }

    /// Instances in service by zone, as letters: `aabb`.
    fn zones(&self) -> String {
        let all = self.group().instances;
        let mut letters: Vec<char> = all
            .iter()
            .filter(|instance| instance.lifecycle_state.as_deref() == Some("InService"))
            .filter_map(|instance| instance.availability_zone.as_deref()?.chars().last())
            .collect();
        letters.sort_unstable();
        letters.into_iter().collect()
    }

    /// Activities in the order of their description.
    fn activities(&self) -> Vec<shape::Activity> {
        let answer = self.lab.look(shape::DescribeScalingActivitiesInput {
            include_deleted: Some(true),
            ..Default::default()
        });
        answer.activities
    }

    /// The newest activity whose description begins like this.
    fn activity(&self, beginning: &str) -> shape::Activity {
        let mut all = self.activities();
        all.sort_by_key(|activity| std::cmp::Reverse(activity.start_time));
        let begins = |activity: &shape::Activity| {
            let description = activity.description.as_deref().unwrap_or_default();
            description.starts_with(beginning)
        };
        all.into_iter().find(begins).expect("an activity")
    }

    /// Seconds until something holds, looked at every second.
    fn seconds_until(&mut self, limit: u64, holds: impl Fn(&Self) -> bool) -> u64 {
        for seconds in 0..=limit {
            if holds(self) {
                return seconds;
            }
            self.lab.pass_secs(1);
        }
        panic!("not within {limit} s: {:?}", self.group().instances);
    }

    /// State and reason of a target: `draining Target.DeregistrationInProgress`; empty if it is not registered.
    fn target(&mut self, target_group: &str, instance: InstanceIndex) -> String {
        let request = format!(r#"{{"TargetGroupArn": "{target_group}"}}"#);
        let answer = self.say("elbv2", "DescribeTargetHealth", &request);
        let id = self.lab.id(instance);
        let entry = answer.split(&format!(r#""Id":"{id}""#)).nth(1).map(str::to_owned);
        entry.map_or_else(String::new, |entry| word(&entry, "State"))
    }

    /// Now, as sentences of activities write it.
    fn at(&self) -> String {
        let now = api::Timestamp::of(self.lab.simulation.now()).to_string();
        format!("{}Z", &now[..19])
    }

    /// Makes version 2 of the template, of an image.
    fn second_version(&mut self, image: &str) {
        self.lab.make(api::ec2::CreateLaunchTemplateVersionInput {
            launch_template_name: Some("web".to_owned()),
            launch_template_data: Some(template_data(image)),
            ..Default::default()
        });
    }
}

fn template_data(image: &str) -> api::ec2::LaunchTemplateData {
    api::ec2::LaunchTemplateData {
        image_id: Image::named(image).map(|image| image.id.to_owned()),
        instance_type: Some("t3.micro".to_owned()),
        ..Default::default()
    }
}

fn template(version: &str) -> shape::LaunchTemplateSpecification {
    shape::LaunchTemplateSpecification {
        id: None,
        name: Some("web".to_owned()),
        version: Some(version.to_owned()),
    }
}

/// The first text of a member in one line of JSON.
fn word(line: &str, member: &str) -> String {
    let rest = line.split(&format!(r#""{member}":"#)).nth(1);
    let rest = rest.unwrap_or_else(|| panic!("no {member} in {line}"));
    let rest = rest.trim_start().trim_start_matches('"');
    rest.split(['"', ',', '}']).next().unwrap_or_default().to_owned()
}

fn cause(activity: &shape::Activity) -> &str {
    activity.cause.as_deref().unwrap_or_default()
}

/// Seconds from the beginning of one activity to that of another.
fn seconds_between(first: &shape::Activity, second: &shape::Activity) -> u64 {
    let start = |activity: &shape::Activity| activity.start_time.map(api::Timestamp::to_sim_time);
    let (first, second) = (
        start(first).expect("it has begun"),
        start(second).expect("it has begun"),
    );
    second.since(first).as_micros() / 1_000_000
}
