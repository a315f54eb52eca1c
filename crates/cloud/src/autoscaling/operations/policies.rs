//! Scaling policies: made, run, deleted, described.

use api::ApiError;
use api::autoscaling::{
    Alarm as AlarmShape, DeletePolicyInput, DescribePoliciesInput, DescribePoliciesOutput,
    ExecutePolicyInput, PutScalingPolicyInput, PutScalingPolicyOutput, ScalingPolicy,
    TargetTrackingConfiguration,
};

use super::{group, validation};
use crate::Cloud;
use crate::autoscaling::policy::{Adjustment, PolicyKind, Step};
use crate::autoscaling::{AlarmSignal, GroupIndex, Policy, PolicyIndex, defaults};
use crate::cloudwatch::{AlarmIndex, AlarmSpec, AlarmState, Comparison, MetricName, Missing};
use crate::ec2::defaults::ACCOUNT_ID;
use crate::fact::FactId;

pub(super) fn put(
    cloud: &mut Cloud,
    input: &PutScalingPolicyInput,
) -> Result<PutScalingPolicyOutput, ApiError> {
    let group = group(cloud, input.group_name.as_deref())?;
    let kind = input.policy_type.as_deref().unwrap_or("SimpleScaling");
    check(cloud, input, group, kind)?;
    let name = input.policy_name.clone().unwrap_or_default();
    let known = cloud
        .autoscaling
        .policies()
        .find(|(_, policy)| policy.group == group && policy.name == name);
    let known = known.map(|(index, _)| index);
    let count = cloud
        .autoscaling
        .policies()
        .filter(|(_, policy)| policy.group == group)
        .count();
    if known.is_none() && count >= defaults::POLICIES {
        return Err(ApiError::new(
            "LimitExceeded",
            "You have reached the limit of policies of a group",
        ));
    }
    let cause = cloud.accept();
    if let Some(known) = known {
        cloud.delete_policy(known);
    }
    let index = PolicyIndex(cloud.autoscaling.all_policies.len() as u32);
    let number = known.map_or_else(
        || cloud.uuid((1 << 40) | u64::from(index.0)),
        |known| cloud.autoscaling.all_policies[known.index()].number.clone(),
    );
    cloud.autoscaling.all_policies.push(Policy {
        group,
        name,
        number,
        kind: plain_kind(input, kind),
        written: input.clone(),
        deleted: false,
    });
    if let Some(tracking) = &input.target_tracking {
        track(cloud, index, tracking, input.warmup, cause);
    }
    Ok(PutScalingPolicyOutput {
        policy_arn: Some(cloud.policy_arn(index)),
        alarms: cloud.policy_alarms(index),
    })
}

fn check(
    cloud: &Cloud,
    input: &PutScalingPolicyInput,
    group: GroupIndex,
    kind: &str,
) -> Result<(), ApiError> {
    let needs_type = || {
        let missing = || validation("You must specify an AdjustmentType for policy type: ".to_owned() + kind);
        input.adjustment_type.as_deref().ok_or_else(missing)
    };
    match kind {
        "TargetTrackingScaling" => check_tracking(cloud, input, group),
        "StepScaling" => {
            needs_type()?;
            check_steps(input)
        }
        _ => {
            needs_type()?;
            input.scaling_adjustment.map(drop).ok_or_else(|| {
                validation("You must specify a ScalingAdjustment for policy type: SimpleScaling")
            })
        }
    }
}

/// No gap, no overlap, and open ends where they are needed.
fn check_steps(input: &PutScalingPolicyInput) -> Result<(), ApiError> {
    let mut steps: Vec<Step> = input
        .step_adjustments
        .iter()
        .map(|step| Step::read(step, "ChangeInCapacity", None))
        .collect();
    if steps.is_empty() {
        return Err(validation("At least one StepAdjustment must be specified"));
    }
    if steps.iter().any(|step| step.lower >= step.upper) {
        return Err(validation(
            "The lower bound of a StepAdjustment must be less than its upper bound",
        ));
    }
    steps.sort_unstable_by(|a, b| a.lower.total_cmp(&b.lower));
    let fit = steps.windows(2).all(|pair| pair[0].upper == pair[1].lower);
    let both_open = steps
        .iter()
        .any(|step| step.lower.is_infinite() && step.upper.is_infinite());
    if !fit || both_open {
        return Err(validation("StepAdjustments must have no gaps and no overlaps"));
    }
    let (first, last) = (steps[0], steps[steps.len() - 1]);
    if first.lower < 0.0 && first.lower.is_finite() || last.upper > 0.0 && last.upper.is_finite() {
        return Err(validation("The outermost StepAdjustments must be open"));
    }
    Ok(())
}

