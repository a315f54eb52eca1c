//! Why something is as it is: the newest fact about it, from which [`Facts::chain`](crate::fact::Facts::chain) leads back to
//! an outside input.

use crate::Cloud;
use crate::cloudwatch::AlarmIndex;
use crate::ec2::InstanceIndex;
use crate::elbv2::TargetIndex;
use crate::fact::FactId;
use crate::workload::Whereabouts;

impl Cloud {
    /// Why the request with this number failed, or does not come on; none if nothing is in its way, or if it is no longer
    /// kept.
    #[must_use]
    pub fn why_request(&self, number: u64) -> Option<FactId> {
        match self.workload.numbers.find(number)? {
            Whereabouts::InFlight(flight) => self.workload.flights[flight].blame.some(),
            Whereabouts::Ended(record) => self.records.get(record)?.blame.some(),
        }
    }

    /// Why an instance is as it is.
    #[must_use]
    pub fn why_instance(&self, index: InstanceIndex) -> Option<FactId> {
        self.ec2.instances[index.index()].cause.some()
    }

    /// Why a target is as it is.
    #[must_use]
    pub fn why_target(&self, index: TargetIndex) -> Option<FactId> {
        self.elbv2.target(index).cause.some()
    }

    /// Why an alarm is in its state.
    #[must_use]
    pub fn why_alarm(&self, index: AlarmIndex) -> Option<FactId> {
        self.cloudwatch.alarm(index).cause.some()
    }

    /// Why an activity of Auto Scaling began, if it is still kept.
    #[must_use]
    pub fn why_activity(&self, number: u64) -> Option<FactId> {
        let mut activities = self.autoscaling.activities();
        let (_, activity) = activities.find(|(known, _)| *known == number)?;
        activity.blame.some()
    }
}
