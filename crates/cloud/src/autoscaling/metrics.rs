//! What Auto Scaling tells CloudWatch.

use crate::Cloud;
use crate::cloudwatch::publish::Publisher;
use crate::ec2::InstanceIndex;

/// Every group with metrics tells its minute.
pub(crate) fn publish(_: &mut Cloud, _: &mut Publisher<'_>) {}

impl Cloud {
    /// The name of the group that an instance is in.
    pub(crate) fn group_name_of(&self, _: InstanceIndex) -> Option<&str> {
        None
    }
}