fn check_tracking(cloud: &Cloud, input: &PutScalingPolicyInput, group: GroupIndex) -> Result<(), ApiError> {
    let tracking = input.target_tracking.as_ref();
    let tracking = tracking.ok_or_else(|| {
        validation("You must specify a TargetTrackingConfiguration for policy type: TargetTrackingScaling")
    })?;
    if tracking.target_value.unwrap_or_default() <= 0.0 {
        return Err(validation("TargetValue must be greater than 0"));
    }
    metric(cloud, group, tracking).map(drop)
}

/// The metric, its statistic, and what it is about.
fn metric(
    cloud: &Cloud,
    group: GroupIndex,
    tracking: &TargetTrackingConfiguration,
) -> Result<(MetricName, &'static str), ApiError> {
    let predefined = tracking.predefined_metric.as_ref();
    let predefined =
        predefined.ok_or_else(|| validation("You must specify a PredefinedMetricSpecification"))?;
    let state = &cloud.autoscaling.all_groups[group.index()];
    if predefined.metric_type.as_deref() == Some("ASGAverageCPUUtilization") {
        let dimensions = [("AutoScalingGroupName", state.spec.name.as_str())];
        return Ok((
            MetricName::new("AWS/EC2", "CPUUtilization", &dimensions),
            "Average",
        ));
    }
    let label = predefined.resource_label.as_deref().unwrap_or_default();
    let invalid = || {
        validation(format!(
            "'{label}' is not a valid ResourceLabel: app/<name>/<id>/targetgroup/<name>/<id> is"
        ))
    };
    let at = label.find("/targetgroup/").ok_or_else(invalid)?;
    let (balancer, target_group) = (&label[..at], &label[at + 1..]);
    let attached = state
        .spec
        .target_groups
        .iter()
        .any(|index| cloud.elbv2.group(*index).dimension() == target_group);
    if !attached {
        return Err(validation(
            "The load balancer does not route traffic to the Auto Scaling group",
        ));
    }
    let dimensions = [("LoadBalancer", balancer), ("TargetGroup", target_group)];
    Ok((
        MetricName::new("AWS/ApplicationELB", "RequestCountPerTarget", &dimensions),
        "Sum",
    ))
}

fn plain_kind(input: &PutScalingPolicyInput, kind: &str) -> PolicyKind {
    let adjustment_type = input.adjustment_type.as_deref().unwrap_or_default();
    let read = |seconds: Option<i64>| seconds.map(|seconds| seconds as u64);
    if kind == "StepScaling" {
        let steps = input.step_adjustments.iter();
        return PolicyKind::Step {
            steps: steps
                .map(|step| Step::read(step, adjustment_type, input.min_magnitude))
                .collect(),
            warmup_s: read(input.warmup),
        };
    }
    let amount = input.scaling_adjustment.unwrap_or_default();
    PolicyKind::Simple {
        adjustment: Adjustment::read(adjustment_type, amount, input.min_magnitude),
        cooldown_s: read(input.cooldown),
    }
}

