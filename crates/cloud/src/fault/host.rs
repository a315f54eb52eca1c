//! A host that fails under an instance. No restart helps, for it would be on the same host; a move does.

use super::FaultKind;
use crate::Cloud;
use crate::ec2::{InstanceIndex, InstanceState, defaults};
use crate::fact::FactId;

impl Cloud {
    pub(super) fn fail_host(&mut self, index: InstanceIndex, cause: FactId) {
        if self.host_has_failed(index) {
            return;
        }
        self.stop_software(index, false, cause);
        self.ec2.instances[index.index()].host_failed_since = Some(self.now);
        self.await_recovery(index, defaults::RECOVERY_AFTER);
    }

    /// AWS has repaired the host: an instance that is still on it boots.
    pub(super) fn repair_host(&mut self, index: InstanceIndex, cause: FactId) {
        let again = |fault: &super::Fault| fault.kind == FaultKind::HostFailure(index);
        if self.active_faults().any(again) {
            return;
        }
        let instance = &mut self.ec2.instances[index.index()];
        if instance.host_failed_since.take().is_some() && instance.state == InstanceState::Running {
            instance.cause = cause;
            instance.crashed_since = None;
            self.start_software(index);
        }
    }
}
