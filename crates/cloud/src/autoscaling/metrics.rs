//! What Auto Scaling tells CloudWatch: the metrics of groups, and whose instances the metrics of EC2 are about, too.
//!
//! Source: Auto Scaling User Guide, "Amazon CloudWatch metrics for Amazon EC2 Auto Scaling". Predicted capacity and warm pools
//! are not modelled.

use std::collections::BTreeSet;

use api::autoscaling::{EnabledMetric, GROUP_METRICS};
use des::SimDuration;

use super::group::{Group, GroupIndex};
use super::policies::PolicyKind;
use crate::Cloud;
use crate::cloudwatch::Statistics;
use crate::cloudwatch::publish::Publisher;
use crate::ec2::InstanceIndex;

const NAMESPACE: &str = "AWS/AutoScaling";

/// Metrics of groups that are told, by group and place in [`GROUP_METRICS`].
pub(crate) type Enabled = BTreeSet<(GroupIndex, usize)>;

/// Groups tell their minute.
pub(crate) fn publish(cloud: &Cloud, out: &mut Publisher<'_>) {
    for (index, metric) in &cloud.autoscaling.enabled_metrics {
        let group = &cloud.autoscaling.all_groups[index.index()];
        if !group.deleted {
            let name = GROUP_METRICS[*metric];
            let dimensions = [("AutoScalingGroupName", group.spec.name.as_str())];
            let value = Statistics::of(value_of(group, name));
            out.put(NAMESPACE, name, &dimensions, "None", value);
        }
    }
}

/// Units of capacity are instances here: weights are not modelled.
fn value_of(group: &Group, metric: &str) -> f64 {
    let members = |in_state: &str| {
        let all = group.members.iter();
        all.filter(|member| member.state.name().contains(in_state))
            .count() as u32
    };
    f64::from(match metric {
        "GroupMinSize" => group.spec.min,
        "GroupMaxSize" => group.spec.max,
        "GroupDesiredCapacity" => group.desired,
        "GroupInServiceInstances" | "GroupInServiceCapacity" => members("InService"),
        "GroupPendingInstances" | "GroupPendingCapacity" => members("Pending"),
        "GroupStandbyInstances" | "GroupStandbyCapacity" => members("Standby"),
        "GroupTerminatingInstances" | "GroupTerminatingCapacity" => members("Terminating"),
        _ => group.members.len() as u32,
    })
}

impl Cloud {
    /// The metrics that a group tells, as its description lists them.
    pub(super) fn enabled_metrics(&self, group_name: &str) -> Vec<EnabledMetric> {
        let of_group = |(group, _): &&(GroupIndex, usize)| {
            let state = &self.autoscaling.all_groups[group.index()];
            !state.deleted && state.spec.name == group_name
        };
        let told = self.autoscaling.enabled_metrics.iter().filter(of_group);
        told.map(|(_, metric)| EnabledMetric {
            metric: Some(GROUP_METRICS[*metric].to_owned()),
            granularity: Some("1Minute".to_owned()),
        })
        .collect()
    }

    /// The name of the group whose metrics an instance's values go into: not before its warm-up is over.
    pub(crate) fn group_name_of(&self, instance: InstanceIndex) -> Option<&str> {
        let (index, place) = self.membership(instance)?;
        let group = &self.autoscaling.all_groups[index.index()];
        let since = group.members[place].in_service?;
        (self.now.since(since) >= self.warmup_of_metrics(index)).then_some(group.spec.name.as_str())
    }

    /// How long a new instance is not in the metrics of its group. The guide says "until its warm-up is over", which each
    /// policy may set for itself, and the metric is one: the group's own warm-up counts, or else the longest of its step
    /// and target tracking policies. Our choice.
    fn warmup_of_metrics(&self, index: GroupIndex) -> SimDuration {
        let group = &self.autoscaling.all_groups[index.index()];
        if let Some(seconds) = group.spec.warmup_s {
            return SimDuration::from_secs(seconds);
        }
        let policies = self
            .autoscaling
            .policies()
            .filter(|(_, policy)| policy.group == index);
        let warmups = policies.filter_map(|(_, policy)| match policy.kind {
            PolicyKind::Step { warmup_s, .. } | PolicyKind::Target { warmup_s, .. } => {
                Some(group.warmup(warmup_s))
            }
            PolicyKind::Simple { .. } => None,
        });
        warmups.max().unwrap_or(SimDuration::ZERO)
    }
}
