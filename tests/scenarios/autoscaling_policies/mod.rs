//! Scaling policies, scheduled actions and what groups tell: how many instances there should be, when, and who hears of it.

mod account;
mod metrics;
mod notifications;
mod policies;
mod schedule;
mod several;
mod simple;
mod step;
mod target_tracking;
mod warmup;

use api::Output;
use api::autoscaling as shape;
use api::cloudwatch as watch;
use cloud::Cloud;
use cloud::lab::Lab;
use des::SimTime;

/// A group `web` of golden instances with detailed monitoring, in zones a and b.
struct Web {
    lab: Lab,
}

impl Web {
    /// As many instances as are asked for, in service; `more` members of the group, each with a comma behind.
    fn of(n: u32, more: &str) -> Self {
        let mut web = Self { lab: Lab::new() };
        let image = cloud::ec2::Image::named("employee-directory")
            .expect("it is there")
            .id;
        web.lab.ask(
            "CreateLaunchTemplate",
            &format!(
                r#"{{"LaunchTemplateName": "web", "LaunchTemplateData": {{"ImageId": "{image}",
                    "InstanceType": "t3.micro", "Monitoring": {{"Enabled": true}}}}}}"#
            ),
        );
        web.call(
            "CreateAutoScalingGroup",
            &format!(
                r#"{{"AutoScalingGroupName": "web", "LaunchTemplate": {{"LaunchTemplateName": "web"}}, {more}
                    "MinSize": 1, "MaxSize": 100, "DesiredCapacity": {n},
                    "AvailabilityZones": ["us-east-2a", "us-east-2b"]}}"#
            ),
        );
        web.lab.pass_secs(120);
        assert_eq!(web.in_service(), n as usize);
        web
    }

    /// A call that must be accepted; `{web}` stands for the group's name as a member.
    fn call(&mut self, operation: &str, request: &str) -> Output {
        self.try_call(operation, request)
            .unwrap_or_else(|error| panic!("{operation} {request} was refused: {error}"))
    }

    fn try_call(&mut self, operation: &str, request: &str) -> Result<Output, api::ApiError> {
        let request = request.replace("{web}", r#""AutoScalingGroupName": "web""#);
        self.lab.call("autoscaling", operation, &request)
    }

    /// The answer as one line of JSON.
    fn ask(&mut self, operation: &str, request: &str) -> String {
        let output = self.call(operation, request);
        let line = |shape| api::json::compact(api::Value::Shape(shape));
        output.shape().map(line).unwrap_or_default()
    }

    /// Puts a policy of the group; its ARN.
    fn policy(&mut self, name: &str, members: &str) -> String {
        let request = format!(r#"{{ {{web}}, "PolicyName": "{name}", {members} }}"#);
        let output = self.call("PutScalingPolicy", &request);
        let answer: shape::PutScalingPolicyOutput =
            <shape::PutScalingPolicyInput as api::Input>::answer(output).expect("it is its own");
        answer.policy_arn.expect("it has one")
    }

    /// Puts a policy that holds a metric of `Directory` at a value, named like the metric.
    fn track(&mut self, metric: &str, target: u32) {
        self.policy(
            metric,
            &format!(
                r#""PolicyType": "TargetTrackingScaling", "TargetTrackingConfiguration": {{"TargetValue": {target},
                    "CustomizedMetricSpecification": {{"Namespace": "Directory", "MetricName": "{metric}",
                        "Statistic": "Average"}}}}"#
            ),
        );
    }

    fn cloud(&self) -> &Cloud {
        self.lab.cloud()
    }

    fn group(&self) -> shape::AutoScalingGroup {
        let groups = self
            .lab
            .look(shape::DescribeAutoScalingGroupsInput::default())
            .groups;
        groups.into_iter().next().expect("there is one")
    }

    fn desired(&self) -> i64 {
        self.group().desired_capacity.expect("it is always there")
    }

    fn in_service(&self) -> usize {
        let instances = self.group().instances.into_iter();
        instances
            .filter(|one| one.lifecycle_state.as_deref() == Some("InService"))
            .count()
    }

    fn now(&self) -> u64 {
        self.lab.simulation.now().as_secs()
    }

    fn pass_to(&mut self, seconds: u64) {
        self.lab
            .pass(SimTime::from_secs(seconds).since(self.lab.simulation.now()));
    }

    /// Sets how many there should be.
    fn set(&mut self, n: u32) {
        self.call(
            "SetDesiredCapacity",
            &format!(r#"{{ {{web}}, "DesiredCapacity": {n} }}"#),
        );
    }

    /// Lets a policy act, with further members; how many there should be then.
    fn execute(&mut self, name: &str, more: &str) -> i64 {
        self.call(
            "ExecutePolicy",
            &format!(r#"{{ {{web}}, "PolicyName": "{name}"{more} }}"#),
        );
        self.desired()
    }

    /// An alarm upon the metric `Directory Load`, of one minute, with actions.
    fn alarm(&mut self, name: &str, comparison: &str, threshold: f64, actions: &[&str]) {
        self.lab.make(watch::PutMetricAlarmInput {
            alarm_name: Some(name.to_owned()),
            namespace: Some("Directory".to_owned()),
            metric_name: Some("Load".to_owned()),
            statistic: Some("Average".to_owned()),
            period: Some(60),
            evaluation_periods: Some(1),
            threshold: Some(threshold),
            comparison_operator: Some(comparison.to_owned()),
            alarm_actions: actions.iter().map(|arn| (*arn).to_owned()).collect(),
            ..Default::default()
        });
    }

    /// A value of the metric `Directory Load`, for this minute.
    fn load(&mut self, value: f64) {
        self.value("Load", value);
    }

    fn value(&mut self, metric: &str, value: f64) {
        self.lab.make(watch::PutMetricDataInput {
            namespace: Some("Directory".to_owned()),
            metric_data: vec![watch::MetricDatum {
                metric_name: Some(metric.to_owned()),
                value: Some(value),
                ..Default::default()
            }],
        });
    }

    /// Lets minutes pass in which metrics of `Directory` have these values.
    fn minutes(&mut self, n: u64, values: &[(&str, f64)]) {
        for _ in 0..n {
            for (metric, value) in values {
                self.value(metric, *value);
            }
            self.lab.pass_secs(60);
        }
    }

    fn set_alarm(&mut self, name: &str, state: &str) {
        self.lab.make(watch::SetAlarmStateInput {
            alarm_name: Some(name.to_owned()),
            state_value: Some(state.to_owned()),
            state_reason: Some("a test".to_owned()),
            ..Default::default()
        });
    }

    fn metric_alarm(&self, name: &str) -> watch::MetricAlarm {
        let found = self.lab.look(watch::DescribeAlarmsInput {
            alarm_name_prefix: Some(name.to_owned()),
            ..Default::default()
        });
        found
            .metric_alarms
            .into_iter()
            .next()
            .expect("there is such an alarm")
    }

    /// The changes of the desired capacity so far: when, in seconds, and to what.
    fn changes(&self) -> Vec<(u64, u32)> {
        let facts = self.cloud().facts.iter();
        facts
            .filter_map(|(_, fact)| match fact.what {
                cloud::fact::What::AutoScaling(cloud::autoscaling::What::DesiredChanged { to, .. }) => {
                    Some((fact.at.as_secs(), to))
                }
                _ => None,
            })
            .collect()
    }

    /// The first whole seconds in which the instances were in service, newest first.
    fn came_into_service(&self) -> Vec<u64> {
        let (_, group) = self.cloud().autoscaling.groups().next().expect("there is one");
        let mut times: Vec<u64> = group
            .members
            .iter()
            .filter_map(|member| Some(member.in_service?.as_micros().div_ceil(1_000_000)))
            .collect();
        times.sort_unstable_by(|a, b| b.cmp(a));
        times
    }

    /// The newest activity's cause.
    fn cause(&self) -> String {
        let activities = self
            .lab
            .look(shape::DescribeScalingActivitiesInput::default())
            .activities;
        activities[0].cause.clone().expect("it has one")
    }

    /// What the history of an alarm tells of its actions, newest first.
    fn acts_of(&self, alarm: &str) -> Vec<String> {
        let history = self.lab.look(watch::DescribeAlarmHistoryInput {
            alarm_name: Some(alarm.to_owned()),
            history_item_type: Some("Action".to_owned()),
            ..Default::default()
        });
        history
            .items
            .into_iter()
            .filter_map(|item| item.history_summary)
            .collect()
    }
}
