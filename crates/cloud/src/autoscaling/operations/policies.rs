//! Scaling policies: made, run, deleted, described.

use api::ApiError;
use api::autoscaling::{
    Alarm as AlarmShape, DeletePolicyInput, DescribePoliciesInput, DescribePoliciesOutput,
    PutScalingPolicyInput, PutScalingPolicyOutput, ScalingPolicy,
};

use super::page::Page;
use super::policy_input::{self, NewKind};
use super::{group, validation};
use crate::Cloud;
use crate::autoscaling::policies::PolicyKind;
use crate::autoscaling::{GroupIndex, Policy, PolicyIndex, defaults};
use crate::cloudwatch::AlarmIndex;
use crate::ec2::defaults::ACCOUNT_ID;
use crate::fact::FactId;

/// A policy of a known name gets another configuration; alarms of target tracking keep their names.
pub(super) fn put(
    cloud: &mut Cloud,
    input: &PutScalingPolicyInput,
) -> Result<PutScalingPolicyOutput, ApiError> {
    let group = group(cloud, input.group_name.as_deref())?;
    let name = input.policy_name.clone().unwrap_or_default();
    let of_group = || {
        cloud
            .autoscaling
            .policies()
            .filter(move |(_, policy)| policy.group == group)
    };
    let known = of_group()
        .find(|(_, policy)| policy.name == name)
        .map(|(index, _)| index);
    let kind = policy_input::read(cloud, input, group, known)?;
    if known.is_none() && of_group().count() >= defaults::POLICIES {
        let message = format!(
            "You have reached the limit of {} policies of a group",
            defaults::POLICIES
        );
        return Err(ApiError::new("LimitExceeded", message));
    }
    let cause = cloud.accept();
    let index = known.unwrap_or(PolicyIndex(cloud.autoscaling.all_policies.len() as u32));
    write(cloud, index, group, input, kind, cause);
    Ok(PutScalingPolicyOutput {
        policy_arn: Some(cloud.policy_arn(index)),
        alarms: cloud.alarm_shapes(&cloud.autoscaling.all_policies[index.index()].kind.own_alarms()),
    })
}

fn write(
    cloud: &mut Cloud,
    index: PolicyIndex,
    group: GroupIndex,
    input: &PutScalingPolicyInput,
    kind: NewKind,
    cause: FactId,
) {
    let known = cloud.autoscaling.all_policies.get(index.index());
    let old_alarms = known.map(|policy| policy.kind.own_alarms()).unwrap_or_default();
    let policy = Policy {
        group,
        name: input.policy_name.clone().unwrap_or_default(),
        number: known.map_or_else(
            || cloud.uuid((1 << 40) | u64::from(index.0)),
            |policy| policy.number.clone(),
        ),
        enabled: input.enabled.unwrap_or(true),
        kind: PolicyKind::placeholder(),
        written: input.clone(),
        deleted: false,
    };
    if known.is_some() {
        cloud.autoscaling.all_policies[index.index()] = policy;
    } else {
        cloud.autoscaling.all_policies.push(policy);
    }
    let kind = make(cloud, index, kind, cause);
    let kept = kind.own_alarms();
    cloud.autoscaling.all_policies[index.index()].kind = kind;
    for alarm in old_alarms.into_iter().filter(|alarm| !kept.contains(alarm)) {
        cloud.delete_alarm_if_there(alarm);
    }
}

/// Target tracking makes its alarms. Whether AWS makes the lower one for a policy that only adds is not published: ours
/// does not.
fn make(cloud: &mut Cloud, index: PolicyIndex, kind: NewKind, cause: FactId) -> PolicyKind {
    match kind {
        NewKind::Ready(kind) => kind,
        NewKind::Target {
            target,
            metric,
            only_out,
            warmup_s,
        } => PolicyKind::Target {
            target,
            warmup_s,
            high: cloud.put_tracking_alarm(index, true, target, &metric, cause),
            low: (!only_out).then(|| cloud.put_tracking_alarm(index, false, target, &metric, cause)),
            metric,
        },
    }
}

pub(super) fn delete(cloud: &mut Cloud, input: &DeletePolicyInput) -> Result<(), ApiError> {
    let index = find(cloud, input.group_name.as_deref(), input.policy_name.as_deref())?;
    cloud.accept();
    cloud.delete_policy(index);
    Ok(())
}