/// Makes the two alarms of target tracking.
fn track(
    cloud: &mut Cloud,
    index: PolicyIndex,
    tracking: &TargetTrackingConfiguration,
    warmup: Option<i64>,
    cause: FactId,
) {
    let policy = &cloud.autoscaling.all_policies[index.index()];
    let group_name = cloud.autoscaling.all_groups[policy.group.index()]
        .spec
        .name
        .clone();
    let found = metric(cloud, policy.group, tracking);
    let (metric, statistic) = found.expect("it was checked");
    let target = tracking.target_value.unwrap_or_default();
    let arn = cloud.policy_arn(index);
    let ordinal = (1 << 41) | u64::from(index.0) << 1;
    let (high, low) = (cloud.uuid(ordinal), cloud.uuid(ordinal | 1));
    let mut alarm = |word: &str, uuid: &str, threshold: f64, comparison: Comparison, periods: usize| {
        let spec = AlarmSpec {
            name: format!("TargetTracking-{group_name}-Alarm{word}-{uuid}"),
            description: Some(format!(
                "DO NOT EDIT OR DELETE. For TargetTrackingScaling policy {arn}."
            )),
            metric: metric.clone(),
            statistic: statistic.to_owned(),
            period_s: 60,
            evaluation_periods: periods,
            datapoints_to_alarm: periods,
            threshold,
            comparison,
            missing: Missing::Missing,
            actions_enabled: true,
            actions: [Vec::new(), vec![arn.clone()], Vec::new()],
        };
        cloud.put_alarm(spec, cause)
    };
    let below = target * defaults::TRACKING_LOW_SHARE;
    let alarms = [
        alarm(
            "High",
            &high,
            target,
            Comparison::Greater,
            defaults::TRACKING_HIGH_PERIODS,
        ),
        alarm(
            "Low",
            &low,
            below,
            Comparison::Less,
            defaults::TRACKING_LOW_PERIODS,
        ),
    ];
    cloud.autoscaling.all_policies[index.index()].kind = PolicyKind::Target {
        target,
        only_out: tracking.disable_scale_in.unwrap_or(false),
        warmup_s: warmup.map(|seconds| seconds as u64),
        alarms,
    };
}

pub(super) fn delete(cloud: &mut Cloud, input: &DeletePolicyInput) -> Result<(), ApiError> {
    let index = find(cloud, input.group_name.as_deref(), input.policy_name.as_deref())?;
    cloud.accept();
    cloud.delete_policy(index);
    Ok(())
}

fn find(cloud: &Cloud, group_name: Option<&str>, name: Option<&str>) -> Result<PolicyIndex, ApiError> {
    let name = name.unwrap_or_default();
    if name.starts_with("arn:") {
        let found = cloud.policy_with_arn(name);
        return found.ok_or_else(|| validation(format!("PolicyARN {name} is not found")));
    }
    let index = group(cloud, group_name)?;
    let mut policies = cloud.autoscaling.policies();
    let found = policies.find(|(_, policy)| policy.group == index && policy.name == name);
    let not_found = || validation(format!("ScalingPolicy name not found - Policy: {name} not found"));
    found.map(|(index, _)| index).ok_or_else(not_found)
}

pub(super) fn execute(cloud: &mut Cloud, input: &ExecutePolicyInput) -> Result<(), ApiError> {
    let index = find(cloud, input.group_name.as_deref(), input.policy_name.as_deref())?;
    let policy = &cloud.autoscaling.all_policies[index.index()];
    let state = &cloud.autoscaling.all_groups[policy.group.index()];
    match &policy.kind {
        PolicyKind::Target { .. } => return Err(validation("Target tracking policies cannot be executed")),
        PolicyKind::Step { steps, .. } => {
            let values = input.metric_value.zip(input.breach_threshold);
            let (metric, threshold) = values.ok_or_else(|| {
                validation("MetricValue and BreachThreshold must be specified for policy type: StepScaling")
            })?;
            if !steps.iter().any(|step| step.holds(metric - threshold)) {
                return Err(validation("No step adjustment applies to the metric value"));
            }
        }
        PolicyKind::Simple { .. } => {
            let cooling = cloud.now < state.cooldown_until || state.cooling.is_some();
            if input.honor_cooldown == Some(true) && cooling {
                return Err(ApiError::new(
                    "ScalingActivityInProgress",
                    "A cooldown is in progress and blocks this action",
                ));
            }
        }
    }
    let why = format!("a user request executed policy {}", policy.name);
    let group = policy.group;
    let cause = cloud.accept();
    if matches!(
        cloud.autoscaling.all_policies[index.index()].kind,
        PolicyKind::Simple { .. }
    ) {
        let state = &mut cloud.autoscaling.all_groups[group.index()];
        (state.cooling, state.cooldown_until) = (None, cloud.now);
    }
    let signal = AlarmSignal {
        alarm_name: String::new(),
        state: AlarmState::Alarm,
        metric: input.metric_value,
        threshold: input.breach_threshold.unwrap_or_default(),
    };
    cloud.run_policy(index, &signal, &why, cause).map_err(validation)
}

