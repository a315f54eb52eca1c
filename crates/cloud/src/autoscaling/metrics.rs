//! What Auto Scaling tells CloudWatch: whose instances the metrics of EC2 are about, too. Group metrics are not modelled yet.

use crate::Cloud;
use crate::ec2::InstanceIndex;

impl Cloud {
    /// The name of the group that an instance is in service in.
    pub(crate) fn group_name_of(&self, instance: InstanceIndex) -> Option<&str> {
        let (group, _) = self.membership(instance)?;
        Some(&self.autoscaling.all_groups[group.index()].spec.name)
    }
}
