//! The alarms of target tracking, as AWS makes them, and what several such policies agree upon.

use super::{Capacity, PolicyIndex, PolicyKind, tracked};
use crate::Cloud;
use crate::autoscaling::defaults;
use crate::autoscaling::group::GroupIndex;
use crate::cloudwatch::{AlarmIndex, AlarmSpec, AlarmState, Comparison, MetricName, Missing};
use crate::fact::FactId;

/// Characters of an alarm's description that AWS writes.
const DESCRIPTION_MAX: usize = 255;

impl Cloud {
    /// Makes the alarm above or below the target of a policy, or gives it another configuration.
    pub(in crate::autoscaling) fn put_tracking_alarm(
        &mut self,
        index: PolicyIndex,
        high: bool,
        target: f64,
        (metric, statistic): &(MetricName, String),
        cause: FactId,
    ) -> AlarmIndex {
        let policy = &self.autoscaling.all_policies[index.index()];
        let group = &self.autoscaling.all_groups[policy.group.index()].spec.name;
        let arn = self.policy_arn(index);
        let uuid = self.uuid((1 << 41) | u64::from(index.0) << 1 | u64::from(!high));
        let (word, threshold, comparison, periods) = if high {
            (
                "High",
                target,
                Comparison::Greater,
                defaults::TRACKING_HIGH_PERIODS,
            )
        } else {
            let below = target * defaults::TRACKING_LOW_SHARE;
            ("Low", below, Comparison::Less, defaults::TRACKING_LOW_PERIODS)
        };
        let description: String = format!("DO NOT EDIT OR DELETE. For TargetTrackingScaling policy {arn}.");
        let spec = AlarmSpec {
            name: format!("TargetTracking-{group}-Alarm{word}-{uuid}"),
            description: Some(description.chars().take(DESCRIPTION_MAX).collect()),
            metric: metric.clone(),
            statistic: statistic.clone(),
            period_s: 60,
            evaluation_periods: periods,
            datapoints_to_alarm: periods,
            threshold,
            comparison,
            missing: Missing::Missing,
            actions_enabled: true,
            actions: [Vec::new(), vec![arn], Vec::new()],
        };
        self.put_alarm(spec, cause)
    }

    /// What the target tracking policies of a group make of it when this one says that its metric is low: nothing unless
    /// all that may remove instances say so, and then no less than any of them needs. The first of them speaks for all,
    /// so that one goes at a time.
    pub(super) fn wanted_below_target(&self, index: PolicyIndex) -> Option<u32> {
        let group = self.autoscaling.all_policies[index.index()].group;
        let mut wanted = Vec::new();
        for (place, other) in self.removing_policies(group).enumerate() {
            if place == 0 && other != index {
                return None;
            }
            wanted.push(self.wanted_below(other)?);
        }
        wanted.into_iter().max()
    }

    fn removing_policies(&self, group: GroupIndex) -> impl Iterator<Item = PolicyIndex> {
        let policies = self.autoscaling.policies();
        let removes = move |(_, policy): &(PolicyIndex, &super::Policy)| {
            let lows = matches!(policy.kind, PolicyKind::Target { low: Some(_), .. });
            policy.group == group && policy.enabled && lows
        };
        policies.filter(removes).map(|(index, _)| index)
    }

    fn wanted_below(&self, index: PolicyIndex) -> Option<u32> {
        let policy = &self.autoscaling.all_policies[index.index()];
        let group = &self.autoscaling.all_groups[policy.group.index()];
        let PolicyKind::Target {
            target,
            warmup_s,
            low: Some(low),
            ..
        } = &policy.kind
        else {
            return None;
        };
        let alarm = self.cloudwatch.alarm(*low);
        let newest = alarm.recent.first().filter(|_| alarm.state == AlarmState::Alarm);
        let (measured, metric) = *newest?;
        tracked(Capacity::of(group, *warmup_s, measured), *target, metric, false)
    }
}