pub(super) fn describe(
    cloud: &Cloud,
    input: &DescribePoliciesInput,
) -> Result<DescribePoliciesOutput, ApiError> {
    let group = input
        .group_name
        .as_deref()
        .map(|name| group(cloud, Some(name)))
        .transpose()?;
    let wanted = |index: PolicyIndex, policy: &Policy| {
        let names = &input.policy_names;
        let named =
            names.is_empty() || names.contains(&policy.name) || names.contains(&cloud.policy_arn(index));
        let kinds = &input.policy_types;
        let of_kind = kinds.is_empty() || kinds.iter().any(|kind| kind == kind_name(policy));
        named && of_kind && group.is_none_or(|group| policy.group == group)
    };
    let found = cloud
        .autoscaling
        .policies()
        .filter(|(index, policy)| wanted(*index, policy));
    Ok(DescribePoliciesOutput {
        policies: found.map(|(index, policy)| shape(cloud, index, policy)).collect(),
    })
}

fn kind_name(policy: &Policy) -> &'static str {
    match policy.kind {
        PolicyKind::Simple { .. } => "SimpleScaling",
        PolicyKind::Step { .. } => "StepScaling",
        PolicyKind::Target { .. } => "TargetTrackingScaling",
    }
}

fn shape(cloud: &Cloud, index: PolicyIndex, policy: &Policy) -> ScalingPolicy {
    let written = policy.written.clone();
    ScalingPolicy {
        group_name: written.group_name,
        policy_name: written.policy_name,
        policy_arn: Some(cloud.policy_arn(index)),
        policy_type: Some(kind_name(policy).to_owned()),
        adjustment_type: written.adjustment_type,
        min_magnitude: written.min_magnitude,
        scaling_adjustment: written.scaling_adjustment,
        cooldown: written.cooldown,
        step_adjustments: written.step_adjustments,
        warmup: written.warmup,
        alarms: cloud.policy_alarms(index),
        target_tracking: written.target_tracking,
        enabled: Some(true),
    }
}

impl Cloud {
    pub(super) fn policy_arn(&self, index: PolicyIndex) -> String {
        let policy = &self.autoscaling.all_policies[index.index()];
        format!(
            "arn:aws:autoscaling:{}:{ACCOUNT_ID}:scalingPolicy:{}:autoScalingGroupName/{}:policyName/{}",
            self.region.name,
            policy.number,
            self.autoscaling.all_groups[policy.group.index()].spec.name,
            policy.name
        )
    }

    /// The policy with this ARN.
    pub(crate) fn policy_with_arn(&self, arn: &str) -> Option<PolicyIndex> {
        self.autoscaling
            .policies()
            .map(|(index, _)| index)
            .find(|index| self.policy_arn(*index) == arn)
    }

    fn policy_alarms(&self, index: PolicyIndex) -> Vec<AlarmShape> {
        let alarms: &[AlarmIndex] = match &self.autoscaling.all_policies[index.index()].kind {
            PolicyKind::Target { alarms, .. } => alarms,
            PolicyKind::Simple { .. } | PolicyKind::Step { .. } => &[],
        };
        let alarm = |index: &AlarmIndex| {
            let name = &self.cloudwatch.alarm(*index).spec.name;
            AlarmShape {
                alarm_name: Some(name.clone()),
                alarm_arn: Some(self.alarm_arn(name)),
            }
        };
        alarms.iter().map(alarm).collect()
    }

    /// Deletes a policy, and the alarms that it made.
    pub(super) fn delete_policy(&mut self, index: PolicyIndex) {
        let policy = &mut self.autoscaling.all_policies[index.index()];
        policy.deleted = true;
        if let PolicyKind::Target { alarms, .. } = policy.kind {
            for alarm in alarms {
                self.delete_alarm(alarm);
            }
        }
    }
}
