//! Automatic recovery: when an instance's host fails, EC2 moves it to another.
//!
//! Source: EC2 User Guide, "Recover your instance". It keeps its id, its addresses and its volume, and boots anew; what was
//! in its memory, and what only user data starts, is gone. Instances of an Auto Scaling group are not recovered: their
//! group replaces them. Our choice: of the families here all are supported.

use des::{SimDuration, Ticket};

use crate::Cloud;
use crate::ec2::{InstanceIndex, InstanceState, defaults};
use crate::event::Event;
use crate::fact::{FactId, What};

impl Cloud {
    /// Whether the host of an instance has failed under it.
    pub(crate) fn host_has_failed(&self, index: InstanceIndex) -> bool {
        self.ec2.instances[index.index()].host_failed_since.is_some()
    }

    /// EC2 will look at an instance whose host has failed.
    pub(crate) fn await_recovery(&mut self, index: InstanceIndex, wait: SimDuration) {
        let ticket = self.events.push(self.now + wait, Event::Recovery(index));
        self.ec2.instances[index.index()].recovery_ticket = ticket;
    }

    /// EC2 recovers an instance whose host has failed, if it may; if it cannot, it tries again a while later.
    pub(crate) fn recovery_due(&mut self, index: InstanceIndex, ticket: Ticket) {
        let instance = &self.ec2.instances[index.index()];
        if instance.recovery_ticket != ticket || !self.recovers_by_itself(index) {
            return;
        }
        let cause = instance.cause;
        if self.recover_instance(index, cause).is_err() && self.attempts_left(index) {
            self.await_recovery(index, defaults::RECOVERY_RETRY);
        }
    }

    fn recovers_by_itself(&self, index: InstanceIndex) -> bool {
        let instance = &self.ec2.instances[index.index()];
        self.host_has_failed(index)
            && instance.state == InstanceState::Running
            && instance.auto_recovery
            && self.group_name_of(index).is_none()
    }

    /// Moves a running instance to another host, whether EC2 or an alarm wants it. Nothing happens to one that is well.
    ///
    /// # Errors
    /// If there is no host to go to, or it was tried too often today.
    pub(crate) fn recover_instance(&mut self, index: InstanceIndex, cause: FactId) -> Result<(), String> {
        let instance = &self.ec2.instances[index.index()];
        let (kind, zone) = (instance.instance_type, instance.zone);
        if self.dark_since(zone).is_none() && !self.host_has_failed(index) {
            return Ok(());
        }
        if !self.attempts_left(index) {
            return Err("the instance was recovered too often within a day".to_owned());
        }
        let now = self.now;
        self.ec2.instances[index.index()].recoveries.push(now);
        if super::placement::capacity_left(self, kind, zone) == 0 {
            return Err("there is no capacity to recover the instance to".to_owned());
        }
        self.move_to_another_host(index, cause);
        Ok(())
    }

    fn attempts_left(&self, index: InstanceIndex) -> bool {
        let recoveries = &self.ec2.instances[index.index()].recoveries;
        let within_a_day = |at: &&des::SimTime| self.now.since(**at) < defaults::RECOVERY_WINDOW;
        recoveries.iter().filter(within_a_day).count() < defaults::RECOVERIES_PER_WINDOW
    }

    fn move_to_another_host(&mut self, index: InstanceIndex, cause: FactId) {
        let fact = self.facts.note(self.now, cause, What::InstanceRecovered(index));
        self.leave_host(index, fact);
        self.ec2.instances[index.index()].crashed_since = None;
        self.stop_software(index, false, fact);
        self.begin_reboot(index);
    }

    /// The instance goes to another host: what was wrong with the old one is no longer its trouble.
    pub(crate) fn leave_host(&mut self, index: InstanceIndex, cause: FactId) {
        let instance = &mut self.ec2.instances[index.index()];
        instance.host_failed_since = None;
        instance.recovery_ticket = Ticket::NONE;
        self.cure(index, cause, true);
    }
}
