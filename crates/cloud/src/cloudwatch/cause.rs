//! What is known to have moved a metric, for the chain of causes of an alarm.

use super::alarm::AlarmIndex;
use crate::Cloud;
use crate::ec2::InstanceIndex;
use crate::fact::{FactId, What};

impl Cloud {
    /// The newest fact that can have moved what an alarm watches: about its instance, its traffic, its group or balancer;
    /// for one's own metric, the call that told it; or else the alarm's own last.
    pub(super) fn cause_of_metric(&self, index: AlarmIndex) -> FactId {
        let alarm = self.cloudwatch.alarm(index);
        let told_by = self.cloudwatch.metrics.told_by(&alarm.spec.metric);
        if told_by != FactId::NONE {
            return told_by;
        }
        if !alarm.spec.metric.namespace.is_empty() && !alarm.spec.metric.namespace.starts_with("AWS/") {
            return alarm.cause;
        }
        let id = alarm.spec.metric.dimension("InstanceId");
        let instance = id.and_then(|id| self.ec2.find(id));
        let newest = self.facts.iter().rev();
        let found = newest.map(|(id, fact)| (id, fact.what));
        let found = found.into_iter().find(|(_, what)| self.moves(*what, instance));
        found.map_or(alarm.cause, |(id, _)| id)
    }

    /// Whether a fact can have moved a metric of an instance, or of many.
    fn moves(&self, what: What, watched: Option<InstanceIndex>) -> bool {
        match what {
            What::InstanceState { instance, .. }
            | What::OsUp(instance)
            | What::OsDown(instance)
            | What::AppUp(instance)
            | What::AppDown(instance)
            | What::TypeChanged(instance)
            | What::AddressAssigned { instance, .. }
            | What::AddressReleased { instance, .. } => watched.is_none_or(|watched| watched == instance),
            What::FaultBegan(fault) | What::FaultEnded(fault) => {
                let broken = self.faults[fault.0 as usize].kind.instance();
                broken.is_none() || watched.is_none() || broken == watched
            }
            What::ZoneDark(_) | What::ZoneLit(_) | What::TrafficChanged | What::ClientsChanged => true,
            What::Elbv2(_) | What::AutoScaling(_) => watched.is_none(),
            _ => false,
        }
    }
}