/// The policy of this name in this group, or of this ARN.
pub(super) fn find(
    cloud: &Cloud,
    group_name: Option<&str>,
    name: Option<&str>,
) -> Result<PolicyIndex, ApiError> {
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

/// A group or policy that is not there is passed over.
pub(super) fn describe(
    cloud: &Cloud,
    input: &DescribePoliciesInput,
) -> Result<DescribePoliciesOutput, ApiError> {
    let page = Page::of(input.next_token.as_deref(), input.max_records, 50)?;
    let wanted = |index: PolicyIndex, policy: &Policy| {
        let names = &input.policy_names;
        let named =
            names.is_empty() || names.contains(&policy.name) || names.contains(&cloud.policy_arn(index));
        let kinds = &input.policy_types;
        let of_kind = kinds.is_empty() || kinds.iter().any(|kind| kind == policy.kind.name());
        let group = &cloud.autoscaling.all_groups[policy.group.index()].spec.name;
        named && of_kind && input.group_name.as_ref().is_none_or(|name| name == group)
    };
    let policies = cloud.autoscaling.policies();
    let found = policies.filter(|(index, policy)| wanted(*index, policy));
    let (policies, next_token) = page.cut(found.map(|(index, policy)| shape(cloud, index, policy)));
    Ok(DescribePoliciesOutput { policies, next_token })
}

fn shape(cloud: &Cloud, index: PolicyIndex, policy: &Policy) -> ScalingPolicy {
    let written = policy.written.clone();
    let is_step = matches!(policy.kind, PolicyKind::Step { .. });
    let aggregation = written.aggregation.unwrap_or_else(|| "Average".to_owned());
    let arn = cloud.policy_arn(index);
    let alarms = cloud.cloudwatch.alarms();
    let acting = alarms.filter(|(_, alarm)| alarm.spec.actions.iter().flatten().any(|action| *action == arn));
    let acting: Vec<AlarmIndex> = acting.map(|(index, _)| index).collect();
    ScalingPolicy {
        group_name: written.group_name,
        policy_name: written.policy_name,
        policy_type: Some(policy.kind.name().to_owned()),
        adjustment_type: written.adjustment_type,
        min_magnitude: written.min_magnitude,
        scaling_adjustment: written.scaling_adjustment,
        cooldown: written.cooldown,
        step_adjustments: written.step_adjustments,
        aggregation: is_step.then_some(aggregation),
        warmup: written.warmup,
        alarms: cloud.alarm_shapes(&acting),
        target_tracking: written.target_tracking,
        enabled: Some(policy.enabled),
        policy_arn: Some(arn),
    }
}

impl PolicyKind {
    /// What stands there until the alarms of a policy are made, which need its ARN.
    const fn placeholder() -> Self {
        Self::Simple {
            adjustment: crate::autoscaling::policies::Adjustment::By(0),
            cooldown_s: None,
        }
    }
}

impl Cloud {
    pub(in crate::autoscaling) fn policy_arn(&self, index: PolicyIndex) -> String {
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
        let mut policies = self.autoscaling.policies().map(|(index, _)| index);
        policies.find(|index| self.policy_arn(*index) == arn)
    }

    fn alarm_shapes(&self, alarms: &[AlarmIndex]) -> Vec<AlarmShape> {
        let alarm = |index: &AlarmIndex| {
            let name = &self.cloudwatch.alarm(*index).spec.name;
            AlarmShape {
                alarm_name: Some(name.clone()),
                alarm_arn: Some(self.alarm_arn(name)),
            }
        };
        alarms.iter().map(alarm).collect()
    }

    fn delete_alarm_if_there(&mut self, alarm: AlarmIndex) {
        if !self.cloudwatch.alarm(alarm).deleted {
            self.delete_alarm(alarm);
        }
    }

    /// Deletes a policy and the alarms that it made. Alarms that others made stay, without the action; those are told.
    fn delete_policy(&mut self, index: PolicyIndex) -> Vec<AlarmIndex> {
        let own = self.autoscaling.all_policies[index.index()].kind.own_alarms();
        for alarm in own {
            self.delete_alarm_if_there(alarm);
        }
        let left = self.remove_alarm_action(&self.policy_arn(index));
        self.autoscaling.all_policies[index.index()].deleted = true;
        left
    }

    /// A group goes: its policies, alarms that are left without an action, scheduled actions and the like go, too.
    pub(in crate::autoscaling) fn delete_scaling_of(&mut self, group: GroupIndex) {
        let policies = self
            .autoscaling
            .policies()
            .filter(|(_, policy)| policy.group == group);
        for policy in policies.map(|(index, _)| index).collect::<Vec<_>>() {
            for alarm in self.delete_policy(policy) {
                if self
                    .cloudwatch
                    .alarm(alarm)
                    .spec
                    .actions
                    .iter()
                    .all(Vec::is_empty)
                {
                    self.delete_alarm_if_there(alarm);
                }
            }
        }
        for action in &mut self.autoscaling.schedule {
            action.deleted |= action.group == group;
        }
        self.await_schedule();
        self.autoscaling.notifications.retain(|one| one.group != group);
        self.autoscaling.enabled_metrics.retain(|(of, _)| *of != group);
    }
}
