//! Why a metric may have moved: the newest fact about what it is about, and about how much the employees ask of it.

use super::AlarmIndex;
use crate::Cloud;
use crate::ec2::InstanceIndex;
use crate::elbv2::TargetGroupIndex;
use crate::fact::FactId;

/// Metrics that do not move with the traffic begin so.
const UNMOVED: &str = "StatusCheckFailed";

impl Cloud {
    /// What is known to have moved the metric of an alarm: for one's own metric the call that told it. Or else the alarm's
    /// own last fact.
    pub(super) fn cause_of_metric(&self, index: AlarmIndex) -> FactId {
        let alarm = &self.cloudwatch.all_alarms[index.index()];
        let metric = &alarm.spec.metric;
        if let Some(told) = self.cloudwatch.metrics.told_by(metric).some() {
            return told;
        }
        let mut facts = Vec::new();
        for (name, value) in &metric.dimensions {
            self.facts_about(name, value, &mut facts);
        }
        if !facts.is_empty() && !metric.name.starts_with(UNMOVED) {
            facts.push(self.workload.cause);
        }
        let newest = facts.into_iter().filter(|fact| fact.some().is_some()).max();
        newest.unwrap_or(alarm.cause)
    }

    /// The newest facts about everything that a dimension names.
    fn facts_about(&self, name: &str, value: &str, facts: &mut Vec<FactId>) {
        match name {
            "InstanceId" => facts.extend(self.ec2.find(value).map(|index| self.fact_of_work(index))),
            "AutoScalingGroupName" => {
                let groups = self
                    .autoscaling
                    .groups()
                    .filter(|(_, group)| group.spec.name == value);
                for (_, group) in groups {
                    let members = group.members.iter();
                    facts.push(group.cause);
                    facts.extend(members.map(|member| self.fact_of_work(member.instance)));
                }
            }
            "TargetGroup" => {
                let groups = self.elbv2.groups();
                let named = groups.filter(|(_, group)| group.dimension() == value);
                named.for_each(|(index, _)| self.facts_of_targets(index, facts));
            }
            "LoadBalancer" => {
                let balancers = self.elbv2.balancers();
                for (index, balancer) in balancers.filter(|(_, balancer)| balancer.dimension() == value) {
                    facts.push(balancer.cause);
                    let groups = self
                        .elbv2
                        .groups()
                        .filter(|(_, group)| group.balancer == Some(index));
                    groups.for_each(|(group, _)| self.facts_of_targets(group, facts));
                }
            }
            _ => {}
        }
    }

    fn facts_of_targets(&self, index: TargetGroupIndex, facts: &mut Vec<FactId>) {
        let group = self.elbv2.group(index);
        facts.push(group.cause);
        for target in &group.targets {
            let target = self.elbv2.target(*target);
            facts.extend([target.cause, self.fact_of_work(target.instance)]);
        }
    }

    /// The newest fact about an instance and how fast it works.
    fn fact_of_work(&self, index: InstanceIndex) -> FactId {
        let own = self.ec2.instances[index.index()].cause;
        let slow = self.ec2.stations[index.index()].slow_blame;
        slow.some().map_or(own, |slow| slow.max(own))
    }
}
